/** Two texts of a story in the DOM, and the way from a place in either to the words that show it. */
import type { BlockRole } from '../../server/contract/articles.ts';
import type { Piece as Wording } from '../../server/contract/revisions.ts';
import { type Piece, rangeIn } from './pieces.ts';

export type Side = 'older' | 'newer';
/** Beside each other, or put into one column. */
export type Mode = 'side' | 'inline';

export interface ShownBlock {
  readonly role: BlockRole;
  /** UTF-16 code units into the text of its side. */
  readonly start: number;
}

/** One line of the comparison. */
export interface ShownRow {
  readonly kind: string;
  /** Null where nothing is shown on that side. */
  readonly older: ShownBlock | null;
  readonly newer: ShownBlock | null;
  /** Without `added` the older block, without `removed` the newer. */
  readonly wording: readonly Wording[];
  /** Beside it, in a sign and in words; empty for what stands as it stood. */
  readonly sign: string;
  readonly label: string;
}

/** Characters to a line of a column and pixels to a line, for the height a row is believed to have before it is first drawn. */
const MEASURE = 52;
const LINE_HEIGHT = 28;

interface Place {
  readonly row: number;
  readonly side: Side;
  readonly offset: number;
}

export class ComparedTexts {
  private readonly pieces: Readonly<Record<Side, Piece[]>> = { older: [], newer: [] };
  private readonly places = new Map<Node, Place>();
  /** By row. */
  readonly rows: readonly HTMLElement[];

  private constructor(
    rows: readonly ShownRow[],
    mode: Mode,
    private readonly language: { lang: string; dir: string },
  ) {
    this.rows = rows.map((row, number) => this.rowElement(row, number, mode));
  }

  /** Set the rows in `container`, in place of whatever it held. */
  static render(
    container: Element,
    rows: readonly ShownRow[],
    mode: Mode,
    language: { lang: string; dir: string },
  ): ComparedTexts {
    const texts = new ComparedTexts(rows, mode, language);
    container.replaceChildren(...texts.rows);
    return texts;
  }

  /** The DOM range that shows a stretch of one side, or null where none of it is shown. */
  rangeFor(side: Side, start: number, end: number): StaticRange | null {
    return rangeIn(this.pieces[side], start, end);
  }

  /** What a DOM place stands for; null outside the words. */
  placeOf(node: Node, offset: number): Place | null {
    const place = this.places.get(node);
    return place === undefined ? null : { ...place, offset: place.offset + offset };
  }

  private rowElement(row: ShownRow, number: number, mode: Mode): HTMLElement {
    const element = make('div', `row ${row.kind}`);
    element.dataset.row = String(number);
    const length = row.wording.reduce((sum, { text }) => sum + text.length, 0);
    const lines = Math.max(1, Math.ceil(length / MEASURE));
    element.style.containIntrinsicBlockSize = `auto ${lines * LINE_HEIGHT + 16}px`;
    if (row.sign !== '') {
      element.tabIndex = -1;
      element.setAttribute('role', 'group');
      element.setAttribute('aria-label', row.label);
    }
    element.append(signElement(row), ...this.cells(row, number, mode));
    return element;
  }

  private cells(row: ShownRow, number: number, mode: Mode): HTMLElement[] {
    const [older, newer] = [row.older, row.newer];
    if (mode === 'inline') {
      const shown = newer ?? older;
      return shown === null ? [] : [this.cell(row, number, shown, ['older', 'newer'])];
    }
    return (['older', 'newer'] as const).map((side) => {
      const block = row[side];
      if (block === null) return make('div', `cell none ${side}`);
      const cell = this.cell(row, number, block, [side]);
      // Whoever hears the page hears what stands as it stood once.
      if (side === 'older' && row.kind === 'same') cell.setAttribute('aria-hidden', 'true');
      return cell;
    });
  }

  /** The words of one side, or of both in one. */
  private cell(row: ShownRow, number: number, { role }: ShownBlock, sides: readonly Side[]): HTMLElement {
    const element = make('p', `cell ${role} ${sides.length === 1 ? sides[0] : 'both'}`);
    element.lang = this.language.lang;
    element.dir = this.language.dir;
    const at: Record<Side, number> = { older: row.older?.start ?? 0, newer: row.newer?.start ?? 0 };
    for (const { kind, text } of row.wording) {
      const on = SIDES[kind].filter((side) => row[side] !== null && sides.includes(side));
      if (on.length === 0 || text === '') continue;
      const node = document.createTextNode(text);
      element.append(kind === 'same' ? node : changed(kind, node));
      for (const side of on) {
        const start = at[side];
        this.pieces[side].push({ start, end: start + text.length, node });
        at[side] = start + text.length;
      }
      const side = on.at(-1) ?? 'newer';
      this.places.set(node, { row: number, side, offset: at[side] - text.length });
    }
    return element;
  }
}

const SIDES: Readonly<Record<Wording['kind'], readonly Side[]>> = {
  same: ['older', 'newer'],
  removed: ['older'],
  added: ['newer'],
};

function make(tag: string, name: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = name;
  return element;
}

function hidden(words: string): HTMLElement {
  const element = make('span', 'visually-hidden');
  element.textContent = words;
  return element;
}

function changed(kind: 'removed' | 'added', words: Text): HTMLElement {
  const element = make(kind === 'removed' ? 'del' : 'ins', '');
  element.append(hidden(kind === 'removed' ? '[out: ' : '[in: '), words, hidden(']'));
  return element;
}

/** The row's label says the same to whoever hears the page. */
function signElement({ sign, label, kind }: ShownRow): HTMLElement {
  const element = make('div', 'sign');
  if (sign === '') return element;
  element.setAttribute('aria-hidden', 'true');
  const glyph = make('span', 'glyph');
  glyph.textContent = sign;
  element.append(glyph);
  // A sign for either half of a move would have to be learnt.
  if (kind.startsWith('moved')) {
    const words = make('span', 'words');
    words.textContent = label;
    element.append(words);
  }
  return element;
}
