/** Tokens: what programs act with, and what they may do by them. */
import { createHash } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, test } from 'vitest';
import { ENDPOINTS } from '../../server/contract/api.ts';
import { GetMe } from '../../server/contract/people.ts';
import { CreateToken, ListTokens, Scope, scopeOf } from '../../server/contract/tokens.ts';
import { createStory, markBody, type Story } from '../support/claims.ts';
import { answer, refusal } from '../support/contract.ts';
import { ORIGIN, type Person, type Requests, useDesk } from '../support/desk.ts';
import { historyOf, later } from '../support/people.ts';

const desk = useDesk();
let editor: Person;
let other: Person;
let admin: Person;
let story: Story;

beforeAll(async () => {
  editor = await desk.person('editor');
  other = await desk.person('editor');
  admin = await desk.person('admin');
  story = await createStory(editor);
});

const ask = (more: object = {}) => ({ name: 'Wire feed', scopes: ['read', 'claims'], ...more });

async function make(by: Person = editor, more: object = {}) {
  const { token, secret } = answer(CreateToken, await by.post('/api/tokens', ask(more)));
  if (secret === null) throw new Error('a new token has a secret');
  return { token, secret, as: desk.program(secret) };
}
const mark = (as: Requests, quote: string) =>
  as.post(`/api/articles/${story.id}/claims`, markBody(story, quote));

describe('making one', () => {
  test('answers the secret once, keeps its hash, and is in the history of its person', async () => {
    const { token, secret } = await make();
    expect(secret).toMatch(/^claimdesk_[\w-]{43}$/);
    expect(token).toMatchObject({ name: 'Wire feed', scopes: ['read', 'claims'], lastUsedAt: null });
    expect((Date.parse(token.expiresAt) - Date.parse(token.createdAt)) / 86_400_000).toBe(90);
    const row = await desk.db.prisma.apiToken.findUniqueOrThrow({ where: { id: token.id } });
    expect(Buffer.from(row.secretHash).equals(createHash('sha256').update(secret).digest())).toBe(true);
    const event = (await historyOf(desk, editor.id)).at(-1);
    expect(event).toMatchObject({ type: 'person.token_made', actorId: editor.id });
    expect(JSON.stringify(event?.payload?.payload)).not.toContain(secret);
    const { items } = answer(ListTokens, await editor.get('/api/tokens'));
    expect(items[0]).toEqual(token);
    expect(answer(ListTokens, await other.get('/api/tokens')).items).toEqual([]);
  });

  test('lasts as long as it is asked to, up to a year and a day', async () => {
    const end = (days: number) => new Date(desk.clock.now.getTime() + days * 86_400_000).toISOString();
    const expiresAt = end(300);
    expect((await make(editor, { expiresAt })).token.expiresAt).toBe(expiresAt);
    for (const wrong of [end(-1), end(370)]) {
      const response = await editor.post('/api/tokens', ask({ expiresAt: wrong }));
      expect(refusal(response, 'INVALID').issues).toEqual([
        { path: 'expiresAt', message: 'must be within the next 366 days' },
      ]);
    }
  });

  test.each([
    ['no scope', { scopes: [] }],
    ['a scope twice', { scopes: ['read', 'read'] }],
    ['a scope that is none', { scopes: ['everything'] }],
    ['no name', { name: ' ' }],
    ['a field that is none', { role: 'admin' }],
  ])('is refused with %s', async (_, more) => {
    refusal(await editor.post('/api/tokens', ask(more)), 'INVALID');
  });

  test('repeated, gives a new secret to the same token, unless it was used meanwhile', async () => {
    const id = uuidv7();
    const first = await editor.post('/api/tokens', ask({ id }));
    const again = await editor.post('/api/tokens', ask({ id }));
    expect([first.status, again.status]).toEqual([201, 200]);
    const [lost, kept] = [first, again].map((response) => answer(CreateToken, response).secret ?? '');
    refusal(await desk.program(lost ?? '').get('/api/session'), 'TOKEN_INVALID');
    answer(GetMe, await desk.program(kept ?? '').get('/api/session'));
    await expect
      .poll(async () => (await desk.db.prisma.apiToken.findUnique({ where: { id } }))?.lastUsedAt)
      .not.toBeNull();
    expect(answer(CreateToken, await editor.post('/api/tokens', ask({ id }))).secret).toBeNull();
    answer(GetMe, await desk.program(kept ?? '').get('/api/session'));
    refusal(await other.post('/api/tokens', ask({ id })), 'ID_USED');
  });

  test('ends where a person has fifty', async () => {
    const someone = await desk.person('viewer');
    const row = { userId: someone.id, name: 'Old', scopes: ['read'], createdAt: desk.clock.now };
    const expiresAt = new Date(desk.clock.now.getTime() + 86_400_000);
    const rows = Array.from({ length: 50 }, () => uuidv7()).map((id) => ({
      ...{ ...row, id, expiresAt },
      secretHash: createHash('sha256').update(id).digest(),
    }));
    await desk.db.prisma.apiToken.createMany({ data: rows });
    refusal(await someone.post('/api/tokens', ask()), 'TOO_MANY_TOKENS');
    await someone.delete(`/api/tokens/${rows[0]?.id}`).expect(200);
    await make(someone);
  });
});

/** Nobody waits for the note: on a busy machine it comes long after the answer. */
const NOTED_BY_THEN = { timeout: 10_000 };

describe('acting with one', () => {
  test('is acting as its person, and history says by which token', async () => {
    const { as, token } = await make();
    expect(answer(GetMe, await as.get('/api/session'))).toMatchObject({ id: editor.id, role: 'editor' });
    await mark(as, 'Nine children').expect(201);
    const { items } = (await editor.get(`/api/articles/${story.id}/history`)).body;
    expect(items.at(-1)).toMatchObject({ actor: { id: editor.id }, data: { token: token.name } });
    await mark(editor, '120 passengers').expect(201);
    const after = (await editor.get(`/api/articles/${story.id}/history`)).body.items.at(-1);
    expect(after.data).not.toHaveProperty('token');
  });

  test('needs no origin, for no page of another site can send it, and no cookie counts beside it', async () => {
    const { secret, as } = await make();
    await as
      .post('/api/articles/preview', { text: 'It rained for a day.' })
      .set('Origin', 'https://elsewhere.test')
      .expect(200);
    const { id } = answer(GetMe, await other.get('/api/session').set('Authorization', `Bearer ${secret}`));
    expect(id).toBe(editor.id);
    refusal(
      await other.post('/api/articles/preview', { text: 'x' }).set('Origin', 'https://elsewhere.test'),
      'WRONG_ORIGIN',
    );
  });

  test('is noted to the minute', async () => {
    const { as, token } = await make();
    const used = async () =>
      (await desk.db.prisma.apiToken.findUnique({ where: { id: token.id } }))?.lastUsedAt?.getTime() ?? 0;
    await as.get('/api/session').expect(200);
    await expect.poll(used, NOTED_BY_THEN).toBeGreaterThan(0);
    const first = await used();
    await as.get('/api/session').expect(200);
    later(desk, 1);
    await as.get('/api/session').expect(200);
    await expect.poll(used, NOTED_BY_THEN).toBeGreaterThan(first);
    expect((await used()) - first).toBeGreaterThan(3_600_000);
  });

  test.each([
    ['a token that nobody has', 'claimdesk_nobody'],
    ['half a token', 'claimdesk_'],
  ])('is refused with %s, and says how to come in', async (_, secret) => {
    const response = await desk.program(secret).get('/api/session');
    refusal(response, 'TOKEN_INVALID');
    expect(response.headers['www-authenticate']).toBe('Bearer error="invalid_token"');
  });

  test('leaves other schemes, a proxy’s perhaps, alone', async () => {
    const basic = (as: Requests) => as.get('/api/session').set('Authorization', 'Basic cHJveHk6cHJveHk=');
    expect(answer(GetMe, await basic(editor)).id).toBe(editor.id);
    const response = await basic(desk.newcomer());
    refusal(response, 'NOT_SIGNED_IN');
    expect(response.headers['www-authenticate']).toBe('Bearer');
  });

  test('ends with the token, its time, and its person’s access', async () => {
    const { as, token } = await make();
    await editor.delete(`/api/tokens/${token.id}`).expect(200);
    refusal(await as.get('/api/session'), 'TOKEN_INVALID');
    await editor.delete(`/api/tokens/${token.id}`).expect(200);
    refusal(await other.delete(`/api/tokens/${token.id}`), 'NOT_FOUND');

    const short = await make(editor, {
      expiresAt: new Date(desk.clock.now.getTime() + 3_600_000).toISOString(),
    });
    later(desk, 2);
    refusal(await short.as.get('/api/session'), 'TOKEN_INVALID');
    const { items } = answer(ListTokens, await editor.get('/api/tokens'));
    expect(items.map(({ id }) => id)).not.toContain(short.token.id);

    const leaver = await desk.person('editor');
    const theirs = await make(leaver);
    await theirs.as.get('/api/session').expect(200);
    await admin.patch(`/api/users/${leaver.id}`, { version: 1, active: false }).expect(200);
    refusal(await theirs.as.get('/api/session'), 'TOKEN_INVALID');
  });

  test('never goes beyond its person: a viewer’s opens no writing, another’s no restricted story', async () => {
    const viewer = await make(await desk.person('viewer'));
    refusal(await mark(viewer.as, 'Nobody knows'), 'NEEDS_EDITOR');
    const hidden = await createStory(editor, { access: 'restricted' });
    const theirs = await make(other);
    refusal(await theirs.as.get(`/api/articles/${hidden.id}`), 'NOT_FOUND');
  });

  test('logs no secret', async () => {
    const { secret, as } = await make();
    await as.get('/api/session').expect(200);
    refusal(await desk.program(`${secret}x`).get('/api/session'), 'TOKEN_INVALID');
    expect(desk.logged.join('\n')).not.toContain(secret);
  });
});

describe('a scope', () => {
  const programs = new Map<Scope, Requests>();
  beforeAll(async () => {
    for (const scope of Scope.options)
      programs.set(scope, (await make(admin, { scopes: Scope.options.filter((one) => one !== scope) })).as);
  });
  const closed = [...ENDPOINTS].filter(([, { open }]) => !open);

  test.each(closed)('that is missing is named, or no token opens it: %s', async (_, endpoint) => {
    const scope = scopeOf(endpoint);
    const as = programs.get(scope ?? 'read');
    if (as === undefined) throw new Error('every scope has a program without it');
    const address = endpoint.path.replace(/:\w+/g, () => uuidv7());
    const response = await as[endpoint.method](address, endpoint.method === 'get' ? undefined : {});
    if (scope === null) refusal(response, 'NOT_BY_TOKEN');
    else
      expect(refusal(response, 'TOKEN_SCOPE').issues).toEqual([
        { path: 'Authorization', message: `needs a token with the scope “${scope}”` },
      ]);
  });

  test.each([
    ['application/json', '{"format":'],
    ['application/zip', 'no archive'],
  ])('that is missing is named before a whole story’s body is read: %s', async (type, body) => {
    const sent = (as: Requests | undefined) =>
      (as ?? desk.stranger)
        .post('/api/stories')
        .set('Content-Type', type)
        .serialize((own) => own)
        .send(body);
    refusal(await sent(programs.get('stories')), 'TOKEN_SCOPE');
    // The same body, to whoever may send one, is read and is none.
    expect([400, 422]).toContain((await sent(programs.get('read'))).status);
  });

  test('is nothing to a person who is signed in', async () => {
    await editor.post('/api/articles/preview', { text: 'It rained.' }).set('Origin', ORIGIN).expect(200);
  });
});
