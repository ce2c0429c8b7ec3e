/** The people that a figure counts, from the noun after it. */
import type { CasualtyDetails } from '../../../contract/claims.ts';
import { AUXILIARIES, categoryOf, categoryOfPair, namesNoOne, outcomeOf, THINGS } from './lexicon.ts';
import { type Token, wordAt } from './tokens.ts';

export interface Counted {
  readonly what: 'people' | 'things' | 'unknown';
  readonly victims: CasualtyDetails['victims'];
}

const UNKNOWN: Counted = { what: 'unknown', victims: null };

/** Adjectives and modifying nouns that may stand between: "two young Swedish radio reporters". */
const MOST_BETWEEN = 5;
/** These end the noun phrase that a figure opens. */
const BORDERS: ReadonlySet<string> = new Set(
  'in at on by from near since when after before during while who whom which that and or but as with to into had has have including among'.split(
    ' ',
  ),
);

/**
 * What is counted by the figure that ends before `next`.
 *
 * The last of several nouns in a row is the head: "army officers", "prison guards". A noun that no list
 * knows leaves it unknown.
 */
export function countedAfter(tokens: readonly Token[], next: number, value: number | null): Counted {
  for (let index = next; index < next + MOST_BETWEEN; index++) {
    const word = wordAt(tokens, index);
    if (word === '' || BORDERS.has(word) || AUXILIARIES.has(word)) return UNKNOWN;
    if (THINGS.has(word) || (value === 1 && THINGS.has(`${word}s`) && headsPhrase(tokens, index)))
      return { what: 'things', victims: null };
    const pair = `${word} ${wordAt(tokens, index + 1)}`;
    const ofPair = categoryOfPair(pair);
    if (ofPair !== null) return people(ofPair, printed(tokens, index, index + 1));
    if (isNoun(wordAt(tokens, index + 1))) continue;
    const category = categoryOf(word);
    if (isNoun(word) && category !== null) return people(category, printed(tokens, index, index));
    if (namesNoOne(word)) return { what: 'people', victims: null };
    // "nine killed": an outcome is no noun.
    if (outcomeOf(word) !== null) return UNKNOWN;
  }
  return UNKNOWN;
}

/**
 * The people named from one token to another, `to` exclusive, where no figure counts them: "reporters freed".
 *
 * Null where they name none or several: with "guards freed prisoners" it cannot be seen who is meant.
 */
export function victimsNamed(
  tokens: readonly Token[],
  { from, to }: { from: number; to: number },
): CasualtyDetails['victims'] {
  const isHead = (index: number) =>
    isNoun(wordAt(tokens, index)) && !(index + 1 < to && isNoun(wordAt(tokens, index + 1)));
  const heads: number[] = [];
  for (let index = from; index < to; index++) if (isHead(index)) heads.push(index);
  const [head] = heads;
  if (head === undefined || heads.length > 1) return null;
  const pair = head > from ? categoryOfPair(`${wordAt(tokens, head - 1)} ${wordAt(tokens, head)}`) : null;
  if (pair !== null) return { category: pair, label: printed(tokens, head - 1, head) };
  const category = categoryOf(wordAt(tokens, head));
  return category === null ? null : { category, label: printed(tokens, head, head) };
}

/** A noun that names people: "dead" and "wounded" count them without. */
const isNoun = (word: string): boolean => categoryOf(word) !== null && !namesNoOne(word);

/** "one car", but not "one bus passenger". */
const headsPhrase = (tokens: readonly Token[], index: number): boolean =>
  categoryOf(wordAt(tokens, index + 1)) === null;

const people = (category: NonNullable<CasualtyDetails['victims']>['category'], label: string): Counted => ({
  what: 'people',
  victims: { category, label },
});

const printed = (tokens: readonly Token[], from: number, to: number): string =>
  tokens
    .slice(from, to + 1)
    .map(({ text }) => text)
    .join(' ');
