/** What is asked of a text and of its sentences again and again, for each of their claims and for the ones around. */
import type { Side } from './aligned.ts';

/** The same question, its answers kept as long as the revision is: a side never changes. */
export function perSentence<T>(
  ask: (side: Side, sentence: number) => T,
): (side: Side, sentence: number) => T {
  const answersOf = perSide(
    (side): ({ readonly answer: T } | undefined)[] => new Array(side.revision.sentences.length),
  );
  return (side, sentence) => {
    const known = answersOf(side);
    const kept = known[sentence];
    if (kept !== undefined) return kept.answer;
    const answer = ask(side, sentence);
    // One before the first is asked for as well, and is no place in an array.
    if (sentence >= 0) known[sentence] = { answer };
    return answer;
  };
}

/** A question of a whole revision. */
export function perSide<T extends object>(ask: (side: Side) => T): (side: Side) => T {
  const answers = new WeakMap<Side, T>();
  return (side) => {
    const known = answers.get(side);
    if (known !== undefined) return known;
    const answer = ask(side);
    answers.set(side, answer);
    return answer;
  };
}
