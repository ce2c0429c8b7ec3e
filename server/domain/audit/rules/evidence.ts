/** Rules about what is cited: nothing at all, without a place in it, or the story's own agency. */
import { isAgency, isAgencyHost, isSamePage } from '../agency.ts';
import {
  type AuditedCitation,
  type AuditedStory,
  type FoundFlag,
  isAttribution,
  type PlacedClaim,
} from '../story.ts';
import { quoted } from '../words.ts';

/**
 * Verdicts that rest on something. A waived claim was not checked, on purpose; of an unverifiable one there is nothing
 * to be cited, and its reason says so.
 */
const NEEDS_EVIDENCE: ReadonlySet<string> = new Set(['accurate', 'inaccurate', 'disputed']);

/**
 * A verdict that holds, and no evidence cited for it, here or where the same fact is told again. What backs the claims
 * of an attribution backs that they were said: it is looked at together.
 */
export const noEvidence = (story: AuditedStory): FoundFlag[] =>
  story.claims.flatMap((claim) => {
    const { verdict, span } = claim;
    if (verdict === null || verdict.expired !== null || !NEEDS_EVIDENCE.has(verdict.verdict)) return [];
    const said = isAttribution(claim) ? story.attributedTo(claim) : [];
    if ([...story.sameFacts(claim), ...said].some((one) => story.citationsOf(one).length > 0)) return [];
    const explanation = `The verdict ${quoted(verdict.verdict)} on ${quoted(span.quote)} cites no evidence.`;
    // A verdict given again is another one, and is asked for its evidence again.
    return [
      {
        code: 'no_evidence',
        claimIds: [claim.id],
        span,
        explanation,
        basis: `${verdict.verdict}|${verdict.at}`,
      },
    ];
  });

const HAS_NO_PLACES: ReadonlySet<string> = new Set(['observation', 'interview']);

/** Evidence is cited without page, timestamp or line. Words of a web page are found by searching for them. */
export const noLocator = (story: AuditedStory): FoundFlag[] =>
  byEvidence(story, ({ kind, locator, quote }) => {
    const isFound = locator !== null || (kind === 'link' && quote !== null);
    return !isFound && !HAS_NO_PLACES.has(kind);
  }).map(({ claims: [claim, ...others], evidence }) => ({
    code: 'no_locator',
    claimIds: [claim.id, ...others.map(({ id }) => id)],
    span: claim.span,
    explanation: `${quoted(evidence.title)} is cited without page, timestamp or line.`,
    basis: evidence.evidenceId,
  }));

/** A story cannot be backed by its own agency, nor by itself. */
export const ownAgency = (story: AuditedStory): FoundFlag[] =>
  byEvidence(story, (citation) => citation.stance === 'supports' && isOwn(story, citation)).map(
    ({ claims: [claim, ...others], evidence }) => ({
      code: 'own_agency',
      claimIds: [claim.id, ...others.map(({ id }) => id)],
      span: claim.span,
      explanation: isSamePage(story.sourceUrl, evidence.url)
        ? `${quoted(evidence.title)} is the page that this story comes from.`
        : `${quoted(evidence.title)} is from ${story.agency}, as this story is.`,
      basis: `${evidence.evidenceId}|${story.agency}|${story.sourceUrl}`,
    }),
  );

const isOwn = ({ agency, sourceUrl }: AuditedStory, { publisher, url }: AuditedCitation): boolean =>
  isAgency(agency, publisher) || isAgencyHost(agency, url) || isSamePage(sourceUrl, url);

interface Cited {
  readonly evidence: AuditedCitation;
  readonly claims: readonly [PlacedClaim, ...PlacedClaim[]];
}

/** Citations that are meant, once for each evidence: one statement may back twenty claims. */
function byEvidence(story: AuditedStory, isMeant: (citation: AuditedCitation) => boolean): Cited[] {
  const found = new Map<string, { evidence: AuditedCitation; claims: [PlacedClaim, ...PlacedClaim[]] }>();
  for (const claim of story.claims)
    for (const citation of story.citationsOf(claim)) {
      if (!isMeant(citation)) continue;
      const known = found.get(citation.evidenceId);
      if (known === undefined) found.set(citation.evidenceId, { evidence: citation, claims: [claim] });
      else if (!known.claims.includes(claim)) known.claims.push(claim);
    }
  return [...found.values()];
}
