/** A story's attributions as the contract shows them: each with what it can be checked against, and by source. */
import type { AuditedAttribution, NamedSource, SourceGroup } from '../../contract/audit.ts';
import {
  type Attribution,
  type AuditedCitation,
  type AuditedStory,
  contentOf,
  isAttribution,
  lookAt,
  type PlacedClaim,
  type RegisteredSource,
} from '../../domain/audit/story.ts';
import { compareFigures, figuresOf } from '../../domain/figures/compare.ts';
import { foldName } from '../../domain/sources/search-text.ts';
import type { StoryToAudit } from './audit.queries.ts';

export function presentAttributions({ facts }: StoryToAudit): {
  items: AuditedAttribution[];
  sources: SourceGroup[];
} {
  const story = lookAt(facts);
  const attributions = facts.claims.filter(isAttribution);
  return {
    items: attributions.map((attribution) => presentAttribution(story, attribution, facts.claims)),
    sources: groupsOf(story, attributions),
  };
}

/** @param claims of the story, orphaned ones included: their words are gone, and they still name who said them */
function presentAttribution(
  story: AuditedStory,
  attribution: Attribution,
  claims: readonly PlacedClaim[],
): AuditedAttribution {
  const attributed = claims.filter((claim) => claim.attributionIds.includes(attribution.id));
  const rows = [attribution, ...attributed].flatMap((claim) =>
    story.citationsOf(claim).map((citation) => ({ claim, citation })),
  );
  return {
    claim: attribution,
    source: namedSource(story.sources.get(attribution.details.sourceId ?? '')),
    chain: chainOf(story, attribution),
    attributed: attributed.map(({ id }) => id),
    evidence: rows.map(({ citation }) => presentCitation(citation)),
    comparisons: rows.flatMap(({ claim, citation }) => comparisonOf(claim, citation)),
  };
}

const namedSource = (source: RegisteredSource | undefined): NamedSource | null =>
  source === undefined
    ? null
    : { id: source.id, name: source.name, kind: source.kind, confidential: source.confidential };

/** From who said it to who passed it on, as printed; the register's name where nothing is printed. */
function chainOf({ sources }: AuditedStory, { details }: Attribution): string[] {
  const steps = [{ sourceId: details.sourceId, span: details.source }, ...details.via];
  return steps.flatMap(({ sourceId, span }) => span?.quote ?? sources.get(sourceId ?? '')?.name ?? []);
}

function presentCitation(citation: AuditedCitation): AuditedAttribution['evidence'][number] {
  const {
    id: citationId,
    claimId,
    evidenceId,
    fileId,
    title,
    publisher,
    url,
    stance,
    locator,
    quote,
  } = citation;
  return { citationId, claimId, evidenceId, fileId, title, publisher, url, stance, locator, quote };
}

function comparisonOf(
  claim: PlacedClaim,
  { id: citationId, quote }: AuditedCitation,
): AuditedAttribution['comparisons'] {
  if (quote === null) return [];
  const figures = figuresOf({ content: contentOf(claim), quote: claim.span.quote });
  return figures.length === 0
    ? []
    : [{ claimId: claim.id, citationId, figures: compareFigures(figures, quote) }];
}

/** By entry of the register, or else by words; those of which nobody is named stand each for itself. */
function groupsOf({ sources }: AuditedStory, attributions: readonly Attribution[]): SourceGroup[] {
  const groups = new Map<string, SourceGroup>();
  for (const { id, details } of attributions) {
    const words = details.source?.quote;
    const key = details.sourceId ?? (words === undefined ? id : foldName(words));
    const group = groups.get(key) ?? {
      source: namedSource(sources.get(details.sourceId ?? '')),
      descriptions: [],
      attributionIds: [],
    };
    groups.set(key, group);
    group.attributionIds.push(id);
    if (words !== undefined && !group.descriptions.includes(words)) group.descriptions.push(words);
  }
  return [...groups.values()];
}
