/** Exports: streamed from PostgreSQL to the reader at the reader's pace, never held whole, and recorded. */
import { once } from 'node:events';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { type CopyToStreamQuery, to as copyTo } from 'pg-copy-streams';
import { uuidv7 } from 'uuidv7';
import type { ExportCorrections } from '../../contract/corrections.ts';
import type { QueryOf } from '../../contract/endpoint.ts';
import type { ExportClaims } from '../../contract/exports.ts';
import type { StoryFormat } from '../../contract/formats.ts';
import { Refusal } from '../../contract/problem.ts';
import { allowSilence, type Database, Prisma } from '../../database/client.ts';
import type { Prisma as Types } from '../../database/generated/client.ts';
import type { ExportHead } from '../../domain/exchange/json.ts';
import type { SignedIn } from '../../http/session.ts';
import type { Services } from '../../services.ts';
import { storyPackage } from '../stories/package-out.ts';
import { storyFile } from '../stories/story-file.ts';
import { IS_DEATHS, isCasualtyTable } from './casualty-tables.ts';
import { isReview, PUBLISHABLE } from './claim-reviews.ts';
import { correctionsAsked } from './corrections.statement.ts';
import { type Asked, type FileRecord, insertCutOff, recorded, recordOf } from './export-record.ts';
import { claimsAsked, withDefaults } from './exports.queries.ts';
import { CLAIM_WRITERS, CORRECTION_WRITERS, type Rows, type Writer } from './writers.ts';

/** Each export holds a database connection for as long as its reader takes; the others are everybody's. */
const AT_ONCE = 4;
const underWay = new WeakMap<Database, number>();

/**
 * Where an export goes. `begin` is called once there is something to send, with what the file is recorded as: until then
 * a problem can be answered.
 */
export interface ExportTarget {
  readonly stream: Writable;
  begin(exportId: string): void;
}

type ExportServices = Pick<Services, 'db' | 'now' | 'log' | 'publicUrl' | 'publisher'>;

/** Stream claims as a file. As `streamFile` does, and throws. */
export async function exportClaims(
  services: ExportServices,
  user: SignedIn,
  { format, ...asked }: QueryOf<typeof ExportClaims>,
  target: ExportTarget,
): Promise<void> {
  const query = withDefaults(asked);
  const asks = claimsAsked(user, query);
  const alone = isReview(format) ? PUBLISHABLE : isCasualtyTable(format) ? IS_DEATHS : null;
  const holds = alone === null ? asks : Prisma.sql`${asks} AND ${alone}`;
  const file = { kind: 'claims', format, by: user, at: services.now(), filters: query, holds } as const;
  await streamFile(services, { ...file, write: CLAIM_WRITERS[format](user, query) }, target);
}

/** Stream corrections as a file. As `streamFile` does, and throws. */
export async function exportCorrections(
  services: ExportServices,
  user: SignedIn,
  { format, ...query }: QueryOf<typeof ExportCorrections>,
  target: ExportTarget,
): Promise<void> {
  const holds = correctionsAsked(user, query);
  const file = { kind: 'corrections', format, by: user, at: services.now(), filters: query, holds } as const;
  await streamFile(services, { ...file, write: CORRECTION_WRITERS[format](user, query) }, target);
}

/** Stream a story with everything in it. As `streamFile` does, and throws. */
export async function exportStory(
  services: ExportServices & Pick<Services, 'historyKey' | 'filesDir'>,
  user: SignedIn,
  { articleId, format }: { readonly articleId: string; readonly format: Exclude<StoryFormat, 'ninjs'> },
  target: ExportTarget,
): Promise<void> {
  const holds = claimsAsked(user, { articleId });
  const file = { kind: 'story', format, by: user, at: services.now(), holds, story: articleId } as const;
  const { historyKey } = services;
  const write: Writer = (rows, head) =>
    format === 'claimdesk'
      ? storyFile(rows, articleId, head, { historyKey })
      : storyPackage(rows, articleId, head, services);
  await streamFile(services, { ...file, filters: { articleId }, write }, target);
}

interface File extends Omit<Asked, 'id'> {
  readonly by: SignedIn;
  readonly write: Writer;
}

/**
 * Stream a file, and record it.
 *
 * Rows of one moment: one transaction, one snapshot, in which the record is made as well. Where the reader goes away, or
 * the database fails midway, the connection is closed in the middle of its work and the answer is cut off, not ended: a
 * file that is not whole must not look whole.
 *
 * @throws Refusal TOO_OFTEN where too many exports are under way; whatever fails, as long as nothing was sent
 */
async function streamFile(
  { db, log, publicUrl, publisher }: Omit<ExportServices, 'now'>,
  given: File,
  target: ExportTarget,
): Promise<void> {
  const file = { ...given, id: uuidv7() };
  const client = await takeClient(db);
  const passed = { bytes: 0 };
  let begun = false;
  let whole = false;
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
    const record = recordOf(client, file);
    const pieces = recorded(
      record,
      file.write(rowsOf(client, target.stream, record), headOf(file), publicUrl, publisher),
      passed,
    );
    const readable = Readable.from(pieces, { objectMode: false });
    await once(readable, 'readable');
    target.begin(file.id);
    begun = true;
    await pipeline(readable, target.stream);
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
  if (begun && !whole) await tellCutOff({ db, log }, file, passed.bytes);
}

/** What one connection gives, as long as there is a reader. */
function rowsOf(client: PoolClient, reader: Writable, record: FileRecord): Rows {
  let current: CopyToStreamQuery | null = null;
  // Also while PostgreSQL still sorts and there is no row to find out by.
  reader.once('close', () => current?.destroy());
  return {
    copy: (statement) => {
      current = client.query(copyTo(statement));
      current.on('error', ignore);
      if (reader.destroyed) current.destroy();
      return current;
    },
    carried: () => record.carried(),
    $queryRaw: async <T>(query: TemplateStringsArray | Types.Sql, ...values: unknown[]): Promise<T> => {
      const { text, values: all } = 'raw' in query ? Prisma.sql(query, ...values) : query;
      return (await client.query({ text, values: all })).rows as T;
    },
  };
}

/** Nothing depends on it: where the database is away, the log says what the record does not. */
async function tellCutOff(
  { db, log }: Pick<ExportServices, 'db' | 'log'>,
  file: Asked,
  bytes: number,
): Promise<void> {
  try {
    await insertCutOff(db, file, bytes);
  } catch {
    log.warn({ kind: file.kind, format: file.format, bytes }, 'an export that was cut off is not recorded');
  }
}

const headOf = ({ by, at, filters }: File): ExportHead => ({
  generatedAt: at.toISOString(),
  generatedBy: { id: by.id, name: by.name },
  filters: Object.fromEntries(Object.entries(filters).map(([name, value]) => [name, String(value)])),
});

async function takeClient(db: Database): Promise<PoolClient> {
  if (count(db, 0) >= AT_ONCE) throw new Refusal('TOO_OFTEN', { retryAfter: 5 });
  count(db, 1);
  try {
    const client = await db.pool.connect();
    client.on('error', ignore);
    // Its reader may be slow, and sorting a million rows is silent.
    allowSilence(client);
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
