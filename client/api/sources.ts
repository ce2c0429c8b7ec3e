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

/** Answers with the entry that was merged. */
export const mergeSource = (
  sourceId: string,
  body: BodyInput<typeof contract.MergeSource>,
  idempotencyKey?: string,
) => call(contract.MergeSource, { params: { sourceId }, body, idempotencyKey });
export const unmergeSource = (sourceId: string, idempotencyKey?: string) =>
  call(contract.UnmergeSource, { params: { sourceId }, idempotencyKey });

export const makeConfidential = (
  sourceId: string,
  body: BodyInput<typeof contract.MakeConfidential>,
  idempotencyKey?: string,
) => call(contract.MakeConfidential, { params: { sourceId }, body, idempotencyKey });
export const makeOpen = (sourceId: string, version: number, idempotencyKey?: string) =>
  call(contract.MakeOpen, { params: { sourceId }, query: { version }, idempotencyKey });
/** Who a confidential source is. Each call is recorded: ask for it only where a person has. */
export const readIdentity = (sourceId: string, signal?: AbortSignal) =>
  call(contract.ReadIdentity, { params: { sourceId }, signal });

export const getSourceHistory = (
  sourceId: string,
  query: QueryInput<typeof contract.GetSourceHistory> = {},
  signal?: AbortSignal,
) => call(contract.GetSourceHistory, { params: { sourceId }, query, signal });
export const getSourceRecord = (sourceId: string, signal?: AbortSignal) =>
  call(contract.GetSourceRecord, { params: { sourceId }, signal });
export const listSourceUses = (
  sourceId: string,
  query: QueryInput<typeof contract.ListSourceUses>,
  signal?: AbortSignal,
) => call(contract.ListSourceUses, { params: { sourceId }, query, signal });
