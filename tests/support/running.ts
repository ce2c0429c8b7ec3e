/** A built Claimdesk as its own process, and programs that are called beside it. `npm run build` comes first. */
import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { z } from 'zod';

export const ROOT = path.join(import.meta.dirname, '..', '..');
const ADMIN = { email: 'head@desk.test', password: 'a password of some length' };

export interface RunningDesk {
  readonly address: string;
  /** The first admin's requests, by their session. Throws where the answer is no success. */
  ask(method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH', place: string, body?: object): Promise<unknown>;
  stop(): Promise<void>;
}

/** Start one on an empty folder, with an admin. */
export async function startDesk(dataDir: string): Promise<RunningDesk> {
  const child = spawn(process.execPath, [path.join(ROOT, 'dist', 'server', 'main.js')], {
    env: {
      ...{ PATH: process.env.PATH, HOME: process.env.HOME, CLAIMDESK_DATA_DIR: dataDir, PORT: '0' },
      ...{ LOG_LEVEL: 'silent', CLAIMDESK_ADMIN_EMAIL: ADMIN.email },
      CLAIMDESK_ADMIN_PASSWORD: ADMIN.password,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await addressOf(child);
  return { address, ask: await signedIn(address, ADMIN), stop: () => stopped(child) };
}

/** Where a server that is starting says that it is ready. Rejects where it ends before. */
export function addressOf(child: ChildProcessByStdio<null, Readable, null>): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const found = /ready: (\S+)/.exec(printed)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`it ended with ${code}`)));
  });
}

/** A person's requests, by their session. */
export async function signedIn(
  address: string,
  person: { email: string; password: string },
): Promise<RunningDesk['ask']> {
  const headers: Record<string, string> = { 'Content-Type': 'application/json', Origin: address };
  const send = async (method: string, place: string, body?: object) => {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await fetch(`${address}${place}`, { method, headers, ...sent });
    if (!response.ok) throw new Error(`${method} ${place}: ${await response.text()}`);
    return response;
  };
  headers.cookie =
    (await send('POST', '/api/session', person)).headers.get('set-cookie')?.split(';')[0] ?? '';
  return async (method, place, body) => (await send(method, place, body)).json();
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

/** A list's items, as far as a test looks at them. */
export const Items = z.object({ items: z.array(z.looseObject({ id: z.string() })) });

export interface Ended {
  readonly code: number | null;
  readonly printed: string;
  readonly errors: string;
}
export interface Program {
  readonly process: ChildProcess;
  readonly ended: Promise<Ended>;
}

/** Call a program, with nothing in its environment but what is given. */
export function call(
  command: string,
  args: readonly string[],
  { cwd, env = {} }: { cwd: string; env?: Record<string, string> },
): Program {
  const child = spawn(command, args, {
    cwd,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    printed += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    errors += chunk;
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, printed, errors }));
  });
  return { process: child, ended };
}

/** What the line to a server does with one answer. */
export type OnAnswer = (
  request: IncomingMessage,
  answer: Response,
  to: ServerResponse,
) => void | Promise<void>;

/** Pass an answer on as it came. */
export const passOn: OnAnswer = async (_request, answer, to) => {
  to.writeHead(answer.status, { 'Content-Type': answer.headers.get('Content-Type') ?? 'text/plain' });
  to.end(Buffer.from(await answer.arrayBuffer()));
};

/** A line to `address` on which answers get lost as a test says: the server has done its work by then. */
export async function lineTo(
  address: string,
  onAnswer: OnAnswer,
): Promise<{ address: string; close(): Promise<void> }> {
  const take: RequestListener = async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(Buffer.from(piece));
    const headers = new Headers();
    for (const name of ['authorization', 'content-type', 'idempotency-key']) {
      const value = request.headers[name];
      if (typeof value === 'string') headers.set(name, value);
    }
    const body = pieces.length === 0 ? {} : { body: Buffer.concat(pieces) };
    const method = request.method ?? 'GET';
    await onAnswer(request, await fetch(`${address}${request.url}`, { method, headers, ...body }), response);
  };
  const server = createServer(take);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { address: `http://127.0.0.1:${port}`, close };
}
