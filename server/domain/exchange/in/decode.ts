/** From bytes to characters. Nothing is guessed: what fits no encoding that is told is refused. */

export type Decoded = { readonly ok: true; readonly text: string } | { readonly ok: false };

/** Encodings that are read, by the names that files give them, in lower case. */
const ENCODINGS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'utf-8': 'utf-8',
    utf8: 'utf-8',
    'us-ascii': 'utf-8',
    ascii: 'utf-8',
    'utf-16': 'utf-16le',
    'utf-16le': 'utf-16le',
    'utf-16be': 'utf-16be',
    // Browsers and agencies alike mean Windows-1252 by it, which has printing characters where ISO 8859-1 has none.
    'iso-8859-1': 'windows-1252',
    'iso8859-1': 'windows-1252',
    latin1: 'windows-1252',
    'windows-1252': 'windows-1252',
    cp1252: 'windows-1252',
  }),
);

/** The encoding that a byte order mark tells; null where there is none. */
export function encodingOfMark(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return null;
}

/**
 * Decode bytes by their byte order mark, else by the encoding that is told, else as UTF-8. The mark is left out.
 *
 * A mark that contradicts what is told is a file that was saved anew by a program that did not look inside: the mark,
 * which that program wrote, counts.
 */
export function decode(bytes: Uint8Array, told: string | null = null): Decoded {
  const encoding =
    encodingOfMark(bytes) ?? (told === null ? 'utf-8' : ENCODINGS.get(told.trim().toLowerCase()));
  if (encoding === undefined) return { ok: false };
  if (encoding === 'windows-1252') return { ok: true, text: fromWindows1252(bytes) };
  try {
    return { ok: true, text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    return { ok: false };
  }
}

/** 0x80 to 0x9F of Windows-1252 (https://encoding.spec.whatwg.org/index-windows-1252.txt); five are controls. */
const HIGH =
  '\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f' +
  '\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178';

/** Node 20 takes Windows-1252 for ISO 8859-1, so it is done here. */
const fromWindows1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (character) => HIGH.charAt(character.charCodeAt(0) - 0x80));
