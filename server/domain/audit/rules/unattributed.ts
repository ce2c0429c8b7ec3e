import type { CasualtyDetails } from '../../../contract/claims.ts';
import type { Span } from '../../../contract/common.ts';
import { ACCUSING, CHARGING, HEARSAY } from '../lexicon.ts';
import type { Attribution, AuditedStory, FoundFlag, PlacedClaim } from '../story.ts';
import { quoted, wordsAt } from '../words.ts';

/**
 * A casualty count or an accusation that nobody is said to have stated.
 *
 * One flag for a fact however often it is told, and one for a count with its parts. A figure of the headline is
 * attributed where the story tells it again with an attribution. "Reportedly" is hearsay, and is told there.
 */
export function unattributed(story: AuditedStory): FoundFlag[] {
  const seen = new Set<string>();
  return story.claims.flatMap((claim) => {
    const reason = reasonFor(claim);
    if (reason === null || seen.has(claim.id) || isAttributed(story, claim)) return [];
    const told = [...story.sameFacts(claim), ...partsOf(story, claim)].filter(({ id }) => id !== claim.id);
    for (const { id } of told) seen.add(id);
    return [
      {
        code: 'unattributed',
        claimIds: [claim.id, ...told.filter((other) => reasonFor(other) !== null).map(({ id }) => id)],
        span: claim.span,
        explanation: reason.explanation,
        basis: `${reason.word}|${claim.span.quote}`,
      } as const,
    ];
  });
}

function reasonFor(claim: PlacedClaim): { word: string; explanation: string } | null {
  if (wordsAt(claim, HEARSAY) !== null) return null;
  if (claim.kind === 'casualty_count')
    return { word: '', explanation: `Nobody is said to have counted ${quoted(claim.span.quote)}.` };
  if (claim.kind !== 'fact' || !ACCUSABLE.has(claim.details.about)) return null;
  const word = wordsAt(claim, ACCUSING) ?? chargeBefore(claim);
  if (word === null) return null;
  const explanation = `${quoted(word.quote)} accuses somebody, and nobody is said to have said so.`;
  return { word: word.quote.toLowerCase(), explanation };
}

function chargeBefore(claim: PlacedClaim): Span | null {
  const charge = wordsAt(claim, CHARGING);
  return charge !== null && charge.end <= claim.span.start ? charge : null;
}

/** A date, a place and a name in an accusation accuse nobody themselves. */
const ACCUSABLE: ReadonlySet<string> = new Set(['event', 'quantity', 'other']);

function isAttributed(story: AuditedStory, claim: PlacedClaim): boolean {
  const isSaid = (other: PlacedClaim) => story.attributionsOf(other).some((one) => !isEmpty(one));
  if (story.sameFacts(claim).some(isSaid)) return true;
  return claim.span.start < story.bodyStart && toldAgain(story, claim).some(isSaid);
}

/** A mark in which nothing is filled in yet says nothing of anybody. */
const isEmpty = ({ details }: Attribution): boolean =>
  details.source === null &&
  details.cue === null &&
  details.sourceId === null &&
  details.basis === null &&
  !details.carriedOver;

/** Counts of the story itself with the outcome and figures of one in its headline, which often tells no figure. */
function toldAgain(story: AuditedStory, claim: PlacedClaim): PlacedClaim[] {
  if (claim.kind !== 'casualty_count') return [];
  const figure = figureOf(claim.details);
  return story.claims.filter(
    (other) =>
      other.kind === 'casualty_count' &&
      other.details.outcome === claim.details.outcome &&
      (figure === null || figureOf(other.details) === figure),
  );
}

const figureOf = ({ low, best, high }: CasualtyDetails): number | null => low ?? best ?? high;

/** Counts in the same sentence that are part of this one. */
const partsOf = (story: AuditedStory, whole: PlacedClaim): PlacedClaim[] =>
  story.claims.filter(
    (claim) =>
      claim.kind === 'casualty_count' &&
      claim.details.partOf === whole.id &&
      claim.sentence === whole.sentence,
  );
