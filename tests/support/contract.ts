/** Hold answers to the contract. */
import type supertest from 'supertest';
import { expect } from 'vitest';
import { z } from 'zod';
import { ENDPOINTS } from '../../server/contract/api.ts';
import type { AnswerOf, Endpoint } from '../../server/contract/endpoint.ts';
import { PROBLEMS, Problem, type ProblemCode } from '../../server/contract/problem.ts';
import { describeApi } from '../../server/features/health/openapi.ts';

/** The answer, parsed: a field too many or too few fails. */
export function answer<E extends Endpoint>(endpoint: E, response: supertest.Response): AnswerOf<E> {
  expect(response.status, response.text).toBeLessThan(300);
  return endpoint.answer.parse(response.body) as AnswerOf<E>;
}

/** The refusal, with the status that its code has. */
export function refusal(response: supertest.Response, code: ProblemCode): Problem {
  const problem = Problem.parse(response.body);
  expect(problem.code, response.text).toBe(code);
  expect(response.status).toBe(PROBLEMS[code][0]);
  expect(response.headers['content-type']).toContain('application/problem+json');
  return problem;
}

/** Endpoints with fixed paths before those with parameters, which would match them too. */
const MATCHERS = [...ENDPOINTS]
  .sort(([, a], [, b]) => a.path.split(':').length - b.path.split(':').length)
  .map(([name, endpoint]) => ({
    name,
    endpoint,
    pattern: new RegExp(`^${endpoint.path.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')}$`),
  }));

/** The endpoint that a request is for, by its exported name. */
export function endpointOf(method: string, path: string): { name: string; endpoint: Endpoint } | undefined {
  const [bare = ''] = path.split('?');
  return MATCHERS.find(
    ({ endpoint, pattern }) => endpoint.method === method.toLowerCase() && pattern.test(bare),
  );
}

const Described = z.record(
  z.string(),
  z.record(z.string(), z.object({ responses: z.record(z.string(), z.unknown()) })),
);
const DESCRIBED = Described.parse(describeApi().paths);

/** The statuses that the OpenAPI document tells of. */
const statusesOf = ({ method, path }: Endpoint): string[] =>
  Object.keys(DESCRIBED[path.replace(/:(\w+)/g, '{$1}')]?.[method]?.responses ?? {});

/**
 * Hold any answer to the contract: a success to its endpoint's schema and media types, anything else to the problem's,
 * and all to the statuses that are described.
 *
 * Every request of every test goes through it. A file is not JSON of the contract.
 */
export function holdToContract(method: string, path: string, response: supertest.Response): void {
  const found = endpointOf(method, path);
  if (found !== undefined)
    expect(statusesOf(found.endpoint), `${found.name}: ${response.text}`).toContain(String(response.status));
  if (response.status >= 400) {
    const problem = Problem.parse(response.body);
    expect(problem.status).toBe(response.status);
    expect(Object.keys(PROBLEMS)).toContain(problem.code);
    return;
  }
  if (found === undefined || response.status === 304) return;
  const [type = ''] = (response.headers['content-type'] ?? '').split(';');
  if (found.endpoint.media.includes(type)) return;
  expect(type, found.name).toBe('application/json');
  const parsed = found.endpoint.answer.safeParse(response.body);
  if (!parsed.success)
    throw new Error(`${method} ${path} does not fit ${found.name}: ${parsed.error.message}`);
}
