/** The attribution audit. */
import * as contract from '../../server/contract/audit.ts';
import type { QueryInput } from '../../server/contract/endpoint.ts';
import { call } from './http.ts';

export const listAudits = (query: QueryInput<typeof contract.ListAudits>, signal?: AbortSignal) =>
  call(contract.ListAudits, { query, signal });
export const getAudit = (articleId: string, signal?: AbortSignal) =>
  call(contract.GetAudit, { params: { articleId }, signal });
export const dismissFlag = (articleId: string, key: string, reason: string, idempotencyKey?: string) =>
  call(contract.DismissFlag, { params: { articleId, key }, body: { reason }, idempotencyKey });
export const restoreFlag = (articleId: string, key: string, idempotencyKey?: string) =>
  call(contract.RestoreFlag, { params: { articleId, key }, idempotencyKey });
