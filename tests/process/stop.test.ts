/** Stopping the built server while people are on a story. `npm run build` comes first. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { addressOf, ROOT } from '../support/running.ts';

const ADMIN = { email: 'head@desk.test', password: 'a password of some length' };

test('its readers are sent away to come back, what is under way is finished, and it ends in order', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'claimdesk-stop-'));
  const child = spawn(process.execPath, [path.join(ROOT, 'dist', 'server', 'main.js')], {
    env: {
      ...{ PATH: process.env.PATH, PORT: '0', CLAIMDESK_DATA_DIR: folder, LOG_LEVEL: 'silent' },
      ...{ CLAIMDESK_ADMIN_EMAIL: ADMIN.email, CLAIMDESK_ADMIN_PASSWORD: ADMIN.password },
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  try {
    const address = await addressOf(child);
    expect((await fetch(`${address}/api/ready`)).status).toBe(200);
    const headers: Record<string, string> = { 'Content-Type': 'application/json', Origin: address };
    const signIn = await fetch(`${address}/api/session`, {
      method: 'POST',
      headers,
      body: JSON.stringify(ADMIN),
    });
    headers['Cookie'] = signIn.headers.get('set-cookie')?.split(';')[0] ?? '';
    const body = JSON.stringify({ text: 'It rained for a day.' });
    const created = await fetch(`${address}/api/articles`, { method: 'POST', headers, body });
    const { id } = z.looseObject({ id: z.string() }).parse(await created.json());
    const stream = await fetch(`${address}/api/articles/${id}/events`, { headers });
    expect(stream.status).toBe(200);
    const told = stream.text();
    child.kill('SIGTERM');
    expect(await told).toMatch(/retry: \d+\nevent: bye\ndata: \{"because":"restart"\}\n\n$/);
    expect(await ended).toBe(0);
  } finally {
    child.kill('SIGKILL');
    await ended;
    await rm(folder, { recursive: true, force: true });
  }
}, 60_000);
