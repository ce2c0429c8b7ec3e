/** Proposals in the order of the text, with who says what. */
import type { Proposal } from './model.ts';

/**
 * Put proposals in order and give each one that stands inside what an attribution says that attribution.
 *
 * Of nested attributions the narrowest: it is the one whose words they are. An attribution has none itself.
 */
export function linkProposals(proposals: readonly Proposal[]): Proposal[] {
  const ordered = [...proposals].sort(
    (a, b) => a.span.start - b.span.start || b.span.end - a.span.end || (a.key < b.key ? -1 : 1),
  );
  const attributions = ordered.filter(({ kind }) => kind === 'attribution');
  return ordered.map((proposal) =>
    proposal.kind === 'attribution'
      ? proposal
      : { ...proposal, attributedBy: sayersOf(proposal, attributions) },
  );
}

function sayersOf({ span }: Proposal, attributions: readonly Proposal[]): string[] {
  let narrowest: Proposal | undefined;
  for (const attribution of attributions) {
    if (attribution.kind !== 'attribution') continue;
    const says = attribution.details.content.some(({ start, end }) => start <= span.start && span.end <= end);
    const isNarrower = narrowest === undefined || lengthOf(attribution) <= lengthOf(narrowest);
    if (says && isNarrower) narrowest = attribution;
  }
  return narrowest === undefined ? [] : [narrowest.key];
}

const lengthOf = ({ span }: Proposal): number => span.end - span.start;
