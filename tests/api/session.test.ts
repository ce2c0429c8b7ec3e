/** Signing in, staying in, going out. */
import * as argon2 from '@node-rs/argon2';
import type { SessionData } from 'express-session';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { ChangePassword, GetMe, SignIn, SignOut } from '../../server/contract/people.ts';
import { createTryLimit, networkOf } from '../../server/features/people/sign-in-limit.ts';
import { forgetOldSessions, SessionStore } from '../../server/http/session-store.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, type Requests, useDesk } from '../support/desk.ts';
import { countStatements } from '../support/statements.ts';

// The hash is what takes the time of a sign-in: its calls are counted, and it stays what it is.
vi.mock('@node-rs/argon2', { spy: true });

const desk = useDesk();
const NEXT = 'a longer and a newer password';

const signIn = (as: Requests, person: Pick<Person, 'email' | 'password'>) =>
  as.post('/api/session', { email: person.email, password: person.password });

/** Another browser of the same person. */
async function secondBrowser(person: Person): Promise<Requests> {
  const browser = desk.newcomer();
  answer(SignIn, await signIn(browser, person));
  return browser;
}

/** `name=value` of the session's cookie, as an answer sets it. */
const cookieOf = (response: { headers: Record<string, unknown> }): string =>
  String(response.headers['set-cookie']).split(';', 1).join('');

/** What a hash says of the work it took: all but its salt and itself. */
const priceOf = (hashed: string) => hashed.split('$').slice(0, 4).join('$');

const stored = (person: Person) => desk.db.prisma.user.findUniqueOrThrow({ where: { id: person.id } });

describe('signing in', () => {
  test('answers who came in and what they may do', async () => {
    const ada = await desk.person('editor', 'Ada Quill');
    const me = answer(SignIn, await signIn(desk.newcomer(), ada));
    expect(me).toEqual({
      id: ada.id,
      name: 'Ada Quill',
      email: ada.email,
      role: 'editor',
      can: ['create_article', 'edit_sources'],
    });
    expect(answer(GetMe, await ada.get('/api/session'))).toEqual(me);
  });

  test.each([
    ['viewer', []],
    ['reviewer', ['create_article', 'edit_sources']],
    ['admin', ['create_article', 'edit_sources', 'manage_people', 'manage_webhooks']],
  ] as const)('tells a %s what they may do', async (role, can) => {
    const person = await desk.person(role);
    expect(answer(GetMe, await person.get('/api/session')).can).toEqual(can);
  });

  test('is blind to the case of the address and to blanks around it', async () => {
    const ada = await desk.person('editor');
    const response = await signIn(desk.newcomer(), { ...ada, email: `  ${ada.email.toUpperCase()} ` });
    expect(answer(SignIn, response).id).toBe(ada.id);
  });

  test('takes a password typed on a keyboard that composes its accents otherwise', async () => {
    const ada = await desk.person('editor');
    await ada
      .put('/api/me/password', { current: ada.password, next: 'caf\u00e9 au lait, toujours' })
      .expect(200);
    answer(SignIn, await signIn(desk.newcomer(), { ...ada, password: 'cafe\u0301 au lait, toujours' }));
  });

  test('sets a cookie that scripts cannot read and other sites do not send', async () => {
    const ada = await desk.person('editor');
    const response = await signIn(desk.newcomer(), ada);
    const cookie = String(response.headers['set-cookie']);
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Lax');
    expect(response.headers['cache-control']).toBe('no-store');
  });

  test('refuses a wrong password, an unknown address and what is no address with one answer', async () => {
    const ada = await desk.person('editor');
    const tries = [
      { email: ada.email, password: 'not the password at all' },
      { email: ada.email, password: '' },
      { email: 'nobody@desk.test', password: ada.password },
      { email: 'no address', password: ada.password },
      { email: `${ada.email}\0`, password: ada.password },
    ];
    const bodies = [];
    for (const body of tries) {
      const response = await desk.newcomer().post('/api/session', body);
      bodies.push(refusal(response, 'WRONG_CREDENTIALS'));
      expect(response.headers['set-cookie']).toBeUndefined();
    }
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1);
  });

  test('refuses a deactivated person as if the password were wrong', async () => {
    const ada = await desk.person('editor');
    await desk.db.prisma.user.update({ where: { id: ada.id }, data: { active: false } });
    refusal(await signIn(desk.newcomer(), ada), 'WRONG_CREDENTIALS');
  });

  test('refuses one who has not taken up the invitation', async () => {
    const ada = await desk.person('editor');
    await desk.db.prisma.user.update({ where: { id: ada.id }, data: { passwordHash: null } });
    for (const password of [ada.password, '', 'nobody has this password'])
      refusal(await signIn(desk.newcomer(), { ...ada, password }), 'WRONG_CREDENTIALS');
  });

  test('hashes once at each try, at one price, whoever is asked for', async () => {
    const ada = await desk.person('editor');
    const invited = await desk.person('editor');
    await desk.db.prisma.user.update({ where: { id: invited.id }, data: { passwordHash: null } });
    const left = await desk.person('editor');
    await desk.db.prisma.user.update({ where: { id: left.id }, data: { active: false } });
    // The first try of all also makes the hash that unknown addresses are held against.
    await signIn(desk.newcomer(), { email: 'first@desk.test', password: 'not the password at all' });
    for (const email of ['unknown@desk.test', 'no address', ada.email, invited.email, left.email]) {
      vi.mocked(argon2.verify).mockClear();
      vi.mocked(argon2.hash).mockClear();
      await signIn(desk.newcomer(), { email, password: 'not the password at all' });
      const tried = vi.mocked(argon2.verify).mock.calls.map(([hashed]) => priceOf(String(hashed)));
      expect(tried, email).toEqual(['$argon2id$v=19$m=19456,t=2,p=1']);
      expect(argon2.hash).not.toHaveBeenCalled();
    }
  });

  test('refuses what is not the shape of a sign-in', async () => {
    const extra = await desk
      .newcomer()
      .post('/api/session', { email: 'a@desk.test', password: 'x', role: 'admin' });
    expect(refusal(extra, 'INVALID').issues).toHaveLength(1);
    refusal(await desk.newcomer().post('/api/session', {}), 'INVALID');
  });

  test('refuses a sign-in that another site sends', async () => {
    const ada = await desk.person('editor');
    const response = await signIn(desk.newcomer(), ada).set('Origin', 'https://elsewhere.test');
    refusal(response, 'WRONG_ORIGIN');
    expect(response.headers['set-cookie']).toBeUndefined();
  });
});

describe('a session', () => {
  test('is a new one at each sign-in: one planted before is worth nothing after', async () => {
    const intruder = await desk.person('viewer');
    const ada = await desk.person('admin');
    const browser = desk.newcomer();
    const planted = cookieOf(await signIn(browser, intruder));
    const own = cookieOf(await signIn(browser, ada));

    expect(own).not.toBe(planted);
    refusal(await desk.newcomer().get('/api/session').set('Cookie', planted), 'NOT_SIGNED_IN');
    const me = await desk.newcomer().get('/api/session').set('Cookie', own);
    expect(answer(GetMe, me).id).toBe(ada.id);
  });

  test('is not made for those who do not sign in', async () => {
    const before = await desk.db.prisma.session.count();
    const response = await desk.newcomer().get('/api/session');
    refusal(response, 'NOT_SIGNED_IN');
    expect(response.headers['set-cookie']).toBeUndefined();
    expect(await desk.db.prisma.session.count()).toBe(before);
  });

  test('cannot be made up: the cookie is signed', async () => {
    const ada = await desk.person('editor');
    const cookie = cookieOf(await signIn(desk.newcomer(), ada));
    const forged = cookie.replace(/\.[^.]+$/, '.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA');
    refusal(await desk.newcomer().get('/api/session').set('Cookie', forged), 'NOT_SIGNED_IN');
  });

  test('ends at signing out, also for whoever kept the cookie', async () => {
    const ada = await desk.person('editor');
    const browser = desk.newcomer();
    const cookie = cookieOf(await signIn(browser, ada));
    expect(answer(SignOut, await browser.delete('/api/session'))).toBeNull();

    refusal(await browser.get('/api/session'), 'NOT_SIGNED_IN');
    refusal(await desk.newcomer().get('/api/session').set('Cookie', cookie), 'NOT_SIGNED_IN');
    refusal(await browser.delete('/api/session'), 'NOT_SIGNED_IN');
    answer(GetMe, await ada.get('/api/session'));
  });

  test('ends at once when the person is deactivated, and does not come back with them', async () => {
    const admin = await desk.person('admin');
    const ada = await desk.person('editor');
    await admin.patch(`/api/users/${ada.id}`, { version: 1, active: false }).expect(200);
    refusal(await ada.get('/api/session'), 'NOT_SIGNED_IN');
    refusal(await ada.get('/api/users'), 'NOT_SIGNED_IN');
    const write = await ada.put('/api/me/password', { current: ada.password, next: NEXT });
    refusal(write, 'NOT_SIGNED_IN');

    await admin.patch(`/api/users/${ada.id}`, { version: 2, active: true }).expect(200);
    refusal(await ada.get('/api/session'), 'NOT_SIGNED_IN');
    answer(SignIn, await signIn(ada, ada));
    answer(GetMe, await ada.get('/api/session'));
  });
});

test('requests at the same moment are looked up together, and none shares what another may change', async () => {
  const ada = await desk.person('editor');
  const response = await signIn(desk.newcomer(), ada);
  const sid = /^s:([^.]+)/.exec(decodeURIComponent(cookieOf(response).split('=')[1] ?? ''))?.[1] ?? '';
  const store = new SessionStore(desk.db.pool);
  const read = (id: string) =>
    new Promise<SessionData | null>((resolve, reject) => {
      store.get(id, (error, session) => (error ? reject(error) : resolve(session ?? null)));
    });
  try {
    let found: (SessionData | null)[] = [];
    expect(
      await countStatements(async () => {
        found = await Promise.all([sid, sid, 'none', sid].map(read));
      }),
    ).toBe(2);
    const [one, two, none, three] = found;
    expect(none).toBeNull();
    expect(one).not.toBeNull();
    expect([two, three]).toEqual([one, one]);
    expect(new Set([one, two, three]).size).toBe(3);
  } finally {
    store.close();
  }
});

describe('a session ends by the database’s clock', () => {
  const HOUR = 3_600_000;
  afterEach(() => {
    vi.useRealTimers();
  });

  test.each([-1, 1])('also one that was opened by a server whose clock is %i hours off', async (hours) => {
    const ada = await desk.person('editor');
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + hours * HOUR });
    const response = await signIn(desk.newcomer(), ada);
    const sid = /^s:([^.]+)/.exec(decodeURIComponent(cookieOf(response).split('=')[1] ?? ''))?.[1];
    const [row] = await desk.db.prisma.$queryRaw<{ hours: number }[]>`
      SELECT (extract(epoch FROM expire - now()) / 3600)::float8 AS hours FROM sessions WHERE sid = ${sid}`;
    expect(row?.hours).toBeCloseTo(16, 1);
  });

  test('and what has ended is forgotten, what has not is kept', async () => {
    const [ended, going] = [await desk.person('editor'), await desk.person('editor')];
    await desk.db.prisma.$executeRaw`
      UPDATE sessions SET expire = now() - interval '1 s' WHERE sess #>> '{passport,user,id}' = ${ended.id}`;
    await forgetOldSessions(desk.db.pool);
    const left = await desk.db.prisma.$queryRaw<{ id: string }[]>`
      SELECT sess #>> '{passport,user,id}' AS id FROM sessions`;
    expect(left).toContainEqual({ id: going.id });
    expect(left).not.toContainEqual({ id: ended.id });
  });
});

test('each request looks whether its person still has access, whatever their session says', async () => {
  const ada = await desk.person('editor');
  await desk.db.prisma.user.update({ where: { id: ada.id }, data: { active: false } });
  refusal(await ada.get('/api/session'), 'NOT_SIGNED_IN');
});

describe('changing one’s password', () => {
  test('ends every other session of this person and keeps this one, under a new id', async () => {
    const ada = await desk.person('editor');
    const other = await desk.person('editor');
    const elsewhere = await secondBrowser(ada);
    const response = await ada.put('/api/me/password', { current: ada.password, next: NEXT });
    expect(answer(ChangePassword, response)).toBeNull();
    expect(response.headers['set-cookie']).toBeDefined();

    expect(answer(GetMe, await ada.get('/api/session')).id).toBe(ada.id);
    refusal(await elsewhere.get('/api/session'), 'NOT_SIGNED_IN');
    answer(GetMe, await other.get('/api/session'));
    refusal(await signIn(desk.newcomer(), ada), 'WRONG_CREDENTIALS');
    answer(SignIn, await signIn(desk.newcomer(), { ...ada, password: NEXT }));
  });

  test('records that it happened, and nothing of the password', async () => {
    const ada = await desk.person('editor');
    await ada.put('/api/me/password', { current: ada.password, next: NEXT }).expect(200);
    const events = await desk.db.prisma.event.findMany({
      where: { streamId: ada.id },
      include: { payload: true },
    });
    expect(events).toMatchObject([
      { type: 'person.password_changed', actorId: ada.id, actorName: ada.name, payload: { payload: {} } },
    ]);
  });

  test('repeated under its key changes nothing more', async () => {
    const ada = await desk.person('editor');
    const send = () =>
      ada.put('/api/me/password', { current: ada.password, next: NEXT }).set('Idempotency-Key', 'change-1');
    answer(ChangePassword, await send());
    const after = await stored(ada);
    answer(ChangePassword, await send());
    expect(await stored(ada)).toEqual(after);
    const other = { current: ada.password, next: 'yet another long password' };
    refusal(await ada.put('/api/me/password', other).set('Idempotency-Key', 'change-1'), 'KEY_REUSED');
  });

  test('keeps no digest against which passwords could be tried fast', async () => {
    const ada = await desk.person('editor');
    const { digestOf } = await import('../../server/database/chain.ts');
    const body = { current: ada.password, next: NEXT };
    await ada.put('/api/me/password', body).set('Idempotency-Key', 'change-2').expect(200);
    const kept = await desk.db.prisma.idempotencyKey.findMany({ where: { userId: ada.id } });
    expect(kept).toHaveLength(1);
    const plain = digestOf(['PUT', '/api/me/password', body]);
    expect(Buffer.from(kept[0]?.bodyDigest ?? []).equals(plain)).toBe(false);
  });

  test('of two at once, one is refused', async () => {
    const ada = await desk.person('editor');
    const elsewhere = await secondBrowser(ada);
    const change = (as: Requests, next: string) =>
      as.put('/api/me/password', { current: ada.password, next });
    const answers = await Promise.all([
      change(ada, 'the first new password'),
      change(elsewhere, 'the second new password'),
    ]);
    expect(answers.map((response) => response.status).sort()).toEqual([200, 401]);
    const row = await stored(ada);
    expect(row.sessionEpoch).toBe(2);
  });

  test('refuses a wrong present password and a short new one, and changes nothing', async () => {
    const ada = await desk.person('editor');
    const before = await stored(ada);
    const wrong = { current: 'not the password at all', next: NEXT };
    refusal(await ada.put('/api/me/password', wrong), 'WRONG_PASSWORD');
    const short = refusal(
      await ada.put('/api/me/password', { current: ada.password, next: 'eleven char' }),
      'INVALID',
    );
    expect(short.issues).toEqual([{ path: 'next', message: 'must have at least 12 characters' }]);
    refusal(await ada.put('/api/me/password', { current: ada.password, next: `${NEXT}\ud800` }), 'INVALID');
    expect(await stored(ada)).toEqual(before);
    answer(GetMe, await ada.get('/api/session'));
    refusal(await desk.newcomer().put('/api/me/password', wrong), 'NOT_SIGNED_IN');
  });

  test('cannot be used to find the present password by trying', async () => {
    const ada = await desk.person('editor');
    for (let tries = 0; tries < 10; tries += 1)
      refusal(await ada.put('/api/me/password', { current: `wrong ${tries}`, next: NEXT }), 'WRONG_PASSWORD');
    refusal(await ada.put('/api/me/password', { current: ada.password, next: NEXT }), 'TOO_OFTEN');
    answer(SignIn, await signIn(desk.newcomer(), ada));
  });
});

describe('trying passwords', () => {
  const from = (address: string, person: Pick<Person, 'email' | 'password'>) =>
    signIn(desk.newcomer(), person).set('X-Forwarded-For', address);
  let ada: Person;
  beforeAll(async () => {
    ada = await desk.person('editor');
    for (let tries = 0; tries < 10; tries += 1)
      refusal(await from('192.0.2.1', { ...ada, password: `wrong ${tries}` }), 'WRONG_CREDENTIALS');
  });

  test('is refused after ten, also with the right one, and says when to come back', async () => {
    const response = await from('192.0.2.1', ada);
    const { retryAfter = 0 } = refusal(response, 'TOO_OFTEN');
    expect(retryAfter).toBeGreaterThan(0);
    expect(retryAfter).toBeLessThanOrEqual(900);
    expect(response.headers['retry-after']).toBe(String(retryAfter));
    expect(response.headers['set-cookie']).toBeUndefined();
  });

  test('is refused for that address in whatever case', async () => {
    refusal(await from('192.0.2.1', { ...ada, email: ada.email.toUpperCase() }), 'TOO_OFTEN');
  });

  test('leaves the same person alone elsewhere, and others at the same place', async () => {
    answer(SignIn, await from('192.0.2.2', ada));
    answer(SignIn, await from('192.0.2.1', await desk.person('editor')));
  });

  test('starts anew after the right one', async () => {
    const other = await desk.person('editor');
    for (let round = 0; round < 2; round += 1) {
      for (let tries = 0; tries < 9; tries += 1)
        refusal(await from('192.0.2.3', { ...other, password: 'wrong' }), 'WRONG_CREDENTIALS');
      answer(SignIn, await from('192.0.2.3', other));
    }
  });

  test('counts tries that are sent all at once', async () => {
    const other = await desk.person('editor');
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => from('192.0.2.4', { ...other, password: 'wrong' })),
    );
    expect(answers.filter((response) => response.status === 401)).toHaveLength(10);
    expect(answers.filter((response) => response.status === 429)).toHaveLength(10);
  });
});

describe('the limit', () => {
  const taken = async (take: () => Promise<void>) =>
    take().then(
      () => 'taken',
      (error) => error.code,
    );

  test('holds for one place over all persons, and does not count right tries', async () => {
    const limit = createTryLimit();
    for (let tries = 0; tries < 150; tries += 1) {
      await limit.take('someone', '198.51.100.7');
      await limit.forgive('someone', '198.51.100.7');
    }
    for (let person = 0; person < 100; person += 1) await limit.take(`person ${person}`, '198.51.100.7');
    expect(await taken(() => limit.take('one more', '198.51.100.7'))).toBe('TOO_OFTEN');
    expect(await taken(() => limit.take('one more', '198.51.100.8'))).toBe('taken');
  });

  test.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0db8:0001:0002::9', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
    ['', ''],
  ])('takes %s for the network %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

test('the log holds no password', async () => {
  const ada = await desk.person('editor');
  await signIn(desk.newcomer(), { ...ada, password: 'typed into the wrong field' });
  await ada.put('/api/me/password', { current: ada.password, next: NEXT });
  const log = desk.logged.join('\n');
  expect(log).toContain('/api/me/password');
  for (const secret of [ada.password, 'typed into the wrong field', NEXT, 'claimdesk='])
    expect(log).not.toContain(secret);
});
