/** Newer texts of a story, and what became of its claims on them. */
import type { BodyInput } from '../../server/contract/endpoint.ts';
import * as contract from '../../server/contract/revisions.ts';
import { call } from './http.ts';

/** `idempotencyKey`: one for each text, so that a second try after a lost answer is the same act. */
export const reviseArticle = (
  articleId: string,
  body: BodyInput<typeof contract.ReviseArticle>,
  idempotencyKey: string,
) => call(contract.ReviseArticle, { params: { articleId }, body, idempotencyKey });
export const getChanges = (articleId: string, number: number, signal?: AbortSignal) =>
  call(contract.GetRevisionChanges, { params: { articleId, number }, signal });
export const getTextChange = (claimId: string, signal?: AbortSignal) =>
  call(contract.GetTextChange, { params: { claimId }, signal });
