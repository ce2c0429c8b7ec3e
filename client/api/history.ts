/** What happened to a story and to a claim. */
import type { QueryInput } from '../../server/contract/endpoint.ts';
import * as contract from '../../server/contract/history.ts';
import { EraseElsewhere, GetHistoryElsewhere } from '../../server/contract/stories.ts';
import { call } from './http.ts';

export const getArticleHistory = (
  articleId: string,
  query: QueryInput<typeof contract.GetArticleHistory> = {},
  signal?: AbortSignal,
) => call(contract.GetArticleHistory, { params: { articleId }, query, signal });
/** What the story brought along from another Claimdesk; from a deeper one, what it had brought along there. */
export const getHistoryElsewhere = (articleId: string, query: QueryInput<typeof GetHistoryElsewhere>) =>
  call(GetHistoryElsewhere, { params: { articleId }, query });
export const getClaimHistory = (
  claimId: string,
  query: QueryInput<typeof contract.GetClaimHistory> = {},
  signal?: AbortSignal,
) => call(contract.GetClaimHistory, { params: { claimId }, query, signal });
export const erasePayload = (articleId: string, seq: number, reason: string, idempotencyKey?: string) =>
  call(contract.ErasePayload, { params: { articleId, seq: String(seq) }, body: { reason }, idempotencyKey });
export const eraseElsewhere = (
  articleId: string,
  { seq, depth }: { readonly seq: number; readonly depth: number },
  reason: string,
  idempotencyKey?: string,
) =>
  call(EraseElsewhere, {
    params: { articleId, seq: String(seq) },
    query: { depth },
    body: { reason },
    idempotencyKey,
  });
/** Walks the chain of every stream: takes a while in a big newsroom. */
export const verifyHistory = () => call(contract.VerifyHistory);
