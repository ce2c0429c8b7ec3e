/** The source register. */
import type { BodyInput, QueryInput } from '../../server/contract/endpoint.ts';
import * as contract from '../../server/contract/sources.ts';
import { call } from './http.ts';

export const listSources = (query: QueryInput<typeof contract.ListSources>, signal?: AbortSignal) =>
  call(contract.ListSources, { query, signal });
export const getSource = (sourceId: string, signal?: AbortSignal) =>
  call(contract.GetSource, { params: { sourceId }, signal });
export const createSource = (body: BodyInput<typeof contract.CreateSource>, idempotencyKey?: string) =>
  call(contract.CreateSource, { body, idempotencyKey });
export const editSource = (sourceId: string, body: BodyInput<typeof contract.EditSource>) =>
  call(contract.EditSource, { params: { sourceId }, body });
