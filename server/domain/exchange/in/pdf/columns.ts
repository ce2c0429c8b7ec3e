/** The order in which the lines of a page are read: column by column, what runs over several columns between them. */
import { fragmentsOf, lineOf, rowsOf } from './lines.ts';
import type { Line, Piece } from './model.ts';

/** A stretch of one row. */
interface Fragment {
  readonly pieces: readonly Piece[];
  readonly left: number;
  readonly right: number;
  /** Number of its row, from the top. */
  readonly row: number;
  readonly size: number;
  /** Of its baseline. */
  readonly y: number;
}

/** Lines on either side: fewer are cells of a table. */
const MIN_LINES = 3;
/** Of the size of the letters: how wide the lines of a column are at least, and what is free between two columns. */
const MIN_WIDTH = 9;
const GUTTER = 0.75;
/** More between two lines is the end of a column. */
const APART = 2.2;

/** Columns of a page in the order in which they are read, each with its lines from the top. */
export function columnsOf(pieces: readonly Piece[]): Line[][] {
  const fragments = rowsOf(pieces).flatMap((row, number) =>
    fragmentsOf(row).map((each) => fragmentOf(each, number)),
  );
  const rtl = pieces.filter((piece) => piece.rtl).length * 2 > pieces.length;
  return read(fragments, rtl).filter((column) => column.length > 0);
}

function fragmentOf(pieces: readonly Piece[], row: number): Fragment {
  return {
    pieces,
    left: Math.min(...pieces.map(({ left }) => left)),
    right: Math.max(...pieces.map(({ right }) => right)),
    row,
    y: Math.max(...pieces.map(({ y }) => y)),
    size: Math.max(...pieces.map(({ size }) => size)),
  };
}

function read(fragments: readonly Fragment[], rtl: boolean): Line[][] {
  const found = findColumns(fragments);
  if (found === null) return fragments.length === 0 ? [] : [linesOf(fragments)];
  const { sides, from, to } = found;
  return [
    ...read(
      fragments.filter(({ row }) => row < from),
      rtl,
    ),
    ...(rtl ? sides.toReversed() : sides).flatMap((side) => read(side, rtl)),
    ...read(
      fragments.filter(({ row }) => row > to),
      rtl,
    ),
  ];
}

function linesOf(fragments: readonly Fragment[]): Line[] {
  const rows = new Map<number, Fragment[]>();
  for (const fragment of fragments) rows.set(fragment.row, [...(rows.get(fragment.row) ?? []), fragment]);
  return [...rows.entries()]
    .sort(([a], [b]) => a - b)
    .map(([, row]) => lineOf(row.toSorted((a, b) => a.left - b.left).map(({ pieces }) => pieces)));
}

/** Two columns beside one another, from the first of their rows to the last. */
interface Columns {
  readonly sides: readonly [Fragment[], Fragment[]];
  readonly from: number;
  readonly to: number;
  /** Lines of the shorter one. */
  readonly lines: number;
}

/** The two columns that share the most lines; null where there is one. */
function findColumns(fragments: readonly Fragment[]): Columns | null {
  let best: Columns | null = null;
  const tried = new Set<number>();
  for (const { left, size } of fragments) {
    const x = left - (size * GUTTER) / 2;
    if (tried.has(Math.round(x))) continue;
    tried.add(Math.round(x));
    for (const band of bandsAt(fragments, x)) {
      const columns = columnsIn(band, x);
      if (columns !== null && columns.lines > (best?.lines ?? 0)) best = columns;
    }
  }
  return best;
}

/** Stretches of rows in which nothing stands over `x`. */
function bandsAt(fragments: readonly Fragment[], x: number): Fragment[][] {
  const over = new Set(fragments.filter(({ left, right }) => left < x && right > x).map(({ row }) => row));
  const bands: Fragment[][] = [[]];
  for (const fragment of fragments.toSorted((a, b) => a.row - b.row)) {
    if (!over.has(fragment.row)) bands.at(-1)?.push(fragment);
    else if (bands.at(-1)?.length !== 0) bands.push([]);
  }
  return bands;
}

function columnsIn(band: readonly Fragment[], x: number): Columns | null {
  const left = band.filter(({ right }) => right <= x);
  const right = band.filter((each) => each.left >= x);
  const [firstLeft, firstRight, lastLeft, lastRight] = [left[0], right[0], left.at(-1), right.at(-1)];
  if (!firstLeft || !firstRight || !lastLeft || !lastRight) return null;
  // Where both are: above and below there may be something else on one side.
  const from = Math.max(firstLeft.row, firstRight.row);
  const to = Math.min(lastLeft.row, lastRight.row);
  const within = (side: readonly Fragment[]) => side.filter(({ row }) => row >= from && row <= to);
  const both = [within(left), within(right)] as const;
  // Rows of columns that are not level stand between one another: one of them reaches over the other's ends.
  if (both.some((side) => countOf(side) < MIN_LINES - 1)) return null;
  const gap = Math.min(...both[1].map((each) => each.left)) - Math.max(...both[0].map((each) => each.right));
  if (gap < (both[0][0]?.size ?? 0) * GUTTER) return null;
  const sides: [Fragment[], Fragment[]] = [grown(left, from, to), grown(right, from, to)];
  const lines = Math.min(...sides.map(countOf));
  if (lines < MIN_LINES || !sides.every(isColumn)) return null;
  const rows = sides.flat().map(({ row }) => row);
  return { sides, from: Math.min(...rows), to: Math.max(...rows), lines };
}

const countOf = (side: readonly Fragment[]): number => new Set(side.map(({ row }) => row)).size;

/** A column is as long as its lines follow one another, also where the one beside it is shorter. */
function grown(side: readonly Fragment[], from: number, to: number): Fragment[] {
  let first = side.findIndex(({ row }) => row >= from);
  let last = side.findLastIndex(({ row }) => row <= to);
  while (follows(side[first - 1], side[first])) first -= 1;
  while (follows(side[last], side[last + 1])) last += 1;
  return side.slice(first, last + 1);
}

const follows = (above: Fragment | undefined, below: Fragment | undefined): boolean =>
  above !== undefined && below !== undefined && above.y - below.y < Math.max(above.size, below.size) * APART;

/** Its lines are as wide as text is set, most of them. */
function isColumn(side: readonly Fragment[]): boolean {
  const wide = side.filter(({ left, right, size }) => right - left > size * MIN_WIDTH);
  return wide.length * 2 > side.length;
}
