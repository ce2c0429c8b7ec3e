/** From the rows that PostgreSQL writes to the bytes of a file, one for each format. */
import type { CorrectionFormat, ExportFormat } from '../../contract/formats.ts';
import {
  CorrectionRow,
  correctionsTextHead,
  correctionsTextTail,
  correctionText,
} from '../../domain/exchange/corrections-text.ts';
import { BYTE_ORDER_MARK, spreadsheetSafe } from '../../domain/exchange/csv.ts';
import { type ExportHead, FIRST_ROW, JSON_TAIL, jsonHead } from '../../domain/exchange/json.ts';

type Pieces = AsyncIterable<Uint8Array>;
/** Takes rows in pieces cut anywhere, and gives the file in pieces. */
export type Writer = (rows: Pieces, head: ExportHead) => AsyncGenerator<Uint8Array | string>;

export const CLAIM_WRITERS: Readonly<Record<ExportFormat, Writer>> = {
  csv,
  json: (rows, head) => json(rows, jsonHead(head)),
  jsonl,
};
export const CORRECTION_WRITERS: Readonly<Record<CorrectionFormat, Writer>> = {
  csv,
  json: (rows, head) => json(rows, jsonHead(head, 'corrections')),
  txt,
};

async function* csv(rows: Pieces): AsyncGenerator<Uint8Array> {
  const safe = spreadsheetSafe();
  let begun = false;
  for await (const piece of rows) {
    if (!begun) yield BYTE_ORDER_MARK;
    begun = true;
    yield safe.push(piece);
  }
  yield safe.end();
}

async function* json(rows: Pieces, head: string): AsyncGenerator<Uint8Array | string> {
  let begun = false;
  for await (const piece of rows) {
    if (!begun) yield head;
    yield begun ? piece : piece.subarray(FIRST_ROW);
    begun = true;
  }
  if (!begun) yield head;
  yield JSON_TAIL;
}

async function* jsonl(rows: Pieces): AsyncGenerator<Uint8Array> {
  for await (const piece of rows) yield piece;
}

async function* txt(rows: Pieces, { generatedBy, generatedAt }: ExportHead): AsyncGenerator<string> {
  let [number, story] = [0, ''];
  for await (const line of lines(rows)) {
    const row = CorrectionRow.parse(JSON.parse(line));
    number += 1;
    const head = number === 1 ? correctionsTextHead(generatedBy.name, generatedAt) : '';
    yield head + correctionText(row, number, row.story_id !== story);
    story = row.story_id;
  }
  yield (number === 0 ? correctionsTextHead(generatedBy.name, generatedAt) : '') +
    correctionsTextTail(number);
}

/** JSON has no line ends within. */
async function* lines(rows: Pieces): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  for await (const piece of rows) {
    const whole = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = whole.pop() ?? '';
    yield* whole;
  }
  if (rest !== '') yield rest;
}
