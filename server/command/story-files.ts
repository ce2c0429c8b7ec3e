/** Stories in files: which ones are meant, and what is in them. */
import { isUtf8 } from 'node:buffer';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { MAX_STORY_BYTES } from '../contract/articles.ts';
import { PROBLEMS } from '../contract/problem.ts';
import { fileWords, WrongFile } from './failures.ts';

/**
 * The files that are meant: those named, and of a folder its .txt files by name. What cannot be looked at stays in the
 * list, and is told of when its turn comes.
 */
export async function namedFiles(names: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const name of names) {
    const entries = await readdir(name, { withFileTypes: true }).catch(() => null);
    const texts = entries
      ?.filter((entry) => !entry.isDirectory() && /^[^.].*\.txt$/i.test(entry.name))
      .map((entry) => path.join(name, entry.name))
      .sort();
    // A folder without any is named itself, and refused as one.
    files.push(...(texts === undefined || texts.length === 0 ? [name] : texts));
  }
  return files;
}

/**
 * Read a story's text, and when it was saved. A byte order mark is dropped.
 *
 * @throws WrongFile in words for what is no text
 */
export async function readStory(file: string): Promise<{ text: string; savedAt: Date }> {
  const { bytes, savedAt } = await readBytes(file);
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    throw new WrongFile('It is in UTF-16. Save it as UTF-8.');
  if (!isUtf8(bytes)) throw new WrongFile('It is not in UTF-8. Save it as UTF-8.');
  return { text: new TextDecoder('utf-8').decode(bytes), savedAt };
}

async function readBytes(file: string): Promise<{ bytes: Buffer; savedAt: Date }> {
  try {
    const about = await stat(file);
    if (about.isDirectory()) throw new WrongFile('There is no .txt file in this folder.');
    if (about.size > MAX_STORY_BYTES) throw new WrongFile(PROBLEMS.TOO_LARGE[1]);
    return { bytes: await readFile(file), savedAt: about.mtime };
  } catch (error) {
    if (error instanceof WrongFile) throw error;
    throw new WrongFile(`It cannot be read: ${fileWords(error)}.`);
  }
}
