/** What the story shows of its claims, put together anew only where claims or filters changed: scrolling must not. */
import type { ClaimStore, Filter, Placed } from '../../controllers/proof/claim-store.ts';
import { differing } from '../../highlight/differing.ts';
import { LINE_OF } from '../../highlight/names.ts';
import type { Mark } from '../../highlight/painter.ts';

export interface Shown {
  /** In the order of the text. */
  items: readonly Placed[];
  marks: readonly Mark[];
  /** By the sentence in which they begin. */
  bySentence: ReadonlyMap<number, readonly Placed[]>;
}

const NOTHING: Shown = { items: [], marks: [], bySentence: new Map() };

function markOf({ id, kind, status, start, end }: Placed): Mark {
  return { id, kind, line: LINE_OF[status], start, end };
}

export class ShownClaims {
  private shown = NOTHING;
  private last: { change: number; filter: Filter } | null = null;

  constructor(
    private readonly store: ClaimStore,
    private readonly revision: number,
    private readonly sentenceAt: (offset: number) => number,
  ) {}

  /** The same object as before, as long as nothing changed; and within it the same as far as it did not. */
  get(filter: Filter): Shown {
    const { change } = this.store;
    if (this.last?.change === change && this.last.filter === filter) return this.shown;
    this.last = { change, filter };
    this.shown = this.after(this.shown, this.store.placed(this.revision, filter));
    return this.shown;
  }

  private after(before: Shown, items: readonly Placed[]): Shown {
    const { from, beforeTo, afterTo } = differing(before.items, items);
    const fresh = items.slice(from, afterTo);
    const marks = [...before.marks.slice(0, from), ...fresh.map(markOf), ...before.marks.slice(beforeTo)];

    const groups = new Map<number, Placed[]>();
    for (const item of before.items.slice(from, beforeTo)) groups.set(this.sentenceOf(item), []);
    for (const item of fresh) groups.set(this.sentenceOf(item), []);
    for (const item of this.around(items, from, afterTo, groups))
      groups.get(this.sentenceOf(item))?.push(item);

    const bySentence = new Map([...before.bySentence, ...groups]);
    for (const [sentence, group] of groups) if (group.length === 0) bySentence.delete(sentence);
    return { items, marks, bySentence };
  }

  /** The items of these sentences: in the order of the text they stand together, around those that changed. */
  private around(
    items: readonly Placed[],
    from: number,
    to: number,
    sentences: ReadonlyMap<number, unknown>,
  ): readonly Placed[] {
    const isThere = (item: Placed | undefined) => item !== undefined && sentences.has(this.sentenceOf(item));
    let first = from;
    while (isThere(items[first - 1])) first -= 1;
    let end = to;
    while (isThere(items[end])) end += 1;
    return items.slice(first, end);
  }

  private sentenceOf({ claim, start }: Placed): number {
    return claim !== null && claim.span.start === start ? claim.sentence : this.sentenceAt(start);
  }
}
