/**
 * The counts of one story as facts, so that no death is added twice.
 *
 * Counts joined by `sameFactAs` are one fact. `partOf` leads from a fact to the one that holds its deaths too. A toll over
 * time holds the deaths of incidents told elsewhere, so it stands apart, with what is part of it alone. Of the facts that
 * are left, those that any chain of links joins may share deaths: one of them is counted, with the others in its row where
 * they are its parts. Facts that no link joins are taken as different deaths.
 *
 * Counts that were not asked for join others as any do: a link that leads through one still says that deaths are shared.
 */
import type { Id } from '../../../contract/common.ts';
import type { NotCounted, TableCount, TableLink } from './model.ts';

export interface Fact {
  /** Those that were asked for, in the order of the text; none for a fact that only links others. */
  readonly counts: readonly TableCount[];
  /** A toll over time: it says so, or it says nothing and is part of one. */
  isToll: boolean;
  /** Somebody tells it as an incident: where others tell it as a toll, its parts may still share deaths. */
  isIncident: boolean;
  /** Facts that hold its deaths, and facts whose deaths it holds. */
  readonly wholes: Set<Fact>;
  readonly parts: Set<Fact>;
}

/** Facts under one that stands in a row, its own first. */
export interface Standing {
  readonly top: Fact;
  readonly under: readonly Fact[];
  readonly notCounted: NotCounted | null;
}

/**
 * @param counts those asked for, in the order of the text
 * @param links the story's others
 * @param sizeOf how many a fact tells: of facts that may share deaths the largest is counted
 */
export function standings(
  counts: readonly TableCount[],
  links: readonly TableLink[],
  sizeOf: (fact: Fact) => number,
): Standing[] {
  const facts = factsOf(counts, links);
  const incidents = reached(facts.filter(({ isToll, isIncident }) => !isToll || isIncident));
  const apart = facts.filter((fact) => !incidents.has(fact));
  const groups = [...groupsOf(facts.filter((fact) => incidents.has(fact))), ...groupsOf(apart)];
  const rows = groups.flatMap((group) => rowsOf(group, sizeOf));
  const place = new Map(counts.map(({ claim_id }, index) => [claim_id, index]));
  const placeOf = ({ top: { counts: told } }: Standing) => place.get(told[0]?.claim_id ?? '') ?? 0;
  return rows.sort((a, b) => placeOf(a) - placeOf(b));
}

function factsOf(counts: readonly TableCount[], links: readonly TableLink[]): Fact[] {
  const linked = [
    ...counts.map((count) => ({
      id: count.claim_id,
      same: count.same_fact_as,
      whole: count.details.partOf,
      scope: count.details.scope,
      count,
    })),
    ...links.map(({ claim_id: id, same_fact_as: same, part_of: whole, scope }) => ({
      ...{ id, same, whole, scope },
      count: null,
    })),
  ];
  const rootOf = joined(linked.flatMap(({ id, same }) => (same === null ? [] : [[id, same] as const])));
  const made = new Map<Id, { fact: Fact; counts: TableCount[]; says: Set<string> }>();
  const at = (id: Id) => {
    const root = rootOf(id);
    const counted: TableCount[] = [];
    const one = made.get(root) ?? {
      fact: {
        counts: counted,
        isToll: false,
        isIncident: false,
        wholes: new Set<Fact>(),
        parts: new Set<Fact>(),
      },
      ...{ counts: counted, says: new Set<string>() },
    };
    made.set(root, one);
    return one;
  };
  for (const { id, whole, scope, count } of linked) {
    const one = at(id);
    if (count !== null) one.counts.push(count);
    if (scope !== null) one.says.add(scope);
    if (scope === 'incident') one.fact.isIncident = true;
    const above = whole === null ? one.fact : at(whole).fact;
    if (above === one.fact) continue;
    one.fact.wholes.add(above);
    above.parts.add(one.fact);
  }
  const all = [...made.values()];
  const silent = new Set(all.filter(({ says }) => says.size === 0).map(({ fact }) => fact));
  const tolls = all.filter(({ says }) => says.has('cumulative')).map(({ fact }) => fact);
  for (const fact of reached(tolls, (part) => silent.has(part))) fact.isToll = true;
  return all.map(({ fact }) => fact);
}

/** The facts and all that is part of them, by links to parts that pass. */
function reached(from: readonly Fact[], passes: (part: Fact) => boolean = () => true): Set<Fact> {
  const all = new Set(from);
  // A set gives what is added to it while it is walked.
  for (const fact of all) for (const part of fact.parts) if (passes(part)) all.add(part);
  return all;
}

/** Facts that links among them join, one group after the other. */
function groupsOf(facts: readonly Fact[]): Fact[][] {
  const left = new Set(facts);
  const groups: Fact[][] = [];
  for (const first of facts) {
    if (!left.delete(first)) continue;
    const group = new Set([first]);
    for (const fact of group)
      for (const next of [...fact.wholes, ...fact.parts]) if (left.delete(next)) group.add(next);
    groups.push([...group]);
  }
  return groups;
}

/**
 * The rows of facts that may share deaths: one for each that is part of no other of them, and what is left in circles.
 * What is under two of them goes to the one that is counted, or else to the first.
 */
function rowsOf(group: readonly Fact[], sizeOf: (fact: Fact) => number): Standing[] {
  const told = group.filter(({ counts }) => counts.length > 0);
  const within = new Set(group);
  const held = reached(told.flatMap(({ parts }) => [...parts].filter((part) => within.has(part))));
  const tops = told.filter((fact) => !held.has(fact));
  const counted = largest(tops, sizeOf) ?? largest(told, sizeOf);
  const taken = new Set<Fact>();
  return [...(counted === null ? [] : [counted]), ...tops, ...told].flatMap((top): Standing[] => {
    if (taken.has(top)) return [];
    const mine = [...reached([top], (part) => within.has(part) && !taken.has(part))];
    for (const fact of mine) taken.add(fact);
    const notCounted = top === counted ? null : top.isToll ? 'cumulative' : 'may_overlap';
    return [{ top, under: mine.filter(({ counts }) => counts.length > 0), notCounted }];
  });
}

/** The first of the largest that is no toll over time; null where all are. */
const largest = (facts: readonly Fact[], sizeOf: (fact: Fact) => number): Fact | null =>
  facts
    .filter(({ isToll }) => !isToll)
    .reduce<Fact | null>((most, fact) => (most === null || sizeOf(fact) > sizeOf(most) ? fact : most), null);

/** Ids that pairs join, each by one of them: a claim that nobody names stands for itself. */
function joined(pairs: readonly (readonly [Id, Id])[]): (id: Id) => Id {
  const above = new Map<Id, Id>();
  const rootOf = (id: Id): Id => {
    let at = id;
    for (let next = above.get(at); next !== undefined; next = above.get(at)) {
      const over = above.get(next);
      if (over !== undefined) above.set(at, over);
      at = next;
    }
    return at;
  };
  for (const [a, b] of pairs) {
    const [from, to] = [rootOf(a), rootOf(b)];
    if (from !== to) above.set(from, to);
  }
  return rootOf;
}
