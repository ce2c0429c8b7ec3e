/** Who wrote a story, for which agency, and when: "By AFP - Jan 08,2014 - Last updated at Jan 08,2014". */
import { knownAgency, signedAgency } from './agencies.ts';
import { findDates, type PrintedDate } from './dates.ts';
import { endsWithStop, wordsOf } from './wording.ts';

export interface Byline {
  /** The names as printed, without "By"; the agency's where nobody else signs. */
  readonly byline: string;
  readonly agency: string | null;
  readonly dates: readonly PrintedDate[];
}

/** Bylines are lines; anything longer is prose. UTF-16 code units. */
const MAX_BYLINE = 250;

const BY = /^(?:by|par|von|por)\s*:?\s+/iu;
const CREDIT =
  /^[([]?(?:additional )?(?:reporting|writing|editing|compiled|written|edited) by\s+(?=\p{Lu})/iu;
const OWN_STAFF =
  /^(?:(?:from )?our (?:own )?(?:staff )?(?:correspondent|reporter)s?|staff (?:report|reporter|writer|and agencies)s?|agencies|news agencies|wire reports?)$/iu;
const SMALL_IN_NAMES = new Set(
  'al and at bin bint da das de del der di do dos du e el et for from in ibn la le of our the und van von with y zu'.split(
    ' ',
  ),
);

/** Read a line that says by a word or an agency's name that it is a byline, or null. */
export function readByline(line: string): Byline | null {
  if (line.length > MAX_BYLINE) return null;
  const credit = CREDIT.exec(line);
  if (credit !== null) return readCredit(line, credit[0].length);

  const by = BY.exec(line);
  const fields = splitFields(line.slice(by?.[0].length ?? 0));
  if (OWN_STAFF.test(fields.names.join(', ')))
    return { ...fields, byline: fields.names.join(', '), agency: null };
  if (by !== null) return fromNames(fields.names, fields.dates, signedAgency);

  // Without "By" only agencies and dates may stand there: "Reuters | 8 January 2014", "(AFP)".
  const agencies = fields.names.map((name) => knownAgency(name.replace(/^[—–-]+\s*/u, '')));
  const agency = agencies[0] ?? null;
  if (agency === null || agencies.includes(null)) return null;
  return { byline: fields.names.join(', ').replace(/^[—–-]+\s*/u, ''), agency, dates: fields.dates };
}

/**
 * Read a line that is a byline if it stands under a headline, or null: a name with a place, an agency or a date
 * ("Jane Doe in Paris", "Jane Doe, Reuters"). In a story's body the same words may be a heading.
 */
export function readLooseByline(line: string): Byline | null {
  if (line.length > MAX_BYLINE || endsWithStop(line)) return null;
  const { names, dates } = splitFields(line);
  const read = fromNames(names, dates, knownAgency);
  if (read === null) return null;
  const [first = ''] = names;
  const named = /^(?:\p{Lu}[\p{L}\p{M}.'’-]*\s+){1,3}\p{Lu}[\p{L}\p{M}'’-]+(?=$|,|\s+(?:and|in)\s)/u.test(
    first,
  );
  const placed = /\sin\s+(?:\p{Lu}[\p{L}\p{M}'’-]+(?:\s+|$)){1,3}(?:$|and\s)/u.test(first);
  return named && (read.agency !== null || dates.length > 0 || placed) ? read : null;
}

/** "(Reporting by Jane Doe; editing by John Roe)", as some agencies sign at the end. */
function readCredit(line: string, from: number): Byline | null {
  const names =
    line
      .slice(from)
      .split(/[;)\]]/u)[0]
      ?.replace(/\.$/u, '')
      .trim() ?? '';
  return areNames(names) ? { byline: names, agency: null, dates: [] } : null;
}

/** The fields between dashes, bars, dots and commas, dates taken out. */
function splitFields(line: string): { names: string[]; dates: PrintedDate[] } {
  const dates = findDates(line);
  let rest = '';
  let from = 0;
  for (const date of dates) {
    rest += `${line.slice(from, date.start)}|`;
    from = date.end;
  }
  rest += line.slice(from);
  const names = rest
    .split(/\s+[-–—]+\s+|\s*[|•·]\s*|\s*[,;]\s+|\s*\/\s+|(?=\s\([^()]{2,40}\)$)/u)
    .map((field) => field.replace(/^[\s,;–—-]+|[\s,;–—-]+$/gu, ''))
    .filter((field) => /[\p{L}\p{N}]/u.test(field));
  return { names, dates };
}

function fromNames(
  names: readonly string[],
  dates: readonly PrintedDate[],
  agencyOf: (name: string) => string | null,
): Byline | null {
  if (names.length === 0 || names.length > 8 || !names.every(areNames)) return null;
  const agency = names.map(agencyOf).find((name) => name !== null) ?? null;
  const people = names.filter((name) => agencyOf(name) === null);
  return { byline: (people.length === 0 ? names.slice(0, 1) : people).join(', '), agency, dates };
}

/** Words that can be names and posts: "Jane Doe and J. K. Roe", "Middle East correspondent", never a sentence. */
function areNames(field: string): boolean {
  const words = wordsOf(field.replace(/^[([]|[)\]]$/gu, ''));
  if (words.length === 0 || words.length > 14) return false;
  if (endsWithStop(field) && !/\b(?:Jr|Sr|\p{Lu})\.$/u.test(field)) return false;
  const post =
    /\b(?:correspondent|reporter|editor|writer|bureau|staff|agency|agencies|desk|news|chief)s?$/iu.test(
      field,
    );
  return words.every(
    (word) =>
      SMALL_IN_NAMES.has(word.toLowerCase()) ||
      /^['’"“]?[\p{Lu}\p{Lo}]/u.test(word) ||
      knownAgency(word) !== null ||
      post,
  );
}
