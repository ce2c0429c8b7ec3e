/** A story's file: from the request to what it says. */
import { createHash } from 'node:crypto';
import { IMPORT_FORMATS } from '../../contract/formats.ts';
import { Refusal } from '../../contract/problem.ts';
import { type FileFacts, MAX_STORY_FILE_BYTES, type StoryFile } from '../../contract/story-files.ts';
import { knownByAddress } from '../../domain/exchange/in/fetched.ts';
import { type Imported, wordsOf } from '../../domain/exchange/in/model.ts';
import type { Services } from '../../services.ts';

/** A file that was read. */
export interface ReadFile {
  readonly bytes: Buffer;
  readonly sha256: Buffer;
  /** Of the words as the file has them, in UTF-8. */
  readonly wordsSha256: Buffer;
  readonly imported: Imported;
  readonly facts: FileFacts;
  /** Where it was fetched, and what it called its story there, whoever's that is; null for what was not. */
  readonly fetched: { readonly url: string; readonly says: string | undefined } | null;
}

/**
 * Read a file in its format, or in the one that its bytes and its name tell.
 *
 * @throws Refusal TOO_LARGE, EMPTY_FILE, INVALID for what is no base64, and those of the readers
 */
export async function readStoryFile(
  readFile: Services['readFile'],
  { name, format: told, base64, url, charset }: StoryFile,
): Promise<ReadFile> {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.toString('base64') !== base64)
    throw new Refusal('INVALID', { issues: [{ path: 'file.base64', message: 'must be base64' }] });
  if (bytes.length > MAX_STORY_FILE_BYTES) throw new Refusal('TOO_LARGE');
  if (bytes.length === 0) throw new Refusal('EMPTY_FILE');
  const read = await readFile({ bytes, format: told ?? null, name, charset });
  if (!read.ok) {
    const path = read.format === null ? name : IMPORT_FORMATS[read.format].label;
    const issues = read.detail === undefined ? {} : { issues: [{ path, message: read.detail }] };
    throw new Refusal(read.problem, issues);
  }
  const { format } = read;
  const story = url === undefined ? read.story : knownByAddress(read.story, url);
  const { identifiers, version, versionCreated, status, embargoedUntil, editorialNote, rest } = story;
  return {
    bytes,
    sha256: createHash('sha256').update(bytes).digest(),
    wordsSha256: createHash('sha256').update(wordsOf(story)).digest(),
    imported: story,
    facts: {
      ...{ format, name, size: bytes.length, identifiers: [...identifiers], version, versionCreated, status },
      ...{ embargoedUntil, editorialNote, rest: [...rest] },
    },
    fetched: url === undefined ? null : { url, says: read.story.identifiers[0]?.value },
  };
}
