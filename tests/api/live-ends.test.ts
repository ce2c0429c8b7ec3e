/** Streams of events that end, and what comes through when much goes wrong: access, tokens, slowness, lost connections. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GetArticle, SetMembers } from '../../server/contract/articles.ts';
import { Problem } from '../../server/contract/problem.ts';
import { CreateToken } from '../../server/contract/tokens.ts';
import { comment } from '../support/attached.ts';
import { createStory, mark, type Story } from '../support/claims.ts';
import { answer } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { follow, type LiveApp, send, startApp, upTo } from '../support/live.ts';

const desk = useDesk();
let editor: Person;
let other: Person;
let admin: Person;
let app: LiveApp;
const open: LiveApp[] = [];

const started = async (settings: Parameters<typeof startApp>[1] = {}): Promise<LiveApp> => {
  const one = await startApp(desk, settings);
  open.push(one);
  return one;
};

beforeAll(async () => {
  editor = await desk.person('editor');
  other = await desk.person('editor');
  admin = await desk.person('admin');
  app = await started({ heartbeat: 60_000 });
});
afterAll(() => Promise.all(open.map((one) => one.close())));

const setMembers = async ({ id }: Story, memberIds: string[]): Promise<void> => {
  const { version } = answer(GetArticle, await editor.get(`/api/articles/${id}`));
  answer(SetMembers, await editor.put(`/api/articles/${id}/members`, { version, memberIds }));
};
const tokenOf = async (person: Person, scope: string) => {
  const made = answer(CreateToken, await person.post('/api/tokens', { name: 'Wire', scopes: [scope] }));
  return { id: made.token.id, secret: made.secret ?? '' };
};

describe('who may not see the story', () => {
  test('is told that there is none, and nobody is nobody', async () => {
    const story = await createStory(editor, { access: 'restricted' });
    const cookie = await app.signIn(other);
    const { secret } = await tokenOf(editor, 'claims');
    expect(await fetchRefusal({ cookie: '' }, story.id)).toBe('NOT_SIGNED_IN');
    expect(await fetchRefusal({ cookie }, story.id)).toBe('NOT_FOUND');
    expect(await fetchRefusal({ token: secret }, story.id)).toBe('TOKEN_SCOPE');
  });

  test('from a moment on, is told nothing from that moment on, not what took it from them either', async () => {
    const story = await createStory(editor, { access: 'restricted', memberIds: [other.id] });
    const claim = await mark(editor, story, '120 passengers');
    const theirs = await follow(app, { cookie: await app.signIn(other) }, story.id);
    const mine = await follow(app, { cookie: await app.signIn(editor) }, story.id);
    await theirs.until(() => theirs.presences.length > 0);
    await mine.until(() => mine.presences.length > 0);
    await setMembers(story, []);
    await comment(editor, claim, 'Between us');
    await theirs.ended;
    expect(theirs.byes).toEqual([{ because: 'not_allowed' }]);
    expect(theirs.seqs()).toEqual([1, 2]);
    await mine.untilSeq(4);
    mine.hangUp();
  });

  test('who was deactivated, or whose token was taken back, is sent away at once', async () => {
    const story = await createStory(editor);
    const gone = await desk.person('editor');
    const theirs = await follow(app, { cookie: await app.signIn(gone) }, story.id);
    const { id, secret } = await tokenOf(editor, 'read');
    const program = await follow(app, { token: secret }, story.id);
    for (const stream of [theirs, program]) await stream.until(() => stream.presences.length > 0);
    await admin.patch(`/api/users/${gone.id}`, { version: 1, active: false }).expect(200);
    await editor.delete(`/api/tokens/${id}`).expect(200);
    await Promise.all([theirs.ended, program.ended]);
    expect([theirs.byes, program.byes]).toEqual([[{ because: 'signed_out' }], [{ because: 'signed_out' }]]);
  });

  test('who signed out is sent away at once, at every server, and stays where they are signed in still', async () => {
    const next = await started({ heartbeat: 60_000 });
    const story = await createStory(editor);
    const claim = await mark(editor, story, '120 passengers');
    const cookie = await app.signIn(other);
    const elsewhere = await next.signIn(other);
    const streams = await Promise.all([app, next].map((at) => follow(at, { cookie }, story.id)));
    const stays = await follow(app, { cookie: elsewhere }, story.id);
    for (const stream of [...streams, stays]) await stream.until(() => stream.presences.length > 0);
    await send(app, cookie, 'DELETE', '/api/session');
    await Promise.all(streams.map(({ ended }) => ended));
    expect(streams.map(({ byes }) => byes)).toEqual([
      [{ because: 'signed_out' }],
      [{ because: 'signed_out' }],
    ]);
    await comment(editor, claim, 'Meanwhile');
    await stays.untilSeq(3);
    expect(stays.byes).toEqual([]);
    stays.hangUp();
  });

  test('whose password was changed is sent away at once, but not where they changed it', async () => {
    const person = await desk.person('editor');
    const story = await createStory(editor);
    const [here, there] = [await app.signIn(person), await app.signIn(person)];
    const stream = await follow(app, { cookie: there }, story.id);
    await stream.until(() => stream.presences.length > 0);
    await send(app, here, 'PUT', '/api/me/password', {
      current: person.password,
      next: 'Another long one 7',
    });
    await stream.ended;
    expect(stream.byes).toEqual([{ because: 'signed_out' }]);
  });

  test('whose session or token runs out is sent away then, and no later', async () => {
    const story = await createStory(editor);
    const person = await desk.person('editor');
    const { id, secret } = await tokenOf(person, 'read');
    const cookie = await app.signIn(person);
    await desk.db.pool.query(
      `UPDATE sessions SET expire = now() + interval '1 s' WHERE sess #>> '{passport,user,id}' = $1`,
      [person.id],
    );
    await desk.db.pool.query(
      "UPDATE api_tokens SET expires_at = $2::timestamptz + interval '5 s' WHERE id = $1",
      [id, desk.clock.now],
    );
    const streams = [await follow(app, { cookie }, story.id), await follow(app, { token: secret }, story.id)];
    await Promise.all(streams.map(({ ended }) => ended));
    expect(streams.map(({ byes }) => byes)).toEqual([
      [{ because: 'signed_out' }],
      [{ because: 'signed_out' }],
    ]);
  });
});

describe('what goes wrong', () => {
  test('a listening connection that is killed loses nothing', async () => {
    const story = await createStory(editor);
    const claim = await mark(editor, story, '120 passengers');
    const stream = await follow(app, { cookie: await app.signIn(editor) }, story.id);
    await stream.until(() => stream.presences.length > 0);
    for (const n of upTo(1, 3)) {
      await desk.db.pool.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND application_name = 'claimdesk listening'`,
      );
      await comment(editor, claim, `${n}`);
      await stream.untilSeq(2 + n);
    }
    expect(stream.seqs()).toEqual(upTo(1, 5));
    stream.hangUp();
  });

  test('a server that stops sends its readers to come back, at another one', async () => {
    const going = await started();
    const story = await createStory(editor);
    const claim = await mark(editor, story, '120 passengers');
    const cookie = await going.signIn(editor);
    const stream = await follow(going, { cookie }, story.id);
    await stream.until(() => stream.presences.length > 0);
    await expect.poll(async () => (await fetch(`${going.address}/api/ready`)).status).toBe(200);
    going.sendAway();
    await stream.ended;
    expect(stream.byes).toEqual([{ because: 'restart' }]);
    expect((await fetch(`${going.address}/api/ready`)).status).toBe(503);
    expect(await fetchRefusal({ cookie }, story.id, going)).toBe('UNAVAILABLE');
    await comment(editor, claim, 'Meanwhile');
    const again = await follow(app, { cookie }, story.id, { lastEventId: 2 });
    await again.untilSeq(3);
    expect(again.seqs()).toEqual([3]);
    again.hangUp();
  });
});

async function fetchRefusal(
  who: Parameters<typeof follow>[1],
  articleId: string,
  at: LiveApp = app,
): Promise<string> {
  const headers: Record<string, string> =
    'cookie' in who ? { Cookie: who.cookie } : { Authorization: `Bearer ${who.token}` };
  const response = await fetch(`${at.address}/api/articles/${articleId}/events`, { headers });
  return Problem.parse(await response.json()).code;
}
