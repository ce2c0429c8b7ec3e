/** What somebody marked already, and need not be suggested again. */
import type {
  AttributionDetails,
  CasualtyDetails,
  ClaimKind,
  KindAndDetails,
} from '../../contract/claims.ts';
import type { Range } from '../../contract/common.ts';

/** A claim or a suggestion in one text. Offsets are UTF-16 code units. */
export type Marked = KindAndDetails & { readonly span: Range };

/**
 * A way to ask whether one of these claims says what a suggestion would.
 *
 * Claims that are not withdrawn and stand in the suggestions' own text. Only those that overlap a suggestion are looked
 * at, so that a story of many claims with many suggestions takes hardly longer than one with few.
 */
export function coverOf(claims: readonly Marked[]): (suggestion: Marked) => boolean {
  const byKind = new Map<ClaimKind, Overlapping>();
  for (const claim of claims) {
    const known = byKind.get(claim.kind) ?? overlapping(claims.filter(({ kind }) => kind === claim.kind));
    byKind.set(claim.kind, known);
  }
  return (suggestion) =>
    (byKind.get(suggestion.kind)?.(suggestion.span) ?? []).some((claim) => saysTheSame(claim, suggestion));
}

type Overlapping = (span: Range) => Marked[];

/** By start, each with the farthest end up to it: from the last that begins before a span ends, back as far as any reaches. */
function overlapping(claims: readonly Marked[]): Overlapping {
  const ordered = [...claims].sort((a, b) => a.span.start - b.span.start);
  const reach: number[] = [];
  for (const { span } of ordered) reach.push(Math.max(span.end, reach.at(-1) ?? 0));
  return ({ start, end }) => {
    const found: Marked[] = [];
    for (let at = firstFrom(ordered, end) - 1; at >= 0 && (reach[at] ?? 0) > start; at -= 1) {
      const claim = ordered[at];
      if (claim !== undefined && claim.span.end > start) found.push(claim);
    }
    return found;
  };
}

/** How many of these begin before `offset`. */
function firstFrom(ordered: readonly Marked[], offset: number): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ordered[middle]?.span.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a claim whose words overlap a suggestion's is about the same. */
function saysTheSame(claim: Marked, suggestion: Marked): boolean {
  if (claim.kind === 'casualty_count' && suggestion.kind === 'casualty_count')
    return isSameCount(claim, suggestion);
  if (claim.kind === 'attribution' && suggestion.kind === 'attribution')
    return isSameSaying(claim, suggestion);
  if (claim.kind === 'fact' && suggestion.kind === 'fact')
    return claim.details.about === suggestion.details.about || isSameRange(claim.span, suggestion.span);
  return claim.kind === suggestion.kind;
}

type Of<Details> = { readonly details: Details; readonly span: Range };

/**
 * A count inside of another ("385 people, including 56 civilians") is one of its own: the figure has to be the same, or
 * the very words, whatever an editor reads in them.
 */
function isSameCount(claim: Of<CasualtyDetails>, suggestion: Of<CasualtyDetails>): boolean {
  const [a, b] = [claim.details, suggestion.details];
  if (a.outcome !== b.outcome) return false;
  const sameFigure = a.low === b.low && a.best === b.best && a.high === b.high;
  return sameFigure || isSameRange(claim.span, suggestion.span);
}

/** From this share in common on, two stretches are one: people mark a little more or less of what is said. */
const MOSTLY = 0.5;

/** One attribution for each cue: where both name theirs it decides, since what is said may hold another attribution. */
function isSameSaying(claim: Of<AttributionDetails>, suggestion: Of<AttributionDetails>): boolean {
  const [a, b] = [claim.details.cue, suggestion.details.cue];
  if (a !== null && b !== null) return inCommon(a, b) > 0;
  const union =
    Math.max(claim.span.end, suggestion.span.end) - Math.min(claim.span.start, suggestion.span.start);
  return inCommon(claim.span, suggestion.span) >= MOSTLY * union;
}

const inCommon = (a: Range, b: Range): number => Math.min(a.end, b.end) - Math.max(a.start, b.start);
const isSameRange = (a: Range, b: Range): boolean => a.start === b.start && a.end === b.end;
