/** Exports: streamed from PostgreSQL to the reader at the reader's pace, never held whole. */
import { once } from 'node:events';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { QueryOf } from '../../contract/endpoint.ts';
import type { ExportClaims, ExportFormat } from '../../contract/exports.ts';
import { Refusal } from '../../contract/problem.ts';
import type { Database } from '../../database/client.ts';
import { BYTE_ORDER_MARK, spreadsheetSafe } from '../../domain/exchange/csv.ts';
import { FIRST_ROW, JSON_TAIL, jsonHead } from '../../domain/exchange/json.ts';
import type { SignedIn } from '../../http/session.ts';
import type { Services } from '../../services.ts';
import { copyStatement, withDefaults } from './exports.queries.ts';

/** Each export holds a database connection for as long as its reader takes; the others are everybody's. */
const AT_ONCE = 4;
const underWay = new WeakMap<Database, number>();

/** Where an export goes. `begin` is called once there is something to send: until then a problem can be answered. */
export interface ExportTarget {
  readonly stream: Writable;
  begin(): void;
}

/**
 * Stream claims as a file.
 *
 * Rows of one moment: one statement, one snapshot. Where the reader goes away, or the database fails midway, the
 * connection is closed in the middle of its work and the answer is cut off, not ended: a file that is not whole must
 * not look whole.
 *
 * @throws Refusal TOO_OFTEN where too many exports are under way; whatever fails, as long as nothing was sent
 */
export async function exportClaims(
  { db, now, log }: Pick<Services, 'db' | 'now' | 'log'>,
  user: SignedIn,
  { format, ...asked }: QueryOf<typeof ExportClaims>,
  target: ExportTarget,
): Promise<void> {
  const query = withDefaults(asked);
  const head = jsonHead({
    generatedAt: now().toISOString(),
    generatedBy: { id: user.id, name: user.name },
    filters: Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)])),
  });
  const client = await takeClient(db);
  let begun = false;
  let whole = false;
  try {
    const rows = client.query(copyTo(copyStatement(user, format, query)));
    rows.on('error', ignore);
    // Also while PostgreSQL still sorts and there is no row to find out by.
    target.stream.once('close', () => rows.destroy());
    const file = Readable.from(WRITERS[format](rows, head), { objectMode: false });
    await once(file, 'readable');
    target.begin();
    begun = true;
    await pipeline(file, target.stream);
    whole = true;
  } catch (error) {
    if (!begun && !target.stream.destroyed) throw error;
    // The message may hold words of a story.
    const code = error instanceof Error && 'code' in error ? error.code : null;
    log.warn({ code }, 'an export was cut off');
  } finally {
    if (whole) client.off('error', ignore);
    client.release(!whole);
    count(db, -1);
  }
}

async function takeClient(db: Database): Promise<PoolClient> {
  if (count(db, 0) >= AT_ONCE) throw new Refusal('TOO_OFTEN', { retryAfter: 5 });
  count(db, 1);
  try {
    const client = await db.pool.connect();
    client.on('error', ignore);
    return client;
  } catch (error) {
    count(db, -1);
    throw error;
  }
}

/**
 * A connection that breaks tells its client and its statement as well as whoever reads the rows, also when nobody
 * listens any longer; unheard, it would end the process.
 */
function ignore(): void {}

/** How many exports are under way on a database, after one began or ended. */
function count(db: Database, change: number): number {
  const now = (underWay.get(db) ?? 0) + change;
  underWay.set(db, now);
  return now;
}

type Pieces = AsyncIterable<Uint8Array>;
type Writer = (rows: Pieces, head: string) => AsyncGenerator<Uint8Array | string>;

const WRITERS: Readonly<Record<ExportFormat, Writer>> = { csv, json, jsonl };

async function* csv(rows: Pieces): AsyncGenerator<Uint8Array> {
  const safe = spreadsheetSafe();
  let begun = false;
  for await (const piece of rows) {
    if (!begun) yield BYTE_ORDER_MARK;
    begun = true;
    yield safe.push(piece);
  }
  yield safe.end();
}

async function* json(rows: Pieces, head: string): AsyncGenerator<Uint8Array | string> {
  let begun = false;
  for await (const piece of rows) {
    if (!begun) yield head;
    yield begun ? piece : piece.subarray(FIRST_ROW);
    begun = true;
  }
  if (!begun) yield head;
  yield JSON_TAIL;
}

async function* jsonl(rows: Pieces): AsyncGenerator<Uint8Array> {
  for await (const piece of rows) yield piece;
}
