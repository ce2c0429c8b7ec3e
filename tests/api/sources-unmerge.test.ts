/** Undoing a merge of two sources, and merging while others write. */
import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Claim } from '../../server/contract/claims.ts';
import { GetArticleHistory } from '../../server/contract/history.ts';
import { GetSource, GetSourceHistory, ListSources, UnmergeSource } from '../../server/contract/sources.ts';
import { claimNow } from '../support/attached.ts';
import { createStory, type Story } from '../support/claims.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { addSource, attribute, merge, namedBy } from '../support/sources.ts';
import { whileWaiting, whileWaitingForEach } from '../support/waiting.ts';

const desk = useDesk();
let admin: Person;
let editor: Person;
let other: Person;
let viewer: Person;
let story: Story;

beforeAll(async () => {
  admin = await desk.person('admin');
  editor = await desk.person('editor');
  other = await desk.person('editor');
  viewer = await desk.person('viewer');
  story = await createStory(editor);
});

const path = (source: { id: string }, rest = '') => `/api/sources/${source.id}${rest}`;
const get = async (source: { id: string }, as = editor) => answer(GetSource, await as.get(path(source)));
const found = async (q: string) =>
  answer(ListSources, await viewer.get(`/api/sources?q=${encodeURIComponent(q)}`)).items.map(({ id }) => id);
const unmerge = async (source: { id: string }, as = editor) =>
  answer(UnmergeSource, await as.post(path(source, '/unmerge')));
const names = async (claim: Claim, as = editor) => namedBy(await claimNow(as, claim));
const lastEvent = async (of: { id: string }, as = editor) =>
  answer(GetArticleHistory, await as.get(`/api/articles/${of.id}/history`)).items.at(-1);
const sourceEvents = async (source: { id: string }) =>
  answer(GetSourceHistory, await editor.get(path(source, '/history'))).items.map(({ type, data }) => ({
    type,
    data,
  }));

describe('undoing a merge', () => {
  test('moves back what was moved, and leaves the survivor what was and became its own', async () => {
    const from = await addSource(editor, { name: 'Tug Owners', aliases: ['TO-1'] });
    const into = await addSource(editor, { name: 'Barge Owners' });
    const said = await attribute(editor, story, from, [into, from]);
    const theirs = await attribute(editor, story, into);
    await merge(editor, from, into);
    const later = await attribute(editor, story, into);
    const back = await unmerge(from);
    expect(back).toEqual({ ...from, version: 3 });
    expect(await names(said)).toEqual([from.id, into.id, from.id]);
    expect((await claimNow(editor, said)).version).toBe(3);
    expect(await names(theirs)).toEqual([into.id]);
    expect(await names(later)).toEqual([into.id]);
    expect(await found('to-1')).toEqual([from.id]);
    expect(await found('barge owners')).toEqual([into.id]);
    expect((await lastEvent(story))?.data).toEqual({ from: into.id, into: from.id, claimIds: [said.id] });
    for (const source of [from, into])
      expect((await sourceEvents(source)).at(-1)?.type).toBe('source.unmerged');
    expect(await desk.db.prisma.sourceMove.count({ where: { sourceId: from.id } })).toBe(0);
  });

  test('leaves a place alone where somebody named another one since', async () => {
    const [from, into, third] = [await addSource(editor), await addSource(editor), await addSource(editor)];
    const changed = await attribute(editor, story, from, [from, from]);
    const shorter = await attribute(editor, story, from, [third, from]);
    await merge(editor, from, into);
    const details = (claim: Claim, sourceId: string, via: string[]) =>
      editor.patch(`/api/claims/${claim.id}`, {
        version: 2,
        revision: 1,
        details: { ...claim.details, sourceId, via: via.map((id) => ({ sourceId: id, span: null })) },
      });
    await details(changed, third.id, [third.id, into.id]).expect(200);
    await details(shorter, into.id, [into.id]).expect(200);
    await unmerge(from);
    expect(await names(changed)).toEqual([third.id, third.id, from.id]);
    expect(await names(shorter)).toEqual([from.id, into.id]);
  });

  test('works in any order where a survivor was merged in turn', async () => {
    const [a, b, c] = [await addSource(editor), await addSource(editor), await addSource(editor)];
    const claims = [
      await attribute(editor, story, a),
      await attribute(editor, story, b),
      await attribute(editor, story, c),
    ];
    const all = async () => (await Promise.all(claims.map((claim) => names(claim)))).flat();
    await merge(editor, a, b);
    await merge(editor, b, c);
    expect(await all()).toEqual([c.id, c.id, c.id]);
    expect(await found(a.name)).toEqual([c.id]);
    await unmerge(a);
    expect(await all()).toEqual([a.id, c.id, c.id]);
    expect(await found(a.name)).toEqual([a.id]);
    await unmerge(b);
    expect(await all()).toEqual([a.id, b.id, c.id]);

    await merge(editor, a, b);
    await merge(editor, b, c);
    await unmerge(b);
    expect(await all()).toEqual([b.id, b.id, c.id]);
    expect(await found(a.name)).toEqual([b.id]);
    await unmerge(a);
    expect(await all()).toEqual([a.id, b.id, c.id]);
  });

  test('is refused for what was not merged, to viewers, and for what is not there', async () => {
    const [from, into] = [await addSource(editor), await addSource(editor)];
    refusal(await editor.post(path(from, '/unmerge')), 'NOT_MERGED');
    refusal(await editor.post(path({ id: uuidv7() }, '/unmerge')), 'NOT_FOUND');
    await merge(editor, from, into);
    refusal(await viewer.post(path(from, '/unmerge')), 'NEEDS_EDITOR');
    refusal(await editor.post(path(into, '/unmerge')), 'NOT_MERGED');
    expect((await get(from)).mergedInto).toBe(into.id);
  });
});

describe('at the same time', () => {
  test.each([
    ['is deactivated', { active: false }],
    ['becomes a viewer', { role: 'viewer' }],
  ])('a merge that waits for a story does nothing for who %s', async (_what, change) => {
    const leaver = await desk.person('editor');
    const [from, into] = [await addSource(editor), await addSource(editor)];
    const claim = await attribute(editor, story, from);
    const send = () => leaver.post(path(from, '/merge'), { into: into.id });
    const decide = () => admin.patch(`/api/users/${leaver.id}`, { version: 1, ...change }).expect(200);
    refusal(await whileWaiting(desk, story, send, decide), 'NOT_SIGNED_IN');
    expect(await claimNow(editor, claim)).toEqual(claim);
    expect(await get(from)).toEqual(from);
    await merge(editor, from, into);
    const undo = await desk.person('editor');
    const back = () => undo.post(path(from, '/unmerge'));
    const leave = () => admin.patch(`/api/users/${undo.id}`, { version: 1, ...change }).expect(200);
    refusal(await whileWaiting(desk, story, back, leave), 'NOT_SIGNED_IN');
    expect(await names(claim)).toEqual([into.id]);
  });

  test('two merges into each other: one is done', async () => {
    const [a, b] = [await addSource(editor), await addSource(editor)];
    const claims = [await attribute(editor, story, a), await attribute(editor, story, b)];
    const both = await Promise.all([
      editor.post(path(a, '/merge'), { into: b.id }),
      other.post(path(b, '/merge'), { into: a.id }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 422]);
    const survivor = both[0]?.status === 200 ? b : a;
    expect(await Promise.all(claims.map((claim) => names(claim)))).toEqual([[survivor.id], [survivor.id]]);
  });

  test('a story that comes to name the entry while the merge waits for another is moved as well', async () => {
    const [from, into] = [await addSource(editor), await addSource(editor)];
    const first = await attribute(editor, story, from);
    const second = await createStory(editor);
    let late: Claim | undefined;
    const meanwhile = async () => {
      late = await attribute(other, second, from);
    };
    const send = () => editor.post(path(from, '/merge'), { into: into.id });
    const merged = await whileWaiting(desk, story, send, meanwhile);
    expect(merged.status).toBe(200);
    expect(await names(first)).toEqual([into.id]);
    expect(late && (await names(late))).toEqual([into.id]);
    expect((await sourceEvents(from)).map(({ type }) => type)).toEqual(['source.added', 'source.merged']);
    expect((await lastEvent(story))?.data).toEqual({ from: from.id, into: into.id, claimIds: [first.id] });
  });

  test('stories that keep coming to name the entry: it is said so, and nothing is merged', async () => {
    const [from, into] = [await addSource(editor), await addSource(editor)];
    const stories = await Promise.all(Array.from({ length: 6 }, () => createStory(editor)));
    const [first] = stories;
    if (first === undefined) throw new Error('no stories');
    const said = [await attribute(editor, first, from)];
    const before = [await get(from), await get(into)];
    const send = () => editor.post(path(from, '/merge'), { into: into.id }).set('Idempotency-Key', from.id);
    const refused = await whileWaitingForEach(desk, stories.slice(0, 5), send, async (index) => {
      const next = stories[index];
      if (next !== undefined) said.push(await attribute(other, next, from));
    });
    refusal(refused, 'STILL_NAMED');
    expect([await get(from), await get(into)]).toEqual(before);
    for (const claim of said) expect(await names(claim)).toEqual([from.id]);
    const merged = await send();
    expect(merged.status).toBe(200);
    for (const claim of said) expect(await names(claim)).toEqual([into.id]);
  });

  test('marks that name the entry while it is merged: none names it afterwards', async () => {
    const [from, into] = [await addSource(editor), await addSource(editor)];
    const stories = await Promise.all(Array.from({ length: 4 }, () => createStory(editor)));
    for (const each of stories.slice(0, 2)) await attribute(editor, each, from);
    const marking = Array.from({ length: 12 }, (_, index) =>
      editor.post(`/api/articles/${stories[index % 4]?.id}/claims`, {
        revision: 1,
        kind: 'source',
        span: { start: 0, end: 5, quote: 'Ferry' },
        details: { sourceId: from.id },
      }),
    );
    const [merged, ...marked] = await Promise.all([
      other.post(path(from, '/merge'), { into: into.id }),
      ...marking,
    ]);
    expect(merged?.status).toBe(200);
    for (const response of marked) if (response.status !== 201) refusal(response, 'UNKNOWN_REFERENCE');
    const { rows } = await desk.db.pool.query(
      `SELECT id FROM claims WHERE details::text LIKE '%${from.id}%'`,
    );
    expect(rows).toEqual([]);
    refusal(
      await editor.post(`/api/articles/${story.id}/claims`, {
        revision: 1,
        kind: 'source',
        span: { start: 0, end: 5, quote: 'Ferry' },
        details: { sourceId: from.id },
      }),
      'UNKNOWN_REFERENCE',
    );
  });
});
