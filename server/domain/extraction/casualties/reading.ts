/** A stretch of text made ready to be read for people and what happened to them. */
import { type Quantity, readQuantities } from '../../claims/quantities.ts';
import { type Token, tokenize } from '../../claims/reading/tokens.ts';
import { wordSet } from '../word-set.ts';
import { isSingular } from './roles.ts';

export interface Reading {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Lower-case words by token; an empty string for signs. */
  readonly words: readonly string[];
  /** Figures by the index of their first token. */
  readonly figures: ReadonlyMap<number, Figure>;
  /** All or most words have capitals, so that these tell no name. */
  readonly inCapitals: boolean;
}
export interface Figure {
  readonly quantity: Quantity;
  /** The index after its last token. */
  readonly to: number;
}

/** Offsets of tokens and figures are UTF-16 code units into `text`. */
export function readingOf(text: string): Reading {
  const tokens = withoutAsides(tokenize(text), text);
  const inCapitals = !/\p{Ll}/u.test(text) || isTitleCase(tokens);
  const words = tokens.map(({ kind, text: word, lower }) => {
    if (kind === 'symbol') return '';
    return !inCapitals && ACRONYMS.has(word) ? `${lower}.` : lower;
  });
  return { text, tokens, words, figures: figuresIn(text, tokens), inCapitals };
}

/** In capitals among small letters they are names and no function words. */
const ACRONYMS = wordSet('IS US WHO IT AS AM');

/** "Two Killed, Five Wounded as Bus Overturns". */
function isTitleCase(tokens: readonly Token[]): boolean {
  const long = tokens.filter(({ kind, text }) => kind === 'word' && text.length > 3);
  return long.length > 2 && long.every(({ text }) => /^\p{Lu}/u.test(text));
}

function figuresIn(text: string, tokens: readonly Token[]): Map<number, Figure> {
  const indexOf = new Map(tokens.map(({ start }, index) => [start, index]));
  const figures = new Map<number, Figure>();
  for (const quantity of readQuantities(text)) {
    const from = indexOf.get(quantity.start);
    if (from === undefined) continue;
    let to = from;
    while ((tokens[to]?.start ?? quantity.end) < quantity.end) to += 1;
    if (isAge(tokens, from) || isAgeOfSome(tokens, from, to)) continue;
    figures.set(from, { quantity, to });
  }
  return figures;
}

/** "Aged 8 and 10", "in age from 14 to 19", "Ada Brook, 45, and", "one of them 14": years, no people. */
function isAge(tokens: readonly Token[], at: number): boolean {
  for (let back = at - 1; back >= at - AGES_REACH; back--) {
    if (AGES.has(tokens[back]?.lower ?? '')) return true;
    if (!/^(?:\d{1,3}|and|to|from|between|of|them|whom|,)$/.test(tokens[back]?.text ?? '')) break;
  }
  if (isBetweenCommas(tokens, at)) return true;
  // "Ada Brook, 45, and Tom Marl, 30.": the last of several.
  return (
    at + 2 === tokens.length &&
    isPersonBefore(tokens, at) &&
    tokens.some((_, other) => other < at && isBetweenCommas(tokens, other))
  );
}
const AGES = wordSet('aged ages age youngest eldest oldest');

/** "Six teenagers, two of them 14 and 16, were", "both 14", "all under 10": who is meant was counted right before. */
function isAgeOfSome(tokens: readonly Token[], at: number, to: number): boolean {
  const first = tokens[at - 1]?.lower === 'and' ? at - 2 : at;
  const [counted, of, them] = tokens.slice(Math.max(0, first - 3), first).map(({ lower }) => lower);
  const ofThem = of === 'of' && OF_THEM.has(them) && isCounting(counted ?? '');
  if (!ofThem && !EVERYONE.has(tokens[at - 1]?.lower)) return false;
  return /^\d{1,2}$/.test(tokens[to - 1]?.text ?? '') && /^(?:[,)–—-]|and)$/.test(tokens[to]?.text ?? '');
}
const EVERYONE = wordSet('both all each');
const OF_THEM = wordSet('them whom');
const isCounting = (word: string): boolean => /^\d{1,3}$/.test(word) || COUNTING.has(word);
const COUNTING = wordSet('one two three four five six seven eight nine ten both all some most');
/** In tokens: as many children as a report gives the ages of. */
const AGES_REACH = 12;

/** "Tom Marl, 45,", "a guard, 45,". */
const isBetweenCommas = (tokens: readonly Token[], at: number): boolean =>
  tokens[at + 1]?.text === ',' && isPersonBefore(tokens, at);

function isPersonBefore(tokens: readonly Token[], at: number): boolean {
  const person = tokens[at - 2];
  if (tokens[at - 1]?.text !== ',' || person?.kind !== 'word') return false;
  if (!/^\d{1,2}$/.test(tokens[at]?.text ?? '')) return false;
  return /^\p{Lu}/u.test(person.text) || isSingular(person.lower);
}

const CLOSING: ReadonlyMap<string, string> = new Map([
  ['[', ']'],
  ['(', ')'],
]);
/** In tokens. */
const LONGEST_ASIDE = 16;

/** Tokens without what brackets explain: "[not further identified]", "(AFP)". Brackets that count stay. */
function withoutAsides(tokens: readonly Token[], text: string): Token[] {
  const kept: Token[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined) continue;
    const length = asideLength(tokens, index, text);
    if (length > 0) index += length - 1;
    else kept.push(token);
  }
  return kept;
}

function asideLength(tokens: readonly Token[], index: number, text: string): number {
  const open = tokens[index];
  const close = CLOSING.get(open?.text ?? '');
  if (open === undefined || close === undefined) return 0;
  const length = tokens.slice(index, index + LONGEST_ASIDE).findIndex((other) => other.text === close) + 1;
  const inner = length === 0 ? '' : text.slice(open.end, tokens[index + length - 1]?.start);
  return length > 0 && readQuantities(inner).length === 0 && !/\bincluding\b/i.test(inner) ? length : 0;
}
