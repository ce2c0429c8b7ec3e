/** Which counts tell one fact, and which facts are parts of which. */
import type { Id } from '../../../contract/common.ts';
import { sameFactGroups } from '../../claims/links.ts';
import { type Count, grow, type LedgerClaim } from './model.ts';

/** Counts that tell one fact, in the order of the text. */
export interface Fact {
  readonly counts: readonly Count[];
  /** The fact that it is part of; null for a total. */
  whole: Fact | null;
  /** In the order of the text. */
  readonly parts: Fact[];
}

export interface Facts {
  /** In the order of the text. */
  readonly all: readonly Fact[];
  factOf(id: Id | null): Fact | null;
  /** The count that a part names as its whole, or else the first of the fact that its own fact is part of. */
  wholeOf(part: Count, fact: Fact): Count | null;
}

/**
 * Gather counts into facts by `sameFactAs`, and facts under their wholes by `partOf`.
 *
 * Other claims take part in the links: two counts that both state the fact of a third claim state one fact. A link
 * that would close a circle, of which the server makes none, is left out.
 *
 * @param claims the story's, in any order
 * @param counts in the order of the text
 */
export function gatherFacts(claims: readonly LedgerClaim[], counts: readonly Count[]): Facts {
  const groupOf = new Map(
    sameFactGroups(claims).flatMap((ids) => ids.map((id) => [id, ids[0] ?? id] as const)),
  );
  const gathered = new Map<Id, Count[]>();
  for (const count of counts) grow(gathered, groupOf.get(count.claim.id) ?? count.claim.id, count);
  const all = [...gathered.values()].map((members): Fact => ({ counts: members, whole: null, parts: [] }));
  const byId = new Map(all.flatMap((fact) => fact.counts.map(({ claim }) => [claim.id, fact] as const)));
  const factOf = (id: Id | null): Fact | null => (id === null ? null : (byId.get(id) ?? null));
  for (const fact of all) {
    const wholes = fact.counts.map(({ details }) => factOf(details.partOf));
    fact.whole = wholes.find((whole) => whole !== null && whole !== fact) ?? null;
  }
  cutCircles(all);
  const counted = new Map(counts.map((count) => [count.claim.id, count]));
  const wholeOf = ({ details: { partOf } }: Count, fact: Fact): Count | null =>
    (factOf(partOf) === fact && partOf !== null ? counted.get(partOf) : undefined) ?? fact.counts[0] ?? null;
  for (const fact of all) fact.whole?.parts.push(fact);
  return { all, factOf, wholeOf };
}

/** Walk up from each fact once; where a walk meets itself, the link that closed the circle is cut. */
function cutCircles(all: readonly Fact[]): void {
  const done = new Set<Fact>();
  for (const fact of all) {
    const way = new Set<Fact>();
    let at = fact;
    while (!done.has(at)) {
      way.add(at);
      if (at.whole === null) break;
      if (way.has(at.whole)) at.whole = null;
      else at = at.whole;
    }
    for (const one of way) done.add(one);
  }
}

/** A fact with those under it, each with how deep it stands: a whole before its parts. Needs no stack. */
export function* withParts(root: Fact): Generator<{ fact: Fact; depth: number }> {
  const left = [{ fact: root, depth: 0 }];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    yield next;
    for (const part of next.fact.parts.toReversed()) left.push({ fact: part, depth: next.depth + 1 });
  }
}
