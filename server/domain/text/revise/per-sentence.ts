/** What is asked of a sentence again and again, for each of its claims and for the ones around it. */
import type { Side } from './aligned.ts';

/** The same question, its answers kept as long as the revision is: a side never changes. */
export function perSentence<T>(
  ask: (side: Side, sentence: number) => T,
): (side: Side, sentence: number) => T {
  const answers = new WeakMap<Side, Map<number, { readonly answer: T }>>();
  const answersOn = (side: Side) => {
    const made = new Map<number, { readonly answer: T }>();
    answers.set(side, made);
    return made;
  };
  return (side, sentence) => {
    const known = answers.get(side) ?? answersOn(side);
    const kept = known.get(sentence);
    if (kept !== undefined) return kept.answer;
    const answer = ask(side, sentence);
    known.set(sentence, { answer });
    return answer;
  };
}
