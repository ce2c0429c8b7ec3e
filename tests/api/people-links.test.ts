/** One-time links: invitations and resets. */
import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  AcceptInvitation,
  CreateUser,
  GetInvitation,
  GetMe,
  ResetPassword,
  SignIn,
} from '../../server/contract/people.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import {
  accept,
  amidSignIns,
  CHOSEN,
  historyOf,
  invite,
  later,
  listed,
  newPerson,
  secretOf,
  signIn,
  stored,
} from '../support/people.ts';

const desk = useDesk();
let admin: Person;
let viewer: Person;

beforeAll(async () => {
  admin = await desk.person('admin');
  viewer = await desk.person('viewer');
});

describe('an invitation', () => {
  test('says whom it is for, sets the password, signs in, and works once', async () => {
    const { user, secret } = await invite(admin, { name: 'Bo Lind' });
    const shown = answer(GetInvitation, await desk.stranger.get(`/api/invitations/${secret}`));
    expect(shown).toEqual({ name: 'Bo Lind', email: user.email, purpose: 'invite' });

    const browser = desk.newcomer();
    const me = answer(AcceptInvitation, await accept(desk, secret, browser));
    expect(me).toMatchObject({ id: user.id, name: 'Bo Lind', role: 'editor' });
    expect(answer(GetMe, await browser.get('/api/session'))).toEqual(me);
    expect(await listed(admin, user.id)).toMatchObject({ joined: true, version: 2 });
    answer(SignIn, await signIn(desk, user.email, CHOSEN));
    expect((await historyOf(desk, user.id)).map((event) => [event.type, event.actorId])).toEqual([
      ['person.added', admin.id],
      ['person.joined', user.id],
    ]);

    refusal(await desk.stranger.get(`/api/invitations/${secret}`), 'LINK_SPENT');
    refusal(await accept(desk, secret, desk.newcomer(), 'a password of a thief'), 'LINK_SPENT');
    refusal(await signIn(desk, user.email, 'a password of a thief'), 'WRONG_CREDENTIALS');
  });

  test('taken up twice at once works once', async () => {
    const { user, secret } = await invite(admin);
    const both = await Promise.all([
      accept(desk, secret, desk.newcomer(), 'the first of two passwords'),
      accept(desk, secret, desk.newcomer(), 'the second of two passwords'),
    ]);
    expect(both.map((response) => response.status).sort()).toEqual([200, 404]);
    expect((await historyOf(desk, user.id)).map((event) => event.type)).toEqual([
      'person.added',
      'person.joined',
    ]);
  });

  test('runs out after seven days', async () => {
    const { secret } = await invite(admin);
    later(desk, 7 * 24 - 1);
    answer(GetInvitation, await desk.stranger.get(`/api/invitations/${secret}`));
    later(desk, 1);
    refusal(await desk.stranger.get(`/api/invitations/${secret}`), 'LINK_SPENT');
    refusal(await accept(desk, secret), 'LINK_SPENT');
  });

  test('survives a password that is refused', async () => {
    const { secret } = await invite(admin);
    refusal(await accept(desk, secret, desk.newcomer(), 'eleven char'), 'INVALID');
    answer(AcceptInvitation, await accept(desk, secret));
  });

  test('that never was is like one that is spent', async () => {
    for (const secret of ['x', 'A'.repeat(43), '%00', `${(await invite(admin)).secret}A`]) {
      refusal(await desk.stranger.get(`/api/invitations/${secret}`), 'LINK_SPENT');
      refusal(await accept(desk, secret), 'LINK_SPENT');
    }
  });

  test('is worth nothing once the person was deactivated, nor when they are back', async () => {
    const { user, secret } = await invite(admin);
    await admin.patch(`/api/users/${user.id}`, { version: 1, active: false }).expect(200);
    refusal(await accept(desk, secret), 'LINK_SPENT');
    await admin.patch(`/api/users/${user.id}`, { version: 2, active: true }).expect(200);
    refusal(await accept(desk, secret), 'LINK_SPENT');
  });
});

describe('a reset', () => {
  const reset = (id: string, as: Person = admin) => as.post(`/api/users/${id}/reset`);

  test('makes a link for a day; the new password ends what was open', async () => {
    const person = await desk.person('editor');
    const before = desk.clock.now.getTime();
    const link = answer(ResetPassword, await reset(person.id));
    expect((Date.parse(link.expiresAt) - before) / 3_600_000).toBeCloseTo(24, 1);
    const secret = secretOf(link.url);
    const shown = answer(GetInvitation, await desk.stranger.get(`/api/invitations/${secret}`));
    expect(shown.purpose).toBe('reset');
    answer(GetMe, await person.get('/api/session'));

    const browser = desk.newcomer();
    answer(AcceptInvitation, await accept(desk, secret, browser));
    refusal(await person.get('/api/session'), 'NOT_SIGNED_IN');
    answer(GetMe, await browser.get('/api/session'));
    refusal(await signIn(desk, person.email, person.password), 'WRONG_CREDENTIALS');
    answer(SignIn, await signIn(desk, person.email, CHOSEN));
    expect((await historyOf(desk, person.id)).map((event) => [event.type, event.actorId])).toEqual([
      ['person.reset_asked', admin.id],
      ['person.password_changed', person.id],
    ]);
    expect((await stored(desk, person.id)).version).toBe(1);
  });

  test('ends also a session that is being opened with the old password meanwhile', async () => {
    const person = await desk.person('editor');
    const secret = secretOf(answer(ResetPassword, await reset(person.id)).url);
    await amidSignIns(desk, () => accept(desk, secret).expect(200));
    refusal(await person.get('/api/session'), 'NOT_SIGNED_IN');
  });

  test('runs out after a day', async () => {
    const secret = secretOf(answer(ResetPassword, await reset(viewer.id)).url);
    later(desk, 24);
    refusal(await accept(desk, secret), 'LINK_SPENT');
  });

  test('makes the links before it worthless', async () => {
    const { user, secret } = await invite(admin);
    const newer = secretOf(answer(ResetPassword, await reset(user.id)).url);
    refusal(await accept(desk, secret), 'LINK_SPENT');
    const shown = answer(GetInvitation, await desk.stranger.get(`/api/invitations/${newer}`));
    expect(shown.purpose).toBe('invite');
    answer(AcceptInvitation, await accept(desk, newer));
  });

  test('repeated by its key is recorded once and answers a link that works', async () => {
    const person = await desk.person('editor');
    const send = () => reset(person.id).set('Idempotency-Key', 'reset-1');
    const first = answer(ResetPassword, await send());
    const again = answer(ResetPassword, await send());
    expect(again.expiresAt).toBe(first.expiresAt);
    expect(await historyOf(desk, person.id)).toHaveLength(1);
    expect(await desk.db.prisma.oneTimeLink.count({ where: { userId: person.id } })).toBe(1);
    answer(AcceptInvitation, await accept(desk, secretOf(again.url)));
    refusal(await send(), 'LINK_SPENT');
  });

  test('is for admins, for people who are there and have access', async () => {
    const person = await desk.person('editor');
    refusal(await reset(admin.id, person), 'NEEDS_ADMIN');
    refusal(await reset(uuidv7()), 'NOT_FOUND');
    refusal(await reset('no-id'), 'NOT_FOUND');
    await admin.patch(`/api/users/${person.id}`, { version: 1, active: false }).expect(200);
    refusal(await reset(person.id), 'DEACTIVATED');
    expect(await desk.db.prisma.oneTimeLink.count({ where: { userId: person.id } })).toBe(0);
    expect(await desk.db.prisma.oneTimeLink.count({ where: { userId: admin.id } })).toBe(0);
  });
});

test('neither log nor history holds a password or a secret', async () => {
  const boss = await desk.person('admin');
  const response = await boss.post('/api/users', newPerson());
  const secret = secretOf(answer(CreateUser, response).invitation?.url);
  await desk.stranger.get(`/api/invitations/${secret}`);
  await desk.stranger.get(`/API/Invitations/${secret}`);
  await accept(desk, secret);
  await boss.post('/api/users', newPerson({ password: 'given by the admin' }));

  const log = desk.logged.join('\n');
  expect(log).toContain('/api/invitations/…');
  const events = JSON.stringify(await desk.db.prisma.eventPayload.findMany());
  for (const hidden of [secret, CHOSEN, boss.password, 'given by the admin', '$argon2']) {
    expect(log).not.toContain(hidden);
    expect(events).not.toContain(hidden);
  }
});

test('a failure while a link is looked up does not put its secret into the log', async () => {
  const { secret } = await invite(await desk.person('admin'));
  await desk.db.pool.query('ALTER TABLE one_time_links RENAME TO one_time_links_away');
  try {
    refusal(await desk.stranger.get(`/api/invitations/${secret}`), 'INTERNAL');
  } finally {
    await desk.db.pool.query('ALTER TABLE one_time_links_away RENAME TO one_time_links');
  }
  const log = desk.logged.join('\n');
  expect(log).toContain('request failed');
  expect(log).not.toContain(secret);
});
