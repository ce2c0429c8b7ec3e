/** Every endpoint of the contract, asked by everyone who may ask it wrongly. */
import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, test } from 'vitest';
import { ENDPOINTS } from '../../server/contract/api.ts';
import type { Endpoint } from '../../server/contract/endpoint.ts';
import { GetOpenApi } from '../../server/contract/health.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';

const desk = useDesk();
let admin: Person;
beforeAll(async () => {
  admin = await desk.person('admin');
});

/** An address of this endpoint that names nothing. */
const absent = ({ path }: Endpoint) =>
  path.replace(/:(\w+)/g, (_all, name: string) => NO_IDS[name] ?? uuidv7());
/** Parts of an address that are no ids. */
const NO_IDS: Readonly<Record<string, string>> = {
  ...{ number: '99', seq: '99', key: '0'.repeat(32) },
  kind: 'claim',
};
const ask = (
  as: Pick<Person, 'get' | 'post' | 'put' | 'patch' | 'delete'>,
  endpoint: Endpoint,
  path: string,
) => {
  if (endpoint.method === 'get' || endpoint.method === 'delete') return as[endpoint.method](path);
  if (!isOfFile(endpoint)) return as[endpoint.method](path, {});
  return as[endpoint.method](path).set('Content-Type', endpoint.takes).send('bytes');
};
/** Its body is a file: what is said about it stands in the query. */
const isOfFile = ({ takes }: Endpoint): boolean => takes === 'application/octet-stream';

const all = [...ENDPOINTS];
const closed = all.filter(([, endpoint]) => !endpoint.open);

test('the contract names what the API has', () => {
  expect(all.length).toBeGreaterThan(50);
});

describe('someone who is not signed in is told so, whatever they ask', () => {
  test.each(closed)('%s', async (_name, endpoint) => {
    refusal(await ask(desk.stranger, endpoint, absent(endpoint)), 'NOT_SIGNED_IN');
  });
});

describe('an address that names nothing is told so', () => {
  const named = closed.filter(([, { path }]) => path.includes(':'));
  test.each(named)('%s', async (_name, endpoint) => {
    const path = endpoint.method === 'delete' ? `${absent(endpoint)}?version=1` : absent(endpoint);
    const response = await ask(admin, endpoint, path);
    // A body that is needed is asked for first: nothing is told about what is there.
    expect([404, 422], response.text).toContain(response.status);
    refusal(await ask(admin, endpoint, endpoint.path.replace(/:\w+/g, 'no-id')), 'NOT_FOUND');
  });
});

describe('a field that the contract does not know is refused', () => {
  test.each(closed)('%s', async (name, endpoint) => {
    const path = absent(endpoint);
    if (isOfFile(endpoint)) {
      const named = name === 'AttachFile' ? 'name=a.pdf&' : '';
      const problem = refusal(await ask(admin, endpoint, `${path}?${named}surprise=1`), 'INVALID');
      expect(JSON.stringify(problem.issues)).toContain('surprise');
      return;
    }
    if (endpoint.method === 'get' || endpoint.method === 'delete') {
      const problem = refusal(await ask(admin, endpoint, `${path}?surprise=1`), 'INVALID');
      expect(problem.issues?.length).toBeGreaterThan(0);
      return;
    }
    const response = await admin[endpoint.method](path, { surprise: 1 });
    const problem = refusal(response, 'INVALID');
    expect(JSON.stringify(problem.issues)).toContain('surprise');
  });
});

test('the OpenAPI document describes every endpoint', async () => {
  const document = answer(GetOpenApi, await desk.stranger.get('/api/openapi.json'));
  const described = Object.entries(Object(document.paths)).flatMap(([path, verbs]) =>
    Object.keys(Object(verbs)).map((verb) => `${verb} ${path}`),
  );
  const expected = all.map(([, { method, path }]) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
  expect(described.sort()).toEqual(expected.sort());
  expect(JSON.stringify(document)).toContain('casualty_count');
});

test('health and readiness need nobody', async () => {
  await desk.stranger.get('/api/health').expect(200, { status: 'up' });
  await desk.stranger.get('/api/ready').expect(200, { status: 'ready' });
  refusal(await desk.stranger.get('/api/nothing'), 'NOT_FOUND');
});

test('answers carry the headers that protect a page', async () => {
  const { headers } = await desk.stranger.get('/api/health');
  expect(headers['content-security-policy']).toContain("script-src 'self'");
  expect(headers['content-security-policy']).not.toContain('unsafe');
  expect(headers['x-frame-options']).toBeDefined();
  expect(headers['cache-control']).toBe('no-store');
  expect(headers['x-powered-by']).toBeUndefined();
});
