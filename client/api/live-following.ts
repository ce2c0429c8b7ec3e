/** What comes of a gapless sequence by several ways: each item once, in order. */
export class Following<T extends { readonly seq: number }> {
  constructor(private last: number) {}

  /** The number of the last item handed on. */
  get head(): number {
    return this.last;
  }

  /** What came up to this number is known by another way. */
  skipTo(head: number): void {
    this.last = Math.max(this.last, head);
  }

  /**
   * Items in rising order. `ready` are those that come next; `isGap` says that others come before the rest, which has to
   * be asked for.
   */
  take(items: readonly T[]): { readonly ready: readonly T[]; readonly isGap: boolean } {
    const ready: T[] = [];
    for (const item of items) {
      if (item.seq <= this.last) continue;
      if (item.seq > this.last + 1) return { ready, isGap: true };
      this.last = item.seq;
      ready.push(item);
    }
    return { ready, isGap: false };
  }
}
