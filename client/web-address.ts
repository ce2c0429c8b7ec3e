/** Addresses: what people type, and where files lie. */
import { GetFile } from '../server/contract/files.ts';

/** A host by name, with what may follow it: what people copy without its scheme. */
const BARE = /^(?:\/\/)?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}[\p{L}\p{N}-]*(?::\d+)?(?:[/?#]\S*)?$/u;

/**
 * A typed address with `https://` before it where it has no scheme; anything that does not look like an address stays
 * as typed, for the server to refuse.
 */
export function withScheme(typed: string): string {
  const address = typed.trim();
  return BARE.test(address) ? `https://${address.replace(/^\/\//, '')}` : typed;
}

/** Where a file lies, for `<a href download>`. */
export const fileAddress = (fileId: string): string =>
  GetFile.path.replace(':fileId', encodeURIComponent(fileId));
