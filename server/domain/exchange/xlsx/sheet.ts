/** One sheet of a spreadsheet, row by row: its first row stands still, and its columns can be filtered. */
import { type Cell, type Cut, cellXml, columnName, STYLE, textXml } from './cells.ts';

export interface SheetColumn {
  readonly name: string;
  /** In characters. */
  readonly width: number;
}

/** Rows that a sheet can have, its heading among them. What is more goes on in a further sheet. */
export const SHEET_ROWS = 1_048_576;

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Everything before the rows, and the row of headings. */
export function sheetHead(columns: readonly SheetColumn[]): string {
  const widths = columns.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const headings = columns.map(({ name }, index) =>
    textXml(`${columnName(index)}1`, name, STYLE.heading, () => {}),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">`,
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>',
    '<selection pane="bottomLeft"/></sheetView></sheetViews>',
    `<cols>${widths.join('')}</cols><sheetData><row r="1">${headings.join('')}</row>`,
  ].join('');
}

/** Names of columns, so that they are made once and not for each row. */
export const columnNames = (columns: readonly SheetColumn[]): string[] =>
  columns.map((_column, index) => columnName(index));

/**
 * A row in XML.
 *
 * @param number from 1; 1 is the heading
 * @param names of the columns, as `columnNames` gives them
 */
export function rowXml(
  names: readonly string[],
  number: number,
  cells: readonly Cell[],
  cut: (cut: Cut) => void,
): string {
  let row = `<row r="${number}">`;
  for (let index = 0; index < names.length; index += 1)
    row += cellXml(`${names[index]}${number}`, cells[index] ?? null, cut);
  return `${row}</row>`;
}

/** Everything after the rows. @param rows how many there are, with the heading */
export const sheetTail = (columns: readonly SheetColumn[], rows: number): string =>
  `</sheetData><autoFilter ref="A1:${columnName(columns.length - 1)}${rows}"/></worksheet>`;
