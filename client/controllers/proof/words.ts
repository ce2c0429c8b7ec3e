/** Words of a story, as an editor counts them. Offsets are UTF-16 code units into the revision's text. */
import type { Range } from '../../../server/contract/common.ts';
import { figuresIn } from './figures.ts';

/** Between two words without a space they make one: "al-Qaeda-linked". */
const JOINS = /^[-‐‑–’'/.]$/u;
/** They belong to the figure beside them: "$1.2m", "40%". */
const BEFORE_FIGURE = /^\p{Sc}$/u;
const AFTER_FIGURE = /^[%‰°\p{Sc}]$/u;
/** Marks whose two halves differ. Single quotation marks are left out: they are apostrophes too. */
const PAIRED_MARKS = ['“”', '«»', '„“', '[]', '()'].map((pair) => [pair.charAt(0), pair.charAt(1)] as const);

/**
 * The words of each block, found when first asked for.
 *
 * Whole blocks and not sentences, because a selection runs across the borders of sentences.
 */
export class Words {
  private readonly found = new Map<number, readonly Range[]>();
  private readonly segmenter: Intl.Segmenter;
  private readonly graphemes: Intl.Segmenter;

  constructor(
    private readonly text: string,
    private readonly blocks: readonly Range[],
    private readonly language: string,
  ) {
    this.segmenter = new Intl.Segmenter(language, { granularity: 'word' });
    this.graphemes = new Intl.Segmenter(language, { granularity: 'grapheme' });
  }

  /** The words that lie within `range`, in order. */
  within(range: Range): Range[] {
    return this.blocksOf(range).flatMap((block) =>
      this.of(block).filter((word) => word.start >= range.start && word.end <= range.end),
    );
  }

  /** The figures that stand within `range`, in order, each with what bounds it and what it counts. */
  figures({ start, end }: Range): Range[] {
    return figuresIn(this.text.slice(start, end), this.language).map((figure) => ({
      start: start + figure.start,
      end: start + figure.end,
    }));
  }

  /** From the first word of `range` to its last, or null where there is none: a sentence without its full stop. */
  hull(range: Range): Range | null {
    const words = this.within(range);
    const [first] = words;
    const last = words.at(-1);
    return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
  }

  /**
   * Widen `range` to whole words, and take off the white space at its ends.
   *
   * Punctuation that was selected stays: a quote is marked with its quotation marks. Null where nothing
   * but white space is left.
   */
  snap(range: Range): Range | null {
    const trimmed = trim(this.text, range);
    if (trimmed === null) return null;
    const first = this.wordAt(trimmed.start);
    const last = this.wordAt(trimmed.end - 1);
    return {
      start: Math.min(trimmed.start, first?.start ?? trimmed.start),
      end: Math.max(trimmed.end, last?.end ?? trimmed.end),
    };
  }

  /**
   * Take in the quotation mark or bracket that stands right at an edge of `range` where its other is inside.
   *
   * Words begin and end without their marks, so that a half-quoted phrase taken word by word would keep one
   * of the two: 'sink” the talks' becomes '“sink” the talks'.
   */
  closed({ start, end }: Range): Range {
    const text = this.text.slice(start, end);
    for (const [open, close] of PAIRED_MARKS) {
      const balance = text.split(open).length - text.split(close).length;
      if (balance === -1 && this.text.charAt(start - 1) === open) return { start: start - 1, end };
      if (balance === 1 && this.text.charAt(end) === close) return { start, end: end + 1 };
    }
    return { start, end };
  }

  /**
   * The last word, or backwards the first, of the phrase that `word` is in.
   *
   * A phrase ends where something other than white space stands between two words, and with its block.
   */
  phraseEdge(word: Range, direction: 1 | -1): Range {
    let at = word;
    for (;;) {
      const next = direction === 1 ? this.next(at.end) : this.previous(at.start);
      if (next === null) return at;
      const between =
        direction === 1 ? this.text.slice(at.end, next.start) : this.text.slice(next.end, at.start);
      if (!/^[^\S\n]*$/u.test(between)) return at;
      at = next;
    }
  }

  /** The first word that begins at or after `offset`, in this block or a later one. */
  next(offset: number): Range | null {
    for (let block = this.blockAt(offset); block < this.blocks.length; block += 1) {
      const word = this.of(block).find(({ start }) => start >= offset);
      if (word !== undefined) return word;
    }
    return null;
  }

  /** The last word that ends at or before `offset`. */
  previous(offset: number): Range | null {
    for (let block = Math.min(this.blockAt(offset), this.blocks.length - 1); block >= 0; block -= 1) {
      const word = this.of(block).findLast(({ end }) => end <= offset);
      if (word !== undefined) return word;
    }
    return null;
  }

  /** The place one character (as a reader counts them) on from `offset`, forwards or back. */
  step(offset: number, direction: 1 | -1): number {
    const block = this.blocks[this.blockAt(direction === 1 ? offset : offset - 1)];
    if (block === undefined) return offset;
    let before = block.start;
    for (const { index, segment } of this.graphemes.segment(this.text.slice(block.start, block.end))) {
      const end = block.start + index + segment.length;
      if (direction === 1 && end > offset) return end;
      if (direction === -1 && end >= offset) return before;
      before = end;
    }
    return offset;
  }

  private wordAt(offset: number): Range | undefined {
    return this.of(this.blockAt(offset)).find(({ start, end }) => start <= offset && offset < end);
  }

  /** The block that holds `offset` or, between blocks, the next one. */
  private blockAt(offset: number): number {
    const found = this.blocks.findIndex(({ end }) => end > offset);
    return found === -1 ? this.blocks.length : found;
  }

  private blocksOf(range: Range): number[] {
    return this.blocks.flatMap(({ start, end }, index) =>
      start < range.end && end > range.start ? [index] : [],
    );
  }

  private of(block: number): readonly Range[] {
    const known = this.found.get(block);
    if (known !== undefined) return known;
    const bounds = this.blocks[block];
    const words = bounds === undefined ? [] : this.read(bounds);
    this.found.set(block, words);
    return words;
  }

  private read(bounds: Range): Range[] {
    const words: Range[] = [];
    const segments = [...this.segmenter.segment(this.text.slice(bounds.start, bounds.end))];
    segments.forEach(({ segment, index, isWordLike }, number) => {
      if (isWordLike !== true) return;
      const before = segments[number - 1];
      const after = segments[number + 1];
      const figure = /\p{Nd}/u.test(segment);
      const start =
        figure && before !== undefined && BEFORE_FIGURE.test(before.segment) ? before.index : index;
      const end =
        figure && after !== undefined && AFTER_FIGURE.test(after.segment)
          ? after.index + after.segment.length
          : index + segment.length;
      const last = words.at(-1);
      const joined =
        last !== undefined &&
        before !== undefined &&
        JOINS.test(before.segment) &&
        last.end === bounds.start + before.index;
      if (joined) last.end = bounds.start + end;
      else words.push({ start: bounds.start + start, end: bounds.start + end });
    });
    return words;
  }
}

/** `range` without the white space at its ends, or null where there is nothing else. */
export function trim(text: string, { start, end }: Range): Range | null {
  const words = text.slice(start, end);
  const from = words.length - words.trimStart().length;
  const to = words.trimEnd().length;
  return to <= from ? null : { start: start + from, end: start + to };
}

/** Move one edge of a marked stretch by a word, and keep at least one. Null where it cannot go on. */
export function moveEdge(
  words: Words,
  range: Range,
  edge: 'start' | 'end',
  direction: 'out' | 'in',
): Range | null {
  const inside = words.within(range);
  if (edge === 'start') {
    const start = direction === 'out' ? words.previous(range.start)?.start : inside[1]?.start;
    return start === undefined || start >= range.end ? null : { start, end: range.end };
  }
  const end = direction === 'out' ? words.next(range.end)?.end : inside.at(-2)?.end;
  return end === undefined || end <= range.start ? null : { start: range.start, end };
}
