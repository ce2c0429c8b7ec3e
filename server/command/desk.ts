/** The API as the command line asks it: by the contract, with a token, and again where asking again is safe. */
import { setTimeout as wait } from 'node:timers/promises';
import type { z } from 'zod';
import type { Endpoint } from '../contract/endpoint.ts';
import { Problem } from '../contract/problem.ts';
import { NotDone, Stopped, systemCode } from './failures.ts';

export interface Settings {
  /** Where Claimdesk is, without a path. */
  readonly url: string;
  readonly token: string;
  readonly stop: AbortSignal;
}

export interface Asked<P, Q, B> {
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** In the place of a body. */
  readonly file?: { readonly bytes: Blob; readonly type: string };
  /** For a write, so that asking again is the same write. */
  readonly key?: string;
}

export interface Desk {
  readonly url: string;
  /** @throws NotDone for a refusal, and where there is no answer that the contract knows; Stopped */
  call<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
    endpoint: Endpoint<P, Q, B, A>,
    asked?: Asked<z.input<P>, z.input<Q>, z.input<B>>,
  ): Promise<z.output<A>>;
  /** The answer as it comes, for files. Throws as `call` does. */
  open<P extends z.ZodType, Q extends z.ZodType>(
    endpoint: Endpoint<P, Q>,
    asked?: Asked<z.input<P>, z.input<Q>, never>,
  ): Promise<Response>;
}

/** Seconds before each further try. Every request here may be repeated: it only reads, or it bears a key. */
const AGAIN = [1, 2, 4] as const;
/** A server that asks for more patience than this is told of instead. Seconds. */
const PATIENCE = 60;

export function deskAt({ url, token, stop }: Settings): Desk {
  /** Before the first answer nothing is known to be there: an address that is wrong is told at once. */
  let reached = false;

  const send = async (endpoint: Endpoint, asked: Asked<unknown, unknown, unknown>): Promise<Response> => {
    const init = requestOf(endpoint, asked, token);
    for (let tries = 0; ; tries += 1) {
      const pause = AGAIN[tries];
      try {
        const response = await fetch(`${url}${addressOf(endpoint.path, asked)}`, { ...init, signal: stop });
        reached = true;
        const seconds = pause === undefined ? null : pauseAsked(response, pause);
        if (seconds === null) return response;
        await response.body?.cancel();
        await wait(seconds * 1000, undefined, { signal: stop });
      } catch (error) {
        if (stop.aborted) throw new Stopped();
        if (pause === undefined || !reached) throw away(url, error);
        await wait(pause * 1000, undefined, { signal: stop }).catch(() => {
          throw new Stopped();
        });
      }
    }
  };

  const open = async (endpoint: Endpoint, asked: Asked<unknown, unknown, unknown> = {}) => {
    const response = await send(endpoint, asked);
    if (!response.ok) throw refused(url, response.status, await textOf(response, { url, stop }));
    return response;
  };

  return {
    url,
    open,
    call: async (endpoint, asked = {}) => {
      const response = await open(endpoint, asked);
      const answer = endpoint.answer.safeParse(asJson(await textOf(response, { url, stop })));
      if (!answer.success) throw new NotDone(`${url} gave an answer that this version does not understand.`);
      return answer.data;
    },
  };
}

function requestOf(
  { method }: Endpoint,
  { body, file, key }: Asked<unknown, unknown, unknown>,
  token: string,
): RequestInit {
  const headers = new Headers({ Authorization: `Bearer ${token}` });
  if (key !== undefined) headers.set('Idempotency-Key', key);
  if (body !== undefined) headers.set('Content-Type', 'application/json');
  if (file !== undefined) headers.set('Content-Type', file.type);
  return {
    method: method.toUpperCase(),
    headers,
    // A token goes where it was meant to go, and nowhere from there.
    redirect: 'manual',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(file === undefined ? {} : { body: file.bytes }),
  };
}

function addressOf(path: string, { params, query }: Asked<unknown, unknown, unknown>): string {
  const values = new Map(Object.entries(params ?? {}));
  const filled = path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(values.get(name) ?? '')),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {}))
    if (value !== undefined) search.set(name, String(value));
  return search.size === 0 ? filled : `${filled}?${search}`;
}

/** Seconds after which to ask again; null where that would help nobody. */
function pauseAsked({ status, headers }: Response, usual: number): number | null {
  if (status !== 429 && status !== 502 && status !== 503 && status !== 504) return null;
  const asked = Number(headers.get('Retry-After') ?? usual);
  if (!Number.isFinite(asked)) return usual;
  return asked <= PATIENCE ? Math.max(asked, 0) : null;
}

async function textOf(response: Response, { url, stop }: Pick<Settings, 'url' | 'stop'>): Promise<string> {
  try {
    return await response.text();
  } catch (error) {
    throw stop.aborted ? new Stopped() : away(url, error);
  }
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A refusal in its own words, and what of the request they are about. */
function refused(url: string, status: number, text: string): NotDone {
  const problem = Problem.safeParse(asJson(text));
  if (!problem.success)
    return new NotDone(`${url} answered ${status}, and not as Claimdesk does: is this its address?`);
  const { title, code, issues = [] } = problem.data;
  const about = issues.map(({ path, message }) =>
    path === 'Authorization' ? message : `${path}: ${message}`,
  );
  const said = about.length === 0 ? title : `${title.replace(/\.$/, '')}: ${about.join('; ')}.`;
  return new NotDone(said, code);
}

/** No answer, or half of one. */
export function away(url: string, error: unknown): NotDone {
  const cause = error instanceof Error ? error.cause : undefined;
  const [first] = cause instanceof AggregateError ? cause.errors : [cause];
  const code = systemCode(first);
  if (code === 'ECONNREFUSED') return new NotDone(`Nothing answers at ${url}.`, null, { cause: error });
  if (code === 'ENOTFOUND')
    return new NotDone(`There is no machine of the name in ${url}.`, null, { cause: error });
  const why = first instanceof Error ? first.message : String(error);
  return new NotDone(`The connection to ${url} failed: ${why}.`, null, { cause: error });
}
