/** What kind of change two runs of words are to one another. */
import { diffArrays } from 'diff';
import { categoriesOf, isBoundPhrase, isCue, isFigure, isNegation, outcomesOf } from './lexicon.ts';
import type { Change } from './model.ts';

/** The words that one side has and the other has not. */
export interface Difference {
  readonly removed: readonly string[];
  readonly added: readonly string[];
  /** Places of the removed ones in the older run. */
  readonly removedAt: readonly number[];
}

/** Compare two runs of keys; null where they are equal. */
export function differenceOf(older: readonly string[], newer: readonly string[]): Difference | null {
  if (older.length === newer.length && older.every((key, index) => key === newer[index])) return null;
  const removed: string[] = [];
  const added: string[] = [];
  const removedAt: number[] = [];
  let at = 0;
  for (const part of diffArrays([...older], [...newer])) {
    if (part.added) added.push(...part.value);
    else {
      if (part.removed) {
        removed.push(...part.value);
        removedAt.push(...part.value.map((_, step) => at + step));
      }
      at += part.count;
    }
  }
  return { removed, added, removedAt };
}

type Expiring = Exclude<Change, 'same' | 'moved' | 'gone'>;

/**
 * What a change inside the marked words is. Of several the one that falsifies most: a negation, then the figure, its
 * bound, who or what it counts. A typo cannot be told from another word: it is `reworded`.
 */
export function changeInside({ removed, added }: Difference): Expiring {
  const all = [...removed, ...added];
  if (all.some(isNegation) && !isBoundPhrase(all)) return 'negation_changed';
  if (all.some(isFigure)) return 'figure_changed';
  if (isBoundPhrase(all)) return 'bound_changed';
  return changesCategory(removed, added) ? 'category_changed' : 'reworded';
}

export interface Surroundings {
  /** Whether words of the source or of the cue are among what changed. */
  readonly touchesVoice: boolean;
  /** Whether another outcome than before stands nearest to the marked words: "killed 12 and injured 30" turned round. */
  readonly hasOtherOutcome: boolean;
  /** How many of the older words stand before the marked ones. */
  readonly before: number;
  /** All of the older words around the marked ones. */
  readonly words: readonly string[];
}

/** What a change around the marked words, in their own sentence, is. */
export function changeAround(
  difference: Difference,
  { touchesVoice, hasOtherOutcome, before, words }: Surroundings,
): Expiring {
  const { removed, added, removedAt } = difference;
  const all = [...removed, ...added];
  if (isBoundPhrase(all)) return 'bound_changed';
  if (all.some(isNegation)) return 'negation_changed';
  // Who stands next to a cue is who speaks: "the office said".
  const nextToCue = removedAt.some((at) => [at - 1, at + 1].some((near) => isCue(words[near] ?? '')));
  if (touchesVoice || nextToCue || all.some(isCue)) return 'attribution_changed';
  // Who is counted stands right behind a figure; elsewhere in the sentence it is somebody else.
  const counted = removed.filter((_, index) => {
    const at = removedAt[index] ?? -1;
    return at >= before && at < before + COUNTED;
  });
  const ofPeople = counted.some((key) => categoriesOf(key).length > 0);
  const ofOutcome =
    hasOtherOutcome || removed.flatMap(outcomesOf).join() !== added.flatMap(outcomesOf).join();
  return ofOutcome || ofPeople ? 'category_changed' : 'reworded';
}

/** So many words after a figure, the noun that it counts has come. */
const COUNTED = 3;

function changesCategory(removed: readonly string[], added: readonly string[]): boolean {
  const of = (keys: readonly string[]) => [...new Set(keys.flatMap(categoriesOf))].sort().join();
  return of(removed) !== of(added);
}
