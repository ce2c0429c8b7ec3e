/** Tables of casualties as CSV: the lines of one story after the other. */
import type { TableCell, TableColumns } from './columns.ts';
import { IBC } from './ibc.ts';
import type { TableRow } from './model.ts';
import { UCDP_GED } from './ucdp-ged.ts';

export const CASUALTY_TABLES = { 'ucdp-ged': UCDP_GED, ibc: IBC } as const satisfies Readonly<
  Record<string, TableColumns>
>;
export type CasualtyTable = keyof typeof CASUALTY_TABLES;

/** The first line, with the names of the columns. Lines end with LF; `spreadsheetSafe` makes the file of them. */
export const tableHead = (table: CasualtyTable): string => line(Object.keys(CASUALTY_TABLES[table]));

export const tableLine = (table: CasualtyTable, row: TableRow): string =>
  line(Object.values(CASUALTY_TABLES[table]).map((cell) => cell(row)));

const line = (cells: readonly TableCell[]): string => `${cells.map(written).join(',')}\n`;

function written(cell: TableCell): string {
  const text = String(cell ?? '');
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
