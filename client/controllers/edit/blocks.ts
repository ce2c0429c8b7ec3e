/** A story's text as it is being edited: its blocks, each with the marks on its words. Pure, and never changed in place. */
import type { BlockRole, Revision } from '../../../server/contract/articles.ts';
import type { Mark } from '../../highlight/painter.ts';

export interface EditBlock {
  /** The same as long as it is the same block; new ones have new numbers. */
  readonly key: number;
  /** Its number in the revision it comes from; null where it was begun here. */
  readonly base: number | null;
  readonly role: BlockRole;
  readonly text: string;
  /** `start` and `end` are UTF-16 code units into this block's text. */
  readonly marks: readonly Mark[];
}

/** A place in the text: a block by its index, and UTF-16 code units into its text. */
export interface Place {
  readonly block: number;
  readonly offset: number;
}

export interface Splice {
  readonly blocks: readonly EditBlock[];
  /** Where the caret stands after. */
  readonly caret: Place;
}

/** The blocks of a revision. A mark over several of them is shown on each. */
export function blocksOf(
  { text, blocks }: Pick<Revision, 'text' | 'blocks'>,
  marks: readonly Mark[] = [],
): EditBlock[] {
  const inOrder = marks.toSorted((a, b) => a.start - b.start);
  const open: Mark[] = [];
  let next = 0;
  return blocks.map(({ role, start, end }, number) => {
    for (let mark = inOrder[next]; mark !== undefined && mark.start < end; mark = inOrder[next]) {
      open.push(mark);
      next += 1;
    }
    const own = open.filter((mark) => mark.end > start);
    // Those that go on beyond this block are looked at again for the next.
    open.splice(0, open.length, ...own.filter((mark) => mark.end > end));
    return {
      key: number,
      base: number,
      role,
      text: text.slice(start, end),
      marks: own.map((mark) => ({
        ...mark,
        start: Math.max(0, mark.start - start),
        end: Math.min(end, mark.end) - start,
      })),
    };
  });
}

/**
 * What is put in, as lines: NFC, line feeds alone as line ends, no character that a story cannot hold. As on import,
 * except that what cannot be kept is left out, since nobody typed it.
 */
export const linesOf = (raw: string): string[] =>
  raw
    .toWellFormed()
    .replace(/\uFEFF/g, '')
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/(?![\t\n\u007F-\u009F])\p{Cc}/gu, '')
    .normalize('NFC')
    .split(/\n(?:[^\S\n]*\n)*/);

/**
 * Put words in the place of a stretch. Each line of them but the first begins a block.
 *
 * Only the blocks between `from` and `to` are made anew; all others are the very same objects.
 */
export function splice(blocks: readonly EditBlock[], from: Place, to: Place, words: string): Splice {
  const [first, last] = [blocks[from.block], blocks[to.block]];
  if (first === undefined || last === undefined) return { blocks, caret: from };
  const lines = linesOf(words);
  const head = first.text.slice(0, from.offset);
  const tail = last.text.slice(to.offset);
  const end = lines.length - 1;
  const before = marksBefore(first, from.offset);
  const after = marksAfter(last, to.offset);
  const nextKey = Math.max(...blocks.map(({ key }) => key)) + 1;
  // At the beginning of a block a new one goes before it: the block's role and place stay with its words.
  const pushesDown = end > 0 && head === '' && tail !== '' && first === last;

  const made = lines.map((line, index): EditBlock => {
    const isFirst = index === 0;
    const isLast = index === end;
    const opening = isFirst ? head : '';
    const shift = opening.length + line.length;
    const keeps = pushesDown ? isLast : isFirst;
    return {
      key: keeps ? first.key : nextKey + index,
      base: keeps ? first.base : null,
      role: keeps ? first.role : roleAfter(first),
      text: opening + line + (isLast ? tail : ''),
      marks: [
        ...(isFirst ? before : []),
        ...(isLast
          ? after.map((mark) => ({ ...mark, start: mark.start + shift, end: mark.end + shift }))
          : []),
      ],
    };
  });
  const single = made.length === 1 ? made[0] : undefined;
  const joined =
    single === undefined
      ? made
      : [{ ...single, marks: first === last ? stretched(first, from, to, single) : single.marks }];
  return {
    blocks: [...blocks.slice(0, from.block), ...joined, ...blocks.slice(to.block + 1)],
    caret: {
      block: from.block + end,
      offset: (end === 0 ? head.length : 0) + (lines[end]?.length ?? 0),
    },
  };
}

/** What follows a headline is no second one. */
const roleAfter = ({ role }: EditBlock): BlockRole => (role === 'quote' ? 'quote' : 'paragraph');

const marksBefore = ({ marks }: EditBlock, offset: number): Mark[] =>
  marks.filter(({ start }) => start < offset).map((mark) => ({ ...mark, end: Math.min(mark.end, offset) }));

/** From `offset` on, counted from there. */
const marksAfter = ({ marks }: EditBlock, offset: number): Mark[] =>
  marks
    .filter(({ end }) => end > offset)
    .map((mark) => ({ ...mark, start: Math.max(0, mark.start - offset), end: mark.end - offset }));

/** Within one block a mark around the change stays one, and takes in what was typed inside it. */
function stretched({ marks, text }: EditBlock, from: Place, to: Place, now: EditBlock): Mark[] {
  const grown = now.text.length - text.length;
  return marks
    .map((mark) => ({
      ...mark,
      start:
        mark.start >= to.offset
          ? mark.start + grown
          : mark.start > from.offset
            ? to.offset + grown
            : mark.start,
      end: mark.end <= from.offset ? mark.end : mark.end < to.offset ? from.offset : mark.end + grown,
    }))
    .filter(({ start, end }) => end > start);
}

/** Blocks without words hold nothing to store. */
const hasWords = ({ text }: Pick<EditBlock, 'text'>) => /[^\s\p{Default_Ignorable_Code_Point}]/u.test(text);

/** The blocks as they are stored: what was not touched to the letter, else one line each without blanks around it. */
export function storable(
  blocks: readonly EditBlock[],
  base: Pick<Revision, 'text' | 'blocks'>,
): Pick<EditBlock, 'base' | 'role' | 'text'>[] {
  return blocks.filter(hasWords).map((block) => {
    const { role, text } = block;
    if (isUntouched(block, base)) return block;
    return {
      base: null,
      role,
      text: text
        .replace(/\s*\n\s*/g, ' ')
        .trim()
        .normalize('NFC'),
    };
  });
}

/** The text that is stored of them. */
export const textOf = (blocks: readonly Pick<EditBlock, 'text'>[]): string =>
  blocks.map(({ text }) => text).join('\n\n');

export function isUntouched(
  { base: number, text }: Pick<EditBlock, 'base' | 'text'>,
  base: Pick<Revision, 'text' | 'blocks'>,
): boolean {
  const was = number === null ? undefined : base.blocks[number];
  return was !== undefined && base.text.slice(was.start, was.end) === text;
}

export interface Changed {
  /** Blocks with other words, that are new, and that are gone. */
  readonly altered: number;
  readonly added: number;
  readonly removed: number;
}

/** What is different from the revision, in blocks. */
export function changedBlocks(
  blocks: readonly EditBlock[],
  base: Pick<Revision, 'text' | 'blocks'>,
): Changed {
  const kept = blocks.filter(hasWords);
  const from = new Set(kept.flatMap(({ base: number }) => (number === null ? [] : [number])));
  return {
    altered: kept.filter((block) => block.base !== null && !isUntouched(block, base)).length,
    added: kept.filter(({ base: number }) => number === null).length,
    removed: base.blocks.length - from.size,
  };
}

export const isChanged = ({ altered, added, removed }: Changed): boolean => altered + added + removed > 0;

/** Blocks that were put together elsewhere, as blocks of this text: `links` names the block that each one is. */
export function placedOn(
  from: readonly EditBlock[],
  blocks: readonly Pick<EditBlock, 'role' | 'text'>[],
  links: readonly (number | null)[],
): EditBlock[] {
  return blocks.map(({ role, text }, index) => {
    const base = links[index] ?? null;
    const was = base === null ? undefined : from[base];
    return { key: from.length + index, base, role, text, marks: was?.text === text ? was.marks : [] };
  });
}
