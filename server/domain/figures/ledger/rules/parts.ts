/** Parts against their whole: one larger, several that come to more, a list of everyone that comes to something else. */
import type { Outcome } from '../../../../contract/claims.ts';
import { differBySource } from '../counts.ts';
import { type Count, type Found, inOrder, placeOf } from '../model.ts';
import type { Fact, Facts } from '../tree.ts';
import { capital, countWords, digits, listed, saidWords } from '../words.ts';
import { listsOf } from './lists.ts';
import { type Class, victimClass } from './victims.ts';

export function partsAndWholes(facts: Facts): Found[] {
  return facts.all.flatMap((fact) => {
    const parts = inOrder(fact.parts.flatMap(({ counts }) => counts)).flatMap((part): Part[] => {
      const whole = facts.wholeOf(part, fact);
      return whole !== null && part.bounds.known && !part.isAddition ? [{ part, whole }] : [];
    });
    const larger = parts.flatMap(largerThanWhole);
    return larger.length > 0 ? larger : togetherAgainst(fact, parts);
  });
}

/** A count with the one that it is part of. */
export interface Part {
  readonly part: Count;
  readonly whole: Count;
}

function largerThanWhole({ part, whole }: Part): Found[] {
  if (!whole.bounds.known || part.bounds.min <= whole.bounds.max) return [];
  const places = inOrder([whole, part]).map(({ claim }) => placeOf(claim));
  if (differBySource(part, whole))
    return [
      {
        rule: 'differs_by_source',
        explanation: `Sources differ: ${saidWords(part)}, given as part of ${saidWords(whole)}.`,
        places,
      },
    ];
  return [
    {
      rule: 'part_exceeds_whole',
      explanation: `A part is larger than its whole: ${countWords(part)}, given as part of ${countWords(whole)}.`,
      places,
    },
  ];
}

/** Of the ways in which parts exclude each other, the one that comes to most. */
function togetherAgainst(fact: Fact, parts: readonly Part[]): Found[] {
  if (parts.length < 2 || fact.counts.some(({ bounds }) => !bounds.known)) return [];
  const max = fact.counts.reduce((most, { bounds }) => Math.max(most, bounds.max), 0);
  const summed = parts.filter(({ part, whole }) => !differBySource(part, whole));
  const lists = listsOf(summed);
  const [most] = [...exclusiveClasses(summed, fact), ...lists.map(({ members }) => members)]
    .filter((members) => members.length > 1)
    .map((members) => ({ members, min: sumOf(members, ({ part }) => part.bounds.min) }))
    .filter(({ min }) => min > max)
    .sort((a, b) => b.min - a.min);
  if (most !== undefined) return [tooMany(most.members)];
  return lists.flatMap(({ members, coversAll }) => {
    const whole = members[0]?.whole.bounds.min ?? 0;
    return coversAll && sumOf(members, ({ part }) => part.bounds.max) < whole ? [tooFew(members)] : [];
  });
}

const sumOf = (parts: readonly Part[], figure: (part: Part) => number): number =>
  parts.reduce((sum, part) => sum + figure(part), 0);

const tooMany = (parts: readonly Part[]): Found => ({
  rule: 'parts_exceed_whole',
  explanation: `The parts come to more than the whole: ${totalWords(parts)}, as parts of ${wholeWords(parts)}.`,
  places: placesOf(parts),
});

const tooFew = (parts: readonly Part[]): Found => ({
  rule: 'parts_short_of_whole',
  explanation: `${capital(wholeWords(parts))}, and a list of all of them that comes to less: ${totalWords(parts)}.`,
  places: placesOf(parts),
});

/** Of the parts of one whole, as many are set side by side. */
const MOST = 8;

const wholeWords = ([first]: readonly Part[]): string => (first === undefined ? '' : countWords(first.whole));
function placesOf(parts: readonly Part[]): Found['places'] {
  const wholes = parts.slice(0, 1).map(({ whole }) => whole);
  return inOrder([...wholes, ...parts.slice(0, MOST).map(({ part }) => part)]).map(({ claim }) =>
    placeOf(claim),
  );
}

/** "8 men and 5 women, together 13". */
function totalWords(parts: readonly Part[]): string {
  const exact = parts.every(({ part }) => part.bounds.exact);
  const sum = sumOf(parts, ({ part: { details, bounds } }) => details.best ?? details.low ?? bounds.min);
  const words = parts.slice(0, MOST).map(({ part }) => countWords(part));
  const rest = parts.length - words.length;
  const all = rest > 0 ? [...words, `${rest} more`] : words;
  return `${listed(all)}, together ${exact ? '' : 'at least '}${digits(sum)}`;
}

/**
 * Parts that share nobody, one for each class: men, women and children; civilians and combatants; professions; and
 * the killed, injured and missing of a figure of all three. Children may be civilians: those are held against each other in no sum.
 *
 * A class that is told twice counts once, with the least that is sure.
 */
function exclusiveClasses(parts: readonly Part[], fact: Fact): Part[][] {
  const outcomes = new Set(fact.counts.map(({ details }) => details.outcome));
  const ofAll = outcomes.size === 1 && outcomes.has('other');
  const kinds = new Map<string, Map<string, Part>>();
  for (const one of parts)
    for (const [kind, name] of classesOf(one.part, ofAll, outcomes)) {
      const classes = kinds.get(kind) ?? new Map<string, Part>();
      kinds.set(kind, classes);
      const before = classes.get(name);
      if (before === undefined || before.part.bounds.min < one.part.bounds.min) classes.set(name, one);
    }
  return [...kinds.values()].map((classes) => [...classes.values()]);
}

/** @param ofAll the whole counts the killed, injured and missing together */
function classesOf({ details }: Count, ofAll: boolean, outcomes: ReadonlySet<Outcome>): Class[] {
  const classes: Class[] = [];
  if (ofAll && STATES.has(details.outcome)) classes.push(['outcome', details.outcome]);
  // Women who were hurt are no part of a number of killed.
  const victims = ofAll || outcomes.has(details.outcome) ? victimClass(details.victims) : null;
  if (victims !== null) classes.push([`${victims[0]} ${ofAll ? details.outcome : ''}`, victims[1]]);
  return classes;
}

const STATES: ReadonlySet<string> = new Set(['killed', 'injured', 'missing']);
