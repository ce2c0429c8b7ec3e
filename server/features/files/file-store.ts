/** Files by their content: bytes lie under their SHA-256, once however often they are attached. */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { uuidv7 } from 'uuidv7';
import { MAX_FILE_BYTES, type MediaType } from '../../contract/files.ts';
import { Refusal } from '../../contract/problem.ts';

/** The folder of what is on its way. */
export const INCOMING = 'incoming';
/** The folder of what no row named any more: it lies there for a while, should a row name it again. */
export const LEFT = 'left';

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

/** Bytes that came and are not kept yet: whoever has them keeps or discards them. */
export interface Staged extends Omit<StoredBytes, 'mediaType'> {
  readonly incoming: string;
  /** Undefined for a kind of file that is not attached. */
  readonly mediaType: MediaType | undefined;
}

/** @throws Refusal TOO_LARGE; nothing is left of what fails */
export async function stageBytes(folder: string, bytes: Readable): Promise<Staged> {
  const look = new Look();
  const incoming = await received(folder, bytes, look);
  const { size, sha256, isText } = look.result();
  // What tells kinds of files apart is loaded with the first file: most starts see none.
  const { fileTypeFromFile } = await import('file-type');
  const known = await fileTypeFromFile(incoming);
  const mediaType = known === undefined ? textType(isText) : BY_EXTENSION[known.ext];
  return { incoming, sha256, size, mediaType };
}

/**
 * The same of a file that is attached.
 *
 * @throws Refusal TOO_LARGE, EMPTY_FILE, FILE_TYPE; nothing is left of what is refused
 */
export async function stageFile(folder: string, bytes: Readable): Promise<Staged & StoredBytes> {
  const staged = await stageBytes(folder, bytes);
  const { size, mediaType } = staged;
  if (size > 0 && mediaType !== undefined) return { ...staged, mediaType };
  await discard(staged);
  throw new Refusal(size === 0 ? 'EMPTY_FILE' : 'FILE_TYPE');
}

/** Under its digest. */
export async function keepStaged(folder: string, { incoming, sha256 }: Staged): Promise<void> {
  const kept = placeOf(folder, sha256);
  await mkdir(path.dirname(kept), { recursive: true, mode: 0o700 });
  // The same name holds the same bytes: whoever comes second changes nothing.
  await rename(incoming, kept);
}

/** Also of what was kept: that lies elsewhere by then. */
export async function discard({ incoming }: Pick<Staged, 'incoming'>): Promise<void> {
  await rm(incoming, { force: true });
}

/** @returns where they lie until they are discarded */
export async function received(folder: string, bytes: Readable, through: Transform): Promise<string> {
  const incoming = path.join(folder, INCOMING, uuidv7());
  await mkdir(path.dirname(incoming), { recursive: true, mode: 0o700 });
  try {
    await pipeline(bytes, through, createWriteStream(incoming, { flags: 'wx', mode: 0o600 }));
    return incoming;
  } catch (error) {
    await discard({ incoming });
    throw error;
  }
}

const textType = (isText: boolean): MediaType | undefined => (isText ? 'text/plain' : undefined);

/** Keep bytes that are at hand, of whatever kind, under their digest. */
export async function keepBytes(folder: string, bytes: Uint8Array, sha256: Uint8Array): Promise<void> {
  const incoming = path.join(folder, INCOMING, uuidv7());
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
  await requireBytes(folder, sha256);
  return createReadStream(placeOf(folder, sha256));
}

/**
 * Whoever asks has a row that names them: what was put aside meanwhile is put back.
 *
 * @throws Refusal FILE_LOST where the bytes are not where they were put
 */
export async function requireBytes(folder: string, sha256: Uint8Array): Promise<void> {
  const place = placeOf(folder, sha256);
  const isThere = () =>
    access(place).then(
      () => true,
      () => false,
    );
  if (await isThere()) return;
  await rename(leftPlaceOf(folder, sha256), place).catch(() => undefined);
  // Somebody else may have put them back at the same moment.
  if (!(await isThere())) throw new Refusal('FILE_LOST');
}

/** In 256 folders, so that none grows without end. */
export function placeOf(folder: string, sha256: Uint8Array): string {
  const name = Buffer.from(sha256).toString('hex');
  return path.join(folder, name.slice(0, 2), name);
}

/** Where they lie once they were put aside. */
export const leftPlaceOf = (folder: string, sha256: Uint8Array): string =>
  path.join(folder, LEFT, Buffer.from(sha256).toString('hex'));

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
