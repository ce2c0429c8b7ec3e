/** Stories in files: which ones are meant, and what is in them. */
import { isUtf8 } from 'node:buffer';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { MAX_STORY_BYTES } from '../contract/articles.ts';
import { isJunk } from '../contract/imports.ts';
import { PROBLEMS } from '../contract/problem.ts';
import { EXTENSIONS, MAX_STORY_FILE_BYTES, type StoryFile } from '../contract/story-files.ts';
import { fileWords, WrongFile } from './failures.ts';

/** Whether what was named is fetched from the web, by the desk's own server. */
export const isAddress = (name: string): boolean => /^https?:\/\//i.test(name);

/**
 * The files that are meant: those named, and of a folder with all that is in it those that stories come as, by name. What cannot be looked at stays in the
 * list, and is told of when its turn comes.
 */
export async function namedFiles(names: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const name of names) {
    if (isAddress(name)) {
      files.push(name);
      continue;
    }
    const entries = await readdir(name, { withFileTypes: true, recursive: true }).catch(() => null);
    const texts = entries
      ?.filter((entry) => !entry.isDirectory() && (isStoryName(entry.name) || isPackageName(entry.name)))
      .map((entry) => path.join(entry.parentPath, entry.name))
      .filter((file) => !isJunk(file))
      .sort();
    // A folder without any is named itself, and refused as one.
    files.push(...(texts === undefined || texts.length === 0 ? [name] : texts));
  }
  return files;
}

const EXTENDED = Object.values(EXTENSIONS).flat();
const isStoryName = (name: string): boolean =>
  !name.startsWith('.') && EXTENDED.some((extension) => name.toLowerCase().endsWith(extension));
/** Other archives are brought in where they are named themselves. */
const isPackageName = (name: string): boolean =>
  !name.startsWith('.') && name.toLowerCase().endsWith('.claimdesk.zip');

/** Whether a file is read as plain text: what is not called as another format's files are. */
export const isTextFile = (file: string): boolean =>
  EXTENSIONS.text.some((extension) => file.toLowerCase().endsWith(extension)) ||
  !isStoryName(path.basename(file));

/**
 * The bytes of a file that is no plain text, as the API takes them, and when it was saved.
 *
 * @throws WrongFile in words
 */
export async function readStoryFile(file: string): Promise<{ file: StoryFile; savedAt: Date }> {
  const { bytes, savedAt } = await readBytes(file, MAX_STORY_FILE_BYTES);
  const name = path.basename(file).replace(/\s+/g, ' ').trim().slice(-255);
  return { file: { name, base64: bytes.toString('base64') }, savedAt };
}

/**
 * Read a story's text, and when it was saved. A byte order mark is dropped.
 *
 * @throws WrongFile in words for what is no text
 */
export async function readStory(file: string): Promise<{ text: string; savedAt: Date }> {
  const { bytes, savedAt } = await readBytes(file, MAX_STORY_BYTES);
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    throw new WrongFile('It is in UTF-16. Save it as UTF-8.');
  if (!isUtf8(bytes)) throw new WrongFile('It is not in UTF-8. Save it as UTF-8.');
  return { text: new TextDecoder('utf-8').decode(bytes), savedAt };
}

async function readBytes(file: string, limit: number): Promise<{ bytes: Buffer; savedAt: Date }> {
  try {
    const about = await stat(file);
    if (about.isDirectory()) throw new WrongFile('There is no file of a story in this folder.');
    if (about.size > limit) throw new WrongFile(PROBLEMS.TOO_LARGE[1]);
    return { bytes: await readFile(file), savedAt: about.mtime };
  } catch (error) {
    if (error instanceof WrongFile) throw error;
    throw new WrongFile(`It cannot be read: ${fileWords(error)}.`);
  }
}
