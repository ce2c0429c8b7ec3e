/**
 * What was handed out: recorded with the file, before its last bytes are.
 *
 * A file and its record are of one snapshot and one transaction, so what the record says was carried is what was carried.
 * The last piece of a file is held back until its record is stored: no whole file is out that nobody knows of. A file that
 * was cut off is recorded as such, without a digest and without its claims: it does not end as a file of its format does,
 * and how much of it arrived is not known. Recording it as carried would fill the radar with files that nobody has.
 */
import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { ExportKind } from '../../contract/exports.ts';
import type { Database } from '../../database/client.ts';
import { Prisma } from '../../database/client.ts';
import type { Prisma as Types } from '../../database/generated/client.ts';
import { REVIEWABLE } from '../../domain/claims/states.ts';
import type { CarriedStory } from '../../domain/exchange/json.ts';
import { inlined } from './inline-values.ts';
import type { Carried } from './writers.ts';

/** What is known of a file before it is made. */
export interface Asked {
  /** A UUIDv7, under which it is recorded: known before, so that the answer can name it. */
  readonly id: string;
  readonly kind: ExportKind;
  readonly format: string;
  readonly by: { readonly id: string };
  readonly at: Date;
  readonly filters: Readonly<Record<string, unknown>>;
  /** The condition on a claim `c` of a story `a` that is in it. */
  readonly holds: Types.Sql;
  /** The story that it is, also where it has no claim. */
  readonly story?: string;
}

interface Sent {
  readonly sha256: Buffer | null;
  /** As many as left. */
  readonly bytes: number;
}

/** Filters by words. Who searches may type the name of a source that is confidential, or will be: it is kept nowhere. */
const BY_WORDS: ReadonlySet<string> = new Set(['q', 'articleQ']);

/** The filters as they are kept: of words only that there were some. */
export function keptFilters(filters: Readonly<Record<string, unknown>>): Record<string, string | boolean> {
  const kept: Record<string, string | boolean> = {};
  for (const [name, value] of Object.entries(filters)) {
    if (value === undefined) continue;
    if (BY_WORDS.has(name)) kept['words'] = true;
    else kept[name] = String(value);
  }
  return kept;
}

/** The record of one file, in the transaction that the file is read in. */
export interface FileRecord {
  /** What it carries: written down first where it is not yet. */
  carried(): Promise<Carried>;
  /** Write down what is not yet, and which bytes it has; ends the transaction. */
  whole(sent: Sent): Promise<void>;
}

/** Stories read at once, where a file says which it carries. */
const PAGE = 500;

export function recordOf(client: PoolClient, asked: Asked): FileRecord {
  let written: Promise<void> | null = null;
  const write = (): Promise<void> => {
    written ??= insertCarried(client, asked);
    return written;
  };
  return {
    carried: async () => {
      await write();
      return { counts: await countCarried(client, asked.id), stories: carriedStories(client, asked.id) };
    },
    whole: async ({ sha256, bytes }) => {
      await write();
      await client.query('UPDATE exports SET sha256 = $2, bytes = $3 WHERE id = $1', [
        asked.id,
        sha256,
        bytes,
      ]);
      await client.query('COMMIT');
    },
  };
}

/**
 * The pieces of a file, with its record: its digest is made as they pass, and the last one comes when the record is stored.
 * The transaction is ended here.
 */
export async function* recorded(
  record: FileRecord,
  pieces: AsyncIterable<Uint8Array | string>,
  passed: { bytes: number },
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let last: Uint8Array | null = null;
  let bytes = 0;
  for await (const piece of pieces) {
    if (piece.length === 0) continue;
    const next = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece;
    hash.update(next);
    bytes += next.length;
    if (last !== null) {
      passed.bytes += last.length;
      yield last;
    }
    last = next;
  }
  await record.whole({ sha256: hash.digest(), bytes });
  if (last !== null) yield last;
}

/** One row for each story, in one statement that reads no claim twice: what it costs grows with the claims, and little. */
async function insertCarried(client: PoolClient, asked: Asked): Promise<void> {
  await client.query(insertion(asked, { sha256: null, bytes: 0 }));
  const standing = Prisma.sql`c.status = ANY(${Prisma.raw(`'{${[...REVIEWABLE].join(',')}}'::"ClaimStatus"[]`)})`;
  await client.query(
    inlined(Prisma.sql`
      INSERT INTO export_stories (article_id, export_id, claim_ids, versions, statuses, verdict_ids, head, head_hash)
      SELECT held.*, a.head, last.link FROM (
        SELECT c.article_id, ${asked.id}::uuid, array_agg(c.id), array_agg(c.version), array_agg(c.status),
          array_agg(CASE WHEN ${standing} THEN c.verdict_id END)
        FROM claims c JOIN articles a ON a.id = c.article_id WHERE ${asked.holds} GROUP BY c.article_id
      ) held JOIN articles a ON a.id = held.article_id
      LEFT JOIN events last ON last.stream_id = a.id AND last.seq = a.head`),
  );
  if (asked.story === undefined) return;
  await client.query(
    `INSERT INTO export_stories (article_id, export_id, claim_ids, versions, statuses, verdict_ids, head, head_hash)
     SELECT a.id, $2, '{}', '{}', '{}', '{}', a.head, last.link
     FROM articles a LEFT JOIN events last ON last.stream_id = a.id AND last.seq = a.head WHERE a.id = $1
     ON CONFLICT DO NOTHING`,
    [asked.story, asked.id],
  );
}

async function countCarried(client: PoolClient, exportId: string): Promise<Carried['counts']> {
  const { rows } = await client.query<Carried['counts']>(
    `SELECT COALESCE(sum(cardinality(claim_ids)), 0)::int AS claims, count(*)::int AS stories
     FROM export_stories WHERE export_id = $1`,
    [exportId],
  );
  return rows[0] ?? { claims: 0, stories: 0 };
}

async function* carriedStories(client: PoolClient, exportId: string): AsyncGenerator<CarriedStory[]> {
  let after: string | null = null;
  for (;;) {
    const { rows }: { rows: CarriedStory[] } = await client.query<CarriedStory>(
      `SELECT article_id AS id, cardinality(claim_ids) AS claims, head, encode(head_hash, 'hex') AS "headHash"
       FROM export_stories WHERE export_id = $1 AND ($2::uuid IS NULL OR article_id > $2)
       ORDER BY article_id LIMIT ${PAGE}`,
      [exportId, after],
    );
    yield rows;
    if (rows.length < PAGE) return;
    after = rows.at(-1)?.id ?? null;
  }
}

/**
 * Record a file about one story that was made whole before any of it is sent.
 *
 * @param head the story's when it was made
 * @returns false where something has happened in the story since: then nothing is recorded, and it has to be made anew
 */
export async function recordedWhole(
  { pool }: Pick<Database, 'pool'>,
  asked: Asked,
  { articleId, head }: { readonly articleId: string; readonly head: number },
  file: Uint8Array,
): Promise<boolean> {
  const client = await pool.connect();
  let done = false;
  try {
    await client.query('BEGIN');
    const { rows } = await client.query<{ head: number }>(
      'SELECT head FROM articles WHERE id = $1 FOR SHARE',
      [articleId],
    );
    const isNow = rows[0]?.head === head;
    const sent = { sha256: createHash('sha256').update(file).digest(), bytes: file.length };
    if (isNow) await recordOf(client, asked).whole(sent);
    else await client.query('ROLLBACK');
    done = true;
    return isNow;
  } finally {
    client.release(!done);
  }
}

/** Record a file that was cut off. Its own connection and transaction are gone with it. */
export async function insertCutOff({ pool }: Database, asked: Asked, bytes: number): Promise<void> {
  await pool.query(insertion(asked, { sha256: null, bytes }));
}

function insertion({ id, kind, format, by, at, filters }: Asked, { sha256, bytes }: Sent) {
  const { text, values } = Prisma.sql`
    INSERT INTO exports (id, kind, format, by_id, at, filters, sha256, bytes)
    VALUES (${id}::uuid, ${kind}::"ExportKind", ${format}, ${by.id}::uuid, ${at},
      ${JSON.stringify(keptFilters(filters))}::jsonb, ${sha256}, ${bytes})`;
  return { text, values };
}
