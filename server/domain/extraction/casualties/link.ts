/** Which people of a sentence had which outcome. */
import type { Outcome } from '../../../contract/claims.ts';
import { isStated } from '../../claims/reading/outcomes.ts';
import type { Item, Reading } from './items.ts';
import type { Phrase } from './phrases.ts';
import { isAgent } from './roles.ts';
import { tollsIn } from './tolls.ts';
import { areLost, objectIndex, skipAdverbs, type Use, usesOf } from './uses.ts';
import { GATHERINGS } from './words.ts';

export type Rule = 'object' | 'subject' | 'noun' | 'of' | 'toll' | 'inverse';

export interface Found {
  /** The index of the phrase among the items. */
  readonly at: number;
  readonly outcome: Outcome;
  /** The index of the item that tells the outcome; the phrase itself where its noun does. */
  readonly by: number;
  readonly rule: Rule;
  /** The index of the phrase that this one is a part of; -1 for none. */
  readonly partOf: number;
}

/** How many items a verb and its people may stand apart. */
const REACH = 30;

/** Outcomes by phrase; the first that is found for a phrase and an outcome stays. */
class Links {
  private readonly byPhrase = new Map<number, Found[]>();
  add(found: Found): void {
    const here = this.byPhrase.get(found.at) ?? [];
    if (here.some(({ outcome }) => outcome === found.outcome)) return;
    // "Shot and killed": whoever is dead is not counted among the wounded.
    if (found.outcome === 'injured' && here.some(({ outcome }) => outcome === 'killed')) return;
    const kept = found.outcome === 'killed' ? here.filter(({ outcome }) => outcome !== 'injured') : here;
    this.byPhrase.set(found.at, [...kept, found]);
  }
  has(at: number): boolean {
    return this.byPhrase.has(at);
  }
  all(): Found[] {
    return [...this.byPhrase.values()].flat().sort((left, right) => left.at - right.at);
  }
}

/** Every phrase of people with what happened to them, in the order of the text. */
export function linksOf(reading: Reading, items: readonly Item[]): Found[] {
  const links = new Links();
  const uses = usesOf(reading, items);
  const direct = uses.map((use) => ({ use, found: together(items, uses, use, directOf(items, use, uses)) }));
  for (const { found } of direct) for (const one of found) links.add(one);
  for (const { use, found } of direct) {
    const near = found.find(({ partOf }) => partOf === -1);
    if (near !== undefined)
      for (const one of joinedTo(items, use, near, uses)) if (!links.has(one.at)) links.add(one);
  }
  for (const one of [...tollsIn(items), ...nounsIn(reading, items)]) if (!links.has(one.at)) links.add(one);
  return links.all();
}

/** "Killed and wounded 30": how many of each is not told. */
function together(items: readonly Item[], uses: readonly Use[], use: Use, found: Found[]): Found[] {
  const isHarm = (one: Use | undefined) => one !== undefined && HARMS.test(items[one.at]?.word ?? '');
  const joins = (left: number, right: number) =>
    items[left + 1]?.kind === 'conjunction' && skipAdverbs(items, left + 2) === right;
  const other = uses.find(
    (one) =>
      one.outcome !== use.outcome &&
      one.side === use.side &&
      (joins(one.at, use.at) || joins(use.at, one.at)),
  );
  return isHarm(use) && isHarm(other) ? found.map((one) => ({ ...one, outcome: 'other' as const })) : found;
}
const HARMS = /^(?:kill(?:ed|ing|s)|dead|wound(?:ed|ing|s)|injur(?:ed|ing|es))$/;

function directOf(items: readonly Item[], use: Use, uses: readonly Use[]): Found[] {
  if (use.side === 'left') return subjectsOf(items, use, uses, 0);
  if (use.side === 'pronoun') return pronounsOf(items, use);
  const at = use.side === 'right' ? objectIndex(items, use.at) : skipAdverbs(items, use.at + 2);
  const item = items[at];
  const rule = use.side === 'right' ? 'object' : use.side;
  return item?.phrase != null && suits(item.phrase, use, true)
    ? [{ at, outcome: use.outcome, by: use.at, rule, partOf: -1 }]
    : [];
}

/** "Opened fire on a guard, killing him": whom the pronoun stands for, where the sentence has named them as an object. */
function pronounsOf(items: readonly Item[], use: Use): Found[] {
  const pronoun = items[skipAdverbs(items, use.at + 1)]?.word;
  const kinds = pronoun === 'them' ? ['counted', 'plural'] : ['single', 'name'];
  for (let at = use.at - 1; at >= Math.max(use.at - REACH, 0); at--) {
    const phrase = items[at]?.phrase;
    if (phrase == null || !kinds.includes(phrase.kind) || !suits(phrase, use, true)) continue;
    const before = items[at - 1];
    const isObject =
      before?.kind === 'preposition' ||
      before?.kind === 'verb' ||
      before?.kind === 'to' ||
      before?.term != null;
    if (isObject && !/^(?:by|in|near|from|of|outside)$/.test(before?.word ?? ''))
      return [{ at, outcome: use.outcome, by: use.at, rule: 'object', partOf: -1 }];
  }
  return [];
}

/** Could these be the people that a verb means? */
function suits(phrase: Phrase, use: Use, isObject: boolean): boolean {
  switch (phrase.kind) {
    case 'counted':
      if (phrase.outcome !== null) return false;
      return use.strict || phrase.victims !== null || phrase.bare;
    case 'single':
    case 'plural':
    case 'pair':
    case 'share':
      return true;
    case 'name':
      return use.strict && (isObject || use.singular);
    case 'unknown':
      return use.strict && (isObject ? NEW_ONE.test(phrase.determiner) : use.singular && isSomeone(phrase));
    default:
      return false;
  }
}

const NEW_ONE = /^(?:an?|another|his|her)$/;
/** "A zitherist", "the typist": after "the" a noun that no list knows may be a bill that was killed. */
const isSomeone = ({ determiner, lastWord }: Phrase): boolean =>
  determiner === 'the' || determiner === 'its' ? isAgent(lastWord) : determiner !== '';

const isOblique = (items: readonly Item[], at: number): boolean => {
  const before = items[at - 1];
  if (before?.kind !== 'preposition' && before?.kind !== 'to') return false;
  return !(before.word === 'of' && gathers(items[at - 2]));
};
const gathers = (item: Item | undefined): boolean =>
  GATHERINGS.has(item?.phrase?.lastWord ?? item?.word ?? '');

/** Walk left from a verb to the people who are its subject, over what describes them. */
function subjectsOf(items: readonly Item[], use: Use, uses: readonly Use[], depth: number): Found[] {
  const parts: number[] = [];
  const found = (at: number, partOf: number): Found => ({
    at,
    outcome: use.outcome,
    by: use.at,
    rule: 'subject',
    partOf,
  });
  let near = true;
  for (let at = use.from - 1; at >= Math.max(use.from - REACH, 0); at--) {
    const item = items[at];
    if (item === undefined) break;
    if (item.kind === 'term') {
      const other = uses.find((one) => one.at === at);
      if (near)
        return other === undefined || other.side !== 'left' || depth > 4
          ? []
          : shared(items, use, other, uses, depth);
      if (other?.finite === true || other?.side === 'right') break;
    } else if (
      STOPS.has(item.kind) ||
      (item.kind === 'relative' && item.word !== 'who' && at !== use.from - 1)
    )
      break;
    else if (item.kind === 'pronoun' && !isOblique(items, at)) break;
    else if (item.phrase !== null) {
      const lead = partLeadBefore(items, at, use.from);
      if (lead !== -1) {
        for (let part = at; part > lead; part--)
          if (items[part]?.phrase != null && !isOblique(items, part)) parts.push(part);
        at = lead;
      } else if (item.phrase.ofThem) parts.push(at);
      else if (
        (isReduced(items, use, at) || isAntecedent(items, use, at) || !isOblique(items, at)) &&
        item.phrase.kind !== 'time'
      ) {
        if (items[use.from - 1]?.kind === 'conjunction' && isObjectBefore(items, uses, at)) break;
        const who = suits(item.phrase, use, false) ? namedAs(items, at) : -1;
        if (who !== -1) return [found(who, -1), ...parts.map((part) => found(part, who))];
        if (near && item.phrase.kind === 'thing' && !isOblique(items, at)) break;
      }
    }
    near &&= item.kind === 'conjunction' || item.kind === 'comma' || item.kind === 'adverb';
  }
  return parts.filter((part) => items[part]?.phrase?.ofThem).map((part) => found(part, -1));
}
/**
 * The index of the "including" that a phrase belongs to, over the list between: "including two women and a child, were".
 * Commas are walked over only where one closes the list before the verb.
 */
function partLeadBefore(items: readonly Item[], at: number, verb: number): number {
  const closed = items[verb - 1]?.word === ',';
  for (let back = at - 1; back >= Math.max(at - REACH, 0); back--) {
    const item = items[back];
    if (item?.kind === 'part') return back;
    const walks =
      item?.phrase != null ||
      item?.kind === 'conjunction' ||
      item?.kind === 'preposition' ||
      item?.kind === 'adverb';
    if (!walks && !(closed && item?.kind === 'comma')) return -1;
  }
  return -1;
}

/** "Resulted in three soldiers killed": right before a participle, whatever leads there. */
const isReduced = (items: readonly Item[], use: Use, at: number): boolean =>
  !use.finite && skipAdverbs(items, at + 1) === use.from;

/** "The banner of Ada Brook, who was killed": one person right before "who". */
function isAntecedent(items: readonly Item[], use: Use, at: number): boolean {
  if (!use.singular || items[use.from - 1]?.word !== 'who') return false;
  const kind = items[at]?.phrase?.kind;
  const adjacent = at === use.from - 2 || (at === use.from - 3 && items[at + 1]?.kind === 'comma');
  return adjacent && (kind === 'name' || kind === 'single');
}

/** "Ada Brook, a clerk, was killed", "Ada Brook, mayor of Ardle, was": the name, where one stands before. */
function namedAs(items: readonly Item[], at: number): number {
  const phrase = items[at]?.phrase;
  const wanted =
    phrase?.kind === 'plural'
      ? 'counted'
      : phrase?.kind === 'single' || phrase?.kind === 'unknown'
        ? 'name'
        : null;
  if (wanted === null || items[at - 1]?.word !== ',') return at;
  let first = at - 2;
  for (let round = 0; round < 3 && items[first]?.phrase != null && isOblique(items, first); round++)
    first -= 2;
  return items[first]?.phrase?.kind === wanted ? first : at;
}

/** "Had to free two men and flee": whom the first verb means is not who flees. */
const isObjectBefore = (items: readonly Item[], uses: readonly Use[], at: number): boolean =>
  uses.some((one) => one.side === 'right' && one.at < at && objectIndex(items, one.at) === at);
const STOPS: ReadonlySet<string> = new Set(['break', 'subordinator']);

/** "Were stopped and shot": both verbs have one subject. */
function shared(items: readonly Item[], use: Use, other: Use, uses: readonly Use[], depth: number): Found[] {
  return subjectsOf(items, other, uses, depth + 1).map((one) => ({
    ...one,
    outcome: use.outcome,
    by: use.at,
  }));
}

/** The others of a list, and its parts: "three soldiers, two guards and a cook", "12 people, including a child". */
function joinedTo(items: readonly Item[], use: Use, near: Found, uses: readonly Use[]): Found[] {
  return [
    ...joinedBefore(items, use, near),
    ...joinedAfter(items, use, near, uses),
    ...alongWith(items, use, near),
  ];
}

/** "Was killed in Ardle along with two guards". */
function alongWith(items: readonly Item[], use: Use, near: Found): Found[] {
  if (use.side !== 'left') return [];
  for (let at = use.at + 1; at < Math.min(use.at + REACH, items.length); at++) {
    const item = items[at];
    if (item === undefined || STOPS.has(item.kind) || item.term !== null) return [];
    if (item.kind !== 'conjunction' || !/^(?:along|together)$/.test(item.word)) continue;
    const phrase = items[at + 1]?.phrase;
    return phrase != null && isListed(phrase, use) ? [{ ...near, at: at + 1 }] : [];
  }
  return [];
}

function joinedBefore(items: readonly Item[], use: Use, near: Found): Found[] {
  const found: Found[] = [];
  if (use.side !== 'left') return found;
  let joined = false;
  let listed = false;
  for (let at = near.at - 1; at >= Math.max(near.at - REACH, 0); at--) {
    const item = items[at];
    if (item?.kind === 'conjunction') joined = listed = true;
    else if (item?.kind === 'comma') joined = true;
    else if (item?.phrase != null && !isOblique(items, at)) {
      if (!joined || !listed || !isListed(item.phrase, use)) break;
      found.push({ ...near, at });
      joined = false;
    } else if (item?.phrase == null && item?.kind !== 'adverb' && item?.kind !== 'preposition') break;
  }
  return found;
}

const isListed = (phrase: Phrase, use: Use): boolean =>
  (phrase.kind === 'counted' || phrase.kind === 'single' || phrase.kind === 'name') &&
  suits(phrase, { ...use, singular: true }, false) &&
  !phrase.ofThem;

const PREDICATES: ReadonlySet<string> = new Set(['be', 'have', 'modal', 'verb', 'do', 'chain']);

function joinedAfter(items: readonly Item[], use: Use, near: Found, uses: readonly Use[]): Found[] {
  const found: Found[] = [];
  let whole = near.at;
  let separator = '';
  let partsOnly = use.side === 'left';
  if (use.side === 'pronoun') return found;
  const end = use.side === 'left' ? use.from : items.length;
  for (let at = near.at + 1; at < Math.min(near.at + REACH, end); at++) {
    const item = items[at];
    if (item === undefined || STOPS.has(item.kind)) break;
    if (item.kind === 'term') {
      if (uses.some((one) => one.at === at)) break;
      partsOnly = true;
    } else if (item.kind === 'conjunction' || item.kind === 'comma')
      separator = item.kind === 'comma' && separator === 'conjunction' ? separator : item.kind;
    else if (item.kind === 'verb' || item.kind === 'relative' || item.kind === 'be') partsOnly = true;
    else if (item.phrase !== null && items[at - 1]?.kind === 'part') {
      if (suits(item.phrase, use, true)) found.push({ ...near, at, partOf: whole });
      separator = 'part';
    } else if (item.phrase?.ofThem) found.push({ ...near, at, partOf: whole });
    else if (item.phrase !== null && !isOblique(items, at)) {
      if (separator === 'part') continue;
      const fits = separator === 'conjunction' || (separator === 'comma' && item.phrase.kind === 'counted');
      if (partsOnly || !fits || !isListed(item.phrase, use) || hasPredicate(items, at)) {
        if (fits && !partsOnly) break;
        continue;
      }
      found.push({ ...near, at });
      whole = at;
      separator = '';
    }
  }
  return found;
}

/** A phrase that is the subject of what follows: "killed three men and five others fled". */
function hasPredicate(items: readonly Item[], at: number): boolean {
  let next = skipAdverbs(items, at + 1);
  for (
    let round = 0;
    round < 3 && items[next]?.kind === 'preposition' && items[next + 1]?.phrase != null;
    round++
  )
    next = skipAdverbs(items, next + 2);
  const item = items[next];
  return (
    item !== undefined && (PREDICATES.has(item.kind) || (item.term !== null && item.term.part !== 'noun'))
  );
}

/** "Seven deaths", "two rebel and one military fatality". */
function nounsIn(reading: Reading, items: readonly Item[]): Found[] {
  return items.flatMap((item, at) => {
    const phrase = item.phrase;
    if (phrase?.kind !== 'counted' || phrase.outcome === null || !isStated(reading.tokens, item.from))
      return [];
    if (/^(?:lives|life)$/.test(phrase.lastWord) && !areLost(items, at)) return [];
    if (phrase.outcome === 'injured' && SUFFERED.test(items[at - 1]?.word ?? '')) return [];
    const found: Found = { at, outcome: phrase.outcome, by: at, rule: 'noun', partOf: -1 };
    const before = items[at - 2];
    const listed = items[at - 1]?.kind === 'conjunction' && before?.phrase?.kind === 'counted';
    return listed ? [{ ...found, at: at - 2 }, found] : [found];
  });
}
const SUFFERED = /^(?:suffered|sustained|received|with|suffering|suffers)$/;
