/** The scope that opens each endpoint, by name: a new endpoint needs a row of its own. */
import { expect, test } from 'vitest';
import { ENDPOINTS } from '../server/contract/api.ts';
import { scopeOf } from '../server/contract/tokens.ts';
import { SCOPES } from './cases/scopes.ts';

const EXPECTED = new Map(
  Object.entries(SCOPES).flatMap(([scope, names]) => names.map((name) => [name, scope])),
);

test.each([...ENDPOINTS])('%s', (name, endpoint) => {
  expect(scopeOf(endpoint) ?? 'none').toBe(endpoint.open ? 'none' : EXPECTED.get(name));
  expect(endpoint.open && EXPECTED.has(name)).toBe(false);
});
