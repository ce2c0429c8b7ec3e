/** A story's file: from the request to what it says. */
import { createHash } from 'node:crypto';
import { IMPORT_FORMATS } from '../../contract/formats.ts';
import { Refusal } from '../../contract/problem.ts';
import { type FileFacts, MAX_STORY_FILE_BYTES, type StoryFile } from '../../contract/story-files.ts';
import { formatOf, READERS } from '../../domain/exchange/in/formats.ts';
import { type Imported, wordsOf } from '../../domain/exchange/in/model.ts';

/** A file that was read. */
export interface ReadFile {
  readonly bytes: Buffer;
  readonly sha256: Buffer;
  /** Of the words as the file has them, in UTF-8. */
  readonly wordsSha256: Buffer;
  readonly imported: Imported;
  readonly facts: FileFacts;
}

/**
 * Read a file in its format, or in the one that its bytes and its name tell.
 *
 * @throws Refusal TOO_LARGE, EMPTY_FILE, INVALID for what is no base64, and those of the readers
 */
export async function readStoryFile({ name, format: told, base64 }: StoryFile): Promise<ReadFile> {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.toString('base64') !== base64)
    throw new Refusal('INVALID', { issues: [{ path: 'file.base64', message: 'must be base64' }] });
  if (bytes.length > MAX_STORY_FILE_BYTES) throw new Refusal('TOO_LARGE');
  if (bytes.length === 0) throw new Refusal('EMPTY_FILE');
  const format = told ?? formatOf(bytes, name);
  if (format === null) throw new Refusal('FILE_UNKNOWN');
  const read = await READERS[format].read(bytes);
  if (!read.ok) {
    const { label } = IMPORT_FORMATS[format];
    const issues = read.detail === undefined ? {} : { issues: [{ path: label, message: read.detail }] };
    throw new Refusal(read.problem, issues);
  }
  const { identifiers, version, versionCreated, status, embargoedUntil, editorialNote, rest } = read.story;
  return {
    bytes,
    sha256: createHash('sha256').update(bytes).digest(),
    wordsSha256: createHash('sha256').update(wordsOf(read.story)).digest(),
    imported: read.story,
    facts: {
      ...{ format, name, size: bytes.length, identifiers: [...identifiers], version, versionCreated, status },
      ...{ embargoedUntil, editorialNote, rest: [...rest] },
    },
  };
}
