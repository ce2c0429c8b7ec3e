/** The statement behind an export of corrections. */
import type { ExportCorrections } from '../../contract/corrections.ts';
import type { QueryOf } from '../../contract/endpoint.ts';
import type { CorrectionFormat } from '../../contract/formats.ts';
import { Prisma } from '../../database/client.ts';
import type { Prisma as Types } from '../../database/generated/client.ts';
import { CORRECTION_COLUMNS, type CorrectionColumnName } from '../../domain/exchange/correction-columns.ts';
import { claimFilter } from '../claims/claim-filter.ts';
import { IS_CORRECTION } from '../corrections/corrections.queries.ts';
import { CLAIM_CELLS, EXPORT_ORDER, EXPORT_TABLES } from './claim-cells.ts';
import { UNQUOTED } from './exports.queries.ts';
import { inlined } from './inline-values.ts';

export type CorrectionsQuery = Omit<QueryOf<typeof ExportCorrections>, 'format'>;

/** A review that was reopened says nothing any more. */
const reviewed = (decision: 'passed' | 'returned', cell: string) =>
  `CASE WHEN w.decision = '${decision}' AND w.reopened_at IS NULL THEN ${cell} END`;

const CELLS: Readonly<Record<CorrectionColumnName, (typeof CLAIM_CELLS)[keyof typeof CLAIM_CELLS]>> = {
  ...CLAIM_CELLS,
  old_wording: CLAIM_CELLS.quote,
  new_wording: CLAIM_CELLS.correction,
  reason: CLAIM_CELLS.verdict_reason,
  checked_by: CLAIM_CELLS.verdict_by,
  checked_at: CLAIM_CELLS.verdict_at,
  passed_by: reviewed('passed', 'reviewer.name'),
  passed_at: reviewed('passed', 'iso_time(w.at)'),
  returned_by: reviewed('returned', 'reviewer.name'),
  returned_note: reviewed('returned', 'w.note'),
};

const selected = (way: 'csv' | 'json') =>
  CORRECTION_COLUMNS.map(({ name }) => {
    const cell = CELLS[name];
    return `${typeof cell === 'string' ? cell : cell[way]} AS "${name}"`;
  }).join(', ');
const SELECTED = { csv: selected('csv'), json: selected('json') };

/** The corrections that this person may see and asked for: the condition on a claim `c` of a story `a`. */
export const correctionsAsked = (user: { readonly id: string }, query: CorrectionsQuery): Types.Sql =>
  Prisma.sql`${claimFilter(user, query)} AND ${IS_CORRECTION}`;

/** The COPY statement of a format. Rows of `json` begin with the comma that parts them; `txt` is made of lines of JSON. */
export function copyCorrections(
  user: { readonly id: string },
  format: CorrectionFormat,
  query: CorrectionsQuery,
): string {
  const way = format === 'csv' ? 'csv' : 'json';
  const rows = inlined(Prisma.sql`
    SELECT ${Prisma.raw(SELECTED[way])} FROM ${Prisma.raw(EXPORT_TABLES)}
    WHERE ${correctionsAsked(user, query)} ORDER BY ${Prisma.raw(EXPORT_ORDER)}`);
  if (format === 'csv') return `COPY (${rows}) TO STDOUT WITH (FORMAT csv, HEADER true)`;
  const comma = format === 'json' ? `',' || ` : '';
  return `COPY (SELECT ${comma}row_to_json(r)::text FROM (${rows}) r) TO STDOUT WITH (${UNQUOTED})`;
}
