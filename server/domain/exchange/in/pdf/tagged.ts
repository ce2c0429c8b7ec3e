/** The paragraphs of a file that says itself what its parts are (tagged PDF: ISO 32000-1, 14.8). */
import type { BlockRole } from '../../../../contract/articles.ts';
import type { ImportedBlock } from '../model.ts';
import { isEnded, joinLines, type Words } from './join.ts';
import { lineOf, rowsOf } from './lines.ts';
import type { Page, Piece, Tag } from './model.ts';

const ROLES: Readonly<Record<string, BlockRole>> = {
  Title: 'headline',
  H: 'heading',
  H1: 'heading',
  H2: 'heading',
  H3: 'heading',
  H4: 'heading',
  H5: 'heading',
  H6: 'heading',
  BlockQuote: 'quote',
  Caption: 'caption',
};
/** Parts that are blocks of their own; all others are within a line. */
const BLOCKS = new Set([...Object.keys(ROLES), 'P', 'LI', 'LBody', 'TD', 'TH', 'Div', 'Sect', 'Art', 'Part']);
for (const name of ['Document', 'L', 'Table', 'TR', 'THead', 'TBody', 'TFoot', 'TOC', 'TOCI', 'Index'])
  BLOCKS.add(name);
/** What is kept apart from the flow of the text. */
const APART = new Set(['Artifact', 'Figure', 'Form']);

/** Of the letters of the file that its tags have to hold, so that nothing is left out. */
const COVERED = 0.9;

interface Block {
  readonly role: BlockRole;
  readonly pieces: Piece[][];
}

/** Null where the file is not tagged, or its tags leave out words. */
export function taggedBlocks(
  pages: readonly Page[],
  without: ReadonlySet<Piece>,
  words: Words,
): ImportedBlock[] | null {
  if (pages.some(({ tags }) => tags === null)) return null;
  const blocks: Block[] = [];
  /** Numbers of the first blocks of pages: a paragraph that goes on there is tagged once on each. */
  const firsts = new Set<number>();
  let told = 0;
  let all = 0;
  for (const { tags, pieces } of pages) {
    firsts.add(blocks.length);
    const marked = new Map<string, Piece[]>();
    for (const piece of pieces) {
      if (without.has(piece)) continue;
      all += piece.text.trim().length;
      if (piece.mark !== null) marked.set(piece.mark, [...(marked.get(piece.mark) ?? []), piece]);
    }
    const walk = (tag: Tag, role: BlockRole) => {
      if (APART.has(tag.role)) return;
      const own = role === 'paragraph' ? (ROLES[tag.role] ?? role) : role;
      if (BLOCKS.has(tag.role)) blocks.push({ role: own, pieces: [] });
      for (const child of tag.children) {
        if ('role' in child) {
          walk(child, own);
          if (BLOCKS.has(child.role)) blocks.push({ role: own, pieces: [] });
          continue;
        }
        const held = marked.get(child.mark) ?? [];
        told += held.reduce((sum, { text }) => sum + text.trim().length, 0);
        const block = blocks.at(-1);
        // A paragraph over two columns is read column by column: its stretches stand in its own order.
        if (held.length > 0 && block !== undefined) block.pieces.push(held);
      }
    };
    if (tags !== null) walk(tags, 'paragraph');
  }
  if (told < all * COVERED) return null;
  const result: ImportedBlock[] = [];
  let begins = false;
  for (const [number, { role, pieces }] of blocks.entries()) {
    begins ||= firsts.has(number);
    const text = textOf(pieces.flat(), words);
    if (text === '') continue;
    const last = result.at(-1);
    if (begins && last?.role === 'paragraph' && role === 'paragraph' && !isEnded(last.text))
      result[result.length - 1] = { role, text: joinLines([last.text, text], words) };
    else result.push({ role, text });
    begins = false;
  }
  return result;
}

/** Lines in the order of the file, which a tagged one promises is that of reading: a row higher up is another column. */
function textOf(pieces: readonly Piece[], words: Words): string {
  const columns: Piece[][] = [];
  let lowest = Number.POSITIVE_INFINITY;
  for (const piece of pieces) {
    const last = columns.at(-1);
    if (last === undefined || piece.y > lowest + piece.size * 1.5) {
      columns.push([piece]);
      lowest = piece.y;
    } else {
      last.push(piece);
      lowest = Math.min(lowest, piece.y);
    }
  }
  const lines = columns.flatMap((column) => rowsOf(column).map((row) => lineOf([row]).text));
  return joinLines(lines, words);
}
