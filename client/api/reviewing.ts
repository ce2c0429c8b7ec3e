/** What waits for a second pair of eyes, and how far the two pairs agree. */
import type { QueryInput } from '../../server/contract/endpoint.ts';
import * as contract from '../../server/contract/reviewing.ts';
import { call } from './http.ts';

export const listReviewQueue = (
  query: QueryInput<typeof contract.ListReviewQueue>,
  how: { signal?: AbortSignal; waitsForNobody?: boolean } = {},
) => call(contract.ListReviewQueue, { query, ...how });
export const getAgreement = (query: QueryInput<typeof contract.GetAgreement>, signal?: AbortSignal) =>
  call(contract.GetAgreement, { query, signal });
