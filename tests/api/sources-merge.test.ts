/** Two entries of the register that turn out to be one source, and the way back. */
import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Claim } from '../../server/contract/claims.ts';
import { GetArticleHistory, VerifyHistory } from '../../server/contract/history.ts';
import type { ProblemCode } from '../../server/contract/problem.ts';
import {
  EditSource,
  GetSource,
  GetSourceHistory,
  GetSourceRecord,
  ListSources,
  ListSourceUses,
  UnmergeSource,
} from '../../server/contract/sources.ts';
import { claimNow, headOf } from '../support/attached.ts';
import { createStory, review, type Story, verify } from '../support/claims.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { addSource, attribute, keep, merge, name, namedBy } from '../support/sources.ts';

const desk = useDesk();
let admin: Person;
let editor: Person;
let other: Person;
let reviewer: Person;
let viewer: Person;
let story: Story;

beforeAll(async () => {
  admin = await desk.person('admin');
  editor = await desk.person('editor');
  other = await desk.person('editor');
  reviewer = await desk.person('reviewer');
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
const moves = () => desk.db.prisma.sourceMove.count();

describe('merging', () => {
  test('moves every place that names the entry, and lifts the versions of those claims alone', async () => {
    const [from, into, third] = [await addSource(editor), await addSource(editor), await addSource(editor)];
    const said = await attribute(editor, story, from, [third, from, null, from]);
    const through = await attribute(editor, story, third, [from]);
    const named = await name(editor, story, from);
    const theirs = await attribute(editor, story, into, [third]);
    const gone = await attribute(editor, story, from);
    await editor.delete(`/api/claims/${gone.id}?version=1`).expect(200);

    await merge(editor, from, into);
    expect(await names(said)).toEqual([into.id, third.id, into.id, null, into.id]);
    expect(await names(through)).toEqual([third.id, into.id]);
    expect(await names(named)).toEqual([into.id]);
    expect(await names(gone)).toEqual([into.id]);
    expect((await claimNow(editor, said)).version).toBe(2);
    expect(await claimNow(editor, theirs)).toEqual(theirs);
    // Nothing else about it is another.
    const { details, version, ...rest } = await claimNow(editor, said);
    expect({ ...rest, version: 1, details: said.details }).toEqual(said);
    expect(details).toMatchObject({
      cue: { quote: 'said' },
      via: [{ span: { quote: 'Coast Radio' } }, {}, {}, {}],
    });
    expect(version).toBe(2);
  });

  test('leaves verdict and review as they are', async () => {
    const [from, into] = [await addSource(editor), await addSource(editor)];
    const claim = await review(reviewer, await verify(editor, await attribute(editor, story, from)));
    await merge(editor, from, into);
    const now = await claimNow(reviewer, claim);
    expect(now).toEqual({
      ...claim,
      version: claim.version + 1,
      details: { ...claim.details, sourceId: into.id },
    });
    expect(now.status).toBe('passed');
  });

  test('is told once in each story it touched, by ids alone, and in both entries', async () => {
    const [from, into] = [await addSource(editor), await addSource(editor)];
    const [one, two, untouched] = [
      await createStory(editor),
      await createStory(editor),
      await createStory(editor),
    ];
    const claims = [await attribute(editor, one, from), await attribute(editor, one, null, [from])];
    const elsewhere = await name(editor, two, from);
    const heads = [await headOf(editor, one), await headOf(editor, two), await headOf(editor, untouched)];
    await merge(other, from, into);
    expect(await lastEvent(one)).toMatchObject({
      type: 'claim.source_moved',
      actor: { id: other.id },
      data: { from: from.id, into: into.id, claimIds: claims.map(({ id }) => id).sort() },
    });
    expect((await lastEvent(two))?.data).toEqual({ from: from.id, into: into.id, claimIds: [elsewhere.id] });
    expect([await headOf(editor, one), await headOf(editor, two), await headOf(editor, untouched)]).toEqual(
      heads.map((head, index) => (index === 2 ? head : head + 1)),
    );
    for (const source of [from, into])
      expect((await sourceEvents(source)).at(-1)).toEqual({
        type: 'source.merged',
        data: { entry: from.id, survivor: into.id },
      });
    const { broken } = answer(VerifyHistory, await admin.post('/api/history/verify'));
    expect(broken).toEqual([]);
  });

  test('keeps the entry, which is found under the survivor alone', async () => {
    const from = await addSource(editor, { name: 'Quay Inspectorate', aliases: ['QI-77'] });
    const into = await addSource(editor, { name: 'Pier Authority', aliases: ['PA-78'] });
    const merged = await merge(editor, from, into);
    expect(merged).toEqual({ ...from, mergedInto: into.id, version: 2, can: ['unmerge'] });
    expect(await get(from)).toEqual(merged);
    expect((await get(from, viewer)).can).toEqual([]);
    expect(await get(into)).toEqual(into);
    for (const q of ['quay inspectorate', 'qi-77', 'pier', 'pa-78'])
      expect(await found(q)).toEqual([into.id]);
    const all = answer(ListSources, await viewer.get('/api/sources?limit=200')).items.map(({ id }) => id);
    expect(all).toContain(into.id);
    expect(all).not.toContain(from.id);

    const again = { name: 'QUAY inspectorate', kind: 'media' };
    const problem = refusal(await editor.post('/api/sources', again), 'SOURCE_EXISTS');
    expect(problem.current).toMatchObject({ id: into.id });
    answer(EditSource, await editor.patch(path(into), { version: 1, name: 'Pier Board' }));
    expect(await found('qi-77')).toEqual([into.id]);
  });

  test('takes part of a signed-off and of an archived story: not a word of them changes', async () => {
    const [from, into] = [await addSource(editor), await addSource(editor)];
    const done = await createStory(editor);
    const claim = await attribute(editor, done, from);
    for (const status of ['signed_off', 'archived']) {
      await desk.db.pool.query(`UPDATE articles SET status = $1::"ArticleStatus" WHERE id = $2`, [
        status,
        done.id,
      ]);
      await merge(editor, from, into);
      expect(await names(claim)).toEqual([into.id]);
      expect(await lastEvent(done)).toMatchObject({ type: 'claim.source_moved' });
      await unmerge(from);
      expect(await names(claim)).toEqual([from.id]);
    }
  });

  test('moves what stands in a story that the merger may not see, and tells them nothing of it', async () => {
    const [from, into] = [await addSource(editor), await addSource(editor)];
    const hidden = await createStory(editor, { access: 'restricted' });
    const claim = await attribute(editor, hidden, from, [from]);
    const merged = await other.post(path(from, '/merge'), { into: into.id });
    expect(merged.body).toEqual({ ...from, mergedInto: into.id, version: 2, can: ['unmerge'] });
    expect(await names(claim)).toEqual([into.id, into.id]);
    expect(await lastEvent(hidden)).toMatchObject({ type: 'claim.source_moved', actor: { id: other.id } });

    for (const who of [other, admin]) {
      const record = answer(GetSourceRecord, await who.get(path(into, '/record')));
      expect(Object.values(record).every((count) => count === 0)).toBe(true);
      expect(answer(ListSourceUses, await who.get(path(into, '/uses'))).items).toEqual([]);
      const history = await who.get(path(into, '/history'));
      for (const id of [claim.id, hidden.id]) expect(history.text).not.toContain(id);
    }
    const mine = answer(GetSourceRecord, await editor.get(path(into, '/record')));
    expect(mine).toMatchObject({ stories: 1, said: 1, through: 1, open: 1 });
  });

  type Attempt = readonly [who: Person, from: { id: string }, into: { id: string }];
  const REFUSED: readonly (readonly [string, ProblemCode, () => Promise<Attempt>])[] = [
    ['by a viewer', 'NEEDS_EDITOR', async () => [viewer, await addSource(editor), await addSource(editor)]],
    [
      'into itself',
      'CIRCULAR',
      async () => {
        const one = await addSource(editor);
        return [editor, one, one];
      },
    ],
    [
      'into one that was merged into it',
      'CIRCULAR',
      async () => {
        const [from, into] = [await addSource(editor), await addSource(editor)];
        await merge(editor, from, into);
        return [editor, into, from];
      },
    ],
    [
      'into one that was merged',
      'MERGED',
      async () => {
        const [from, into, third] = [
          await addSource(editor),
          await addSource(editor),
          await addSource(editor),
        ];
        await merge(editor, from, into);
        return [editor, third, from];
      },
    ],
    [
      'of one that was merged',
      'MERGED',
      async () => {
        const [from, into, third] = [
          await addSource(editor),
          await addSource(editor),
          await addSource(editor),
        ];
        await merge(editor, from, into);
        return [editor, from, third];
      },
    ],
    [
      'of an open one into a confidential one',
      'CONFIDENTIAL_MERGE',
      async () => {
        const [from, into] = [await addSource(editor), await addSource(editor)];
        return [editor, from, await keep(editor, into, [editor])];
      },
    ],
    [
      'of a confidential one into an open one',
      'CONFIDENTIAL_MERGE',
      async () => {
        const [from, into] = [await addSource(editor), await addSource(editor)];
        return [editor, await keep(editor, from, [editor]), into];
      },
    ],
    [
      'of a confidential one by who may not know it',
      'NOT_A_READER',
      async () => {
        const [from, into] = [await addSource(editor), await addSource(editor)];
        return [editor, await keep(editor, from, [other]), await keep(editor, into, [editor])];
      },
    ],
    [
      'into a confidential one by who may not know it',
      'NOT_A_READER',
      async () => {
        const [from, into] = [await addSource(editor), await addSource(editor)];
        return [editor, await keep(editor, from, [editor]), await keep(editor, into, [other])];
      },
    ],
  ];
  test.each(REFUSED)('%s is refused', async (_what, code, make) => {
    const [who, from, into] = await make();
    const before = [await get(from), await get(into), await moves()];
    refusal(await who.post(path(from, '/merge'), { into: into.id }), code);
    expect([await get(from), await get(into), await moves()]).toEqual(before);
  });

  test('of what is not there, into what is not there, and of an older state is refused', async () => {
    const [from, into] = [await addSource(editor), await addSource(editor)];
    refusal(await editor.post(path({ id: uuidv7() }, '/merge'), { into: into.id }), 'NOT_FOUND');
    refusal(await editor.post(path(from, '/merge'), { into: uuidv7() }), 'UNKNOWN_REFERENCE');
    const stale = refusal(
      await editor.post(path(from, '/merge'), { into: into.id, version: 2 }),
      'STALE_VERSION',
    );
    expect(stale.current).toEqual(from);
    refusal(await editor.post(path(from, '/merge'), {}), 'INVALID');
    refusal(await desk.newcomer().post(path(from, '/merge'), { into: into.id }), 'NOT_SIGNED_IN');
    expect(await get(from)).toEqual(from);
  });

  test('repeated is done once', async () => {
    const [from, into] = [await addSource(editor), await addSource(editor)];
    await attribute(editor, story, from);
    const before = await moves();
    const send = () => editor.post(path(from, '/merge'), { into: into.id }).set('Idempotency-Key', 'merge-1');
    const answers = [await send(), await send()];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers[1]?.body).toEqual(answers[0]?.body);
    expect(await moves()).toBe(before + 1);
    expect((await sourceEvents(from)).filter(({ type }) => type === 'source.merged')).toHaveLength(1);
  });

  test('an entry that was merged is changed no more, and nothing new names it', async () => {
    const [from, into] = [await addSource(editor), await addSource(editor)];
    const merged = await merge(editor, from, into);
    refusal(await editor.patch(path(from), { version: 2, note: 'Moved' }), 'MERGED');
    const secret = { version: 2, description: 'an official', readerIds: [editor.id] };
    refusal(await editor.put(path(from, '/confidential'), secret), 'MERGED');
    refusal(await editor.delete(path(from, '/confidential?version=2')), 'MERGED');
    refusal(await editor.patch(path(from), { version: 1, note: 'Moved' }), 'STALE_VERSION');
    expect(await get(from)).toEqual(merged);
  });
});
