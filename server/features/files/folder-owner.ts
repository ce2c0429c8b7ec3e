/**
 * Which database a folder of files belongs to. Whatever tidies the folder asks a database what is named, and a database that
 * is not the folder's own names none of it: a forgotten DATABASE_URL would have every file taken away.
 *
 * The file `owner` in the folder says so. It is not part of a backup: there the folder is made anew, for another database.
 */
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { INCOMING, LEFT } from './file-store.ts';

const OWNER = 'owner';

/** What PostgreSQL calls the database: the server since it was made, and the database in it. A copy of it is another. */
export async function identityOf(db: pg.Pool | pg.ClientBase): Promise<string> {
  const { rows } = await db.query<{ identity: string }>(
    `SELECT format('%s/%s', c.system_identifier, d.oid) AS identity
     FROM pg_control_system() c, pg_database d WHERE d.datname = current_database()`,
  );
  if (rows[0] === undefined) throw new Error('PostgreSQL does not say which database this is');
  return rows[0].identity;
}

/** `unknown` where nothing says whose it is, and nothing in it shows. */
export type FolderOwner = 'ours' | 'another' | 'unknown';

/**
 * Whose the folder is. What belongs to nobody becomes this database's, where it is empty or where the database names one of
 * the files that lie in it.
 *
 * @param anyNamed whether the database names one of these, given as digests in hex
 */
export async function ownFolder(
  folder: string,
  identity: string,
  anyNamed: (names: readonly string[]) => Promise<boolean>,
): Promise<FolderOwner> {
  const told = await readOwner(folder);
  if (told !== null) return told === identity ? 'ours' : 'another';
  let isEmpty = true;
  let isOurs = false;
  for await (const names of storedIn(folder)) {
    isEmpty = false;
    isOurs = await anyNamed(names);
    if (isOurs) break;
  }
  if (!isEmpty && !isOurs) return 'unknown';
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // Where two say so at once the first is right, and whoever came second sees it.
  await writeFile(path.join(folder, OWNER), `${identity}\n`, { flag: 'wx', mode: 0o600, flush: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    },
  );
  return (await readOwner(folder)) === identity ? 'ours' : 'another';
}

/**
 * After a restore: the folder is the restored database's, unless files lie in it that are not of the backup. Then what it
 * says, or does not say, stays.
 *
 * @param restored digests in hex
 */
export async function ownRestored(
  folder: string,
  identity: string,
  restored: ReadonlySet<string>,
): Promise<void> {
  for await (const names of storedIn(folder)) if (!names.every((name) => restored.has(name))) return;
  const incoming = path.join(folder, INCOMING, uuidv7());
  await mkdir(path.dirname(incoming), { recursive: true, mode: 0o700 });
  try {
    await writeFile(incoming, `${identity}\n`, { flag: 'wx', mode: 0o600, flush: true });
    await rename(incoming, path.join(folder, OWNER));
  } finally {
    await rm(incoming, { force: true });
  }
}

/** Null where nothing is said. */
async function readOwner(folder: string): Promise<string | null> {
  try {
    return (await readFile(path.join(folder, OWNER), 'utf8')).trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Names of folders that hold files under their digests. */
export const isShard = (name: string): boolean => /^[0-9a-f]{2}$/.test(name);
/** Names of files that are digests. */
export const isDigest = (name: string): boolean => /^[0-9a-f]{64}$/.test(name);

/** Empty also of a folder that is not there yet. */
export const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);

/** Digests in hex of all that is kept, with what was put aside, folder by folder; never an empty list. */
async function* storedIn(folder: string): AsyncGenerator<string[]> {
  for (const part of (await namesIn(folder)).filter((name) => isShard(name) || name === LEFT)) {
    const names = (await namesIn(path.join(folder, part))).filter(isDigest);
    if (names.length > 0) yield names;
  }
}
