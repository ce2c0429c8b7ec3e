/** Reading a story from what was pasted or dropped: what cannot be one is refused before it travels. */
import { MAX_STORY_BYTES } from '../../../server/contract/articles.ts';
import { EXTENSIONS, MAX_STORY_FILE_BYTES } from '../../../server/contract/story-files.ts';

export type ReadText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: string };

const refuse = (reason: string): ReadText => ({ ok: false, reason });

const TOO_LARGE = 'This is over 2 MB. A story has to be smaller: cut it into parts.';
const UNREADABLE = 'This file could not be read. A folder cannot be dropped here.';
const EMPTY = 'There is no text in this file.';
const NOT_TEXT = 'This is not a text file: it holds binary data. Save the story as plain text (.txt) first.';

/** The size of a text as it will travel, in bytes of UTF-8. */
export const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** What is wrong with a pasted text, in words; null where nothing is. An empty one is not wrong yet. */
export function pasteProblem(text: string): string | null {
  // A UTF-16 code unit takes three bytes at most, so that most texts need not be measured.
  if (text.length * 3 > MAX_STORY_BYTES && bytesOf(text) > MAX_STORY_BYTES) return TOO_LARGE;
  if (text.includes('\0'))
    return 'This text holds characters that no story has (NUL). Paste it as plain text.';
  if (!text.isWellFormed()) return 'This text holds a broken character (half of an emoji). Paste it again.';
  return null;
}

/** Read the bytes of a file as UTF-8; the byte order mark is dropped. */
export function decodeStory(bytes: Uint8Array): ReadText {
  if (bytes.length > MAX_STORY_BYTES) return refuse(TOO_LARGE);
  if (isUtf16(bytes)) return refuse('This file is in UTF-16. Save it as UTF-8 and try again.');
  if (bytes.includes(0)) return refuse(NOT_TEXT);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse('This file is not in UTF-8. Save it as UTF-8 text and try again.');
  }
  return text.trim() === '' ? refuse(EMPTY) : { ok: true, text };
}

const isUtf16 = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);

/** A file whose bytes the server reads. */
export type ReadFile =
  | ReadText
  | { readonly ok: true; readonly file: { readonly name: string; readonly base64: string } };

/** Files of these names are read here, so that their text can be edited before it is saved. */
const isText = ({ name, type }: File): boolean =>
  EXTENSIONS.text.some((extension) => name.toLowerCase().endsWith(extension)) ||
  (type === 'text/plain' && !name.includes('.'));

const FILE_TOO_LARGE = `This is over ${MAX_STORY_FILE_BYTES / 1024 / 1024} MB. Claimdesk takes no larger files of stories.`;

/** Read a chosen or dropped file. One that is too large is not even opened. */
export async function readStoryFile(file: File): Promise<ReadFile> {
  if (isText(file)) return readTextFile(file);
  if (file.size > MAX_STORY_FILE_BYTES) return refuse(FILE_TOO_LARGE);
  if (file.size === 0) return refuse('There is nothing in this file.');
  try {
    return { ok: true, file: { name: nameOf(file), base64: await base64Of(file) } };
  } catch {
    return refuse(UNREADABLE);
  }
}

/** The contract takes names of one line. */
const nameOf = ({ name }: File): string => name.replace(/\s+/g, ' ').trim().slice(-255) || 'story';

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const pieces: string[] = [];
  // Arguments of a call are limited; and pieces of three bytes join without padding between them.
  for (let at = 0; at < bytes.length; at += 0x6000)
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(at, at + 0x6000))));
  return pieces.join('');
}

/** Read a file as a newer text of a story. One that names its story itself comes in by the page for files. */
export async function readNewerText(file: File): Promise<ReadText> {
  const name = file.name.toLowerCase();
  const isOther = Object.entries(EXTENSIONS).some(
    ([format, extensions]) => format !== 'text' && extensions.some((extension) => name.endsWith(extension)),
  );
  return isOther
    ? refuse(
        'This is no plain text. Bring it in as a story: by its identifier it becomes the next text of its own.',
      )
    : readTextFile(file);
}

async function readTextFile(file: File): Promise<ReadText> {
  if (file.size > MAX_STORY_BYTES) return refuse(TOO_LARGE);
  try {
    return decodeStory(new Uint8Array(await file.arrayBuffer()));
  } catch {
    return refuse(UNREADABLE);
  }
}
