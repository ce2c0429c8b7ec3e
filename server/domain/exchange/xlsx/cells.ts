/**
 * Cells of a spreadsheet (Office Open XML, ECMA-376) as text.
 *
 * Words are strings of their own kind of cell, never formulas, whatever they begin with. They stand in the cell and not in
 * a table of shared strings, which would have to be held whole.
 */

/** ISO 8601: a moment in UTC, or a calendar day. What no spreadsheet can count is kept as text. */
export type Cell = string | number | boolean | null | { readonly time: string } | { readonly day: string };

/** Code units that a cell can hold; Excel repairs a file whose cells have more. */
export const CELL_HOLDS = 32_767;

/** Styles by their place in `styles.xml`. */
export const STYLE = { plain: 0, heading: 1, time: 2, day: 3, words: 4 } as const;

/** A cell whose words were cut. */
export interface Cut {
  /** As a spreadsheet writes it: `C7`. */
  readonly at: string;
  /** Code units of the whole. */
  readonly length: number;
}

/** `A`, `Z`, `AA`: the name of a column, from 0. */
export function columnName(index: number): string {
  let name = '';
  for (let rest = index; rest >= 0; rest = Math.floor(rest / 26) - 1)
    name = String.fromCharCode(65 + (rest % 26)) + name;
  return name;
}

/** Whole numbers beyond these lose digits in a spreadsheet. */
const EXACT = 999_999_999_999_999;
/** Spreadsheets count days from here; before March 1900 they count a day that never was. */
const DAY_ZERO = Date.UTC(1899, 11, 30);
const FIRST_DAY = 61;
const LAST_DAY = 2_958_466;
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * A cell in XML; empty where there is nothing in it.
 *
 * @param at its place: `C7`
 * @param cut told where its words do not fit
 */
export function cellXml(at: string, cell: Cell, cut: (cut: Cut) => void): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'string') return textXml(at, cell, STYLE.words, cut);
  if (typeof cell === 'boolean') return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === 'number') {
    if (!(Math.abs(cell) <= EXACT)) return textXml(at, String(cell), STYLE.words, cut);
    return `<c r="${at}"><v>${cell}</v></c>`;
  }
  const [iso, style] = 'time' in cell ? [cell.time, STYLE.time] : [cell.day, STYLE.day];
  const days = (Date.parse(iso) - DAY_ZERO) / DAY_MS;
  if (!(days >= FIRST_DAY && days < LAST_DAY)) return textXml(at, iso, STYLE.words, cut);
  return `<c r="${at}" s="${style}"><v>${days}</v></c>`;
}

/** A cell of words, in the style given. */
export function textXml(at: string, words: string, style: number, cut: (cut: Cut) => void): string {
  let shown = words;
  if (words.length > CELL_HOLDS) {
    cut({ at, length: words.length });
    shown = shortened(words);
  }
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(shown)}</t></is></c>`;
}

/** The beginning, with a note of how much there is; never half of a character pair. */
function shortened(words: string): string {
  const note = `… [cut here: ${words.length} characters in all]`;
  const end = CELL_HOLDS - note.length;
  const splits = words.charCodeAt(end - 1) >> 10 === 0x36;
  return words.slice(0, splits ? end - 1 : end) + note;
}

/**
 * What XML cannot hold, and carriage returns, which it would turn into line feeds, are written as `_x001F_` (ECMA-376,
 * ST_Xstring); what reads like that already gets its underscore written so.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const SPECIAL = /[&<>]|[\0-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/g;

/** Words as they stand in an element of a spreadsheet. */
export function escaped(words: string): string {
  return words.replace(SPECIAL, (one) => {
    if (one === '&') return '&amp;';
    if (one === '<') return '&lt;';
    if (one === '>') return '&gt;';
    return `_x${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
  });
}
