/** Printed dates, as bylines and datelines have them. */

/** A date found in a line. Offsets are UTF-16 code units into that line, `end` exclusive. */
export interface PrintedDate {
  readonly start: number;
  readonly end: number;
  /** ISO 8601 in UTC, at midnight where the line names a day alone; null where day and month cannot be told apart. */
  readonly at: string | null;
  /** True for the date of a change: "Last updated at". */
  readonly updated: boolean;
}

/** Names and abbreviations of the months in English, French, German, Spanish, Italian and Portuguese. */
const MONTHS: readonly (readonly string[])[] = [
  ['january', 'jan', 'janvier', 'janv', 'januar', 'jänner', 'enero', 'gennaio', 'janeiro'],
  ['february', 'feb', 'février', 'févr', 'februar', 'febrero', 'febbraio', 'fevereiro'],
  ['march', 'mar', 'mars', 'märz', 'marzo', 'março'],
  ['april', 'apr', 'avril', 'abril', 'aprile'],
  ['may', 'mai', 'mayo', 'maggio', 'maio'],
  ['june', 'jun', 'juin', 'juni', 'junio', 'giugno', 'junho'],
  ['july', 'jul', 'juillet', 'juil', 'juli', 'julio', 'luglio', 'julho'],
  ['august', 'aug', 'août', 'agosto'],
  ['september', 'sept', 'sep', 'septembre', 'septiembre', 'settembre', 'setembro'],
  ['october', 'oct', 'octobre', 'oktober', 'okt', 'octubre', 'ottobre', 'outubro'],
  ['november', 'nov', 'novembre', 'noviembre', 'novembro'],
  ['december', 'dec', 'décembre', 'déc', 'dezember', 'dez', 'diciembre', 'dicembre', 'dezembro'],
];
const MONTH_NUMBER = new Map(
  MONTHS.flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);
/** The number of a month by its name or abbreviation in small letters; null for any other word. */
export const monthNumber = (name: string): number | null => MONTH_NUMBER.get(name) ?? null;

/** Longest first, so that "march" is not read as "mar". */
export const MONTH_NAMES: string = [...MONTH_NUMBER.keys()].sort((a, b) => b.length - a.length).join('|');

const LEAD =
  '(?:(?<label>(?:(?:first |date )?published|posted|created|issued|last updated|updated|last modified|modified)(?: (?:at|on))?)\\s*:?\\s*)?' +
  '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,?\\s+)?';
const CLOCK =
  '(?:(?:,|\\s*[-–|]|T)?\\s*(?:at\\s+)?(?<hour>\\d{1,2})[:.](?<minute>\\d{2})(?:[:.]\\d{2}(?:\\.\\d+)?)?\\s*(?<half>[ap]\\.?m\\b\\.?)?\\s*' +
  '(?<zone>Z\\b|GMT\\b|UTC\\b|[+-]\\d{2}:?\\d{2}\\b|[A-Z]{2,4}T\\b)?)?';
const DAYS = [
  `(?<y1>\\d{4})-(?<m1>\\d{2})-(?<d1>\\d{2})(?!\\d)`,
  `(?<n2>${MONTH_NAMES})\\.?\\s*(?<d2>\\d{1,2})(?:st|nd|rd|th)?(?:\\s*,\\s*|\\s+)(?<y2>\\d{4})(?!\\d)`,
  `(?<d3>\\d{1,2})(?:st|nd|rd|th|\\.|er)?\\s+(?:de\\s+|of\\s+)?(?<n3>${MONTH_NAMES})\\.?,?\\s+(?:de\\s+)?(?<y3>\\d{4})(?!\\d)`,
  `(?<d4>\\d{1,2})(?<sep>[./])(?<m4>\\d{1,2})\\k<sep>(?<y4>\\d{4})(?!\\d)`,
];
const PRINTED = DAYS.map((day) => new RegExp(`(?<![\\p{L}\\d])${LEAD}${day}${CLOCK}`, 'giu'));

/** Lines longer than this are prose; dates in prose are claims, not metadata. */
const MAX_LINE = 300;

/** The dates of a byline or dateline in the order they stand. A line longer than 300 code units has none. */
export function findDates(line: string): PrintedDate[] {
  if (line.length > MAX_LINE) return [];
  const found = PRINTED.flatMap((pattern) => [...line.matchAll(pattern)].map(readDate));
  found.sort((a, b) => a.start - b.start);
  return found.filter((date, index) => index === 0 || date.start >= (found[index - 1]?.end ?? 0));
}

/** When a story was published: its first date that is not one of a change, else the first that is. */
export function publishedAt(dates: readonly PrintedDate[]): string | null {
  const readable = dates.filter((date) => date.at !== null);
  return (readable.find((date) => !date.updated) ?? readable[0])?.at ?? null;
}

function readDate(match: RegExpExecArray | RegExpMatchArray): PrintedDate {
  const parts = match.groups ?? {};
  const start = match.index ?? 0;
  const end = start + match[0].trimEnd().length;
  const day = readDay(parts);
  return {
    start,
    end,
    at: day === null ? null : withClock(day, parts),
    updated: /updated|modified/i.test(parts.label ?? ''),
  };
}

type Groups = Readonly<Record<string, string | undefined>>;
export type Day = readonly [year: number, month: number, day: number];

function readDay(parts: Groups): Day | null {
  const year = Number(parts.y1 ?? parts.y2 ?? parts.y3 ?? parts.y4);
  const name = (parts.n2 ?? parts.n3)?.toLowerCase();
  if (name !== undefined) return calendarDay(year, MONTH_NUMBER.get(name) ?? 0, Number(parts.d2 ?? parts.d3));
  if (parts.y1 !== undefined) return calendarDay(year, Number(parts.m1), Number(parts.d1));

  const [first, second] = [Number(parts.d4), Number(parts.m4)];
  // 8.1.2014 has the day in front; 1/8/2014 has it in front in London and behind in Washington.
  if (parts.sep === '.' || first > 12 || first === second) return calendarDay(year, second, first);
  return second > 12 ? calendarDay(year, first, second) : null;
}

/** The day, or null where the calendar has none such. `month` counts from 1. */
export function calendarDay(year: number, month: number, day: number): Day | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? [year, month, day]
    : null;
}

/** The instant, if the line gives a time with an offset that is certain; else midnight UTC of the day. */
function withClock([year, month, day]: Day, parts: Groups): string {
  const midnight = Date.UTC(year, month - 1, day);
  const minutes = readClock(parts);
  const offset = readOffset(parts.zone);
  const at = minutes === null || offset === null ? midnight : midnight + (minutes - offset) * 60_000;
  return new Date(at).toISOString().replace('.000Z', 'Z');
}

function readClock(parts: Groups): number | null {
  if (parts.hour === undefined) return null;
  let hour = Number(parts.hour);
  const minute = Number(parts.minute);
  const half = parts.half?.charAt(0).toLowerCase();
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half === 'p' ? 12 : 0);
  }
  return hour > 23 || minute > 59 ? null : hour * 60 + minute;
}

/** Minutes east of UTC; null for a zone by name, which may mean several (EST, IST, CST). */
function readOffset(zone: string | undefined): number | null {
  if (zone === undefined) return null;
  if (/^(?:Z|GMT|UTC)$/i.test(zone)) return 0;
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (match === null) return null;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return match[1] === '-' ? -minutes : minutes;
}
