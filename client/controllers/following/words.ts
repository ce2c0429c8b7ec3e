/** What is said of changes that others made and the page does not show yet. */
import { counted } from '../../words.ts';

/** On the button that shows them. */
export const waitingWords = (count: number): string =>
  `${counted(count, 'change')} – show ${count === 1 ? 'it' : 'them'}`;

/** Where a decision waits for its author to look. @param who null where it is not known */
export const lookFirst = (who: string | null): string =>
  `${who ?? 'Someone'} changed this a moment ago. Look at it, then decide again.`;

/** On a row that changed while nobody was at it. @param who null where it is not known */
export const changedWords = (who: string | null): string =>
  who === null ? 'Changed since you looked' : `${who} changed this`;

/** Where a confirmation waits for a text that the page does not compare yet. */
export const TEXT_FIRST =
  'A newer text came in, and is not compared here. Show it first, then decide whether the meaning is the same.';
