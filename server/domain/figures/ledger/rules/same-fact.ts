/** One fact told with two figures: by links, or where everything else about two counts is the same. */
import { agree, agreesWithAny, isExact } from '../bounds.ts';
import { differBySource } from '../counts.ts';
import { type Count, type Found, grow, inOrder, isHead, placeOf } from '../model.ts';
import type { Facts } from '../tree.ts';
import { countWords, figureWords, listed, outcomeWords, saidWords } from '../words.ts';
import { victimKey } from './victims.ts';

/** Of a fact's figures, as many are set side by side. */
const MOST = 6;

export function sameFacts({ all, factOf }: Facts): Found[] {
  const linked = all.flatMap(({ counts }) =>
    comparable(counts).flatMap((members) => compare(members, LINKED)),
  );
  const alike = [...alikeGroups(all.flatMap(({ counts }) => counts)).values()].flatMap((members) => {
    const facts = new Set(members.map(({ claim }) => factOf(claim.id)));
    return facts.size > 1 ? compare(members, ALIKE) : [];
  });
  return [...linked, ...alike];
}

const LINKED = 'One fact';
const ALIKE = 'The same outcome, people, place, time and source';

/**
 * Of one outcome, and of one time: a toll of Monday and one of Tuesday may both be right.
 *
 * Counts of which no time is known go with the others as long as those are of one time.
 */
function comparable(counts: readonly Count[]): Count[][] {
  const outcomes = new Map<string, Count[]>();
  for (const count of counts) if (!count.isAddition) grow(outcomes, count.details.outcome, count);
  return [...outcomes.values()].flatMap((members) => {
    const times = new Map<string, Count[]>();
    for (const count of members) grow(times, timeKey(count), count);
    return [...times.keys()].filter((time) => time !== '').length <= 1 ? [members] : [...times.values()];
  });
}

/** The days that a figure is of; empty where none is known. */
const timeKey = ({ details: { period } }: Count): string =>
  period === null || (period.from === null && period.to === null)
    ? ''
    : `${period.from ?? ''}/${period.to ?? ''}`;

/** Wider than a town: two attacks of one day may have happened in it. */
const WIDE: ReadonlySet<string | null> = new Set(['province', 'country', 'region']);

/** Not linked, but of one outcome, people, place, time, cause and source: two figures for it cannot both be right. */
function alikeGroups(counts: readonly Count[]): Map<string, Count[]> {
  const groups = new Map<string, Count[]>();
  for (const count of counts) {
    const { outcome, victims, place, scope, perpetrator, cause } = count.details;
    const time = timeKey(count);
    if (place === null || time === '' || count.isAddition) continue;
    if (WIDE.has(place.precision) && scope !== 'cumulative') continue;
    const words = [place.name, perpetrator ?? '', cause ?? ''].map((name) => name.trim().toLowerCase());
    grow(
      groups,
      JSON.stringify([outcome, victimKey(victims), ...words, time, scope, ...count.sourceKeys]),
      count,
    );
  }
  for (const [key, members] of groups) groups.set(key, withoutParts(members));
  return groups;
}

/** Neither counts of which one is part of another, nor parts of one whole: these are not the same fact. */
function withoutParts(members: readonly Count[]): Count[] {
  const ids = new Set(members.map(({ claim }) => claim.id));
  const wholes = new Map<string, number>();
  for (const { details } of members)
    if (details.partOf !== null) wholes.set(details.partOf, (wholes.get(details.partOf) ?? 0) + 1);
  return members.filter(
    ({ details }) =>
      details.partOf === null || (!ids.has(details.partOf) && wholes.get(details.partOf) === 1),
  );
}

/** Everything that does not fit between figures of one fact, by source: what two sources say may differ. */
function compare(members: readonly Count[], what: string): Found[] {
  if (members.length < 2) return [];
  const bySource = new Map<string, Count[]>();
  for (const count of members) grow(bySource, count.sourceKeys.join('\n'), count);
  const own = bySource.get('') ?? [];
  const said = members.filter(({ sourceKeys }) => sourceKeys.length > 0);
  const apart = [...bySource.values()].flatMap((group) => {
    const pair = furthest(group);
    return pair === null ? [] : [differing(pair, group, what)];
  });
  const isSaid = agreesWithAny(said.map(({ bounds }) => bounds));
  const alone = own.filter(({ bounds }) => !isSaid(bounds));
  const [first] = alone;
  const beside = first === undefined ? undefined : said.find((other) => !agree(first.bounds, other.bounds));
  const unsaid =
    first === undefined || beside === undefined || apart.length > 0
      ? []
      : [differing([first, beside], [...alone, ...said], what)];
  return [...apart, ...unsaid, ...bySources(said), ...vagueBesideExact(members)];
}

/** Two that cannot both be so; null where all agree. Of all pairs the one furthest apart. */
export function furthest(counts: readonly Count[]): readonly [Count, Count] | null {
  const known = counts.filter(({ bounds }) => bounds.known);
  const [first] = known;
  if (first === undefined) return null;
  let [highest, lowest] = [first, first];
  for (const count of known) {
    if (count.bounds.min > highest.bounds.min) highest = count;
    if (count.bounds.max < lowest.bounds.max) lowest = count;
  }
  return agree(highest.bounds, lowest.bounds) ? null : [highest, lowest];
}

/** Each figure once, where it stands first; the two that differ are among them. */
function differing(pair: readonly [Count, Count], counts: readonly Count[], what: string): Found {
  const figures = new Map<string, Count>();
  for (const count of [...pair, ...counts]) {
    const words = figureWords(count.details);
    if (count.bounds.known && !figures.has(words) && figures.size < MOST) figures.set(words, count);
  }
  const shown = inOrder([...figures.values()]);
  const head = pair.find(({ claim }) => isHead(claim));
  const rest = pair.filter(({ claim }) => !isHead(claim));
  if (head !== undefined && rest[0] !== undefined) return headDiffers(head, rest[0], shown);
  return {
    rule: 'same_fact_differs',
    explanation: `${what}, ${shown.length === 2 ? 'two figures' : `${shown.length} figures`}: ${listed(shown.map(countWords))}${outcomeWords(pair[0].details.outcome)}.`,
    places: shown.map(({ claim }) => placeOf(claim)),
  };
}

/** @param shown the places to set side by side, in the order of the text */
export function headDiffers(head: Count, body: Count, shown: readonly Count[] = [head, body]): Found {
  const where = head.claim.role === 'headline' ? 'headline' : 'standfirst';
  return {
    rule: 'headline_differs',
    explanation: `The ${where} says ${countWords(head)}${outcomeWords(head.details.outcome)}, the story ${countWords(body)}.`,
    places: shown.map(({ claim }) => placeOf(claim)),
  };
}

/** Sources that cannot both be right: told, and no mistake. */
function bySources(said: readonly Count[]): Found[] {
  const pair = furthest(said);
  if (pair === null || !differBySource(...pair)) return [];
  const shown = inOrder(pair);
  return [
    {
      rule: 'differs_by_source',
      explanation: `Sources differ: ${listed(shown.map(saidWords))}.`,
      places: shown.map(({ claim }) => placeOf(claim)),
    },
  ];
}

/** "Dozens" where the story knows how many. What cannot be so ("dozens", 8) is told as two figures. */
function vagueBesideExact(members: readonly Count[]): Found[] {
  const exact = members.filter(({ bounds }) => isExact(bounds));
  const bySource = new Map<string, Count>();
  for (const count of exact)
    for (const key of ['', ...count.sourceKeys]) if (!bySource.has(key)) bySource.set(key, count);
  const unsaid = exact.find(({ sourceKeys }) => sourceKeys.length === 0);
  for (const vague of members) {
    if (!vague.bounds.vague) continue;
    const keys = vague.sourceKeys.length === 0 ? [''] : vague.sourceKeys;
    const known = keys.map((key) => bySource.get(key)).find((count) => count !== undefined) ?? unsaid;
    if (known === undefined || !agree(vague.bounds, known.bounds)) continue;
    return [
      {
        rule: 'vague_beside_exact',
        explanation: `${figureWords(vague.details)} stands beside ${figureWords(known.details)} for one fact. If the figure is sure, give it in both places.`,
        places: inOrder([vague, known]).map(({ claim }) => placeOf(claim)),
      },
    ];
  }
  return [];
}
