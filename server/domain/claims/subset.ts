/** Which count a casualty count could be part of: "56 civilians" of "at least 385 people". */
import type { CasualtyDetails, ClaimStatus } from '../../contract/claims.ts';
import type { Id, Span } from '../../contract/common.ts';
import { wouldBeCircular } from './links.ts';

export interface CountClaim {
  readonly id: Id;
  readonly span: Span;
  /** The sentence in which the span begins, from 0. */
  readonly sentence: number;
  readonly status: ClaimStatus;
  readonly details: CasualtyDetails;
}

/** The highest of the figures that are known; null where none is. */
export function largestKnown(details: Pick<CasualtyDetails, 'low' | 'best' | 'high'>): number | null {
  const known = [details.low, details.best, details.high].filter((value) => value !== null);
  return known.length === 0 ? null : Math.max(...known);
}

/**
 * The counts that a count could be part of, best first.
 *
 * Each has the same outcome and a larger figure. First those around it, the tightest first; then those of
 * its sentence that lead to it by "including", "among them" or "of whom", the nearest first. Withdrawn and
 * orphaned claims are not offered, nor any that is itself part of this one.
 *
 * @param others The casualty counts of the same story; the claim itself may be among them.
 * @param text The revision's text, into which all the spans point.
 */
export function offersPartOf<Claim extends CountClaim>(
  claim: CountClaim,
  others: readonly Claim[],
  text: string,
): Claim[] {
  const figure = largestKnown(claim.details);
  if (figure === null) return [];
  const edges = new Map(others.map(({ id, details }) => [id, details.partOf]));
  return others
    .filter((other) => !HIDDEN.has(other.status) && !wouldBeCircular(claim.id, other.id, edges))
    .filter(({ details }) => details.outcome === claim.details.outcome)
    .filter(({ details }) => (largestKnown(details) ?? 0) > figure)
    .flatMap((other) => {
      const rank = rankOf(claim, other, text);
      return rank === null ? [] : [{ other, rank }];
    })
    .sort((left, right) => left.rank - right.rank)
    .map(({ other }) => other);
}

const HIDDEN: ReadonlySet<ClaimStatus> = new Set(['withdrawn', 'orphaned']);

/** Lower is better: around it (below zero, by how tightly), or before it in its sentence, by how far. */
function rankOf(claim: CountClaim, other: CountClaim, text: string): number | null {
  const inner = claim.span;
  const outer = other.span;
  const around = outer.start <= inner.start && inner.end <= outer.end;
  const length = outer.end - outer.start;
  if (around) return length > inner.end - inner.start ? length - text.length - 1 : null;
  if (other.sentence !== claim.sentence || outer.end > inner.start) return null;
  const between = text.slice(outer.end, inner.start);
  const within = text.slice(inner.start, inner.end + REACH);
  return LEADS_IN.test(between) || OF_THEM.test(within) ? inner.start - outer.end : null;
}

/** "385 people, including 56 civilians", "385 people, most of them civilians". */
const LEADS_IN =
  /\b(?:including|includes|included|among (?:them|whom|those|the dead)|of (?:whom|which|those|them)|comprising)\b/i;
/** "385 people, 56 of them civilians": what leads stands behind the figure. */
const OF_THEM = /^[^,;.]*?\bof (?:whom|which|those|them)\b/i;
/** UTF-16 code units past the marked words: enough for " of whom". */
const REACH = 12;
