/** Lists that leave the desk. They are files: the browser fetches them by a link, not this page. */
import type { QueryInput } from '../../server/contract/endpoint.ts';
import { ExportClaims } from '../../server/contract/exports.ts';
import { addressOf } from './http.ts';

/** The address of an export, for `<a href download>`. Without status and verdict: the verified claims alone. */
export const exportAddress = (query: QueryInput<typeof ExportClaims>): string =>
  addressOf(ExportClaims.path, {}, query);
