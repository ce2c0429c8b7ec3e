/** From the rows that PostgreSQL writes to the bytes of a file, one for each format. */
import type { Publisher } from '../../contract/claim-review.ts';
import type { CorrectionFormat, ExportFormat } from '../../contract/formats.ts';
import type { Queryable } from '../../database/client.ts';
import type { Actor } from '../../domain/claims/permissions.ts';
import type { CasualtyTable } from '../../domain/exchange/casualty-table/table.ts';
import type { ReviewFormat } from '../../domain/exchange/claim-review.ts';
import {
  CorrectionRow,
  correctionsTextHead,
  correctionsTextTail,
  correctionText,
} from '../../domain/exchange/corrections-text.ts';
import { BYTE_ORDER_MARK, spreadsheetSafe } from '../../domain/exchange/csv.ts';
import {
  type CarriedStory,
  type ExportHead,
  FIRST_ROW,
  JSON_TAIL,
  jsonClaimsTail,
  jsonHead,
} from '../../domain/exchange/json.ts';
import { annotationsFile } from './annotations.presenter.ts';
import { casualtyTable } from './casualty-tables.ts';
import { claimReviews } from './claim-reviews.ts';
import { claimsBook } from './claims-book.ts';
import { type CorrectionsQuery, copyCorrections } from './corrections.statement.ts';
import { copyStatement, type ExportQuery } from './exports.queries.ts';
import { lines } from './lines.ts';

/** Cut anywhere. */
export type Pieces = AsyncIterable<Uint8Array>;

/** Where the rows of a file come from: one transaction, so that all are of one moment. */
export interface Rows extends Queryable {
  /** What a COPY gives, one at a time. */
  copy(statement: string): Pieces;
  /** What the file carries, once its rows are read: from the record that is made of it. */
  carried(): Promise<Carried>;
}

export interface Carried {
  readonly counts: { readonly claims: number; readonly stories: number };
  /** By their ids, a page at a time. */
  readonly stories: AsyncIterable<readonly CarriedStory[]>;
}

/**
 * Gives a file in pieces. Nothing is given before the database has answered.
 *
 * `origin` is where Claimdesk is, for formats whose things have addresses, and `publisher` whose they are.
 */
export type Writer = (
  rows: Rows,
  head: ExportHead,
  origin: string,
  publisher: Publisher,
) => AsyncGenerator<Uint8Array | string>;

type User = { readonly id: string };

export const CLAIM_WRITERS: Readonly<Record<ExportFormat, (user: Actor, query: ExportQuery) => Writer>> = {
  csv: (user, query) => (rows) => csv(rows.copy(copyStatement(user, 'csv', query))),
  json: (user, query) => (rows, head) =>
    json(rows.copy(copyStatement(user, 'json', query)), jsonHead(head), async function* () {
      const { counts, stories } = await rows.carried();
      yield* jsonClaimsTail(counts, stories);
    }),
  jsonl: (user, query) => (rows) => jsonl(rows.copy(copyStatement(user, 'jsonl', query))),
  xlsx: (user, query) => (rows, head) => claimsBook(rows, user, query, head),
  jsonld: (user, query) => (rows, head, origin) => annotationsFile(rows, user, query, head, origin),
  claimreview: reviews('claimreview'),
  'claimreview-html': reviews('claimreview-html'),
  'claimreview-feed': reviews('claimreview-feed'),
  'ucdp-ged': casualties('ucdp-ged'),
  ibc: casualties('ibc'),
};
export const CORRECTION_WRITERS: Readonly<
  Record<CorrectionFormat, (user: User, query: CorrectionsQuery) => Writer>
> = {
  csv: (user, query) => (rows) => csv(rows.copy(copyCorrections(user, 'csv', query))),
  json: (user, query) => (rows, head) =>
    json(rows.copy(copyCorrections(user, 'json', query)), jsonHead(head, 'corrections'), () => [JSON_TAIL]),
  txt: (user, query) => (rows, head) => txt(rows.copy(copyCorrections(user, 'txt', query)), head),
};

function reviews(format: ReviewFormat): (user: Actor, query: ExportQuery) => Writer {
  return (user, query) => (rows, _head, origin, publisher) =>
    claimReviews(rows, user, query, { format, publisher, origin });
}

function casualties(table: CasualtyTable): (user: Actor, query: ExportQuery) => Writer {
  return (user, query) => (rows) => csv(casualtyTable(rows, user, query, table));
}

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

async function* json(
  rows: Pieces,
  head: string,
  tail: () => AsyncIterable<string> | Iterable<string>,
): AsyncGenerator<Uint8Array | string> {
  let begun = false;
  for await (const piece of rows) {
    if (!begun) yield head;
    yield begun ? piece : piece.subarray(FIRST_ROW);
    begun = true;
  }
  if (!begun) yield head;
  yield* tail();
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
