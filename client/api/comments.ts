/** Talk on a claim. */
import * as contract from '../../server/contract/comments.ts';
import type { BodyInput } from '../../server/contract/endpoint.ts';
import { call } from './http.ts';

export const listComments = (claimId: string, signal?: AbortSignal) =>
  call(contract.ListComments, { params: { claimId }, signal });
export const createComment = (
  claimId: string,
  body: BodyInput<typeof contract.CreateComment>,
  idempotencyKey?: string,
) => call(contract.CreateComment, { params: { claimId }, body, idempotencyKey });
export const editComment = (
  commentId: string,
  body: BodyInput<typeof contract.EditComment>,
  idempotencyKey?: string,
) => call(contract.EditComment, { params: { commentId }, body, idempotencyKey });
export const withdrawComment = (commentId: string, version: number) =>
  call(contract.WithdrawComment, { params: { commentId }, query: { version } });
export const restoreComment = (commentId: string) => call(contract.RestoreComment, { params: { commentId } });
/** Whom a comment in a story can name, by how a name begins. */
export const listMentionable = (articleId: string, q: string, signal?: AbortSignal) =>
  call(contract.ListMentionable, { params: { articleId }, query: { q, limit: 8 }, signal });
