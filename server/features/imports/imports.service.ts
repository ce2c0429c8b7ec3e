/** Beginning imports, and steering them. What they bring in is done by `imports.worker.ts`. */
import type { Readable } from 'node:stream';
import { uuidv7 } from 'uuidv7';
import type { BodyOf, QueryOf } from '../../contract/endpoint.ts';
import {
  type CreateImport,
  type ImportState,
  isJunk,
  MAX_ARCHIVE_BYTES,
  MAX_IMPORT_FILES,
  MAX_OPEN_IMPORTS,
} from '../../contract/imports.ts';
import { type ProblemCode, Refusal } from '../../contract/problem.ts';
import { MAX_STORY_FILE_BYTES } from '../../contract/story-files.ts';
import { digestOf } from '../../database/chain.ts';
import { Prisma, type Tx } from '../../database/client.ts';
import { type Done, once } from '../../database/once.ts';
import { type Actor, mayDoPerson } from '../../domain/claims/permissions.ts';
import type { ZipEntry } from '../../domain/exchange/in/zip/model.ts';
import { isPackage } from '../../domain/exchange/story/package.ts';
import type { PersonWrite } from '../../http/write.ts';
import type { Services } from '../../services.ts';
import { archiveOf, entriesOf, fileOf, type Incoming, keepIncoming, withIncoming } from './spool.ts';
import { Terms } from './terms.ts';

type ImportServices = Pick<Services, 'db' | 'filesDir'>;

interface Listed {
  readonly path: string;
  readonly size: number;
  /** Null of a file that is sent by itself, and of an archive that is one story's package. */
  readonly entry: number | null;
  /** Why it is refused before it is read. */
  readonly problem: ProblemCode | null;
  readonly detail: string | null;
}

/** @throws Refusal NEEDS_EDITOR */
export function requireMayImport(user: Actor): void {
  const decision = mayDoPerson(user, 'create_article');
  if (!decision.allowed) throw new Refusal(decision.code);
}

/**
 * Begin an import of files that are sent one by one.
 *
 * @throws Refusal NEEDS_EDITOR, UNKNOWN_REFERENCE for people who are not there, EMPTY_FILE where nothing is left of the list
 */
export async function createImport(
  services: ImportServices,
  write: PersonWrite,
  { files, ...body }: BodyOf<typeof CreateImport>,
): Promise<Done> {
  requireMayImport(write.user);
  const listed = files
    .filter(({ path }) => !isJunk(path))
    .map(({ path, size }): Listed => ({ path, size, entry: null, problem: problemOf(size), detail: null }));
  return insertImport(services, write, { ...body, isArchive: false, listed });
}

const problemOf = (size: number): ProblemCode | null =>
  size === 0 ? 'EMPTY_FILE' : size > MAX_STORY_FILE_BYTES ? 'TOO_LARGE' : null;

/**
 * Begin an import of an archive. It is kept until all of it is brought in.
 *
 * @throws Refusal NEEDS_EDITOR, IMPORTS_OPEN, TOO_LARGE, EMPTY_FILE, and those of archives that are not read
 */
export function createArchiveImport(
  services: ImportServices,
  write: PersonWrite,
  { name = 'archive.zip', ...query }: QueryOf<typeof CreateImport>,
  bytes: Readable,
): Promise<Done> {
  requireMayImport(write.user);
  return withIncoming(services.filesDir, bytes, MAX_ARCHIVE_BYTES, async (incoming) => {
    const entries = (await entriesOf(incoming.at)).filter(({ path }) => !isJunk(path));
    const listed = isPackage(entries)
      ? [{ path: name, size: incoming.size, entry: null, problem: null, detail: null }]
      : listedIn(entries);
    // The body is no JSON: its digest stands for it.
    const digest = digestOf([query.id ?? null, name, query.access ?? null, incoming.sha256]);
    const archive = { ...query, name, isArchive: true, listed, incoming };
    return insertImport(services, { ...write, digest }, archive);
  });
}

/** @throws Refusal ZIP_TOO_MANY */
function listedIn(entries: readonly ZipEntry[]): Listed[] {
  const files = entries.filter(({ isFolder, refused }) => !isFolder || refused !== null);
  if (files.length > MAX_IMPORT_FILES) throw new Refusal('ZIP_TOO_MANY');
  return files.map(({ number, path, size, refused }) => {
    const problem = refused?.problem ?? (size === 0 ? ('EMPTY_FILE' as const) : null);
    // A size that only the archive tells may be any number.
    const told = Math.min(size, MAX_ARCHIVE_BYTES);
    return { path: path || '?', size: told, entry: number, problem, detail: refused?.detail ?? null };
  });
}

interface NewImport {
  readonly id?: string | undefined;
  readonly access?: Terms['access'] | undefined;
  readonly memberIds?: readonly string[] | undefined;
  readonly language?: string | undefined;
  readonly name: string;
  readonly isArchive: boolean;
  readonly listed: readonly Listed[];
  readonly incoming?: Incoming;
}

async function insertImport(
  { db, filesDir }: ImportServices,
  write: PersonWrite,
  { id = uuidv7(), name, isArchive, listed, incoming, access, memberIds, language }: NewImport,
): Promise<Done> {
  if (listed.length === 0) throw new Refusal('EMPTY_FILE');
  const terms = Terms.parse({ access, memberIds, language });
  return once(
    db,
    write,
    id,
    async (tx) => {
      await requireRoom(tx, write.user.id);
      await requirePeople(tx, memberIds ?? []);
      await tx.$executeRaw`
        INSERT INTO imports (id, name, user_id, token_id, token_name, terms, state, is_archive, is_kept, created_at)
        VALUES (${id}::uuid, ${name}, ${write.user.id}::uuid, ${write.user.token?.id ?? null}::uuid,
          ${write.user.token?.name ?? null}, ${JSON.stringify(terms)}::jsonb, 'running', ${isArchive}, true, ${write.at})`;
      const rows = listed.map((file, index) => ({
        ...file,
        number: index + 1,
        new_id: uuidv7(),
        state: file.problem !== null ? 'refused' : isArchive ? 'waiting' : 'awaited',
      }));
      await tx.$executeRaw`
        INSERT INTO import_files (import_id, number, path, size, state, entry, new_id, problem, detail)
        SELECT ${id}::uuid, number, path, size, state, entry, new_id, problem, detail
        FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS file (number int, path text, size int, state text,
          entry int, new_id uuid, problem text, detail text)`;
      if (incoming !== undefined) await keepIncoming(incoming, archiveOf(filesDir, id));
    },
    { creates: true },
  );
}

/** @throws Refusal IMPORTS_OPEN */
async function requireRoom(tx: Tx, userId: string): Promise<void> {
  // One after the other, or two that begin at once would both find room.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`imports of ${userId}`}, 0))`;
  const open = await tx.import.count({ where: { userId, finishedAt: null } });
  if (open >= MAX_OPEN_IMPORTS) throw new Refusal('IMPORTS_OPEN');
}

/** End imports that were begun before a time and that nobody finished. Their files are let go as those of others are. */
export async function endUnfinished({ db }: Pick<Services, 'db'>, before: Date, at: Date): Promise<void> {
  await db.prisma.$transaction(async (tx) => {
    const ended = await tx.$queryRaw<{ id: string }[]>`
      UPDATE imports SET state = 'stopped', finished_at = ${at}
      WHERE finished_at IS NULL AND created_at < ${before} RETURNING id`;
    for (const { id } of ended) {
      await leaveOut(tx, id, 'waiting', 'IMPORT_STOPPED');
      await leaveOut(tx, id, 'awaited', 'FILE_NOT_SENT');
    }
  });
}

async function requirePeople(tx: Tx, ids: readonly string[]): Promise<void> {
  const found = await tx.user.count({ where: { id: { in: [...ids] } } });
  if (found !== new Set(ids).size) throw new Refusal('UNKNOWN_REFERENCE');
}

/**
 * Take a file in that is awaited. One that is here already is not asked for again.
 *
 * @throws Refusal NOT_FOUND also for an import of someone else, NEEDS_EDITOR, TOO_LARGE, EMPTY_FILE
 */
export async function takeFile(
  { db, filesDir }: ImportServices,
  { user }: PersonWrite,
  { importId, number }: { readonly importId: string; readonly number: number },
  bytes: Readable,
): Promise<void> {
  const [file] = await db.prisma.$queryRaw<{ state: string }[]>`
    SELECT f.state FROM import_files f JOIN imports i ON i.id = f.import_id
    WHERE i.id = ${importId}::uuid AND i.user_id = ${user.id}::uuid AND f.number = ${number}`;
  if (file === undefined) throw new Refusal('NOT_FOUND');
  requireMayImport(user);
  if (file.state !== 'awaited') return;
  await withIncoming(filesDir, bytes, MAX_STORY_FILE_BYTES, async (incoming) => {
    await db.prisma.$transaction(async (tx) => {
      const taken = await tx.$executeRaw`
        UPDATE import_files SET state = 'waiting', size = ${incoming.size}
        WHERE import_id = ${importId}::uuid AND number = ${number} AND state = 'awaited'`;
      if (taken === 1) await keepIncoming(incoming, fileOf(filesDir, importId, number));
    });
  });
}

/**
 * Pause an import, let it go on, or stop it. What it had not brought in by then is refused, and kept like all of those.
 *
 * @throws Refusal NOT_FOUND, NEEDS_EDITOR, IMPORT_OVER
 */
export function setImportState(
  services: ImportServices,
  write: PersonWrite,
  importId: string,
  state: ImportState,
): Promise<Done> {
  return change(services, write, importId, async (tx, { isOver, ...now }) => {
    if (now.state === state) return;
    if (isOver) throw new Refusal('IMPORT_OVER');
    await tx.$executeRaw`UPDATE imports SET state = ${state} WHERE id = ${importId}::uuid`;
    if (state === 'running') await takeOver(tx, write, importId);
    if (state !== 'stopped') return;
    await leaveOut(tx, importId, 'waiting', 'IMPORT_STOPPED');
    await leaveOut(tx, importId, 'awaited', 'FILE_NOT_SENT');
    await tx.$executeRaw`UPDATE imports SET finished_at = ${write.at} WHERE id = ${importId}::uuid`;
  });
}

/** @throws Refusal NOT_FOUND, NEEDS_EDITOR, IMPORT_OVER */
export function leaveOutAwaited(
  services: ImportServices,
  write: PersonWrite,
  importId: string,
): Promise<Done> {
  return change(services, write, importId, async (tx, { isOver }) => {
    if (isOver) throw new Refusal('IMPORT_OVER');
    await leaveOut(tx, importId, 'awaited', 'FILE_NOT_SENT');
    await takeOver(tx, write, importId);
  });
}

/** Whoever has it go on is who brings in what is left: what a token began no longer ends with that. */
async function takeOver(tx: Tx, { user: { token } }: PersonWrite, importId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE imports SET token_id = ${token?.id ?? null}::uuid, token_name = ${token?.name ?? null}
    WHERE id = ${importId}::uuid`;
}

/** End an import whose token does not work any more: what it has not brought in by now is refused, and kept for a person. */
export async function endWithToken(
  { db }: Pick<Services, 'db'>,
  { id, tokenId }: { readonly id: string; readonly tokenId: string },
  at: Date,
): Promise<void> {
  await db.prisma.$transaction(async (tx) => {
    // Somebody may have taken it over meanwhile.
    const ended = await tx.$executeRaw`
      UPDATE imports SET finished_at = ${at}
      WHERE id = ${id}::uuid AND token_id = ${tokenId}::uuid AND state = 'running' AND finished_at IS NULL`;
    if (ended > 0) await leaveOut(tx, id, 'waiting', 'IMPORT_TOKEN_ENDED');
  });
}

function leaveOut(tx: Tx, importId: string, from: 'awaited' | 'waiting', problem: ProblemCode) {
  return tx.$executeRaw`
    UPDATE import_files SET state = 'refused', problem = ${problem}, detail = NULL
    WHERE import_id = ${importId}::uuid AND state = ${from}`;
}

/** Of files that were refused by their size, or were never sent, nothing is here that could be tried. */
const NOT_HERE: readonly ProblemCode[] = ['FILE_NOT_SENT', 'TOO_LARGE', 'EMPTY_FILE'];

/** @throws Refusal NOT_FOUND, NEEDS_EDITOR, IMPORT_OVER where its files are not kept any more */
export function retryImport(services: ImportServices, write: PersonWrite, importId: string): Promise<Done> {
  return change(services, write, importId, async (tx, { isKept }) => {
    if (!isKept) throw new Refusal('IMPORT_OVER');
    const again = await tx.$executeRaw`
      UPDATE import_files SET state = 'waiting', problem = NULL, detail = NULL, is_read = false
      WHERE import_id = ${importId}::uuid AND state = 'refused' AND problem NOT IN (${Prisma.join(NOT_HERE)})`;
    if (again === 0) return;
    await tx.$executeRaw`
      UPDATE imports SET state = 'running', finished_at = NULL WHERE id = ${importId}::uuid`;
    await takeOver(tx, write, importId);
  });
}

interface Now {
  readonly state: string;
  readonly isKept: boolean;
  readonly isOver: boolean;
}

function change(
  { db }: ImportServices,
  write: PersonWrite,
  importId: string,
  work: (tx: Tx, now: Now) => Promise<void>,
): Promise<Done> {
  return once(db, write, importId, async (tx) => {
    const [now] = await tx.$queryRaw<Now[]>`
      SELECT state, is_kept AS "isKept", finished_at IS NOT NULL AS "isOver" FROM imports
      WHERE id = ${importId}::uuid AND user_id = ${write.user.id}::uuid FOR UPDATE`;
    if (now === undefined) throw new Refusal('NOT_FOUND');
    requireMayImport(write.user);
    await work(tx, now);
  });
}
