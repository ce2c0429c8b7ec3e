/** One person's client: light, on connections of its own that stay open, with a ledger of what it was told. */
import { Agent, type IncomingMessage, request } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import type { EventType } from '../../server/contract/history.ts';
import type { Person } from './desk.ts';
import type { Place } from './line.ts';

export interface Answer {
  readonly status: number;
  /** A refusal's code; null for a success. */
  readonly code: string | null;
  readonly body: unknown;
}

/** What a person means to do: one write, however often it has to be sent. */
export interface Meant {
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: object;
  /** The event by which history has to tell it. */
  readonly type: EventType;
  readonly claimId: string;
  /** Words of this write and of no other, where it takes words. */
  readonly token: string | null;
}

export interface Entry extends Meant {
  readonly key: string;
  readonly actorId: string;
  tries: number;
  /** `open` until the server answered. */
  outcome: 'open' | 'acknowledged' | 'refused';
  status: number | null;
  code: string | null;
  /** By `performance.now()`, when the answer was there. */
  at: number;
}

export interface Client {
  readonly person: Person;
  readonly ledger: readonly Entry[];
  /** Answers of the server that were neither done nor refused: how often each code came. */
  readonly failures: Map<string, number>;
  /** Send a write until it is answered, with the same key each time. Resolves with null where the client gave up. */
  write(meant: Meant): Promise<Answer | null>;
  /** @throws Error where no answer came, after some tries */
  read(path: string): Promise<Answer>;
  close(): void;
}

interface Options {
  readonly line: Place;
  readonly cookie: string;
  readonly person: Person;
  /** Milliseconds without an answer after which it is asked again: the real client waits 20 s. */
  readonly patience?: number;
  /** Milliseconds after which a write that nobody answered is given up. */
  readonly endurance?: number;
}

const Refused = z.object({ code: z.string() });

export function openClient({
  line,
  cookie,
  person,
  patience = 20_000,
  endurance = 240_000,
}: Options): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: 2 });
  const ledger: Entry[] = [];
  const failures = new Map<string, number>();
  const count = (what: string) => failures.set(what, (failures.get(what) ?? 0) + 1);
  const origin = `http://${line.host}:${line.port}`;

  const ask = (method: string, path: string, body?: object, key?: string): Promise<Answer> => {
    const sent = body === undefined ? '' : JSON.stringify(body);
    const headers = {
      Cookie: cookie,
      Accept: 'application/json',
      ...(method === 'GET' ? {} : { Origin: origin }),
      ...(key === undefined ? {} : { 'Idempotency-Key': key }),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(method === 'GET' ? {} : { 'Content-Length': String(Buffer.byteLength(sent)) }),
    };
    return new Promise((resolve, reject) => {
      const { host, port } = line;
      const asked = request({ host, port, method, path, agent, headers, timeout: patience });
      asked.once('timeout', () => asked.destroy(new Error('no answer')));
      asked.once('error', reject);
      asked.once('response', (response) => answerOf(response).then(resolve, reject));
      asked.end(sent);
    });
  };

  return {
    person,
    ledger,
    failures,
    write: async (meant) => {
      const entry: Entry = {
        ...meant,
        ...{ key: uuidv7(), actorId: person.id, tries: 0, outcome: 'open', status: null, code: null, at: 0 },
      };
      ledger.push(entry);
      const end = performance.now() + endurance;
      for (let pause = 50; performance.now() < end; pause = Math.min(pause * 2, 1000)) {
        entry.tries += 1;
        const answer = await ask(meant.method, meant.path, meant.body, entry.key).catch(() => null);
        // Away, or too busy at this moment: it is kept, and sent again.
        if (answer !== null && answer.status !== 503 && answer.status !== 429) {
          entry.outcome = answer.status < 300 ? 'acknowledged' : 'refused';
          entry.status = answer.status;
          entry.code = answer.code;
          entry.at = performance.now();
          if (answer.status >= 500) count(`${answer.status} ${answer.code} to ${meant.method} ${meant.type}`);
          return answer;
        }
        count(answer === null ? 'no answer' : `${answer.status} ${answer.code}`);
        await setTimeout(pause);
      }
      return null;
    },
    read: async (path) => {
      let reason: unknown;
      for (let tries = 0; tries < 40; tries += 1) {
        try {
          const answer = await ask('GET', path);
          if (answer.status < 500) return answer;
          count(`${answer.status} ${answer.code}`);
          reason = new Error(`${answer.status} ${answer.code}`);
        } catch (error) {
          count('no answer');
          reason = error;
        }
        await setTimeout(Math.min(50 * 2 ** tries, 1000));
      }
      throw reason;
    },
    close: () => agent.destroy(),
  };
}

async function answerOf(response: IncomingMessage): Promise<Answer> {
  const pieces: Buffer[] = [];
  for await (const piece of response) pieces.push(Buffer.from(piece));
  // Half an answer ends without an error where its connection was closed in order.
  if (!response.complete) throw new Error('half an answer');
  const status = response.statusCode ?? 0;
  const text = Buffer.concat(pieces).toString('utf8');
  const body: unknown = text === '' ? null : JSON.parse(text);
  return { status, code: status < 400 ? null : (Refused.safeParse(body).data?.code ?? 'NONE'), body };
}
