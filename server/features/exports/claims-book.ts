/**
 * Claims as a spreadsheet, sheet after sheet: what was written is gone from memory, however many rows there are.
 */

import { Prisma } from '../../database/client.ts';
import type { ExportHead } from '../../domain/exchange/json.ts';
import type { Cell } from '../../domain/exchange/xlsx/cells.ts';
import {
  ABOUT_SHEET,
  aboutRows,
  COLUMNS_SHEET,
  CUT_SHEET,
  cellsOf,
  columnRows,
  ledgerRows,
  SHEETS,
  type SheetName,
  SheetRow,
  sheetColumns,
} from '../../domain/exchange/xlsx/claim-sheets.ts';
import { buildLedger } from '../../domain/figures/ledger/ledger.ts';
import { selectStoryToAdd } from '../figures/figures.queries.ts';
import type { ExportQuery } from './exports.queries.ts';
import { lines } from './lines.ts';
import {
  copyClaimRows,
  copyEvidenceRows,
  copySourceRows,
  copyStoryRows,
  storiesCursor,
} from './sheets.queries.ts';
import { LIMITS, type Limits, newBook } from './spreadsheet.ts';
import type { Rows } from './writers.ts';

type User = { readonly id: string };

/** @param limits of one sheet; smaller ones are for trying out what happens beyond */
export async function* claimsBook(
  rows: Rows,
  user: User,
  query: ExportQuery,
  head: ExportHead,
  limits: Limits = LIMITS,
): AsyncGenerator<Uint8Array> {
  const book = newBook(new Date(head.generatedAt), limits);
  const copied = (name: SheetName, statement: string) =>
    book.sheet(name, sheetColumns(SHEETS[name]), typedRows(name, rows.copy(statement)));
  yield* copied('Claims', copyClaimRows(user, query));
  yield* copied('Evidence', copyEvidenceRows(user, query));
  yield* copied('Sources', copySourceRows(user, query));
  yield* book.sheet('Ledger', sheetColumns(SHEETS.Ledger), ledgers(rows, user, query));
  const story = { only: null as SheetRow | null };
  const stories = seen(rows.copy(copyStoryRows(user, query)), (row) => {
    story.only = row;
  });
  yield* book.sheet('Stories', sheetColumns(SHEETS.Stories), stories);
  const counts = new Map(book.counts);
  const cut = book.cut();
  const about = aboutRows({
    head,
    counts,
    cut: cut.all,
    story: counts.get('Stories') === 1 ? headOf(story.only) : null,
  });
  yield* book.sheet(ABOUT_SHEET.name, ABOUT_SHEET.columns, about, 'first');
  yield* book.sheet(COLUMNS_SHEET.name, COLUMNS_SHEET.columns, columnRows());
  if (cut.all > 0) yield* book.sheet(CUT_SHEET.name, CUT_SHEET.columns, cut.told);
  yield* book.end({ title: 'Claims', creator: head.generatedBy.name, created: head.generatedAt });
}

function headOf(row: SheetRow | null): { head: number; hash: string | null } | null {
  const [head, hash] = [row?.['story_head'], row?.['story_head_hash']];
  return typeof head === 'number' ? { head, hash: typeof hash === 'string' ? hash : null } : null;
}

async function* typedRows(name: SheetName, pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Cell[]> {
  for await (const line of lines(pieces)) yield cellsOf(SHEETS[name], SheetRow.parse(JSON.parse(line)));
}

async function* seen(
  pieces: AsyncIterable<Uint8Array>,
  see: (row: SheetRow) => void,
): AsyncGenerator<Cell[]> {
  for await (const line of lines(pieces)) {
    const row = SheetRow.parse(JSON.parse(line));
    see(row);
    yield cellsOf(SHEETS.Stories, row);
  }
}

/** Stories that are read ahead. */
const STORIES = 200;

/** The ledger of one story after the other. */
async function* ledgers(rows: Rows, user: User, query: ExportQuery): AsyncGenerator<Cell[]> {
  await rows.$queryRaw(Prisma.raw(storiesCursor(user, query)));
  for (;;) {
    const stories = await rows.$queryRaw<{ story_id: string; story_title: string }[]>(
      Prisma.raw(`FETCH ${STORIES} FROM stories`),
    );
    for (const { story_id: id, story_title: title } of stories) {
      const { story } = await selectStoryToAdd(rows, user, id);
      for (const row of ledgerRows({ id, title }, buildLedger(story))) yield cellsOf(SHEETS.Ledger, row);
    }
    if (stories.length < STORIES) break;
  }
  await rows.$queryRaw(Prisma.raw('CLOSE stories'));
}
