/** Between which numbers a printed figure may lie, and whether two of them can both be so. */
import type { CasualtyDetails } from '../../../contract/claims.ts';

export type Stated = Pick<CasualtyDetails, 'low' | 'best' | 'high' | 'modifier' | 'wording'>;

/** Both ends belong to it. `max` is infinite where nothing bounds the figure from above ("at least 385"). */
export interface Bounds {
  readonly min: number;
  readonly max: number;
  /** It is printed as one number and nothing loosens it. */
  readonly exact: boolean;
  /** A wording without a number: "dozens", "several". */
  readonly vague: boolean;
  /** False where nothing is known: it can be held against nothing. */
  readonly known: boolean;
}

/** "About 30" may be printed for 36, and not for 45. */
const LOOSE = 0.2;
const LEAST_LOOSE = 2;
/** "1.2 million" may be printed for 1,204,000: half of its last digit, and never more than this. */
const ROUNDED = 0.05;
/** A larger word is taken from here on: nobody prints "dozens" for 240. */
const VAGUE_FACTOR = 20;

/**
 * Read a figure's bounds.
 *
 * @param inHead headlines round: "4,000" over a story of 4,120
 */
export function boundsOf(stated: Stated, inHead = false): Bounds {
  const { low, best, high, modifier } = stated;
  const vague = modifier === 'vague';
  const number = best ?? low ?? high;
  if (number === null) return { min: 0, max: Infinity, exact: false, vague, known: false };
  const [min, max] = endsOf(stated, number);
  const rounding = min === max ? roundingOf(min, stated, inHead) : 0;
  return {
    min: Math.max(min - rounding, 0),
    max: max + rounding,
    exact: min === max && (modifier === null || modifier === 'exact'),
    vague,
    known: true,
  };
}

/** A bound in words stays one where a form has the same number in several fields: "at least 385" has no upper limit. */
function endsOf({ low, best, high, modifier }: Stated, number: number): [min: number, max: number] {
  const capped = high !== null && high > (low ?? best ?? high) ? high : null;
  switch (modifier) {
    case 'at_least':
    case 'more_than':
      return [low ?? number, capped ?? Infinity];
    case 'up_to':
    case 'fewer_than':
      return [low !== null && low < (high ?? number) ? low : 0, high ?? number];
    case 'vague':
      return [low ?? 0, capped ?? Math.max(VAGUE_FACTOR * number - 1, 0)];
    case 'about': {
      const loose = Math.max(LEAST_LOOSE, number * LOOSE);
      return [low !== null && low < number ? low : number - loose, Math.max(capped ?? 0, number + loose)];
    }
    default:
      return [
        low ?? (best === null || high !== null ? 0 : best),
        high ?? (best !== null && (low === null || low === best) ? best : Infinity),
      ];
  }
}

/** By how much a number that is printed round may differ from the one behind it. */
function roundingOf(value: number, { wording }: Stated, inHead: boolean): number {
  const isScaled = wording !== null && /\b(?:thousand|million|billion)\b|\d\s?(?:k|m|bn)\b/iu.test(wording);
  if (!isScaled && !(inHead && value >= 1000)) return 0;
  let unit = 1;
  while (value > 0 && value % (unit * 10) === 0) unit *= 10;
  return Math.min(unit / 2, value * ROUNDED);
}

/** Can both be so? What is not known contradicts nothing. */
export const agree = (a: Bounds, b: Bounds): boolean =>
  !a.known || !b.known || (a.min <= b.max && b.min <= a.max);

/** One number and no other, said without a modifier. */
export const isExact = ({ exact, vague }: Bounds): boolean => exact && !vague;

/**
 * Whether a figure agrees with any of many, asked in the time of a search by halves: of those that begin before its end,
 * those that end before its beginning are no neighbours. True where nothing is known of any.
 */
export function agreesWithAny(all: readonly Bounds[]): (bounds: Bounds) => boolean {
  const known = all.filter((bounds) => bounds.known);
  const mins = known.map(({ min }) => min).sort((a, b) => a - b);
  const maxs = known.map(({ max }) => max).sort((a, b) => a - b);
  return (bounds) =>
    known.length === 0 ||
    !bounds.known ||
    countBelow(mins, bounds.max, true) > countBelow(maxs, bounds.min, false);
}

/** How many of a rising list are below a value, or at it as well. */
function countBelow(rising: readonly number[], value: number, orAt: boolean): number {
  let [low, high] = [0, rising.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const at = rising[middle] ?? Infinity;
    if (at < value || (orAt && at === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}
