/** What left the desk and is no longer so. */
import type { QueryInput } from '../../server/contract/endpoint.ts';
import * as contract from '../../server/contract/radar.ts';
import { call } from './http.ts';

export const listRadar = (query: QueryInput<typeof contract.ListRadar>, signal?: AbortSignal) =>
  call(contract.ListRadar, { query, signal });
export const tellDesk = (verdictId: string) => call(contract.TellDesk, { params: { verdictId } });
export const untellDesk = (verdictId: string) => call(contract.UntellDesk, { params: { verdictId } });
export const getReach = (claimId: string, signal?: AbortSignal) =>
  call(contract.GetClaimReach, { params: { claimId }, signal });
