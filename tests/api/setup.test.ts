/** The first admin. */
import { pino } from 'pino';
import { beforeEach, describe, expect, test } from 'vitest';
import { GetMe, GetSetup, SetUp, SignIn } from '../../server/contract/people.ts';
import { ensureFirstAdmin } from '../../server/features/people/setup.service.ts';
import { answer, refusal } from '../support/contract.ts';
import { ORIGIN, useDesk } from '../support/desk.ts';

const TOKEN = 'the-token-that-the-first-start-printed';
const desk = useDesk({ setupToken: TOKEN });
const tokenless = useDesk();

const ADA = { name: 'Ada Quill', email: 'Ada@Desk.test', password: 'a password for setting up' };

beforeEach(async () => {
  // Each test begins with nobody; history stays, as it always does.
  for (const { db } of [desk, tokenless])
    for (const table of ['sessions', 'one_time_links', 'idempotency_keys', 'users'])
      await db.pool.query(`DELETE FROM ${table}`);
});

const people = () => desk.db.prisma.user.findMany();

describe('set-up', () => {
  test('is needed until there is somebody', async () => {
    expect(answer(GetSetup, await desk.stranger.get('/api/setup'))).toEqual({ needed: true });
    await desk.person('viewer');
    expect(answer(GetSetup, await desk.stranger.get('/api/setup'))).toEqual({ needed: false });
  });

  test('makes the first admin and signs them in', async () => {
    const browser = desk.newcomer();
    const response = await browser.post('/api/setup', { token: TOKEN, ...ADA });
    expect(response.status).toBe(201);
    const me = answer(SetUp, response);
    expect(me).toMatchObject({ name: 'Ada Quill', email: 'ada@desk.test', role: 'admin' });
    expect(me.can).toContain('manage_people');
    expect(answer(GetMe, await browser.get('/api/session'))).toEqual(me);
    answer(
      SignIn,
      await desk.newcomer().post('/api/session', { email: 'ada@desk.test', password: ADA.password }),
    );
  });

  test('stands in the new admin’s own history, made by themselves, without the password', async () => {
    const me = answer(SetUp, await desk.newcomer().post('/api/setup', { token: TOKEN, ...ADA }));
    const events = await desk.db.prisma.event.findMany({
      where: { streamId: me.id },
      include: { payload: true },
    });
    expect(events).toMatchObject([
      {
        seq: 1,
        type: 'person.added',
        actorId: me.id,
        actorName: 'Ada Quill',
        payload: { payload: { after: { name: 'Ada Quill', email: 'ada@desk.test', role: 'admin' } } },
      },
    ]);
  });

  test.each([
    ['another token', `${TOKEN}x`],
    ['a part of it', TOKEN.slice(0, -1)],
    ['none', ''],
  ])('refuses %s and makes nobody', async (_what, token) => {
    const response = await desk.newcomer().post('/api/setup', { token, ...ADA });
    refusal(response, 'SETUP_TOKEN');
    expect(response.headers['set-cookie']).toBeUndefined();
    expect(await people()).toEqual([]);
  });

  test('refuses any token where none was printed', async () => {
    for (const token of ['', 'null', TOKEN])
      refusal(await tokenless.newcomer().post('/api/setup', { token, ...ADA }), 'SETUP_TOKEN');
    expect(await tokenless.db.prisma.user.count()).toBe(0);
  });

  test('refuses the right token once there is somebody, even somebody who may do little', async () => {
    const viewer = await desk.person('viewer');
    refusal(await desk.newcomer().post('/api/setup', { token: TOKEN, ...ADA }), 'ALREADY_SET_UP');
    expect((await people()).map((row) => row.id)).toEqual([viewer.id]);
  });

  test('refuses a short password, a wrong address and fields that are not its own', async () => {
    const send = (body: object) => desk.newcomer().post('/api/setup', { token: TOKEN, ...ADA, ...body });
    expect(refusal(await send({ password: 'eleven char' }), 'INVALID').issues?.[0]?.path).toBe('password');
    expect(refusal(await send({ email: 'nowhere' }), 'INVALID').issues?.[0]?.path).toBe('email');
    expect(refusal(await send({ name: ' ' }), 'INVALID').issues?.[0]?.path).toBe('name');
    refusal(await send({ role: 'admin' }), 'INVALID');
    expect(await people()).toEqual([]);
  });

  test('of many at once lets one through', async () => {
    const answers = await Promise.all(
      ['a', 'b', 'c', 'd'].map((one) =>
        desk.newcomer().post('/api/setup', { token: TOKEN, ...ADA, email: `${one}@desk.test` }),
      ),
    );
    expect(answers.map((response) => response.status).sort()).toEqual([201, 409, 409, 409]);
    for (const response of answers.filter(({ status }) => status === 409))
      refusal(response, 'ALREADY_SET_UP');
    expect(await people()).toHaveLength(1);
  });

  test('leaves neither token nor password in the log', async () => {
    await desk.newcomer().post('/api/setup', { token: TOKEN, ...ADA });
    const log = desk.logged.join('\n');
    expect(log).toContain('/api/setup');
    expect(log).not.toContain(TOKEN);
    expect(log).not.toContain(ADA.password);
  });
});

describe('the first start', () => {
  const services = () => ({
    db: desk.db,
    now: () => new Date('2026-03-02T09:00:00.000Z'),
    log: pino({ level: 'silent' }),
    historyKey: desk.historyKey,
    sourceKey: Buffer.alloc(32),
    policy: { signOffBy: 'reviewer' as const, reviewFacts: true, minSources: 1 },
    filesDir: '/nowhere',
    publicUrl: ORIGIN,
    publisher: { name: null, url: null },
    privateWebhooks: false,
    sendsMail: false,
  });
  const admin = { email: 'desk.head@desk.test', password: 'a password from the environment' };

  test('gives a token to print, another each time, and makes nobody', async () => {
    const tokens = [await ensureFirstAdmin(services()), await ensureFirstAdmin(services())];
    expect(new Set(tokens).size).toBe(2);
    for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/);
    expect(await people()).toEqual([]);
  });

  test('makes the admin that the environment names, called by the address', async () => {
    expect(await ensureFirstAdmin(services(), admin)).toBeNull();
    expect(await people()).toMatchObject([{ name: 'desk.head', email: admin.email, role: 'admin' }]);
    answer(SignIn, await desk.newcomer().post('/api/session', admin));
  });

  test('does nothing where there is somebody', async () => {
    const viewer = await desk.person('viewer');
    expect(await ensureFirstAdmin(services())).toBeNull();
    expect(await ensureFirstAdmin(services(), admin)).toBeNull();
    expect((await people()).map((row) => row.id)).toEqual([viewer.id]);
  });

  test('of two servers makes one admin, and both go on', async () => {
    const both = await Promise.all([
      ensureFirstAdmin(services(), admin),
      ensureFirstAdmin(services(), { ...admin, email: 'other@desk.test' }),
    ]);
    expect(both).toEqual([null, null]);
    expect(await people()).toHaveLength(1);
  });
});
