/** What every story goes through before anything reads it. */

/** Why a text cannot be a story. Codes of the API's refusals. */
export type StoryProblem = 'EMPTY_STORY' | 'NOT_TEXT';

export type Normalised =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: StoryProblem };

/** C0 controls without tab and line feed: none of them stands in a text, all of them in binary files. */
const CONTROL = /(?![\t\n\u007F-\u009F])\p{Cc}/u;

/** A character that a reader would see: neither white space nor one of the joiners and marks without a glyph. */
const VISIBLE = /[^\s\p{Default_Ignorable_Code_Point}]/u;

/**
 * Bring a text into the one form that is stored: NFC, line feeds alone as line ends, no byte order mark in front.
 *
 * Nothing else changes: no space, quote or dash is repaired, because a claim quotes what was printed. Doing it
 * twice is doing it once. A text that PostgreSQL or a reader could not hold is refused, never mended.
 */
export function normalise(raw: string): Normalised {
  if (!raw.isWellFormed()) return { ok: false, problem: 'NOT_TEXT' };

  const text = raw
    .replace(/^\uFEFF+/, '')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC');
  if (CONTROL.test(text)) return { ok: false, problem: 'NOT_TEXT' };
  if (!VISIBLE.test(text)) return { ok: false, problem: 'EMPTY_STORY' };
  return { ok: true, text };
}
