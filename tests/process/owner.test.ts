/** One data folder, one Claimdesk: also where processes do not see each other, as in two containers. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lifeOf, type Owner, readOwner, takeFolder, thisProcess } from '../../server/database/owner.ts';
import { ROOT } from '../support/running.ts';

let folder = '';
const children: ChildProcess[] = [];
const noteOf = () => path.join(folder, 'owner.pid');

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'claimdesk-owner-'));
});
afterEach(async () => {
  for (const child of children.splice(0)) await killed(child);
  await rm(folder, { recursive: true, force: true });
});

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

/** Another process that tries to take the folder, and what it says. */
async function another(): Promise<{ readonly child: ChildProcess; readonly says: string }> {
  const program = path.join(ROOT, 'tests', 'support', 'takes-folder.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', program, folder], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  let says = '';
  for await (const chunk of child.stdout ?? []) {
    says += String(chunk);
    if (says.includes('\n')) break;
  }
  return { child, says: says.trim() };
}

/** As the other process would be written down if it were in a container of its own, where it has this one's number. */
const asInAnotherContainer = async () => {
  const { pid, place } = await thisProcess();
  await writeFile(noteOf(), `${pid}\n${place?.replace(/\[\d+\]/, '[7]')}\n1`);
};

describe('a folder that another process has', () => {
  test('is refused, and stays the other’s', async () => {
    const { child, says } = await another();
    expect(says).toBe('taken');
    await expect(takeFolder(folder)).rejects.toThrow(
      `Another Claimdesk (process ${child.pid}) uses ${folder}`,
    );
    expect((await readOwner(folder))?.pid).toBe(child.pid);
  });

  test.each([
    ['goes by this one’s number in another container', asInAnotherContainer],
    ['goes by this one’s number, of which no more is known', () => writeFile(noteOf(), String(process.pid))],
    ['has written nothing down yet', () => rm(noteOf())],
  ])('is refused where the other %s', async (_name, note) => {
    expect((await another()).says).toBe('taken');
    await note();
    await expect(takeFolder(folder)).rejects.toThrow(/^Another Claimdesk/);
  });

  test('is free once it was killed, whatever it left behind', async () => {
    const { child } = await another();
    await asInAnotherContainer();
    await killed(child);
    const letGo = await takeFolder(folder);
    expect(await readOwner(folder)).toEqual(await thisProcess());
    await letGo();
    expect(existsSync(noteOf())).toBe(false);
  });
});

test('a folder that was let go of is another’s, and is not let go of twice', async () => {
  const letGo = await takeFolder(folder);
  expect((await another()).says).toMatch(`Another Claimdesk (process ${process.pid}) uses`);
  await letGo();
  const { child, says } = await another();
  expect(says).toBe('taken');
  await letGo();
  expect((await readOwner(folder))?.pid).toBe(child.pid);
});

test('this process does not take what it has', async () => {
  const letGo = await takeFolder(folder);
  await expect(takeFolder(folder)).rejects.toThrow(/^Another Claimdesk/);
  expect((await another()).says).toMatch(/^Another Claimdesk/);
  await letGo();
});

describe('where no lock can be had', () => {
  const take = () => takeFolder(folder, () => 'unknown');

  test('one that lives here is seen', async () => {
    const { child } = await another();
    await expect(take()).rejects.toThrow(`(process ${child.pid}) uses`);
    await killed(child);
    await (await take())();
  });

  test('one that may live in another container is asked about', async () => {
    await asInAnotherContainer();
    const before = await readFile(noteOf(), 'utf8');
    await expect(take()).rejects.toThrow(
      /in another container\) may use .+: stop it; if there is none, remove /,
    );
    expect(await readFile(noteOf(), 'utf8')).toBe(before);
  });
});

describe('an owner', () => {
  const cases: Record<string, { of: (here: Owner) => Owner; life: 'lives' | 'gone' | 'hidden' }> = {
    'of this number and start': { of: (here) => here, life: 'lives' },
    'of this number, from before': { of: (here) => ({ ...here, started: '1' }), life: 'gone' },
    'of another boot': { of: (here) => ({ ...here, place: 'other pid:[1]' }), life: 'gone' },
    'of another container': {
      of: (here) => ({ ...here, place: `${here.place?.split(' ')[0]} pid:[1]` }),
      life: 'hidden',
    },
    'of a number that nobody has': { of: (here) => ({ ...here, pid: 2 ** 22 + 1 }), life: 'gone' },
    'of a Claimdesk from before, with this number': {
      of: ({ pid }) => ({ pid, place: null, started: null }),
      life: 'gone',
    },
    'of a Claimdesk from before, that lives': {
      of: () => ({ pid: process.ppid, place: null, started: null }),
      life: 'lives',
    },
  };
  test.each(Object.entries(cases))('%s', async (_name, { of, life }) => {
    expect(await lifeOf(of(await thisProcess()))).toBe(life);
  });
});
