/** What became of a claim on a newer text, in words. */
import type { ClaimChange } from '../../server/contract/revisions.ts';

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
