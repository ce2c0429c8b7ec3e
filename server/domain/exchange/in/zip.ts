/** Documents that are archives, unpacked in memory within limits that their own directory does not get to set. */
import { type Read, unread } from './model.ts';
import { readEntry } from './zip/content.ts';
import { openZip } from './zip/directory.ts';
import { inMemory, type ZipProblem, type ZipRefusal } from './zip/model.ts';

export type Unzipped =
  | { readonly ok: true; readonly files: ReadonlyMap<string, Buffer> }
  | { readonly ok: false; readonly refused: Read & { readonly ok: false } };

/** Of one document, which has some dozens of parts; pictures are most of what it unpacks to, and some pack very well. */
const BYTES = 100 * 1024 * 1024;
const LIMITS = { entries: 2000, bytes: BYTES, entryBytes: BYTES, ratio: Number.POSITIVE_INFINITY } as const;

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;

/** What an archive that is no document is said to be. */
const WORDS: Readonly<Partial<Record<ZipProblem, string>>> = {
  ZIP_OVERLAPS: 'parts of the archive lie over each other',
  ZIP_TWICE: 'two parts of the archive have one name',
  ZIP_LOCKED: 'it is locked with a password',
  ZIP_METHOD: 'it is packed in another way',
  ZIP_LINK: 'a part of the archive is a link',
};

/**
 * Unpack all of a document.
 *
 * FILE_UNPACKS where it has too many parts, says that it unpacks to too much, or does so although it says otherwise;
 * FILE_BROKEN where it or any part of it is refused for another reason.
 */
export async function unzip(bytes: Uint8Array): Promise<Unzipped> {
  const source = inMemory(bytes);
  const zip = await openZip(source, LIMITS);
  if (!zip.ok) return unreadAs(zip);
  const files = new Map<string, Buffer>();
  for (const entry of zip.entries) {
    const content = await readEntry(source, entry);
    if (!content.ok) return unreadAs(content);
    if (!entry.isFolder) files.set(entry.path, content.bytes);
  }
  return { ok: true, files };
}

function unreadAs({ problem, detail }: ZipRefusal): Unzipped & { readonly ok: false } {
  if (problem === 'FILE_UNPACKS' || problem === 'ZIP_TOO_MANY')
    return { ok: false, refused: unread('FILE_UNPACKS', detail) };
  return { ok: false, refused: unread('FILE_BROKEN', WORDS[problem] ?? `the archive is damaged: ${detail}`) };
}
