/** Quotations of a text, in pairs of marks of every style, also where a mark is missing or typed the wrong way round. */
import type { Block } from '../../../contract/articles.ts';
import type { Range } from '../../../contract/common.ts';

/** Offsets are UTF-16 code units into the text, the marks included. */
export interface Quotation extends Range {
  /** No mark closes it: it runs to the end of its block, as where the next paragraph goes on with the quote. */
  readonly open: boolean;
}

const MARK = /''|``|["“”„«»‘’'`]/gu;
const LONGEST = 20_000;
/** In UTF-16 code units: farther apart, two single marks are apostrophes. */
const LONGEST_SINGLE = 1000;

const isSpace = (sign: string): boolean => sign === '' || /[\s([{—–―\-/:,]/u.test(sign);
const isLetter = (sign: string): boolean => /[\p{L}\p{N}]/u.test(sign);

type Style = 'double' | 'single';
const styleOf = (mark: string): Style => (/^[‘’'`]$/u.test(mark) ? 'single' : 'double');

/** Find the quotations of each block, in order, none inside another of the same block. */
export function findQuotations(text: string, blocks: readonly Block[]): Quotation[] {
  return blocks.flatMap((block) => quotationsOf(text, block));
}

interface Opening {
  readonly start: number;
  readonly style: Style;
}

function quotationsOf(text: string, block: Range): Quotation[] {
  const found: Quotation[] = [];
  let open: Opening | null = null;
  for (const { index, 0: mark } of text.slice(block.start, block.end).matchAll(MARK)) {
    const at = block.start + index;
    const end = at + mark.length;
    const style = styleOf(mark);
    const before = at === block.start ? '' : text.charAt(at - 1);
    const after = end === block.end ? '' : text.charAt(end);
    if (open === null || (open.style === 'single' && at - open.start > LONGEST_SINGLE)) {
      open = opens(mark, before, after) ? { start: at, style } : null;
    } else if (style === open.style && closes(mark, style, before, after)) {
      found.push({ start: open.start, end, open: false });
      open = null;
    } else if (style === 'double' && open.style === 'single' && opens(mark, before, after)) {
      // An apostrophe at the start of a word was taken for a mark.
      open = { start: at, style };
    } else if (style === 'double' && open.style === 'double' && '“«„'.includes(mark)) {
      // Opened twice: the first was never closed, or this one stands inside of it.
      open = { start: open.start, style };
    }
  }
  if (open !== null && open.style === 'double' && block.end - open.start <= LONGEST)
    found.push({ start: open.start, end: block.end, open: true });
  return found;
}

function opens(mark: string, before: string, after: string): boolean {
  if (after === '' || /\s/u.test(after)) return false;
  if (styleOf(mark) === 'single') return mark !== '`' && isSpace(before) && /[\p{Lu}\p{Ll}[(…]/u.test(after);
  return isSpace(before) || '“„«'.includes(mark);
}

function closes(mark: string, style: Style, before: string, after: string): boolean {
  if (style === 'single') return mark !== '‘' && !isLetter(after) && before !== '' && !/\s/u.test(before);
  if ('“„«'.includes(mark)) return false;
  return !isLetter(after) || !/\s/u.test(before);
}

/** The quotation that an offset lies in, marks included; null outside. They have to stand in order. */
export function quotationAt(quotations: readonly Quotation[], offset: number): Quotation | null {
  let low = 0;
  let high = quotations.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const one = quotations[middle];
    if (one === undefined) return null;
    if (offset < one.start) high = middle - 1;
    else if (offset >= one.end) low = middle + 1;
    else return one;
  }
  return null;
}
