/** Where two lists differ: lists of thousands are told apart without a look at what follows from each item. */

/** The items from `from` on, up to `beforeTo` in the one list and `afterTo` in the other; around them both are the same. */
export interface Differing {
  readonly from: number;
  readonly beforeTo: number;
  readonly afterTo: number;
}

/** Items are compared as objects: the same one, or another. */
export function differing<T>(before: readonly T[], after: readonly T[]): Differing {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from += 1;
  let tail = 0;
  while (tail < shorter - from && before[before.length - 1 - tail] === after[after.length - 1 - tail])
    tail += 1;
  return { from, beforeTo: before.length - tail, afterTo: after.length - tail };
}
