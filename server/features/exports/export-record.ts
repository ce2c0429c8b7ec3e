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
import { uuidv7 } from 'uuidv7';
import type { ExportKind } from '../../contract/exports.ts';
import type { Database } from '../../database/client.ts';
import { Prisma } from '../../database/client.ts';
import type { Prisma as Types } from '../../database/generated/client.ts';
import { REVIEWABLE } from '../../domain/claims/states.ts';
import { inlined } from './inline-values.ts';

/** What is known of a file before it is made. */
export interface Asked {
  readonly kind: ExportKind;
  readonly format: string;
  readonly by: { readonly id: string };
  readonly at: Date;
  readonly filters: Readonly<Record<string, unknown>>;
  /** The condition on a claim `c` of a story `a` that is in it. */
  readonly holds: Types.Sql;
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

/**
 * The pieces of a file, with its record: its digest is made as they pass, and the last one comes when the record is stored.
 *
 * `client` is in the transaction that the file is read in; it is ended here.
 */
export async function* recorded(
  client: PoolClient,
  asked: Asked,
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
  await insertWhole(client, asked, { sha256: hash.digest(), bytes });
  if (last !== null) yield last;
}

/** One row for each story, in one statement that reads no claim twice: what it costs grows with the claims, and little. */
async function insertWhole(client: PoolClient, asked: Asked, sent: Sent): Promise<void> {
  const id = uuidv7();
  await client.query(insertion(id, asked, sent));
  const standing = Prisma.sql`c.status = ANY(${Prisma.raw(`'{${[...REVIEWABLE].join(',')}}'::"ClaimStatus"[]`)})`;
  await client.query(
    inlined(Prisma.sql`
      INSERT INTO export_stories (article_id, export_id, claim_ids, versions, statuses, verdict_ids)
      SELECT c.article_id, ${id}::uuid, array_agg(c.id), array_agg(c.version), array_agg(c.status),
        array_agg(CASE WHEN ${standing} THEN c.verdict_id END)
      FROM claims c JOIN articles a ON a.id = c.article_id WHERE ${asked.holds} GROUP BY c.article_id`),
  );
  await client.query('COMMIT');
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
    if (isNow) await insertWhole(client, asked, sent);
    else await client.query('ROLLBACK');
    done = true;
    return isNow;
  } finally {
    client.release(!done);
  }
}

/** Record a file that was cut off. Its own connection and transaction are gone with it. */
export async function insertCutOff({ pool }: Database, asked: Asked, bytes: number): Promise<void> {
  await pool.query(insertion(uuidv7(), asked, { sha256: null, bytes }));
}

function insertion(id: string, { kind, format, by, at, filters }: Asked, { sha256, bytes }: Sent) {
  const { text, values } = Prisma.sql`
    INSERT INTO exports (id, kind, format, by_id, at, filters, sha256, bytes)
    VALUES (${id}::uuid, ${kind}::"ExportKind", ${format}, ${by.id}::uuid, ${at},
      ${JSON.stringify(keptFilters(filters))}::jsonb, ${sha256}, ${bytes})`;
  return { text, values };
}
