/** Numbers in digits and in English words, up to billions. */
import { followingWord, isAttached, symbolAt, type Token, wordAt } from './tokens.ts';

export interface Numeral {
  /** Null for what looks like a number and is no count: "9th", "10:30", "1.5" without a scale. */
  readonly value: number | null;
  /** "million" in "1.2 million": 1,000,000. 1 where there is none. */
  readonly scale: number;
  readonly inDigits: boolean;
  /** Four digits without a separator that could be a year. */
  readonly yearLike: boolean;
  /** The index after its last token. */
  readonly next: number;
}

/** As many as the contract takes. */
const MOST = 10_000_000_000;

const SMALL = new Map(
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
   eighteen nineteen`
    .split(/\s+/)
    .map((word, value) => [word, value] as const),
);
const TENS = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, index) => [word, (index + 2) * 10] as const),
);
const SCALES = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1_000_000],
  ['billion', 1_000_000_000],
]);
const SUFFIXES = new Map([
  ['', 1],
  ['k', 1000],
  ['m', 1_000_000],
  ['mn', 1_000_000],
  ['mln', 1_000_000],
  ['bn', 1_000_000_000],
]);

/** What a scale word multiplies by; null for any other word. */
export const scaleOf = (word: string): number | null => SCALES.get(word) ?? null;

/** Can a word in small letters be part of a numeral? "and" and "a" can too, and are not among them. */
export const isNumeralWord = (word: string): boolean => SMALL.has(word) || TENS.has(word) || SCALES.has(word);

/**
 * The number that begins at a token; null where none does.
 *
 * @param joinAnd False takes "and" as a border: "between one thousand and nine hundred" holds two numbers.
 */
export function numeralAt(tokens: readonly Token[], index: number, joinAnd = true): Numeral | null {
  const kind = tokens[index]?.kind;
  if (kind === 'number') return digitsAt(tokens, index);
  return kind === 'word' ? wordsAt(tokens, index, joinAnd) : null;
}

const DIGITS = /^(?<whole>\d{1,3}(?:,\d{3})+|\d+)(?:\.(?<decimals>\d+))?(?<suffix>\p{L}*)$/u;

function digitsAt(tokens: readonly Token[], index: number): Numeral {
  const parts = DIGITS.exec(tokens[index]?.text ?? '')?.groups;
  const attached = SUFFIXES.get(parts?.suffix?.toLowerCase() ?? '');
  const { whole = '', decimals = '' } = parts ?? {};
  if (whole === '' || attached === undefined || /^0\d/.test(whole)) return opaque(index + 1);

  const grouped = attached === 1 && decimals === '' ? spacedGroups(tokens, index, whole) : null;
  const figure = (grouped?.digits ?? whole).replaceAll(',', '');
  const last = grouped?.last ?? index;

  const half = halfAfter(tokens, last);
  const at = attached === 1 ? (half?.scaleAt ?? followingWord(tokens, last)) : -1;
  const printed = scaleOf(wordAt(tokens, at));
  const scale = printed ?? attached;
  const value = scaled(figure, half === null || attached !== 1 ? decimals : '5', scale);
  return {
    value,
    scale,
    inDigits: true,
    yearLike: scale === 1 && /^(?:1[789]|20)\d\d$/.test(whole) && grouped === null,
    next: (printed === null ? last : at) + 1,
  };
}

/** "1 500 000": groups of three, one space apart (of any width). */
function spacedGroups(
  tokens: readonly Token[],
  index: number,
  whole: string,
): { digits: string; last: number } | null {
  if (!/^[1-9]\d{0,2}$/.test(whole)) return null;
  const groups = [whole];
  let last = index;
  for (;;) {
    const next = tokens[last + 1];
    if (next === undefined || !/^\d{3}$/.test(next.text) || next.start - (tokens[last]?.end ?? 0) !== 1)
      break;
    groups.push(next.text);
    last += 1;
  }
  return last === index ? null : { digits: groups.join(''), last };
}

/** A decimal times its scale, where that is a whole number within bounds; in integers, so that nothing is rounded. */
function scaled(whole: string, decimals: string, scale: number): number | null {
  const places = trimZeros(decimals);
  if (places.length > MOST_PLACES) return null;
  const units = Number(whole) * scale;
  const parts = (Number(places) * scale) / 10 ** places.length;
  const value = units + parts;
  return Number.isInteger(parts) && value <= MOST ? value : null;
}

/** A billionth part is the last that a scale can make whole. */
const MOST_PLACES = 9;

/** Not a pattern: one that ends in `$` takes quadratic time over a long run of zeros. */
function trimZeros(decimals: string): string {
  let end = decimals.length;
  while (decimals[end - 1] === '0') end -= 1;
  return decimals.slice(0, end);
}

const opaque = (next: number): Numeral => ({
  value: null,
  scale: 1,
  inDigits: true,
  yearLike: false,
  next,
});

function wordsAt(tokens: readonly Token[], index: number, joinAnd: boolean): Numeral | null {
  const found = halfAt(tokens, index) ?? sumAt(tokens, index, joinAnd);
  return found === null
    ? null
    : {
        value: Number.isInteger(found.value) && found.value <= MOST ? found.value : null,
        scale: found.scale,
        inDigits: false,
        yearLike: false,
        next: found.next,
      };
}

interface Found {
  value: number;
  scale: number;
  next: number;
}

/** "half a million", "half a dozen", "a half million". */
function halfAt(tokens: readonly Token[], index: number): Found | null {
  let at = isArticle(tokens, index) ? followingWord(tokens, index) : index;
  if (wordAt(tokens, at) !== 'half') return null;
  at = followingWord(tokens, at);
  if (isArticle(tokens, at)) at = followingWord(tokens, at);
  const scale = scaleOf(wordAt(tokens, at));
  return scale === null ? null : { value: scale / 2, scale, next: at + 1 };
}

const isArticle = (tokens: readonly Token[], index: number): boolean => wordAt(tokens, index) === 'a';

/** "and a half million" after a number: where its scale stands. */
function halfAfter(tokens: readonly Token[], last: number): { scaleAt: number } | null {
  const and = followingWord(tokens, last);
  if (wordAt(tokens, and) !== 'and') return null;
  const half = halfAt(tokens, followingWord(tokens, and));
  return half === null ? null : { scaleAt: half.next - 1 };
}

/** Groups with falling scales: "two million three hundred thousand and five". */
function sumAt(tokens: readonly Token[], index: number, joinAnd: boolean): Found | null {
  let sum: Found = { value: 0, scale: Number.POSITIVE_INFINITY, next: index };
  for (;;) {
    const start = sum.next === index ? index : continuation(tokens, sum.next, joinAnd);
    const group = groupAt(tokens, start, joinAnd);
    if (group === null || group.value >= sum.scale) break;
    const half = halfAfter(tokens, group.next - 1);
    const at = half?.scaleAt ?? followingWord(tokens, group.next - 1);
    const multiple = scaleOf(wordAt(tokens, at));
    if (half !== null && multiple !== null)
      return { value: sum.value + (group.value + 0.5) * multiple, scale: multiple, next: at + 1 };
    if (multiple === null || multiple === 100)
      return { value: sum.value + group.value, scale: group.scale, next: group.next };
    if (multiple >= sum.scale) break;
    sum = { value: sum.value + group.value * multiple, scale: multiple, next: at + 1 };
    if (endsInHalf(tokens, sum.next))
      return { value: sum.value + multiple / 2, scale: multiple, next: sum.next + 3 };
  }
  return sum.next === index ? null : sum;
}

/** "a million and a half". */
const endsInHalf = (tokens: readonly Token[], next: number): boolean =>
  wordAt(tokens, next) === 'and' && isArticle(tokens, next + 1) && wordAt(tokens, next + 2) === 'half';

/** Where the next group would begin: over a space or hyphen, and over "and". */
function continuation(tokens: readonly Token[], next: number, joinAnd: boolean): number {
  const at = followingWord(tokens, next - 1);
  return joinAnd && wordAt(tokens, at) === 'and' ? followingWord(tokens, at) : at;
}

/** A number below a thousand ("twelve hundred" goes higher), or the "a" of "a million". */
function groupAt(tokens: readonly Token[], index: number, joinAnd: boolean): Found | null {
  const small = isArticle(tokens, index)
    ? scaleOf(wordAt(tokens, followingWord(tokens, index))) === null
      ? null
      : { value: 1, scale: 1, next: index + 1 }
    : belowHundredAt(tokens, index);
  if (small === null) return null;
  const hundred = followingWord(tokens, small.next - 1);
  if (small.value === 0 || wordAt(tokens, hundred) !== 'hundred') return small;

  const value = small.value * 100;
  const rest = belowHundredAt(tokens, continuation(tokens, hundred + 1, joinAnd));
  // "one hundred and two hundred" are two numbers: what follows belongs to a larger one.
  const follows = rest === null ? '' : wordAt(tokens, followingWord(tokens, rest.next - 1));
  return rest === null || rest.value === 0 || follows === 'hundred' || follows === 'dozen'
    ? { value, scale: 100, next: hundred + 1 }
    : { value: value + rest.value, scale: 1, next: rest.next };
}

function belowHundredAt(tokens: readonly Token[], index: number): Found | null {
  const word = wordAt(tokens, index);
  const small = SMALL.get(word);
  if (small !== undefined) return { value: small, scale: 1, next: index + 1 };
  const tens = TENS.get(word);
  if (tens === undefined) return null;
  const at = followingWord(tokens, index);
  const units = SMALL.get(wordAt(tokens, at)) ?? 0;
  return units > 0 && units < 10
    ? { value: tens + units, scale: 1, next: at + 1 }
    : { value: tens, scale: 1, next: index + 1 };
}

/** A hyphen or en dash that joins two numbers: "10-15", "10 – 15". */
export const joinsRange = (tokens: readonly Token[], index: number): boolean =>
  symbolAt(tokens, index) === '–' ||
  (/^[-\u2010\u2011]$/.test(symbolAt(tokens, index)) && evenlySpaced(tokens, index));

const evenlySpaced = (tokens: readonly Token[], index: number): boolean =>
  isAttached(tokens, index) === isAttached(tokens, index + 1);
