/** Looking at a backup before anything is changed. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { digestOf } from './digested-file.ts';
import { BackupError, contentsOf, MANIFEST, type Manifest, openManifest, SEAL } from './manifest.ts';

/**
 * Read a backup whole and hold every file of it to its digest.
 *
 * @throws BackupError naming the first thing that is not as it was written
 */
export async function checkBackup(folder: string, historyKey: Buffer): Promise<Manifest> {
  const [bytes, seal] = await Promise.all([
    readFile(path.join(folder, MANIFEST)),
    readFile(path.join(folder, SEAL), 'utf8'),
  ]).catch((error: NodeJS.ErrnoException) => {
    throw new BackupError(`${folder} is no whole backup: ${error.message}.`);
  });
  const manifest = openManifest(historyKey, bytes, seal);
  for (const file of contentsOf(manifest)) {
    const found = await digestOf(folder, file.path).catch((error: NodeJS.ErrnoException) => {
      throw new BackupError(
        error.code === 'ENOENT'
          ? `${file.path} is missing.`
          : `${file.path} cannot be read: ${error.message}.`,
      );
    });
    if (found.size < file.size) throw new BackupError(`${file.path} was cut off.`);
    if (found.sha256 !== file.sha256) throw new BackupError(`${file.path} was altered.`);
  }
  return manifest;
}

/**
 * Hold the migrations of a backup to those of this Claimdesk.
 *
 * @throws BackupError where it is of a newer one, or of one that was changed
 */
export async function checkMigrations(migrations: string, manifest: Manifest): Promise<void> {
  const known = new Set(await readdir(migrations));
  for (const { name, checksum } of manifest.migrations) {
    if (!known.has(name))
      throw new BackupError(`It is of a newer Claimdesk, with the migration ${name}: update this one first.`);
    const script = await readFile(path.join(migrations, name, 'migration.sql'));
    if (createHash('sha256').update(script).digest('hex') !== checksum)
      throw new BackupError(`The migration ${name} is not the one that the backup was made with.`);
  }
}
