/** The real thing for browser tests: the built server as its own process, with a new database. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

const ROOT = path.join(import.meta.dirname, '..', '..');

export default async function setup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'claimdesk-browser-'));
  const admin = { email: 'admin@desk.test', password: randomBytes(18).toString('base64url') };
  const server = spawn(process.execPath, [path.join(ROOT, 'dist', 'server', 'main.js')], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: '0',
      CLAIMDESK_DATA_DIR: folder,
      CLAIMDESK_ADMIN_EMAIL: admin.email,
      CLAIMDESK_ADMIN_PASSWORD: admin.password,
      LOG_LEVEL: 'error',
      FETCH_STORIES: 'yes',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // Heard from the start: one that ended while the tests ran ends no second time.
  const ended = new Promise<string>((resolve) => {
    server.once('exit', (code, signal) => resolve(`${signal ?? code}`));
  });
  process.env.CLAIMDESK_TEST_URL = await address(server);
  process.env.CLAIMDESK_TEST_ADMIN = JSON.stringify(admin);
  return async () => {
    const endedEarly = !server.kill('SIGTERM');
    const how = await ended;
    await rm(folder, { recursive: true, force: true });
    if (endedEarly) throw new Error(`the server ended while the tests ran (${how})`);
  };
}

/** The address that the server prints once it is ready. */
function address(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('exit', (code) => reject(new Error(`the server ended before it was ready (${code})`)));
    if (server.stdout === null) return reject(new Error('the server has no output'));
    createInterface({ input: server.stdout }).on('line', (line) => {
      const found = /ready: (\S+)/.exec(line)?.[1];
      if (found !== undefined) resolve(found);
    });
  });
}
