/** Between places in a revision's text and places in the DOM that shows it. */
import type { Block, Revision } from '../../server/contract/articles.ts';
import type { Range as TextRange } from '../../server/contract/common.ts';
import { type Piece, rangeIn } from './pieces.ts';

/** Blocks that stand together in one element. */
export interface Part extends TextRange {
  readonly element: HTMLElement;
  /** Numbers. */
  readonly blocks: readonly number[];
}

/** The page's own heading is the first: a story's headline is the second, so that readers who jump by headings find it. */
const TAGS: Readonly<Record<Block['role'], string>> = {
  headline: 'h2',
  standfirst: 'p',
  byline: 'p',
  dateline: 'p',
  paragraph: 'p',
  heading: 'h3',
  quote: 'blockquote',
  caption: 'p',
};

/** Characters to a line and pixels to a line, for the height a part is believed to have before it is first drawn. */
const MEASURE = 66;
const LINE_HEIGHT = 30;
/** Pixels between two blocks. */
const BETWEEN = 13;
/**
 * Lines after which a part ends, about a window's. The browser keeps a layer, and looks at each frame, for every element
 * that is laid out only near the screen: one for each block of a long story made each frame of a scroll several times as
 * dear.
 */
const PART = 40;

/**
 * A revision's text in the DOM, and the way there and back.
 *
 * Every block is one element with one text node; blocks stand together in parts, which are laid out only near the screen. Neither sentences nor claims become elements: painting is the
 * highlights' work and measuring is a range's, so that thousands of them leave the tree as it is.
 */
export class TextMap {
  private constructor(
    private readonly pieces: readonly Piece[],
    private readonly byNode: ReadonlyMap<Node, Piece>,
    /** In the order of the text; together they hold all of it. */
    readonly parts: readonly Part[],
  ) {}

  /** Set `revision` in `container`, in place of whatever it held. */
  static render(container: Element, revision: Pick<Revision, 'text' | 'blocks'>): TextMap {
    const pieces: Piece[] = [];
    const parts = partsOf(revision.blocks).map((blocks, index, all): Part => {
      const element = document.createElement('div');
      element.className = 'part';
      let lines = 0;
      for (const number of blocks) {
        const block = revision.blocks[number];
        if (block === undefined) continue;
        const { start, end, role } = block;
        const shown = document.createElement(TAGS[role]);
        shown.className = `block ${role}`;
        element.append(shown);
        lines += linesOf(block);
        if (end <= start) continue;
        const node = document.createTextNode(revision.text.slice(start, end));
        shown.append(node);
        pieces.push({ start, end, node });
      }
      element.style.containIntrinsicBlockSize = `auto ${lines * LINE_HEIGHT + blocks.length * BETWEEN}px`;
      const startOf = (numbers: readonly number[] | undefined) => revision.blocks[numbers?.[0] ?? -1]?.start;
      const start = index === 0 ? 0 : (startOf(blocks) ?? 0);
      return { element, blocks, start, end: startOf(all[index + 1]) ?? revision.text.length };
    });
    container.replaceChildren(...parts.map(({ element }) => element));
    return new TextMap(pieces, new Map(pieces.map((piece) => [piece.node, piece])), parts);
  }

  /** The DOM range that shows `start..end`, or null where none of it is shown. */
  rangeFor(start: number, end: number): StaticRange | null {
    return rangeIn(this.pieces, start, end);
  }

  /** A live range for measuring: `getClientRects` is not on static ones. */
  measurable(start: number, end: number): Range | null {
    const fixed = this.rangeFor(start, end);
    if (fixed === null) return null;
    const range = document.createRange();
    range.setStart(fixed.startContainer, fixed.startOffset);
    range.setEnd(fixed.endContainer, fixed.endOffset);
    return range;
  }

  /** The place in the text of a DOM place, or null where it is outside the story. */
  offsetOf(node: Node, offset: number): number | null {
    const piece = this.byNode.get(node);
    if (piece !== undefined) return Math.min(piece.start + offset, piece.end);
    if (!(node instanceof Element)) return null;
    const child = node.childNodes[offset];
    const after = child === undefined ? null : this.firstPieceIn(child);
    if (after !== null) return after.start;
    const before = node.childNodes[offset - 1];
    return (before === undefined ? null : this.lastPieceIn(before))?.end ?? null;
  }

  /** The stretch of the text that a DOM range covers; null where either end is outside or nothing is between. */
  offsetsOf(range: AbstractRange): TextRange | null {
    const start = this.offsetOf(range.startContainer, range.startOffset);
    const end = this.offsetOf(range.endContainer, range.endOffset);
    return start === null || end === null || end <= start ? null : { start, end };
  }

  private firstPieceIn(node: Node): Piece | null {
    const own = this.byNode.get(node);
    if (own !== undefined) return own;
    for (const child of node.childNodes) {
      const piece = this.firstPieceIn(child);
      if (piece !== null) return piece;
    }
    return null;
  }

  private lastPieceIn(node: Node): Piece | null {
    const own = this.byNode.get(node);
    if (own !== undefined) return own;
    for (const child of [...node.childNodes].reverse()) {
      const piece = this.lastPieceIn(child);
      if (piece !== null) return piece;
    }
    return null;
  }
}

/** About how many lines a block takes. */
const linesOf = ({ start, end }: Block) => Math.max(1, Math.ceil((end - start) / MEASURE));

/** Numbers of blocks that stand together. */
function partsOf(blocks: readonly Block[]): number[][] {
  const parts: number[][] = [];
  let room = 0;
  for (const [number, block] of blocks.entries()) {
    if (room <= 0) {
      parts.push([]);
      room = PART;
    }
    parts.at(-1)?.push(number);
    room -= linesOf(block);
  }
  return parts;
}
