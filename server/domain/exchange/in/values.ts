/** Single values as formats have them, brought into the shapes of the contract; null for what does not fit. */
import { Language, Time, WebAddress } from '../../../contract/common.ts';
import { type Identifier, MAX_IDENTIFIER, type Said } from '../../../contract/story-files.ts';

/** As `normalise` brings the text of a story: what a file says is compared with it. */
const tidy = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** What a text or a column of PostgreSQL cannot hold is taken out: this is what is said about a story, not its words. */
const storable = (text: string): string => text.toWellFormed().replace(/(?![\t\n])\p{Cc}/gu, '');

/** Cut at `max` UTF-16 code units, and never within a character. */
function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  return `${text.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** One line of at most `max` UTF-16 code units; null where nothing is left of it. */
export function lineOf(value: string | null | undefined, max: number): string | null {
  const text = cut(tidy(storable(value ?? '')), max);
  return text === '' ? null : text;
}

/** Lines kept, as notes have them. */
export function proseOf(value: string | null | undefined, max: number): string | null {
  const lines = storable(value ?? '')
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map(tidy);
  const text = lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return text === '' ? null : cut(text, max);
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** As NITF writes times: 20140108T160000+0200. */
const BASIC = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$/;

/**
 * A time of ISO 8601, in its long or its basic form; a day stands for its midnight, and a time without an offset is
 * taken as UTC.
 *
 * @returns ISO 8601 UTC
 */
export function timeOf(value: string | null | undefined): string | null {
  const text = (value ?? '').trim();
  const basic = BASIC.exec(text);
  const long =
    basic === null
      ? text
      : `${basic[1]}-${basic[2]}-${basic[3]}T${basic[4] ?? '00'}:${basic[5] ?? '00'}:${basic[6] ?? '00'}${offset(basic[7])}`;
  const whole = DAY.test(long) ? `${long}T00:00:00Z` : long;
  const zoned = /T[\d:.,]+$/.test(whole) ? `${whole}Z` : whole;
  const read = Time.safeParse(zoned.replace(/([+-]\d{2})(\d{2})$/, '$1:$2').replace(/\.(\d{3})\d+/, '.$1'));
  return read.success ? new Date(read.data).toISOString() : null;
}

const offset = (zone: string | undefined): string => zone ?? 'Z';

export function languageOf(value: string | null | undefined): string | null {
  const read = Language.safeParse((value ?? '').trim().replace(/_/g, '-'));
  return read.success ? read.data : null;
}

export function webAddressOf(value: string | null | undefined): string | null {
  const read = WebAddress.safeParse((value ?? '').trim());
  return read.success ? read.data : null;
}

export function identifierOf(scheme: string, value: string | null | undefined): Identifier[] {
  const text = tidy(storable(value ?? ''));
  const name = lineOf(scheme, 100);
  return text === '' || text.length > MAX_IDENTIFIER || name === null ? [] : [{ scheme: name, value: text }];
}

/** Entries and UTF-16 code units of what is shown beside a story; the file itself keeps everything. */
const REST = { entries: 400, value: 2000, name: 300 } as const;

/** What a file says beyond the model, in its order. */
export function restOf(said: Iterable<readonly [name: string, value: string]>): Said[] {
  const rest: Said[] = [];
  for (const [where, what] of said) {
    const name = lineOf(where, REST.name);
    const value = proseOf(what, REST.value);
    if (name === null || value === null) continue;
    rest.push({ name, value });
    if (rest.length === REST.entries) break;
  }
  return rest;
}
