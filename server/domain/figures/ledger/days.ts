/** Day names and dates in English words, and which day of the week a date is. */
import type { Range } from '../../../contract/common.ts';

/** UTF-16 code units into the words that were read. */
export interface DayName extends Range {
  /** From 0 for Sunday. */
  readonly weekday: number;
}
export interface PrintedDay extends Range {
  /** Null where none is printed. */
  readonly year: number | null;
  /** From 1. */
  readonly month: number;
  readonly day: number;
}

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
export const dayName = (weekday: number): string => DAYS[weekday] ?? '';

/** Abbreviations are read only where a date stands at them, and not after "the": "Sun" is a word and a paper. */
const NAME =
  /\b(?:(Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day|(?<!\b[Tt]he\s)(Sun|Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat)\b\.?)(?!-)/gu;
const STEMS = ['Su', 'Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa'];

/** With a capital, as English prints them. `short` tells an abbreviation. */
export function dayNamesIn(words: string): (DayName & { readonly short: boolean })[] {
  return [...words.matchAll(NAME)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    weekday: STEMS.indexOf(match[0].slice(0, 2)),
    short: match[1] === undefined,
  }));
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\\.?)';
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
// A range of days ("8-9 January", "January 8-10") names no single one.
const NO_RANGE = '(?<![\\p{L}\\p{N}]|\\d\\s?[-–/]\\s?)';
const AFTER = '(?![\\p{L}\\p{N}]|\\s?[-–/]\\s?\\d)';
const PATTERNS = [
  `${NO_RANGE}(?<y>\\d{4})-(?<m>\\d{2})-(?<d>\\d{2})${AFTER}`,
  `${NO_RANGE}(?<d>${DAY})\\s+(?:of\\s+)?(?<n>${MONTH})(?:,?\\s+(?<y>\\d{4}))?${AFTER}`,
  `${NO_RANGE}(?<n>${MONTH})\\s+(?<d>${DAY})${AFTER}(?:,?\\s+(?<y>\\d{4})(?!\\p{N}))?`,
].map((pattern) => new RegExp(pattern, 'gu'));

/** Single days that the calendar has, in the order of the words. Of two that overlap the first. */
export function datesIn(words: string): PrintedDay[] {
  const all = PATTERNS.flatMap((pattern) =>
    [...words.matchAll(pattern)].map(({ index, 0: match, groups = {} }): PrintedDay => {
      const month =
        groups['m'] === undefined ? MONTHS.indexOf(groups['n']?.slice(0, 3) ?? '') + 1 : Number(groups['m']);
      const year = groups['y'] === undefined ? null : Number(groups['y']);
      return {
        start: index,
        end: index + match.length,
        year,
        month,
        day: Number.parseInt(groups['d'] ?? '', 10),
      };
    }),
  ).sort((a, b) => a.start - b.start || b.end - a.end);
  return all.filter(
    (date, index) => date.start >= (all[index - 1]?.end ?? 0) && isDay(date.year ?? LEAP, date),
  );
}

const LEAP = 2000;
const isDay = (year: number, { month, day }: Pick<PrintedDay, 'month' | 'day'>): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return day > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

/** The calendar of today is certain for these years everywhere. */
const FIRST_YEAR = 1925;
const LAST_YEAR = 2199;
/** Days: a date without a year may be told of last year or of the next. */
const NEAR = 120;

/**
 * The day as "2014-01-08"; null where its year is not known.
 *
 * Without a year it is the one nearest to publication, and nothing where that is months away.
 *
 * @param publishedAt ISO 8601, UTC
 */
export function isoDay(date: PrintedDay, publishedAt: string | null): string | null {
  if (date.year !== null) return checked(date.year, date);
  const published = publishedAt === null ? Number.NaN : Date.parse(publishedAt);
  if (Number.isNaN(published)) return null;
  const year = new Date(published).getUTCFullYear();
  const near = [year, year - 1, year + 1].find(
    (one) => Math.abs(Date.UTC(one, date.month - 1, date.day) - published) <= NEAR * 86_400_000,
  );
  return near === undefined ? null : checked(near, date);
}

function checked(year: number, date: PrintedDay): string | null {
  if (year < FIRST_YEAR || year > LAST_YEAR || !isDay(year, date)) return null;
  return new Date(Date.UTC(year, date.month - 1, date.day)).toISOString().slice(0, 10);
}

/** From 0 for Sunday. */
export const weekdayOf = (isoDate: string): number => new Date(`${isoDate}T00:00:00Z`).getUTCDay();

export interface DayWithDate {
  readonly name: DayName;
  readonly date: PrintedDay;
}

/** "Tuesday, 8 January", "Tuesday night (January 8", "Tuesday the 8th of January". */
const BEFORE_DATE = /^\s*(?:morning|afternoon|evening|night)?\s*,?\s*(?:the\s+|\()?$/u;
/** "8 January (Tuesday", "8 January 2014, a Tuesday". */
const BEHIND_DATE = /^\s*(?:\(\s*(?:a\s+)?|,?\s*(?:which was\s+)?a\s+)$/u;

/** Day names with the date that stands right at them, each date once. */
export function daysWithDates(words: string): DayWithDate[] {
  const names = dayNamesIn(words);
  if (names.length === 0) return [];
  const dates = datesIn(words);
  const taken = new Set<PrintedDay>();
  const found: DayWithDate[] = [];
  let next = 0;
  for (const name of names) {
    while ((dates[next]?.start ?? Infinity) < name.end) next += 1;
    const [before, behind] = [dates[next - 1], dates[next]];
    const leads =
      behind !== undefined && BEFORE_DATE.test(words.slice(name.end, Math.min(behind.start, name.end + 40)));
    const date = leads
      ? behind
      : before !== undefined && !taken.has(before) && BEHIND_DATE.test(words.slice(before.end, name.start))
        ? before
        : undefined;
    if (date === undefined || (name.short && !leads)) continue;
    taken.add(date);
    found.push({ name, date });
  }
  return found;
}
