/** `npm run backup` and `npm run restore` as whoever runs Claimdesk calls them. `npm run build` comes first. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { startEmbedded } from '../../server/database/embedded.ts';
import { migrate } from '../../server/database/migrate.ts';
import { STORY, spanOf } from '../support/claims.ts';
import { addressOf } from '../support/running.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');
const DIST = path.join(ROOT, 'dist', 'server');
const MIGRATIONS = path.join(ROOT, 'prisma', 'migrations');
const ADMIN = { email: 'head@desk.test', password: 'a password of some length' };
const KEYS = { HISTORY_KEY: 'ab'.repeat(32), SOURCE_KEY: 'cd'.repeat(32), SESSION_SECRET: 'e'.repeat(64) };
const Made = z.object({ id: z.string(), revision: z.object({ text: z.string() }) });
const Id = z.object({ id: z.string() });
const Claims = z.object({ items: z.array(z.object({ id: z.string() })) });
const Manifest = z.looseObject({
  counts: z.looseObject({ claims: z.number() }),
  database: z.looseObject({ kind: z.string() }),
  files: z.array(z.object({ path: z.string() })),
});

/** Everything that a test makes lies in it. */
let folder = '';
const at = (name: string) => path.join(folder, name);
const running = new Set<ChildProcess>();

/** Without PostgreSQL's programs, whatever the machine has: PG_BIN names a folder that is not there. */
const env = (data: string, more: Record<string, string> = {}) => ({
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  CLAIMDESK_DATA_DIR: at(data),
  PORT: '0',
  LOG_LEVEL: 'silent',
  CLAIMDESK_ADMIN_EMAIL: ADMIN.email,
  CLAIMDESK_ADMIN_PASSWORD: ADMIN.password,
  PG_BIN: at('no-programs'),
  ...KEYS,
  ...more,
});

interface Outcome {
  readonly code: number;
  readonly printed: string;
  readonly errors: string;
}
function run(
  program: string,
  args: string[],
  data: string,
  more: Record<string, string> = {},
): Promise<Outcome> {
  return new Promise((resolve) => {
    const options = { env: env(data, more), cwd: folder };
    execFile(process.execPath, [path.join(DIST, program), ...args], options, (error, printed, errors) =>
      resolve({ code: error === null ? 0 : Number(error.code), printed, errors }),
    );
  });
}
const backup = (to: string, data: string) => run('backup.js', [at(to)], data);
const restore = (from: string, data: string, args: string[] = [], more: Record<string, string> = {}) =>
  run('restore.js', [at(from), ...args], data, more);

/** A Claimdesk on `data`, and its first admin's way to ask it. */
async function start(data: string) {
  const child = spawn(process.execPath, [path.join(DIST, 'main.js')], {
    env: env(data),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(child);
  const address = await addressOf(child);
  const headers: Record<string, string> = { Origin: address };
  const ask = async (place: string, body?: object | string) => {
    const response = await fetch(`${address}${place}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        ...headers,
        'Content-Type': typeof body === 'string' ? 'application/octet-stream' : 'application/json',
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${place}: ${response.status} ${await response.text()}`);
    return response;
  };
  headers.cookie = (await ask('/api/session', ADMIN)).headers.get('set-cookie')?.split(';')[0] ?? '';
  return { ask, address, cookie: headers.cookie, stop: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  running.delete(child);
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

type Desk = Awaited<ReturnType<typeof start>>;
let desk: Desk;
let storyId = '';
let text = '';

const mark = async () => {
  const span = spanOf(text, '120 passengers');
  const body = { revision: 1, kind: 'fact', span, details: { about: 'quantity', value: null } };
  return Id.parse(await (await desk.ask(`/api/articles/${storyId}/claims`, body)).json()).id;
};
const claimsOf = async ({ ask }: Desk) => {
  const response = await ask(`/api/articles/${storyId}/claims`);
  return Claims.parse(await response.json()).items.map(({ id }) => id);
};
/** Without the moment that it was made at, which is never the same. */
const exported = async ({ ask }: Desk, format: string) =>
  (await (await ask(`/api/exports/claims?status=all&format=${format}`)).text()).replace(
    /"generatedAt":"[^"]+",/,
    '',
  );
const manifestOf = async (name: string) =>
  Manifest.parse(JSON.parse(await readFile(path.join(at(name), 'manifest.json'), 'utf8')));

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'claimdesk-backup-'));
  // PostgreSQL, run as another user where root runs the tests, has to pass it.
  await chmod(folder, 0o711);
  desk = await start('first');
  const story = Made.parse(await (await desk.ask('/api/articles', { text: STORY })).json());
  storyId = story.id;
  text = story.revision.text;
  await mark();
  await desk.ask(
    `/api/articles/${storyId}/files?name=statement.txt`,
    'The ministry counts 120 passengers.\n',
  );
});
afterAll(async () => {
  for (const child of running) await stop(child);
  await rm(folder, { recursive: true, force: true });
});

test('taken while writes go on, it is of one moment and holds all that was answered before', async () => {
  const before = await claimsOf(desk);
  const state = { over: false };
  const writing = (async () => {
    while (!state.over) await mark();
  })();
  const taken = await backup('live', 'first');
  state.over = true;
  await writing;
  expect(taken.errors).toBe('');
  expect(taken.code).toBe(0);
  expect(taken.printed).toContain(
    'There is no pg_dump here, and the server is 18: tables were copied one by one',
  );

  const restored = await restore('live', 'second');
  expect(restored.errors).toBe('');
  expect(restored.printed).toMatch(
    /2 streams, \d+ events: the history is whole, up to where the backup was taken\./,
  );
  expect(restored.code).toBe(0);
  const elsewhere = await start('second');
  const there = await claimsOf(elsewhere);
  await elsewhere.stop();
  expect(there).toEqual(expect.arrayContaining(before));
  expect((await manifestOf('live')).counts.claims).toBe(there.length);
  expect(await claimsOf(desk)).toEqual(expect.arrayContaining(there));
});

test('restored elsewhere, files are equal byte by byte and exports too, and everybody is signed out', async () => {
  expect(await backup('quiet', 'first')).toMatchObject({ code: 0, errors: '' });
  const refused = await restore('quiet', 'second');
  expect(refused.errors).toMatch(
    /^Not restored: The database is not empty \(.+--replace takes away every table/,
  );
  expect(refused.code).toBe(2);
  expect(await restore('quiet', 'second', ['--replace'])).toMatchObject({ code: 0, errors: '' });

  const elsewhere = await start('second');
  for (const format of ['json', 'csv'])
    expect(await exported(elsewhere, format)).toBe(await exported(desk, format));
  const { files } = await manifestOf('quiet');
  expect(files).toHaveLength(1);
  for (const file of files) {
    const bytes = await readFile(path.join(at('second'), file.path));
    expect(bytes.equals(await readFile(path.join(at('first'), file.path)))).toBe(true);
  }
  const headers = { cookie: desk.cookie };
  expect((await fetch(`${elsewhere.address}/api/articles`, { headers })).status).toBe(401);
  expect((await fetch(`${desk.address}/api/articles`, { headers })).status).toBe(200);
  await elsewhere.stop();
});

test('it holds no key, is for its owner alone, and is never written over', async () => {
  const names = await readdir(at('quiet'), { recursive: true, withFileTypes: true });
  for (const entry of names.filter((found) => found.isFile())) {
    const file = path.join(entry.parentPath, entry.name);
    expect((await stat(file)).mode & 0o777, file).toBe(0o600);
    const bytes = await readFile(file, 'latin1');
    for (const key of Object.values(KEYS)) expect(bytes.includes(key), file).toBe(false);
  }
  expect((await stat(at('quiet'))).mode & 0o777).toBe(0o700);
  const again = await backup('quiet', 'first');
  expect(again.errors).toMatch(/^There is no backup: .+ is there already, and is not written over\.\n$/);
  expect(again.code).toBe(2);
  expect((await readdir(folder)).filter((name) => name.includes('partial'))).toEqual([]);
});

test('a file that is lost is told, and the rest is kept', async () => {
  const [file] = (await manifestOf('quiet')).files;
  const lost = path.join(at('first'), file?.path ?? '');
  const bytes = await readFile(lost);
  await rm(lost);
  const { code, printed } = await backup('lossy', 'first');
  await writeFile(lost, bytes);
  expect(printed).toContain(`lost: ${file?.path} is not there`);
  expect(code).toBe(1);
});

test('what is cut, altered or of another key is refused before anything is there', async () => {
  const alter = async (name: string, change: (bytes: Buffer) => Buffer) => {
    await rm(at('broken'), { recursive: true, force: true });
    await cp(at('quiet'), at('broken'), { recursive: true });
    const file = path.join(at('broken'), name);
    await writeFile(file, change(await readFile(file)));
  };
  const flip = (bytes: Buffer) => Buffer.from(bytes.map((byte, n) => (n === 20 ? byte ^ 1 : byte)));
  const cut = (bytes: Buffer) => bytes.subarray(0, -1);
  const [file] = (await manifestOf('quiet')).files;
  const cases: [name: string, change: (bytes: Buffer) => Buffer, says: RegExp][] = [
    ['database/claims.copy.gz', flip, /claims\.copy\.gz was altered/],
    ['database/claims.copy.gz', cut, /claims\.copy\.gz was cut off/],
    [file?.path ?? '', flip, /was altered/],
    ['heads.txt', cut, /heads\.txt was cut off/],
    ['manifest.json', flip, /not what was sealed with this HISTORY_KEY/],
  ];
  for (const [name, change, says] of cases) {
    await alter(name, change);
    const { code, printed, errors } = await restore('broken', 'third');
    expect(errors).toMatch(says);
    expect([code, printed]).toEqual([2, '']);
  }
  await rm(path.join(at('broken'), 'manifest.json'));
  expect((await restore('broken', 'third')).errors).toMatch(/is no whole backup/);
  const other = { HISTORY_KEY: '12'.repeat(32) };
  expect((await restore('quiet', 'third', [], other)).errors).toMatch(/or the key is another one/);
  expect(existsSync(at('third'))).toBe(false);
});

test('nothing is restored under a running Claimdesk', async () => {
  const { code, errors } = await restore('quiet', 'first', ['--replace']);
  expect(errors).toMatch(/^Not restored: Another Claimdesk \(process \d+\) uses /);
  expect(code).toBe(2);
  expect(await claimsOf(desk)).not.toEqual([]);
});

test('a backup of an older version is brought forward', async () => {
  const names = (await readdir(MIGRATIONS)).filter((name) => /^\d/.test(name)).sort();
  await cp(MIGRATIONS, at('older'), { recursive: true });
  await rm(path.join(at('older'), names.at(-1) ?? ''), { recursive: true });
  const embedded = await startEmbedded(at('fourth'));
  try {
    await migrate(embedded.url, at('older'));
    const taken = await run('backup.js', [at('old')], 'fourth', { DATABASE_URL: embedded.url });
    expect(taken).toMatchObject({ code: 0, errors: '' });
  } finally {
    await embedded.stop();
  }
  const restored = await restore('old', 'fifth');
  expect(restored.printed).toContain('Brought forward by 1 migration.\n');
  expect(restored).toMatchObject({ code: 0, errors: '' });
});
