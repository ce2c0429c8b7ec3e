/** Figures in any words: what a claim counts or measures, and what its evidence says. */
import { BEFORE_YEARS, categoryOf, MONTHS, outcomeOf, UNITS } from '../claims/reading/lexicon.ts';
import { numeralAt } from '../claims/reading/numerals.ts';
import { followingWord, type Token, tokenize, wordAt } from '../claims/reading/tokens.ts';
import { vagueAt } from '../claims/reading/vague.ts';

export interface Figure {
  /** As printed. */
  readonly words: string;
  /** Every number that it can be read as, the likeliest first: "1.500" is 1.5 here and 1,500 elsewhere. Empty where it is vague. */
  readonly values: readonly number[];
  /** The least that a vague wording is taken for ("dozens": 12); null for a number. */
  readonly atLeast: number | null;
  /** It is part of a date: "2014", "3 March". */
  readonly inDate: boolean;
}

/** What a number is multiplied by when this word follows it. Digits stand before such words in more languages than English. */
const SCALES: ReadonlyMap<string, number> = new Map(
  (
    [
      [100, 'hundred'],
      [1000, 'thousand k mil mille tausend tys тыс ألف آلاف الف'],
      [100_000, 'lakh lakhs lac lacs'],
      [
        1_000_000,
        'million millions m mn mln mio millionen millones milhões milioni miljoen млн مليون ملايين',
      ],
      [10_000_000, 'crore crores'],
      [1_000_000_000, 'billion billions bn milliard milliards milliarden mrd mld miljard млрд مليار'],
    ] as const
  ).flatMap(([scale, words]) => words.split(' ').map((word) => [word, scale] as const)),
);

/**
 * Every figure in these words, in their order: digits of any script with any separators, English number words, and
 * vague wordings that tell a size. Neither times ("10:30") nor places in a row ("9th").
 */
export function readFigures(words: string): Figure[] {
  const { text, startOf } = foldDigits(words);
  const tokens = tokenize(text);
  const found: Figure[] = [];
  let index = 0;
  while (index < tokens.length) {
    const read = vagueFigure(tokens, index) ?? numberFigure(tokens, index);
    if (read !== null && (read.values.length > 0 || read.atLeast !== null)) {
      const [first, last] = [tokens[index], tokens[read.next - 1]];
      found.push({
        words: words.slice(startOf(first?.start ?? 0), startOf(last?.end ?? 0)).replace(/\s+/gu, ' '),
        values: read.values,
        atLeast: read.atLeast,
        inDate: isInDate(tokens, index, read.next),
      });
    }
    index = read?.next ?? index + 1;
  }
  return found;
}

/**
 * Digits of any script as ASCII digits, and what separates them as a newsroom's English does.
 *
 * Digits outside the Basic Multilingual Plane become one code unit of two: `startOf` leads back to where it stood.
 */
export function foldDigits(words: string): { text: string; startOf: (offset: number) => number } {
  const wide: number[] = [];
  let narrowed = 0;
  const digits = words.replace(DIGIT, (digit, offset: number) => {
    if (digit.length === 2) wide.push(offset - narrowed++);
    return String(digitValue(digit.codePointAt(0) ?? 0));
  });
  const text = digits.replace(/(?<=\d)[٬’'](?=\d)/gu, ',').replace(/(?<=\d)٫(?=\d)/gu, '.');
  return { text, startOf: (offset) => offset + wide.filter((at) => at < offset).length };
}

const DIGIT = /(?!\d)\p{Nd}/gu;

/** Decimal digits stand in runs of ten, nought first: the run's beginning is found by asking backwards. */
function digitValue(codePoint: number): number {
  // Mathematical digits are five runs without a gap, so that asking backwards would pass their noughts.
  if (codePoint >= 0x1d7ce && codePoint <= 0x1d7ff) return (codePoint - 0x1d7ce) % 10;
  let nought = codePoint;
  while (codePoint - nought < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(nought - 1))) nought -= 1;
  return codePoint - nought;
}

interface Read {
  readonly values: readonly number[];
  readonly atLeast: number | null;
  /** The index after its last token. */
  readonly next: number;
}

function vagueFigure(tokens: readonly Token[], index: number): Read | null {
  const vague = vagueAt(tokens, index);
  return vague === null ? null : { values: [], atLeast: vague.value, next: vague.next };
}

function numberFigure(tokens: readonly Token[], index: number): Read | null {
  const token = tokens[index];
  if (token === undefined) return null;
  const numeral = numeralAt(tokens, index);
  if (token.kind !== 'number')
    return numeral === null ? null : { values: some(numeral.value), atLeast: null, next: numeral.next };
  if (/\d(?:st|nd|rd|th)$/iu.test(token.text)) return { values: [], atLeast: null, next: index + 1 };

  const parts = DIGITS.exec(token.text)?.groups;
  if (parts === undefined) return { values: [], atLeast: null, next: index + 1 };
  const attached = SCALES.get(parts.suffix?.toLowerCase() ?? '') ?? 1;
  const at = attached === 1 ? followingWord(tokens, index) : -1;
  const following = SCALES.get(wordAt(tokens, at));
  const scale = following ?? attached;
  const next = (following === undefined ? index : at) + 1;
  // The reader of counts knows "1 500" and "2 and a half million", and then goes on further.
  if (numeral !== null && numeral.next > next)
    return { values: some(numeral.value), atLeast: null, next: numeral.next };
  const plain = readingsOf(parts.digits ?? '');
  const scaled = plain.map((value) => rounded(value * scale));
  const values = following !== undefined && UNITS.has(wordAt(tokens, at)) ? [...scaled, ...plain] : scaled;
  return { values, atLeast: null, next };
}

const some = (value: number | null): number[] => (value === null ? [] : [value]);
/** 1.2 times a million is 1,200,000 and not a little less. */
const rounded = (value: number): number => Number(value.toPrecision(12));

const DIGITS = /^(?<digits>\d+(?:[.,]\d+)*)(?<suffix>[\p{L}\p{M}]*)$/u;

/** What digits with commas and stops may mean: English, continental, Indian. */
function readingsOf(digits: string): number[] {
  const groups = digits.split(/[.,]/);
  const signs = digits.match(/[.,]/g) ?? [];
  const decimal = Number(`${groups.slice(0, -1).join('')}.${groups.at(-1)}`);
  if (signs.length === 0) return [Number(digits)];
  if (signs.every((sign) => sign === signs[0])) {
    const whole = isGrouped(groups) ? [Number(groups.join(''))] : [];
    const broken = signs.length === 1 ? [decimal] : [];
    return signs[0] === ',' ? [...whole, ...broken] : [...broken, ...whole];
  }
  const [last, before] = [signs.at(-1), signs.slice(0, -1)];
  return before.every((sign) => sign !== last) && isGrouped(groups.slice(0, -1)) ? [decimal] : [];
}

/** Groups of three, or of two before the last three as in 1,00,000. */
const isGrouped = ([first = '', ...rest]: readonly string[]): boolean =>
  first.length <= 3 &&
  (rest.every((group) => group.length === 3) ||
    (first.length <= 2 &&
      rest.at(-1)?.length === 3 &&
      rest.slice(0, -1).every((group) => group.length === 2)));

/** "3 March", "March 3", "in 2014", "2014" where it counts nobody. */
function isInDate(tokens: readonly Token[], index: number, next: number): boolean {
  const text = tokens[index]?.text ?? '';
  if (!/^\d{1,4}$/.test(text) || next !== index + 1) return false;
  const beside = [wordAt(tokens, index - 1), wordAt(tokens, next)];
  if (text.length <= 2) return beside.some((word) => MONTHS.has(word));
  if (!/^(?:1[789]|20)\d\d$/.test(text)) return false;
  const counts = [0, 1].some((offset) => {
    const word = wordAt(tokens, next + offset);
    return categoryOf(word) !== null || outcomeOf(word) !== null;
  });
  return BEFORE_YEARS.has(beside[0] ?? '') || beside.some((word) => MONTHS.has(word)) || !counts;
}
