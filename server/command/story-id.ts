/** The id under which a file is brought in: the same at every try, so that a lost answer makes nothing twice. */
import { createHash } from 'node:crypto';
import type { Id } from '../contract/common.ts';

export interface StoryFile {
  /** Who brings it in: two people may bring in one text, and neither learns of the other's by its id. */
  readonly personId: Id;
  readonly text: string;
  /** When the file was last saved. */
  readonly savedAt: Date;
}

/** The last millisecond that fits UUIDv7's 48 bits. */
const LAST = 2 ** 48 - 1;

/**
 * A UUIDv7 (RFC 9562, 5.7) whose time is the file's own, and whose other bits are of a SHA-256 over person and text in
 * the place of chance.
 */
export function storyId({ personId, text, savedAt }: StoryFile): Id {
  const time = Math.min(Math.max(Math.trunc(savedAt.getTime()), 0), LAST);
  const bytes = createHash('sha256')
    .update(JSON.stringify([personId, text]))
    .digest()
    .subarray(0, 16);
  bytes.writeUIntBE(time, 0, 6);
  bytes.writeUInt8(0x70 | ((bytes[6] ?? 0) & 0x0f), 6);
  bytes.writeUInt8(0x80 | ((bytes[8] ?? 0) & 0x3f), 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
