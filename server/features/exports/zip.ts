/**
 * A zip file as it streams out (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT), at the reader's pace: nothing
 * is held but what is being compressed and the list of what went before.
 */
import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw } from 'node:zlib';

/** What a zip without the extensions for large ones can count. */
const LARGEST = 0xffff_ffff;
/** Sizes follow the bytes; names are UTF-8. */
const FLAGS = 0x0808;
const DEFLATE = 8;
/** Of the zip that can be read with version 2.0 of the format. */
const NEEDED = 20;

interface Listed {
  readonly name: Buffer;
  readonly offset: number;
  readonly crc: number;
  readonly size: number;
  readonly packed: number;
}

type Content = AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;

/** Takes one part after the other, each to its end, and then `end`. */
export interface Zip {
  /**
   * @param level of compression, 0 to 9: 0 for what is packed already
   * @throws Error where it grows beyond what a zip can hold
   */
  add(name: string, content: Content, level?: number): AsyncGenerator<Uint8Array>;
  end(): Uint8Array;
}

/** @param at the time that every part is said to be of, UTC */
export function zipFile(at: Date): Zip {
  const listed: Listed[] = [];
  const stamp = dosTime(at);
  let offset = 0;
  const counted = <T extends Uint8Array>(bytes: T): T => {
    offset += bytes.length;
    if (offset > LARGEST) throw new Error('larger than a zip file can be');
    return bytes;
  };

  async function* add(path: string, content: Content, level?: number): AsyncGenerator<Uint8Array> {
    const begun = offset;
    const name = Buffer.from(path, 'utf8');
    const tally = { crc: 0, size: 0, packed: 0 };
    // Where there is nothing to send for want of a first row, nothing is sent.
    for await (const piece of deflated(content, tally, level)) {
      if (offset === begun) yield counted(localHeader(name, stamp));
      yield counted(piece);
    }
    yield counted(descriptor(tally));
    listed.push({ name, offset: begun, ...tally });
  }

  const end = (): Uint8Array => {
    const from = offset;
    const entries = listed.map((one) => counted(centralEntry(one, stamp)));
    const size = offset - from;
    return Buffer.concat([...entries, endRecord(listed.length, size, from)]);
  };
  return { add, end };
}

interface Tally {
  crc: number;
  size: number;
  packed: number;
}

async function* deflated(content: Content, tally: Tally, level = -1): AsyncGenerator<Uint8Array> {
  const deflate = createDeflateRaw({ level });
  async function* read(): AsyncGenerator<Uint8Array> {
    for await (const piece of content) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece;
      tally.crc = crc32(bytes, tally.crc);
      tally.size += bytes.length;
      if (tally.size > LARGEST) throw new Error('larger than a part of a zip file can be');
      yield bytes;
    }
  }
  const fed = pipeline(read, deflate);
  // Where it fails, reading fails below as well.
  fed.catch(() => {});
  for await (const piece of deflate) {
    tally.packed += piece.length;
    yield piece;
  }
  await fed;
}

/** Date and time as MS-DOS kept them: from 1980, in steps of two seconds. */
function dosTime(at: Date): { time: number; date: number } {
  const year = Math.min(Math.max(at.getUTCFullYear() - 1980, 0), 127);
  return {
    time: (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1),
    date: (year << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate(),
  };
}

type Stamp = ReturnType<typeof dosTime>;

/** Numbers one after the other, low byte first, each in as many bytes as told. */
function packed(...fields: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer {
  const buffer = Buffer.alloc(fields.reduce((sum, [bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [bytes, value] of fields) at = buffer.writeUIntLE(value, at, bytes);
  return buffer;
}

/** What a part's own header and its entry at the end say alike. */
const common = ({ time, date }: Stamp, { crc, size, packed: bytes }: Tally, name: Buffer) =>
  [
    ...[
      [2, NEEDED] as const,
      [2, FLAGS] as const,
      [2, DEFLATE] as const,
      [2, time] as const,
      [2, date] as const,
    ],
    ...[
      [4, crc] as const,
      [4, bytes] as const,
      [4, size] as const,
      [2, name.length] as const,
      [2, 0] as const,
    ],
  ] as const;

const localHeader = (name: Buffer, stamp: Stamp): Buffer =>
  Buffer.concat([packed([4, 0x0403_4b50], ...common(stamp, { crc: 0, size: 0, packed: 0 }, name)), name]);

const descriptor = ({ crc, size, packed: bytes }: Tally): Buffer =>
  packed([4, 0x0807_4b50], [4, crc], [4, bytes], [4, size]);

const centralEntry = ({ name, offset, ...tally }: Listed, stamp: Stamp): Buffer =>
  Buffer.concat([
    packed(
      ...[[4, 0x0201_4b50] as const, [2, NEEDED] as const, ...common(stamp, tally, name)],
      ...[[2, 0] as const, [2, 0] as const, [2, 0] as const, [4, 0] as const, [4, offset] as const],
    ),
    name,
  ]);

const endRecord = (parts: number, size: number, from: number): Buffer =>
  packed([4, 0x0605_4b50], [2, 0], [2, 0], [2, parts], [2, parts], [4, size], [4, from], [2, 0]);
