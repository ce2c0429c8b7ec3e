/** Whether two sentences say the same words. */
import { type Side, tellingWords } from './aligned.ts';
import { perSentence } from './per-sentence.ts';

/** The telling words of one sentence after the listed normalisation; its first one in small letters. */
export const wordsIn = perSentence((side, sentence): readonly string[] => {
  const [first, ...rest] = tellingWords(side, sentence);
  return first === undefined ? [] : [first.toLowerCase(), ...rest];
});

export function isAlike(one: Side, sentence: number, other: Side, there: number): boolean {
  const [left, right] = [wordsIn(one, sentence), wordsIn(other, there)];
  return left.length === right.length && left.every((key, index) => key === right[index]);
}
