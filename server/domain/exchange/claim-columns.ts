/**
 * The columns of an export of claims, in order: the one list that files, documentation and tests read.
 *
 * A row can be understood alone: it carries its story, its sentence, who says so, the verdict with its reason, who
 * checked and who passed it, and the evidence. Names are part of the format: they are added at the end of their group,
 * never renamed.
 */

/**
 * What a column's cells hold. `text` is anyone's words, `choice` one of the words of the contract, `number` a whole
 * number, `time` ISO 8601 in UTC, `day` ISO 8601, `flag` true or false. A `list` is an array in JSON; in CSV its items
 * stand below one another in one cell. What is not known is an empty cell, in JSON null.
 */
export type ColumnType = 'id' | 'text' | 'choice' | 'number' | 'time' | 'day' | 'flag' | 'list';

const COLUMNS = {
  claim_id: ['id', 'The claim'],
  story_id: ['id', 'The story it stands in'],
  story_title: ['text', 'The story’s title'],
  story_byline: ['text', 'The story’s byline'],
  story_agency: ['text', 'The agency the story came from'],
  story_published_at: ['time', 'When the story was published'],
  story_url: ['text', 'Where the story was published'],
  revision: ['number', 'The revision of the story’s text in which the claim is marked, from 1'],
  sentence_number: ['number', 'The sentence in which the claim begins, from 0'],
  sentence: ['text', 'That sentence'],
  quote: ['text', 'The marked words'],
  start: ['number', 'Where the marked words begin in the revision’s text, in UTF-16 code units'],
  end: ['number', 'Where they end, exclusive, in UTF-16 code units'],
  kind: ['choice', 'casualty_count, attribution, source or fact'],
  status: ['choice', 'How far checking has come'],
  summary: ['text', 'The claim in an editor’s words'],
  same_fact_as: ['id', 'Another claim of the story that states the same fact'],
  story_head: ['number', 'The last event of the story’s history when this was exported'],
  story_head_hash: [
    'text',
    'That event’s link in the chain of the history, in hexadecimal: it proves a later history whole up to there',
  ],

  outcome: ['choice', 'Casualty count: what happened to the victims'],
  low: ['number', 'Casualty count: the lowest number the words allow'],
  best: ['number', 'Casualty count: the number the words state'],
  high: ['number', 'Casualty count: the highest number the words allow'],
  modifier: [
    'choice',
    'Casualty count: exact, at_least, more_than, up_to, fewer_than, about, range or vague',
  ],
  wording: ['text', 'Casualty count: the number as printed'],
  victims_category: ['choice', 'Casualty count: who the victims were'],
  victims_label: ['text', 'Casualty count: the victims as printed'],
  part_of: ['id', 'Casualty count: the count of the story that this one is part of'],
  scope: ['choice', 'Casualty count: incident or cumulative'],
  period_from: ['day', 'Casualty count: first day of the period'],
  period_to: ['day', 'Casualty count: last day of the period'],
  period_precision: ['choice', 'Casualty count: how exactly the period is known'],
  place: ['text', 'Casualty count: where'],
  place_precision: ['choice', 'Casualty count: how exactly the place is known'],
  perpetrator: ['text', 'Casualty count: who is said to have done it'],
  cause: ['text', 'Casualty count: what is said to have caused it'],

  source_words: ['text', 'Attribution: who says so, as printed'],
  cue: ['text', 'Attribution: the words that make it one'],
  content: ['list', 'Attribution: the attributed words'],
  mode: ['choice', 'Attribution: direct, indirect, mixed or hearsay'],
  basis: ['choice', 'Attribution: what the source is, from named to none'],
  source_name: ['text', 'Attribution or source: the entry in the source register'],
  source_kind: ['choice', 'Attribution or source: that entry’s kind'],
  via: ['list', 'Attribution: those it came through, by the register or else as printed'],
  via_words: ['list', 'Attribution: those of them that the text names, as printed'],
  carried_over: ['flag', 'Attribution: the source is named in an earlier sentence only'],
  said_by: ['list', 'Who says what this claim claims, by the attributions linked to it'],

  fact_about: ['choice', 'Fact: date, place, name, quantity, event or other'],
  fact_value: ['text', 'Fact: its value'],
  title_as_printed: ['text', 'Source: its title as printed'],

  verdict: ['choice', 'accurate, inaccurate, disputed, unverifiable or waived'],
  verdict_reason: ['text', 'Why'],
  correction: ['text', 'The corrected wording of an inaccurate claim'],
  verdict_by: ['text', 'Who gave the verdict'],
  verdict_at: ['time', 'When'],
  verdict_expired_at: ['time', 'When the verdict stopped holding; empty while it holds'],
  verdict_expired_reasons: ['list', 'What changed so that it no longer holds'],
  review: ['choice', 'passed or returned'],
  review_reason: ['choice', 'Why it was returned'],
  review_note: ['text', 'The reviewer’s words'],
  review_by: ['text', 'Who reviewed the verdict'],
  review_at: ['time', 'When'],
  review_reopened_at: ['time', 'When the review stopped holding; empty while it holds'],

  evidence: [
    'list',
    'What the verdict rests on: stance, title, publisher, locator, words relied on, address',
  ],
  created_by: ['text', 'Who marked the claim'],
  created_at: ['time', 'When'],
} as const satisfies Readonly<Record<string, readonly [ColumnType, string]>>;

export type ClaimColumnName = keyof typeof COLUMNS;

export interface ClaimColumn {
  readonly name: ClaimColumnName;
  readonly type: ColumnType;
  /** One line for whoever reads the file. */
  readonly meaning: string;
}

const isName = (name: string): name is ClaimColumnName => name in COLUMNS;

/** In the order in which they stand in a file. */
export const CLAIM_COLUMNS: readonly ClaimColumn[] = Object.keys(COLUMNS)
  .filter(isName)
  .map((name) => ({ name, type: COLUMNS[name][0], meaning: COLUMNS[name][1] }));
