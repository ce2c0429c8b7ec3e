/** Sign in as a browser does. */
import { Me } from '../../server/contract/people.ts';
import type { Served } from '../support/served.ts';
import type { Reader } from './bench.ts';
import type { Filled } from './fill/fill.ts';

export async function signIn(server: Served, { reader }: Filled): Promise<Reader> {
  const response = await fetch(`${server.url}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: server.url },
    body: JSON.stringify(reader),
  });
  if (!response.ok) throw new Error(`signing in was answered with ${response.status}`);
  const [cookie] = response.headers.getSetCookie();
  if (cookie === undefined) throw new Error('signing in gave no cookie');
  return { ...Me.parse(await response.json()), cookie: cookie.split(';')[0] ?? '' };
}
