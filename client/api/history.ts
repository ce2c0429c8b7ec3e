/** What happened to a story and to a claim. */
import type { QueryInput } from '../../server/contract/endpoint.ts';
import * as contract from '../../server/contract/history.ts';
import { call } from './http.ts';

export const getArticleHistory = (
  articleId: string,
  query: QueryInput<typeof contract.GetArticleHistory> = {},
  signal?: AbortSignal,
) => call(contract.GetArticleHistory, { params: { articleId }, query, signal });
export const getClaimHistory = (
  claimId: string,
  query: QueryInput<typeof contract.GetClaimHistory> = {},
  signal?: AbortSignal,
) => call(contract.GetClaimHistory, { params: { claimId }, query, signal });
export const erasePayload = (articleId: string, seq: number, reason: string, idempotencyKey?: string) =>
  call(contract.ErasePayload, { params: { articleId, seq: String(seq) }, body: { reason }, idempotencyKey });
/** Walks the chain of every stream: takes a while in a big newsroom. */
export const verifyHistory = () => call(contract.VerifyHistory);
