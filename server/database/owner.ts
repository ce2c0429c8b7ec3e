/**
 * One data folder, one Claimdesk: a second would stop the first one's database, or write under it.
 *
 * Two containers may share a folder, and neither sees the other's processes: both call themselves process 1. So the kernel
 * keeps a lock (flock) on a file of the folder for as long as its process lives, whatever it is called and however it ends;
 * and `owner.pid` tells who it is.
 */
import { spawnSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile, readlink, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** A process, so that another is not taken for it that has its number. */
export interface Owner {
  readonly pid: number;
  /** Where its number means it: the kernel's boot and the process namespace; null where there is no /proc. */
  readonly place: string | null;
  /** When it started, in the kernel's ticks since its boot; null where there is no /proc. */
  readonly started: string | null;
}

/** Whether an owner lives; `hidden` where this process cannot see: it may, in another container. */
export type Life = 'lives' | 'gone' | 'hidden';

/** Why a folder cannot be taken, in a sentence for whoever starts Claimdesk. */
export class FolderTaken extends Error {}

const LOCK = 'owner.lock';
const ownerOf = (folder: string) => path.join(folder, 'owner.pid');

/** This process. */
export const thisProcess = async (): Promise<Owner> => ({
  pid: process.pid,
  place: await placeHere(),
  started: await startOf(process.pid),
});

/**
 * Take a folder for as long as this process lives.
 *
 * @param lock takes the lock; `unknown` where nothing here can
 * @returns lets go of it
 * @throws FolderTaken
 */
export async function takeFolder(
  folder: string,
  lock: (file: string) => Lock = lockFile,
): Promise<() => Promise<void>> {
  const other = await readOwner(folder);
  const got = lock(path.join(folder, LOCK));
  let isHeld = typeof got === 'number';
  const letGo = () => {
    if (isHeld && typeof got === 'number') closeSync(got);
    isHeld = false;
  };
  try {
    if (got === 'taken') throw taken(folder, other);
    const life = other === null ? 'gone' : await lifeOf(other);
    if (life === 'lives') throw taken(folder, other);
    if (life === 'hidden' && got === 'unknown')
      throw new FolderTaken(
        `Another Claimdesk (process ${other?.pid}, in another container) may use ${folder}: stop it; if there is none, remove ${ownerOf(folder)}.`,
      );
    const { pid, place, started } = await thisProcess();
    const lines = [pid, ...(place === null || started === null ? [] : [place, started])];
    await writeFile(ownerOf(folder), lines.join('\n'), { mode: 0o600 });
  } catch (error) {
    letGo();
    throw error;
  }
  let isOwner = true;
  return async () => {
    // Asked again, it would take the file of whoever came after.
    if (!isOwner) return;
    isOwner = false;
    await rm(ownerOf(folder), { force: true });
    letGo();
  };
}

const taken = (folder: string, owner: Owner | null) =>
  new FolderTaken(
    `Another Claimdesk${owner === null ? '' : ` (process ${owner.pid})`} uses ${folder}: stop it, or set CLAIMDESK_DATA_DIR to another folder.`,
  );

/** Who took a folder last, dead or alive; null where it was let go of. */
export async function readOwner(folder: string): Promise<Owner | null> {
  const [first, place, started] = (await readFile(ownerOf(folder), 'utf8').catch(() => '')).split('\n');
  const pid = Number(first);
  return pid > 0 ? { pid, place: place || null, started: started || null } : null;
}

/** Whether an owner lives, as far as this process can see. */
export async function lifeOf({ pid, place, started }: Owner): Promise<Life> {
  const here = await placeHere();
  // Of a Claimdesk from before, or without /proc, no more is known than a number.
  if (place === null || here === null) return pid !== process.pid && isClaimdesk(pid) ? 'lives' : 'gone';
  // Numbers of another boot: this machine's last, whose processes are gone, or another machine's, which the lock knows.
  if (place.split(' ')[0] !== here.split(' ')[0]) return 'gone';
  if (place !== here) return 'hidden';
  return started !== null && (await startOf(pid)) === started ? 'lives' : 'gone';
}

/** The open file that holds the lock; `taken` by another process; `unknown` where locks cannot be had. */
export type Lock = number | 'taken' | 'unknown';

/**
 * The lock belongs to the open file, which this process shares with the program that locks it and alone keeps open then. It
 * is open in no other program that is started.
 */
function lockFile(file: string): Lock {
  const open = openSync(file, 'a', 0o600);
  const { status } = spawnSync('flock', ['-n', '3'], { stdio: ['ignore', 'ignore', 'ignore', open] });
  if (status === 0) return open;
  closeSync(open);
  return status === 1 ? 'taken' : 'unknown';
}

async function placeHere(): Promise<string | null> {
  try {
    const boot = (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim();
    return `${boot} ${await readlink('/proc/self/ns/pid')}`;
  } catch {
    return null;
  }
}

/** Field 22 of its stat (proc_pid_stat(5)); null for a process that is not there, or only not waited for yet. */
async function startOf(pid: number): Promise<string | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The name before may hold anything, brackets and blanks too.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' ? null : (fields[19] ?? null);
}

/** A process id is used again after a restart, so a living process counts only where it is a Node process. */
function isClaimdesk(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const command = spawnSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' });
  return command.error !== undefined || /node|MainThread/i.test(command.stdout);
}
