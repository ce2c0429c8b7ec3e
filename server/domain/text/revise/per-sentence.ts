/** What is asked of a sentence again and again, for each of its claims and for the ones around it. */
import type { Side } from './aligned.ts';

/** The same question, its answers kept as long as the revision is: a side never changes. */
export function perSentence<T>(
  ask: (side: Side, sentence: number) => T,
): (side: Side, sentence: number) => T {
  const answers = new WeakMap<Side, ({ readonly answer: T } | undefined)[]>();
  return (side, sentence) => {
    let known = answers.get(side);
    if (known === undefined) {
      known = new Array(side.revision.sentences.length);
      answers.set(side, known);
    }
    const kept = known[sentence];
    if (kept !== undefined) return kept.answer;
    const answer = ask(side, sentence);
    // One before the first is asked for as well, and is no place in an array.
    if (sentence >= 0) known[sentence] = { answer };
    return answer;
  };
}
