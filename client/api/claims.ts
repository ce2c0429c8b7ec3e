/** Claims, their verdicts and their reviews. */
import * as contract from '../../server/contract/claims.ts';
import type { BodyInput, QueryInput } from '../../server/contract/endpoint.ts';
import { call } from './http.ts';

export const listClaims = (query: QueryInput<typeof contract.ListClaims>, signal?: AbortSignal) =>
  call(contract.ListClaims, { query, signal });
export const listArticleClaims = (
  articleId: string,
  query: QueryInput<typeof contract.ListArticleClaims> = {},
  signal?: AbortSignal,
) => call(contract.ListArticleClaims, { params: { articleId }, query, signal });
export const createClaim = (
  articleId: string,
  body: BodyInput<typeof contract.CreateClaim>,
  idempotencyKey?: string,
) => call(contract.CreateClaim, { params: { articleId }, body, idempotencyKey });
/** What the marked words say, read by the server; nothing is stored. */
export const readWords = (
  articleId: string,
  body: BodyInput<typeof contract.ReadWords>,
  signal?: AbortSignal,
) => call(contract.ReadWords, { params: { articleId }, body, signal });

export const getClaim = (
  claimId: string,
  signal?: AbortSignal,
  { waitsForNobody }: { waitsForNobody?: boolean } = {},
) => call(contract.GetClaim, { params: { claimId }, signal, waitsForNobody });
export const editClaim = (
  claimId: string,
  body: BodyInput<typeof contract.EditClaim>,
  idempotencyKey?: string,
) => call(contract.EditClaim, { params: { claimId }, body, idempotencyKey });
export const withdrawClaim = (claimId: string, version: number, idempotencyKey?: string) =>
  call(contract.WithdrawClaim, { params: { claimId }, query: { version }, idempotencyKey });
export const restoreClaim = (claimId: string, idempotencyKey?: string) =>
  call(contract.RestoreClaim, { params: { claimId }, idempotencyKey });

export const giveVerdict = (
  claimId: string,
  body: BodyInput<typeof contract.GiveVerdict>,
  idempotencyKey?: string,
) => call(contract.GiveVerdict, { params: { claimId }, body, idempotencyKey });
export const confirmVerdict = (
  claimId: string,
  body: BodyInput<typeof contract.ConfirmVerdict>,
  idempotencyKey?: string,
) => call(contract.ConfirmVerdict, { params: { claimId }, body, idempotencyKey });
export const takeBackVerdict = (claimId: string, version: number, idempotencyKey?: string) =>
  call(contract.TakeBackVerdict, { params: { claimId }, query: { version }, idempotencyKey });
export const giveReview = (
  claimId: string,
  body: BodyInput<typeof contract.GiveReview>,
  idempotencyKey?: string,
) => call(contract.GiveReview, { params: { claimId }, body, idempotencyKey });
export const takeBackReview = (claimId: string, version: number, idempotencyKey?: string) =>
  call(contract.TakeBackReview, { params: { claimId }, query: { version }, idempotencyKey });
