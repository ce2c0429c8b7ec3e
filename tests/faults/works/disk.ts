/** PostgreSQL on a small file system of its own, which is filled up. */
import { execFile } from 'node:child_process';
import { chmod, mkdir, rm, statfs, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Fault } from '../fault.ts';
import { away } from './gone.ts';

const run = promisify(execFile);
const TEST = 'disk full: no byte is left where the database writes';

export const diskFull: Fault = async (ground) => {
  const folder = path.join(ground.folder, 'small');
  await mkdir(folder);
  try {
    await run('mount', ['-t', 'tmpfs', '-o', 'size=256m', 'tmpfs', folder]);
  } catch {
    return {
      test: TEST,
      size: '',
      broken: [],
      seen: [],
      skipped: 'no file system may be mounted by this user',
    };
  }
  ground.undo.push(() => run('umount', ['-l', folder]));
  await chmod(folder, 0o711);
  const ballast = path.join(folder, 'ballast');
  return away(
    ground,
    TEST,
    async ({ postgres }, forSoLong) => {
      const { bavail, bsize } = await statfs(folder);
      // The database writes on meanwhile: the last of it may find no room.
      await writeFile(ballast, Buffer.alloc(bavail * bsize)).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOSPC') throw error;
      });
      await forSoLong();
      await rm(ballast);
      // Where there was no room even for its log, PostgreSQL ended; whoever runs it starts it again.
      await postgres.ensure();
    },
    { databaseFolder: path.join(folder, 'database') },
  );
};
