/** One's own tokens. */
import type { BodyInput } from '../../server/contract/endpoint.ts';
import * as contract from '../../server/contract/tokens.ts';
import { call } from './http.ts';

export const listTokens = (signal?: AbortSignal) => call(contract.ListTokens, { signal });
export const createToken = (body: BodyInput<typeof contract.CreateToken>, idempotencyKey?: string) =>
  call(contract.CreateToken, { body, idempotencyKey });
export const revokeToken = (tokenId: string) => call(contract.RevokeToken, { params: { tokenId } });
