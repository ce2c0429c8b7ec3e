/** Whether a text has the same words as another one, and what to look for to find out. */
import { comparable, type Token, tells } from './tokens.ts';

/** Between two words; it stands in no text. */
const BORDER = '\u0000';

/**
 * A text as words that compare: after the normalisation by which revisions are compared, and without regard to capitals
 * and punctuation. For an alarm that is the safe side: a sentence may begin with words that stood within one.
 */
export function wordKeys(text: string, language: string): string {
  const keys = comparable(text, language).filter(tells).map(keyOf);
  return keys.length === 0 ? '' : BORDER + keys.join(BORDER) + BORDER;
}

const keyOf = ({ key }: Token): string => key.toLowerCase();

/** Does the first have all of the second's words in a row? Both as `wordKeys` gives them; nothing is in no text. */
export const hasWords = (text: string, words: string): boolean => words !== '' && text.includes(words);

/** What a text that has the same words has to hold: all of the words, and of each number one way to write it. */
export interface SearchedFor {
  /** Null where a script puts no space between words, so that none can be looked up alone. */
  readonly words: string | null;
  readonly numbers: readonly (readonly string[])[];
}

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Looking up so many numbers narrows a search down enough. */
const MOST_NUMBERS = 8;

export function searchedFor(text: string, language: string): SearchedFor {
  const numbers = comparable(text, language).filter(({ key }) => /^#\d/.test(key));
  let rest = '';
  let from = 0;
  for (const { start, end } of numbers) {
    rest += `${text.slice(from, start)} `;
    from = end;
  }
  rest += text.slice(from);
  const values = [...new Set(numbers.map(({ key }) => Number(key.slice(1))))].slice(0, MOST_NUMBERS);
  return { words: UNSPACED.test(rest) ? null : rest, numbers: values.map(waysToWrite) };
}

/** The ways in which a whole number is written, as far as texts are read: each as words that all stand in the text. */
export function waysToWrite(value: number): string[] {
  const digits = String(value);
  const ways = new Set([digits, `-${digits}`]);
  if (value >= 1000)
    for (const separator of [',', '.', ' ', '’']) ways.add(digits.replace(/\B(?=(\d{3})+$)/g, separator));
  for (const [word, scale, suffixes] of SCALES) {
    const of = value / scale;
    if (value < scale || !Number.isInteger(of * 100)) continue;
    for (const suffix of [` ${word}`, ...suffixes]) ways.add(of + suffix);
  }
  if (value <= MOST_IN_WORDS) ways.add(inWords(value));
  if (value > 0 && value % 12 === 0 && value <= 1200) ways.add('dozen');
  return [...ways];
}

const SCALES = [
  ['thousand', 1000, ['k']],
  ['million', 1_000_000, ['m', 'mn', 'mln']],
  ['billion', 1_000_000_000, ['bn']],
] as const;
const MOST_IN_WORDS = 999_999_999_999;
const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** Words that are all in it, however it joins them: hyphens and "and" are nothing to a search. */
function inWords(value: number): string {
  if (value < 20) return SMALL[value] ?? '';
  if (value < 100) {
    const rest = value % 10;
    return `${TENS[Math.floor(value / 10) - 2]}${rest === 0 ? '' : ` ${SMALL[rest]}`}`;
  }
  const [word, scale] = [...SCALES].reverse().find(([, of]) => value >= of) ?? ['hundred', 100];
  const rest = value % scale;
  return `${inWords(Math.floor(value / scale))} ${word}${rest === 0 ? '' : ` ${inWords(rest)}`}`;
}
