/** Numbers that count no people: dates, ages, money, measures, names of units and flights. */
import {
  BEFORE_YEARS,
  CURRENCIES,
  categoryOf,
  FILLERS,
  FRACTIONS,
  LABELS,
  MONTHS,
  outcomeOf,
  UNITS,
  WEEKDAYS,
} from './lexicon.ts';
import type { Modified } from './modifiers.ts';
import { isAttached, isHyphen, symbolAt, type Token, wordAt } from './tokens.ts';

export interface Place {
  /** The index of the numeral's first token. */
  readonly start: number;
  /** The index after its last. */
  readonly next: number;
  readonly modified: Modified;
  readonly yearLike: boolean;
  readonly inDigits: boolean;
}

/** Does this numeral count something else than people, as far as the words next to it tell? */
export const isNoCount = (tokens: readonly Token[], place: Place): boolean =>
  namedBefore(tokens, place) ||
  measuredAfter(tokens, place.next) ||
  isDate(tokens, place) ||
  isListed(tokens, place) ||
  isAge(tokens, place) ||
  isShare(tokens, place.next);

const AGES: ReadonlySet<string> = new Set(['aged', 'age', 'ages']);
/** "An average of 9", "nine out of ten". */
const NO_COUNT_OF: ReadonlySet<string> = new Set([
  'average',
  'rate',
  'rank',
  'ratio',
  'mean',
  'median',
  'out',
]);
const OPENERS = /^[([“"‘'—«„…,;:–!?.\]]$/;
const CLOSERS = /^[+,.;:!?)\]”"’'‘“—…–»([]$/;

function namedBefore(tokens: readonly Token[], { start, modified }: Place): boolean {
  const sign = symbolAt(tokens, start - 1);
  if (/^\p{Sc}$/u.test(sign)) return true;
  if (sign !== '' && sign !== '~' && isAttached(tokens, start) && !OPENERS.test(sign)) return true;
  if (/^[#№]$/.test(sign) || (sign === '.' && wordAt(tokens, start - 2) === 'no')) return true;
  const plain = modified.bound === null;
  const before = wordAt(tokens, start - 1);
  if (plain && (LABELS.has(before) || CURRENCIES.has(before))) return true;
  const outside = wordAt(tokens, modified.from - 1);
  if (/^\p{Sc}$/u.test(symbolAt(tokens, modified.from - 1)) || outside === 'not') return true;
  return outside === 'of' && NO_COUNT_OF.has(wordAt(tokens, modified.from - 2));
}

function measuredAfter(tokens: readonly Token[], next: number): boolean {
  const sign = symbolAt(tokens, next);
  if (/^[%‰°]$/.test(sign) || /^\p{Sc}$/u.test(sign)) return true;
  if (isHyphen(tokens, next) && isAttached(tokens, next)) return true;
  if (sign !== '' && isAttached(tokens, next) && !CLOSERS.test(sign)) return true;
  if (/^[ap]$/.test(wordAt(tokens, next)) && symbolAt(tokens, next + 1) === '.') return true;
  const word = wordAt(tokens, next);
  if (UNITS.has(word) || FRACTIONS.has(word)) return true;
  return FILLERS.has(word) && UNITS.has(wordAt(tokens, next + 1));
}

/** "3 March", "March 3", "2014"; but "1900 people" and "more than 2000 dead" count. */
function isDate(tokens: readonly Token[], place: Place): boolean {
  const { start, next, modified, yearLike, inDigits } = place;
  if (isMonth(tokens, next) || (inDigits && modified.from === start && isMonth(tokens, start - 1)))
    return !isAfterDay(tokens, place);
  if (!yearLike) return false;
  if (BEFORE_YEARS.has(wordAt(tokens, modified.from - 1))) return true;
  if (WEEKDAYS.has(wordAt(tokens, start - 1)) || symbolAt(tokens, start - 1) === ',') return true;
  const bounded = modified.bound !== null && modified.bound !== 'about';
  return !bounded && !countsPeople(tokens, next);
}

/** "On 23 September 28 monks": the month has its day already, and a noun in the plural follows. */
const isAfterDay = (tokens: readonly Token[], { start, next }: Place): boolean =>
  tokens[start - 2]?.kind === 'number' &&
  isMonth(tokens, start - 1) &&
  (countsPeople(tokens, next, 1) || /[^s]s$/.test(wordAt(tokens, next)));

/** "5. The ceasefire holds": the number of a paragraph. */
const isListed = (tokens: readonly Token[], { start, next }: Place): boolean =>
  start === 0 && symbolAt(tokens, next) === '.' && isAttached(tokens, next) && tokens[next + 1] !== undefined;

/** "may" and "march" are verbs too: as months they are printed with a capital. */
const isMonth = (tokens: readonly Token[], index: number): boolean =>
  MONTHS.has(wordAt(tokens, index)) && /^\p{Lu}/u.test(tokens[index]?.text ?? '');

/** A noun for people, or an outcome, within so many words. */
const countsPeople = (tokens: readonly Token[], next: number, within = 3): boolean =>
  [0, 1, 2].slice(0, within).some((offset) => {
    const word = wordAt(tokens, next + offset);
    return categoryOf(word) !== null || outcomeOf(word) !== null;
  });

const AGE_BOUNDS: ReadonlySet<string> = new Set(['under', 'over', 'above', 'below']);
const AGED_ONES: ReadonlySet<string> = new Set(['those', 'anyone', 'everyone', 'anybody', 'everybody']);
const AFTER_A_LIST: ReadonlySet<string> = new Set([
  'including',
  'among',
  'most',
  'mostly',
  'many',
  'some',
  'all',
]);

/** "aged 12", "children under five", and the ", 42," after a name. */
function isAge(tokens: readonly Token[], { start, next, modified, inDigits }: Place): boolean {
  const outside = wordAt(tokens, modified.from - 1);
  if (AGES.has(outside) || (outside === 'of' && AGES.has(wordAt(tokens, modified.from - 2)))) return true;
  if (AGES.has(wordAt(tokens, modified.from - 2)) && outside === 'between') return true;
  if (AGE_BOUNDS.has(modified.word) && (categoryOf(outside) !== null || AGED_ONES.has(outside))) return true;
  return (
    inDigits &&
    modified.from === start &&
    symbolAt(tokens, start - 1) === ',' &&
    (wordAt(tokens, start - 2) !== '' || symbolAt(tokens, start - 2) === '.') &&
    symbolAt(tokens, next) === ',' &&
    !AFTER_A_LIST.has(wordAt(tokens, next + 1))
  );
}

/** "nine out of ten" tells a share; "nine out of ten passengers" counts. "One in five" is left to the reader of ranges. */
function isShare(tokens: readonly Token[], next: number): boolean {
  return (
    wordAt(tokens, next) === 'out' && wordAt(tokens, next + 1) === 'of' && !countsPeople(tokens, next + 3)
  );
}
