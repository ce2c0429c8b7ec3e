/** Servers as processes of their own, which can be stopped in order or killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { ROOT } from './running.ts';

export interface Served {
  /** Without a slash at its end. */
  readonly url: string;
  readonly process: ChildProcess;
  stop(): Promise<void>;
  /** `kill -9`: nothing of it gets to run any more. */
  kill(): Promise<void>;
}

/**
 * Start a Node program that prints where it listens once it is ready.
 *
 * @throws Error where it ends before
 */
export async function serve(args: readonly string[], env: Record<string, string>): Promise<Served> {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const isOver = () => child.exitCode !== null || child.signalCode !== null;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async () => {
    if (isOver()) return;
    child.kill('SIGTERM');
    const impatient = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await ended;
    clearTimeout(impatient);
  };
  const kill = async () => {
    if (isOver()) return;
    child.kill('SIGKILL');
    await ended;
  };
  try {
    return { url: await address(child), process: child, stop, kill };
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
