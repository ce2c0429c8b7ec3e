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
const IN = wordSet('in near at outside across on');
const DIVISIONS: readonly [RegExp, NonNullable<NonNullable<Place>['precision']>][] = [
  [/\b(?:province|governorate|state|prefecture|region)$/i, 'province'],
  [/\b(?:district|county|municipality|department|township|lga)$/i, 'district'],
  [/\b(?:town|city|village|neighbourhood|neighborhood|camp|suburb)$/i, 'town'],
];

const DIVISIONS_BY_WORD: readonly [NonNullable<Place>['precision'], string][] = [
  ['province', 'province governorate state prefecture region'],
  ['district', 'district county municipality department township'],
  ['town', 'town city village neighbourhood neighborhood suburb'],
  [null, 'port capital island'],
];

/** The first printed place after the people or their verb, or else before them; null where none is plain. */
export function placeOf(reading: Reading, items: readonly Item[], { at, by }: Found): Place {
  const [first, last] = [Math.min(at, by), Math.max(at, by)];
  const opens = items.findLastIndex(({ kind }, index) => kind === 'break' && index < first) + 1;
  const behind = range(first + 1, endAfter(items, first, BREAK)).filter((index) => index < last + REACH);
  const before = range(opens, first).slice(-REACH);
  const own = isLater(items, { at, by }) ? range(at + 1, endAfter(items, at, CLAUSE_ENDS)) : [];
  for (const index of [...own, ...behind, ...before]) {
    const place = belongsToOther(items, { at, by }, index) ? null : placeAt(reading, items, index);
    if (place !== null) return place;
  }
  return null;
}

/** "Two men missing in Ardle since May were freed": where and since when they were missing tells nothing of their freedom. */
const belongsToOther = (
  items: readonly Item[],
  { at, by }: Pick<Found, 'at' | 'by'>,
  index: number,
): boolean => index < by && items.slice(at + 1, index).some(({ term }) => term !== null);

/** "Nine in Harran and 12 in Marl": of those that come later what stands behind them tells first. */
const isLater = (items: readonly Item[], { at, by }: Pick<Found, 'at' | 'by'>): boolean =>
  items.slice(by + 1, at).some(({ kind }) => kind === 'conjunction' || kind === 'comma');

/** The index of the first item of such a kind behind another, or of the end. */
function endAfter(items: readonly Item[], at: number, kinds: ReadonlySet<string | undefined>): number {
  const end = items.findIndex(({ kind }, index) => index > at && kinds.has(kind));
  return end === -1 ? items.length : end;
}
const BREAK = wordSet('break');
const CLAUSE_ENDS = wordSet('break comma conjunction subordinator verb term');

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, step) => from + step);

function placeAt(reading: Reading, items: readonly Item[], index: number): Place {
  const phrase = items[index]?.phrase;
  const before = items[index - 1];
  if (phrase == null || before?.kind !== 'preposition' || !IN.has(before.word)) return null;
  if (phrase.kind !== 'name' && phrase.kind !== 'unknown' && phrase.kind !== 'thing') return null;
  const { tokens, inCapitals } = reading;
  // "Outside a Spar shop".
  if (INDEFINITE.has(phrase.determiner)) return null;
  const kind = PLACE_KINDS.get(phrase.lastWord);
  const called = items[index + 1]?.word === 'of' ? items[index + 2]?.phrase : null;
  if (kind !== undefined && called?.kind === 'name')
    return { name: printed(tokens, called.from, called.to), precision: kind };
  const from = phrase.determiner === '' ? phrase.from : phrase.from + 1;
  const name = printed(tokens, from, LEAVES.has(phrase.lastWord) ? phrase.to - 1 : phrase.to);
  const country = COUNTRIES.has(name.toLowerCase());
  if (country) return { name, precision: 'country' };
  if (EVENTS.has(phrase.lastWord)) return null;
  const division = DIVISIONS.find(([pattern]) => pattern.test(name))?.[1] ?? null;
  const isCapital = /^\p{Lu}/u.test(tokens[from]?.text ?? '');
  if (before.word === 'on' && division === null) return null;
  if (!isCapital || (inCapitals && division === null)) return null;
  return { name, precision: division };
}

/** "The northern town of Marl": what the place is stands before its name. */
const INDEFINITE = wordSet('a an another his her their');
const PLACE_KINDS: ReadonlyMap<string, NonNullable<Place>['precision']> = new Map(
  DIVISIONS_BY_WORD.flatMap(([kind, words]) => words.split(' ').map((word) => [word, kind] as const)),
);

/** "Raid in Ardle leaves nine dead": the verb of a headline is no part of the place. */
const LEAVES = wordSet('leaves leave');

/** What did it, as printed: "a car bomb", "air raids". */
export function causeOf(reading: Reading, items: readonly Item[], found: Found): string | null {
  // "The toll of the raid rose to nine".
  const last = found.rule === 'toll' ? found.by : Math.max(found.at, found.by);
  const led = restOfClause(items, last).find(
    ({ phrase }, index) => LEADS_TO_CAUSE.has(items[last + index]?.word) && isEvent(phrase),
  );
  const cause = led?.phrase ?? doerOf(items, found);
  return isEvent(cause) ? wordsOf(reading, cause) : null;
}
const LEADS_TO_CAUSE = wordSet('in by during from of following');

/** Who did it, as printed: "gunmen", "the army". */
export function perpetratorOf(reading: Reading, items: readonly Item[], found: Found): string | null {
  const rest = restOfClause(items, found.by);
  const led = rest.find(
    ({ phrase }, index) =>
      rest[index - 1]?.word === 'by' && !REPORTS.has(rest[index - 2]?.word) && isActor(phrase),
  );
  const actor = led?.phrase ?? doerOf(items, found);
  return isActor(actor) ? wordsOf(reading, actor) : null;
}

/** What stands behind an item, up to another outcome or clause. */
function restOfClause(items: readonly Item[], at: number): Item[] {
  const rest = items.slice(at + 1, at + REACH);
  const end = rest.findIndex((item) => OPENS_CLAUSE.has(item.kind) || item.term !== null);
  return end === -1 ? rest : rest.slice(0, end);
}
const OPENS_CLAUSE = wordSet('break subordinator');

/** The subject of an active verb: the phrase that opens its clause. */
function doerOf(items: readonly Item[], found: Found): Phrase | null {
  if (found.rule !== 'object' || found.at < found.by) return null;
  if (items[found.by - 1]?.kind === 'relative') return items[found.by - 2]?.phrase ?? null;
  let opener: Phrase | null = null;
  for (const index of range(0, found.by).slice(-REACH).toReversed()) {
    const item = items[index];
    const before = items[index - 1];
    if (item === undefined || OPENS_CLAUSE.has(item.kind)) break;
    if (item.kind === 'relative' && item.word !== 'who') return before?.phrase ?? null;
    if (item.phrase === null || item.phrase.kind === 'time') continue;
    // "Police said rebels killed": who is said to have done it, not who says so.
    if (before?.phrase === null && REPORTS.has(before.word)) return item.phrase;
    if (!LEADS_OBJECT.has(before?.kind)) opener = item.phrase;
  }
  return opener;
}
const LEADS_OBJECT = wordSet('preposition to verb');

const isEvent = (phrase: Phrase | null): boolean => EVENTS.has(phrase?.lastWord);
const isActor = (phrase: Phrase | null): boolean =>
  phrase !== null &&
  !isEvent(phrase) &&
  (phrase.victims !== null || phrase.kind === 'name' || FORCES.has(phrase.lastWord));

/** As printed, on one line, without its article. */
function wordsOf({ tokens, text }: Reading, phrase: Phrase | null): string | null {
  if (phrase === null) return null;
  const from = ARTICLES.has(phrase.determiner) ? phrase.from + 1 : phrase.from;
  const words = text.slice(tokens[from]?.start, tokens[phrase.to - 1]?.end).replace(/\s+/g, ' ');
  return words.length > MOST ? null : words;
}
const ARTICLES = wordSet('a an the');
/** What the contract takes. */
const MOST = 300;

/**
 * The time nearest to the people or their verb, with nothing stronger than a comma between; null for none. "Since January"
 * and "by Monday" of one clause are the two ends of one.
 */
export function periodOf(
  items: readonly Item[],
  times: readonly Time[],
  { at, by, rule }: Found,
): CasualtyDetails['period'] {
  const own = isLater(items, { at, by }) && rule !== 'toll' ? timeBehind(items, times, at) : null;
  if (own !== null) return own;
  const [first, last] = [Math.min(at, by), Math.max(at, by)];
  const [from, to] = [items[first]?.from ?? 0, items[last]?.to ?? 0];
  const isTold = (time: Time): boolean => {
    const index = items.findIndex((item) => item.to > time.from);
    return (
      !belongsToOther(items, { at, by }, index) &&
      !tellsWhenTold(items, index, first) &&
      !(time.from >= to ? isCut(items, to, time.from) : isCut(items, time.to, from))
    );
  };
  const distance = (time: Time) => (time.from >= to ? time.from - to : from - time.to);
  // "Nine were killed on Friday and 12 hurt on Monday": the first day is theirs only where they have none.
  const joined = items[first - 1]?.kind === 'conjunction';
  const rank = (time: Time) => distance(time) + (joined && time.from < from ? FARTHEST : 0);
  const near = times
    .filter((time) => distance(time) < FARTHEST && isTold(time))
    .sort((left, right) => rank(left) - rank(right));
  const [nearest] = near;
  if (nearest === undefined) return null;
  // "The toll rose to nine on Friday": it tells as of when, and not when they died.
  if (rule === 'toll' && nearest.period.to !== null && (nearest.from >= to || nearest.to <= from))
    return { ...nearest.period, from: null };
  return withOtherEnd(
    nearest.period,
    near.map(({ period }) => period),
  );
}

type Period = Time['period'];

/** @param near all of the clause, the period among them, the nearest first */
function withOtherEnd(period: Period, near: readonly Period[]): Period {
  if (period.from !== null && period.to !== null) return period;
  const start = near.find(({ to }) => to === null);
  const end = near.find(({ from }) => from === null)?.to ?? null;
  return start?.from != null && end !== null && start.from <= end ? { ...start, to: end } : period;
}
const FARTHEST = 40;

/** The time in what follows people in their own clause. */
function timeBehind(items: readonly Item[], times: readonly Time[], at: number): CasualtyDetails['period'] {
  const from = items[at]?.to ?? 0;
  const to = items[endAfter(items, at, CLAUSE_ENDS) - 1]?.to ?? 0;
  return times.find((time) => time.from >= from && time.to <= to)?.period ?? null;
}

const REPORTS = wordSet(`
  said says told reported announced claimed claiming confirmed stated warned added posted published`);
/** "Police said on Tuesday that 12 were killed", "a video posted Tuesday claimed": when it was said is not when it was. */
const tellsWhenTold = (items: readonly Item[], time: number, until: number): boolean =>
  time < until &&
  items.slice(Math.max(time - 3, 0), until).some(({ kind, word }) => kind !== 'phrase' && REPORTS.has(word));

/** A semicolon or its like, or a comma with "and", stands between two token indices. */
const isCut = (items: readonly Item[], from: number, to: number): boolean =>
  items.some(
    (item, index) =>
      item.from >= from &&
      item.to <= to &&
      (item.kind === 'break' || (item.kind === 'comma' && items[index + 1]?.kind === 'conjunction')),
  );
