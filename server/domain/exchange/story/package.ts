/** What a story's package is: a zip of its document and of the files that it names, each under its SHA-256. */
import type { Issue } from '../../../contract/problem.ts';
import {
  MAX_DOCUMENT_BYTES,
  MAX_PACKAGE_BYTES,
  MAX_PACKAGE_FILES,
  type StoryDocument,
} from '../../../contract/stories.ts';
import type { ZipEntry, ZipLimits } from '../in/zip/model.ts';

export const DOCUMENT_NAME = 'story.json';
export const fileName = (sha256: string): string => `files/${sha256}`;

/** No file is held but the one that is being unpacked. */
export const PACKAGE_LIMITS: ZipLimits = {
  entries: MAX_PACKAGE_FILES + 2,
  bytes: MAX_PACKAGE_BYTES,
  entryBytes: MAX_DOCUMENT_BYTES,
  ratio: Number.POSITIVE_INFINITY,
};

/** As every document begins. */
const BEGINS = /^\ufeff?\s*\{\s*"format"\s*:\s*"claimdesk-story"/;

/** @param beginning of a file: 400 characters tell */
export const isWholeStory = (beginning: string): boolean => BEGINS.test(beginning);

/** How many times smaller a file of more than a mebibyte may be packed: those that leave here are not packed at all. */
const RATIO = 200;
const MEBIBYTE = 1024 * 1024;

export const unpacksToTooMuch = ({ size, at }: ZipEntry): boolean =>
  size > MEBIBYTE && size > at.packed * RATIO;

export interface Sorted {
  readonly document: ZipEntry | null;
  /** By digest. */
  readonly files: ReadonlyMap<string, ZipEntry>;
  readonly issues: readonly Issue[];
}

/** What each entry is, by its name; what is none of a package is told. */
export function sortedEntries(entries: readonly ZipEntry[]): Sorted {
  const files = new Map<string, ZipEntry>();
  const issues: Issue[] = [];
  let document: ZipEntry | null = null;
  for (const entry of entries) {
    const digest = /^files\/([0-9a-f]{64})$/.exec(entry.path)?.[1];
    if (entry.isFolder && entry.path === 'files') continue;
    if (entry.path === DOCUMENT_NAME && !entry.isFolder) document = entry;
    else if (digest !== undefined && !entry.isFolder) files.set(digest, entry);
    else issues.push({ path: entry.path, message: 'is nothing that belongs to a package' });
  }
  if (document === null) issues.push({ path: DOCUMENT_NAME, message: 'is missing' });
  return { document, files, issues };
}

/** Whether an archive is a package, and none of many stories: all that is in it has a package's names, a file's among them. */
export function isPackage(entries: readonly ZipEntry[]): boolean {
  const { document, files, issues } = sortedEntries(entries);
  return document !== null && files.size > 0 && issues.length === 0;
}

/** Each row of the document that names a file: where it stands, and what it says of it. */
export function namedFiles({ files, arrivals }: StoryDocument['story']) {
  return [
    ...files.map(({ sha256, size, mediaType }, index) => ({
      ...{ path: `story.files.${index}`, sha256, size, mediaType },
    })),
    ...arrivals.map(({ sha256, facts }, index) => ({
      ...{ path: `story.arrivals.${index}.facts`, sha256, size: facts.size, mediaType: null },
    })),
  ];
}

/** Where a package does not hold what its document says that it holds. */
export function wrongInPackage(
  { story, manifest }: StoryDocument,
  packed: ReadonlyMap<string, Pick<ZipEntry, 'size'>>,
): Issue[] {
  if (manifest.files === undefined)
    return [{ path: 'manifest.files', message: 'does not say which files are in the package' }];
  const told = new Set(manifest.files);
  const named = namedFiles(story);
  const known = new Set(named.map(({ sha256 }) => sha256));
  const issues: Issue[] = [];
  for (const digest of told)
    if (!packed.has(digest)) issues.push({ path: fileName(digest), message: 'is missing' });
  for (const digest of packed.keys())
    if (!told.has(digest) || !known.has(digest))
      issues.push({ path: fileName(digest), message: 'is no file that the story names' });
  for (const { path, sha256, size } of named) {
    const own = packed.get(sha256)?.size ?? size;
    if (own !== size) issues.push({ path: `${path}.size`, message: 'is not that of the file' });
  }
  return issues;
}
