/** What is said of changes that others made and the page does not show yet. */
import { counted } from '../../words.ts';

/** On the button that shows them. */
export const waitingWords = (count: number): string =>
  `${counted(count, 'change')} – show ${count === 1 ? 'it' : 'them'}`;

/** Where a decision waits for its author to look. @param who null where it is not known */
export const lookFirst = (who: string | null): string =>
  `${who ?? 'Someone'} changed this a moment ago. Look at it, then decide again.`;
