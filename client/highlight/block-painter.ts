/** Paints marks on blocks that are being edited: only the block that changed is painted anew. */
import { highlightName } from './names.ts';
import type { Mark } from './painter.ts';

interface Painted {
  readonly name: string;
  readonly range: StaticRange;
}

export class BlockPainter {
  private readonly highlights = new Map<string, Highlight>();
  private readonly painted = new Map<number, readonly Painted[]>();

  /** Paint exactly these marks on a block: UTF-16 code units into `node`, which holds all of its text. */
  paint(key: number, node: Text | null, marks: readonly Mark[]): void {
    this.forget(key);
    if (node === null || marks.length === 0) return;
    this.painted.set(
      key,
      marks.map(({ kind, line, start, end }) => {
        const name = highlightName(kind, line);
        const range = new StaticRange({
          startContainer: node,
          startOffset: Math.min(start, node.length),
          endContainer: node,
          endOffset: Math.min(end, node.length),
        });
        this.named(name).add(range);
        return { name, range };
      }),
    );
  }

  /** Take a block's marks off. */
  forget(key: number): void {
    for (const { name, range } of this.painted.get(key) ?? []) this.highlights.get(name)?.delete(range);
    this.painted.delete(key);
  }

  /** Take everything off the document: highlights outlive the nodes they were made for. */
  clear(): void {
    for (const [name, highlight] of this.highlights) {
      highlight.clear();
      if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
    }
    this.highlights.clear();
    this.painted.clear();
  }

  private named(name: string): Highlight {
    const known = this.highlights.get(name);
    if (known !== undefined) return known;
    const highlight = new Highlight();
    this.highlights.set(name, highlight);
    CSS.highlights.set(name, highlight);
    return highlight;
  }
}
