/** The end of an archive, which tells where its directory is. */
import { numberAt, readOf, ZipFault, type ZipSource } from './model.ts';

/** Signatures and fixed lengths (APPNOTE.TXT 6.3.10, 4.3.14 to 4.3.16). */
const END = { signature: 0x06054b50, length: 22, comment: 0xffff } as const;
const LARGE = { signature: 0x06064b50, length: 56 } as const;
const LOCATOR = { signature: 0x07064b50, length: 20 } as const;

interface Directory {
  /** How many files and folders there are. */
  readonly count: number;
  /** Bytes. */
  readonly size: number;
  readonly offset: number;
}

/**
 * Find the directory.
 *
 * It ends where the end begins, before a comment at most, and all that tells of it says the same: of an archive that two
 * programs could read in two ways, nobody knows what is in it.
 *
 * @throws ZipFault
 */
export async function endOf(source: ZipSource): Promise<Directory> {
  const from = Math.max(0, source.size - END.length - END.comment - LOCATOR.length);
  const tail = await readOf(source, from, source.size - from);
  const at = endIn(tail);
  if (at === null) throw new ZipFault('ZIP_BROKEN', 'it is no archive, or is cut off');
  const told = {
    count: tail.readUInt16LE(at + 10),
    size: tail.readUInt32LE(at + 12),
    offset: tail.readUInt32LE(at + 16),
  };
  const isOneDisk = [tail.readUInt16LE(at + 4), tail.readUInt16LE(at + 6)].every(
    (disk) => disk === 0 || disk === 0xffff,
  );
  if (!isOneDisk) throw new ZipFault('ZIP_BROKEN', 'it is one of several parts');
  const locator = at - LOCATOR.length;
  const isLarge = locator >= 0 && tail.readUInt32LE(locator) === LOCATOR.signature;
  const directory = isLarge
    ? await largeOf(source, { tail, locator, at: from + locator, told })
    : { ...told, end: from + at };
  if (directory.offset + directory.size !== directory.end)
    throw new ZipFault('ZIP_BROKEN', 'its directory is not where it says');
  return directory;
}

function endIn(tail: Buffer): number | null {
  for (let at = tail.length - END.length; at >= 0; at -= 1)
    if (
      tail.readUInt32LE(at) === END.signature &&
      at + END.length + tail.readUInt16LE(at + 20) === tail.length
    )
      return at;
  return null;
}

interface Located {
  readonly tail: Buffer;
  /** In the tail. */
  readonly locator: number;
  /** The same in the archive. */
  readonly at: number;
  readonly told: Directory;
}

/** Of an archive whose numbers have no place in the usual end (ZIP64). */
async function largeOf(source: ZipSource, { tail, locator, at, told }: Located) {
  const end = numberAt(tail, locator + 8);
  const record = await readOf(source, end, LARGE.length);
  if (record.readUInt32LE(0) !== LARGE.signature || end + 12 + numberAt(record, 4) !== at)
    throw new ZipFault('ZIP_BROKEN', 'its end is damaged');
  const large = { count: numberAt(record, 32), size: numberAt(record, 40), offset: numberAt(record, 48) };
  const agrees =
    (told.count === 0xffff || told.count === large.count) &&
    (told.size === 0xffff_ffff || told.size === large.size) &&
    (told.offset === 0xffff_ffff || told.offset === large.offset);
  if (!agrees) throw new ZipFault('ZIP_BROKEN', 'its end says two things');
  return { ...large, end };
}
