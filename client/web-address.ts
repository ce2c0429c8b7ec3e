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

/**
 * An address that somebody wrote, for `href`; null for one that no browser should follow: `javascript:` runs what it says.
 *
 * The server takes no other address than one of the web. This is a second lock, for whatever comes in past it.
 */
export const foreignAddress = (address: string | null): string | null =>
  address !== null && /^https?:\/\/[^/]/i.test(address) ? address : null;
