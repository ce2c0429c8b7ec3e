/** What ends, or is due, at a time, where two servers' clocks are an hour apart: keys, sessions, messages to webhooks. */
import { createServer } from 'node:https';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Certificate } from '../../support/certificate.ts';
import { bringIn, cookieOf, type Desk } from '../desk.ts';
import type { Ground } from '../fault.ts';
import { count } from '../words.ts';

const HOUR_MS = 3_600_000;
/** Milliseconds for which a receiver keeps its answer back: several looks of both servers fall into it. */
const ANSWERS_AFTER = 2_500;
/** Milliseconds after the first try in vain, by the schedule; less a little for the way. */
const SECOND_TRY_AFTER = 4_500;
const MESSAGES = 6;

export interface Ends {
  readonly broken: string[];
  readonly seen: string[];
}

/** When the cookie of a new session ends, milliseconds since 1970: written by the server's own clock. */
async function cookieEnds(url: string, desk: Desk): Promise<number> {
  const [person] = desk.people;
  const response = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: url },
    body: JSON.stringify({ email: person?.email, password: person?.password }),
  });
  return Date.parse(/expires=([^;]+)/i.exec(response.headers.getSetCookie()[0] ?? '')?.[1] ?? '');
}

/** @throws Error where the two clocks do not differ: then nothing here would mean anything */
export async function assertApart(desk: Desk): Promise<void> {
  const [near, ahead] = desk.servers;
  if (near === undefined || ahead === undefined) throw new Error('two servers are needed');
  const apart = (await cookieEnds(ahead.url, desk)) - (await cookieEnds(near.url, desk));
  if (!(Math.abs(apart - HOUR_MS) < 60_000)) throw new Error(`the clocks are ${apart} ms apart, not an hour`);
}

/** What is known of each person's tokens and sessions is the same at both servers. */
export async function keysEnd(desk: Desk): Promise<Ends> {
  const [broken, seen]: [string[], string[]] = [[], []];
  const servers = desk.servers;
  const admin = desk.people.find(({ role }) => role === 'admin');
  if (admin === undefined) throw new Error('an admin is needed');
  const works = async (url: string, secret: string) => {
    const { status } = await fetch(`${url}/api/articles`, { headers: { Authorization: `Bearer ${secret}` } });
    return status === 200;
  };
  for (const [made, { url }] of servers.entries()) {
    const cookie = await cookieOf(url, admin);
    const response = await fetch(`${url}/api/tokens`, {
      method: 'POST',
      headers: { Cookie: cookie, Origin: url, 'Content-Type': 'application/json' },
      // In half an hour: over for one whose clock is an hour ahead.
      body: JSON.stringify({
        name: `of server ${made}`,
        scopes: ['read'],
        expiresAt: new Date(Date.now() + HOUR_MS / 2).toISOString(),
      }),
    });
    if (!response.ok) {
      broken.push(`server ${made} refused a token for half an hour with ${response.status}`);
      continue;
    }
    const { token, secret } = z
      .object({ token: z.looseObject({ id: z.string() }), secret: z.string() })
      .parse(await response.json());
    for (const [at, server] of servers.entries())
      if (!(await works(server.url, secret)))
        broken.push(`a token for half an hour, made at server ${made}, is over at server ${at} at once`);
    await desk.sql.query(`UPDATE api_tokens SET expires_at = now() - interval '1 s' WHERE id = $1`, [
      token.id,
    ]);
    for (const [at, server] of servers.entries())
      if (await works(server.url, secret))
        broken.push(`a token that was over a second ago still opens server ${at}`);
  }
  const { rows } = await desk.sql.query<{ most: number; least: number }>(
    `SELECT max(extract(epoch FROM expire - now()))::float8 / 3600 AS most,
      min(extract(epoch FROM expire - now()))::float8 / 3600 AS least FROM sessions`,
  );
  const { most = 0, least = 0 } = rows[0] ?? {};
  if (most - least > 0.25) broken.push(`sessions end between ${least} and ${most} hours from now`);
  seen.push(
    `a token for half an hour works at both and ends at both, whichever made it; sessions of both end within ${count(Math.round((most - least) * 3600))} s of each other`,
  );
  return { broken, seen };
}

/** Each message comes once while it is being taken in, and again only when it is due. */
export async function messagesComeOnce(ground: Ground, desk: Desk, certificate: Certificate): Promise<Ends> {
  const [broken, seen]: [string[], string[]] = [[], []];
  const [near] = desk.servers;
  const admin = desk.people.find(({ role }) => role === 'admin');
  if (near === undefined || admin === undefined) throw new Error('a server and an admin are needed');
  const arrived = new Map<string, number[]>();
  const receiver = createServer(certificate, (req, res) => {
    const id = String(req.headers['webhook-id']);
    const times = [...(arrived.get(id) ?? []), performance.now()];
    arrived.set(id, times);
    req.resume();
    // Both are slow; the first is refused, the second taken.
    setTimeout(() => res.writeHead(times.length === 1 ? 500 : 200).end(), ANSWERS_AFTER);
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  ground.undo.push(async () => void receiver.close());
  const address = receiver.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const cookie = await cookieOf(near.url, admin);
  const headers = { Cookie: cookie, Origin: near.url, 'Content-Type': 'application/json' };
  const made = await fetch(`${near.url}/api/webhooks`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ url: `https://127.0.0.1:${port}/hook`, types: ['story.created'] }),
  });
  if (!made.ok) throw new Error(`the webhook was answered with ${made.status}: ${await made.text()}`);
  for (let number = 0; number < MESSAGES; number += 1) {
    const server = desk.servers[number % desk.servers.length] ?? near;
    const as = await cookieOf(server.url, admin);
    await bringIn(server.url, as, `It rained for ${number + 2} days.`);
  }
  const open = async () => {
    const { rows } = await desk.sql.query<{ open: number; done: number }>(
      `SELECT count(*) FILTER (WHERE state IN ('pending', 'failed'))::int AS open,
        count(*) FILTER (WHERE state = 'delivered')::int AS done FROM webhook_deliveries`,
    );
    return rows[0] ?? { open: -1, done: 0 };
  };
  // Each takes its turn, twice, with its wait between.
  const until = performance.now() + 120_000;
  while ((await open()).done < MESSAGES && performance.now() < until) await pause(250);
  const { done } = await open();
  if (done !== MESSAGES) broken.push(`${done} of ${MESSAGES} messages were delivered`);
  for (const [id, times] of arrived) {
    const [first = 0, second = 0] = times;
    if (times.length !== 2) broken.push(`message ${id} came ${times.length} times, not twice`);
    else if (second - first < SECOND_TRY_AFTER + ANSWERS_AFTER)
      broken.push(`message ${id} came again after ${Math.round(second - first)} ms, before it was due`);
  }
  seen.push(
    `${count(arrived.size)} messages to a receiver that takes ${ANSWERS_AFTER / 1000} s to answer and refuses each once: each came twice, the second time when it was due`,
  );
  return { broken, seen };
}
