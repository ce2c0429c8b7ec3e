/** What left the desk and is no longer so. */
import { uuidv7 } from 'uuidv7';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Claim } from '../../server/contract/claims.ts';
import {
  type ClaimReach,
  GetClaimReach,
  ListRadar,
  TellDesk,
  UntellDesk,
} from '../../server/contract/radar.ts';
import { ReviseArticle } from '../../server/contract/revisions.ts';
import { radarQuery, reachQuery } from '../../server/features/radar/radar.queries.ts';
import { candidatesQuery } from '../../server/features/radar/same-words.queries.ts';
import { claimNow, eventsAfter, headOf } from '../support/attached.ts';
import { createStory, mark, review, STORY, type Story, verify } from '../support/claims.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { asBytes } from '../support/exports.ts';
import { radar, takeAway, turned } from '../support/handed-out.ts';

const desk = useDesk();
let editor: Person;
let other: Person;
let reviewer: Person;
let viewer: Person;
let story: Story;

beforeAll(async () => {
  editor = await desk.person('editor', 'Ada Field');
  other = await desk.person('editor');
  reviewer = await desk.person('reviewer');
  viewer = await desk.person('viewer', 'Vic Lane');
});
beforeEach(async () => {
  await desk.db.pool.query('DELETE FROM verdict_ends; DELETE FROM export_stories; DELETE FROM exports');
  await desk.db.pool.query(`UPDATE articles SET access = 'restricted'`);
  story = await createStory(editor);
});

const verified = async (quote: string, body: object = {}) =>
  verify(editor, await mark(editor, story, quote), body);
const passed = async (quote: string) => review(reviewer, await verified(quote));
const again = async (claim: Claim, body: object = {}) => verify(editor, await claimNow(editor, claim), body);
const takeBack = async (claim: Claim) => {
  const { version } = await claimNow(editor, claim);
  await editor.delete(`/api/claims/${claim.id}/verdict?version=${version}`).expect(200);
};
const edit = async (claim: Claim, body: object) => {
  const { version } = await claimNow(editor, claim);
  await editor.patch(`/api/claims/${claim.id}`, { version, ...body }).expect(200);
};
const revise = async (change: (text: string) => string) => {
  const sent = { baseRevision: 1, text: change(story.revision.text) };
  answer(ReviseArticle, await editor.post(`/api/articles/${story.id}/revisions`, sent));
};
const reach = async (claim: { id: string }, as: Person = editor): Promise<ClaimReach> =>
  answer(GetClaimReach, await as.get(`/api/claims/${claim.id}/reach`));
const brief = async (as: Person = editor) =>
  (await radar(as)).map(({ claim, verdict, how }) => [claim.id, verdict, how]);

describe('a verdict that was handed out is on the radar', () => {
  test.each<[string, (claim: Claim) => Promise<unknown>, string]>([
    ['once another takes its place', (claim) => again(claim, { verdict: 'disputed' }), 'changed'],
    ['once it is taken back', takeBack, 'taken_back'],
    [
      'once its claim means something else',
      (claim) => edit(claim, { details: { about: 'name' } }),
      'expired',
    ],
    ['once a newer text changes its words', () => revise((text) => text.replace('120', '130')), 'expired'],
    [
      'once a newer text has not its words',
      () => revise((text) => text.replace(/The ferry had.*/, '')),
      'expired',
    ],
  ])('%s', async (_name, end, how) => {
    const claim = await verified('120 passengers');
    await takeAway(viewer, story);
    expect(await radar(editor)).toEqual([]);
    await end(claim);
    const [entry, ...more] = await radar(viewer);
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      article: { id: story.id, title: story.title },
      claim: { id: claim.id },
      quote: '120 passengers',
      verdict: 'accurate',
      how,
      by: { id: editor.id, name: 'Ada Field' },
      exportCount: 1,
      exports: [
        {
          kind: 'claims',
          format: 'csv',
          by: { id: viewer.id, name: 'Vic Lane' },
          version: 2,
          status: 'checked',
        },
      ],
      told: null,
      can: [],
    });
  });

  test('and says what holds now', async () => {
    const claim = await verified('120 passengers');
    await takeAway(editor, story);
    await again(claim, { verdict: 'inaccurate', correction: '112 passengers' });
    expect((await radar(editor))[0]?.claim).toMatchObject({
      verdict: 'inaccurate',
      correction: '112 passengers',
    });
    await takeBack(claim);
    expect((await radar(editor)).map(({ claim: now }) => now.verdict)).toEqual([null]);
  });

  test('also where its corrected wording alone is another', async () => {
    const claim = await verified('120 passengers', { verdict: 'inaccurate', correction: '112 passengers' });
    await asBytes(editor.get(`/api/exports/corrections?format=txt&articleId=${story.id}`));
    await again(claim, { verdict: 'inaccurate', correction: '113 passengers' });
    expect((await radar(editor)).map(({ how, exports }) => [how, exports[0]?.kind])).toEqual([
      ['changed', 'corrections'],
    ]);
  });

  test('not while it is confirmed, and then with all that it confirmed', async () => {
    const claim = await verified('120 passengers');
    await takeAway(editor, story);
    await again(claim, { reason: 'Another register says so too.' });
    await takeAway(editor, story, 'status=all&kind=fact');
    await again(claim);
    expect(await radar(editor)).toEqual([]);
    expect((await reach(claim)).exports).toMatchObject({ total: 2, changed: 0 });
    await again(claim, { verdict: 'disputed' });
    expect((await radar(editor)).map(({ exportCount }) => exportCount)).toEqual([2]);
    expect((await reach(claim)).exports).toMatchObject({ total: 2, changed: 2 });
  });

  test('not because of what the verdict before was handed out with', async () => {
    const claim = await verified('120 passengers');
    await again(claim, { verdict: 'disputed' });
    await takeAway(editor, story);
    expect(await radar(editor)).toEqual([]);
    await takeBack(claim);
    expect(await brief()).toEqual([[claim.id, 'disputed', 'taken_back']]);
  });

  test('not where nobody was handed it', async () => {
    const [out, kept] = [await passed('120 passengers'), await verified('Nine children')];
    await takeAway(editor, story, 'kind=fact');
    await mark(editor, story, 'on Tuesday');
    await again(out, { verdict: 'disputed' });
    await again(kept, { verdict: 'disputed' });
    expect(await brief()).toEqual([[out.id, 'accurate', 'changed']]);
  });

  test('not where what was handed out had expired by then', async () => {
    const claim = await verified('120 passengers');
    await edit(claim, { details: { about: 'name' } });
    await takeAway(editor, story);
    await again(claim, { verdict: 'disputed' });
    expect(await radar(editor)).toEqual([]);
  });

  test('where the same text comes again, nothing ends', async () => {
    await verified('120 passengers');
    await takeAway(editor, story);
    await revise((text) => text);
    await revise((text) => `${text}\n\nThe sea is calm again.`);
    expect(await radar(editor)).toEqual([]);
  });

  test('each verdict of a claim by itself, newest first, page by page', async () => {
    const claims = [await verified('120 passengers'), await verified('Nine children')];
    for (const verdict of ['disputed', 'unverifiable', 'accurate'])
      for (const claim of claims) {
        await takeAway(editor, story);
        await again(claim, { verdict });
      }
    const all = await radar(editor);
    expect(all).toHaveLength(6);
    expect(all.map(({ at }) => at)).toEqual(
      all
        .map(({ at }) => at)
        .sort()
        .reverse(),
    );
    const paged: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const page: { items: typeof all; nextCursor: string | null } = answer(
        ListRadar,
        await editor.get(`/api/radar?limit=4${query}`),
      );
      paged.push(...page.items.map(({ verdictId }) => verdictId));
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(all.map(({ verdictId }) => verdictId));
    refusal(await editor.get('/api/radar?cursor=x'), 'INVALID');
    expect((await radar(editor, `&articleId=${uuidv7()}`)).length).toBe(0);
    expect((await radar(editor, `&articleId=${story.id}`)).length).toBe(6);
  });
});

describe('stories with the same words', () => {
  const titles = async () =>
    (await radar(editor))[0]?.stories.map(({ title, own }) => (own ? `${title} (own)` : title));

  test('are those whose current text has them, however they are written', async () => {
    const claim = await verified('Nine children');
    await takeAway(editor, story);
    await createStory(editor, { title: 'In digits', text: 'A day later\n\nIt took 9 children, they said.' });
    await createStory(editor, { title: 'In part', text: 'A day later\n\nIt took nine small children.' });
    await createStory(editor, { title: 'Another', text: 'A day later\n\nIt took ninety children.' });
    const gone = await createStory(editor, { title: 'Gone', text: 'A day later\n\nIt took nine children.' });
    const newer = { baseRevision: 1, text: 'A day later\n\nIt took ten children.' };
    await editor.post(`/api/articles/${gone.id}/revisions`, newer).expect(201);
    await again(claim, { verdict: 'disputed' });
    expect(await titles()).toEqual(['In digits', `${story.title} (own)`]);
    await revise((text) => text.replace('Nine children', 'Ten children'));
    expect(await titles()).toEqual(['In digits']);
    expect((await reach(claim)).stories.map(({ id }) => id)).toEqual([gone.id, story.id]);
  });

  test('are named up to ten, and it is said that there are more', async () => {
    const claim = await verified('Nobody knows how many');
    const text = 'A day later\n\nNobody knows how many.';
    for (let made = 0; made < 9; made++) await createStory(editor, { text });
    expect((await reach(claim)).stories).toHaveLength(10);
    expect((await reach(claim)).moreStories).toBe(false);
    await createStory(editor, { text });
    expect(await reach(claim)).toMatchObject({ moreStories: true });
  });
});

describe('the reach of a claim', () => {
  test('is every file that carried it, as it stood, and whether that is so still', async () => {
    const claim = await passed('120 passengers');
    const [first, second] = [await takeAway(editor, story), await takeAway(viewer, story, 'status=passed')];
    expect(first.equals(second)).toBe(true);
    expect((await reach(claim, viewer)).exports).toMatchObject({
      total: 2,
      changed: 0,
      items: [
        { by: { id: viewer.id }, version: 3, status: 'passed', changed: false },
        { by: { id: editor.id }, version: 3, status: 'passed', changed: false },
      ],
    });
    const returned = { decision: 'returned', reasonCode: 'other', note: 'Which register?' };
    await review(reviewer, await claimNow(reviewer, claim), returned);
    await takeAway(editor, story);
    const { total, changed, items } = (await reach(claim)).exports;
    expect({ total, changed }).toEqual({ total: 3, changed: 2 });
    expect(items.map((item) => [item.status, item.changed])).toEqual([
      ['returned', false],
      ['passed', true],
      ['passed', true],
    ]);
    expect(await radar(editor)).toEqual([]);
  });

  test('is nothing for one that nobody was handed', async () => {
    const claim = await mark(editor, story, '120 passengers');
    expect(await reach(claim)).toMatchObject({
      claimId: claim.id,
      exports: { total: 0, changed: 0, items: [] },
    });
    refusal(await editor.get(`/api/claims/${uuidv7()}/reach`), 'NOT_FOUND');
  });

  test('of a claim that was withdrawn since is changed throughout', async () => {
    const claim = await mark(editor, story, '120 passengers');
    await takeAway(editor, story);
    await editor.delete(`/api/claims/${claim.id}?version=1`).expect(200);
    expect((await reach(claim)).exports).toMatchObject({ total: 1, changed: 1 });
  });
});

describe('telling the desk', () => {
  const told = (verdictId: string) => `/api/radar/${verdictId}/told`;

  test('is kept with who did it, once, and can be undone', async () => {
    const { claim, entry } = await turned(editor, story);
    const head = await headOf(editor, story);
    const set = answer(TellDesk, await editor.put(told(entry.verdictId)));
    expect(set).toMatchObject({
      verdictId: entry.verdictId,
      told: { by: { name: 'Ada Field' } },
      can: ['tell'],
    });
    expect(await radar(editor, '&told=false')).toEqual([]);
    expect(await radar(editor, '&told=true')).toEqual([set]);
    expect(answer(TellDesk, await reviewer.put(told(entry.verdictId))).told).toEqual(set.told);
    expect(answer(UntellDesk, await reviewer.delete(told(entry.verdictId))).told).toBeNull();
    expect(answer(UntellDesk, await reviewer.delete(told(entry.verdictId))).told).toBeNull();
    expect(await eventsAfter(editor, story, head)).toEqual([
      ['verdict.desk_told', claim.id],
      ['verdict.desk_untold', claim.id],
    ]);
    expect((await claimNow(editor, claim)).version).toBe(3);
  });

  test('is not for viewers, and goes on in the archive', async () => {
    const { entry } = await turned(editor, story);
    refusal(await viewer.put(told(entry.verdictId)), 'NEEDS_EDITOR');
    refusal(await viewer.delete(told(entry.verdictId)), 'NEEDS_EDITOR');
    await editor.patch(`/api/articles/${story.id}`, { version: 1, status: 'archived' }).expect(200);
    answer(TellDesk, await editor.put(told(entry.verdictId)));
  });

  test('is for what is on the radar alone', async () => {
    const claim = await verified('120 passengers');
    await again(claim, { verdict: 'disputed' });
    const { rows } = await desk.db.pool.query<{ id: string }>('SELECT id FROM verdicts WHERE claim_id = $1', [
      claim.id,
    ]);
    expect(rows).toHaveLength(2);
    for (const { id } of [...rows, { id: uuidv7() }]) refusal(await editor.put(told(id)), 'NOT_FOUND');
  });
});

describe('a story in the bin', () => {
  const toBin = () => editor.delete(`/api/articles/${story.id}?version=1`).expect(200);
  const restore = () => editor.post(`/api/articles/${story.id}/restore`).expect(200);

  test('stays on the radar, which says where it is, and the desk is told of it there', async () => {
    const { claim, entry } = await turned(editor, story);
    expect(entry.article.withdrawn).toBe(false);
    await toBin();
    const [binned, ...more] = await radar(viewer, '&told=false');
    expect(more).toEqual([]);
    expect(binned).toMatchObject({
      verdictId: entry.verdictId,
      article: { id: story.id, title: story.title, withdrawn: true },
      claim: { id: claim.id },
    });
    const set = answer(TellDesk, await editor.put(`/api/radar/${entry.verdictId}/told`));
    expect(set).toMatchObject({ article: { withdrawn: true }, told: { by: { id: editor.id } } });
    expect(await radar(editor, '&told=false')).toEqual([]);
    expect(await radar(editor, '&told=true')).toEqual([set]);
    refusal(await viewer.delete(`/api/radar/${entry.verdictId}/told`), 'NEEDS_EDITOR');
    answer(UntellDesk, await editor.delete(`/api/radar/${entry.verdictId}/told`));
    await restore();
    expect(await radar(editor)).toEqual([entry]);
  });

  test('changed every file that carried a claim of it', async () => {
    const claim = await passed('120 passengers');
    await takeAway(editor, story);
    await toBin();
    expect((await reach(claim, viewer)).exports).toMatchObject({ total: 1, changed: 1 });
    await restore();
    expect((await reach(claim, viewer)).exports).toMatchObject({ total: 1, changed: 0 });
  });

  test('that is restricted is on nobody’s radar but its people’s', async () => {
    story = await createStory(editor, { access: 'restricted', memberIds: [reviewer.id] });
    const { claim, entry } = await turned(editor, story);
    await toBin();
    expect(await brief(reviewer)).toEqual([[claim.id, 'accurate', 'changed']]);
    expect(await brief(other)).toEqual([]);
    refusal(await other.put(`/api/radar/${entry.verdictId}/told`), 'NOT_FOUND');
    refusal(await other.get(`/api/claims/${claim.id}/reach`), 'NOT_FOUND');
  });
});

describe('a restricted story', () => {
  test('is on nobody’s radar but its people’s, neither as a claim nor by its words', async () => {
    const text = STORY.replace('120', '1,712');
    const closed = { text, access: 'restricted', memberIds: [reviewer.id] };
    story = await createStory(editor, closed);
    const { claim, entry } = await turned(editor, story, '1,712 passengers');
    expect(await brief(reviewer)).toEqual([[claim.id, 'accurate', 'changed']]);
    expect(await brief(other)).toEqual([]);
    refusal(await other.put(`/api/radar/${entry.verdictId}/told`), 'NOT_FOUND');
    refusal(await other.get(`/api/claims/${claim.id}/reach`), 'NOT_FOUND');
    const open = await createStory(other, { text });
    const { claim: theirs } = await turned(other, open, '1,712 passengers');
    expect((await reach(theirs, other)).stories.map(({ id }) => id)).toEqual([open.id]);
    expect((await reach(theirs, reviewer)).stories.map(({ id }) => id).sort()).toEqual(
      [open.id, story.id].sort(),
    );
  });
});

test('an export that is under way while a verdict ends is found all the same', async () => {
  const claim = await verified('120 passengers');
  const client = await desk.db.pool.connect();
  try {
    // As an export does: its snapshot is older than the end, its record is stored after it.
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT 1 FROM claims LIMIT 1');
    await again(claim, { verdict: 'disputed' });
    await client.query(
      `INSERT INTO exports (id, kind, format, by_id, at, filters, sha256, bytes)
       VALUES ($1, 'claims', 'csv', $2, now(), '{}', '', 0)`,
      [story.id, editor.id],
    );
    await client.query(
      `INSERT INTO export_stories (article_id, export_id, claim_ids, versions, statuses, verdict_ids)
       SELECT article_id, $1, array_agg(id), array_agg(version), array_agg(status), array_agg(verdict_id)
       FROM claims WHERE article_id = $1 GROUP BY article_id`,
      [story.id],
    );
    expect(await radar(editor)).toEqual([]);
    await client.query('COMMIT');
  } finally {
    client.release();
  }
  expect(await brief()).toEqual([[claim.id, 'accurate', 'changed']]);
});

test('pages and reach are found by indexes, not by reading every end, file or story', async () => {
  const { claim } = await turned(editor, story);
  await desk.db.pool.query(
    `WITH stories AS (
       INSERT INTO articles (id, title, language, created_by_id, created_at, search)
       SELECT gen_random_uuid(), 'Story ' || n, 'en', $1, now(), to_tsvector('simple', 'story ' || n)
       FROM generate_series(1, 2000) n RETURNING id
     ), made AS (
       INSERT INTO claims (id, article_id, kind, details, placed_revision, status, created_by_id, created_at, search)
       SELECT gen_random_uuid(), id, 'fact', '{}', 1, 'checked', $1, now(), '' FROM stories, generate_series(1, 5)
       RETURNING id, article_id
     ), text AS (
       INSERT INTO revisions (article_id, number, text, sha256, blocks, furniture, created_by_id, created_at)
       SELECT id, 1, 'x', '', '[]', '[]', $1, now() FROM stories RETURNING article_id
     ), sentence AS (
       INSERT INTO sentences (article_id, revision, number, block, start, "end", text)
       SELECT article_id, 1, 0, 0, 0, 1, 'x' FROM text RETURNING article_id
     ), placed AS (
       INSERT INTO placements (claim_id, revision, article_id, start, "end", quote, sentence)
       SELECT id, 1, article_id, 0, 1, 'x', 0 FROM made
     ), ends AS (
       INSERT INTO verdict_ends (verdict_id, verdict_ids, claim_id, article_id, how, quote, by_id, at)
       SELECT id, ARRAY[id], id, article_id, 'changed', 'x', $1, now() - random() * interval '9 days' FROM made
     ), files AS (
       INSERT INTO exports (id, kind, format, by_id, at, filters, sha256, bytes)
       SELECT gen_random_uuid(), 'claims', 'csv', $1, now(), '{}', '', 0 FROM generate_series(1, 20) RETURNING id
     )
     INSERT INTO export_stories (article_id, export_id, claim_ids, versions, statuses, verdict_ids)
     SELECT made.article_id, files.id, array_agg(made.id), array_agg(1), array_agg('checked'::"ClaimStatus"), array_agg(made.id)
     FROM made, files GROUP BY 1, 2`,
    [editor.id],
  );
  await desk.db.pool.query('ANALYZE');
  const planOf = async ({ text, values }: ReturnType<typeof radarQuery>) => {
    const { rows } = await desk.db.pool.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${text}`, values);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  };
  const page = await planOf(
    radarQuery(editor, { told: undefined, articleId: undefined, place: null, limit: 21 }),
  );
  expect(page).toContain('Index Scan using verdict_ends_radar_idx');
  expect(page).toContain('export_stories_pkey');
  expect(page).not.toMatch(/Seq Scan on (verdict_ends|export_stories|claims|placements|articles) /);
  const reached = await planOf(reachQuery(editor, claim.id));
  expect(reached).toContain('export_stories_pkey');
  expect(reached).not.toMatch(/Seq Scan on (verdict_ends|export_stories|claims|placements|articles) /);
  const words = { quote: '120 passengers', language: 'en', articleId: story.id };
  expect(await planOf(candidatesQuery(editor, words))).toContain('articles_search_idx');
});
