/** The sheets of an export of claims: their columns, and what of a row from the database stands in which cell. */
import { z } from 'zod';
import type { Ledger, LedgerFinding } from '../../../contract/figures.ts';
import { CLAIM_COLUMNS, type ColumnType } from '../claim-columns.ts';
import type { ExportHead } from '../json.ts';
import type { Cell } from './cells.ts';
import type { SheetColumn } from './sheet.ts';

export interface TypedColumn {
  readonly name: string;
  readonly type: ColumnType;
  /** One line for whoever reads the file. */
  readonly meaning: string;
}

/** Texts as `COPY` gives them: a row of JSON, lists as lines of one text. */
export const SheetRow = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
export type SheetRow = z.infer<typeof SheetRow>;

const columns = (all: Readonly<Record<string, readonly [ColumnType, string]>>): readonly TypedColumn[] =>
  Object.entries(all).map(([name, [type, meaning]]) => ({ name, type, meaning }));

/** What the rows of each sheet hold, in order. `columns` and `about` are made here alone. */
export const SHEETS = {
  Claims: CLAIM_COLUMNS,
  Evidence: columns({
    claim_id: ['id', 'The claim that cites it'],
    story_id: ['id', 'The story'],
    claim_quote: ['text', 'The claim’s words'],
    stance: ['choice', 'supports, contradicts or context'],
    evidence_id: ['id', 'The evidence: kept once for a story, cited by each claim'],
    kind: ['choice', 'link, document, interview, observation or file'],
    title: ['text', 'What it is'],
    publisher: ['text', 'Who published it'],
    url: ['text', 'Where it is'],
    accessed_at: ['time', 'When it was looked at'],
    locator: ['text', 'Page, timestamp or line'],
    quote: ['text', 'The words relied on'],
    note: ['text', 'A note on this use of it'],
    evidence_note: ['text', 'A note on the evidence'],
    file_name: ['text', 'The attached file'],
    file_sha256: ['text', 'Its SHA-256, in hexadecimal'],
    cited_by: ['text', 'Who cited it'],
    cited_at: ['time', 'When'],
  }),
  Sources: columns({
    source_id: ['id', 'The entry of the register'],
    name: ['text', 'Its name; of a confidential source its printed description'],
    kind: ['choice', 'What it is'],
    confidential: ['flag', 'Whether who it is is kept to a few people'],
    aliases: ['list', 'Other names; of a confidential source none'],
    affiliations: ['list', 'What it belongs to; of a confidential source none'],
    note: ['text', 'A note in the register; of a confidential source none'],
    claims: ['number', 'Claims of this file that name it, came through it, or that it says'],
  }),
  Ledger: columns({
    story_id: ['id', 'The story'],
    story_title: ['text', 'Its title'],
    line: ['choice', 'figure, does_not_add_up or worth_knowing'],
    claim_id: ['id', 'Figure: the casualty count'],
    group: ['choice', 'Figure: the outcome under which it stands'],
    status: ['choice', 'Figure: how far checking has come'],
    words: ['text', 'The words of the figure; the places of a finding, one below the other'],
    low: ['number', 'Figure: the lowest number the words allow'],
    best: ['number', 'Figure: the number the words state'],
    high: ['number', 'Figure: the highest number the words allow'],
    modifier: ['choice', 'Figure: exact, at_least and so on'],
    victims_category: ['choice', 'Figure: who the victims were'],
    victims_label: ['text', 'Figure: the victims as printed'],
    part_of: ['id', 'Figure: the line that it is part of'],
    same_as: ['id', 'Figure: the line that tells the same fact first'],
    said_by: ['list', 'Figure: who says so; empty for the story’s own voice'],
    sentence_number: ['number', 'Figure: the sentence it stands in, from 0'],
    rule: ['choice', 'Finding: what is wrong, or worth knowing'],
    explanation: ['text', 'Finding: the same in words'],
    claim_ids: ['list', 'Finding: the claims it is about'],
  }),
  Stories: columns({
    story_id: ['id', 'The story'],
    story_title: ['text', 'Its title'],
    story_byline: ['text', 'Its byline'],
    story_agency: ['text', 'The agency it came from'],
    story_published_at: ['time', 'When it was published'],
    story_url: ['text', 'Where it was published'],
    story_status: ['choice', 'checking, signed_off or archived'],
    revision: ['number', 'Its current revision'],
    claims: ['number', 'Its claims in this file'],
    story_head: ['number', 'The last event of its history when this was exported'],
    story_head_hash: ['text', 'That event’s link in the chain of the history, in hexadecimal'],
  }),
} as const satisfies Readonly<Record<string, readonly TypedColumn[]>>;

export type SheetName = keyof typeof SHEETS;

const WIDTHS: Readonly<Record<ColumnType, number>> = {
  ...{ id: 14, text: 32, choice: 14, number: 10, time: 20, day: 12, flag: 8, list: 32 },
};

export const sheetColumns = (typed: readonly TypedColumn[]): SheetColumn[] =>
  typed.map(({ name, type }) => ({ name, width: Math.max(WIDTHS[type], Math.min(name.length + 4, 24)) }));

/** A row in the order of its sheet's columns, each cell of its type. */
export const cellsOf = (typed: readonly TypedColumn[], row: SheetRow): Cell[] =>
  typed.map(({ name, type }) => cellOf(type, row[name] ?? null));

function cellOf(type: ColumnType, value: SheetRow[string]): Cell {
  if (value === undefined || value === null) return null;
  if (type === 'flag') return value === true || value === 'true';
  if (typeof value !== 'string') return value;
  if (type === 'time') return { time: value };
  return type === 'day' ? { day: value } : value;
}

/** The lines of a story's ledger: its figures, then what does not add up, then what is worth knowing. */
export function ledgerRows(
  story: { readonly id: string; readonly title: string },
  { figures, problems, notes }: Ledger,
): SheetRow[] {
  const of = { story_id: story.id, story_title: story.title };
  const found = (line: string, findings: readonly LedgerFinding[]): SheetRow[] =>
    findings.map(({ rule, explanation, places }) => ({
      ...{ ...of, line, rule, explanation },
      words: places.map(({ span }) => span.quote).join('\n'),
      claim_ids: places.map(({ claimId }) => claimId).join('\n'),
    }));
  return [
    ...figures.map(({ details, span, ...figure }) => ({
      ...{ ...of, line: 'figure', claim_id: figure.claimId, group: figure.group, status: figure.status },
      ...{ words: span.quote, low: details.low, best: details.best, high: details.high },
      ...{ modifier: details.modifier, victims_category: details.victims?.category ?? null },
      ...{ victims_label: details.victims?.label ?? null, part_of: figure.wholeId, same_as: figure.sameAs },
      said_by: figure.sources.map(({ name }) => name).join('\n'),
      sentence_number: figure.sentence,
    })),
    ...found('does_not_add_up', problems),
    ...found('worth_knowing', notes),
  ];
}

export const COLUMNS_SHEET = {
  name: 'Columns',
  columns: named({ sheet: 10, column: 24, type: 10, meaning: 80 }),
};

/** What each column of each sheet holds. */
export const columnRows = (): Cell[][] =>
  Object.entries(SHEETS).flatMap(([sheet, typed]) =>
    typed.map(({ name, type, meaning }): Cell[] => [sheet, name, type, meaning]),
  );

export const ABOUT_SHEET = { name: 'About', columns: named({ what: 28, value: 60 }) };

function named(widths: Readonly<Record<string, number>>): SheetColumn[] {
  return Object.entries(widths).map(([name, width]) => ({ name, width }));
}

/** What the file holds: who made it, when, with which filters, and how many rows stand in each sheet. */
export interface Manifest {
  readonly head: ExportHead;
  /** By sheet. */
  readonly counts: ReadonlyMap<string, number>;
  /** Cells whose words did not fit. */
  readonly cut: number;
  /** Where all claims are of one story. */
  readonly story: { readonly head: number; readonly hash: string | null } | null;
}

export function aboutRows({ head, counts, cut, story }: Manifest): Cell[][] {
  const { generatedAt, generatedBy, filters } = head;
  return [
    ['format', 'claimdesk-claims'],
    ['generated at (UTC)', { time: generatedAt }],
    ['generated by', generatedBy.name],
    ['generated by (id)', generatedBy.id],
    ...Object.entries(filters).map(([name, value]): Cell[] => [`filter: ${name}`, value]),
    ...[...counts].map(([sheet, count]): Cell[] => [`rows: ${sheet}`, count]),
    ...(story === null
      ? []
      : [
          ['story head', story.head],
          ['story head hash', story.hash],
        ]),
    ['cells cut', cut],
    ['times', 'UTC'],
    ['offsets', 'UTF-16 code units, end exclusive'],
    ...(cut > 0 ? [['cells cut, which', 'see the sheet “Cut”']] : []),
  ];
}

export const CUT_SHEET = { name: 'Cut', columns: named({ sheet: 16, cell: 10, characters: 14 }) };
/** As many as are told one by one. */
export const CUT_TOLD = 10_000;
