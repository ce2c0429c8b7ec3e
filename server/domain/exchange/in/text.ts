/** Plain text, read as a pasted one is. */
import { decode } from './decode.ts';
import { type Read, unread } from './model.ts';

/**
 * FILE_ENCODING for what is neither UTF-8 nor UTF-16 with its mark, nor what its server told. What no text can hold is told
 * when it is read.
 */
export function readText(bytes: Uint8Array, charset?: string): Read {
  const decoded = decode(bytes, charset);
  if (!decoded.ok)
    return unread('FILE_ENCODING', 'a text has to be in UTF-8, or in UTF-16 with a byte order mark');
  const none = { title: null, byline: null, agency: null, dateline: null, publishedAt: null, language: null };
  const beside = { version: null, versionCreated: null, status: null, embargoedUntil: null };
  return {
    ok: true,
    story: {
      ...none,
      ...beside,
      sourceUrl: null,
      editorialNote: null,
      identifiers: [],
      rest: [],
      words: decoded.text,
    },
  };
}
