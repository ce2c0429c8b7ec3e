/** Money, shares, measures, ages and counts of things: figures that are no casualties. */
import { hasFigure, type Quantity, readQuantities } from '../../claims/quantities.ts';
import { outcomeOf } from '../../claims/reading/lexicon.ts';
import type { AnalysedSentence } from '../analyse.ts';
import { type FactReader, type Found, wordingOf } from './found.ts';

const NUMBER = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
const SCALES = new Map([
  ['k', 1e3],
  ['thousand', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['million', 1e6],
  ['bn', 1e9],
  ['billion', 1e9],
  ['tn', 1e12],
  ['trillion', 1e12],
]);
const SCALE = String.raw`(?:[\s-]?(?<scale>thousand|million|billion|trillion|k|mn|m|bn|tn)\b)?`;
/** By sign or word, longest first; ISO 4217 where one currency alone goes by that name. */
const CURRENCIES = new Map([
  ['US$', 'USD'],
  ['A$', 'AUD'],
  ['C$', 'CAD'],
  ['$', 'dollars'],
  ['€', 'EUR'],
  ['£', 'pounds'],
  ['¥', 'yen'],
  ['dollar', 'dollars'],
  ['euro', 'EUR'],
  ['pound', 'pounds'],
  ['rupee', 'rupees'],
  ['rouble', 'roubles'],
  ['ruble', 'roubles'],
  ['yuan', 'yuan'],
  ['yen', 'yen'],
  ['franc', 'francs'],
  ['crown', 'crowns'],
  ['peso', 'pesos'],
  ['dinar', 'dinars'],
  ['lira', 'lira'],
]);
const MONEY = new RegExp(
  String.raw`(?<sign>US\$|A\$|C\$|[$€£¥])\s?(?<number>${NUMBER})${SCALE}|(?<![\d.,])(?<number2>${NUMBER})(?:[\s-](?<scale2>thousand|million|billion|trillion))?\s(?:US\s)?(?<unit>dollar|euro|pound|rupee|rouble|ruble|yuan|yen|franc|crown|peso|dinar|lira)s?\b`,
  'gu',
);
const SHARE = new RegExp(
  String.raw`(?<![\d.,])(?<number>${NUMBER})(?:\s?%|\s(?<unit>per\s?cent|percentage\spoints?|pct)\b)`,
  'gu',
);
const UNITS = new Map([
  ['kilometre', 'km'],
  ['kilometer', 'km'],
  ['km', 'km'],
  ['mile', 'miles'],
  ['metre', 'm'],
  ['meter', 'm'],
  ['foot', 'feet'],
  ['feet', 'feet'],
  ['hectare', 'ha'],
  ['acre', 'acres'],
  ['tonne', 'tonnes'],
  ['ton', 'tons'],
  ['kilogram', 'kg'],
  ['kg', 'kg'],
  ['litre', 'l'],
  ['liter', 'l'],
  ['barrel', 'barrels'],
  ['megawatt', 'MW'],
  ['degree', 'degrees'],
  ['knot', 'knots'],
  ['mph', 'mph'],
  ['kph', 'km/h'],
]);
const MEASURE = new RegExp(
  String.raw`(?<![\d.,$€£¥])(?<number>${NUMBER})${SCALE}[\s-]?(?<square>square\s|cubic\s)?(?<unit>${[...UNITS.keys()].join('|')})s?\b`,
  'gu',
);
const AGE =
  /(?<=\p{Lu}[\p{L}’'-]{1,30},\s)(?<age>\d{1,3})(?=,|\.(?:\s|$))|\baged?\s(?<age2>\d{1,3})\b|(?<![\d.,])(?<age3>\d{1,3})[-\s]years?[-\s]old\b/gu;

/** Figures in digits with what they measure, and counts of things in digits or words. */
export const readQuantityFacts: FactReader = (passage, sentence) => {
  const words = wordingOf(passage, sentence);
  const read = (pattern: RegExp, of: (groups: Groups) => Reading | null) =>
    [...words.matchAll(pattern)].flatMap((match) => {
      const reading = of(match.groups ?? {});
      const start = sentence.start + match.index;
      return reading === null
        ? []
        : [{ ...reading, about: 'quantity' as const, start, end: start + match[0].length }];
    });
  return [
    ...read(MONEY, money),
    ...read(SHARE, ({ number, unit }) =>
      figured(number, undefined, unit?.startsWith('percentage') ? 'percentage points' : '%', 'share', 0.55),
    ),
    ...read(MEASURE, ({ number, scale, square, unit = '' }) =>
      figured(number, scale, `${square ?? ''}${UNITS.get(unit) ?? unit}`, 'measure', 0.5),
    ),
    ...read(AGE, ({ age, age2, age3 }) => figured(age ?? age2 ?? age3, undefined, 'years old', 'age', 0.45)),
    ...readQuantities(words).flatMap((quantity) => countOf(sentence, quantity)),
  ];
};

type Groups = Readonly<Record<string, string | undefined>>;
type Reading = Pick<Found, 'value' | 'rule' | 'why' | 'confidence'>;

const money = ({ sign, number, number2, scale, scale2, unit = '' }: Groups): Reading | null =>
  figured(number ?? number2, scale ?? scale2, CURRENCIES.get(sign ?? unit) ?? unit, 'amount of money', 0.6);

function figured(
  printed: string | undefined,
  scale: string | undefined,
  unit: string,
  what: string,
  confidence: number,
): Reading | null {
  const number = Number((printed ?? '').replaceAll(',', '')) * (SCALES.get(scale ?? '') ?? 1);
  if (!Number.isFinite(number) || number > Number.MAX_SAFE_INTEGER) return null;
  // Money of several millions with decimals: 1.1 * 1e6 is no whole number to a computer.
  const value = `${Number(number.toPrecision(15))} ${unit}`;
  return { value, rule: `fact-${what === 'amount of money' ? 'money' : what}`, why: what, confidence };
}

/** Above this an exact count in one small word says little that anybody would look up: "two boats". */
const MOST_SMALL = 10;
/** From a figure to the noun that it counts, in words. */
const REACH = 4;

/** A count of things, with the noun that it counts: people are somebody else's, and so is what happened to them. */
function countOf(sentence: AnalysedSentence, quantity: Quantity): Found[] {
  if (!hasFigure(quantity)) return [];
  const isSmall = quantity.modifier === 'exact' && (quantity.best ?? 0) <= MOST_SMALL;
  if (isSmall) return [];
  const next = firstWordFrom(sentence, sentence.start + quantity.end);
  const head = headOf(sentence, next);
  if (head === null) return [];
  const noun = sentence.words
    .slice(next, head + 1)
    .map(({ lower }) => lower)
    .join(' ');
  return [
    {
      start: sentence.start + quantity.start,
      end: sentence.words[head]?.end ?? 0,
      about: 'quantity',
      value: `${boundsOf(quantity)} ${noun}`,
      rule: 'fact-count',
      why: 'a count',
      confidence: quantity.modifier === 'vague' ? 0.25 : 0.4,
    },
  ];
}

/** The last noun of the words right behind a figure; null where there is none, or where they tell an outcome. */
function headOf({ words }: AnalysedSentence, from: number): number | null {
  let head: number | null = null;
  for (let index = from; index < from + REACH; index++) {
    const word = words[index];
    if (word === undefined || !/^(?:NOUN|PROPN|ADJ)$/.test(word.pos)) break;
    if (outcomeOf(word.lower) !== null) return null;
    if (word.pos === 'NOUN') head = index;
  }
  return head;
}

function firstWordFrom({ words }: AnalysedSentence, offset: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((words[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function boundsOf({ low, best, high, modifier }: Quantity): string {
  if (modifier === 'range') return `${low}–${high}`;
  if (modifier === 'about') return `about ${best}`;
  if (modifier === 'exact') return String(best);
  if (modifier === 'more_than' && low !== null) return `more than ${low - 1}`;
  if (modifier === 'fewer_than' && high !== null) return `fewer than ${high + 1}`;
  return low === null ? `at most ${high}` : `at least ${low}`;
}
