/** What people are told of: each for its reason, only those whom it concerns, only what they may see. */
import { uuidv7 } from 'uuidv7';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { EditClaim } from '../../server/contract/claims.ts';
import { EditComment, ListMentionable } from '../../server/contract/comments.ts';
import { MAX_EXCERPT, MarkRead, MarkUnread } from '../../server/contract/notifications.ts';
import { writeCursor } from '../../server/http/cursor.ts';
import { claimNow, comment } from '../support/attached.ts';
import { createStory, mark, review, type Story, verify } from '../support/claims.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { listOf, reasonsOf, toldTo } from '../support/notifications.ts';

const desk = useDesk();
let editor: Person;
let checker: Person;
let reviewer: Person;
let story: Story;

beforeAll(async () => {
  editor = await desk.person('editor');
});
// Whom a test looks at has been told of nothing yet.
beforeEach(async () => {
  checker = await desk.person('editor');
  reviewer = await desk.person('reviewer');
  story = await createStory(editor);
});

const RETURNED = { decision: 'returned', reasonCode: 'figure_differs', note: 'Which register?' };
const marked = (of = story) => mark(editor, of, '120 passengers');
const assign = async (of: { id: string; version: number }, to: Person, as = editor) =>
  answer(EditClaim, await as.patch(`/api/claims/${of.id}`, { version: of.version, assigneeId: to.id }));
const unreadOf = async (as: Person) => (await listOf(as)).unread;
const deferred = () => {
  let resolve = (): void => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
};
const membersPath = (of: { id: string }) => `/api/articles/${of.id}/members`;

describe('each reason', () => {
  test('an assignment, with who gave it and where', async () => {
    const claim = await marked();
    await assign(claim, checker);
    const { items, unread, nextCursor } = await listOf(checker);
    expect(items).toEqual([
      {
        id: expect.any(String),
        reason: 'assignment',
        at: expect.any(String),
        readAt: null,
        actor: { id: editor.id, name: editor.name },
        story: { id: story.id, title: 'Ferry sinks off Lindholm' },
        claim: { id: claim.id, quote: '120 passengers' },
        count: 1,
        comment: null,
        can: ['read'],
      },
    ]);
    expect([unread, nextCursor]).toEqual([1, null]);
    expect(await toldTo(reviewer)).toEqual([]);
  });

  test('a returned verdict, to whoever gave it', async () => {
    const checked = await verify(checker, await marked());
    await review(reviewer, checked, RETURNED);
    expect(await reasonsOf(checker)).toEqual(['return']);
    expect((await toldTo(checker))[0]?.actor.name).toBe(reviewer.name);
    await review(reviewer, await claimNow(reviewer, checked));
    expect(await reasonsOf(checker)).toEqual(['return']);
  });

  test('an answer, to all who write in the thread but not to those who took their words back', async () => {
    const claim = await marked();
    const start = await comment(checker, claim, 'Who counted?');
    const taken = await comment(editor, claim, 'I did.', { parentId: start.id });
    await editor.delete(`/api/comments/${taken.id}?version=1`).expect(200);
    const said = await comment(reviewer, claim, 'The harbour office.', { parentId: start.id });
    expect((await toldTo(checker)).map(({ reason, comment }) => [reason, comment])).toEqual([
      ['reply', { id: said.id, words: 'The harbour office.' }],
      ['reply', { id: taken.id, words: null }],
    ]);
    const answered = (await toldTo(editor)).filter(({ comment }) => comment?.id === said.id);
    expect(answered).toEqual([]);
    expect(await reasonsOf(reviewer)).toEqual([]);
  });

  test('a new thread, to whom the claim is assigned and who gave its verdict', async () => {
    const claim = await verify(reviewer, await assign(await marked(), checker));
    await comment(editor, claim, 'Is that the winter timetable?');
    expect(await reasonsOf(checker)).toEqual(['comment', 'assignment']);
    expect(await reasonsOf(reviewer)).toEqual(['comment']);
  });

  test('an ended verdict: by an edit, and by a newer text once for all', async () => {
    const one = await verify(checker, await marked());
    await verify(checker, await mark(editor, story, 'Nine children'));
    await editor
      .patch(`/api/claims/${one.id}`, { version: one.version, details: { about: 'quantity', value: '121' } })
      .expect(200);
    expect((await toldTo(checker)).map(({ reason, count, claim }) => [reason, count, claim?.id])).toEqual([
      ['expired', 1, one.id],
    ]);
    await verify(checker, await claimNow(checker, one));
    const text = story.revision.text.replace('120', '130').replace('Nine', 'Ten');
    await editor.post(`/api/articles/${story.id}/revisions`, { baseRevision: 1, text }).expect(201);
    expect((await toldTo(checker)).map(({ reason, count }) => [reason, count])).toEqual([
      ['expired', 2],
      ['expired', 1],
    ]);
  });
});

describe('a mention', () => {
  const named = (who: Person, words: string) => ({ body: `${words} @${who.name}?`, mentions: [who.id] });

  test('is told to whom the words name, and stays in them as it reads', async () => {
    const claim = await marked();
    const said = await comment(editor, claim, `Who counted, @${checker.name}?`, { mentions: [checker.id] });
    expect(said.mentions).toEqual([checker.id]);
    expect((await toldTo(checker)).map(({ reason, comment }) => [reason, comment])).toEqual([
      ['mention', { id: said.id, words: `Who counted, @${checker.name}?` }],
    ]);
  });

  test('that a change adds is told to the new ones alone', async () => {
    const said = await comment(editor, await marked(), `@${checker.name}?`, { mentions: [checker.id] });
    const body = `@${checker.name}, @${reviewer.name}?`;
    const path = `/api/comments/${said.id}`;
    await editor.patch(path, { version: 1, body, mentions: [checker.id, reviewer.id] }).expect(200);
    await editor.patch(path, { version: 2, body: `${body} Now?` }).expect(200);
    expect(await reasonsOf(checker)).toEqual(['mention']);
    expect(await reasonsOf(reviewer)).toEqual(['mention']);
  });

  test('that a change adds under the same words is told, and one that it takes away is gone', async () => {
    const said = await comment(editor, await marked(), `@${checker.name}?`);
    const path = `/api/comments/${said.id}`;
    const named = await editor.patch(path, { version: 1, body: said.body, mentions: [checker.id] });
    expect(answer(EditComment, named)).toMatchObject({ mentions: [checker.id], edited: true, version: 2 });
    expect(await reasonsOf(checker)).toEqual(['mention']);
    const same = await editor.patch(path, { version: 2, mentions: [checker.id] });
    expect(answer(EditComment, same)).toMatchObject({ mentions: [checker.id], version: 2 });
    const none = await editor.patch(path, { version: 2, mentions: [] });
    expect(answer(EditComment, none)).toMatchObject({ mentions: [], body: said.body, version: 3 });
    refusal(await editor.patch(path, { version: 3, mentions: [reviewer.id] }), 'UNKNOWN_REFERENCE');
    refusal(await checker.patch(path, { version: 3, mentions: [] }), 'NOT_AUTHOR');
    expect(await reasonsOf(checker)).toEqual(['mention']);
  });

  test('of somebody whom the words do not name, or who may not see the story, is refused', async () => {
    const claim = await marked();
    const send = (of: { id: string }, body: object) => editor.post(`/api/claims/${of.id}/comments`, body);
    const silent = refusal(await send(claim, { body: 'Who?', mentions: [checker.id] }), 'UNKNOWN_REFERENCE');
    expect(silent.issues?.map(({ path }) => path)).toEqual(['mentions.0']);
    const own = await createStory(editor, { access: 'restricted', memberIds: [reviewer.id] });
    const kept = await marked(own);
    refusal(await send(kept, named(checker, 'Who counted,')), 'UNKNOWN_REFERENCE');
    refusal(await send(kept, { body: '@x', mentions: [uuidv7()] }), 'UNKNOWN_REFERENCE');
    await send(kept, named(reviewer, 'Who counted,')).expect(201);
    expect(await reasonsOf(reviewer)).toEqual(['mention']);
    expect(await toldTo(checker)).toEqual([]);
  });

  test('in words that were withdrawn is told without them', async () => {
    const said = await comment(editor, await marked(), `@${checker.name}?`, { mentions: [checker.id] });
    await editor.delete(`/api/comments/${said.id}?version=1`).expect(200);
    expect((await toldTo(checker))[0]?.comment?.words).toBeNull();
    const { body } = await checker.get(`/api/claims/${said.claimId}/comments`);
    expect(body.items[0]).toMatchObject({ body: '', mentions: [] });
  });
});

describe('whom a comment can name', () => {
  const asked = async (as: Person, of: { id: string }, query = '') =>
    answer(ListMentionable, await as.get(`/api/articles/${of.id}/mentionable${query}`));
  const named = async (as: Person, of: { id: string }, q: string) =>
    (await asked(as, of, `?q=${encodeURIComponent(q)}`)).items.map(({ name }) => name);

  test('is who may see the story, and nobody asks who may not', async () => {
    const own = await createStory(editor, { access: 'restricted', memberIds: [checker.id] });
    expect((await asked(editor, own)).items).toEqual([{ id: checker.id, name: checker.name }]);
    expect((await asked(checker, own)).items).toEqual([{ id: editor.id, name: editor.name }]);
    refusal(await reviewer.get(`/api/articles/${own.id}/mentionable`), 'NOT_FOUND');
    refusal(await reviewer.get(`/api/articles/${uuidv7()}/mentionable`), 'NOT_FOUND');
    refusal(await desk.stranger.get(`/api/articles/${own.id}/mentionable`), 'NOT_SIGNED_IN');
  });

  test('is found by how a word of the name begins, however it is typed', async () => {
    const names = ['Zoë Ångström', 'Ａda Wide', 'Ида Мур', 'Al_x 100%'];
    const people = await Promise.all(names.map((name) => desk.person('viewer', name)));
    const own = await createStory(editor, { access: 'restricted', memberIds: people.map(({ id }) => id) });
    const cases: (readonly [string, readonly string[]])[] = [
      ...([
        ['zoe', ['Zoë Ångström']],
        ['ANG', ['Zoë Ångström']],
        ['zoë å', ['Zoë Ångström']],
      ] as const),
      ...([
        ['ada', ['Ａda Wide']],
        ['мур', ['Ида Мур']],
        ['_', []],
        ['%', []],
        ['100%', ['Al_x 100%']],
      ] as const),
      ...([
        ['gstr', []],
        ["' OR 1=1", []],
      ] as const),
    ];
    for (const [q, found] of cases) expect([q, await named(editor, own, q)]).toEqual([q, found]);
    const gone = people[0];
    await desk.db.prisma.user.update({ where: { id: gone?.id ?? '' }, data: { active: false } });
    expect(await named(editor, own, 'zoe')).toEqual([]);
  });

  test('comes page by page, each once', async () => {
    const people = await Promise.all([1, 2, 3, 4].map(() => desk.person('viewer', 'Same Name')));
    const own = await createStory(editor, { access: 'restricted', memberIds: people.map(({ id }) => id) });
    const first = await asked(editor, own, '?q=same&limit=3');
    const second = await asked(editor, own, `?q=same&limit=3&cursor=${first.nextCursor}`);
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([3, 1, null]);
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(people.map(({ id }) => id).sort());
    refusal(await editor.get(`/api/articles/${own.id}/mentionable?cursor=x`), 'INVALID');
    refusal(await editor.get(`/api/articles/${own.id}/mentionable?limit=0`), 'INVALID');
    refusal(await editor.get(`/api/articles/${own.id}/mentionable?q=%00`), 'INVALID');
    // Made by hand: what PostgreSQL cannot hold is in no name.
    for (const name of ['\0', 'a\0b', '\ud800']) {
      const cursor = writeCursor([name, uuidv7()]);
      refusal(await editor.get(`/api/articles/${own.id}/mentionable?cursor=${cursor}`), 'INVALID');
    }
  });
});

describe('nobody is told', () => {
  test('of what they did themselves', async () => {
    const claim = await assign(await marked(), checker, checker);
    const checked = await verify(checker, claim);
    const start = await comment(checker, checked, 'Who counted?');
    await comment(checker, checked, 'The harbour office.', { parentId: start.id });
    expect(await toldTo(checker)).toEqual([]);
  });

  test('twice of one event, however often its write is sent', async () => {
    const claim = await marked();
    const body = { version: claim.version, assigneeId: checker.id };
    const send = () =>
      editor.patch(`/api/claims/${claim.id}`, body).set('Idempotency-Key', `again-${claim.id}`);
    await send().expect(200);
    await send().expect(200);
    expect(await reasonsOf(checker)).toEqual(['assignment']);
  });

  test('of a write that was refused', async () => {
    const claim = await marked();
    await comment(checker, claim, 'Who counted?');
    const stale = await editor.patch(`/api/claims/${claim.id}`, { version: 9, assigneeId: checker.id });
    refusal(stale, 'STALE_VERSION');
    expect(await toldTo(checker)).toEqual([]);
  });

  test('whose access has ended', async () => {
    const claim = await verify(checker, await marked());
    await desk.db.prisma.user.update({ where: { id: checker.id }, data: { active: false } });
    await comment(editor, claim, 'Who counted?');
    const rows = await desk.db.prisma.notification.findMany({ where: { userId: checker.id } });
    expect(rows).toEqual([]);
  });
});

describe('a restricted story', () => {
  test('is told of to nobody who may not see it, and of one that was left nothing is seen', async () => {
    const own = await createStory(editor, { access: 'restricted', memberIds: [checker.id, reviewer.id] });
    const claim = await verify(checker, await marked(own));
    const start = await comment(reviewer, claim, 'Who counted?');
    expect(await listOf(checker)).toMatchObject({ unread: 1, items: [{ story: { id: own.id } }] });
    const [told] = await toldTo(checker);

    await editor.put(membersPath(own), { version: 1, memberIds: [reviewer.id] }).expect(200);
    expect(await listOf(checker)).toMatchObject({ items: [], nextCursor: null, unread: 0 });
    await checker.put('/api/notifications/read', { ids: [told?.id] }).expect(200);
    await comment(editor, claim, 'The harbour office.', { parentId: start.id });
    await comment(editor, claim, 'And who else?');
    const rows = await desk.db.prisma.notification.findMany({ where: { userId: checker.id } });
    expect(rows.map(({ id, readAt }) => [id, readAt])).toEqual([[told?.id, null]]);

    await editor.put(membersPath(own), { version: 2, memberIds: [reviewer.id, checker.id] }).expect(200);
    expect(await reasonsOf(checker)).toEqual(['comment']);
  });
});

describe('words', () => {
  test('are those that stand there now; of what was withdrawn there are none', async () => {
    const claim = await verify(checker, await marked());
    const said = await comment(editor, claim, 'Who counted?');
    const path = `/api/comments/${said.id}`;
    await editor.patch(path, { version: 1, body: 'Who counted them?' }).expect(200);
    expect((await toldTo(checker))[0]?.comment?.words).toBe('Who counted them?');
    await editor.delete(`${path}?version=2`).expect(200);
    expect((await toldTo(checker))[0]?.comment).toEqual({ id: said.id, words: null });
  });

  test('are cut where they are long, between characters', async () => {
    const claim = await verify(checker, await marked());
    await comment(editor, claim, `x${'🛥️'.repeat(500)}`);
    const words = (await toldTo(checker))[0]?.comment?.words ?? '';
    expect(words.length).toBeLessThanOrEqual(MAX_EXCERPT);
    expect(words.isWellFormed()).toBe(true);
    expect(words.endsWith('…')).toBe(true);
  });
});

describe('reading', () => {
  const three = async () => {
    for (const quote of ['120 passengers', 'Nine children', 'Nobody knows'])
      await assign(await mark(editor, story, quote), checker);
    return (await toldTo(checker)).map(({ id }) => id);
  };

  test('of some, and unread again', async () => {
    const [newest = '', middle = ''] = await three();
    const read = await checker.put('/api/notifications/read', { ids: [middle, uuidv7()] });
    expect(answer(MarkRead, read)).toEqual({ unread: 2 });
    const { items } = await listOf(checker);
    expect(items.map(({ readAt, can }) => [readAt !== null, can])).toEqual([
      [false, ['read']],
      [true, ['unread']],
      [false, ['read']],
    ]);
    expect((await listOf(checker, '?unread=true')).items.map(({ id }) => id)).not.toContain(middle);
    expect((await listOf(checker, '?unread=false')).items.map(({ id }) => id)).toEqual([middle]);
    const again = await checker.put('/api/notifications/unread', { ids: [middle, newest] });
    expect(answer(MarkUnread, again)).toEqual({ unread: 3 });
  });

  test('of all that was there leaves what came since', async () => {
    await three();
    const { seen } = await listOf(checker);
    await assign(await marked(await createStory(editor)), checker);
    const read = await checker.put('/api/notifications/read', { seen });
    expect(answer(MarkRead, read)).toEqual({ unread: 1 });
  });

  test('of all that was there leaves what was under way then, however early it began', async () => {
    const ids = await three();
    const early = await desk.db.prisma.notification.findUniqueOrThrow({ where: { id: ids[2] ?? '' } });
    const [begun, read] = [deferred(), deferred()];
    const writing = desk.db.prisma.$transaction(async (tx) => {
      // Of before all others, by its time and by its id, and there after them.
      const id = `00000000-0000-7${early.id.slice(15)}`;
      await tx.notification.create({ data: { ...early, id, seq: early.seq - 1, at: new Date(0) } });
      begun.resolve();
      await read.promise;
    });
    await begun.promise;
    const { seen, unread } = await listOf(checker);
    read.resolve();
    await writing;
    expect(unread).toBe(3);
    expect(answer(MarkRead, await checker.put('/api/notifications/read', { seen }))).toEqual({ unread: 1 });
  });

  test('of all that was there takes what came out of the backup of a server that had written more', async () => {
    await three();
    await desk.db.prisma.$executeRaw`
      UPDATE notifications SET xid = '900000000000'::xid8 WHERE user_id = ${checker.id}::uuid`;
    const { seen } = await listOf(checker);
    expect(answer(MarkRead, await checker.put('/api/notifications/read', { seen }))).toEqual({ unread: 0 });
  });

  test('is one’s own', async () => {
    const [newest] = await three();
    await reviewer.put('/api/notifications/read', { ids: [newest] }).expect(200);
    await reviewer.put('/api/notifications/read', { seen: (await listOf(checker)).seen }).expect(200);
    expect(await unreadOf(checker)).toBe(3);
  });

  test('asks for one of the two', async () => {
    refusal(await checker.put('/api/notifications/read', {}), 'INVALID');
    refusal(await checker.put('/api/notifications/read', { ids: [uuidv7()], seen: '1:1:' }), 'INVALID');
    refusal(await checker.put('/api/notifications/unread', { ids: [] }), 'INVALID');
  });

  test.each([
    ...[
      '',
      'x',
      '1',
      '1:2',
      '0:1:',
      '2:1:',
      '1:3:3',
      '1:9:5,4',
      '2:9:1',
      '-1:2:',
      '1:2:;',
      '4294967296:4294967297:',
    ],
    ...['1:18446744073709551615:', '9999999999999999999:9999999999999999999:', '1:2:1,'],
  ])('of all that was there is refused for %j, which no list said', async (seen) => {
    refusal(await checker.put('/api/notifications/read', { seen }), 'INVALID');
  });

  test('goes page by page', async () => {
    const ids = await three();
    const first = await listOf(checker, '?limit=2');
    expect(first.items.map(({ id }) => id)).toEqual(ids.slice(0, 2));
    const second = await listOf(checker, `?limit=2&cursor=${first.nextCursor}`);
    expect([second.items.map(({ id }) => id), second.nextCursor]).toEqual([ids.slice(2), null]);
    refusal(await checker.get('/api/notifications?cursor=x'), 'INVALID');
  });
});
