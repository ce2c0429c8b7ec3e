/**
 * Requests to other hosts: the one way out of Claimdesk.
 *
 * Whoever chose the address may mean to reach what only this machine can reach (server-side request forgery). So: https
 * alone, with a certificate that is checked; no names or passwords in the address; known ports; every address of the name
 * allowed, and the connection made to one of those that were checked; each redirect checked like the first address; limits of
 * time and size, also for what is unpacked; no proxy, whatever the environment says.
 */
import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { Agent, request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import type { Duplex } from 'node:stream';
import { ACCEPT_ENCODING, type BodyLimit, readBody } from './body.ts';
import { codeOfFailure, type OutboundCode, OutboundFailure, type Outcome } from './outcome.ts';
import { type MayReach, publicOnly } from './public-address.ts';
import { allowedAddresses, alreadyResolved, type Resolve, systemResolve } from './resolve.ts';
import { readTarget, type Target } from './target.ts';

export interface OutboundRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  /** Sent to every host on the way: where redirects are followed, nothing secret. */
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string | Uint8Array;
  /** Aborted: the connection is cut and the code is STOPPED. */
  readonly signal?: AbortSignal;
  /** For everything: names, connections, redirects, the last byte. */
  readonly timeoutMs: number;
  /** Of the body, unpacked. */
  readonly maxBytes: number;
  /** Absent: `refuse`. */
  readonly beyond?: BodyLimit['beyond'];
  /** How many are followed, of a GET; absent: none, and a redirect is an answer like another. */
  readonly redirects?: number;
}

export interface OutboundRules {
  /** Absent: public addresses only. */
  readonly mayReach?: MayReach;
  /** Absent: 443 only. */
  readonly ports?: readonly number[] | 'any';
  /** Absent: the system's. */
  readonly resolve?: Resolve;
  /** Certificates (PEM) trusted in place of the well-known ones. */
  readonly ca?: string;
  /** Asked before each address; the signal ends with the time that is left. What it gives but null refuses the address. */
  readonly whyNot?: (url: URL, signal: AbortSignal) => Promise<OutboundCode | null>;
}

const MAX_HEADER_BYTES = 16 * 1024;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Send one request, and follow where it leads. Never throws for what other hosts do: that is a value. */
export async function sendOutbound(request: OutboundRequest, rules: OutboundRules = {}): Promise<Outcome> {
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), request.timeoutMs);
  const signal = AbortSignal.any([
    deadline.signal,
    ...(request.signal === undefined ? [] : [request.signal]),
  ]);
  const at = { url: request.url };
  try {
    // The signal reaches every connection, and yet nothing that comes of one is relied upon: it ends the waiting by itself.
    return await unlessAborted(follow(request, rules, signal, at), signal);
  } catch (error) {
    const code = request.signal?.aborted
      ? 'STOPPED'
      : deadline.signal.aborted
        ? 'TOO_SLOW'
        : codeOfFailure(error);
    return { ok: false, code, url: at.url };
  } finally {
    clearTimeout(timer);
  }
}

async function follow(
  request: OutboundRequest,
  rules: OutboundRules,
  signal: AbortSignal,
  /** Where it is at, for whoever catches what is thrown. */
  at: { url: string },
): Promise<Outcome> {
  const { ports = [443], whyNot = async () => null } = rules;
  const limit = request.method === 'GET' ? (request.redirects ?? 0) : 0;
  let target = held(readTarget(request.url, ports));
  for (let followed = 0; ; followed += 1) {
    at.url = target.url.href;
    const refused = await whyNot(target.url, signal);
    if (refused !== null) throw new OutboundFailure(refused);
    const response = await answerOf(target, request, rules, signal);
    const next = limit > 0 && REDIRECTS.has(response.statusCode ?? 0) ? response.headers.location : undefined;
    if (next === undefined) {
      const body = await readBody(response, { beyond: 'refuse', ...request }, signal);
      return { ok: true, status: response.statusCode ?? 0, headers: response.headers, body, url: at.url };
    }
    response.destroy();
    if (followed === limit) throw new OutboundFailure('TOO_MANY_REDIRECTS');
    at.url = URL.canParse(next, target.url) ? new URL(next, target.url).href : next;
    target = held(readTarget(next, ports, target.url));
  }
}

/** Connect to a checked address and send; resolves once the headers of the answer are there. */
async function answerOf(
  { url, host, port }: Target,
  request: OutboundRequest,
  { mayReach = publicOnly, resolve = systemResolve, ca }: OutboundRules,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const addresses = await allowedAddresses(host, mayReach, resolve);
  if (signal.aborted) throw new OutboundFailure('STOPPED');
  const agent = new Agent({ keepAlive: false, maxCachedSessions: 0 });
  return new Promise((answer, reject) => {
    const sent = httpsRequest({
      agent,
      method: request.method,
      hostname: host,
      port,
      path: `${url.pathname}${url.search}`,
      headers: { 'Accept-Encoding': ACCEPT_ENCODING, ...request.headers, ...lengthOf(request.body) },
      lookup: alreadyResolved(addresses),
      // Server names in TLS are names; and the environment may not switch the check off.
      servername: isIP(host) === 0 ? host : '',
      rejectUnauthorized: true,
      ...(ca === undefined ? {} : { ca }),
      maxHeaderSize: MAX_HEADER_BYTES,
      signal,
    });
    const broken = () => reject(new OutboundFailure('ANSWER_BROKEN'));
    const switches = (_answer: IncomingMessage, socket: Duplex) => {
      socket.destroy();
      broken();
    };
    sent.once('response', answer);
    // Another protocol, which nobody asked for. Without a listener Node closes the connection and tells of no error.
    sent.once('upgrade', switches);
    sent.once('connect', switches);
    sent.on('error', reject);
    // Comes last, also where nothing else came.
    sent.once('close', broken);
    sent.end(request.body);
  });
}

const lengthOf = (body: string | Uint8Array | undefined) =>
  body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) };

function held(target: Target | OutboundCode): Target {
  if (typeof target === 'string') throw new OutboundFailure(target);
  return target;
}

/** Look-ups of names, for one, cannot be taken back: nobody waits for them any longer. */
function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(new OutboundFailure('STOPPED'));
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
