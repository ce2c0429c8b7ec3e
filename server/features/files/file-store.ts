/** Files by their content: bytes lie under their SHA-256, once however often they are attached. */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileTypeFromFile } from 'file-type';
import { uuidv7 } from 'uuidv7';
import { MAX_FILE_BYTES, type MediaType } from '../../contract/files.ts';
import { Refusal } from '../../contract/problem.ts';

export interface StoredBytes {
  readonly sha256: Buffer;
  /** Bytes. */
  readonly size: number;
  readonly mediaType: MediaType;
}

/** By the extension that file-type gives: its media types have more than one spelling. */
const BY_EXTENSION: Readonly<Record<string, MediaType>> = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  png: 'image/png',
  apng: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  tif: 'image/tiff',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
  oga: 'audio/ogg',
  opus: 'audio/ogg',
  wav: 'audio/wav',
  flac: 'audio/flac',
};

/**
 * Keep what a stream brings. Nothing is kept of what is refused.
 *
 * @throws Refusal TOO_LARGE, EMPTY_FILE, FILE_TYPE
 */
export async function storeBytes(folder: string, bytes: Readable): Promise<StoredBytes> {
  const incoming = path.join(folder, 'incoming', uuidv7());
  await mkdir(path.dirname(incoming), { recursive: true, mode: 0o700 });
  try {
    const look = new Look();
    await pipeline(bytes, look, createWriteStream(incoming, { flags: 'wx', mode: 0o600 }));
    const { size, sha256, isText } = look.result();
    if (size === 0) throw new Refusal('EMPTY_FILE');
    const known = await fileTypeFromFile(incoming);
    const mediaType = known === undefined ? textType(isText) : BY_EXTENSION[known.ext];
    if (mediaType === undefined) throw new Refusal('FILE_TYPE');
    const kept = placeOf(folder, sha256);
    await mkdir(path.dirname(kept), { recursive: true, mode: 0o700 });
    // The same name holds the same bytes: whoever comes second changes nothing.
    await rename(incoming, kept);
    return { sha256, size, mediaType };
  } finally {
    await rm(incoming, { force: true });
  }
}

const textType = (isText: boolean): MediaType | undefined => (isText ? 'text/plain' : undefined);

/** Keep bytes that are at hand, of whatever kind, under their digest. */
export async function keepBytes(folder: string, bytes: Uint8Array, sha256: Uint8Array): Promise<void> {
  const incoming = path.join(folder, 'incoming', uuidv7());
  const kept = placeOf(folder, sha256);
  for (const place of [incoming, kept]) await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
  try {
    await writeFile(incoming, bytes, { flag: 'wx', mode: 0o600, flush: true });
    await rename(incoming, kept);
  } finally {
    await rm(incoming, { force: true });
  }
}

/** @throws Refusal FILE_LOST where the bytes are not where they were put */
export async function openBytes(folder: string, sha256: Uint8Array): Promise<Readable> {
  const place = placeOf(folder, sha256);
  await access(place).catch(() => {
    throw new Refusal('FILE_LOST');
  });
  return createReadStream(place);
}

/** In 256 folders, so that none grows without end. */
function placeOf(folder: string, sha256: Uint8Array): string {
  const name = Buffer.from(sha256).toString('hex');
  return path.join(folder, name.slice(0, 2), name);
}

/** What no text holds: control characters but for tabs, line ends and form feeds. */
const isControl = (character: string) => character < ' ' && !'\t\n\f\r'.includes(character);

/** Lets bytes through, and counts, digests and reads them on their way. */
class Look extends Transform {
  private readonly hash = createHash('sha256');
  private readonly decoder = new TextDecoder('utf-8', { fatal: true });
  private size = 0;
  private isText = true;

  override _transform(
    piece: Buffer,
    _encoding: BufferEncoding,
    done: (error: Error | null, piece?: Buffer) => void,
  ): void {
    this.size += piece.length;
    if (this.size > MAX_FILE_BYTES) {
      done(new Refusal('TOO_LARGE'));
      return;
    }
    this.hash.update(piece);
    this.look(piece, true);
    done(null, piece);
  }

  override _flush(done: () => void): void {
    this.look(Buffer.alloc(0), false);
    done();
  }

  result(): { size: number; sha256: Buffer; isText: boolean } {
    return { size: this.size, sha256: this.hash.digest(), isText: this.isText };
  }

  private look(piece: Buffer, stream: boolean): void {
    if (!this.isText) return;
    try {
      this.isText = ![...this.decoder.decode(piece, { stream })].some(isControl);
    } catch {
      this.isText = false;
    }
  }
}
