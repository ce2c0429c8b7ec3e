/** A package as it comes: from the request to a document and files that are what they say, before anything is stored. */
import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { Readable, Transform } from 'node:stream';
import { type Issue, Refusal } from '../../contract/problem.ts';
import { MAX_PACKAGE_BYTES, type StoryDocument } from '../../contract/stories.ts';
import { readEntry } from '../../domain/exchange/in/zip/content.ts';
import { openZip } from '../../domain/exchange/in/zip/directory.ts';
import type { ZipEntry, ZipRefusal, ZipSource } from '../../domain/exchange/in/zip/model.ts';
import {
  fileName,
  namedFiles,
  PACKAGE_LIMITS,
  sortedEntries,
  unpacksToTooMuch,
  wrongInPackage,
} from '../../domain/exchange/story/package.ts';
import { discard, received, type Staged, stageBytes } from '../files/file-store.ts';

/** A package that came. It lies on the disk until it is discarded. */
export interface Package {
  /** The bytes of its document's file. */
  readonly text: Buffer;
  /** SHA-256 of that file: with it all files are told. */
  readonly sha256: string;
  /**
   * Unpack its files.
   *
   * @returns by digest; each is to be kept or discarded
   * @throws Refusal PACKAGE_MISMATCH, TOO_LARGE, FILE_TYPE, those of the reader of archives; then none is left
   */
  stage(document: StoryDocument): Promise<ReadonlyMap<string, Staged>>;
  discard(): Promise<void>;
}

/** @throws Refusal TOO_LARGE, FILE_BROKEN, PACKAGE_MISMATCH, those of the reader of archives; then nothing is left */
export async function receivePackage(folder: string, bytes: Readable): Promise<Package> {
  const incoming = await received(folder, bytes, upTo(MAX_PACKAGE_BYTES));
  let file: FileHandle | null = null;
  const close = async () => {
    await file?.close();
    await discard({ incoming });
  };
  try {
    file = await open(incoming, 'r');
    const source = inFile(file, (await file.stat()).size);
    const zip = await openZip(source, PACKAGE_LIMITS);
    if (!zip.ok) throw refusalOf(zip);
    const { document, files, issues } = sortedEntries(zip.entries);
    if (document === null || issues.length > 0) throw mismatch(issues);
    const text = await contentOf(source, document);
    return {
      text,
      sha256: createHash('sha256').update(text).digest('hex'),
      stage: (story) => staged(folder, source, files, story),
      discard: close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Lets no more through than that. */
function upTo(most: number): Transform {
  let size = 0;
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      size += piece.length;
      if (size > most) done(new Refusal('TOO_LARGE'));
      else done(null, piece);
    },
  });
}

const inFile = (file: FileHandle, size: number): ZipSource => ({
  size,
  read: async (at, length) => {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
    return buffer.subarray(0, bytesRead);
  },
});

/** What a package is refused with whose document cannot be read. */
export const documentBroken = () =>
  new Refusal('FILE_BROKEN', { issues: [{ path: 'story.json', message: 'is no JSON in UTF-8' }] });

const MOST = 50;
const mismatch = (issues: readonly Issue[]) =>
  new Refusal('PACKAGE_MISMATCH', { issues: issues.slice(0, MOST) });

function refusalOf({ problem, detail }: ZipRefusal, path = ''): Refusal {
  return new Refusal(
    problem,
    detail === undefined && path === '' ? {} : { issues: [{ path, message: detail ?? '' }] },
  );
}

async function contentOf(source: ZipSource, entry: ZipEntry): Promise<Buffer> {
  const content = await readEntry(source, entry);
  if (!content.ok) throw refusalOf(content, entry.path);
  return content.bytes;
}

async function staged(
  folder: string,
  source: ZipSource,
  files: ReadonlyMap<string, ZipEntry>,
  document: StoryDocument,
): Promise<ReadonlyMap<string, Staged>> {
  const issues = wrongInPackage(document, files);
  if (issues.length > 0) throw mismatch(issues);
  const here = new Map<string, Staged>();
  try {
    for (const [digest, entry] of files) {
      if (unpacksToTooMuch(entry)) throw refusalOf({ ok: false, problem: 'FILE_UNPACKS' }, entry.path);
      const one = await stageBytes(folder, Readable.from([await contentOf(source, entry)]));
      here.set(digest, one);
      if (one.sha256.toString('hex') !== digest)
        throw mismatch([{ path: fileName(digest), message: 'is not the file of this digest' }]);
    }
    const wrong = namedFiles(document.story).flatMap(({ path, sha256, mediaType }) => {
      const own = here.get(sha256);
      return own === undefined || mediaType === null || own.mediaType === mediaType
        ? []
        : [{ path: `${path}.mediaType`, message: 'is not what the file is' }];
    });
    if (wrong.length > 0) throw mismatch(wrong);
    return here;
  } catch (error) {
    await Promise.all([...here.values()].map(discard));
    throw error;
  }
}
