/** The one place where the client speaks HTTP. */
import { uuidv7 } from 'uuidv7';
import type { z } from 'zod';
import { type Endpoint, REPLAYED_HEADER } from '../../server/contract/endpoint.ts';
import { PERSON_HEADER } from '../../server/contract/people.ts';
import { fits } from './fits.ts';
import { badAnswer, offline, readProblem, SOMEONE_ELSE, unfit } from './problem.ts';

/**
 * Sent on `window` when the server says that nobody is signed in, or somebody else than the one whose page this is.
 * Whoever prevents its default will see to it that they sign in: until then the calls wait.
 */
export const SIGNED_OUT = 'claimdesk:signed-out';

export class SignedOutEvent extends Event {
  constructor(
    /** True where somebody else is signed in, from another window of this browser. */
    readonly isSomeoneElses: boolean,
  ) {
    super(SIGNED_OUT, { cancelable: true });
  }
}
/** Sent on `window` once the same person is signed in again: the calls that waited are made once more. */
export const SIGNED_IN = 'claimdesk:signed-in';

/** Milliseconds before the second and the third try after a network failure. */
const BACK_OFF = [400, 1600] as const;
/** Milliseconds without an answer after which a server counts as away: it may be hung, or behind a dead line. */
const PATIENCE = 20_000;
/** The same for a file: the server answers when it has all of it, and lines from the field are slow. */
const PATIENCE_WITH_FILES = 10 * 60_000;

export interface CallOptions<P, Q, B> {
  params?: P;
  query?: Q;
  body?: B;
  signal?: AbortSignal | undefined;
  /** One for each thing a person did. Give it where a later try by hand must count as the same. */
  idempotencyKey?: string | undefined;
  /** Whose it is; null where it is nobody's. Left out, it is of the person whose page this is. */
  person?: string | null | undefined;
  /** Told where the server had done it before: what it answers is what is there by now. */
  onReplayed?: (() => void) | undefined;
  /** Where nobody is signed in, ask for that and reject at once: for what is tried again on its own. */
  waitsForNobody?: boolean | undefined;
}

type Init = RequestInit & { signal?: AbortSignal };
/** What puts a request on the line: `fetch`, or something that tells how much of it is gone. */
export type Transport = (address: string, init: RequestInit) => Promise<Response>;

interface Line {
  /** Milliseconds. */
  readonly patience: number;
  readonly transport: Transport;
  readonly waitsForNobody?: boolean;
  readonly onReplayed?: (() => void) | undefined;
}
const ORDINARY: Line = { patience: PATIENCE, transport: (address, init) => fetch(address, init) };

let pagePerson: string | null = null;

/** Say whose page this is: what it writes and reads is refused where somebody else is signed in by then. */
export function pageIsOf(person: string): void {
  pagePerson = person;
}

/** Whose page this is; null while nobody has signed in on it. */
export const personOfPage = (): string | null => pagePerson;

const entriesOf = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : [];

/** Where an endpoint is, its parameters filled in; empty and absent query values are left out. */
export function addressOf(path: string, params: unknown, query: unknown): string {
  const values = new Map(entriesOf(params));
  const filled = path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(values.get(name) ?? '')),
  );
  const search = new URLSearchParams();
  for (const [name, value] of entriesOf(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  return search.size === 0 ? filled : `${filled}?${search}`;
}

const wait = (milliseconds: number, signal: AbortSignal | undefined) =>
  new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });

const isSilence = (failure: unknown) => failure instanceof DOMException && failure.name === 'TimeoutError';

/** Fetch, and give up on a server that does not begin to answer. An answer that has begun may take its time. */
async function fetchInTime(address: string, init: Init, { patience, transport }: Line): Promise<Response> {
  const silence = new AbortController();
  const timer = setTimeout(() => silence.abort(new DOMException('No answer', 'TimeoutError')), patience);
  const signal = init.signal ? AbortSignal.any([init.signal, silence.signal]) : silence.signal;
  try {
    return await transport(address, { ...init, signal });
  } finally {
    clearTimeout(timer);
  }
}

/** Fetch, and again after a network failure. A write bears a key, so that a lost reply is safe to ask for again. */
async function send(address: string, init: Init, line: Line): Promise<Response> {
  for (const pause of [...BACK_OFF, null]) {
    try {
      return await fetchInTime(address, init, line);
    } catch (failure) {
      if (init.signal?.aborted) throw failure;
      if (pause === null || isSilence(failure)) throw offline(failure);
      await wait(pause, init.signal);
    }
  }
  throw offline(undefined);
}

async function readJson(response: Response): Promise<unknown> {
  let text: string;
  try {
    text = await response.text();
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') throw failure;
    throw offline(failure);
  }
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch (failure) {
    throw badAnswer(response.status, failure);
  }
}

/** Resolves with true once somebody is signed in again, with false where nobody sees to it or nobody waits. */
function signedInAgain(
  isSomeoneElses: boolean,
  signal: AbortSignal | undefined,
  waitsForNobody: boolean,
): Promise<boolean> {
  const seenTo = !window.dispatchEvent(new SignedOutEvent(isSomeoneElses));
  if (!seenTo || waitsForNobody) return Promise.resolve(false);
  return new Promise((resolve, reject) => {
    window.addEventListener(SIGNED_IN, () => resolve(true), { once: true, ...(signal ? { signal } : {}) });
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

/** Notes whether somebody was signed in from now on, until `stop` is called. */
function noteSignIn(): { readonly happened: () => boolean; readonly stop: () => void } {
  let happened = false;
  const note = () => {
    happened = true;
  };
  window.addEventListener(SIGNED_IN, note);
  return { happened: () => happened, stop: () => window.removeEventListener(SIGNED_IN, note) };
}

/** What every write is sent with. */
export function writeHeaders({
  idempotencyKey = uuidv7(),
  person = pagePerson,
}: Pick<CallOptions<never, never, never>, 'idempotencyKey' | 'person'> = {}): Record<string, string> {
  return { 'Idempotency-Key': idempotencyKey, ...personHeader(person) };
}

const personHeader = (person: string | null): Record<string, string> =>
  person === null ? {} : { [PERSON_HEADER]: person };

/** What a read is sent with: what one person may see is no answer to another. What is open is so to everybody. */
const readHeaders = ({ open }: Pick<Endpoint, 'open'>, person: string | null = pagePerson) =>
  open ? {} : personHeader(person);

/** The request of one act: the same, key and all, however often it has to be sent. */
function requestInit(
  endpoint: Pick<Endpoint, 'method' | 'open'>,
  options: CallOptions<unknown, unknown, unknown>,
): Init {
  const headers = new Headers({
    Accept: 'application/json',
    ...(endpoint.method === 'get' ? readHeaders(endpoint, options.person) : writeHeaders(options)),
  });
  if (options.body !== undefined) headers.set('Content-Type', 'application/json');
  return {
    method: endpoint.method.toUpperCase(),
    headers,
    credentials: 'same-origin',
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    ...(options.signal ? { signal: options.signal } : {}),
  };
}

/**
 * Call an endpoint of the contract.
 *
 * A body that the contract refuses is not sent. Writes carry an `Idempotency-Key`, the same on every try; all calls say
 * whose they are. Where the session has ended, or is somebody else's by now, the call waits until somebody is signed in again,
 * unless it `waitsForNobody`. Throws an ApiProblem for a refusal, for an answer outside the contract and, with code
 * OFFLINE, after the third network failure; and the signal's own reason when the caller gave up.
 */
export async function call<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  A extends z.ZodType,
>(
  endpoint: Endpoint<P, Q, B, A>,
  options: CallOptions<z.input<P>, z.input<Q>, z.input<B>> = {},
): Promise<z.output<A>> {
  if (options.body !== undefined) {
    const fit = endpoint.body.safeParse(options.body);
    if (!fit.success) throw unfit(fit.error);
  }
  const address = addressOf(endpoint.path, options.params, options.query);
  const { waitsForNobody = false, onReplayed } = options;
  const line = { ...ORDINARY, waitsForNobody, onReplayed };
  return ask(endpoint, address, requestInit(endpoint, options), line);
}

/**
 * Send a file as it is, and wait for the answer as `call` does. Give it an id in the query: then a second try makes
 * nothing twice.
 */
export async function sendFile<P extends z.ZodType, Q extends z.ZodType, A extends z.ZodType>(
  endpoint: Endpoint<P, Q, z.ZodType, A>,
  {
    params,
    query,
    file,
    type = 'application/octet-stream',
    signal,
    transport = ORDINARY.transport,
  }: Omit<CallOptions<z.input<P>, z.input<Q>, never>, 'body'> & {
    file: Blob;
    /** Its media type. */
    type?: string;
    transport?: Transport;
  },
): Promise<z.output<A>> {
  const init = requestInit(endpoint, { signal });
  const headers = new Headers(init.headers);
  headers.set('Content-Type', type);
  const address = addressOf(endpoint.path, params, query);
  const line = { patience: PATIENCE_WITH_FILES, transport };
  return ask(endpoint, address, { ...init, headers, body: file }, line);
}

/** Ask until there is an answer: again after a sign-in, where the session had ended. */
async function ask<A extends z.ZodType>(
  endpoint: { answer: A },
  address: string,
  init: Init,
  line: Line,
): Promise<z.output<A>> {
  for (;;) {
    const signIn = noteSignIn();
    try {
      const response = await send(address, init, line);
      const value = await readJson(response);
      if (response.ok) {
        if (response.headers.get(REPLAYED_HEADER) === 'true') line.onReplayed?.();
        return answerOf(endpoint, response, value);
      }

      const problem = readProblem(response.status, value);
      const isSomeoneElses = problem.code === SOMEONE_ELSE;
      if (problem.code !== 'NOT_SIGNED_IN' && !isSomeoneElses) throw problem;
      // What was asked before somebody signed in, and answered after, asks nobody to sign in once more.
      if (signIn.happened()) continue;
      if (!(await signedInAgain(isSomeoneElses, init.signal, line.waitsForNobody ?? false))) throw problem;
    } finally {
      signIn.stop();
    }
  }
}

function answerOf<A extends z.ZodType>(
  endpoint: { answer: A },
  response: Response,
  value: unknown,
): z.output<A> {
  if (fits(endpoint.answer, value)) return value;
  const answer = endpoint.answer.safeParse(value);
  if (!answer.success) throw badAnswer(response.status, answer.error);
  return answer.data;
}

/** A key for one thing a person does, kept over tries by hand. */
export const newKey = (): string => uuidv7();
/** The id of something that this page makes. */
export const newId = (): string => uuidv7();
