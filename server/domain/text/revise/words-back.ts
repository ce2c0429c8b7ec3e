/** Whether a sentence can stand in another text: a cheap look before the two texts are laid beside one another. */
import { isNumeralWord } from '../../claims/reading/numerals.ts';

/** Shorter words say little, and parts of numerals are among them. */
const LEAST = 4;

/** Words that the same sentence has in every text, however its numbers, quotes and capitals are written. */
const wordsOf = (text: string): string[] =>
  (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu) ?? []
  ).filter((word) => word.length >= LEAST && !isNumeralWord(word));

/**
 * @returns whether a sentence's words all stand somewhere in `text`. False only where the sentence is not in it after the
 *   normalisation of `tokens.ts`; true says nothing yet.
 */
export function mayStandIn(text: string): (sentence: string) => boolean {
  const words = new Set(wordsOf(text));
  return (sentence) => wordsOf(sentence).every((word) => words.has(word));
}
