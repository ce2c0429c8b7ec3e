/** Crimes that tell in a word how many they befell: "a double murder". Lower case. */
import type { Outcome } from '../../../contract/claims.ts';
import type { Quantity } from '../../claims/quantities.ts';
import type { Token } from '../../claims/reading/tokens.ts';
import { wordSet } from '../word-set.ts';

const MULTIPLES: ReadonlyMap<string, number> = new Map([
  ['double', 2],
  ['triple', 3],
  ['quadruple', 4],
  ['quintuple', 5],
]);
const CRIMES: ReadonlyMap<string, Outcome> = new Map([
  ...wordsTo('murder homicide killing slaying assassination lynching suicide execution drowning', 'killed'),
  ...wordsTo('shooting stabbing', 'injured'),
]);
function wordsTo(words: string, outcome: Outcome): [string, Outcome][] {
  return words.split(' ').map((word) => [word, outcome]);
}

/** "Double murder", "triple shooting", up to an index: how many it tells of. Null where a "fatal" one leaves open how many died. */
export function crimesAt(words: readonly string[], to: number): { outcome: Outcome; count: number } | null {
  const outcome = CRIMES.get(words[to - 1] ?? '');
  const count = MULTIPLES.get(words[to - 2] ?? '');
  const fatal = outcome === 'injured' && FATAL.has(words[to - 3]);
  return outcome === undefined || count === undefined || fatal ? null : { outcome, count };
}
const FATAL = wordSet('fatal deadly');

/** A count that a word tells without a figure: "double". */
export function toldBy(tokens: readonly Token[], at: number, count: number): Quantity {
  const { start = 0, end = 0, text = '' } = tokens[at] ?? {};
  const exactly = { low: count, best: count, high: count, modifier: 'exact' } as const;
  return { ...exactly, wording: text, start, end, figure: { start, end } };
}

/** "A body", "an unidentified corpse", "a man's body". */
export const isOneBody = (words: string): boolean =>
  /^(?:an?|another)(?: (?:dead|unidentified|mutilated|decomposed|charred|headless|burned|burnt|male|female|woman's|man's|boy's|girl's|child's|second|third))* (?:body|corpse)$/.test(
    words,
  );
