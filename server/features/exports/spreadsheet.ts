/** A spreadsheet that is written sheet by sheet, at the reader's pace. */
import { bookParts, type ListedSheet, sheetPath } from '../../domain/exchange/xlsx/book.ts';
import { type Cell, type Cut, columnName } from '../../domain/exchange/xlsx/cells.ts';
import { CUT_TOLD } from '../../domain/exchange/xlsx/claim-sheets.ts';
import {
  columnNames,
  rowXml,
  SHEET_ROWS,
  type SheetColumn,
  sheetHead,
  sheetTail,
} from '../../domain/exchange/xlsx/sheet.ts';
import { zipFile } from './zip.ts';

type CellRows = AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>;

/** Characters of XML that are compressed at once. */
const PIECE = 64 * 1024;

/** Of one sheet: what is more goes on in a further sheet. */
export interface Limits {
  /** The heading among them. */
  readonly rows: number;
  /** Of its XML, well below what a part of a zip can count. */
  readonly characters: number;
}
export const LIMITS: Limits = { rows: SHEET_ROWS, characters: 1_000_000_000 };

/** A book that is written sheet by sheet. */
export function newBook(at: Date, limits: Limits) {
  const zip = zipFile(at);
  const listed: ListedSheet[] = [];
  const counts = new Map<string, number>();
  const told: Cell[][] = [];
  let cutAll = 0;

  const cutIn = (sheet: string) => (cut: Cut) => {
    cutAll += 1;
    if (told.length < CUT_TOLD) told.push([sheet, cut.at, cut.length]);
  };

  /** One sheet, and further ones where its rows are too many. */
  async function* sheet(
    name: string,
    columns: readonly SheetColumn[],
    rows: CellRows,
    place: 'first' | 'next' = 'next',
  ): AsyncGenerator<Uint8Array> {
    const source = resumable(rows);
    let [part, count] = [1, 0];
    for (let more = true; more; part += 1) {
      const tab = part === 1 ? name : `${name} (${part})`;
      const sheetRows = { count: 0 };
      const file = listed.length + 1;
      yield* zip.add(sheetPath(file), sheetXml(columns, source, limits, cutIn(tab), sheetRows));
      const filter = `$A$1:$${columnName(columns.length - 1)}$${sheetRows.count + 1}`;
      listed.splice(place === 'first' ? 0 : listed.length, 0, { name: tab, file, filter });
      count += sheetRows.count;
      more = await source.hasMore();
    }
    counts.set(name, count);
  }

  async function* end(about: Parameters<typeof bookParts>[1]): AsyncGenerator<Uint8Array> {
    for (const [path, xml] of bookParts(listed, about)) yield* zip.add(path, [xml]);
    yield zip.end();
  }
  return { sheet, end, counts, cut: () => ({ all: cutAll, told }) };
}

interface Resumable {
  /** The next row; null where there is none. */
  take(): Promise<readonly Cell[] | null>;
  hasMore(): Promise<boolean>;
}

/** Rows that can be taken up where a sheet was full, with a look at whether there are more. */
function resumable(rows: CellRows): Resumable {
  const source = iterated(rows);
  let ahead: readonly Cell[] | null = null;
  const next = async () => {
    const { done, value } = await source.next();
    return done === true ? null : value;
  };
  return {
    take: async () => {
      const row = ahead ?? (await next());
      ahead = null;
      return row;
    },
    hasMore: async () => {
      ahead ??= await next();
      return ahead !== null;
    },
  };
}

async function* iterated(rows: CellRows): AsyncGenerator<readonly Cell[]> {
  yield* rows;
}

async function* sheetXml(
  columns: readonly SheetColumn[],
  rows: Resumable,
  limits: Limits,
  cut: (cut: Cut) => void,
  told: { count: number },
): AsyncGenerator<string> {
  const names = columnNames(columns);
  let piece = sheetHead(columns);
  let characters = piece.length;
  // One at least: a sheet without rows would go on for ever.
  while (told.count === 0 || (told.count < limits.rows - 1 && characters < limits.characters)) {
    const cells = await rows.take();
    if (cells === null) break;
    told.count += 1;
    const row = rowXml(names, told.count + 1, cells, cut);
    characters += row.length;
    piece += row;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield piece + sheetTail(columns, told.count + 1);
}
