/** Whether two sentences say the same words. */
import type { Side } from './aligned.ts';
import { tells } from './tokens.ts';

/** The telling words of one sentence after the listed normalisation; its first one in small letters. */
export function wordsIn(side: Side, sentence: number): string[] {
  const first = side.firstOf[sentence] ?? 0;
  const keys: string[] = [];
  for (let index = first; index < (side.firstOf[sentence + 1] ?? first); index++) {
    const token = side.tokens[index];
    if (token !== undefined && tells(token))
      keys.push(keys.length === 0 ? token.key.toLowerCase() : token.key);
  }
  return keys;
}

export function isAlike(one: Side, sentence: number, other: Side, there: number): boolean {
  const [left, right] = [wordsIn(one, sentence), wordsIn(other, there)];
  return left.length === right.length && left.every((key, index) => key === right[index]);
}
