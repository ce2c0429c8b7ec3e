/** From pieces at their places to lines. */
import { oneLine } from '../markup.ts';
import type { Line, Piece } from './model.ts';

/** Of the size of the letters: a gap that is a space, one that may be between columns, and one that is between cells. */
const SPACE = 0.14;
const WIDE = 0.75;
const CELLS = 1.8;

const isInk = ({ text }: Piece): boolean => /\S/u.test(text);
const isStrong = ({ text }: Piece): boolean => /[\p{L}\p{N}]/u.test(text);
const middle = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Pieces that stand on one baseline, from left to right. A raised number stands on that of its word. */
export function rowsOf(pieces: readonly Piece[]): Piece[][] {
  const rows: Piece[][] = [];
  // Highest first: the row that a piece may belong to is among the last ones.
  for (const piece of pieces.filter(isInk).toSorted((a, b) => b.y - a.y || a.left - b.left)) {
    const row = rows.slice(-3).find((each) => belongs(piece, each));
    if (row === undefined) rows.push([piece]);
    else if (!row.some((other) => isPrintedTwice(other, piece))) row.push(piece);
  }
  return rows.map((row) => row.toSorted((a, b) => a.left - b.left));
}

/** Letters of one size stand on one baseline; others, as raised numbers do, beside one of them and over none. */
function belongs(piece: Piece, row: readonly Piece[]): boolean {
  const level = row.filter((other) => isLevel(other, piece));
  if (level.some((other) => isSameSize(other, piece) && Math.abs(other.y - piece.y) < piece.size * 0.3))
    return true;
  const away = (other: Piece) => Math.max(other.left - piece.right, piece.left - other.right);
  return (
    level.some((other) => away(other) < Math.min(other.size, piece.size) / 2) &&
    row.every((other) => isSameSize(other, piece) || away(other) > -1)
  );
}

const isSameSize = (a: Piece, b: Piece): boolean =>
  Math.abs(a.size - b.size) < Math.max(a.size, b.size) * 0.15;

/** Whether half of the smaller one is level with the other. */
function isLevel(a: Piece, b: Piece): boolean {
  const shared = Math.min(a.y + a.size, b.y + b.size) - Math.max(a.y, b.y);
  return shared > Math.min(a.size, b.size) / 2 && Math.abs(a.y - b.y) < Math.max(a.size, b.size) * 0.45;
}

/** A letter that is made bold by printing it again beside itself. */
const isPrintedTwice = (a: Piece, b: Piece): boolean =>
  a.text === b.text && Math.abs(a.left - b.left) < a.size * 0.12 && Math.abs(a.y - b.y) < a.size * 0.12;

/** A row taken apart at its wide gaps: each may be a line of a column, a cell, or words of a line that was stretched. */
export function fragmentsOf(row: readonly Piece[]): Piece[][] {
  const fragments: Piece[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  let size = 0;
  for (const piece of row) {
    const last = fragments.at(-1);
    if (last === undefined || piece.left - end > Math.min(piece.size, size) * WIDE) fragments.push([piece]);
    else last.push(piece);
    end = Math.max(end, piece.right);
    size = piece.size;
  }
  return fragments;
}

/** The line that fragments of one row make. */
export function lineOf(fragments: readonly (readonly Piece[])[]): Line {
  const pieces = fragments.flat();
  const letters = pieces.flatMap(({ text, size }) => Array.from(text, () => size));
  const rtl = isRtl(pieces);
  return {
    text: textOf(pieces, rtl),
    left: Math.min(...pieces.map(({ left }) => left)),
    right: Math.max(...pieces.map(({ right }) => right)),
    // Of its letters, not of a raised number.
    y: middle(pieces.map(({ y }) => y)),
    size: middle(letters),
    rtl,
    cells: pieces.some(
      ({ left, size }, at) => at > 0 && left - (pieces[at - 1]?.right ?? left) > size * CELLS,
    ),
  };
}

function isRtl(pieces: readonly Piece[]): boolean {
  const [to, all] = [pieces.filter(({ rtl }) => rtl), pieces.filter((piece) => /\p{L}/u.test(piece.text))];
  const count = (some: readonly Piece[]) => some.reduce((sum, { text }) => sum + text.length, 0);
  return count(to) * 2 > count(all) && to.length > 0;
}

/** Presentation forms of Arabic and ligatures, which stand for letters that are written otherwise in texts. */
const FORMS = /[\uFB00-\uFDCF\uFDF0-\uFDFF\uFE70-\uFEFC]+/g;

function textOf(pieces: readonly Piece[], rtl: boolean): string {
  const ordered = rtl ? readFromRight(pieces) : readFromLeft(pieces);
  let text = '';
  let before: Piece | undefined;
  for (const piece of ordered) {
    if (before !== undefined && isApart(before, piece)) text += ' ';
    text += piece.text;
    before = piece;
  }
  return oneLine(text.replace(FORMS, (forms) => forms.normalize('NFKC')));
}

/** Whichever of the two is to the left. */
function isApart(a: Piece, b: Piece): boolean {
  const gap = Math.max(b.left - a.right, a.left - b.right);
  return gap > Math.min(a.size, b.size) * SPACE;
}

/** Words of the other direction stand in the order of their own. */
const readFromLeft = (pieces: readonly Piece[]): Piece[] => turned(pieces, ({ rtl }) => rtl);
const readFromRight = (pieces: readonly Piece[]): Piece[] =>
  turned(pieces.toReversed(), (piece) => !piece.rtl && isStrong(piece));

/** Turn round each run of pieces that go the other way, with what stands between them. */
function turned(pieces: readonly Piece[], goes: (piece: Piece) => boolean): Piece[] {
  const result: Piece[] = [];
  for (let at = 0; at < pieces.length; ) {
    const run = runFrom(pieces, at, goes);
    result.push(...run.toReversed());
    at += run.length;
  }
  return result;
}

function runFrom(pieces: readonly Piece[], from: number, goes: (piece: Piece) => boolean): readonly Piece[] {
  let end = from + 1;
  const first = pieces[from];
  if (first === undefined || !goes(first)) return pieces.slice(from, end);
  for (let at = end; at < pieces.length; at += 1) {
    const piece = pieces[at];
    if (piece === undefined) break;
    if (goes(piece)) end = at + 1;
    else if (isStrong(piece)) break;
  }
  return pieces.slice(from, end);
}
