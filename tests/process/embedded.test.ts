/** The embedded PostgreSQL is killed under the built server. `npm run build` comes first. */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { addressOf, ROOT } from '../support/running.ts';

const ADMIN = { email: 'head@desk.test', password: 'a password of some length' };
const Problem = z.looseObject({ code: z.string() });
/** Milliseconds for what has to come, also on a busy machine. */
const IN_TIME = { timeout: 60_000, interval: 50 };

let folder = '';
let desk: Awaited<ReturnType<typeof startDesk>>;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'claimdesk-embedded-'));
  desk = await startDesk();
}, 120_000);
afterEach(async () => {
  desk.process.kill('SIGTERM');
  await desk.ended;
  await rm(folder, { recursive: true, force: true });
}, 60_000);

async function startDesk() {
  const child = spawn(process.execPath, [path.join(ROOT, 'dist', 'server', 'main.js')], {
    env: {
      ...{ PATH: process.env.PATH, PORT: '0', CLAIMDESK_DATA_DIR: folder, LOG_LEVEL: 'silent' },
      ...{ CLAIMDESK_ADMIN_EMAIL: ADMIN.email, CLAIMDESK_ADMIN_PASSWORD: ADMIN.password },
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const address = await addressOf(child);
  const headers: Record<string, string> = { 'Content-Type': 'application/json', Origin: address };
  const ask = async (place: string, body?: object) => {
    const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    const response = await fetch(`${address}${place}`, { headers, ...sent });
    const told: unknown = response.status === 204 ? null : await response.json();
    const cookie = response.headers.get('set-cookie');
    if (cookie !== null) headers['Cookie'] = cookie.split(';')[0] ?? '';
    return { status: response.status, told };
  };
  return { process: child, ended, ask };
}

/** The first process of the database. */
const postmaster = async (): Promise<number> =>
  Number((await readFile(path.join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);

/** Whether anything of it is left: what ended and nobody waited for is not. */
async function lives(pid: number): Promise<boolean> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  return stat !== null && stat.slice(stat.lastIndexOf(')')).charAt(2) !== 'Z';
}

test('it comes back by itself, again and again, and nothing that was acknowledged is lost', async () => {
  await desk.ask('/api/session', ADMIN);
  const ids: string[] = [];
  for (const text of ['It rained for a day.', 'It rained for two days.', 'It rained for three days.']) {
    // What is asked meanwhile is answered: it is done, or the database is away.
    await expect
      .poll(async () => {
        const { status, told } = await desk.ask('/api/articles', { text });
        if (status === 201) ids.push(z.looseObject({ id: z.string() }).parse(told).id);
        else expect([status, Problem.parse(told).code]).toEqual([503, 'UNAVAILABLE']);
        return status;
      }, IN_TIME)
      .toBe(201);
    process.kill(await postmaster(), 'SIGKILL');
  }
  await expect.poll(async () => (await desk.ask('/api/ready')).status, IN_TIME).toBe(200);
  for (const id of ids) expect((await desk.ask(`/api/articles/${id}`)).status).toBe(200);
  expect(desk.process.exitCode).toBeNull();
  const last = await postmaster();
  desk.process.kill('SIGTERM');
  expect(await desk.ended).toBe(0);
  expect(await lives(last)).toBe(false);
}, 240_000);

test.each([
  ['at the same moment', async () => {}],
  [
    'while it comes back',
    async (killed: number) => {
      await expect
        .poll(
          () =>
            postmaster().then(
              (pid) => pid !== killed,
              () => false,
            ),
          IN_TIME,
        )
        .toBe(true);
    },
  ],
])(
  'a server that is stopped %s ends in order, and leaves no database running',
  async (_when, until) => {
    const first = await postmaster();
    process.kill(first, 'SIGKILL');
    await until(first);
    desk.process.kill('SIGTERM');
    expect(await desk.ended).toBe(0);
    const last = await postmaster().catch(() => first);
    await expect.poll(() => lives(last), IN_TIME).toBe(false);
  },
  120_000,
);
