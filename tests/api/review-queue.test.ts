import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Claim } from '../../server/contract/claims.ts';
import { ListReviewQueue, type QueueItem } from '../../server/contract/reviewing.ts';
import { queueQuery } from '../../server/features/reviewing/review-queue.queries.ts';
import { claimNow } from '../support/attached.ts';
import { CASUALTY, createStory, mark, review, type Story, verify } from '../support/claims.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { signedOffStory } from '../support/sign-off.ts';
import { countStatements } from '../support/statements.ts';

const desk = useDesk();
let viewer: Person;
let editor: Person;
let reviewer: Person;
let second: Person;
let admin: Person;
/** Stories by their deadline, in the order of the queue. */
let stories: { soon: Story; later: Story; never: Story; neverToo: Story };
let waiting: Claim[];

const DEADLINES = ['2026-03-02T10:00:00Z', '2026-03-09T10:00:00Z'];

beforeAll(async () => {
  viewer = await desk.person('viewer');
  editor = await desk.person('editor');
  reviewer = await desk.person('reviewer');
  second = await desk.person('reviewer');
  admin = await desk.person('admin');
  const never = await createStory(editor);
  const neverToo = await createStory(editor);
  const later = await createStory(editor, { deadline: DEADLINES[1], priority: 'urgent' });
  const soon = await createStory(editor, { deadline: DEADLINES[0] });
  stories = { soon, later, never, neverToo };

  const last = await verify(editor, await mark(editor, neverToo, 'Ferry sinks'));
  const nevers = await verify(editor, await mark(editor, never, '120 passengers'));
  const laters = await verify(editor, await mark(editor, later, 'Nobody knows'));
  const inner = await verify(editor, await mark(editor, soon, 'At least 41'));
  const outer = await verify(reviewer, await mark(editor, soon, 'At least 41 people', CASUALTY));
  const first = await verify(editor, await mark(editor, soon, 'Ferry sinks'));
  waiting = [first, outer, inner, laters, nevers, last];

  // None of these awaits a review.
  await mark(editor, soon, 'Nine children');
  await review(reviewer, await verify(editor, await mark(editor, soon, '30 more')));
  const returned = { decision: 'returned', reasonCode: 'other', note: 'Which register?' };
  await review(reviewer, await verify(editor, await mark(editor, soon, '120 passengers')), returned);
  const gone = await verify(editor, await mark(editor, soon, 'Ada Moor'));
  await editor.delete(`/api/claims/${gone.id}?version=${gone.version}`).expect(200);
  const expired = await verify(editor, await mark(editor, soon, 'Coast Radio'));
  await editor.patch(`/api/claims/${expired.id}`, { version: expired.version, kind: 'source' }).expect(200);
});

const queue = async (as: Person = reviewer, query = '') =>
  answer(ListReviewQueue, await as.get(`/api/review${query}`));
const idsOf = (items: readonly QueueItem[]) => items.map(({ claim }) => claim.id);

describe('the queue', () => {
  test('holds verdicts without a review: soonest deadline first, none last, each story as it runs', async () => {
    const { items, nextCursor } = await queue();
    expect(idsOf(items)).toEqual(waiting.map(({ id }) => id));
    expect(nextCursor).toBeNull();
    for (const { claim } of items) expect(claim).toEqual(await claimNow(reviewer, claim));
    const { soon, later, never } = stories;
    expect(items[0]?.article).toEqual({
      id: soon.id,
      title: soon.title,
      deadline: '2026-03-02T10:00:00.000Z',
      priority: 'normal',
    });
    expect(items[3]?.article).toMatchObject({ id: later.id, priority: 'urgent' });
    expect(items[4]?.article).toMatchObject({ id: never.id, deadline: null });
  });

  test('shows each person what they may not review, and why', async () => {
    const refusedTo = async (who: Person) => (await queue(who)).items.map(({ refused }) => refused);
    const free = waiting.map((): string | null => null);
    expect(await refusedTo(second)).toEqual(free);
    expect(await refusedTo(admin)).toEqual(free);
    expect(await refusedTo(reviewer)).toEqual(free.with(1, 'OWN_VERDICT'));
    expect(await refusedTo(editor)).toEqual(waiting.map(() => 'NEEDS_REVIEWER'));
    expect(await refusedTo(viewer)).toEqual(waiting.map(() => 'NEEDS_EDITOR'));
    for (const { claim, refused } of (await queue()).items)
      expect(claim.can.includes('review')).toBe(refused === null);
  });

  test('is that of one story where asked', async () => {
    const { items } = await queue(reviewer, `?articleId=${stories.soon.id}`);
    expect(idsOf(items)).toEqual(waiting.slice(0, 3).map(({ id }) => id));
    expect((await queue(reviewer, `?articleId=${uuidv7()}`)).items).toEqual([]);
  });

  test.each([1, 2, 4])('is read in pages of %i, none twice and none left out', async (limit) => {
    const read: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const after: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const page = await queue(reviewer, `?limit=${limit}${after}`);
      expect(page.items.length).toBeLessThanOrEqual(limit);
      read.push(...idsOf(page.items));
      cursor = page.nextCursor;
    }
    expect(read).toEqual(waiting.map(({ id }) => id));
  });

  test('goes on where it was after what stood there was reviewed', async () => {
    const story = await createStory(editor, { deadline: '2026-03-01T10:00:00Z' });
    const claim = await verify(editor, await mark(editor, story, 'Ferry sinks'));
    const { items, nextCursor } = await queue(reviewer, '?limit=1');
    expect(idsOf(items)).toEqual([claim.id]);
    await review(reviewer, claim);
    expect(idsOf((await queue(reviewer, `?cursor=${nextCursor}`)).items)).toEqual(
      waiting.map(({ id }) => id),
    );
    expect(idsOf((await queue()).items)).toEqual(waiting.map(({ id }) => id));
  });

  test('takes no cursor that it did not give, and no other question', async () => {
    const foreign = Buffer.from(JSON.stringify(['soon', 1])).toString('base64url');
    refusal(await reviewer.get(`/api/review?cursor=${foreign}`), 'INVALID');
    refusal(await reviewer.get('/api/review?cursor=%00'), 'INVALID');
    refusal(await reviewer.get('/api/review?limit=0'), 'INVALID');
    refusal(await reviewer.get('/api/review?articleId=all'), 'INVALID');
    refusal(await reviewer.get('/api/review?status=checked'), 'INVALID');
    refusal(await desk.stranger.get('/api/review'), 'NOT_SIGNED_IN');
  });

  test('holds nothing of a restricted story for others, of archived ones and signed-off ones for anyone', async () => {
    const hidden = await createStory(editor, { access: 'restricted', memberIds: [second.id] });
    const secret = await verify(editor, await mark(editor, hidden, '120 passengers'));
    const archived = await createStory(editor);
    const old = await verify(editor, await mark(editor, archived, '120 passengers'));
    await editor.patch(`/api/articles/${archived.id}`, { version: 1, status: 'archived' }).expect(200);
    const signed = await signedOffStory({ editor, reviewer });
    await desk.db.prisma.claim.updateMany({ where: { articleId: signed.id }, data: { status: 'checked' } });
    for (const who of [reviewer, admin]) {
      const all = JSON.stringify(await queue(who, '?limit=200'));
      for (const { id } of [hidden, secret, archived, old, signed]) expect(all).not.toContain(id);
      expect((await queue(who, `?articleId=${hidden.id}`)).items).toEqual([]);
    }
    expect(idsOf((await queue(second)).items)).toContain(secret.id);
    await desk.db.prisma.claim.update({ where: { id: secret.id }, data: { status: 'passed' } });
  });

  test('costs as many statements for many claims as for one', async () => {
    const cost = (query: string) => countStatements(() => queue(reviewer, query));
    expect(await cost('?limit=200')).toBe(await cost('?limit=1'));
  });
});

test('the page is found by indexes, not by reading every claim', async () => {
  await desk.db.prisma.$executeRaw`
    INSERT INTO articles (id, title, language, created_by_id, created_at, deadline, search)
    SELECT gen_random_uuid(), 'Story ' || n, 'en', ${editor.id}::uuid, now(), now() + n * interval '1 hour', ''
    FROM generate_series(1, 300) n`;
  await desk.db.prisma.$executeRaw`
    WITH made AS (
      INSERT INTO claims (id, article_id, kind, details, placed_revision, status, created_by_id, created_at, search)
      SELECT gen_random_uuid(), a.id, 'fact', '{}', 1,
        (CASE WHEN n % 5 = 0 THEN 'checked' ELSE 'passed' END)::"ClaimStatus", ${editor.id}::uuid, now(), ''
      FROM articles a, generate_series(1, 40) n WHERE a.title LIKE 'Story %' RETURNING id, article_id
    ), text AS (
      INSERT INTO revisions (article_id, number, text, sha256, blocks, furniture, created_by_id, created_at)
      SELECT id, 1, 'x', '', '[]', '[]', created_by_id, created_at FROM articles WHERE title LIKE 'Story %'
      RETURNING article_id
    ), sentence AS (
      INSERT INTO sentences (article_id, revision, number, block, start, "end", text)
      SELECT article_id, 1, 0, 0, 0, 1, 'x' FROM text RETURNING article_id
    )
    INSERT INTO placements (claim_id, revision, article_id, start, "end", quote, sentence)
    SELECT id, 1, article_id, 0, 1, 'x', 0 FROM made`;
  await desk.db.prisma.$executeRaw`ANALYZE`;
  const kinds = ['casualty_count', 'attribution', 'source', 'fact'] as const;
  const { text, values } = queueQuery(reviewer, { articleId: undefined, place: null, kinds, limit: 50 });
  const { rows } = await desk.db.pool.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${text}`, values);
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  for (const index of ['articles_desk_idx', 'claims_awaiting_review_idx', 'placements_pkey'])
    expect(plan).toContain(`Index Scan using ${index}`);
  expect(plan).not.toMatch(/Seq Scan on claims /);
});
