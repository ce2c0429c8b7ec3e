/**
 * Files that rows name, and those that none does any more.
 *
 * Bytes lie under their digest, so that several rows may name the same ones, of any story and written by any server. Whoever
 * writes a row takes its digest's lock first, together with others, until it is committed or not; whoever takes bytes away
 * takes it alone, without waiting, and looks then whether a row names them. So what a row is about to name stays.
 */
import { mkdir, rename, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import type { Database, Queryable, RawTx } from '../../database/client.ts';
import type { Services } from '../../services.ts';
import { INCOMING, LEFT, leftPlaceOf, placeOf } from './file-store.ts';
import { identityOf, isDigest, isShard, namesIn, ownFolder } from './folder-owner.ts';

type KeptIn = Pick<Services, 'db' | 'filesDir'>;

/** Milliseconds. Nothing takes a day between its bytes and its row. */
const LEFT_BEHIND = 24 * 60 * 60 * 1000;
/** Milliseconds. A database that was put back to an earlier moment may name it again within this time. */
const LEFT_FOR = 30 * LEFT_BEHIND;

/** Hold bytes until the transaction ends: to be called before they are put in their place. */
export async function holdFiles(tx: RawTx, digests: readonly Uint8Array[]): Promise<void> {
  const names = digests.map(hex);
  if (names.length > 0)
    await tx.$executeRaw`
      SELECT pg_advisory_xact_lock_shared(('x' || left(name, 16))::bit(64)::bigint) FROM unnest(${names}::text[]) AS name`;
}

/**
 * Do what keeps files; where it fails, those that no row names are taken away again. What lay there before stays: that this
 * database names it not is no reason to take it away at once.
 */
export async function keepingFiles<T>(
  services: KeptIn,
  digests: readonly Uint8Array[],
  work: () => Promise<T>,
): Promise<T> {
  const { db, filesDir } = services;
  const fresh: Uint8Array[] = [];
  for (const digest of digests) if ((await putAt(placeOf(filesDir, digest))) === null) fresh.push(digest);
  try {
    return await work();
  } catch (error) {
    // Where the database is away as well, they are tidied up later.
    for (const digest of fresh) await dropUnnamed(db, placeOf(filesDir, digest)).catch(() => false);
    throw error;
  }
}

/** Take away bytes, unless a row names them or is about to. */
export async function dropUnnamed(db: Database, place: string): Promise<boolean> {
  if ((await putAt(place)) === null) return false;
  return whileUnnamed(db, path.basename(place), async () => {
    await rm(place, { force: true });
    return true;
  });
}

/**
 * Do something about bytes that no row names nor is about to.
 *
 * @param name their digest in hex
 * @returns whether it was done
 */
async function whileUnnamed(db: Database, name: string, work: () => Promise<boolean>): Promise<boolean> {
  return db.prisma.$transaction(async (tx) => {
    const [lock] = await tx.$queryRaw<{ alone: boolean }[]>`
      SELECT pg_try_advisory_xact_lock(('x' || left(${name}, 16))::bit(64)::bigint) AS alone`;
    if (lock?.alone !== true) return false;
    // A statement of its own: it sees what was committed before the lock was free.
    const named = await selectNamed(tx, [name]);
    return named.size === 0 && work();
  });
}

/** Of digests in hex those that a row names. */
export async function selectNamed(tx: Queryable, names: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ name: string }[]>`
    WITH asked AS (SELECT decode(name, 'hex') AS sha256 FROM unnest(${names}::text[]) AS name)
    SELECT encode(sha256, 'hex') AS name FROM asked
    WHERE EXISTS (SELECT 1 FROM files f WHERE f.sha256 = asked.sha256 AND NOT f.elsewhere)
      OR EXISTS (SELECT 1 FROM arrivals r WHERE r.sha256 = asked.sha256 AND NOT r.elsewhere)`;
  return new Set(rows.map(({ name }) => name));
}

async function namesAny({ prisma }: Database): Promise<boolean> {
  const [row] = await prisma.$queryRaw<{ any: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM files WHERE NOT elsewhere)
      OR EXISTS (SELECT 1 FROM arrivals WHERE NOT elsewhere) AS any`;
  return row?.any === true;
}

export interface Tidied {
  /** Why no file was touched; null where the folder was tidied. */
  readonly held: Held | null;
  /** Bytes that no row names, put aside. */
  readonly files: number;
  /** Put back, since a row names them again. */
  readonly back: number;
  /** Taken away for good, after they lay aside. */
  readonly gone: number;
  /** What came and was never put in its place. */
  readonly incoming: number;
}

/** The folder is another database's; nothing shows whose it is; the database names no file at all. */
type Held = 'anothers' | 'unowned' | 'nameless';

const UNTOUCHED = { files: 0, back: 0, gone: 0, incoming: 0 };

/**
 * Put aside what a server left behind that ended between bytes and their row: older than a day, and named by no row. It is
 * taken away when it has lain aside for thirty days and still none names it. Only where the folder is this database's.
 * Several servers may do so at once.
 */
export async function tidyFiles(services: KeptIn, now: Date): Promise<Tidied> {
  const { db, filesDir } = services;
  const anyNamed = async (names: readonly string[]) => (await selectNamed(db.prisma, names)).size > 0;
  const owner = await ownFolder(filesDir, await identityOf(db.pool), anyNamed);
  if (owner !== 'ours') return { ...UNTOUCHED, held: owner === 'another' ? 'anothers' : 'unowned' };
  const before = new Date(now.getTime() - LEFT_BEHIND);
  const incoming = await dropIncoming(path.join(filesDir, INCOMING), before);
  // It was emptied, or put back to a moment before the first file.
  if (!(await namesAny(db))) return { ...UNTOUCHED, held: 'nameless', incoming };
  const aside = await tidyAside(services, new Date(now.getTime() - LEFT_FOR));
  let files = 0;
  for (const folder of (await namesIn(filesDir)).filter(isShard)) {
    const names = (await olderIn(path.join(filesDir, folder), before)).filter(isDigest);
    const named = await selectNamed(db.prisma, names);
    for (const name of names)
      if (!named.has(name) && (await whileUnnamed(db, name, () => putAside(filesDir, name, before, now))))
        files += 1;
  }
  return { held: null, files, ...aside, incoming };
}

async function dropIncoming(waiting: string, before: Date): Promise<number> {
  const old = await olderIn(waiting, before);
  for (const name of old) await rm(path.join(waiting, name), { force: true });
  return old.length;
}

/** @returns false where it is gone, or younger than it was */
async function putAside(filesDir: string, name: string, before: Date, now: Date): Promise<boolean> {
  const digest = Buffer.from(name, 'hex');
  const [place, aside] = [placeOf(filesDir, digest), leftPlaceOf(filesDir, digest)];
  const at = await putAt(place);
  if (at === null || at >= before) return false;
  await mkdir(path.dirname(aside), { recursive: true, mode: 0o700 });
  // Its days aside count from now, and never from when it came, also where the move fails.
  await utimes(place, now, now);
  await rename(place, aside);
  return true;
}

/** Put back what a row names again, and take away what none has named since `before`. */
async function tidyAside({ db, filesDir }: KeptIn, before: Date): Promise<Pick<Tidied, 'back' | 'gone'>> {
  const names = (await namesIn(path.join(filesDir, LEFT))).filter(isDigest);
  const named = await selectNamed(db.prisma, names);
  let back = 0;
  let gone = 0;
  for (const name of names) {
    const digest = Buffer.from(name, 'hex');
    const aside = leftPlaceOf(filesDir, digest);
    const at = await putAt(aside);
    if (at === null) continue;
    if (named.has(name)) {
      await mkdir(path.dirname(placeOf(filesDir, digest)), { recursive: true, mode: 0o700 });
      // The same name holds the same bytes, and another server may have been faster.
      back += await rename(aside, placeOf(filesDir, digest)).then(
        () => 1,
        () => 0,
      );
    } else if (at < before && (await dropUnnamed(db, aside))) gone += 1;
  }
  return { back, gone };
}

async function olderIn(folder: string, before: Date): Promise<string[]> {
  const older: string[] = [];
  for (const name of await namesIn(folder)) {
    const at = await putAt(path.join(folder, name));
    if (at !== null && at < before) older.push(name);
  }
  return older;
}

export const isKept = async (place: string): Promise<boolean> => (await putAt(place)) !== null;

/** When a file was put there; null where there is none. */
async function putAt(place: string): Promise<Date | null> {
  const found = await stat(place).catch(() => null);
  return found?.isFile() ? found.mtime : null;
}

const hex = (digest: Uint8Array): string => Buffer.from(digest).toString('hex');

const HELD: Readonly<Record<Held, string>> = {
  anothers:
    'the folder of files belongs to another database than this one: nothing in it is tidied. Is DATABASE_URL the right one, and CLAIMDESK_DATA_DIR? Where the database was moved, take away the file named owner in the folder',
  unowned:
    'this database names none of the files in the folder of files: nothing in it is tidied. Is DATABASE_URL the right one, and CLAIMDESK_DATA_DIR?',
  nameless: 'this database names no file at all: nothing in the folder of files is put aside or taken away',
};

/** At the start and once a day, until the function that is given back is called. */
export function tidyDaily({
  log,
  now,
  ...services
}: Pick<Services, 'db' | 'filesDir' | 'log' | 'now'>): () => void {
  const tidy = () =>
    tidyFiles(services, now()).then(
      ({ held, ...counts }) => {
        if (held === 'nameless') log.debug(HELD[held]);
        else if (held !== null) log.warn({ folder: services.filesDir }, HELD[held]);
        if (Object.values(counts).some((count) => count > 0)) log.info(counts, 'tidied the folder of files');
      },
      (error: unknown) => log.warn({ err: error }, 'the folder of files could not be tidied'),
    );
  void tidy();
  const timer = setInterval(() => void tidy(), LEFT_BEHIND);
  timer.unref();
  return () => clearInterval(timer);
}
