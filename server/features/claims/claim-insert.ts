/** Storing marks: many in one statement, or one within a transaction. */
import pg from 'pg';
import type { KindAndDetails } from '../../contract/claims.ts';
import type { Span } from '../../contract/common.ts';
import { type Database, Prisma, type RawTx } from '../../database/client.ts';
import { type Chained, EVENT_COLUMNS, EVENTS_PUT, eventValues, type Head } from '../../database/events.ts';
import { KEY_COLUMNS, KEYS_PUT, KEYS_UNUSED, keyValues } from '../../database/once.ts';
import { together } from '../../database/together.ts';
import type { PersonWrite } from '../../http/write.ts';
import { type LockedArticle, SEEN_COLUMNS, seenValues, takenAsSeen } from '../articles/access.ts';
import { forget, lastSeen, remember, type SeenArticle } from '../articles/last-seen.ts';
import { POINTER_COLUMNS, POINTERS_HOLD, pointerValues } from './references.ts';

/** A mark, held against text and rules. */
export interface Mark {
  readonly id: string;
  readonly articleId: string;
  readonly claim: KindAndDetails;
  readonly revision: number;
  /** From 0. */
  readonly sentence: number;
  readonly sentenceText: string;
  readonly sentenceStart: number;
  readonly span: Span;
  readonly summary: string | null;
  /** By which it is found. */
  readonly words: string;
}

/** A mark that waits to be written, with what it was held against. */
export interface MarkAsked {
  readonly mark: Mark;
  readonly article: LockedArticle;
  readonly write: PersonWrite;
  /** Of the mark, at the end of its story's history. */
  readonly eventAfter: (head: Head) => Chained;
}

const CLAIM_COLUMNS = `id uuid, article_id uuid, user_id uuid, at timestamptz, kind "ClaimKind", details jsonb, summary text,
  revision int, words text, place_start int, place_end int, quote text, sentence int`;

function claimValues(mark: Mark, { user, at }: PersonWrite): Record<string, unknown> {
  const { id, articleId, claim, summary, revision, words, span, sentence } = mark;
  return {
    id,
    article_id: articleId,
    user_id: user.id,
    at,
    kind: claim.kind,
    details: claim.details,
    summary,
    revision,
    words,
    place_start: span.start,
    place_end: span.end,
    quote: span.quote,
    sentence,
  };
}

/** For raw SQL: the rows of the claims `taken`. */
const CLAIMS_PUT = Prisma.sql`claim AS (
    INSERT INTO claims (id, article_id, kind, details, summary, placed_revision, search, created_by_id, created_at)
    SELECT id, article_id, kind, details, summary, revision, search_vector(words), user_id, at FROM taken
  )`;
const PLACEMENTS_PUT = Prisma.sql`
  INSERT INTO placements (claim_id, revision, article_id, start, "end", quote, sentence)
  SELECT id, revision, article_id, place_start, place_end, quote, sentence FROM taken`;

/** The rows of a claim, inside a transaction that holds the story: one statement, for this is the busiest write of all. */
export async function insertClaim(tx: RawTx, mark: Mark, write: PersonWrite): Promise<void> {
  await tx.$executeRaw`
    WITH taken AS (SELECT * FROM json_to_record(${JSON.stringify(claimValues(mark, write))}::json) AS told (${Prisma.raw(CLAIM_COLUMNS)})),
      ${CLAIMS_PUT} ${PLACEMENTS_PUT}`;
}

/** Marks that are written together at most. */
const MOST = 32;

/**
 * All of some marks, each on another story, in one statement and one way to PostgreSQL: the keys, the stories' next
 * numbers, the claims with their places, the events with their payloads. Each row `told` is a mark.
 */
const MARKS_AT_ONCE = `
  WITH taken AS (
    UPDATE articles a SET head = a.head + 1
    FROM (SELECT * FROM json_to_recordset($1::json) AS marks (${columns(CLAIM_COLUMNS, SEEN_COLUMNS, POINTER_COLUMNS, KEY_COLUMNS, EVENT_COLUMNS)}) LIMIT ${MOST}) AS told,
      LATERAL (${takenAsSeen(Prisma.sql`${KEYS_UNUSED} AND ${POINTERS_HOLD}`).text}) AS free
    WHERE a.id = free.id RETURNING told.*
  ),
  used AS (${KEYS_PUT.text}), ${CLAIMS_PUT.text}, placement AS (${PLACEMENTS_PUT.text}), ${EVENTS_PUT.text}`;

/** Columns that several name are given once. */
function columns(...lists: string[]): string {
  return [...new Set(lists.flatMap((list) => list.split(',').map((column) => column.trim())))].join(', ');
}

/** One for each database: marks that come while others are written wait for the next statement. */
const queues = new WeakMap<Database, (asked: MarkAsked) => Promise<boolean>>();

/**
 * Write a mark together with all that come at the same time. The statement is all or nothing for each of them, and waits
 * for nobody who has a story.
 *
 * @returns false where nothing was done: the story is not as it was seen or someone has it, the writer is not who they
 *   were, this write was done before, or a row was refused, be it another mark's; who asks again step by step is told
 *   which
 */
export function insertAtOnce(db: Database, asked: MarkAsked): Promise<boolean> {
  const known = queues.get(db);
  if (known !== undefined) return known(asked);
  const queue = together((all: readonly MarkAsked[]) => insertMarks(db, all), {
    most: MOST,
    patience: 50,
    keyOf: ({ mark }) => mark.articleId,
  });
  queues.set(db, queue);
  return queue(asked);
}

async function insertMarks({ pool }: Database, all: readonly MarkAsked[]): Promise<boolean[]> {
  // The head is looked up now: a mark that waited for one on the same story goes on from that.
  const told = all.map((asked) => tell(asked, lastSeen(asked.mark.articleId)));
  const rows = told.filter((one) => one !== null).map(({ row }) => row);
  const taken = await insertRows(pool, rows);
  return told.map((one) => {
    if (one === null) return false;
    const done = taken.has(one.seen.article.id);
    if (done) remember({ article: one.article, head: one.event });
    else forget(one.seen);
    return done;
  });
}

function tell({ mark, article, write, eventAfter }: MarkAsked, seen: SeenArticle | undefined) {
  if (seen === undefined) return null;
  const event = eventAfter({ seq: seen.head.seq + 1, previous: seen.head.link });
  const row = {
    ...claimValues(mark, write),
    ...seenValues(write.user, { article, head: seen.head }),
    ...pointerValues(mark.claim),
    ...keyValues(write, mark.id),
    ...eventValues(event),
  };
  return { seen, article, event, row };
}

/** @returns the stories of the marks that were written */
async function insertRows(pool: pg.Pool, rows: readonly object[]): Promise<ReadonlySet<string>> {
  if (rows.length === 0) return new Set();
  try {
    const written = await pool.query<{ stream_id: string }>({
      name: 'marks',
      text: MARKS_AT_ONCE,
      values: [JSON.stringify(rows)],
    });
    return new Set(written.rows.map(({ stream_id }) => stream_id));
  } catch (error) {
    if (error instanceof pg.DatabaseError) return new Set();
    throw error;
  }
}
