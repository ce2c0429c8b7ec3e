/** What became of each file of an import, for a spreadsheet. */
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type { ImportFile } from '../../contract/imports.ts';
import type { Queryable } from '../../database/client.ts';
import { BYTE_ORDER_MARK, spreadsheetSafe } from '../../domain/exchange/csv.ts';
import { presentImportFiles } from './imports.queries.ts';

const COLUMNS = ['file', 'bytes', 'outcome', 'reason', 'detail', 'story', 'title', 'revision'] as const;

const lineOf = (cells: readonly (string | number | null | undefined)[]): string =>
  `${cells.map((cell) => `"${String(cell ?? '').replaceAll('"', '""')}"`).join(',')}\n`;

const rowOf = ({ path, size, state, problem, article, revision }: ImportFile): string =>
  lineOf([path, size, state, problem?.title, problem?.detail, article?.id, article?.title, revision]);

/** Page by page, at the reader's pace. */
export async function writeSummary(
  db: Queryable,
  user: { readonly id: string },
  importId: string,
  to: Writable,
): Promise<void> {
  const safe = spreadsheetSafe();
  const write = async (bytes: Uint8Array): Promise<void> => {
    if (!to.write(bytes)) await Promise.race([once(to, 'drain'), once(to, 'close')]);
  };
  await write(BYTE_ORDER_MARK);
  await write(safe.push(Buffer.from(lineOf(COLUMNS))));
  let cursor: string | undefined;
  do {
    const page = await presentImportFiles(db, user, importId, { cursor, limit: 200, state: undefined });
    await write(safe.push(Buffer.from(page.items.map(rowOf).join(''))));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined && !to.destroyed);
  to.end(safe.end());
}
