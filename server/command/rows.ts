/** Counting the rows of an exported file as its bytes pass. */
import type { CorrectionFormat, ExportFormat } from '../contract/formats.ts';

const LF = 0x0a;
const QUOTE = 0x22;

export interface RowCounter {
  /** In pieces cut anywhere. */
  push(bytes: Uint8Array): void;
  /** Of the whole file; null for a format that has no rows. */
  rows(): number | null;
}

/** Of a story, which is no list. */
export const NO_ROWS: RowCounter = { push: () => undefined, rows: () => null };

/** Lines around the rows: the header of CSV; head and tail of JSON, whose rows stand on lines of their own. */
const AROUND: Readonly<Record<ExportFormat | CorrectionFormat, number | null>> = {
  csv: 1,
  json: 2,
  jsonl: 0,
  xlsx: null,
  jsonld: null,
  claimreview: 2,
  'claimreview-html': 4,
  'claimreview-feed': 2,
  'ucdp-ged': 1,
  ibc: 1,
  txt: null,
};

const CSV: ReadonlySet<string> = new Set(['csv', 'ucdp-ged', 'ibc']);

export function rowCounter(format: ExportFormat | CorrectionFormat): RowCounter {
  const around = AROUND[format];
  // Only CSV has line breaks within a row, and only between quotation marks, which come in pairs.
  const quotes = CSV.has(format);
  let quoted = false;
  let lines = 0;
  return {
    push: (bytes) => {
      for (const byte of bytes) {
        if (byte === LF && !quoted) lines += 1;
        else if (byte === QUOTE && quotes) quoted = !quoted;
      }
    },
    rows: () => (around === null ? null : Math.max(lines - around, 0)),
  };
}
