/** Whether a sentence can stand in another text: a look at a few sentences before two texts are laid beside one another. */
import { isNumeralWord } from '../../claims/reading/numerals.ts';
import type { RevisedText } from './model.ts';
import { comparing, type Token, tells } from './tokens.ts';

/** Shorter words say little, and parts of numerals are among them. */
const LEAST = 4;
/** So many sentences before and after: one that was split or joined is looked for in its parts together. */
const AROUND = 1;

/** Words that the same sentence has in every text, however its numbers, quotes and capitals are written. */
const wordsOf = (text: string): string[] =>
  (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu) ?? []
  ).filter((word) => word.length >= LEAST && !isNumeralWord(word));

/** What joins two clauses may have come or gone with the border between sentences. */
const keysOf = (tokens: readonly Token[]): Set<string> =>
  new Set(tokens.filter(tells).flatMap(({ key }) => (key === 'and' ? [] : [key.toLowerCase()])));

/**
 * @returns whether all words and numbers of a sentence stand together somewhere in the text. False only where a claim in it
 *   would keep no verdict by `reanchor`; true says nothing yet. The cost of one look grows with the sentences that share
 *   the rarest of its words.
 */
export function mayStandIn({ text, sentences, language }: RevisedText): (sentence: string) => boolean {
  const compare = comparing(language);
  const sentencesWith = new Map<string, number[]>();
  sentences.forEach(({ start, end }, number) => {
    for (const word of new Set(wordsOf(text.slice(start, end)))) {
      const known = sentencesWith.get(word);
      if (known === undefined) sentencesWith.set(word, [number]);
      else known.push(number);
    }
  });
  const together = new Map<number, ReadonlySet<string>>();
  const keysAround = (number: number): ReadonlySet<string> => {
    const known = together.get(number);
    if (known !== undefined) return known;
    const some = sentences.slice(Math.max(0, number - AROUND), number + AROUND + 1);
    const made = keysOf(some.flatMap(({ start, end }) => compare(text.slice(start, end))));
    together.set(number, made);
    return made;
  };
  return (sentence) => {
    const places = wordsOf(sentence).map((word) => sentencesWith.get(word) ?? []);
    const [rarest] = places.sort((a, b) => a.length - b.length);
    if (rarest === undefined) return true;
    const keys = [...keysOf(compare(sentence))];
    return rarest.some((number) => keys.every((key) => keysAround(number).has(key)));
  };
}
