/** Instants for people: in their own time zone, and by how far off they are. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const dateTime = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
const dateOnly = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' });

/** "8 Jan 2014, 16:00", in this browser's time zone. */
export const fullTime = (iso: string): string => dateTime.format(new Date(iso));
export const fullDay = (iso: string): string => dateOnly.format(new Date(iso));

const timeOnly = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' });
/** "16:00", in this browser's time zone. */
export const timeOfDay = (iso: string): string => timeOnly.format(new Date(iso));

const dayAlone = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });
/** A byline that names a day and no hour is kept as that day's midnight in UTC. */
const isDayAlone = (iso: string): boolean => Date.parse(iso) % DAY === 0;

/** When a story was published: "8 Jan 2014, 16:00"; a day alone is that day in every time zone. */
export const publishedWords = (iso: string): string =>
  isDayAlone(iso) ? dayAlone.format(new Date(iso)) : fullTime(iso);

/** How far off, without sign: "40 min", "3 h 20 min", "2 days". `span` is in milliseconds. */
export function spanWords(span: number): string {
  const minutes = Math.round(Math.abs(span) / MINUTE);
  if (minutes < 1) return 'under a minute';
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 12 * 60) {
    const rest = minutes % 60;
    return rest === 0 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 60)} h ${rest} min`;
  }
  if (minutes < 36 * 60) return `${Math.round(minutes / 60)} h`;
  const days = Math.round(minutes / (DAY / MINUTE));
  return `${days} days`;
}

export interface Deadline {
  readonly words: string;
  readonly state: 'overdue' | 'soon' | 'later' | 'none';
}

/** A deadline as the desk reads it. Within two hours it is soon. `now` is in milliseconds since 1970. */
export function deadlineWords(deadline: string | null, now: number): Deadline {
  if (deadline === null) return { words: 'No deadline', state: 'none' };
  const left = Date.parse(deadline) - now;
  if (left < 0) return { words: `Overdue by ${spanWords(left)}`, state: 'overdue' };
  return { words: `In ${spanWords(left)}`, state: left <= 2 * HOUR ? 'soon' : 'later' };
}

/** "3 h ago". */
export const agoWords = (iso: string, now: number): string => `${spanWords(now - Date.parse(iso))} ago`;

/** An instant as `<input type="datetime-local">` wants it, in this browser's time zone; '' for none. */
export function toLocalInput(iso: string | null): string {
  if (iso === null) return '';
  const date = new Date(iso);
  const local = new Date(date.getTime() - date.getTimezoneOffset() * MINUTE);
  return local.toISOString().slice(0, 16);
}

/** The other way: ISO 8601 UTC, or null for an empty or unfinished field. */
export function fromLocalInput(value: string): string | null {
  const time = value === '' ? Number.NaN : new Date(value).getTime();
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

/** As `toLocalInput`, but a day alone keeps its day in every time zone, at 00:00. */
export const toPublishedInput = (iso: string | null): string =>
  iso !== null && isDayAlone(iso) ? new Date(iso).toISOString().slice(0, 16) : toLocalInput(iso);

/** The other way: 00:00 is a day alone. */
export const fromPublishedInput = (value: string): string | null =>
  value.endsWith('T00:00') ? fromLocalInput(`${value}Z`) : fromLocalInput(value);
