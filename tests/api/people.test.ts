/** The people of the newsroom: who is there, and giving someone access. */
import { createHash } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, test } from 'vitest';
import { AcceptInvitation, CreateUser, ListUsers, SignIn } from '../../server/contract/people.ts';
import { answer, refusal } from '../support/contract.ts';
import { ORIGIN, type Person, useDesk } from '../support/desk.ts';
import { accept, CHOSEN, historyOf, invite, newPerson, secretOf, signIn, stored } from '../support/people.ts';

const desk = useDesk();
let admin: Person;
let editor: Person;
let viewer: Person;

beforeAll(async () => {
  admin = await desk.person('admin');
  editor = await desk.person('editor');
  viewer = await desk.person('viewer');
});

describe('the list of people', () => {
  test('is for everyone who is signed in, by name, with addresses for admins alone', async () => {
    const all = answer(ListUsers, await admin.get('/api/users')).items;
    expect(all.find((item) => item.id === editor.id)).toEqual({
      id: editor.id,
      name: editor.name,
      role: 'editor',
      active: true,
      email: editor.email,
      joined: true,
      version: 1,
      createdAt: expect.any(String),
    });
    for (const person of [editor, viewer]) {
      const items = answer(ListUsers, await person.get('/api/users')).items;
      expect(items.map((item) => item.id)).toEqual(all.map((item) => item.id));
      expect(items.every((item) => item.email === null)).toBe(true);
    }
    refusal(await desk.newcomer().get('/api/users'), 'NOT_SIGNED_IN');
  });
});

describe('giving someone access', () => {
  test('answers a one-time invitation whose secret is kept nowhere', async () => {
    const { user, invitation, secret } = await invite(admin);
    expect(user).toMatchObject({ role: 'editor', active: true, joined: false, version: 1 });
    expect(invitation?.url).toBe(`${ORIGIN}/invitations/${secret}`);
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    const days = (Date.parse(invitation?.expiresAt ?? '') - Date.parse(user.createdAt)) / 86_400_000;
    expect(days).toBe(7);

    const links = await desk.db.prisma.oneTimeLink.findMany({ where: { userId: user.id } });
    expect(links).toHaveLength(1);
    const hash = createHash('sha256').update(secret).digest();
    expect(Buffer.from(links[0]?.secretHash ?? []).equals(hash)).toBe(true);
  });

  test('with a password makes no invitation', async () => {
    const response = await admin.post('/api/users', newPerson({ password: CHOSEN }));
    const { user, invitation } = answer(CreateUser, response);
    expect(invitation).toBeNull();
    expect(user.joined).toBe(true);
    answer(SignIn, await signIn(desk, user.email, CHOSEN));
  });

  test('stands in the person’s history with who gave it, without password or secret', async () => {
    const { user, secret } = await invite(admin);
    const events = await historyOf(desk, user.id);
    expect(events).toMatchObject([
      {
        seq: 1,
        type: 'person.added',
        actorId: admin.id,
        payload: {
          payload: { after: { name: user.name, email: user.email, role: 'editor' }, invited: true },
        },
      },
    ]);
    expect(JSON.stringify(events)).not.toContain(secret);
  });

  test.each(['editor', 'viewer', 'reviewer'] as const)('is refused to a %s', async (role) => {
    const person = await desk.person(role);
    const before = await desk.db.prisma.user.count();
    refusal(await person.post('/api/users', newPerson()), 'NEEDS_ADMIN');
    expect(await desk.db.prisma.user.count()).toBe(before);
  });

  test('is refused for an address that someone has, in whatever case, and where two ask at once', async () => {
    refusal(await admin.post('/api/users', newPerson({ email: editor.email })), 'EMAIL_USED');
    const upper = newPerson({ email: ` ${editor.email.toUpperCase()}` });
    refusal(await admin.post('/api/users', upper), 'EMAIL_USED');

    const { email } = newPerson();
    const both = await Promise.all([1, 2, 3].map(() => admin.post('/api/users', { ...newPerson(), email })));
    expect(both.map((response) => response.status).sort()).toEqual([201, 409, 409]);
    for (const response of both.filter(({ status }) => status === 409)) refusal(response, 'EMAIL_USED');
    expect(await desk.db.prisma.user.count({ where: { email } })).toBe(1);
  });

  test('is refused under an id that someone else’s thing has', async () => {
    refusal(await admin.post('/api/users', newPerson({ id: editor.id })), 'ID_USED');
    expect((await stored(desk, editor.id)).name).toBe(editor.name);
  });

  test('takes no fields but its own', async () => {
    for (const more of [{ active: false }, { version: 7 }, { passwordHash: 'x' }, { sessionEpoch: 9 }])
      refusal(await admin.post('/api/users', newPerson(more)), 'INVALID');
    const wrong = refusal(
      await admin.post('/api/users', { name: '', email: 'x', role: 'boss', password: 'short' }),
      'INVALID',
    );
    expect(wrong.issues?.map((issue) => issue.path).sort()).toEqual(['email', 'name', 'password', 'role']);
  });

  test('repeated by its id gives the same person and a link that works', async () => {
    const body = newPerson({ id: uuidv7() });
    const first = await admin.post('/api/users', body);
    const again = await admin.post('/api/users', body);
    expect([first.status, again.status]).toEqual([201, 200]);
    const repeated = answer(CreateUser, again);
    expect(repeated.user).toEqual(answer(CreateUser, first).user);
    expect(repeated.invitation?.expiresAt).toBe(answer(CreateUser, first).invitation?.expiresAt);
    expect(await historyOf(desk, body.id)).toHaveLength(1);
    expect(await desk.db.prisma.oneTimeLink.count({ where: { userId: body.id } })).toBe(1);
    answer(AcceptInvitation, await accept(desk, secretOf(repeated.invitation?.url)));

    // Taken up since: a repeat has nothing to hand out any more.
    expect(answer(CreateUser, await admin.post('/api/users', body)).invitation).toBeNull();
    refusal(await admin.post('/api/users', { ...body, name: 'Someone else' }), 'ID_USED');
  });

  test('repeated by its key gives the same person, and refuses another body under it', async () => {
    const body = newPerson({ password: CHOSEN });
    const send = (more: object = {}) =>
      admin.post('/api/users', { ...body, ...more }).set('Idempotency-Key', 'add-1');
    const first = await send();
    const again = await send();
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual(first.body);
    refusal(await send({ password: 'some other password' }), 'KEY_REUSED');
  });

  test('repeated by one who is no admin any more hands out no link', async () => {
    const former = await desk.person('admin');
    const body = newPerson({ id: uuidv7() });
    const first = answer(CreateUser, await former.post('/api/users', body));
    await admin.patch(`/api/users/${former.id}`, { version: 1, role: 'editor' }).expect(200);
    refusal(await former.post('/api/users', body), 'NEEDS_ADMIN');
    answer(AcceptInvitation, await accept(desk, secretOf(first.invitation?.url)));
  });
});
