/** Where, by whom and of what, as far as the sentence of a count plainly tells. */
import type { CasualtyDetails } from '../../../contract/claims.ts';
import { wordSet } from '../word-set.ts';
import { COUNTRIES, EVENTS, FORCES } from './circumstances.ts';
import type { Found } from './found.ts';
import type { Item, Reading } from './items.ts';
import { printed } from './nouns.ts';
import type { Phrase } from './phrases.ts';
import type { Time } from './when.ts';

type Place = CasualtyDetails['place'];

/** Items that a circumstance may stand away from its verb. */
const REACH = 14;
const IN: ReadonlySet<string> = new Set(['in', 'near', 'at', 'outside', 'across', 'on']);
const DIVISIONS: readonly [RegExp, NonNullable<NonNullable<Place>['precision']>][] = [
  [/\b(?:province|governorate|state|prefecture|region)$/i, 'province'],
  [/\b(?:district|county|municipality|department|township|lga)$/i, 'district'],
  [/\b(?:town|city|village|neighbourhood|neighborhood|camp|suburb)$/i, 'town'],
];

/** The first printed place after the people or their verb, or else before them; null where none is plain. */
export function placeOf(reading: Reading, items: readonly Item[], { at, by }: Found): Place {
  const first = Math.min(at, by);
  const last = Math.max(at, by);
  const isBreak = ({ kind }: Item) => kind === 'break';
  const opens = items.slice(0, first).findLastIndex(isBreak) + 1;
  const breaks = items.findIndex((item, index) => index > first && isBreak(item));
  const until = Math.min(last + REACH, breaks === -1 ? items.length : breaks);
  const own = isLater(items, { at, by }) ? range(at + 1, Math.min(until, clauseEnd(items, at))) : [];
  for (const index of [...own, ...range(first + 1, until), ...range(Math.max(first - REACH, opens), first)]) {
    if (belongsToOther(items, { at, by }, index)) continue;
    const place = placeAt(reading, items, index);
    if (place !== null) return place;
  }
  return null;
}

/** "Two men missing in Ardle since May were freed": where and since when they were missing tells nothing of their freedom. */
function belongsToOther(
  items: readonly Item[],
  { at, by }: Pick<Found, 'at' | 'by'>,
  index: number,
): boolean {
  if (index <= at || index >= by) return false;
  for (let back = index - 1; back > at; back--) if (items[back]?.term != null) return true;
  return false;
}

/** "Nine in Harran and 12 in Marl": of those that come later what stands behind them tells first. */
const isLater = (items: readonly Item[], { at, by }: Pick<Found, 'at' | 'by'>): boolean =>
  items.some(({ phrase }, index) => index > by && index < at && phrase?.kind === 'counted') ||
  items.some(({ kind }, index) => index > by && index < at && kind === 'conjunction');

/** The index of the first item behind one that ends its clause. */
function clauseEnd(items: readonly Item[], at: number): number {
  const end = items.findIndex(({ kind }, index) => index > at && CLAUSE_ENDS.has(kind));
  return end === -1 ? items.length : end;
}
const CLAUSE_ENDS: ReadonlySet<string> = new Set([
  'break',
  'comma',
  'conjunction',
  'subordinator',
  'verb',
  'term',
]);

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(to - from, 0) }, (_, step) => from + step);

function placeAt(reading: Reading, items: readonly Item[], index: number): Place {
  const phrase = items[index]?.phrase;
  const before = items[index - 1];
  if (phrase == null || before?.kind !== 'preposition' || !IN.has(before.word)) return null;
  if (phrase.kind !== 'name' && phrase.kind !== 'unknown' && phrase.kind !== 'thing') return null;
  const { tokens, inCapitals } = reading;
  const from = phrase.determiner === '' ? phrase.from : phrase.from + 1;
  const name = printed(tokens, from, phrase.to);
  const country = COUNTRIES.has(name.toLowerCase());
  if (country) return { name, precision: 'country' };
  if (EVENTS.has(phrase.lastWord)) return null;
  const division = DIVISIONS.find(([pattern]) => pattern.test(name))?.[1] ?? null;
  const isCapital = /^\p{Lu}/u.test(tokens[from]?.text ?? '');
  if (before.word === 'on' && division === null) return null;
  if (!isCapital || (inCapitals && division === null)) return null;
  return { name, precision: division };
}

/** What did it, as printed: "a car bomb", "air raids". */
export function causeOf(reading: Reading, items: readonly Item[], found: Found): string | null {
  const end = Math.max(found.at, found.by);
  for (let index = end + 1; index < Math.min(end + REACH, items.length); index++) {
    const item = items[index];
    if (item === undefined || item.kind === 'break' || item.kind === 'subordinator' || item.term !== null)
      break;
    const before = items[index - 1];
    const leads =
      before?.kind === 'preposition' && /^(?:in|by|during|from|of|after|following)$/.test(before.word);
    if (leads && isEvent(item.phrase)) return wordsOf(reading, item.phrase);
  }
  const doer = doerOf(items, found);
  return doer !== null && isEvent(doer) ? wordsOf(reading, doer) : null;
}

/** Who did it, as printed: "gunmen", "the army". */
export function perpetratorOf(reading: Reading, items: readonly Item[], found: Found): string | null {
  for (let index = found.by + 1; index < Math.min(found.by + REACH, items.length); index++) {
    const item = items[index];
    if (item === undefined || item.kind === 'break' || item.kind === 'subordinator' || item.term !== null)
      break;
    if (item.word === 'by' && isActor(items[index + 1]?.phrase))
      return wordsOf(reading, items[index + 1]?.phrase);
  }
  const doer = doerOf(items, found);
  return doer !== null && isActor(doer) ? wordsOf(reading, doer) : null;
}

/** The subject of an active verb: the phrase that opens its clause. */
function doerOf(items: readonly Item[], found: Found): Phrase | null {
  if (found.rule !== 'object' || found.at < found.by) return null;
  if (items[found.by - 1]?.kind === 'relative') return items[found.by - 2]?.phrase ?? null;
  let opener: Phrase | null = null;
  for (let index = found.by - 1; index >= Math.max(found.by - REACH, 0); index--) {
    const item = items[index];
    if (item === undefined || item.kind === 'break' || item.kind === 'subordinator') break;
    if (item.kind === 'relative' && item.word !== 'who') return items[index - 1]?.phrase ?? null;
    const before = items[index - 1];
    // "Police said rebels killed": who is said to have done it, not who says so.
    if (item.phrase !== null && before?.phrase === null && REPORTS.has(before.word)) return item.phrase;
    const oblique = before?.kind === 'preposition' || before?.kind === 'to' || before?.kind === 'verb';
    if (item.phrase !== null && item.phrase.kind !== 'time' && !oblique) opener = item.phrase;
  }
  return opener;
}

const isEvent = (phrase: Phrase | null | undefined): boolean => phrase != null && EVENTS.has(phrase.lastWord);
const isActor = (phrase: Phrase | null | undefined): boolean =>
  phrase != null &&
  !isEvent(phrase) &&
  (phrase.victims !== null || phrase.kind === 'name' || FORCES.has(phrase.lastWord));

/** As printed, on one line, without its article. */
function wordsOf({ tokens, text }: Reading, phrase: Phrase | null | undefined): string | null {
  if (phrase == null) return null;
  const from = /^(?:an?|the)$/.test(phrase.determiner) ? phrase.from + 1 : phrase.from;
  const words = text
    .slice(tokens[from]?.start, tokens[phrase.to - 1]?.end)
    .replace(/\s+/g, ' ')
    .trim();
  return words === '' || words.length > MOST ? null : words;
}
/** What the contract takes. */
const MOST = 300;

/** The time nearest to the people or their verb, with nothing stronger than a comma between; null for none. */
export function periodOf(
  items: readonly Item[],
  times: readonly Time[],
  { at, by }: Found,
): CasualtyDetails['period'] {
  const own = isLater(items, { at, by }) ? timeBehind(items, times, at) : null;
  if (own !== null) return own;
  const [from, to] = [items[Math.min(at, by)]?.from ?? 0, items[Math.max(at, by)]?.to ?? 0];
  let nearest: Time | null = null;
  let least = FARTHEST;
  for (const time of times) {
    const distance = time.from >= to ? time.from - to : from - time.to;
    const index = items.findIndex((item) => item.from >= time.from);
    if (belongsToOther(items, { at, by }, index) || tellsWhenTold(items, time, Math.min(at, by))) continue;
    if (distance >= least || isCut(items, Math.min(to, time.to), Math.max(from, time.from))) continue;
    nearest = time;
    least = distance;
  }
  return nearest?.period ?? null;
}
const FARTHEST = 40;

/** The time in what follows people in their own clause. */
function timeBehind(items: readonly Item[], times: readonly Time[], at: number): CasualtyDetails['period'] {
  const from = items[at]?.to ?? 0;
  const to = items[clauseEnd(items, at) - 1]?.to ?? 0;
  return times.find((time) => time.from >= from && time.to <= to)?.period ?? null;
}

const REPORTS = wordSet(`
  said says told reported announced claimed claiming confirmed stated warned added posted published`);
/** "Police said on Tuesday that 12 were killed", "a video posted Tuesday claimed": when it was said is not when it was. */
function tellsWhenTold(items: readonly Item[], time: Time, until: number): boolean {
  const first = items.findIndex(({ to }) => to > time.from);
  if (first === -1 || first >= until) return false;
  return items
    .slice(Math.max(first - 3, 0), until)
    .some(({ kind, word }) => kind !== 'phrase' && REPORTS.has(word));
}

/** A semicolon or its like, or a comma with "and", stands between two token indices. */
const isCut = (items: readonly Item[], from: number, to: number): boolean =>
  items.some(
    (item, index) =>
      item.from >= from &&
      item.to <= to &&
      (item.kind === 'break' || (item.kind === 'comma' && items[index + 1]?.kind === 'conjunction')),
  );
