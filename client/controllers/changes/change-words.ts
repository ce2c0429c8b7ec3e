/** What became of a claim on a newer text, in words. */
import type { ClaimChange } from '../../../server/contract/revisions.ts';
import type { Row } from './align.ts';

export const CHANGE_WORDS: Readonly<Record<ClaimChange, string>> = {
  same: 'The same',
  moved: 'Moved, the same words',
  reworded: 'Worded differently',
  figure_changed: 'Another figure',
  bound_changed: '“At least”, “up to” or the like changed',
  category_changed: 'Counts others, or something else',
  negation_changed: 'Said where it was denied, or denied where it was said',
  attribution_changed: 'Somebody else says it, or nobody',
  gone: 'Its words are gone',
};

/** What became of a block. */
export const ROW_WORDS: Readonly<Record<Row['kind'], string>> = {
  same: 'The same words',
  changed: 'Changed',
  removed: 'Left out',
  added: 'New',
  moved_away: 'Moved from here',
  moved_here: 'Moved here',
};

/** Beside a block, so that no colour has to tell it. */
export const ROW_SIGNS: Readonly<Record<Row['kind'], string>> = {
  same: '',
  changed: '≠',
  removed: '−',
  added: '+',
  moved_away: '↷',
  moved_here: '↶',
};
