import type { Span } from '../../../contract/common.ts';
import { DENYING } from '../lexicon.ts';
import type { Attribution, AuditedStory, FoundFlag, PlacedClaim } from '../story.ts';
import { quoted, sentenceEnd } from '../words.ts';

/** In UTF-16 code units: about 25 words. */
const FAR = 160;

/** A contested claim of which readers learn only later who says so. Headlines are given time. */
export function lateAttribution(story: AuditedStory): FoundFlag[] {
  return story.claims.flatMap((claim) => {
    if (claim.kind === 'attribution' || claim.kind === 'source' || claim.span.start < story.bodyStart)
      return [];
    const why = contestedBy(story, claim);
    if (why === null) return [];
    const saying = story.attributionsOf(claim).filter((attribution) => !denies(attribution));
    const places = saying.map((attribution) => placeOf(attribution));
    const [first] = places.filter((place) => place !== null).sort((a, b) => a.start - b.start);
    if (first === undefined || places.some((place) => place === null || !isLate(claim, place))) return [];
    return [
      {
        code: 'late_attribution',
        claimIds: [claim.id, ...saying.map(({ id }) => id)],
        span: claim.span,
        explanation: `This is contested (${why}), and only ${quoted(first.quote)} afterwards tells who says so.`,
        basis: `${why}|${first.quote}|${first.start - claim.span.end > FAR}`,
      } as const,
    ];
  });
}

/** Why a claim is contested, in words; null where it is not. */
function contestedBy(story: AuditedStory, claim: PlacedClaim): string | null {
  const same = story.sameFacts(claim);
  if (same.some(({ verdict }) => verdict?.verdict === 'disputed' && verdict.expired === null))
    return 'its verdict is disputed';
  if (same.some((one) => story.attributionsOf(one).some(denies))) return 'somebody denies it';
  if (same.some((one) => story.citationsOf(one).some(({ stance }) => stance === 'contradicts')))
    return 'evidence contradicts it';
  return same.some((other) => differ(story, claim, other)) ? 'another source has another figure' : null;
}

const denies = ({ details }: Attribution): boolean =>
  details.cue !== null && details.cue.quote.search(DENYING) !== -1;

/** The same fact with figures that cannot both be right. */
function differ(story: AuditedStory, one: PlacedClaim, other: PlacedClaim): boolean {
  if (one.kind !== 'casualty_count' || other.kind !== 'casualty_count' || one === other) return false;
  if (story.attributionsOf(other).length === 0) return false;
  const [a, b] = [boundsOf(one.details), boundsOf(other.details)];
  return a !== null && b !== null && (a.high < b.low || b.high < a.low);
}

function boundsOf({ low, best, high }: { low: number | null; best: number | null; high: number | null }) {
  if (low === null && best === null && high === null) return null;
  return { low: low ?? best ?? 0, high: high ?? best ?? Number.POSITIVE_INFINITY };
}

/** Where readers learn who says so: at the first of source and cue. */
function placeOf({ details }: Attribution): Span | null {
  const { source, cue } = details;
  return source === null || (cue !== null && cue.start < source.start) ? cue : source;
}

const isLate = (claim: PlacedClaim, place: Span): boolean =>
  place.start >= sentenceEnd(claim) || place.start - claim.span.end > FAR;
