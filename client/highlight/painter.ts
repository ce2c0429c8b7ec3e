/** Paints marks with the CSS Custom Highlight API: no element per claim, and only what changed is touched. */
import type { ClaimKind } from '../../server/contract/claims.ts';
import type { Range as TextRange } from '../../server/contract/common.ts';
import { differing } from './differing.ts';
import { chosenName, highlightName, type LineState, PLACE, SELECTION } from './names.ts';
import type { TextMap } from './text-map.ts';

/** One mark as it should look. `start` and `end` are UTF-16 code units into the revision's text. */
export interface Mark {
  id: string;
  kind: ClaimKind;
  line: LineState;
  start: number;
  end: number;
}

interface Painted {
  mark: Mark;
  name: string;
  range: StaticRange;
}

/** A highlight is registered once for the document; later ones are drawn over earlier ones. */
const PRIORITY: Readonly<Record<string, number>> = { [PLACE]: -1, [SELECTION]: 9 };
const CHOSEN_PRIORITY = 5;

const looksAlike = (a: Mark, b: Mark) =>
  a === b || (a.kind === b.kind && a.line === b.line && a.start === b.start && a.end === b.end);

/**
 * Marks of a story, painted where the reader is.
 *
 * Only those in near stretches are ranges: the browser looks at every range of the document again whenever any element's
 * style changes, which five thousand of them make dear at each key and each frame of a scroll.
 */
export class Painter {
  private marks: readonly Mark[] = [];
  private stretches: readonly TextRange[] = [];
  private readonly painted = new Map<string, Painted>();
  private readonly highlights = new Map<string, Highlight>();
  private readonly single = new Map<string, StaticRange>();

  constructor(private readonly map: TextMap) {}

  /** Paint exactly these marks. Cost: one look at each, and work only from the first that differs to the last. */
  paint(marks: readonly Mark[]): void {
    const { from, beforeTo, afterTo } = differing(this.marks, marks);
    const gone = new Set(this.marks.slice(from, beforeTo).map(({ id }) => id));
    this.marks = marks;
    for (const mark of marks.slice(from, afterTo)) {
      gone.delete(mark.id);
      this.show(mark);
    }
    for (const id of gone) this.hide(id);
  }

  /** Paint the marks that lie in these stretches, if only in part, and no others. Cost: one look at each mark. */
  near(stretches: readonly TextRange[]): void {
    this.stretches = stretches;
    for (const mark of this.marks) this.show(mark);
  }

  private show(mark: Mark): void {
    const before = this.painted.get(mark.id);
    if (!this.stretches.some(({ start, end }) => mark.start < end && mark.end > start)) {
      if (before !== undefined) this.hide(mark.id);
      return;
    }
    if (before !== undefined && looksAlike(before.mark, mark)) return;
    this.hide(mark.id);
    const range = this.map.rangeFor(mark.start, mark.end);
    if (range === null) return;
    const name = highlightName(mark.kind, mark.line);
    this.add(name, range);
    this.painted.set(mark.id, { mark, name, range });
  }

  private hide(id: string): void {
    const before = this.painted.get(id);
    if (before !== undefined) this.remove(before.name, before.range);
    this.painted.delete(id);
  }

  /** Fill the wash of the chosen claim, or of none. */
  choose(mark: Pick<Mark, 'kind' | 'start' | 'end'> | null): void {
    for (const name of [...this.single.keys()]) if (name.endsWith('-chosen')) this.showOnly(name, null);
    if (mark !== null) this.showOnly(chosenName(mark.kind), mark);
  }

  /** The sentence at which the reader is. */
  place(range: { start: number; end: number } | null): void {
    this.showOnly(PLACE, range);
  }

  /** The words that a mark would take. */
  select(range: { start: number; end: number } | null): void {
    this.showOnly(SELECTION, range);
  }

  /** Take everything off the document: highlights outlive the nodes they were made for. */
  clear(): void {
    for (const [name, highlight] of this.highlights) {
      highlight.clear();
      if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
    }
    this.highlights.clear();
    this.marks = [];
    this.painted.clear();
    this.single.clear();
  }

  private showOnly(name: string, range: { start: number; end: number } | null): void {
    const before = this.single.get(name);
    if (before !== undefined) this.remove(name, before);
    this.single.delete(name);
    const next = range === null ? null : this.map.rangeFor(range.start, range.end);
    if (next === null) return;
    this.add(name, next);
    this.single.set(name, next);
  }

  private add(name: string, range: StaticRange): void {
    let highlight = this.highlights.get(name);
    if (highlight === undefined) {
      highlight = new Highlight();
      highlight.priority = PRIORITY[name] ?? (name.endsWith('-chosen') ? CHOSEN_PRIORITY : 0);
      this.highlights.set(name, highlight);
      CSS.highlights.set(name, highlight);
    }
    highlight.add(range);
  }

  private remove(name: string, range: StaticRange): void {
    this.highlights.get(name)?.delete(range);
  }
}
