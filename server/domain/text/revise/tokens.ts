/** A text as tokens that compare equal where a newsroom would call the words the same. */
import { numeralAt } from '../../claims/reading/numerals.ts';
import { followingWord, type Token as Printed, tokenize, wordAt } from '../../claims/reading/tokens.ts';

/**
 * One word, number or sign. Equal keys are the same words after the listed normalisation, and nothing else is:
 * the style of quotes, the width of dashes and spaces, numerals in words or digits, and separators within digits as
 * the language writes them. Capitals, spelling and punctuation are kept.
 */
export interface Token {
  /** UTF-16 code units into the text. */
  readonly start: number;
  readonly end: number;
  readonly key: string;
  /** False for punctuation and pictures, which change words inside a claim and nothing around it. */
  readonly means: boolean;
}

/** Split a text into comparable tokens. Takes any string, in linear time. */
export const comparable = (text: string, language: string): Token[] => comparing(language)(text);

/** The same for many texts of one language: how it writes numbers is looked up once. */
export function comparing(language: string): (text: string) => Token[] {
  const separators = separatorsOf(language);
  const english = /^en\b/iu.test(language);
  return (text) => {
    const printed = tokenize(asciiDigits(text));
    return mergeNumerals(UNSPACED.test(text) ? printed.flatMap(apart) : printed, separators, english);
  };
}

/** Decimal digits of other scripts as ASCII: every one of them in the basic plane, so that offsets stay. */
const asciiDigits = (text: string): string =>
  text.replace(/[^\P{Nd}0-9\u{10000}-\u{10ffff}]/gu, (digit) => String(digitValue(digit)));

/** Unicode lays the ten digits of a script out in a row that begins at a multiple of ten above a known zero. */
function digitValue(digit: string): number {
  const point = digit.codePointAt(0) ?? 0;
  let zero = point;
  while (point - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return point - zero;
}

/** Scripts that put no space between words: one character is a token, and a run of digits another. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

function apart(token: Printed): Printed[] {
  if (token.kind === 'symbol' || !UNSPACED.test(token.text)) return [token];
  return [...token.text.matchAll(/\d+|\P{M}\p{M}*|\p{M}+/gu)].map((match) => ({
    ...token,
    kind: /^\d/.test(match[0]) ? 'number' : 'word',
    text: match[0],
    lower: match[0].toLowerCase(),
    start: token.start + match.index,
    end: token.start + match.index + match[0].length,
  }));
}

interface Separators {
  readonly group: string;
  readonly decimal: string;
}

/** How the language writes numbers; a tag that is not known counts as English. Asked for once: it takes long to find out. */
function separatorsOf(language: string): Separators {
  const known = separators.get(language);
  if (known !== undefined) return known;
  const found = findSeparators(language);
  if (separators.size < MANY_LANGUAGES) separators.set(language, found);
  return found;
}
const separators = new Map<string, Separators>();
/** Tags come from outside: what is kept has an end. */
const MANY_LANGUAGES = 200;

function findSeparators(language: string): Separators {
  try {
    const parts = new Intl.NumberFormat(language, { numberingSystem: 'latn' }).formatToParts(1_234_567.5);
    const part = (type: string) => parts.find((one) => one.type === type)?.value;
    return { group: part('group') ?? ',', decimal: part('decimal') ?? '.' };
  } catch (error) {
    if (error instanceof RangeError) return { group: ',', decimal: '.' };
    throw error;
  }
}

/** Numbers become one token each, with their value for a key: "twenty-one" and "21", "1,500" and "1 500". */
function mergeNumerals(printed: readonly Printed[], separators: Separators, english: boolean): Token[] {
  const tokens: Token[] = [];
  let index = 0;
  while (index < printed.length) {
    const token = printed[index];
    if (token === undefined) break;
    const read = english ? inEnglish(printed, index) : inDigits(printed, index, separators);
    const last = printed[(read?.next ?? index + 1) - 1] ?? token;
    tokens.push({
      start: token.start,
      end: last.end,
      key: read === null ? keyOf(token) : read.key,
      means: token.kind !== 'symbol' || !PUNCTUATION.test(token.text),
    });
    index = read?.next ?? index + 1;
  }
  return tokens;
}

interface Read {
  readonly key: string;
  readonly next: number;
}

function inEnglish(printed: readonly Printed[], index: number): Read | null {
  // "No one" is nobody, and "No 1" the first.
  if (wordAt(printed, index) === 'one' && wordAt(printed, index - 1) === 'no') return null;
  const numeral = numeralAt(printed, index);
  if (numeral === null || numeral.value === null) return null;
  const { value, next } = numeral;
  const part = followingWord(printed, next - 1);
  const of = PARTS.get(wordAt(printed, part).replace(/s$/, ''));
  const isFraction = of !== undefined && value < 100 && wordAt(printed, part).endsWith('s') === value > 1;
  return isFraction ? { key: `${value}/${of}`, next: part + 1 } : { key: `#${value}`, next };
}

/** "Two-thirds", "two thirds" and "2/3". */
const PARTS = new Map(
  'third quarter fifth sixth seventh eighth ninth tenth'
    .split(' ')
    .map((word, at) => [word, at + 3] as const),
);

const SPACE = /\s/u;

/** Digits with the language's separators; groups of three one space apart are read in every language. */
function inDigits(printed: readonly Printed[], index: number, { group, decimal }: Separators): Read | null {
  const token = printed[index];
  if (token?.kind !== 'number') return null;
  let digits = token.text;
  let next = index + 1;
  if (/^[1-9]\d{0,2}$/.test(digits))
    for (let after = printed[next]; isGroup(printed[next - 1], after); after = printed[next]) {
      digits += after?.text ?? '';
      next += 1;
    }
  const plain = SPACE.test(group) ? digits : ungrouped(digits, group);
  const value = plain === null ? Number.NaN : Number(plain.replace(decimal, '.'));
  return Number.isInteger(value) && !plain?.includes(decimal) ? { key: `#${value}`, next } : null;
}

const isGroup = (before: Printed | undefined, after: Printed | undefined): boolean =>
  before !== undefined && after !== undefined && /^\d{3}$/.test(after.text) && after.start - before.end === 1;

/** Without its separators; null where they do not stand before groups of three. */
function ungrouped(digits: string, group: string): string | null {
  const groups = digits.split(group);
  const whole = groups.every((part, at) => (at === 0 ? /^\d{1,3}/ : /^\d{3}(?!\d)/).test(part));
  return groups.length > 1 && !whole ? null : groups.join('');
}

/** Each of these is asked of one sign. */
const PUNCTUATION = /[\p{P}\p{Cf}\p{Extended_Pictographic}]/u;
/** These are punctuation and change what is said. */
const TELLING = /[?؟？%‰&@#*✓✔✅✗✘❌❎👍👎]/u;
const QUOTES = /[\p{Pi}\p{Pf}"'`´‚„‛‟″′«»「」『』＂]/u;
const DASHES = /[\p{Pd}−]/u;

function keyOf({ kind, text }: Printed): string {
  if (kind !== 'symbol') return text.normalize('NFC').replaceAll('’', "'");
  if (QUOTES.test(text)) return '"';
  return DASHES.test(text) ? '-' : text;
}

/** A token that counts outside a claim as well. */
export const tells = (token: Token): boolean => token.means || TELLING.test(token.key);
