/** Days, months and years: what a calendar can be asked about. */
import { calendarDay, type Day, monthNumber } from '../../text/dates.ts';
import type { Passage } from '../model.ts';
import { type FactReader, type Found, wordingOf } from './found.ts';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS =
  'January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec';
const WEEKDAY = String.raw`(?<weekday>${WEEKDAYS.join('|')})(?:\s+(?:morning|afternoon|evening|night))?(?:,\s*|\s*\(|\s+(?:the\s+)?)`;
const ORDINAL = '(?:st|nd|rd|th)?';
const YEAR = String.raw`(?:1[5-9]|20)\d\d(?![\d,.]?\d|-)`;
const DATE = new RegExp(
  String.raw`(?<![\p{L}\d])(?:${WEEKDAY})?(?:(?<day>\d{1,2})${ORDINAL}(?:\s+of)?\s+(?<month>${MONTHS})\b(?:\.(?=,?\s+\d))?|(?<month2>${MONTHS})\.?\s+(?<day2>\d{1,2})${ORDINAL}(?![\d:%]|[,.]\d))(?:,?\s+(?<year>${YEAR}))?(?:,\s+a\s+(?<after>${WEEKDAYS.join('|')}))?`,
  'gu',
);
const ISO = /(?<![\d-])(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?![\d-])/gu;
const MONTH_OF_YEAR = new RegExp(
  String.raw`(?<![\p{L}\d])(?<month>${MONTHS})\.?,?\s+(?:of\s+)?(?<year>${YEAR})`,
  'gu',
);
const ONLY_YEAR = new RegExp(
  String.raw`(?<=\b(?:in|since|until|before|after|from|by|during|of)\s{1,4})(?<year>${YEAR})(?!\s+\p{Ll}*(?:people|s)\b)`,
  'giu',
);

/** Dates with their weekdays, months of a year, and years. A date in digits with slashes is left alone: nobody knows its month. */
export const readDates: FactReader = (passage, sentence) => {
  const words = wordingOf(passage, sentence);
  const place = ({ index, 0: { length } }: RegExpExecArray) => ({
    start: sentence.start + index,
    end: sentence.start + index + length,
  });
  return [
    ...[...words.matchAll(DATE)].map((match) => ({ ...place(match), ...dayOf(passage, match.groups ?? {}) })),
    ...[...words.matchAll(ISO)].map((match) => ({ ...place(match), ...dayOf(passage, match.groups ?? {}) })),
    ...[...words.matchAll(MONTH_OF_YEAR)].map((match) => ({
      ...place(match),
      ...monthOf(match.groups ?? {}),
    })),
    ...[...words.matchAll(ONLY_YEAR)].map((match) => ({ ...place(match), ...yearOf(match.groups ?? {}) })),
  ];
};

type Groups = Readonly<Record<string, string | undefined>>;
type Reading = Omit<Found, 'start' | 'end'>;

function dayOf(passage: Passage, groups: Groups): Reading {
  const printed = (groups.month ?? groups.month2 ?? '').toLowerCase();
  const month = monthNumber(printed) ?? Number(printed);
  const day = Number(groups.day ?? groups.day2);
  const year = groups.year === undefined ? nearestYear(passage, month, day) : Number(groups.year);
  const isGuessed = groups.year === undefined;
  const about = { about: 'date', rule: 'fact-date' } as const;
  const known = calendarDay(year ?? LEAP_YEAR, month, day);
  if (known === null) {
    return {
      ...about,
      value: null,
      rule: 'fact-date-impossible',
      why: 'no calendar has such a day',
      confidence: 0.9,
    };
  }
  const weekday = groups.weekday ?? groups.after;
  if (year === null) {
    const why =
      weekday === undefined
        ? 'day without a year'
        : `day without a year: nobody can tell if it was a ${weekday}`;
    return { ...about, value: `--${two(month)}-${two(day)}`, why, confidence: 0.5 };
  }
  const value = isoOf(known);
  const actual = WEEKDAYS[new Date(`${value}T00:00:00Z`).getUTCDay()] ?? '';
  const taken = isGuessed ? `${printedDay(known)}, by the story's own date,` : printedDay(known);
  if (weekday === undefined)
    return {
      ...about,
      value,
      why: `date; ${taken} was a ${actual}`,
      confidence: isGuessed ? 0.55 : 0.65,
    };
  return weekday === actual
    ? {
        ...about,
        value,
        rule: 'fact-date-weekday',
        why: `date and its weekday; ${taken} was a ${actual}`,
        confidence: 0.6,
      }
    : {
        ...about,
        value,
        rule: 'fact-date-wrong-weekday',
        why: `${taken} was a ${actual}, not a ${weekday}`,
        confidence: 0.95,
      };
}

const LEAP_YEAR = 2000;

/** The year in which a day lies nearest to the story's own date; null where the story has none. */
function nearestYear({ publishedAt }: Passage, month: number, day: number): number | null {
  const published = publishedAt === null ? Number.NaN : Date.parse(publishedAt);
  if (Number.isNaN(published)) return null;
  const year = new Date(published).getUTCFullYear();
  const away = (one: number) => Math.abs(Date.UTC(one, month - 1, day) - published);
  return [year, year - 1, year + 1].reduce((best, one) => (away(one) < away(best) ? one : best));
}

const two = (value: number): string => String(value).padStart(2, '0');
const isoOf = ([year, month, day]: Day): string => `${year}-${two(month)}-${two(day)}`;
const printedDay = ([year, month, day]: Day): string => `${day} ${MONTHS.split('|')[month - 1]} ${year}`;

function monthOf(groups: Groups): Reading {
  const month = monthNumber((groups.month ?? '').toLowerCase()) ?? 1;
  return {
    about: 'date',
    value: `${groups.year}-${two(month)}`,
    rule: 'fact-month',
    why: 'month of a year',
    confidence: 0.45,
  };
}

const yearOf = ({ year = '' }: Groups): Reading => ({
  about: 'date',
  value: year,
  rule: 'fact-year',
  why: 'year',
  confidence: 0.3,
});
