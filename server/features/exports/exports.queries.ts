/** The statement behind an export: rows are built, and the file mostly written, by PostgreSQL. */
import type { QueryOf } from '../../contract/endpoint.ts';
import type { ExportClaims } from '../../contract/exports.ts';
import { Prisma } from '../../database/client.ts';
import type { Prisma as Types } from '../../database/generated/client.ts';
import { CLAIM_COLUMNS } from '../../domain/exchange/claim-columns.ts';
import { type ClaimFilters, claimFilter } from '../claims/claim-filter.ts';
import { CLAIM_CELLS, EXPORT_ORDER, EXPORT_TABLES } from './claim-cells.ts';
import { inlined } from './inline-values.ts';

type Sql = Types.Sql;
export type ExportQuery = Omit<QueryOf<typeof ExportClaims>, 'format'>;

/** What an export is asked for, with the default filled in: verified claims alone. */
export function withDefaults(query: ExportQuery): ExportQuery {
  if (query.status !== undefined || query.verdict !== undefined) return query;
  return { ...query, status: 'passed', verdict: 'accurate' };
}

/** The same for the list's filters, where no status means every claim that is not withdrawn. */
function listFilters({ status, ...rest }: ExportQuery): ClaimFilters {
  return status === undefined || status === 'all' ? rest : { ...rest, status };
}

const SELECTED: Readonly<Record<'csv' | 'json', string>> = {
  csv: selected('csv'),
  json: selected('json'),
};

function selected(way: 'csv' | 'json'): string {
  return CLAIM_COLUMNS.map(({ name }) => {
    const cell = CLAIM_CELLS[name];
    return `${typeof cell === 'string' ? cell : cell[way]} AS "${name}"`;
  }).join(', ');
}

/** The claims that an export holds: the condition on a claim `c` of a story `a`. */
export const claimsAsked = (user: { readonly id: string }, query: ExportQuery): Sql =>
  claimFilter(user, listFilters(query));

/** Rows, one for each claim that this person may see and asked for. */
export function exportRows(user: { readonly id: string }, way: 'csv' | 'json', query: ExportQuery): string {
  return inlined(Prisma.sql`
    SELECT ${Prisma.raw(SELECTED[way])} FROM ${Prisma.raw(EXPORT_TABLES)}
    WHERE ${claimsAsked(user, query)} ORDER BY ${Prisma.raw(EXPORT_ORDER)}`);
}

/**
 * One line of JSON for each row. COPY's text form doubles backslashes, so this is its CSV form with a quote and a
 * delimiter that JSON never holds unescaped: nothing is ever quoted.
 */
export const UNQUOTED = `FORMAT csv, QUOTE E'\\x01', DELIMITER E'\\x02'`;

/**
 * How rows are written: `json` begins each with the comma that parts them, `sheet` is lines of JSON whose lists are lines
 * of one text.
 */
export type RowsAs = 'csv' | 'json' | 'jsonl' | 'sheet';

/** The COPY statement of the claims. */
export function copyStatement(user: { readonly id: string }, format: RowsAs, query: ExportQuery): string {
  if (format === 'csv')
    return `COPY (${exportRows(user, 'csv', query)}) TO STDOUT WITH (FORMAT csv, HEADER true)`;
  const comma = format === 'json' ? `',' || ` : '';
  const rows = exportRows(user, format === 'sheet' ? 'csv' : 'json', query);
  return `COPY (SELECT ${comma}row_to_json(r)::text FROM (${rows}) r) TO STDOUT WITH (${UNQUOTED})`;
}
