/** Days and spans of days, as ISO dates. Pure: what "today" is comes from the story. */
import type { CasualtyDetails } from '../../../contract/claims.ts';

/** Days since 1 January 1970. */
export type Day = number;
type Period = NonNullable<CasualtyDetails['period']>;
export interface DaySpan {
  readonly first: Day;
  readonly last: Day;
  readonly precision: NonNullable<Period['precision']>;
}

const MILLISECONDS = 86_400_000;

/** The UTC day of an ISO 8601 time; null where it cannot be read. */
export function dayOf(time: string): Day | null {
  const milliseconds = Date.parse(time);
  return Number.isNaN(milliseconds) ? null : Math.floor(milliseconds / MILLISECONDS);
}

const isoOf = (day: Day): string => new Date(day * MILLISECONDS).toISOString().slice(0, 10);
const dayFrom = (year: number, month: number, day: number): Day =>
  Math.floor(Date.UTC(year, month - 1, day) / MILLISECONDS);
const partsOf = (day: Day): { year: number; month: number } => {
  const date = new Date(day * MILLISECONDS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1 };
};

export const within = ({ first, last, precision }: DaySpan): Period => ({
  from: isoOf(first),
  to: isoOf(last),
  precision,
});
/** From then on: it has no end. */
export const since = ({ first, precision }: DaySpan): Period => ({ from: isoOf(first), to: null, precision });
/** Until then: when it began is not told. */
export const until = ({ last, precision }: DaySpan): Period => ({ from: null, to: isoOf(last), precision });
/** From a first day to the last of a later one; the first alone where the other is not later. */
export const across = (first: Period, { last }: DaySpan): Period =>
  first.to !== null && isoOf(last) > first.to ? { ...first, to: isoOf(last) } : first;

export const oneDay = (day: Day): DaySpan => ({ first: day, last: day, precision: 'day' });
export const before = (day: Day, days: number): Day => day - days;

const WEEK = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
/** 1 January 1970 was a Thursday. */
const weekdayOf = (day: Day): number => (((day + 4) % 7) + 7) % 7;

/** The latest such weekday up to and with the day of the story. */
export function weekday(name: string, today: Day): DaySpan {
  const back = (weekdayOf(today) - WEEK.indexOf(name) + 7) % 7;
  return oneDay(today - back);
}

/** This or the last week (from Monday), month or year; null for any other word. */
export function unit(name: string, today: Day, ago: number): DaySpan | null {
  const { year, month } = partsOf(today);
  if (name === 'week') {
    const monday = today - ((weekdayOf(today) + 6) % 7) - 7 * ago;
    return { first: monday, last: monday + 6, precision: 'week' };
  }
  if (name === 'month') return monthSpan(year, month - ago);
  return name === 'year' ? yearSpan(year - ago) : null;
}

/** A month may run below 1, into the year before. */
const monthSpan = (year: number, month: number): DaySpan => ({
  first: dayFrom(year, month, 1),
  last: dayFrom(year, month + 1, 1) - 1,
  precision: 'month',
});
const yearSpan = (year: number): DaySpan => ({
  first: dayFrom(year, 1, 1),
  last: dayFrom(year, 12, 31),
  precision: 'year',
});

interface Printed {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
}

/** What a printed date means. Without a year it is the latest that had begun by `today`; null where that is not known. */
export function spanOf({ year, month, day }: Printed, today: Day | null): DaySpan | null {
  if (month === null) return year === null ? null : yearSpan(year);
  const of = (inYear: number): DaySpan | null =>
    day === null ? monthSpan(inYear, month) : exactDay(inYear, month, day);
  if (year !== null) return of(year);
  if (today === null) return null;
  const thisYear = partsOf(today).year;
  const span = of(thisYear);
  return span !== null && span.first <= today ? span : of(thisYear - 1);
}

/** Null for the 31st of June. */
function exactDay(year: number, month: number, day: number): DaySpan | null {
  const found = dayFrom(year, month, day);
  return partsOf(found).month === month ? oneDay(found) : null;
}
