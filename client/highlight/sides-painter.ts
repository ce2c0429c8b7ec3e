/**
 * Paints the marks of a comparison with the CSS Custom Highlight API, in the rows that are near.
 *
 * The browser looks at every range of the document again whenever any element's style changes: those far away are none.
 */
import type { ClaimKind } from '../../server/contract/claims.ts';
import type { ComparedTexts, Side } from './compared-texts.ts';
import { chosenName, highlightName, type LineState } from './names.ts';

/** `start` and `end` are UTF-16 code units into the text of its side. */
export interface SideMark {
  /** In which row it begins, from 0. */
  readonly row: number;
  readonly side: Side;
  readonly kind: ClaimKind;
  readonly line: LineState;
  readonly start: number;
  readonly end: number;
}

/** Later ones are drawn over earlier ones. */
const CHOSEN_PRIORITY = 5;

interface Painted {
  readonly name: string;
  readonly range: StaticRange;
}

export class SidesPainter {
  private readonly highlights = new Map<string, Highlight>();
  private readonly painted = new Map<number, readonly Painted[]>();
  private byRow: ReadonlyMap<number, readonly SideMark[]> = new Map();
  private near: ReadonlySet<number> = new Set();
  private chosen: readonly Painted[] = [];

  constructor(private readonly texts: ComparedTexts) {}

  /** Paint exactly these marks. */
  paint(marks: readonly SideMark[]): void {
    for (const row of [...this.painted.keys()]) this.hide(row);
    const byRow = new Map<number, SideMark[]>();
    for (const mark of marks) {
      const here = byRow.get(mark.row);
      if (here === undefined) byRow.set(mark.row, [mark]);
      else here.push(mark);
    }
    this.byRow = byRow;
    for (const row of this.near) this.show(row);
  }

  /** Paint the marks of these rows and of no others. */
  nearTo(rows: ReadonlySet<number>): void {
    this.near = rows;
    for (const row of [...this.painted.keys()]) if (!rows.has(row)) this.hide(row);
    for (const row of rows) if (!this.painted.has(row)) this.show(row);
  }

  /** Fill the wash of these, and of no others. */
  choose(marks: readonly SideMark[]): void {
    this.remove(this.chosen);
    this.chosen = marks.flatMap((mark) => this.add(chosenName(mark.kind), mark));
  }

  /** Take everything off the document: highlights outlive the nodes they were made for. */
  clear(): void {
    for (const [name, highlight] of this.highlights) {
      highlight.clear();
      if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
    }
    this.highlights.clear();
    this.painted.clear();
    this.chosen = [];
  }

  private show(row: number): void {
    const marks = this.byRow.get(row) ?? [];
    this.painted.set(
      row,
      marks.flatMap((mark) => this.add(highlightName(mark.kind, mark.line), mark)),
    );
  }

  private hide(row: number): void {
    this.remove(this.painted.get(row) ?? []);
    this.painted.delete(row);
  }

  private add(name: string, { side, start, end }: SideMark): Painted[] {
    const range = this.texts.rangeFor(side, start, end);
    if (range === null) return [];
    let highlight = this.highlights.get(name);
    if (highlight === undefined) {
      highlight = new Highlight();
      if (name.endsWith('-chosen')) highlight.priority = CHOSEN_PRIORITY;
      this.highlights.set(name, highlight);
      CSS.highlights.set(name, highlight);
    }
    highlight.add(range);
    return [{ name, range }];
  }

  private remove(painted: readonly Painted[]): void {
    for (const { name, range } of painted) this.highlights.get(name)?.delete(range);
  }
}
