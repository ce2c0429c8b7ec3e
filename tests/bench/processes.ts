/** The processes that are measured, and how much memory they take. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';

const ROOT = path.join(import.meta.dirname, '..', '..');

export interface Served {
  /** Without a slash at its end. */
  readonly url: string;
  readonly process: ChildProcess;
  stop(): Promise<void>;
}

/** The built server, as `npm start` runs it, on a database that is there. */
export function startClaimdesk(databaseUrl: string, dataDir: string): Promise<Served> {
  const main = path.join(ROOT, 'dist', 'server', 'main.js');
  const watched = ['--import', path.join(import.meta.dirname, 'loop-delay.js')];
  return start([...watched, main], {
    DATABASE_URL: databaseUrl,
    CLAIMDESK_DATA_DIR: dataDir,
    NODE_ENV: 'production',
    PORT: '0',
    LOG_LEVEL: 'warn',
  });
}

/** The limit beside it: PostgreSQL behind a bare `node:http`. */
export function startLimit(databaseUrl: string): Promise<Served> {
  const main = path.join(import.meta.dirname, 'limit-server.ts');
  return start(['--import', 'tsx', main], { DATABASE_URL: databaseUrl, NODE_ENV: 'production' });
}

async function start(args: string[], env: Record<string, string>): Promise<Served> {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    const impatient = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await ended;
    clearTimeout(impatient);
  };
  try {
    return { url: await address(child), process: child, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The address that a server prints once it is ready. */
function address(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`a server ended before it was ready (${code})`)));
    if (child.stdout === null) return reject(new Error('a server has no output'));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /ready: (\S+)/.exec(line)?.[1];
      if (found !== undefined) resolve(found);
    });
  });
}

/**
 * The most memory that a process held at once, as the kernel counts it, since `forgetPeak`.
 *
 * @returns bytes; null where there is no /proc
 */
export async function peakMemory(pid: number | undefined): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(status)?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) * 1024;
}

const Delay = z.object({ longest: z.number() });

/** Milliseconds for which the event loop of Claimdesk was held up at most since this was asked last. */
export function longestDelay({ process: child }: Served): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('message', (told) => resolve(Delay.parse(told).longest));
    child.send('loop delay', (error) => {
      if (error !== null) reject(error);
    });
  });
}

/** Begin a new peak; where the kernel does not let us, the peak stays that of the whole run. */
export async function forgetPeak(pid: number | undefined): Promise<void> {
  await writeFile(`/proc/${pid}/clear_refs`, '5').catch(() => undefined);
}
