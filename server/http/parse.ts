/** The border where a request becomes values that the contract knows. */
import type { Request } from 'express';
import type { z } from 'zod';
import type { BodyOf, Endpoint, ParamsOf, QueryOf } from '../contract/endpoint.ts';
import { type Issue, Refusal } from '../contract/problem.ts';
import { requireScope } from './bearer.ts';

/**
 * Parse what a request carries.
 *
 * @throws Refusal TOKEN_SCOPE and NOT_BY_TOKEN, NOT_FOUND for an address that cannot name anything, INVALID with the places for a query or body
 */
export function parse<E extends Endpoint>(
  req: Request,
  endpoint: E,
): { params: ParamsOf<E>; query: QueryOf<E>; body: BodyOf<E> } {
  requireScope(req, endpoint);
  const params = endpoint.params.safeParse(req.params);
  if (!params.success) throw new Refusal('NOT_FOUND');
  const query = endpoint.query.safeParse(req.query);
  const body = endpoint.body.safeParse(req.body ?? {});
  const issues = [...issuesOf(query), ...issuesOf(body)];
  if (!query.success || !body.success) throw new Refusal('INVALID', { issues });
  return {
    params: params.data as ParamsOf<E>,
    query: query.data as QueryOf<E>,
    body: body.data as BodyOf<E>,
  };
}

/** Where and why, for the person who typed it. */
export function issuesOf(result: z.ZodSafeParseResult<unknown>): Issue[] {
  if (result.success) return [];
  return result.error.issues.map((issue) => ({
    path: issue.path.map(String).join('.'),
    message: issue.message,
  }));
}
