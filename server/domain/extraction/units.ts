/**
 * English text as the units that the tagger is given.
 *
 * The tagger has a way of its own to cut a text into words, but it remembers every word that it has met and cuts the
 * next text by what it remembers ("Clinton's" as two words, and once it met it in a quote as one), and it takes cubic
 * time over one very long word. So the cutting is done here, by the text alone, and the tagger gets forms that it
 * leaves as they are.
 */
import {
  BEFORE_FIGURES,
  MIDDLE_OR_LAST,
  MONTHS_AND_DAYS,
  NEVER_LAST,
  TIMES_OF_DAY,
  TITLES,
} from '../text/abbreviations.ts';

/** UTF-16 code units into the text that was cut, `end` exclusive. */
export interface Unit {
  readonly start: number;
  readonly end: number;
  /** What the tagger gets: no white space, never empty. */
  readonly form: string;
  /**
   * What its answer holds for: the word as it is printed; the kind of word alone, where the form is another of the same
   * kind ("Smith" for a handle); or nothing, where the tagger could not read it (an address, an emoji, another script).
   */
  readonly tells: 'word' | 'kind' | 'nothing';
}

/** Bounded wherever two parts could share a run of characters, so that a text is cut in linear time. */
const UNIT = new RegExp(
  [
    String.raw`(?<address>https?:\/\/[^\s"“”<>]{1,2000}|www\.[^\s"“”<>]{1,2000}|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8})`,
    String.raw`(?<handle>[@#][\p{L}\p{N}_]{1,60})`,
    String.raw`(?<letters>(?<![\p{L}\p{N}])(?:\p{L}\.){1,8})(?!\p{L})`,
    String.raw`(?<plain>\d(?:[\d.,:/]{0,40}\d)?[\p{L}\p{M}\p{N}]*(?:-[\p{L}\p{N}]+)*|['’](?:s|re|ve|ll|d|m)(?![\p{L}\p{N}]))`,
    String.raw`(?<word>[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[-‑&'’][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*)(?<stop>\.(?=\s+\S|[,;:)]))?`,
    String.raw`\.{2,}`,
    '[-_]{2,}',
    String.raw`\S`,
  ].join('|'),
  'gu',
);

/** @returns the units of a text in their order; together they hold everything but white space */
export function unitsOf(text: string): Unit[] {
  const units: Unit[] = [];
  UNIT.lastIndex = 0;
  for (let match = UNIT.exec(text); match !== null; match = UNIT.exec(text))
    units.push(...unitsAt(text, match));
  return units;
}

function unitsAt(text: string, match: RegExpExecArray): Unit[] {
  const start = match.index;
  const { address, handle, letters, plain, word, stop } = match.groups ?? {};
  if (word !== undefined) return wordAt(start, word, stop === '.');
  if (plain !== undefined) return [unit(start, plain)];
  if (letters !== undefined) return lettersAt(text, start, letters);
  if (address !== undefined) return [standIn(start, start + address.length)];
  if (handle !== undefined) return [{ start, end: start + handle.length, form: 'Smith', tells: 'kind' }];
  return [signAt(start, match[0])];
}

/** "B." ends a sentence, "U.S." and the "J." of a name keep their stops. */
function lettersAt(text: string, start: number, letters: string): Unit[] {
  if (letters.length > 2 || /\S/u.test(text.slice(start + 2, start + 4))) return [unit(start, letters)];
  return text.slice(start + 2).trim() === ''
    ? apart(start, letters.slice(0, 1), '.')
    : [unit(start, letters)];
}

/** Words of one form with 's, which is "is" after these and a genitive after all others: the tagger knows them whole. */
const WITH_IS = /^(?:it|he|she|that|there|here|what|who|where|how|when|why|let)['’]s$/iu;
const CLITIC = /^(?<host>.+?)(?<clitic>n['’]t|['’](?:s|re|ve|ll|d|m))$/iu;

function wordAt(start: number, word: string, hasStop: boolean): Unit[] {
  if (hasStop && isAbbreviation(word)) return [unit(start, `${word}.`)];
  const units = wordUnits(start, word);
  return hasStop ? [...units, unit(start + word.length, '.')] : units;
}

function wordUnits(start: number, word: string): Unit[] {
  if (word.length > LONGEST || WITH_IS.test(word)) return [unit(start, word)];
  const { host, clitic } = CLITIC.exec(word)?.groups ?? {};
  return host === undefined || clitic === undefined ? [unit(start, word)] : apart(start, host, clitic);
}

const apart = (start: number, first: string, second: string): Unit[] => [
  unit(start, first),
  unit(start + first.length, second),
];

const ABBREVIATIONS = [TITLES, BEFORE_FIGURES, MONTHS_AND_DAYS, NEVER_LAST, MIDDLE_OR_LAST, TIMES_OF_DAY];

/** In the middle of a sentence a stop belongs to its word; "No." and "Sun." only with a capital. */
function isAbbreviation(word: string): boolean {
  const last = word.slice(word.lastIndexOf('-') + 1);
  const lower = last.toLowerCase();
  return (
    (/^\p{Lu}/u.test(last) || /^(?:co|st|etc|al|approx|dr|mr|mrs|vs|cf|incl|jr|sr)$/u.test(last)) &&
    ABBREVIATIONS.some((list) => list.has(lower))
  );
}

/** Longer ones are no words of English. In UTF-16 code units. */
const LONGEST = 60;
const SIGN = /^[.,:;?!'"“”‘’()[\]{}$€£¥%&*+=<>~^|/\\_@#`…–—-]$/u;

function signAt(start: number, sign: string): Unit {
  return SIGN.test(sign) || (sign.length > 1 && /^[._-]+$/u.test(sign))
    ? { start, end: start + sign.length, form: sign.slice(0, 3), tells: 'kind' }
    : standIn(start, start + sign.length);
}

function unit(start: number, printed: string): Unit {
  const end = start + printed.length;
  const form = plainLetters(printed);
  if (printed.length > LONGEST || form === null) return standIn(start, end);
  return { start, end, form, tells: form.length === printed.length ? 'word' : 'kind' };
}

/** An unknown noun to the tagger, so that the words around are read as they would be. */
const standIn = (start: number, end: number): Unit => ({ start, end, form: 'thing', tells: 'nothing' });

/** The letters that English has, where marks are all that makes others of them; null for other scripts. */
function plainLetters(printed: string): string | null {
  if (PLAIN.test(printed)) return printed;
  const form = printed
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('’', "'")
    .replaceAll('‑', '-')
    .replace(/\p{Script=Latin}/gu, (letter) =>
      /[A-Za-z]/.test(letter) ? letter : /\p{Lu}/u.test(letter) ? 'A' : 'a',
    );
  return PLAIN.test(form) ? form : null;
}
const PLAIN = /^[A-Za-z0-9.,:&/'-]+$/;
