/**
 * Bytes that were erased with the rows that named them: put down in the transaction that took the rows, taken off the disk once
 * it is committed, and looked for again each day where that failed.
 */
import type { RawTx } from '../../database/client.ts';
import type { Services } from '../../services.ts';
import { leftPlaceOf, placeOf } from './file-store.ts';
import { identityOf, ownFolder } from './folder-owner.ts';
import { dropUnnamed, isKept, selectNamed } from './kept-files.ts';

/**
 * Put down what is to be taken away. What was put down before is put down anew, so that whoever is done with what they read
 * takes none of it off: they saw a row that named it still.
 */
export async function keepToErase(tx: RawTx, digests: readonly Uint8Array[], at: Date): Promise<void> {
  const names = digests.map((digest) => Buffer.from(digest).toString('hex'));
  if (names.length > 0)
    await tx.$executeRaw`
      INSERT INTO erased_files (sha256, at) SELECT DISTINCT decode(name, 'hex'), ${at}::timestamptz
      FROM unnest(${names}::text[]) AS name ORDER BY 1
      ON CONFLICT (sha256) DO UPDATE SET at = GREATEST(EXCLUDED.at, erased_files.at + interval '1 millisecond')`;
}

/**
 * Take away what was put down, from where it was kept and from where it was put aside. What another row names stays, and so
 * does everything in a folder that is another database's.
 *
 * It never fails: what could not be done now is tried again.
 *
 * @returns how many were done with
 */
export async function eraseBytes({
  db,
  filesDir,
  log,
}: Pick<Services, 'db' | 'filesDir' | 'log'>): Promise<number> {
  try {
    const rows = await db.prisma.$queryRaw<
      { sha256: Uint8Array; at: Date }[]
    >`SELECT sha256, at FROM erased_files`;
    if (rows.length === 0) return 0;
    const names = new Set(rows.map(({ sha256 }) => Buffer.from(sha256).toString('hex')));
    // That some of them lie there says as much as a file that is named: rows of this database named them.
    const anyOurs = async (found: readonly string[]) =>
      found.some((name) => names.has(name)) || (await selectNamed(db.prisma, found)).size > 0;
    if ((await ownFolder(filesDir, await identityOf(db.pool), anyOurs)) !== 'ours') {
      log.warn({ folder: filesDir }, 'erased files stay in a folder that is not this database’s');
      return 0;
    }
    let done = 0;
    for (const { sha256, at } of rows) {
      const places = [placeOf(filesDir, sha256), leftPlaceOf(filesDir, sha256)];
      for (const place of places) await dropUnnamed(db, place);
      const name = Buffer.from(sha256).toString('hex');
      const isNamed = (await selectNamed(db.prisma, [name])).size > 0;
      // Somebody else may be about to name them, or to give up on it.
      if (!isNamed && (await Promise.all(places.map(isKept))).includes(true)) continue;
      done += await db.prisma.$executeRaw`
        DELETE FROM erased_files WHERE sha256 = ${sha256} AND at = ${at}`;
    }
    return done;
  } catch (error) {
    log.warn({ err: error }, 'erased files could not be taken away');
    return 0;
  }
}

/** Milliseconds. */
const DAY = 24 * 60 * 60 * 1000;

/** At the start and once a day, until the function that is given back is called. */
export function eraseDaily(services: Pick<Services, 'db' | 'filesDir' | 'log'>): () => void {
  void eraseBytes(services);
  const timer = setInterval(() => void eraseBytes(services), DAY);
  timer.unref();
  return () => clearInterval(timer);
}
