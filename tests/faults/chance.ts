/** Numbers that look random and are the same for the same seed. */
export interface Chance {
  /** From 0 up to below 1. */
  next(): number;
  /** A whole number from 0 up to below `sides`. */
  below(sides: number): number;
  /** True as often as `share` says, from 0 to 1. */
  happens(share: number): boolean;
  /** @throws Error for an empty list */
  pick<T>(list: readonly T[]): T;
}

/** Mulberry32: small, and good enough to choose what goes wrong. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (sides: number) => Math.floor(next() * sides);
  return {
    next,
    below,
    happens: (share) => next() < share,
    pick: (list) => {
      const picked = list[below(list.length)];
      if (picked === undefined) throw new Error('there is nothing to pick from');
      return picked;
    },
  };
}
