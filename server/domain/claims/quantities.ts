/** The figure in marked words. English. What it cannot read it leaves alone: a guess would be taken for a reading. */
import type { Modifier } from '../../contract/claims.ts';
import type { Range } from '../../contract/common.ts';
import { CHANGES, categoryOf, UNITS } from './reading/lexicon.ts';
import { boundsOf, type Modified, modifierAfter, modifiersBefore } from './reading/modifiers.ts';
import { isNoCount } from './reading/not-counts.ts';
import { joinsRange, type Numeral, numeralAt } from './reading/numerals.ts';
import { symbolAt, type Token, tokenize, wordAt } from './reading/tokens.ts';
import { vagueAt } from './reading/vague.ts';

/** A reading: "more than 30" has a low of 31 alone; "several" has no figure at all, only its wording. */
export interface Quantity {
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
  readonly modifier: Modifier;
  /** As printed, modifiers included, on one line. */
  readonly wording: string;
  /** Where the wording stands. UTF-16 code units into the words that were read, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  /** The same without what stands before and after the figure itself. */
  readonly figure: Range;
}

/** The first figure that can be read, before any wording without one ("several"); null for none. */
export function readQuantity(words: string): Quantity | null {
  const all = readQuantities(words);
  return all.find(hasFigure) ?? all[0] ?? null;
}

/** Every figure that can be read, in the order of the words. Linear in their length. */
export function readQuantities(words: string): Quantity[] {
  const tokens = tokenize(words);
  const found: Quantity[] = [];
  let index = 0;
  while (index < tokens.length) {
    const step = nothingAt(tokens, index) ?? vagueStep(tokens, index) ?? numeralStep(tokens, index);
    if (step?.reading) found.push(quantityOf(words, tokens, step.reading));
    index = step?.next ?? index + 1;
  }
  return found;
}

export const hasFigure = ({ low, best, high }: Pick<Quantity, 'low' | 'best' | 'high'>): boolean =>
  low !== null || best !== null || high !== null;

interface Reading {
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
  readonly modifier: Modifier;
  /** Token indices: the whole wording, and the figure within it; ends exclusive. */
  readonly from: number;
  readonly to: number;
  readonly figureFrom: number;
  readonly figureTo: number;
}

/** Where to read on, and what was read on the way: nothing where a number counts something else. */
interface Step {
  readonly reading: Reading | null;
  readonly next: number;
}

function quantityOf(words: string, tokens: readonly Token[], reading: Reading): Quantity {
  const { from, to, figureFrom, figureTo, low, best, high, modifier } = reading;
  const start = tokens[from]?.start ?? 0;
  const end = tokens[to - 1]?.end ?? start;
  const figure = { start: tokens[figureFrom]?.start ?? start, end: tokens[figureTo - 1]?.end ?? end };
  const wording = words.slice(start, end).replace(/\s+/g, ' ');
  return { low, best, high, modifier, wording, start, end, figure };
}

const NOBODY: ReadonlySet<string> = new Set(['nobody', 'none']);

/** "nobody", "no one", "no civilians": an exact nothing. */
function nothingAt(tokens: readonly Token[], index: number): Step | null {
  const length = NOBODY.has(wordAt(tokens, index)) ? 1 : noOneLength(tokens, index);
  if (length === 0) return null;
  const next = index + length;
  return {
    reading: {
      ...boundsOf(0, null),
      modifier: 'exact',
      from: index,
      to: next,
      figureFrom: index,
      figureTo: next,
    },
    next,
  };
}

function noOneLength(tokens: readonly Token[], index: number): number {
  if (wordAt(tokens, index) !== 'no') return 0;
  if (wordAt(tokens, index + 1) === 'one') return 2;
  if (symbolAt(tokens, index + 1) === '-' && wordAt(tokens, index + 2) === 'one') return 3;
  return categoryOf(wordAt(tokens, index + 1)) === null ? 0 : 1;
}

/** "dozens", "several hundred", "a few". A bound from above on one of these tells no figure. */
function vagueStep(tokens: readonly Token[], index: number): Step | null {
  const vague = vagueAt(tokens, index);
  if (vague === null) return null;
  const modified = modifiersBefore(tokens, index);
  const place = { start: index, next: vague.next, modified, yearLike: false, inDigits: false };
  // "hundreds of millions of dollars", "dozens of miles", "a few days".
  const measured = wordAt(tokens, vague.next) === 'of' && UNITS.has(wordAt(tokens, vague.next + 1));
  if (measured || isNoCount(tokens, place)) return { reading: null, next: vague.next };
  const capped = modified.bound === 'up_to' || modified.bound === 'fewer_than';
  return {
    reading: {
      low: capped ? null : vague.value,
      best: null,
      high: null,
      modifier: 'vague',
      from: modified.from,
      to: vague.next,
      figureFrom: index,
      figureTo: vague.next,
    },
    next: vague.next,
  };
}

function numeralStep(tokens: readonly Token[], index: number): Step | null {
  const first = numeralAt(tokens, index);
  if (first === null) return null;
  const modified = modifiersBefore(tokens, index);
  const opening = wordAt(tokens, modified.from - 1);
  const change = opening === 'from' && tellsChange(tokens, modified.from - 1);
  const capped = modified.bound === 'at_least' ? cappedBehind(tokens, first) : null;
  if (capped !== null) return rangeStep(tokens, index, capped, { ...modified, bound: null }, opening);
  const second = secondOf(tokens, index, first, opening);
  if (second !== null && change) return { reading: null, next: second.at };
  if (second !== null) return rangeStep(tokens, index, second, modified, opening);
  return singleStep(tokens, index, first, modified);
}

interface Second {
  readonly first: Numeral;
  readonly second: Numeral;
  /** The index of its first token. */
  readonly at: number;
}

/** The second number of "between X and Y", "X to Y", "X-Y", "X or Y". "And" joins only after "between". */
function secondOf(tokens: readonly Token[], index: number, first: Numeral, opening: string): Second | null {
  if (opening === 'between') {
    const joined = afterWord(tokens, first, 'and');
    if (joined !== null) return joined;
    // "between one thousand and nine hundred": the first number has swallowed the second.
    const apart = numeralAt(tokens, index, false);
    return apart === null ? null : afterWord(tokens, apart, 'and');
  }
  if (joinsRange(tokens, first.next)) return numberAt(tokens, first, first.next + 1);
  return afterWord(tokens, first, 'to') ?? afterWord(tokens, first, 'or') ?? ratio(tokens, first);
}

/** "At least one and as many as three", "at least two, perhaps five": the other end of one figure. */
function cappedBehind(tokens: readonly Token[], first: Numeral): Second | null {
  const joined = wordAt(tokens, first.next) === 'and' || symbolAt(tokens, first.next) === ',';
  if (!joined) return null;
  const from = first.next + 1;
  for (let at = from + 1; at <= from + LONGEST_BOUND; at++) {
    const second = numeralAt(tokens, at);
    if (second === null) continue;
    const { bound, from: boundFrom, word } = modifiersBefore(tokens, at);
    const caps = bound === 'up_to' || (bound === 'about' && GUESSES.has(word));
    const isMore = (second.value ?? 0) > (first.value ?? Number.POSITIVE_INFINITY);
    return caps && isMore && boundFrom === from ? { first, second, at } : null;
  }
  return null;
}
/** "As many as", in tokens. */
const LONGEST_BOUND = 3;
const GUESSES: ReadonlySet<string> = new Set(['perhaps', 'possibly', 'maybe']);

/** "One in five": two numbers, neither of which counts. Told apart from "12 in three attacks" by its order. */
function ratio(tokens: readonly Token[], first: Numeral): Second | null {
  const found = afterWord(tokens, first, 'in');
  return found !== null && !found.second.yearLike && (first.value ?? 0) < (found.second.value ?? 0)
    ? { ...found, first: { ...first, value: null } }
    : null;
}

const afterWord = (tokens: readonly Token[], first: Numeral, word: string): Second | null =>
  wordAt(tokens, first.next) === word ? numberAt(tokens, first, first.next + 1) : null;

/** A number at `index`, or after "about", "some" and their like. */
function numberAt(tokens: readonly Token[], first: Numeral, index: number): Second | null {
  for (const at of [index, index + 1]) {
    const second = numeralAt(tokens, at);
    if (second !== null && (at === index || modifiersBefore(tokens, at).from === index))
      return { first, second, at };
  }
  return null;
}

const tellsChange = (tokens: readonly Token[], from: number): boolean =>
  [1, 2, 3].some((back) => CHANGES.has(wordAt(tokens, from - back)));

function rangeStep(
  tokens: readonly Token[],
  index: number,
  { first, second }: Second,
  modified: Modified,
  opening: string,
): Step {
  const from = opening === 'between' || opening === 'from' ? modified.from - 1 : modified.from;
  const high = second.value;
  const low = first.value === null || high === null ? null : sharedScale(first, first.value, second, high);
  const place = { start: index, next: second.next, modified, yearLike: false, inDigits: first.inDigits };
  // A bound on a range ("more than 10 to 15") says nothing that can be kept.
  const bounded = modified.bound !== null && modified.bound !== 'about';
  if (low === null || high === null || low >= high || bounded || first.yearLike || isNoCount(tokens, place))
    return { reading: null, next: second.next };
  const reading: Reading = {
    low,
    best: null,
    high,
    modifier: 'range',
    from,
    to: second.next,
    figureFrom: index,
    figureTo: second.next,
  };
  return { reading, next: second.next };
}

/** "two to three million": both are millions. "500 to two thousand": they are not. */
function sharedScale(first: Numeral, low: number, second: Numeral, high: number): number {
  return first.scale === 1 && second.scale > 1 && low <= high / second.scale ? low * second.scale : low;
}

function singleStep(tokens: readonly Token[], index: number, numeral: Numeral, before: Modified): Step {
  const { value, yearLike, inDigits } = numeral;
  const after = modifierAfter(tokens, numeral.next);
  const next = after?.next ?? numeral.next;
  const modified = before.bound === null && after !== null ? { ...before, bound: after.bound } : before;
  const place = { start: index, next: numeral.next, modified, yearLike, inDigits };
  const measured = after !== null && UNITS.has(wordAt(tokens, next));
  if (value === null || measured || isPronoun(tokens, index, next) || isNoCount(tokens, place))
    return { reading: null, next: numeral.next };
  const reading: Reading = {
    ...boundsOf(value, modified.bound),
    modifier: modified.bound ?? 'exact',
    from: modified.from,
    to: next,
    figureFrom: index,
    figureTo: numeral.next,
  };
  return { reading, next };
}

const BEFORE_PRONOUN: ReadonlySet<string> = new Set([
  'the',
  'this',
  'that',
  'which',
  'each',
  'every',
  'any',
  'some',
  'number',
]);

/** "the one who", "one another", "one by one": no figure. */
function isPronoun(tokens: readonly Token[], index: number, next: number): boolean {
  if (wordAt(tokens, index) !== 'one' || next !== index + 1) return false;
  const after = wordAt(tokens, next);
  return (
    (BEFORE_PRONOUN.has(wordAt(tokens, index - 1)) && categoryOf(after) === null) ||
    after === 'another' ||
    after === 'by'
  );
}
