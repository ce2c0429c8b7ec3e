/** Archives, unpacked in memory within limits that their own directory does not get to set. */
import { inflateRawSync } from 'node:zlib';
import { type Read, unread } from './model.ts';

export type Unzipped =
  | { readonly ok: true; readonly files: ReadonlyMap<string, Buffer> }
  | { readonly ok: false; readonly refused: Read & { readonly ok: false } };

/** Of one archive. A document has some dozens of parts; pictures are most of what it unpacks to. */
const MAX = { entries: 2000, bytes: 100 * 1024 * 1024 } as const;

/** Signatures and fixed lengths (APPNOTE.TXT 6.3.10, 4.3). */
const END = { signature: 0x06054b50, length: 22, comment: 0xffff } as const;
const DIRECTORY = { signature: 0x02014b50, length: 46 } as const;
const LOCAL = { signature: 0x04034b50, length: 30 } as const;
const STORED = 0;
const DEFLATED = 8;
const LOCKED = 1;

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;

class Refused extends Error {
  constructor(
    readonly problem: 'FILE_BROKEN' | 'FILE_UNPACKS',
    readonly detail?: string,
  ) {
    super(problem);
  }
}

/**
 * Unpack all of an archive.
 *
 * FILE_UNPACKS where it has too many entries, says that it unpacks to too much, or does so although it says otherwise;
 * FILE_BROKEN for what is no archive, is locked, is packed in other ways, or does not hold what it says.
 */
export function unzip(bytes: Uint8Array): Unzipped {
  try {
    return { ok: true, files: unpacked(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)) };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refused: unread(error.problem, error.detail) };
    // Reading past the end, or data that is no deflated data.
    return { ok: false, refused: unread('FILE_BROKEN', 'the archive is damaged') };
  }
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  /** Of its local header. */
  readonly offset: number;
}

function unpacked(bytes: Buffer): Map<string, Buffer> {
  const entries = entriesOf(bytes);
  if (entries.reduce((sum, { size }) => sum + size, 0) > MAX.bytes) throw new Refused('FILE_UNPACKS');
  const files = new Map<string, Buffer>();
  for (const entry of entries) {
    if (files.has(entry.name)) throw new Refused('FILE_BROKEN', 'two parts of the archive have one name');
    files.set(entry.name, contentOf(bytes, entry));
  }
  return files;
}

function entriesOf(bytes: Buffer): Entry[] {
  const end = endOf(bytes);
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  // Where these stand there is more than an archive of today’s documents has (ZIP64).
  if (count > MAX.entries || at === 0xffffffff) throw new Refused('FILE_UNPACKS');
  const entries: Entry[] = [];
  for (let number = 0; number < count; number += 1) {
    if (bytes.readUInt32LE(at) !== DIRECTORY.signature)
      throw new Refused('FILE_BROKEN', 'the archive is damaged');
    if ((bytes.readUInt16LE(at + 8) & LOCKED) !== 0)
      throw new Refused('FILE_BROKEN', 'it is locked with a password');
    const [name, extra, comment] = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place));
    const length = name ?? 0;
    entries.push({
      name: bytes.toString('utf8', at + DIRECTORY.length, at + DIRECTORY.length + length),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += DIRECTORY.length + length + (extra ?? 0) + (comment ?? 0);
  }
  return entries;
}

/** The end of the directory stands at the end of the archive, before a comment at most. */
function endOf(bytes: Buffer): number {
  const lowest = Math.max(0, bytes.length - END.length - END.comment);
  for (let at = bytes.length - END.length; at >= lowest; at -= 1)
    if (
      bytes.readUInt32LE(at) === END.signature &&
      at + END.length + bytes.readUInt16LE(at + 20) === bytes.length
    )
      return at;
  throw new Refused('FILE_BROKEN', 'it is no archive, or is cut off');
}

function contentOf(bytes: Buffer, { method, packed, size, offset }: Entry): Buffer {
  if (bytes.readUInt32LE(offset) !== LOCAL.signature)
    throw new Refused('FILE_BROKEN', 'the archive is damaged');
  const start = offset + LOCAL.length + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  if (start + packed > bytes.length) throw new Refused('FILE_BROKEN', 'the archive is cut off');
  const data = bytes.subarray(start, start + packed);
  if (method !== STORED && method !== DEFLATED)
    throw new Refused('FILE_BROKEN', 'it is packed in another way');
  const content = method === STORED ? data : inflated(data, size);
  if (content.length !== size) throw new Refused('FILE_BROKEN', 'the archive is damaged');
  return content;
}

function inflated(data: Buffer, size: number): Buffer {
  if (size === 0) return Buffer.alloc(0);
  try {
    return inflateRawSync(data, { maxOutputLength: size });
  } catch (error) {
    if (error instanceof RangeError) throw new Refused('FILE_UNPACKS', 'it unpacks to more than it says');
    throw error;
  }
}
