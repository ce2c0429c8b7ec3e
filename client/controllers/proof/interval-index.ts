/** Which stretches hold a place in the text. */
import type { Range } from '../../../server/contract/common.ts';

/** Of equal start the longest first, so that what holds another precedes it. */
export const inTextOrder = (a: Range, b: Range): number => a.start - b.start || b.end - a.end;

/**
 * A list sorted by start, with the furthest end up to each item kept beside it.
 *
 * A query finds by bisection the last item that could begin early enough, and walks back until no
 * earlier item reaches far enough. Claims are short, so the walk is a few steps in a story of thousands.
 */
export class IntervalIndex<T extends Range> {
  private readonly reach: readonly number[];

  /** The items have to be `inTextOrder`. */
  constructor(private readonly items: readonly T[]) {
    let furthest = 0;
    this.reach = this.items.map(({ end }) => {
      furthest = Math.max(furthest, end);
      return furthest;
    });
  }

  get sorted(): readonly T[] {
    return this.items;
  }

  /** The items that hold the character at `offset`, the inmost (shortest) first. */
  at(offset: number): T[] {
    return this.overlapping({ start: offset, end: offset + 1 }).sort(
      (a, b) => a.end - a.start - (b.end - b.start),
    );
  }

  /** The items that share at least one character with `range`, in the order of the text. */
  overlapping(range: Range): T[] {
    const found: T[] = [];
    for (let index = this.firstFrom(range.end) - 1; index >= 0; index -= 1) {
      if ((this.reach[index] ?? 0) <= range.start) break;
      const item = this.items[index];
      if (item !== undefined && item.end > range.start) found.push(item);
    }
    return found.reverse();
  }

  /** How many items begin before `offset`: the number of the first that does not. */
  firstFrom(offset: number): number {
    let low = 0;
    let high = this.items.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.items[middle]?.start ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
