/** The files that a story came as. */
import * as contract from '../../server/contract/arrivals.ts';
import { addressOf, call } from './http.ts';

export const listArrivals = (articleId: string, signal?: AbortSignal) =>
  call(contract.ListArrivals, { params: { articleId }, signal });
/** Where the browser downloads such a file. */
export const arrivalFileAddress = (articleId: string, number: number): string =>
  addressOf(contract.GetArrivalFile.path, { articleId, number }, {});
