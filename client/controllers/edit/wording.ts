/** Two wordings beside each other, word by word, for whoever chooses between them. */
import { diffWordsWithSpace } from 'diff';
import type { Piece } from '../../../server/contract/revisions.ts';

export const wordsBetween = (older: string, newer: string): Piece[] =>
  diffWordsWithSpace(older, newer).map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
