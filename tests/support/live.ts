/** Streams of events: read as they come, from an app that listens on a port of its own. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type supertest from 'supertest';
import { expect, vi } from 'vitest';
import { createApp } from '../../server/app.ts';
import { HistoryItem } from '../../server/contract/history.ts';
import { Bye, Presence } from '../../server/contract/live.ts';
import { type Database, openDatabase } from '../../server/database/client.ts';
import { LIVE_SETTINGS, type LiveSettings } from '../../server/features/live/hub.ts';
import { type Desk, ORIGIN, type Person } from './desk.ts';

/** Milliseconds in which anything comes that comes at all, also on a busy machine. */
const IN_TIME = 15_000;

/** Where a stream has told all that was: it goes on with who is there. */
const CAUGHT_UP = /\nevent: presence\ndata: .*\n\n/;

/** What a stream says until it has caught up; it is hung up on then. For requests that would never end. */
export function untilCaughtUp(
  response: IncomingMessage,
  done: (error: Error | null, text: string) => void,
): void {
  let text = '';
  response.on('data', (piece: Buffer) => {
    text += piece.toString();
    if (!CAUGHT_UP.test(text)) return;
    response.removeAllListeners('data');
    done(null, text);
    response.destroy();
  });
}

/** A request for a stream that ends once it has caught up. */
export const firstOfStream = (request: supertest.Test): supertest.Test =>
  request.buffer(true).parse((response, done) => {
    untilCaughtUp(response as unknown as IncomingMessage, done);
  });

export interface LiveApp {
  readonly address: string;
  readonly db: Database;
  /** A person's cookie there. */
  signIn(person: Pick<Person, 'email' | 'password'>): Promise<string>;
  /** Streams that are open. */
  streams(): number;
  /** Send readers away, as at a restart. */
  sendAway(): void;
  close(): Promise<void>;
}

/** One more server on the desk's database, listening. All have one secret, so that a session is good at each. */
export async function startApp(desk: Desk, settings: Partial<LiveSettings> = {}): Promise<LiveApp> {
  const db = openDatabase(desk.url, { poolSize: 4 });
  const app = createApp({
    metricsToken: null,
    ...desk.services,
    db,
    sessionSecret: 'one secret for all servers of a test',
    trustProxy: 'loopback',
    clientDir: undefined,
    live: { ...LIVE_SETTINGS, ...settings },
  });
  const server = createServer(app.handler);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    address,
    db,
    signIn: async ({ email, password }) => {
      const response = await fetch(`${address}/api/session`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Origin: ORIGIN },
        body: JSON.stringify({ email, password }),
      });
      expect(response.status).toBe(200);
      return response.headers.get('set-cookie')?.split(';')[0] ?? '';
    },
    streams: () => app.live.size,
    sendAway: () => app.stop(),
    close: async () => {
      await app.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await db.close();
    },
  };
}

export interface Stream {
  readonly response: Response;
  readonly changes: HistoryItem[];
  readonly presences: Presence[];
  readonly byes: Bye[];
  readonly comments: string[];
  /** Numbers of the events, in the order in which they came. */
  seqs(): number[];
  /** Once this holds. */
  until(holds: () => boolean): Promise<void>;
  /** Once it has been told this event. */
  untilSeq(seq: number): Promise<void>;
  /** Once the server has ended it. */
  readonly ended: Promise<void>;
  /** Take nothing from here on, or go on taking. */
  pause(): void;
  resume(): void;
  hangUp(): void;
}

/** By a cookie, or as a program by a token. */
type Who = { readonly cookie: string } | { readonly token: string };

const headersOf = (who: Who): Record<string, string> =>
  'cookie' in who ? { Cookie: who.cookie } : { Authorization: `Bearer ${who.token}` };

/** Follow a story. Whatever comes is held to the contract. */
export async function follow(
  app: Pick<LiveApp, 'address'>,
  who: Who,
  articleId: string,
  { after, lastEventId }: { after?: number; lastEventId?: number } = {},
): Promise<Stream> {
  const aborting = new AbortController();
  const query = after === undefined ? '' : `?after=${after}`;
  const response = await fetch(`${app.address}/api/articles/${articleId}/events${query}`, {
    headers: {
      ...headersOf(who),
      ...(lastEventId === undefined ? {} : { 'Last-Event-ID': String(lastEventId) }),
    },
    signal: aborting.signal,
  });
  const changes: HistoryItem[] = [];
  const presences: Presence[] = [];
  const byes: Bye[] = [];
  const comments: string[] = [];
  const take = (frame: string): void => {
    const fields = new Map(
      frame.split('\n').map((line): [string, string] => {
        const colon = line.indexOf(':');
        return [line.slice(0, colon), line.slice(colon + 1).trimStart()];
      }),
    );
    if (fields.has('')) comments.push(fields.get('') ?? '');
    const data = fields.get('data');
    if (data === undefined) return;
    expect(byes, 'nothing comes after the end').toEqual([]);
    const value: unknown = JSON.parse(data);
    if (fields.get('event') === 'change') {
      const change = HistoryItem.parse(value);
      expect(fields.get('id')).toBe(String(change.seq));
      changes.push(change);
    } else if (fields.get('event') === 'presence') presences.push(Presence.parse(value));
    else byes.push(Bye.parse(value));
  };
  let gate = Promise.resolve();
  let open = (): void => {};
  const read = async (): Promise<void> => {
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    for (;;) {
      await gate;
      const piece = await reader?.read();
      if (piece === undefined || piece.done) return;
      text += piece.value;
      const frames = text.split('\n\n');
      text = frames.pop() ?? '';
      for (const frame of frames) take(frame);
    }
  };
  const failures: unknown[] = [];
  const ended = read().catch((error: unknown) => void failures.push(error));
  const until = (holds: () => boolean): Promise<void> =>
    vi.waitFor(
      () =>
        expect(holds(), JSON.stringify({ byes, seqs: changes.length, failures: failures.map(String) })).toBe(
          true,
        ),
      {
        timeout: IN_TIME,
        interval: 10,
      },
    );
  return {
    ...{ response, changes, presences, byes, comments, until, ended },
    seqs: () => changes.map(({ seq }) => seq),
    untilSeq: (seq) => until(() => (changes.at(-1)?.seq ?? 0) >= seq),
    pause: () => {
      gate = new Promise((resolve) => {
        open = resolve;
      });
    },
    resume: () => open(),
    hangUp: () => aborting.abort(),
  };
}

/** A write by cookie, at one of several servers. */
export async function send(
  app: Pick<LiveApp, 'address'>,
  cookie: string,
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: object,
): Promise<unknown> {
  const response = await fetch(`${app.address}${path}`, {
    method,
    headers: { 'Content-Type': 'application/json', Origin: ORIGIN, Cookie: cookie },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  expect(response.status, `${method} ${path}`).toBeLessThan(300);
  return response.status === 204 ? null : response.json();
}

/** The numbers from one to another, both included. */
export const upTo = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_value, at) => from + at);
