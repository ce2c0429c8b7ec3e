/** Where the sentences of a story begin and end. */
import type { Block, Sentence } from '../../contract/articles.ts';
import { isBorder } from './borders.ts';
import { itemsOf } from './lists.ts';
import { splitsPair } from './spans.ts';
import type { Stretch } from './wording.ts';

/** Lines that are one unit whatever stops stand in them. */
const WHOLE = new Set(['byline', 'dateline']);

/**
 * Cut a story's blocks into sentences, as an editor would.
 *
 * `Intl.Segmenter` proposes borders by the Unicode rules (UAX #29) of the story's language; `borders.ts` takes
 * back those that follow an abbreviation or fall between a quote and its "said", and some that the rules miss are
 * added. Sentences lie within one block, in order, without the white space around them; together they hold
 * everything in a block but white space. `language` is a BCP 47 tag; one that is not known counts as none.
 */
export function splitSentences(text: string, blocks: readonly Block[], language: string): Sentence[] {
  const segmenter = segmenterFor(language);
  const english = /^en\b/iu.test(language);
  return blocks.flatMap((block, index) => {
    const words = text.slice(block.start, block.end);
    const cuts = WHOLE.has(block.role) ? [] : findBorders(words, segmenter, english);
    return stretches(words, cuts).map(({ start, end }) => ({
      block: index,
      start: block.start + start,
      end: block.start + end,
    }));
  });
}

function segmenterFor(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: 'sentence' });
  } catch (error) {
    // A tag may have the right shape and still be none: "en-a".
    if (error instanceof RangeError) return new Intl.Segmenter('und', { granularity: 'sentence' });
    throw error;
  }
}

/** Offsets within a block at which a new sentence begins, rising. */
function findBorders(block: string, segmenter: Intl.Segmenter, english: boolean): number[] {
  // Without a sign before the last word there is nothing to decide: so it is with most lines of lists and tables.
  const sign = block.search(SIGN);
  const lastWord = lastWordAt(block);
  if (sign === -1 || sign > lastWord) return [];

  // In a hard-wrapped paragraph a line end is a space; to the Unicode rules it would be a border.
  const words = block.replace(/[\n\t\u0085\u2028\u2029]/gu, ' ');
  const items = itemsOf(words);
  const starts = new Set(items.map(({ start }) => start));
  const labels = new Set(items.map(({ end }) => end));
  const proposed = new Set([
    ...proposedBorders(words, segmenter),
    ...missedBorders(words, english),
    ...starts,
  ]);
  const quotes = quoteCounter(words);
  const hasWord = wordFinder(words);

  const borders: number[] = [];
  let start = 0;
  for (const at of [...proposed].sort((a, b) => a - b)) {
    const quoted = quotes(at);
    // A sentence needs a word; stray stops and quotes go with their neighbour.
    if (at > lastWord || !hasWord(start, at)) continue;
    // The number of an item ends no sentence, and begins one whatever stands before it.
    if (labels.has(at) || !(starts.has(at) || isBorder(words, at, { start, english, quoted }))) continue;
    borders.push(at);
    start = at;
  }
  return borders;
}

const SIGN = /[^\p{L}\p{N}\s]/u;

/** The segmenter copies its whole input for every segment it yields, so that it is given windows of this size. */
const WINDOW = 4096;

/**
 * The borders of `Intl.Segmenter`, in time linear in the text.
 *
 * The last segment of a window may go on behind it, so the next window begins with it; a window that holds one
 * segment alone is doubled.
 */
function* proposedBorders(words: string, segmenter: Intl.Segmenter): Generator<number> {
  let from = 0;
  let size = WINDOW;
  while (from < words.length) {
    const last = from + size >= words.length;
    let next = from;
    for (const { index } of segmenter.segment(words.slice(from, from + size))) {
      if (index === 0) continue;
      next = from + index;
      yield next;
    }
    if (last) return;
    size = next === from ? size * 2 : WINDOW;
    from = next;
  }
}

/**
 * Borders that the Unicode rules do not see.
 *
 * They take a stop before a figure for none if a small letter follows ("It rose. 30 people died."), do not count
 * an ellipsis as a stop, see none before a reference ("It sank.[1] Nobody knew") or a name with a small letter
 * ("al-Qaida"), and want white space that a careless paste has lost ("the end.Then").
 */
function missedBorders(words: string, english: boolean): number[] {
  const found = [...words.matchAll(AFTER_ELLIPSIS)].map((match) => match.index + match[0].length);
  for (const match of words.matchAll(AFTER_REFERENCE)) found.push(match.index + match[0].length);
  if (!english) return found;
  for (const match of words.matchAll(BEFORE_SMALL_NAME)) found.push(match.index + match[0].length);
  for (const match of words.matchAll(BEFORE_FIGURE)) found.push(match.index + match[0].length);
  for (const match of words.matchAll(LOST_SPACE))
    if (!isAddress(words, match.index)) found.push(match.index + 1);
  return found;
}

// Each looks behind and ahead by a few code units only, and starts at white space or a stop: linear on any text.
const AFTER_ELLIPSIS = /(?=\s)(?<=…["'”’»)\]]{0,4})\s{1,8}(?=["'“‘«([]{0,3}\p{Lu})/gu;
const BEFORE_FIGURE = /(?=\s)(?<=[.!?]["'”’)\]]{0,4})\s{1,8}(?=["'“‘([]{0,3}[$€£¥]?\d)/gu;
const AFTER_REFERENCE = /(?=\s)(?<=[.!?]["”’)]{0,2}(?:\[\d{1,3}\]){1,4})\s{1,8}(?=["'“‘«([]{0,3}\p{Lu})/gu;
const BEFORE_SMALL_NAME =
  /(?=\s)(?<=[^.\s][.!?]["”’)\]]{0,4})\s{1,8}(?=["“]?(?:(?:al|el|an|ar|as|ash|ad)-\p{Lu}|(?:de|di|da|van|von|bin)\s\p{Lu}|[ei]\p{Lu}\p{L}))/gu;
const LOST_SPACE = /\.(?<=\p{Ll}{2}\.)(?=\p{Lu}\p{Ll})/gu;

/** Whether the stop at an offset stands in a web or mail address. */
function isAddress(words: string, at: number): boolean {
  const around = `${/\S*$/u.exec(words.slice(Math.max(0, at - 40), at))?.[0] ?? ''}${/^\S*/u.exec(words.slice(at, at + 40))?.[0] ?? ''}`;
  return /[@/\\:_]|^www\./iu.test(around);
}

const WORD = /[\p{L}\p{N}]/u;

function lastWordAt(words: string): number {
  for (let index = words.length - 1; index >= 0; index--) {
    const point = words.codePointAt(index) ?? 0;
    if (WORD.test(String.fromCodePoint(point))) return index;
  }
  return -1;
}

/** Tells whether a word begins in [start, at), looking at each place of the text once. `at` must rise. */
function wordFinder(words: string): (start: number, at: number) => boolean {
  const pattern = /[\p{L}\p{N}]/gu;
  let found = -1;
  return (start, at) => {
    if (found < start) {
      pattern.lastIndex = start;
      found = pattern.exec(words)?.index ?? words.length;
    }
    return found < at;
  };
}

/** Tells whether a place lies within double quotation marks, counting each mark once. Places must rise. */
function quoteCounter(words: string): (at: number) => boolean {
  let position = 0;
  let open = false;
  return (at) => {
    for (; position < at; position++) {
      const mark = words.charCodeAt(position);
      if (mark === 0x22) open = !open;
      else if (mark === 0x201c || mark === 0xab) open = true;
      else if (mark === 0x201d || mark === 0xbb) open = false;
    }
    return open;
  };
}

/** What lies between cuts, without the white space around it; what is white space alone is dropped. */
function stretches(words: string, cuts: readonly number[]): Stretch[] {
  const ends = [...cuts, words.length];
  return ends.flatMap((end, index) => {
    const start = index === 0 ? 0 : (ends[index - 1] ?? 0);
    const piece = words.slice(start, end);
    const from = start + piece.length - piece.trimStart().length;
    const to = start + piece.trimEnd().length;
    return to > from ? [{ start: from, end: to }] : [];
  });
}

/** What an editor corrected in the borders: offsets into the story's text. */
export interface BorderCorrections {
  /** Starts of sentences that belong to the sentence before. */
  readonly join?: readonly number[] | undefined;
  /** Places where a new sentence begins. */
  readonly split?: readonly number[] | undefined;
}

/**
 * Apply an editor's corrections: first joins, then splits, so that a place may be joined and cut anew elsewhere.
 *
 * What is out of place is ignored: a join that is no sentence's start or would cross a block, a split that is not
 * strictly inside a sentence, in mid-character or with white space alone on one side.
 */
export function correctBorders(
  text: string,
  sentences: readonly Sentence[],
  { join = [], split = [] }: BorderCorrections,
): Sentence[] {
  const joins = new Set(join);
  const joined: Sentence[] = [];
  for (const sentence of sentences) {
    const before = joined.at(-1);
    if (before !== undefined && joins.has(sentence.start) && before.block === sentence.block)
      joined[joined.length - 1] = { ...before, end: sentence.end };
    else joined.push(sentence);
  }

  const splits = [...new Set(split)].sort((a, b) => a - b);
  let next = 0;
  return joined.flatMap((sentence) => {
    const cuts: number[] = [];
    for (; next < splits.length; next++) {
      const at = splits[next] ?? 0;
      if (at >= sentence.end) break;
      if (at > sentence.start && !splitsPair(text, at)) cuts.push(at - sentence.start);
    }
    if (cuts.length === 0) return [sentence];
    return stretches(text.slice(sentence.start, sentence.end), cuts).map(({ start, end }) => ({
      block: sentence.block,
      start: sentence.start + start,
      end: sentence.start + end,
    }));
  });
}
