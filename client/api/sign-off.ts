/** Sign-off, and the proof that goes with it. */
import type { BodyInput } from '../../server/contract/endpoint.ts';
import * as contract from '../../server/contract/sign-off.ts';
import { addressOf, call } from './http.ts';

export const getSignOff = (articleId: string, signal?: AbortSignal) =>
  call(contract.GetSignOff, { params: { articleId }, signal });
export const giveSignOff = (
  articleId: string,
  body: BodyInput<typeof contract.GiveSignOff>,
  idempotencyKey?: string,
) => call(contract.GiveSignOff, { params: { articleId }, body, idempotencyKey });
export const endSignOff = (articleId: string, reason: string, idempotencyKey?: string) =>
  call(contract.EndSignOff, { params: { articleId }, body: { reason }, idempotencyKey });

/** The address of a story's checking proof, to look at and print. */
export const proofAddress = (articleId: string): string =>
  addressOf(contract.GetProof.path, { articleId }, {});
