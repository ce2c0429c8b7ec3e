/** `npm run verify-history` as whoever runs Claimdesk calls it. `npm run build` comes first. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { startEmbedded } from '../../server/database/embedded.ts';
import { STORY, spanOf } from '../support/claims.ts';
import { addressOf } from '../support/running.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');
const DIST = path.join(ROOT, 'dist', 'server');
const ADMIN = { email: 'head@desk.test', password: 'a password of some length' };
const Made = z.object({ id: z.string(), revision: z.object({ text: z.string() }) });

/** Claimdesk's data; and where whoever calls has their files. */
let data = '';
let folder = '';
let server: ChildProcess | undefined;
let storyId = '';

const env = (more: Record<string, string> = {}) => ({
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  CLAIMDESK_DATA_DIR: data,
  PORT: '0',
  LOG_LEVEL: 'silent',
  CLAIMDESK_ADMIN_EMAIL: ADMIN.email,
  CLAIMDESK_ADMIN_PASSWORD: ADMIN.password,
  ...more,
});

/** A running Claimdesk with a story of one claim, which was exported to `claims.csv`. */
beforeAll(async () => {
  data = await mkdtemp(path.join(os.tmpdir(), 'claimdesk-verify-'));
  folder = await mkdtemp(path.join(os.tmpdir(), 'claimdesk-exported-'));
  const child = spawn(process.execPath, [path.join(DIST, 'main.js')], {
    env: env(),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  server = child;
  const address = await addressOf(child);
  const headers: Record<string, string> = { 'Content-Type': 'application/json', Origin: address };
  const send = async (place: string, body: object) => {
    const response = await fetch(`${address}${place}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${place}: ${await response.text()}`);
    return response;
  };
  headers.cookie = (await send('/api/session', ADMIN)).headers.get('set-cookie')?.split(';')[0] ?? '';
  const story = Made.parse(await (await send('/api/articles', { text: STORY })).json());
  storyId = story.id;
  await send(`/api/articles/${storyId}/claims`, {
    revision: 1,
    kind: 'fact',
    span: spanOf(story.revision.text, '120 passengers'),
    details: { about: 'quantity', value: null },
  });
  const file = await fetch(`${address}/api/exports/claims?status=all`, { headers });
  await writeFile(path.join(folder, 'claims.csv'), await file.text());
});
afterAll(async () => {
  await stopServer();
  for (const made of [data, folder]) await rm(made, { recursive: true, force: true });
});

async function stopServer(): Promise<void> {
  const child = server;
  server = undefined;
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

interface Outcome {
  readonly code: number;
  readonly printed: string;
  readonly errors: string;
}
function run(command: string, args: string[], more: Record<string, string> = {}): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(command, args, { env: env(more), cwd: folder }, (error, printed, errors) =>
      resolve({ code: error === null ? 0 : Number(error.code), printed, errors }),
    );
  });
}
const verify = (args: string[] = [], more: Record<string, string> = {}) =>
  run(process.execPath, [path.join(DIST, 'verify-history.js'), ...args], more);

/** On the database by itself, while nothing else runs on it. */
async function tamper(sql: string): Promise<void> {
  const embedded = await startEmbedded(data);
  const client = new pg.Client({ connectionString: embedded.url });
  try {
    await client.connect();
    await client.query(`SET session_replication_role = replica; ${sql.replaceAll('$story', `'${storyId}'`)}`);
  } finally {
    await client.end();
    await embedded.stop();
  }
}

test('beside a running Claimdesk, by npm, from any folder', async () => {
  const npm = ['--prefix', ROOT, 'run', '--silent', 'verify-history'];
  expect(await run('npm', npm)).toMatchObject({
    code: 0,
    printed: '2 streams, 3 events: the history is whole.\n',
  });
  const { code, printed } = await run('npm', [...npm, '--', '--export', 'claims.csv']);
  expect(printed).toContain(`whole: story ${storyId}: whole up to event 2\n1 story in `);
  expect(code).toBe(0);
});

test('alone: the embedded database is started, and stopped again', async () => {
  await stopServer();
  expect(await verify()).toMatchObject({ code: 0, printed: '2 streams, 3 events: the history is whole.\n' });
  for (const left of ['postgres/postmaster.pid', 'owner.pid'])
    expect(existsSync(path.join(data, left)), left).toBe(false);
});

test('another key finds nothing whole, and says what that may be', async () => {
  const { code, printed } = await verify([], { HISTORY_KEY: 'ab'.repeat(32) });
  expect(code).toBe(1);
  expect(printed).toContain('2 broken.\nNothing is whole: was it written with this HISTORY_KEY?\n');
});

test('what cannot be verified is told in one line', async () => {
  const cases: [args: string[], more: Record<string, string>, says: RegExp][] = [
    [[], { CLAIMDESK_DATA_DIR: folder }, /HISTORY_KEY is missing/],
    [[], { CLAIMDESK_DATA_DIR: folder, HISTORY_KEY: 'ab'.repeat(32) }, /There is no database in/],
    [[], { DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' }, /ECONNREFUSED/],
    [['--export', 'nothing.csv'], {}, /nothing\.csv cannot be read/],
    [['--verbose'], {}, /--verbose/],
  ];
  for (const [args, more, says] of cases) {
    const { code, printed, errors } = await verify(args, more);
    expect(errors).toMatch(says);
    expect(errors).toMatch(/^The history was not verified: .+\n$/);
    expect([code, printed]).toEqual([2, '']);
  }
});

test('a cut tail is found by the export alone, a changed event without it', async () => {
  await tamper(`DELETE FROM event_payloads WHERE stream_id = $story AND seq = 2;
    DELETE FROM events WHERE stream_id = $story AND seq = 2; UPDATE articles SET head = 1 WHERE id = $story;`);
  expect(await verify()).toMatchObject({ code: 0, printed: '2 streams, 2 events: the history is whole.\n' });
  const { code, printed } = await verify(['--export', 'claims.csv']);
  expect(printed).toContain(`broken: story ${storyId}: event 2 is missing: the end was cut off\n`);
  expect(printed).toMatch(/: 1 broken\.\n$/);
  expect(code).toBe(1);

  await tamper(`UPDATE events SET actor_name = 'Nobody' WHERE stream_id = $story;`);
  expect(await verify()).toEqual({
    code: 1,
    printed:
      `broken: story ${storyId}: event 1 is not what was chained: it was altered, moved or put in\n` +
      '2 streams, 2 events: 1 broken.\n',
    errors: '',
  });
});
