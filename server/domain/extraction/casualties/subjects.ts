/** Who a verb means, before it: walked to over what describes them. */
import { wordSet } from '../word-set.ts';
import { type Found, REACH } from './found.ts';
import type { Item } from './items.ts';
import type { Phrase } from './phrases.ts';
import { isAgent } from './roles.ts';
import { objectIndex, skipAdverbs, type Use } from './uses.ts';
import { GATHERINGS } from './words.ts';

/** Could these be the people that a verb means? */
export function suits(phrase: Phrase, use: Use, isObject: boolean): boolean {
  if (NOBODY.has(phrase.determiner)) return false;
  if (phrase.isPart && use.outcome !== 'injured') return false;
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
      if (!use.strict) return !isObject && ONE.has(phrase.determiner) && isSomebodyMan(phrase.lastWord);
      return isObject
        ? NEW_ONE.has(phrase.determiner)
        : (use.singular && isSomeone(phrase)) || ONE.has(phrase.determiner);
    default:
      return false;
  }
}
const NOBODY = wordSet('no any every each');

const ONE = wordSet('a an another');

const NEW_ONE = wordSet('a an another his her');

/** "A zitherist", "the typist": after "the" a noun that no list knows may be a bill that was killed. */
const isSomeone = ({ determiner, lastWord, words }: Phrase): boolean =>
  determiner === 'the' || determiner === 'its' ? isAgent(lastWord) || AGED.test(words) : determiner !== '';
const AGED = /\byear\s+old$/;

/** "A railwayman": what ends so is nothing but people. */
const isSomebodyMan = (word: string): boolean => /.{4,}(?:wo)?man$/.test(word);

export const isOblique = (items: readonly Item[], at: number): boolean => {
  const before = items[at - 1];
  if (before?.kind !== 'preposition' && before?.kind !== 'to') return false;
  return !(before.word === 'of' && gathers(items[at - 2]));
};

export const gathers = (item: Item | undefined): boolean =>
  GATHERINGS.has(item?.phrase?.lastWord ?? item?.word);

/** Walk left from a verb to the people who are its subject, over what describes them. */
export function subjectsOf(items: readonly Item[], use: Use, uses: readonly Use[], depth: number): Found[] {
  const parts: number[] = [];
  const found = (at: number, partOf: number): Found => ({
    at,
    outcome: use.outcome,
    by: use.at,
    rule: 'subject',
    partOf,
  });
  let near = true;
  for (let at = use.from - 1; at >= use.from - REACH; at--) {
    const item = items[at];
    if (item === undefined) break;
    if (item.kind === 'term' && !(isGerund(item) && items[at - 1]?.kind === 'preposition')) {
      const other = uses.find((one) => one.at === at);
      if (near || (other?.side === 'left' && other.finite && JOINS.has(items[use.from - 1]?.kind)))
        return other === undefined || other.side !== 'left' || depth > 4
          ? []
          : shared(items, use, other, uses, depth);
      const ends = other?.finite === true || other?.side === 'right';
      if (ends && items[(other?.from ?? at) - 1]?.word !== 'who') break;
    } else if (
      STOPS.has(item.kind) ||
      (item.kind === 'relative' && item.word !== 'who' && at !== use.from - 1)
    )
      break;
    else if (item.kind === 'pronoun' && !isOblique(items, at)) break;
    else if (item.word === ')') {
      const open = openingBefore(items, at);
      for (let part = at - 1; part > open; part--)
        if (items[part]?.phrase != null && !isOblique(items, part)) parts.push(part);
      at = open;
    } else if (item.phrase !== null && !isDone(items, at)) {
      const lead = partLeadBefore(items, at, use.from);
      if (lead !== -1) {
        for (let part = at; part > lead; part--)
          if (items[part]?.phrase != null && !isOblique(items, part)) parts.push(part);
        at = lead;
      } else if (item.phrase.ofThem) parts.push(at);
      else if (
        (isReduced(items, use, at) || isAntecedent(items, use, at) || !isOblique(items, at)) &&
        item.phrase.kind !== 'time' &&
        !isPrevented(items, use, at)
      ) {
        // "Had to free two men and flee": whom the first verb means is not who flees.
        const verb = uses.find((one) => one.side === 'right' && objectIndex(items, one.at) === at);
        if (verb !== undefined && items[use.from - 1]?.kind === 'conjunction') break;
        // "A man who shot two women died".
        if (verb !== undefined && items[verb.from - 1]?.word === 'who') {
          near = false;
          continue;
        }
        const who =
          suits(item.phrase, use, isCaused(items, use, at)) || isNameInList(items, at, use)
            ? namedAs(items, at, items[use.from - 1]?.word)
            : -1;
        if (who !== -1)
          return [found(who, -1), ...parts.map((part) => found(part, isMore(items, part, who) ? -1 : who))];
        if (near && item.phrase.kind === 'thing' && !isOblique(items, at)) break;
      }
    }
    near &&= item.kind === 'conjunction' || item.kind === 'comma' || item.kind === 'adverb';
  }
  return parts
    .filter((part) => items[part]?.phrase?.ofThem || isReduced(items, use, part))
    .map((part) => found(part, -1));
}

/** "To avoid six people being hurt". */
const isPrevented = (items: readonly Item[], use: Use, at: number): boolean =>
  items[use.from]?.word === 'being' && PREVENTS.has(items[at - 1]?.phrase?.lastWord ?? items[at - 1]?.word);
const PREVENTS = wordSet(`
  avoid avoids avoided avoiding prevent prevents prevented preventing stop stops stopped stopping risk risks risked
  risking fear fears feared fearing`);

/** "Caused Ekdal to suffer": an object, and so perhaps a name. */
const isCaused = (items: readonly Item[], use: Use, at: number): boolean =>
  items[use.from]?.kind === 'to' && at === use.from - 1 && CAUSES.has(items[at - 1]?.word);

const CAUSES = wordSet('caused causes causing');

/** "12 people (three children) were": where the brackets that end here open; the same index where they do not. */
function openingBefore(items: readonly Item[], at: number): number {
  const open = items.findLastIndex(({ word }, index) => index < at && word === '(');
  return open === -1 ? at : open;
}

/** "Nine people (12, police said)": no part is larger than its whole. */
const isMore = (items: readonly Item[], part: number, whole: number): boolean =>
  (items[part]?.phrase?.quantity?.best ?? 0) >
  (items[whole]?.phrase?.quantity?.best ?? Number.POSITIVE_INFINITY);

/** "Five policemen escorting a bus have been killed": the bus is what they did something to. */
function isDone(items: readonly Item[], at: number): boolean {
  const verb = items[at - 1];
  const before = items[at - 2];
  if (isGerund(verb) && before?.kind === 'preposition') return true;
  const does =
    isGerund(verb) || (verb?.kind === 'verb' && verb.word.endsWith('ing') && !TELLS.has(verb.word));
  return does && before?.phrase?.victims != null;
}
/** "Residents saying nine were killed", "leaving nine dead": what follows is no object of theirs. */
const TELLS = wordSet('saying reporting claiming alleging adding confirming telling leaving');
const isGerund = (item: Item | undefined): boolean => item?.term?.part === 'verb' && item.term.form === 'ing';

/**
 * The index of the "including" that a phrase belongs to, over the list between: "including two women and a child, were".
 * Commas are walked over only where one closes the list before the verb.
 */
function partLeadBefore(items: readonly Item[], at: number, verb: number): number {
  const closed = items[verb - 1]?.word === ',';
  const lead = items.findLastIndex(({ kind }, index) => index < at && kind === 'part');
  const walks = ({ kind }: Item) => WALKED.has(kind) || (closed && kind === 'comma');
  return lead !== -1 && items.slice(lead + 1, at).every(walks) ? lead : -1;
}
const WALKED = wordSet('phrase conjunction preposition adverb');

/** "Ada Brook and Tom Marl were killed": a verb of several, with one name before another. */
function isNameInList(items: readonly Item[], at: number, use: Use): boolean {
  if (!use.strict || items[at]?.phrase?.kind !== 'name' || items[at - 1]?.kind !== 'conjunction')
    return false;
  let other = at - 2;
  // "Ada Brook, 45, and".
  for (let count = 0; count < 3 && BETWEEN_NAMES.has(items[other]?.kind); count++) other -= 1;
  return NAMED.has(items[other]?.phrase?.kind);
}
const BETWEEN_NAMES = wordSet('comma adverb');

const NAMED = wordSet('name single');

/**
 * "Resulted in three soldiers killed": right before a participle, whatever leads there. Before "being killed" it is told as
 * having happened only by what leads there: "in", not "fears of".
 */
const isReduced = (items: readonly Item[], use: Use, at: number): boolean =>
  skipAdverbs(items, at + 1) >= use.from &&
  (!use.finite || (items[use.from]?.word === 'being' && ENDS_IN.has(items[at - 1]?.word)));
const ENDS_IN = wordSet('in with to');

/** "The banner of Ada Brook, who was killed": one person right before "who". */
function isAntecedent(items: readonly Item[], use: Use, at: number): boolean {
  if (!use.singular || items[use.from - 1]?.word !== 'who') return false;
  const kind = items[at]?.phrase?.kind;
  const adjacent = at === use.from - 2 || (at === use.from - 3 && items[at + 1]?.kind === 'comma');
  return adjacent && (kind === 'name' || kind === 'single');
}

/** "Ada Brook, a clerk, was killed", "nine men – all clerks – were": who stands before. A dash wants one that closes. */
function namedAs(items: readonly Item[], at: number, closing: string | undefined): number {
  const phrase = items[at]?.phrase;
  const wanted =
    phrase?.kind === 'plural'
      ? 'counted'
      : phrase?.kind === 'single' || phrase?.kind === 'unknown'
        ? 'name'
        : null;
  // "30 people, mostly women, died".
  const comma = items[at - 1]?.kind === 'adverb' ? at - 2 : at - 1;
  const sign = items[comma]?.word ?? '';
  if (wanted === null || (sign !== ',' && !(/^[–—-]$/.test(sign) && sign === closing))) return at;
  let first = comma - 1;
  for (let round = 0; round < 3 && items[first]?.phrase != null && isOblique(items, first); round++)
    first -= 2;
  return items[first]?.phrase?.kind === wanted ? first : at;
}

export const STOPS = wordSet('break subordinator');

export const JOINS = wordSet('conjunction comma');

/** "Were stopped and shot": both verbs have one subject. */
function shared(items: readonly Item[], use: Use, other: Use, uses: readonly Use[], depth: number): Found[] {
  const strict = use.strict || other.strict;
  return subjectsOf(items, { ...other, strict }, uses, depth + 1).map((one) => ({
    ...one,
    outcome: use.outcome,
    by: use.at,
  }));
}
