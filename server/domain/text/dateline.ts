/** Where, when and for whom a story was filed: "ISTANBUL, Jan 8 (Reuters) —". */
import { knownAgency, signedAgency } from './agencies.ts';
import { findDates, MONTH_NAMES } from './dates.ts';
import { isCapitals, wordsOf } from './wording.ts';

export interface Dateline {
  /** Place and day as printed, without agency and dash; null where only an agency signs: "(Reuters) -". */
  readonly dateline: string | null;
  readonly agency: string | null;
  /** What follows the dash: UTF-16 code units from the start of the line. */
  readonly restAt: number;
}

/** A dateline is at most this long, its dash included. */
const MAX_DATELINE = 120;

const DASH = /\s*[—–]+\s*|\s*--+\s*|\s+-\s+|:\s+/u;
const DAY = new RegExp(
  `(?:,?\\s+|^)(?:(?:${MONTH_NAMES})\\.?\\s+\\d{1,2}|\\d{1,2}\\.?\\s+(?:${MONTH_NAMES})\\.?)(?:,?\\s+\\d{4})?$`,
  'iu',
);
const SMALL_IN_PLACES = new Set([
  'al',
  'de',
  'del',
  'der',
  'di',
  'do',
  'el',
  'la',
  'le',
  'of',
  'on',
  'the',
  'upon',
]);
/** In capitals before a colon, but no place. */
const LABEL =
  /^(?:BREAKING|UPDATE|WATCH|OPINION|ANALYSIS|EXCLUSIVE|LIVE|FACTBOX|EXPLAINER|NEWS|VIDEO|PHOTOS?|CORRECTION|URGENT|NOTE|ADVISORY)\b/u;

/**
 * Read the dateline with which a story's first paragraph begins, or null if it has none.
 *
 * The words stay in the paragraph: what was printed is kept, the dateline is read beside it.
 */
export function readDateline(paragraph: string): Dateline | null {
  const opening = paragraph.slice(0, MAX_DATELINE);
  const dash = DASH.exec(opening);
  if (
    dash === null ||
    !/^["'“‘«„([]*[\p{Lu}\p{Lo}\p{N}]/u.test(paragraph.slice(dash.index + dash[0].length, dash.index + 130))
  )
    return null;
  const head = readHead(opening.slice(0, dash.index), dash[0].startsWith(':'));
  return head === null ? null : { ...head, restAt: dash.index + dash[0].length };
}

/**
 * Read a line that is a dateline alone, with or without its dash, or null.
 *
 * A place in capitals by itself is not enough: section labels look the same.
 */
export function readDatelineAlone(line: string): Dateline | null {
  if (line.length > MAX_DATELINE) return null;
  const bare = line.replace(/\s*(?:[—–]+|--+|-)\s*$/u, '');
  const head = readHead(bare, false);
  if (head === null) return null;
  const certain =
    head.agency !== null || bare !== line || DAY.test(head.dateline ?? '') || bare.includes(',');
  return certain ? { ...head, restAt: line.length } : null;
}

/** Whether a line holds nothing but dates: "Published Jan 8, 2014". */
export function isDateAlone(line: string): boolean {
  const dates = findDates(line);
  if (dates.length === 0) return false;
  let rest = '';
  let from = 0;
  for (const date of dates) {
    rest += line.slice(from, date.start);
    from = date.end;
  }
  return !/[\p{L}\p{N}]/u.test(rest + line.slice(from));
}

function readHead(head: string, beforeColon: boolean): Pick<Dateline, 'dateline' | 'agency'> | null {
  const signed = /\s*[([]([^()[\]]{2,40})[)\]]\s*$/u.exec(head);
  const agency = signed?.[1] === undefined ? null : agencyIn(signed[1]);
  if (signed !== null && agency === null) return null;

  const filed = (signed === null ? head : head.slice(0, signed.index)).trim();
  if (filed === '') return agency === null ? null : { dateline: null, agency };

  const day = DAY.exec(filed);
  const place = (day === null ? filed : filed.slice(0, day.index)).trim();
  const certain = agency !== null || day !== null;
  return isPlace(place, certain, beforeColon) ? { dateline: filed, agency } : null;
}

/** "AP", "dpa/AFP": the first of them. */
const agencyIn = (words: string): string | null =>
  words
    .split(/[/,&]|\band\b/u)
    .map(signedAgency)
    .find((name) => name !== null) ?? knownAgency(words);

/**
 * Whether words can be a place: capitals, with what follows a comma in any case ("BEIRUT, Lebanon"); with an
 * agency or a day beside it, names in any case.
 */
function isPlace(place: string, certain: boolean, beforeColon: boolean): boolean {
  const [town = '', ...region] = place.split(',');
  if (
    town.length < 2 ||
    town.length > 50 ||
    region.length > 2 ||
    /[\p{N}"“”«».!?;]/u.test(town.replace(/\bS[Tt]\./u, ''))
  )
    return false;
  if (beforeColon && (LABEL.test(town) || town.length < 4)) return false;
  const words = wordsOf(town);
  if (words.length > 5 || !region.every((part) => isNames(wordsOf(part)))) return false;
  return isCapitals(town) || (certain && isNames(words));
}

const isNames = (words: readonly string[]): boolean =>
  words.length > 0 &&
  words.length <= 5 &&
  words.every((word) => SMALL_IN_PLACES.has(word) || /^['’(]?[\p{Lu}\p{Lo}]/u.test(word));
