/** Lists that leave the desk. They are files: the browser fetches them by a link, not this page. */
import { type CorrectionFormat, ExportCorrections } from '../../server/contract/corrections.ts';
import type { QueryInput } from '../../server/contract/endpoint.ts';
import { ExportClaims, type ExportFormat } from '../../server/contract/exports.ts';
import { addressOf } from './http.ts';

type ExportQuery = QueryInput<typeof ExportClaims>;

const FORMATS: readonly (readonly [ExportFormat, string])[] = [
  ['csv', 'CSV, for a spreadsheet'],
  ['json', 'JSON'],
  ['jsonl', 'JSON Lines'],
];

/** The address of an export, for `<a href download>`. Without status and verdict: the verified claims alone. */
const exportAddress = (query: ExportQuery): string => addressOf(ExportClaims.path, {}, query);

/** One link for each format, for `<cd-export-menu>`. */
export const exportLinks = (query: Omit<ExportQuery, 'format'>): { label: string; href: string }[] =>
  FORMATS.map(([format, label]) => ({ label, href: exportAddress({ ...query, format }) }));

const CORRECTION_FORMATS: readonly (readonly [CorrectionFormat, string])[] = [
  ['txt', 'Plain text, for a message'],
  ['csv', 'CSV, for a spreadsheet'],
  ['json', 'JSON'],
];

/** The same for corrections. */
export const correctionLinks = (
  query: Omit<QueryInput<typeof ExportCorrections>, 'format'>,
): { label: string; href: string }[] =>
  CORRECTION_FORMATS.map(([format, label]) => ({
    label,
    href: addressOf(ExportCorrections.path, {}, { ...query, format }),
  }));
