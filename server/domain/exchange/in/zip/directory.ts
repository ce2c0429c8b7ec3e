/** An archive's directory: what files it has, and which of them can be read (APPNOTE.TXT 6.3.10, 4.3). */
import { crc32 } from 'node:zlib';
import { endOf } from './end.ts';
import {
  DEFLATED,
  LOCAL,
  numberAt,
  type Packed,
  readOf,
  refusalOf,
  STORED,
  type Zip,
  type ZipEntry,
  ZipFault,
  type ZipLimits,
  type ZipRefusal,
  type ZipSource,
  zipRefusal,
} from './model.ts';
import { nameOf } from './names.ts';

const ENTRY = { signature: 0x02014b50, length: 46 } as const;
/** Of the flags: locked, locked strongly, and a directory that is locked itself. */
const LOCKED = 0b10_0000_0100_0001;
const UTF8 = 1 << 11;
/** Fields of their own: large numbers, and a name in UTF-8. */
const EXTRA = { large: 0x0001, name: 0x7075 } as const;
/** Systems whose permissions stand in the upper half of the attributes: Unix and macOS. */
const UNIX: ReadonlySet<number> = new Set([3, 19]);
const KIND = { mask: 0o170000, file: 0o100000, folder: 0o040000 } as const;
const MEBIBYTE = 1024 * 1024;

/**
 * Read what an archive has. None of its files is unpacked.
 *
 * The archive is refused where it is broken, has too many files, says that it unpacks to too much, or has files that lie
 * over each other: one that does is made to unpack to more than it is. A file that cannot be read is listed with why.
 */
export async function openZip(source: ZipSource, limits: ZipLimits): Promise<Zip | ZipRefusal> {
  try {
    return { ok: true, entries: await entriesOf(source, limits) };
  } catch (error) {
    return refusalOf(error);
  }
}

async function entriesOf(source: ZipSource, limits: ZipLimits): Promise<ZipEntry[]> {
  const { count, size, offset } = await endOf(source);
  if (count > limits.entries) throw new ZipFault('ZIP_TOO_MANY', `it has ${count}`);
  // As many names and notes as that are no directory of stories.
  if (size > MEBIBYTE + limits.entries * 512) throw new ZipFault('ZIP_TOO_MANY', 'its directory is too long');
  const bytes = await readOf(source, offset, size);
  const listed: Listed[] = [];
  let at = 0;
  while (at < size) {
    if (listed.length === count) throw new ZipFault('ZIP_BROKEN', 'it has more files than it says');
    const entry = listedAt(bytes, at);
    listed.push(entry);
    at += entry.length;
  }
  if (listed.length !== count) throw new ZipFault('ZIP_BROKEN', 'it has fewer files than it says');
  if (listed.reduce((sum, { size: own }) => sum + own, 0) > limits.bytes)
    throw new ZipFault('FILE_UNPACKS', 'all of it together');
  return checked(listed, apart(listed, offset), limits);
}

interface Listed extends Omit<Packed, 'end'> {
  readonly flags: number;
  readonly size: number;
  /** Its name in UTF-8 where it stands in a field of its own. */
  readonly utf8Name: Buffer | null;
  /** Of the file on a Unix; 0 where none is told. */
  readonly mode: number;
  /** Of this entry in the directory. */
  readonly length: number;
}

function listedAt(bytes: Buffer, at: number): Listed {
  if (at + ENTRY.length > bytes.length || bytes.readUInt32LE(at) !== ENTRY.signature)
    throw new ZipFault('ZIP_BROKEN', 'its directory is damaged');
  const nameLength = bytes.readUInt16LE(at + 28);
  const extraLength = bytes.readUInt16LE(at + 30);
  const length = ENTRY.length + nameLength + extraLength + bytes.readUInt16LE(at + 32);
  if (at + length > bytes.length) throw new ZipFault('ZIP_BROKEN', 'its directory is cut off');
  const extraAt = at + ENTRY.length + nameLength;
  const rawName = bytes.subarray(at + ENTRY.length, extraAt);
  const extras = extrasOf(bytes.subarray(extraAt, extraAt + extraLength));
  const { size, packed, offset } = large(extras.get(EXTRA.large), {
    size: bytes.readUInt32LE(at + 24),
    packed: bytes.readUInt32LE(at + 20),
    offset: bytes.readUInt32LE(at + 42),
  });
  const isUnix = UNIX.has(bytes.readUInt8(at + 5));
  return {
    ...{ rawName, size, packed, offset, length },
    flags: bytes.readUInt16LE(at + 8),
    method: bytes.readUInt16LE(at + 10),
    crc: bytes.readUInt32LE(at + 16),
    utf8Name: utf8NameOf(extras.get(EXTRA.name), rawName),
    mode: isUnix ? bytes.readUInt16LE(at + 40) : 0,
  };
}

/** Fields beside those that all have; what is cut off is left out, as old programs wrote such. */
function extrasOf(bytes: Buffer): ReadonlyMap<number, Buffer> {
  const extras = new Map<number, Buffer>();
  let at = 0;
  while (at + 4 <= bytes.length) {
    const end = at + 4 + bytes.readUInt16LE(at + 2);
    if (end > bytes.length) break;
    extras.set(bytes.readUInt16LE(at), bytes.subarray(at + 4, end));
    at = end;
  }
  return extras;
}

interface Numbers {
  readonly size: number;
  readonly packed: number;
  readonly offset: number;
}

/** Numbers that have no place in 32 bits stand in a field of their own, in this order. */
function large(extra: Buffer | undefined, { size, packed, offset }: Numbers): Numbers {
  let at = 0;
  const next = (told: number): number => {
    if (told !== 0xffff_ffff) return told;
    if (extra === undefined || at + 8 > extra.length)
      throw new ZipFault('ZIP_BROKEN', 'its directory is damaged');
    at += 8;
    return numberAt(extra, at - 8);
  };
  return { size: next(size), packed: next(packed), offset: next(offset) };
}

/** Holds as long as the name that it was made of does. */
function utf8NameOf(extra: Buffer | undefined, rawName: Buffer): Buffer | null {
  if (extra === undefined || extra.length < 5 || extra[0] !== 1) return null;
  return extra.readUInt32LE(1) === crc32(rawName) ? extra.subarray(5) : null;
}

/**
 * Where each file's room ends: where the next one begins, or the directory.
 *
 * @returns in the order of the directory
 * @throws ZipFault where the room is too small for what is said to be in it
 */
function apart(listed: readonly Listed[], directoryAt: number): Map<Listed, number> {
  const ends = new Map<Listed, number>();
  const inOrder = [...listed].sort((a, b) => a.offset - b.offset);
  for (const [index, entry] of inOrder.entries()) {
    const end = inOrder[index + 1]?.offset ?? directoryAt;
    if (entry.offset + LOCAL.length + entry.rawName.length + entry.packed > end)
      throw new ZipFault('ZIP_OVERLAPS');
    ends.set(entry, end);
  }
  return ends;
}

function checked(
  listed: readonly Listed[],
  ends: ReadonlyMap<Listed, number>,
  limits: ZipLimits,
): ZipEntry[] {
  const seen = new Set<string>();
  return listed.map((entry, number) => {
    const { flags, rawName, utf8Name, size, method, crc, packed, offset } = entry;
    const saysUtf8 = utf8Name !== null || (flags & UTF8) !== 0;
    const name = nameOf(utf8Name ?? rawName, saysUtf8);
    const isTwice = seen.has(name.path);
    seen.add(name.path);
    return {
      ...{ number, path: name.path, size, isFolder: name.isFolder },
      refused: name.wrong === null ? whyRefused(entry, isTwice, limits) : zipRefusal('ZIP_NAME', name.wrong),
      at: { method, crc, packed, offset, rawName, end: ends.get(entry) ?? 0 },
    };
  });
}

function whyRefused(
  { flags, mode, method, size, packed }: Listed,
  isTwice: boolean,
  { entryBytes, ratio }: ZipLimits,
): ZipRefusal | null {
  if (isTwice) return zipRefusal('ZIP_TWICE');
  if ((flags & LOCKED) !== 0) return zipRefusal('ZIP_LOCKED');
  const kind = mode & KIND.mask;
  if (kind !== 0 && kind !== KIND.file && kind !== KIND.folder) return zipRefusal('ZIP_LINK');
  if (method !== STORED && method !== DEFLATED) return zipRefusal('ZIP_METHOD');
  const isTooMuch = size > entryBytes || packed > entryBytes || (size > MEBIBYTE && size > packed * ratio);
  return isTooMuch ? zipRefusal('FILE_UNPACKS') : null;
}
