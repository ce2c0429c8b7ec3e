/** PostgreSQL's own pg_dump and pg_restore, where the machine has them. The embedded server comes without. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { BackupError } from './manifest.ts';

const run = promisify(execFile);

export type PgTool = 'pg_dump' | 'pg_restore';

export interface FoundTool {
  readonly command: string;
  readonly major: number;
}

/** Of the folder PG_BIN where that is set, else of PATH; null where there is none. */
export async function findTool(name: PgTool, pgBin: string | undefined): Promise<FoundTool | null> {
  const command = pgBin === undefined ? name : path.join(pgBin, name);
  try {
    const { stdout } = await run(command, ['--version']);
    const major = Number(/\(PostgreSQL\) (\d+)/.exec(stdout)?.[1]);
    return major > 0 ? { command, major } : null;
  } catch {
    return null;
  }
}

/**
 * Run one on the database at `url`. The password goes by the environment: arguments are seen by everybody on the machine.
 *
 * @throws BackupError with what it said
 */
export async function runTool(tool: FoundTool, url: string, args: readonly string[]): Promise<void> {
  const place = new URL(url);
  const password = decodeURIComponent(place.password);
  place.password = '';
  try {
    await run(tool.command, [...args, `--dbname=${place.href}`], {
      env: { ...process.env, ...(password === '' ? {} : { PGPASSWORD: password }) },
    });
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
    throw new BackupError(`${path.basename(tool.command)} failed: ${said.split('\n')[0] || String(error)}`);
  }
}
