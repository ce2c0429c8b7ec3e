/** What the story shows of its claims, put together anew only when claims or filters changed: scrolling must not. */
import type { ClaimStore, Filter, Placed } from '../../controllers/proof/claim-store.ts';
import { LINE_OF } from '../../highlight/names.ts';
import type { Mark } from '../../highlight/painter.ts';

export interface Shown {
  /** In the order of the text. */
  items: readonly Placed[];
  marks: readonly Mark[];
  /** By the sentence in which they begin. */
  bySentence: ReadonlyMap<number, readonly Placed[]>;
}

export class ShownClaims {
  private readonly marks = new WeakMap<Placed, Mark>();
  private last: { change: number; filter: Filter; shown: Shown } | null = null;

  constructor(
    private readonly store: ClaimStore,
    private readonly revision: number,
    private readonly sentenceAt: (offset: number) => number,
  ) {}

  private markOf(item: Placed): Mark {
    const known = this.marks.get(item);
    if (known !== undefined) return known;
    const { id, kind, status, start, end } = item;
    const mark = { id, kind, line: LINE_OF[status], start, end };
    this.marks.set(item, mark);
    return mark;
  }

  /** The same object as before, as long as nothing changed. */
  get(filter: Filter): Shown {
    const { change } = this.store;
    if (this.last?.change === change && this.last.filter === filter) return this.last.shown;
    const items = this.store.placed(this.revision, filter);
    const marks = items.map((item) => this.markOf(item));
    const bySentence = new Map<number, Placed[]>();
    for (const item of items) {
      const { claim } = item;
      const asStored = claim !== null && claim.span.start === item.start;
      const sentence = asStored ? claim.sentence : this.sentenceAt(item.start);
      const group = bySentence.get(sentence);
      if (group === undefined) bySentence.set(sentence, [item]);
      else group.push(item);
    }
    const shown = { items, marks, bySentence };
    this.last = { change, filter, shown };
    return shown;
  }
}
