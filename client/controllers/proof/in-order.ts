/** Things that have an id, kept in an order. */

/** So many changes at once are put in their places one by one; more are sorted in. */
const FEW = 16;

/**
 * A list in order, mended when it is next looked at: of thousands of claims a key changes one.
 *
 * `find` gives what bears an id now, or null where nothing does.
 */
export class InOrder<T extends { readonly id: string }> {
  private items: readonly T[] = [];
  private readonly stale = new Set<string>();

  constructor(
    private readonly find: (id: string) => T | null,
    private readonly compare: (a: T, b: T) => number,
  ) {}

  /** What bears this id has come, gone or changed. */
  touch(id: string): void {
    this.stale.add(id);
  }

  /** The same array as long as nothing was touched. */
  get(): readonly T[] {
    if (this.stale.size === 0) return this.items;
    const kept = this.items.length === 0 ? [] : this.items.filter(({ id }) => !this.stale.has(id));
    const fresh = [...this.stale].flatMap((id) => this.find(id) ?? []);
    this.stale.clear();
    if (fresh.length > FEW) kept.push(...fresh);
    else for (const item of fresh) kept.splice(this.placeFor(item, kept), 0, item);
    this.items = fresh.length > FEW ? kept.sort(this.compare) : kept;
    return this.items;
  }

  private placeFor(item: T, items: readonly T[]): number {
    let low = 0;
    let high = items.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const there = items[middle];
      if (there !== undefined && this.compare(there, item) <= 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
