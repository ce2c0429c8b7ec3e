/** The spans that stand inside a claim's details. */
import type { KindAndDetails } from '../../contract/claims.ts';
import type { Range, Span } from '../../contract/common.ts';

export interface PlacedSpan {
  /** Where it stands in the request, as problem issues name it: `details.via.0.span`. */
  readonly path: string;
  readonly span: Span;
}

/** Every span inside the details: an attribution's source, cue, content and via, in that order. */
export function spansIn(claim: KindAndDetails): PlacedSpan[] {
  if (claim.kind !== 'attribution') return [];
  const { source, cue, content, via } = claim.details;
  return [
    { path: 'details.source', span: source },
    { path: 'details.cue', span: cue },
    ...content.map((span, index) => ({ path: `details.content.${index}`, span })),
    ...via.map(({ span }, index) => ({ path: `details.via.${index}.span`, span })),
  ].filter((placed): placed is PlacedSpan => placed.span !== null);
}

/** True where a claim's marked words are all of what it attributes, from its first word to its last. */
export function isHullOfContent(claim: KindAndDetails, { start, end }: Range): boolean {
  const hull = claim.kind === 'attribution' ? hullOf(claim.details.content) : null;
  return hull === null || (hull.start === start && hull.end === end);
}

/** The smallest range that covers all of these; null for none. UTF-16 code units, end exclusive. */
export function hullOf(ranges: readonly Range[]): Range | null {
  const [first, ...rest] = ranges;
  if (first === undefined) return null;
  return rest.reduce(
    (hull, { start, end }) => ({ start: Math.min(hull.start, start), end: Math.max(hull.end, end) }),
    { start: first.start, end: first.end },
  );
}
