/** The processes that are measured, and how much memory they take. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { ROOT } from '../support/running.ts';
import { type Served, serve } from '../support/served.ts';

/**
 * How the README says to run it: what goes into the environment before Node is there, and what Node is given before the
 * program's name.
 */
async function asRunForReal(): Promise<{ env: Record<string, string>; flags: string[] }> {
  const readme = await readFile(path.join(ROOT, 'README.md'), 'utf8');
  const line = /^((?:[A-Z_]+=\S+ )*)node --env-file=\.env (.*)dist\/server\/main\.js$/m.exec(readme);
  if (line === null) throw new Error('the README does not say how to run the built server');
  const [before = '', flags = ''] = line.slice(1).map((part) => part.trim());
  const pairs = before.split(' ').filter((pair) => pair !== '');
  return {
    env: Object.fromEntries(pairs.map((pair) => [pair.split('=')[0] ?? '', pair.split('=')[1] ?? ''])),
    flags: flags.split(' ').filter((flag) => flag !== ''),
  };
}

/** The built server, as it is run for real, on a database that is there. */
export async function startClaimdesk(databaseUrl: string, dataDir: string): Promise<Served> {
  const main = path.join(ROOT, 'dist', 'server', 'main.js');
  const watched = ['--import', path.join(import.meta.dirname, 'loop-delay.js')];
  const { env, flags } = await asRunForReal();
  return serve([...flags, ...watched, main], {
    ...env,
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
  return serve(['--import', 'tsx', main], { DATABASE_URL: databaseUrl, NODE_ENV: 'production' });
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
