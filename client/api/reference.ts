/** The API's own description. */
import { GetOpenApi } from '../../server/contract/health.ts';
import { call } from './http.ts';

/** The OpenAPI document. */
export const getReference = (signal?: AbortSignal) => call(GetOpenApi, { signal });
