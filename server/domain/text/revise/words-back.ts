/** Whether a sentence can stand in another text: a look at a few sentences before two texts are laid beside one another. */
import { sideOf } from './aligned.ts';
import type { RevisedText } from './model.ts';
import { comparing, tells } from './tokens.ts';

/** So many sentences before and after: one that was split or joined is looked for in its parts together. */
const AROUND = 1;
/** What joins two clauses may have come or gone with the border between sentences. */
const JOINS = 'and';

/**
 * @returns whether all words and numbers of a sentence stand together somewhere in the text. False only where a claim in it
 *   would keep no verdict by `reanchor`; true says nothing yet. The cost of one look grows with the sentences that share
 *   the rarest of its words.
 */
export function mayStandIn(newer: RevisedText): (sentence: string) => boolean {
  const compare = comparing(newer.language);
  // A capital may have come or gone with the border.
  const keys = sideOf(newer).telling.map((all) => all.map((key) => key.toLowerCase()));
  const sentencesWith = new Map<string, number[]>();
  keys.forEach((all, number) => {
    for (const key of all) {
      const known = sentencesWith.get(key);
      if (known === undefined) sentencesWith.set(key, [number]);
      else if (known.at(-1) !== number) known.push(number);
    }
  });
  const stands = (number: number, key: string) =>
    keys.slice(Math.max(0, number - AROUND), number + AROUND + 1).some((all) => all.includes(key));
  return (sentence) => {
    const sought = compare(sentence)
      .filter(tells)
      .map(({ key }) => key.toLowerCase())
      .filter((key) => key !== JOINS);
    const [rarest] = sought.map((key) => sentencesWith.get(key) ?? []).sort((a, b) => a.length - b.length);
    return rarest === undefined || rarest.some((number) => sought.every((key) => stands(number, key)));
  };
}
