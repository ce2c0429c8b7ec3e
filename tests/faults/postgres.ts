/** A PostgreSQL that is killed and started again where it was. */
import { execFile } from 'node:child_process';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { startEmbedded } from '../../server/database/embedded.ts';

const run = promisify(execFile);

export interface Postgres {
  /** The same before and after. */
  readonly url: string;
  /** `kill -9`, to all of its processes at once. */
  kill(): Promise<void>;
  /** Stop in order, so that nothing listens there. */
  halt(): Promise<void>;
  /** Start it again on the port that it had; what it had not yet put in its place it recovers from its log. */
  start(): Promise<void>;
  /** Start it where it does not run. */
  ensure(): Promise<void>;
  stop(): Promise<void>;
}

export async function startPostgres(folder: string, flags: readonly string[] = []): Promise<Postgres> {
  const embedded = await startEmbedded(folder, flags);
  const data = path.join(folder, 'postgres');
  const { uid, gid } = await stat(data);
  // https://www.postgresql.org/docs/current/storage-file-layout.html: the command that it was last started by.
  const [binary = ''] = (await readFile(path.join(data, 'postmaster.opts'), 'utf8')).split(' ');
  const control = path.join(path.dirname(binary), 'pg_ctl');
  const as = process.getuid?.() === 0 ? { uid, gid } : {};
  const controlled = (...args: string[]) => run(control, ['-D', data, '-w', ...args], { ...as, cwd: folder });
  const halt = async () => {
    await controlled('-m', 'fast', 'stop').catch(() => undefined);
  };
  // As `postmaster.opts` says: on the same port, with the same settings.
  const start = async () => {
    await controlled('-t', '60', '-l', path.join(folder, 'postgres.log'), 'restart');
  };
  return {
    url: embedded.url,
    halt,
    kill: async () => {
      const [pid = ''] = (await readFile(path.join(data, 'postmaster.pid'), 'utf8')).split('\n');
      const all = [Number(pid), ...(await childrenOf(Number(pid)))];
      for (const one of all) killNow(one);
      while (all.some(lives)) await new Promise((resolve) => setTimeout(resolve, 5));
    },
    start,
    ensure: async () => {
      if (
        !(await controlled('status').then(
          () => true,
          () => false,
        ))
      )
        await start();
    },
    stop: () => embedded.stop(),
  };
}

async function childrenOf(parent: number): Promise<number[]> {
  const found: number[] = [];
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const status = await readFile(`/proc/${name}/status`, 'utf8').catch(() => '');
    if (new RegExp(`^PPid:\\s+${parent}$`, 'm').test(status)) found.push(Number(name));
  }
  return found;
}

function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It was gone before.
  }
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
