/** The others of a list whose first is found, and its parts. */

import { wordSet } from '../word-set.ts';
import { BODY } from './body.ts';
import { type Found, REACH } from './found.ts';
import type { Item, Kind } from './items.ts';
import { partLeadBehindClause } from './named-behind.ts';
import type { Phrase } from './phrases.ts';
import { gathers, isOblique, JOINS, STOPS, suits } from './subjects.ts';
import { skipAdverbs, type Use } from './uses.ts';

/** The others of a list, and its parts: "three soldiers, two guards and a cook", "12 people, including a child". */
export function joinedTo(items: readonly Item[], use: Use, near: Found, uses: readonly Use[]): Found[] {
  return [
    ...joinedBefore(items, use, near),
    ...joinedAfter(items, use, near, uses),
    ...alongWith(items, use, near),
    ...elsewhere(items, use, near),
    ...partsBehind(items, use, near),
    ...partsBehindClause(items, use, near),
  ];
}

/** "He was killed along with two guards": whoever "he" is. */
export const beside = (items: readonly Item[], use: Use): Found[] =>
  alongWith(items, use, { at: -1, outcome: use.outcome, by: use.at, rule: 'subject', partOf: -1 });

/** "Was killed in Ardle along with two guards". */
function alongWith(items: readonly Item[], use: Use, near: Found): Found[] {
  if (use.side !== 'left') return [];
  for (let at = use.at + 1; at < use.at + REACH; at++) {
    const item = items[at];
    if (item === undefined || STOPS.has(item.kind) || item.term !== null) return [];
    if (item.kind !== 'conjunction' || !WITH_THEM.has(item.word)) continue;
    const phrase = items[at + 1]?.phrase;
    return phrase != null && isListed(phrase, use) ? [{ ...near, at: at + 1 }] : [];
  }
  return [];
}
const WITH_THEM = wordSet('along together');

/** "Nine people were killed in Marl, including two guards and a cook", "left nine dead, three of them children". */
const partsBehind = (items: readonly Item[], use: Use, near: Found): Found[] =>
  near.at > use.at ? [] : partsFrom(items, use, near, use.at + 1);

/** "Nine were killed when a bus fell, including three children": behind what tells when or why. */
function partsBehindClause(items: readonly Item[], use: Use, near: Found): Found[] {
  const lead = partLeadBehindClause(items, Math.max(near.at, use.at));
  return lead === -1 ? [] : partsFrom(items, use, near, lead);
}

function partsFrom(items: readonly Item[], use: Use, near: Found, from: number): Found[] {
  const found: Found[] = [];
  let inside = false;
  for (let at = from; at < from + REACH - 1; at++) {
    const item = items[at];
    if (item === undefined || STOPS.has(item.kind) || item.term !== null || ENDS_PARTS.has(item.kind)) break;
    if (item.kind === 'part') inside = true;
    else if (item.phrase === null || isOblique(items, at)) continue;
    else if (item.phrase.ofThem && JOINS.has(items[at - 1]?.kind ?? ''))
      found.push({ ...near, at, partOf: near.at });
    // "In several towns, including two in the north": a figure alone counts whatever stands before.
    else if (item.phrase.bare) continue;
    else if (inside && suits(item.phrase, use, true) && !tellsWho(items, at) && !hasPredicate(items, at))
      found.push({ ...near, at, partOf: near.at });
  }
  return found;
}

/** "Nine were killed in Harran, three in Marl and 12 in Ardle": the verb stands for all. */
function elsewhere(items: readonly Item[], use: Use, near: Found): Found[] {
  const found: Found[] = [];
  if (use.side !== 'left') return found;
  let placed = false;
  for (let at = use.at + 1; at < use.at + REACH; at++) {
    const item = items[at];
    if (item === undefined || STOPS.has(item.kind) || item.term !== null) break;
    const joins = item.kind === 'conjunction' || (item.kind === 'comma' && placed);
    const phrase = items[at + 1]?.phrase;
    if (isSomewhere(items, at)) placed = true;
    else if (joins && (phrase?.kind === 'counted' || phrase?.determiner === 'another')) {
      if (!isListed(phrase, use) || !isSomewhere(items, at + 2) || hasPredicate(items, at + 1)) break;
      found.push({ ...near, at: at + 1 });
    }
  }
  return found;
}
/** "In Marl", "on Tuesday", "in the leg". */
const isSomewhere = (items: readonly Item[], at: number): boolean =>
  WHERE.has(items[at]?.word) &&
  (PLACED.has(items[at + 1]?.phrase?.kind) || BODY.has(items[at + 1]?.phrase?.lastWord));
const WHERE = wordSet('in at near on');
const PLACED = wordSet('name time');

function joinedBefore(items: readonly Item[], use: Use, near: Found): Found[] {
  const found: Found[] = [];
  if (use.side !== 'left') return found;
  let joined = false;
  let listed = false;
  for (let at = near.at - 1; at >= near.at - REACH; at--) {
    const item = items[at];
    if (item?.kind === 'conjunction') joined = listed = true;
    else if (item?.kind === 'comma') joined = true;
    // "Six guards and an unknown number of rebels were killed": whoever has no figure does not end the list.
    else if (item?.phrase != null && (item.phrase.kind === 'plural' || gathers(item))) joined = false;
    else if (tellsWho(items, at) && items[at + 1]?.word === ',') continue;
    else if (item?.phrase != null && !isOblique(items, at)) {
      if (!joined || !listed || !isListed(item.phrase, use)) break;
      found.push({ ...near, at });
      joined = false;
    } else if (item?.phrase == null && item?.kind !== 'adverb' && item?.kind !== 'preposition') break;
  }
  return found;
}

/** "Ada Brook, a clerk": who the name before is, and nobody more. */
const tellsWho = (items: readonly Item[], at: number): boolean =>
  items[at]?.phrase?.kind === 'single' &&
  items[at - 1]?.word === ',' &&
  items[at - 2]?.phrase?.kind === 'name';

const isListed = (phrase: Phrase, use: Use): boolean =>
  (phrase.kind === 'counted' || phrase.kind === 'single' || phrase.kind === 'name') &&
  suits(phrase, { ...use, singular: true }, false) &&
  !phrase.ofThem;

const PREDICATES = wordSet('be have modal verb do chain');

function joinedAfter(items: readonly Item[], use: Use, near: Found, uses: readonly Use[]): Found[] {
  const found: Found[] = [];
  let whole = near.at;
  let separator: Kind | null = null;
  let inside: 'brackets' | 'parts' | null = null;
  let partsOnly = use.side === 'left';
  if (use.side === 'pronoun' || use.side === 'contact') return found;
  const end = use.side === 'left' ? use.from : near.at + REACH;
  for (let at = near.at + 1; at < end && at < near.at + REACH; at++) {
    const item = items[at];
    if (item === undefined || STOPS.has(item.kind)) break;
    if (item.kind === 'term') {
      if (uses.some((one) => one.at === at)) break;
      partsOnly = true;
    } else if (item.word === '(') inside = 'brackets';
    else if (item.word === ')') inside = null;
    else if (item.kind === 'part') inside ??= 'parts';
    else if (JOINS.has(item.kind)) {
      // "Including two guards, and a cook": what follows is no part.
      if (inside === 'parts' && separator === 'comma' && items[at - 1]?.kind === 'comma') inside = null;
      if (separator !== 'conjunction' || item.kind === 'conjunction') separator = item.kind;
    } else if (ENDS_PARTS.has(item.kind)) {
      partsOnly = true;
      inside = null;
    } else if (item.phrase === null || isOblique(items, at)) continue;
    else if (inside !== null) {
      const told = inside === 'parts' || item.phrase.kind === 'counted' || items[at - 1]?.kind === 'part';
      if (told && suits(item.phrase, use, true) && !tellsWho(items, at))
        found.push({ ...near, at, partOf: whole });
    } else if (item.phrase.ofThem) found.push({ ...near, at, partOf: whole });
    else {
      const isNext = item.phrase.kind === 'counted' || isAfterAge(items, at);
      const fits = separator === 'conjunction' || (separator === 'comma' && isNext);
      if (!fits || partsOnly) continue;
      if (!isListed(item.phrase, use) || hasPredicate(items, at)) break;
      found.push({ ...near, at });
      whole = at;
      separator = null;
    }
  }
  return found;
}
/** "Ada Brook, 45, Tom Marl": the next of a list, and no more about the one before. */
const isAfterAge = (items: readonly Item[], at: number): boolean =>
  items[at]?.phrase?.kind === 'name' &&
  items[at - 1]?.word === ',' &&
  items[at - 2]?.kind === 'adverb' &&
  items[at - 3]?.word === ',';
const ENDS_PARTS = wordSet('verb relative be');

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
