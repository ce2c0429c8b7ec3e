/**
 * The columns of an export of corrections, in order. A row can be understood alone: it carries its story, its sentence,
 * who says so, why, who checked and who passed it, and the evidence. Names are part of the format, as those of claims are.
 */
import type { ColumnType } from './claim-columns.ts';

const COLUMNS = {
  story_id: ['id', 'The story that is to be corrected'],
  story_title: ['text', 'Its title'],
  story_byline: ['text', 'Its byline'],
  story_published_at: ['time', 'When it was published'],
  story_url: ['text', 'Where it was published'],
  revision: ['number', 'The revision of its text that this corrects, from 1'],
  sentence_number: ['number', 'The sentence in which the words begin, from 0'],
  sentence: ['text', 'That sentence'],
  old_wording: ['text', 'The words as they stand'],
  new_wording: ['text', 'The words as they should be'],
  reason: ['text', 'Why'],
  said_by: ['list', 'Who says what is corrected, by the attributions linked to it'],
  evidence: [
    'list',
    'What the correction rests on: stance, title, publisher, locator, words relied on, address',
  ],
  checked_by: ['text', 'Who checked it'],
  checked_at: ['time', 'When'],
  status: [
    'choice',
    'checked: nobody else has looked yet; returned: a reviewer doubts it; passed: a reviewer passed it',
  ],
  passed_by: ['text', 'Who passed it; empty where nobody has'],
  passed_at: ['time', 'When'],
  returned_by: ['text', 'Who returned it; empty where nobody has'],
  returned_note: ['text', 'Why it was returned'],
  kind: ['choice', 'casualty_count, attribution, source or fact'],
  claim_id: ['id', 'The claim'],
  start: ['number', 'Where the words begin in the revision’s text, in UTF-16 code units'],
  end: ['number', 'Where they end, exclusive, in UTF-16 code units'],
} as const satisfies Readonly<Record<string, readonly [ColumnType, string]>>;

export type CorrectionColumnName = keyof typeof COLUMNS;

export interface CorrectionColumn {
  readonly name: CorrectionColumnName;
  readonly type: ColumnType;
  /** One line for whoever reads the file. */
  readonly meaning: string;
}

const isName = (name: string): name is CorrectionColumnName => name in COLUMNS;

/** In the order in which they stand in a file. */
export const CORRECTION_COLUMNS: readonly CorrectionColumn[] = Object.keys(COLUMNS)
  .filter(isName)
  .map((name) => ({ name, type: COLUMNS[name][0], meaning: COLUMNS[name][1] }));
