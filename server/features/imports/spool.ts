/** Where the files of an import lie until they are brought in. */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { type FileHandle, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { uuidv7 } from 'uuidv7';
import { MAX_ARCHIVE_BYTES, MAX_IMPORT_FILES } from '../../contract/imports.ts';
import { Refusal } from '../../contract/problem.ts';
import { MAX_STORY_FILE_BYTES } from '../../contract/story-files.ts';
import { readEntry } from '../../domain/exchange/in/zip/content.ts';
import { openZip } from '../../domain/exchange/in/zip/directory.ts';
import type { ZipEntry, ZipRefusal, ZipSource } from '../../domain/exchange/in/zip/model.ts';

/** Of an archive of stories. Folders and what systems leave behind count among its entries. */
const LIMITS = {
  entries: 2 * MAX_IMPORT_FILES,
  bytes: 2 * MAX_ARCHIVE_BYTES,
  entryBytes: MAX_STORY_FILE_BYTES,
  ratio: 250,
} as const;

const folderOf = (filesDir: string, importId: string) => path.join(filesDir, 'imports', importId);
export const archiveOf = (filesDir: string, importId: string): string =>
  path.join(folderOf(filesDir, importId), 'archive.zip');
export const fileOf = (filesDir: string, importId: string, number: number): string =>
  path.join(folderOf(filesDir, importId), String(number));

export const dropFiles = (filesDir: string, importId: string): Promise<void> =>
  rm(folderOf(filesDir, importId), { recursive: true, force: true });

export interface Incoming {
  readonly at: string;
  readonly size: number;
  readonly sha256: string;
}

/**
 * Take in what a stream brings, while `work` goes on; afterwards it is gone, unless `work` moved it.
 *
 * @throws Refusal TOO_LARGE, EMPTY_FILE
 */
export async function withIncoming<T>(
  filesDir: string,
  bytes: Readable,
  max: number,
  work: (incoming: Incoming) => Promise<T>,
): Promise<T> {
  const at = path.join(filesDir, 'incoming', uuidv7());
  await mkdir(path.dirname(at), { recursive: true, mode: 0o700 });
  const hash = createHash('sha256');
  let size = 0;
  async function* counted(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const piece of pieces) {
      size += piece.length;
      if (size > max) throw new Refusal('TOO_LARGE');
      hash.update(piece);
      yield piece;
    }
  }
  try {
    await pipeline(bytes, counted, createWriteStream(at, { flags: 'wx', mode: 0o600 }));
    if (size === 0) throw new Refusal('EMPTY_FILE');
    return await work({ at, size, sha256: hash.digest('hex') });
  } finally {
    await rm(at, { force: true });
  }
}

/** The last thing that a write does: of what is refused nothing stays. */
export async function keepIncoming({ at }: Incoming, place: string): Promise<void> {
  await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
  await rename(at, place);
}

/** @throws Refusal with a code of its own for an archive that is not read */
export async function entriesOf(place: string): Promise<readonly ZipEntry[]> {
  const archive = await open(place);
  try {
    return (await openOrRefuse(archive)).entries;
  } finally {
    await archive.close();
  }
}

/** Files of an import, one at a time. */
export interface Spool {
  /**
   * @returns a stream where the archive itself is the file: it is a package, and too large to be held
   * @throws Refusal FILE_LOST, and those of archives
   */
  read(file: { readonly number: number; readonly entry: number | null }): Promise<Buffer | Readable>;
  close(): Promise<void>;
}

/** @throws Refusal FILE_LOST where they are not where they were put */
export async function openSpool(
  filesDir: string,
  { id, isArchive }: { readonly id: string; readonly isArchive: boolean },
): Promise<Spool> {
  if (!isArchive) {
    const read: Spool['read'] = ({ number }) => readFile(fileOf(filesDir, id, number)).catch(lost);
    return { read, close: async () => {} };
  }
  const archive = await open(archiveOf(filesDir, id)).catch(lost);
  try {
    const { source, entries } = await openOrRefuse(archive);
    const read: Spool['read'] = async ({ entry }) => {
      if (entry === null) return archive.createReadStream({ start: 0, autoClose: false });
      const found = entries[entry];
      if (found === undefined) throw new Refusal('FILE_LOST');
      const content = await readEntry(source, found);
      if (!content.ok) throw refusalOf(content);
      return content.bytes;
    };
    return { read, close: () => archive.close() };
  } catch (error) {
    await archive.close();
    throw error;
  }
}

const lost = (): never => {
  throw new Refusal('FILE_LOST');
};

async function openOrRefuse(archive: FileHandle) {
  const source = await onDisk(archive);
  const zip = await openZip(source, LIMITS);
  if (!zip.ok) throw refusalOf(zip);
  return { source, entries: zip.entries };
}

async function onDisk(file: FileHandle): Promise<ZipSource> {
  const { size } = await file.stat();
  return {
    size,
    read: async (at, length) => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
      return buffer.subarray(0, bytesRead);
    },
  };
}

function refusalOf({ problem, detail }: ZipRefusal): Refusal {
  return new Refusal(problem, detail === undefined ? {} : { issues: [{ path: 'file', message: detail }] });
}
