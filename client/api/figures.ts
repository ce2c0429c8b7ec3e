/** The ledger of figures. */
import * as contract from '../../server/contract/figures.ts';
import { call } from './http.ts';

export const getFigures = (articleId: string, signal?: AbortSignal) =>
  call(contract.GetFigures, { params: { articleId }, signal });
