/** Evidence of a story, and the citations of a claim. */
import type { BodyInput } from '../../server/contract/endpoint.ts';
import * as contract from '../../server/contract/evidence.ts';
import { call } from './http.ts';

export const listEvidence = (articleId: string, signal?: AbortSignal) =>
  call(contract.ListEvidence, { params: { articleId }, signal });
export const createEvidence = (
  articleId: string,
  body: BodyInput<typeof contract.CreateEvidence>,
  idempotencyKey?: string,
) => call(contract.CreateEvidence, { params: { articleId }, body, idempotencyKey });
export const editEvidence = (
  evidenceId: string,
  body: BodyInput<typeof contract.EditEvidence>,
  idempotencyKey?: string,
) => call(contract.EditEvidence, { params: { evidenceId }, body, idempotencyKey });
export const withdrawEvidence = (evidenceId: string, version: number) =>
  call(contract.WithdrawEvidence, { params: { evidenceId }, query: { version } });
export const restoreEvidence = (evidenceId: string) =>
  call(contract.RestoreEvidence, { params: { evidenceId } });

export const takeSnapshot = (
  evidenceId: string,
  body: BodyInput<typeof contract.TakeSnapshot>,
  idempotencyKey?: string,
) => call(contract.TakeSnapshot, { params: { evidenceId }, body, idempotencyKey });
export const fetchSnapshot = (
  evidenceId: string,
  body: BodyInput<typeof contract.FetchSnapshot>,
  signal?: AbortSignal,
) => call(contract.FetchSnapshot, { params: { evidenceId }, body, signal });
export const getSnapshot = (evidenceId: string, signal?: AbortSignal) =>
  call(contract.GetSnapshot, { params: { evidenceId }, signal });

export const listCitations = (claimId: string, signal?: AbortSignal) =>
  call(contract.ListCitations, { params: { claimId }, signal });
export const createCitation = (
  claimId: string,
  body: BodyInput<typeof contract.CreateCitation>,
  idempotencyKey?: string,
) => call(contract.CreateCitation, { params: { claimId }, body, idempotencyKey });
export const editCitation = (
  citationId: string,
  body: BodyInput<typeof contract.EditCitation>,
  idempotencyKey?: string,
) => call(contract.EditCitation, { params: { citationId }, body, idempotencyKey });
export const withdrawCitation = (citationId: string, version: number) =>
  call(contract.WithdrawCitation, { params: { citationId }, query: { version } });
export const restoreCitation = (citationId: string) =>
  call(contract.RestoreCitation, { params: { citationId } });
