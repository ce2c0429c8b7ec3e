/**
 * What brings imports in, file by file: each in a transaction of its own, with what is written down of it. Where it is
 * stopped, by whatever, the next one goes on where it was: how far it is stands in the database, and its files are kept.
 *
 * Several servers may share a database: an import is worked on by whoever holds its lock, and a server that goes away
 * lets go of it.
 */
import { createHash } from 'node:crypto';
import { type ImportFileState, REFUSED_KEPT_DAYS, UNFINISHED_KEPT_DAYS } from '../../contract/imports.ts';
import { type Issue, type ProblemCode, Refusal } from '../../contract/problem.ts';
import { digestOf } from '../../database/chain.ts';
import type { Tx } from '../../database/client.ts';
import { inOrder, type Ordered } from '../../domain/exchange/in/in-order.ts';
import type { PersonWrite } from '../../http/write.ts';
import type { Services } from '../../services.ts';
import { bringInFile } from '../arrivals/arrivals.service.ts';
import { readStoryFile } from '../arrivals/story-file.ts';
import { endUnfinished, endWithToken } from './imports.service.ts';
import { dropFiles, openSpool, type Spool } from './spool.ts';
import { Terms } from './terms.ts';
import { bringWholeStoryIn, withWhole } from './whole-story.ts';

type WorkServices = Pick<
  Services,
  'db' | 'now' | 'log' | 'historyKey' | 'filesDir' | 'readFile' | 'readStory'
>;

export interface ImportsWorker {
  /** There may be something to do. */
  wake(): void;
  /** Once nothing is left to do, as far as this one knows. */
  idle(): Promise<void>;
  /** After the file that is under way. */
  close(): Promise<void>;
}

const DAY_MS = 24 * 60 * 60 * 1000;

export function importsWorker(services: WorkServices): ImportsWorker {
  let isClosing = false;
  let isCalled = false;
  let running: Promise<void> | null = null;

  const run = async (): Promise<void> => {
    while (isCalled && !isClosing) {
      isCalled = false;
      try {
        await workAll(services, () => isClosing);
      } catch (error) {
        services.log.error({ err: error }, 'an import was interrupted; it goes on later');
      }
    }
    running = null;
  };
  const wake = (): void => {
    isCalled = true;
    running ??= run();
  };
  const idle = async (): Promise<void> => {
    while (running !== null) await running;
  };
  const close = (): Promise<void> => {
    isClosing = true;
    return idle();
  };
  return { wake, idle, close };
}

interface Work {
  readonly id: string;
  readonly isArchive: boolean;
  readonly token: { readonly id: string; readonly name: string } | null;
  readonly terms: unknown;
  readonly user: { readonly id: string; readonly name: string; readonly role: PersonWrite['user']['role'] };
  readonly isActive: boolean;
}

async function workAll(services: WorkServices, isClosing: () => boolean): Promise<void> {
  const { db, now } = services;
  const daysAgo = (days: number) => new Date(now().getTime() - days * DAY_MS);
  await endUnfinished(services, daysAgo(UNFINISHED_KEPT_DAYS), now());
  await dropOld(services, daysAgo(REFUSED_KEPT_DAYS));
  const found = await db.prisma.$queryRaw<Work[]>`
    SELECT i.id, i.is_archive AS "isArchive", i.terms,
      CASE WHEN i.token_id IS NOT NULL THEN json_build_object('id', i.token_id, 'name', i.token_name) END AS token,
      json_build_object('id', u.id, 'name', u.name, 'role', u.role) AS "user", u.active AS "isActive"
    FROM imports i JOIN users u ON u.id = i.user_id
    WHERE i.finished_at IS NULL AND i.state = 'running' AND NOT EXISTS (
      SELECT 1 FROM import_files f WHERE f.import_id = i.id AND f.state = 'awaited')
    ORDER BY i.created_at, i.id`;
  for (const work of found) {
    if (isClosing()) return;
    await locked(services, work.id, () => bringAllIn(services, work, isClosing));
  }
}

/** Nothing is done where another server is at it. */
async function locked({ db }: WorkServices, importId: string, work: () => Promise<void>): Promise<void> {
  const client = await db.pool.connect();
  const key = `import ${importId}`;
  try {
    const { rows } = await client.query<{ mine: boolean }>(
      'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS mine',
      [key],
    );
    if (rows[0]?.mine !== true) return;
    try {
      await work();
    } finally {
      await client.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [key]);
    }
  } finally {
    client.release();
  }
}

async function bringAllIn(services: WorkServices, work: Work, isClosing: () => boolean): Promise<void> {
  const { db, now } = services;
  // Whoever has no access any more brings nothing in; it goes on when they have it again.
  if (!work.isActive) {
    await db.prisma.$executeRaw`UPDATE imports SET state = 'paused' WHERE id = ${work.id}::uuid`;
    return;
  }
  const goesOn = async (): Promise<boolean> => {
    if (isClosing()) return false;
    const at = now();
    const [row] = await db.prisma.$queryRaw<{ goes: boolean; ended: boolean }[]>`
      SELECT i.state = 'running' AND i.finished_at IS NULL AND u.active AND u.role::text = ${work.user.role}
          AND i.token_id IS NOT DISTINCT FROM ${work.token?.id ?? null}::uuid AS goes,
        t.revoked_at IS NOT NULL OR t.expires_at <= ${at} AS ended
      FROM imports i JOIN users u ON u.id = i.user_id LEFT JOIN api_tokens t ON t.id = i.token_id
      WHERE i.id = ${work.id}::uuid`;
    if (row?.goes === true && row.ended && work.token !== null) {
      await endWithToken(services, { id: work.id, tokenId: work.token.id }, at);
      return false;
    }
    // With another role, or none, or taken over from a token, it is begun anew as whoever they are then.
    return row?.goes === true;
  };
  const spool = await openOrRefuseAll(services, work);
  try {
    for (const file of await selectWaiting(services, work.id, false)) {
      if (!(await goesOn())) return;
      await readOne(services, work, spool, file);
    }
    for (const file of inOrder(await selectWaiting(services, work.id, true))) {
      if (!(await goesOn())) return;
      await bringOneIn(services, work, spool, file);
    }
  } finally {
    await spool.close();
  }
  await finish(services, work.id);
}

interface Waiting extends Ordered {
  readonly path: string;
  readonly entry: number | null;
  readonly newId: string;
}

async function selectWaiting({ db }: WorkServices, importId: string, isRead: boolean): Promise<Waiting[]> {
  const rows = await db.prisma.$queryRaw<(Waiting & { readonly created: Date | null })[]>`
    SELECT number, path, entry, new_id AS "newId", identifier, version, version_created AS created
    FROM import_files WHERE import_id = ${importId}::uuid AND state = 'waiting' AND is_read = ${isRead}
    ORDER BY number`;
  return rows.map(({ created, ...row }) => ({ ...row, versionCreated: created?.toISOString() ?? null }));
}

/** Where the files are lost, each is told so. */
async function openOrRefuseAll(services: WorkServices, work: Work): Promise<Spool> {
  try {
    return await openSpool(services.filesDir, work);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { read: () => Promise.reject(error), close: async () => {} };
  }
}

/** The last part of a path, as one line that names a file. */
const nameOf = (path: string): string =>
  (path.split('/').at(-1) ?? path).replace(/\s+/g, ' ').trim().slice(-255) || 'story';

const storyFile = ({ path }: Waiting, bytes: Buffer) => ({
  name: nameOf(path),
  base64: bytes.toString('base64'),
});

/** Read whose version it is. */
async function readOne(services: WorkServices, work: Work, spool: Spool, file: Waiting): Promise<void> {
  await orRefused(services, work, file, async () => {
    const content = await spool.read(file);
    const isWhole = await withWhole(services, content, async () => {
      await services.db.prisma.$executeRaw`
        UPDATE import_files SET is_read = true
        WHERE import_id = ${work.id}::uuid AND number = ${file.number} AND state = 'waiting'`;
    });
    if (isWhole || !Buffer.isBuffer(content)) return;
    const { facts } = await readStoryFile(services.readFile, storyFile(file, content));
    const created = facts.versionCreated === null ? null : new Date(facts.versionCreated);
    await services.db.prisma.$executeRaw`
      UPDATE import_files SET is_read = true, identifier = ${facts.identifiers[0]?.value ?? null},
        version = ${facts.version}, version_created = ${created}
      WHERE import_id = ${work.id}::uuid AND number = ${file.number} AND state = 'waiting'`;
  });
}

async function bringOneIn(services: WorkServices, work: Work, spool: Spool, file: Waiting): Promise<void> {
  await orRefused(services, work, file, async () => {
    const content = await spool.read(file);
    const token = work.token === null ? {} : { token: work.token };
    const writeOf = (sha256: string): PersonWrite => ({
      user: { ...work.user, ...token },
      // Whoever works on the same file at the same moment does the same write.
      key: `import:${work.id}:${file.number}`,
      digest: digestOf(['import', work.id, file.number, sha256]),
      at: services.now(),
    });
    const terms = Terms.parse(work.terms);
    const isWhole = await withWhole(services, content, async (whole) => {
      const isRestricted = terms.access === 'restricted';
      const write = writeOf(whole.sha256);
      const here = await bringWholeStoryIn(services, write, whole, {
        isRestricted,
        stored: (tx, at) => settle(tx, work, file, { state: 'stored', ...at }),
      });
      if (here !== null)
        await settle(services.db.prisma, work, file, { state: 'already', articleId: here, revision: null });
    });
    if (isWhole || !Buffer.isBuffer(content)) return;
    const write = writeOf(createHash('sha256').update(content).digest('hex'));
    const body = { id: file.newId, file: storyFile(file, content), ...terms };
    const brought = await bringInFile(services, write, body, {
      stored: (tx, at) => settle(tx, work, file, { state: at.revision === 1 ? 'stored' : 'newer', ...at }),
    });
    if (brought.arrives === 'same')
      await settle(services.db.prisma, work, file, {
        ...{ state: 'already', articleId: brought.id, revision: null },
      });
  });
}

/** The file is none of this import's any more: it was stopped meanwhile. */
class NotWaiting extends Error {}

interface Outcome {
  readonly state: Exclude<ImportFileState, 'awaited' | 'waiting' | 'refused'>;
  readonly articleId: string;
  readonly revision: number | null;
}

/**
 * Write down what became of a file, in the transaction of what is stored of it.
 *
 * @throws NotWaiting where something else became of it: then nothing is to be stored
 */
async function settle(
  tx: Pick<Tx, '$executeRaw'>,
  work: Pick<Work, 'id'>,
  { number }: Waiting,
  { state, articleId, revision }: Outcome,
): Promise<void> {
  const settled = await tx.$executeRaw`
    UPDATE import_files SET state = ${state}, article_id = ${articleId}::uuid, revision = ${revision}
    WHERE import_id = ${work.id}::uuid AND number = ${number} AND state = 'waiting'`;
  if (settled === 0) throw new NotWaiting();
}

/** What is wrong with the file itself needs no place. */
const wordsOf = ({ path, message }: Issue): string => (path === 'file' ? message : `${path}: ${message}`);

/** A refusal of one file is its outcome. So is a failure; only where the database is away nothing can be written down. */
async function orRefused(
  { db, log }: WorkServices,
  work: Work,
  file: Waiting,
  bring: () => Promise<void>,
): Promise<void> {
  try {
    await bring();
  } catch (error) {
    if (error instanceof NotWaiting) return;
    const refusal = error instanceof Refusal ? error : new Refusal('INTERNAL');
    if (!(error instanceof Refusal)) log.error({ err: error }, 'a file of an import failed');
    const code: ProblemCode = refusal.code;
    const detail = refusal.extras.issues?.map(wordsOf).join('; ') ?? null;
    await db.prisma.$executeRaw`
      UPDATE import_files SET state = 'refused', problem = ${code}, detail = ${detail}
      WHERE import_id = ${work.id}::uuid AND number = ${file.number} AND state = 'waiting'`;
  }
}

async function finish({ db, now, filesDir }: WorkServices, importId: string): Promise<void> {
  const [finished] = await db.prisma.$queryRaw<{ isKept: boolean }[]>`
    UPDATE imports i SET finished_at = ${now()}, is_kept = EXISTS (
      SELECT 1 FROM import_files f WHERE f.import_id = i.id AND f.state = 'refused')
    WHERE id = ${importId}::uuid AND finished_at IS NULL AND NOT EXISTS (
      SELECT 1 FROM import_files f WHERE f.import_id = i.id AND f.state IN ('waiting', 'awaited'))
    RETURNING is_kept AS "isKept"`;
  if (finished?.isKept === false) await dropFiles(filesDir, importId);
}

async function dropOld({ db, filesDir }: WorkServices, before: Date): Promise<void> {
  const old = await db.prisma.$queryRaw<{ id: string }[]>`
    UPDATE imports SET is_kept = false WHERE is_kept AND finished_at < ${before} RETURNING id`;
  for (const { id } of old) await dropFiles(filesDir, id);
}
