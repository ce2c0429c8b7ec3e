/** The built server as its own process: starting, stopping, being killed. `npm run build` comes first. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';

const MAIN = path.join(import.meta.dirname, '..', '..', 'dist', 'server', 'main.js');
const Setup = z.object({ needed: z.boolean() });

let folder = '';
let running: Server[] = [];

interface Server {
  readonly process: ChildProcess;
  readonly ended: Promise<number | null>;
  /** What it has printed so far. */
  output(): string;
  errors(): string;
}

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'claimdesk-process-'));
});
afterEach(async () => {
  for (const server of running) {
    server.process.kill('SIGTERM');
    await server.ended;
  }
  // A database that a killed server left behind is stopped by the next start and its end.
  if (existsSync(path.join(folder, 'postgres', 'postmaster.pid'))) {
    const last = start();
    await ready(last);
    last.process.kill('SIGTERM');
    await last.ended;
  }
  running = [];
  await rm(folder, { recursive: true, force: true });
});

function start(env: Record<string, string> = {}, args: string[] = []): Server {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { PATH: process.env.PATH, PORT: '0', CLAIMDESK_DATA_DIR: folder, LOG_LEVEL: 'silent', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  // Closed, and not only at its end: what it printed last may come after that.
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const server = { process: child, ended, output: () => output, errors: () => errors };
  running.push(server);
  return server;
}

/** Its address, once it printed it. */
async function ready(server: Server): Promise<string> {
  for (;;) {
    const found = /ready: (\S+)/.exec(server.output())?.[1];
    if (found !== undefined) return found;
    const next = new Promise((resolve) => server.process.stdout?.once('data', () => resolve('more')));
    const outcome = await Promise.race([next, server.ended.then(() => 'ended')]);
    if (outcome === 'ended') throw new Error(`it ended: ${server.errors()}`);
  }
}

test('the first start prints a set-up link, and Ctrl-C stops server and database', async () => {
  const server = start();
  const address = await ready(server);
  expect(server.output()).toMatch(/Make the first admin: http:\/\/\S+\/setup\?token=\S{20,}/);
  expect(Setup.parse(await (await fetch(`${address}/api/setup`)).json())).toEqual({ needed: true });
  server.process.kill('SIGINT');
  expect(await server.ended).toBe(0);
  expect(existsSync(path.join(folder, 'postgres', 'postmaster.pid'))).toBe(false);
});

test('a log tells by which signal the server was stopped, and that it is', async () => {
  const server = start({ LOG_LEVEL: 'info' });
  await ready(server);
  server.process.kill('SIGTERM');
  expect(await server.ended).toBe(0);
  const told = [...server.output().matchAll(/"msg":"(stop[^"]*)"/g)].map((match) => match[1]);
  expect(told).toEqual(['stopping: SIGTERM', 'stopped']);
});

test('a killed server leaves nothing that blocks the next start, and its data are there', async () => {
  const admin = {
    CLAIMDESK_ADMIN_EMAIL: 'head@desk.test',
    CLAIMDESK_ADMIN_PASSWORD: 'a password of some length',
  };
  const first = start(admin);
  await ready(first);
  first.process.kill('SIGKILL');
  await first.ended;
  const second = start();
  const address = await ready(second);
  expect(second.output()).not.toContain('setup?token');
  const signIn = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email: admin.CLAIMDESK_ADMIN_EMAIL, password: admin.CLAIMDESK_ADMIN_PASSWORD }),
  });
  expect(signIn.status).toBe(200);
});

test('a second server on the same folder is refused and leaves the first one be', async () => {
  const first = start();
  const address = await ready(first);
  const second = start();
  expect(await second.ended).toBe(1);
  expect(second.errors()).toMatch(/^Claimdesk did not start: Another Claimdesk \(process \d+\) uses .+\n$/);
  expect((await fetch(`${address}/api/ready`)).status).toBe(200);
});

describe('what is wrong ends the start with one line', () => {
  const cases: Record<string, { env: Record<string, string>; says: RegExp }> = {
    'a port that is none': {
      env: { PORT: 'http' },
      says: /^Claimdesk did not start: PORT must be a port number\n$/,
    },
    'a database that is not there': {
      env: { DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' },
      says: /^Claimdesk did not start: DATABASE_URL .+\n$/,
    },
  };
  test.each(Object.entries(cases))('%s', async (_name, { env, says }) => {
    const server = start(env);
    expect(await server.ended).toBe(1);
    expect(server.errors()).toMatch(says);
  });
});

test('the demo makes its people once and keeps the data', async () => {
  const first = start({}, ['--demo']);
  await ready(first);
  const printed = [...first.output().matchAll(/(editor|reviewer)\s+(\S+@\S+)\s+(\S+)/g)];
  expect(printed.map((match) => match[1])).toEqual(['editor', 'editor', 'reviewer']);
  first.process.kill('SIGTERM');
  await first.ended;
  const second = start({}, ['--demo']);
  const address = await ready(second);
  expect(second.output()).not.toMatch(/(editor|reviewer)\s+\S+@\S+/);
  const [, , email = '', password = ''] = printed[0] ?? [];
  const signIn = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  expect(signIn.status).toBe(200);
  const cookie = signIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  const stories = await (await fetch(`${address}/api/articles`, { headers: { cookie } })).json();
  expect(z.object({ items: z.array(z.unknown()) }).parse(stories).items).toHaveLength(1);
});
