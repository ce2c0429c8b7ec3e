/**
 * CSV as it leaves the desk: RFC 4180, and safe to open in a spreadsheet.
 *
 * PostgreSQL writes the CSV; what it cannot do is done here on its bytes, as they pass.
 */

/**
 * UTF-8's byte order mark. RFC 4180 says nothing of it, but Excel reads a CSV file without one in the code page of
 * the machine, and turns every typographic quote into three wrong letters. Readers that do not want it drop it
 * (Python's `utf-8-sig`); JSON and JSON Lines, which machines read, have none.
 */
export const BYTE_ORDER_MARK: Uint8Array = Uint8Array.of(0xef, 0xbb, 0xbf);

const TAB = 0x09;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const COMMA = 0x2c;
const SEMICOLON = 0x3b;

/** `= + - @`: a cell that begins with one of them is a formula. */
const FORMULA: ReadonlySet<number> = new Set([0x3d, 0x2b, 0x2d, 0x40]);
/** Their full-width forms ＝ ＋ － ＠, which some readers take for the same: U+FF1D, FF0B, FF0D, FF20 in UTF-8. */
const FULL_WIDTH_LEAD = 0xef;
const FULL_WIDTH_MIDDLE = 0xbc;
const FULL_WIDTH_LAST: ReadonlySet<number> = new Set([0x9d, 0x8b, 0x8d, 0xa0]);

/** Nearly all bytes are words, and are passed over quickly. Openers count at the beginning of something alone. */
const WORD = 0;
const OPENER = 1;
const BORDER = 2;
const MEANING = new Uint8Array(256);
for (const byte of [SPACE, FULL_WIDTH_LEAD, ...FORMULA]) MEANING[byte] = OPENER;
for (const byte of [TAB, LF, CR, QUOTE, COMMA, SEMICOLON]) MEANING[byte] = BORDER;

/** Where the next byte stands. */
const INSIDE = 0;
/** At the beginning of a cell. */
const CELL = 1;
/** Within a cell, where a reader that does not take commas for borders would begin another one. */
const PART = 2;

/** Bytes to put in front of others. */
interface Insertions {
  readonly at: number[];
  readonly byte: number[];
}

/**
 * Turn the CSV that PostgreSQL writes into one that may be handed to anyone.
 *
 * - Rows end with CR LF, as RFC 4180 asks; line breaks within a cell stay as they are.
 * - A cell that begins with `=`, `+`, `-`, `@`, their full-width forms, a tab or a line break gets an apostrophe in
 *   front, so that no spreadsheet takes it for a formula
 *   (https://owasp.org/www-community/attacks/CSV_Injection). Blanks and quotation marks before it are looked past.
 * - So does what follows a line break, tab or semicolon within a cell: where Excel's list separator is a semicolon
 *   it splits a comma-separated file there, and quotation marks inside of a cell do not stop it.
 *
 * Every cell is treated alike, which leaves numbers alone because none of ours is negative. JSON carries all words
 * unaltered.
 *
 * @returns `push` takes the file in pieces cut anywhere and gives back what is ready; `end` the rest. `push` may give
 *   back the piece itself.
 */
export function spreadsheetSafe(): { push(piece: Uint8Array): Uint8Array; end(): Uint8Array } {
  let quoted = false;
  let place = CELL;
  /** The beginning of what may be a full-width sign, cut by the end of a piece. */
  let rest: Uint8Array = new Uint8Array(0);

  /** Step over one byte that follows a border or is one. */
  const step = (byte: number, at: number, insert: (at: number, byte: number) => void): void => {
    if (place === CELL && (byte === TAB || byte === CR || (byte === LF && quoted))) insert(at, APOSTROPHE);
    switch (byte) {
      case QUOTE:
        quoted = !quoted;
        return;
      case SPACE:
        return;
      case COMMA:
        place = quoted ? INSIDE : CELL;
        return;
      case LF:
        if (!quoted) insert(at, CR);
        place = quoted ? PART : CELL;
        return;
      case CR:
      case TAB:
      case SEMICOLON:
        place = PART;
        return;
      default:
        if (place !== INSIDE && FORMULA.has(byte)) insert(at, APOSTROPHE);
        place = INSIDE;
    }
  };

  const push = (piece: Uint8Array): Uint8Array => {
    const bytes = rest.length === 0 ? piece : joined(rest, piece);
    rest = new Uint8Array(0);
    const insertions: Insertions = { at: [], byte: [] };
    const insert = (at: number, byte: number) => {
      insertions.at.push(at);
      insertions.byte.push(byte);
    };
    let at = 0;
    while (at < bytes.length) {
      const byte = bytes[at] ?? 0;
      const meaning = MEANING[byte];
      if (meaning === WORD) place = INSIDE;
      if (meaning === WORD || (meaning === OPENER && place === INSIDE)) {
        at += 1;
        continue;
      }
      if (byte === FULL_WIDTH_LEAD) {
        if (bytes.length - at < 3) {
          rest = bytes.slice(at);
          break;
        }
        if (isFullWidthFormula(bytes, at)) insert(at, APOSTROPHE);
      }
      step(byte, at, insert);
      at += 1;
    }
    return spliced(bytes.subarray(0, at), insertions);
  };
  return { push, end: () => rest };
}

const isFullWidthFormula = (bytes: Uint8Array, at: number): boolean =>
  bytes[at + 1] === FULL_WIDTH_MIDDLE && FULL_WIDTH_LAST.has(bytes[at + 2] ?? 0);

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

/** The bytes with the insertions put in: a copy by stretches, since most rows have one. */
function spliced(bytes: Uint8Array, { at, byte }: Insertions): Uint8Array {
  if (at.length === 0) return bytes;
  const out = new Uint8Array(bytes.length + at.length);
  let from = 0;
  at.forEach((place, index) => {
    out.set(bytes.subarray(from, place), from + index);
    out[place + index] = byte[index] ?? 0;
    from = place;
  });
  out.set(bytes.subarray(from), from + at.length);
  return out;
}
