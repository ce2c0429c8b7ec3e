/** How much a process holds while it works. Where there is no /proc nothing is told. */
import { readdir, readFile } from 'node:fs/promises';
import { quantile } from '../words.ts';

export interface Held {
  /** Bytes, the median of the first and of the last third of the time. */
  readonly first: number;
  readonly last: number;
}

/** Milliseconds between two looks. */
const EVERY = 250;

/** Look again and again until it is asked for. */
export function watchMemory(pid: number | undefined): () => Held | null {
  const seen: number[] = [];
  const timer = setInterval(() => {
    readFile(`/proc/${pid}/status`, 'utf8').then(
      (status) => {
        const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(status)?.[1];
        if (kilobytes !== undefined) seen.push(Number(kilobytes) * 1024);
      },
      () => {},
    );
  }, EVERY);
  return () => {
    clearInterval(timer);
    if (seen.length < 3) return null;
    const third = Math.floor(seen.length / 3);
    return { first: quantile(seen.slice(0, third), 0.5), last: quantile(seen.slice(-third), 0.5) };
  };
}

/** Files and connections that a process has open, and may have. */
export async function openFiles(
  pid: number | 'self' | undefined,
): Promise<{ open: number; most: number } | null> {
  try {
    const limits = await readFile(`/proc/${pid}/limits`, 'utf8');
    const most = Number(/^Max open files\s+(\d+)/m.exec(limits)?.[1] ?? Number.POSITIVE_INFINITY);
    return { open: (await readdir(`/proc/${pid}/fd`)).length, most };
  } catch {
    return null;
  }
}
