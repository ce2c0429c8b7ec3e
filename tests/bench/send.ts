/** Single requests to Claimdesk, as a browser that is signed in sends them. */
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import type { Bench } from './bench.ts';

/** @returns the answer's JSON. @throws Error where it is a refusal */
export async function send(
  { ours, reader }: Pick<Bench, 'ours' | 'reader'>,
  method: 'GET' | 'POST',
  address: string,
  body?: object,
): Promise<unknown> {
  const response = await fetch(`${ours.url}${address}`, {
    method,
    headers: {
      Cookie: reader.cookie,
      ...(method === 'GET'
        ? {}
        : { Origin: ours.url, 'Content-Type': 'application/json', 'Idempotency-Key': uuidv7() }),
    },
    body: body === undefined ? null : JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${method} ${address} was answered with ${response.status}`);
  return response.json();
}

const Created = z.object({ id: z.string() });

/** Bring a story in. @returns its id */
export async function bringIn(bench: Pick<Bench, 'ours' | 'reader'>, text: string): Promise<string> {
  return Created.parse(await send(bench, 'POST', '/api/articles', { text })).id;
}
