/** A story as the audit looks at it: its claims, who says what, and what is cited. */
import type { FlagCode } from '../../contract/audit.ts';
import type { Claim, KindAndDetails } from '../../contract/claims.ts';
import type { Id, Range, Span } from '../../contract/common.ts';
import type { EvidenceKind, Stance } from '../../contract/evidence.ts';
import type { SourceKind } from '../../contract/sources.ts';

/** A claim whose sentence's text is known to begin at its `sentenceStart`. */
export type PlacedClaim = Claim;
export type Attribution = Extract<PlacedClaim, { kind: 'attribution' }>;

/** An entry of the register; of a confidential one nothing but what is printed. */
export interface RegisteredSource {
  readonly id: Id;
  readonly name: string;
  readonly kind: SourceKind;
  readonly confidential: boolean;
  readonly aliases: readonly string[];
  readonly affiliations: readonly string[];
}

/** A citation that is not withdrawn, of evidence that is not withdrawn. */
export interface AuditedCitation {
  readonly id: Id;
  readonly claimId: Id;
  readonly evidenceId: Id;
  readonly kind: EvidenceKind;
  readonly fileId: Id | null;
  readonly title: string;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly stance: Stance;
  readonly locator: string | null;
  readonly quote: string | null;
}

export interface StoryFacts {
  readonly agency: string | null;
  readonly sourceUrl: string | null;
  /** Where the story begins after headline, standfirst, byline and dateline. */
  readonly bodyStart: number;
  /** Not withdrawn, in the order of the text. */
  readonly claims: readonly PlacedClaim[];
  readonly citations: readonly AuditedCitation[];
  readonly sources: ReadonlyMap<Id, RegisteredSource>;
}

/** The same, with what rules ask for. Orphaned claims take part in nothing: their words are not in the text. */
export interface AuditedStory extends StoryFacts {
  readonly attributions: readonly Attribution[];
  /** Who says this: by links, by links of the count that it is part of in the same sentence, or by where it stands. */
  attributionsOf(claim: PlacedClaim): readonly Attribution[];
  /** Claims, none of them attributions, that an attribution covers. */
  attributedTo(attribution: Attribution): readonly PlacedClaim[];
  /** This claim and all others that state the same fact. */
  sameFacts(claim: PlacedClaim): readonly PlacedClaim[];
  citationsOf(claim: PlacedClaim): readonly AuditedCitation[];
}

export interface FoundFlag {
  readonly code: FlagCode;
  /** The claim that it is about, then others that it speaks of. */
  readonly claimIds: readonly Id[];
  readonly span: Span;
  readonly explanation: string;
  /**
   * What it was found by: where that changes it is another flag. Sources stand in it by id or as printed: a digest of
   * it is kept, and one of a name that becomes confidential could be tried against names.
   */
  readonly basis: string;
}

export type Rule = (story: AuditedStory) => FoundFlag[];

/**
 * A claim with the place of the text that it has of its sentence. Of a very long sentence that is what stands around
 * the span: it is looked for there.
 *
 * @param sentenceStart where the whole sentence begins
 */
export function placeClaim(claim: Claim, sentenceStart: number): PlacedClaim {
  const { span, sentenceText } = claim;
  const offset = span.start - sentenceStart;
  const beginning = span.quote.slice(0, Math.max(1, sentenceText.length - offset));
  if (sentenceText.startsWith(beginning, offset)) return { ...claim, sentenceStart };
  const at = sentenceText.indexOf(span.quote);
  return at === -1
    ? { ...claim, sentenceText: span.quote, sentenceStart: span.start }
    : { ...claim, sentenceStart: span.start - at };
}

export const isAttribution = (claim: PlacedClaim): claim is Attribution => claim.kind === 'attribution';

/** A claim's kind with its details, as readers of details take them. */
export function contentOf(claim: Claim): KindAndDetails {
  switch (claim.kind) {
    case 'casualty_count':
      return { kind: claim.kind, details: claim.details };
    case 'attribution':
      return { kind: claim.kind, details: claim.details };
    case 'source':
      return { kind: claim.kind, details: claim.details };
    case 'fact':
      return { kind: claim.kind, details: claim.details };
  }
}

/** What is attributed: the content spans, or else the claim's own. */
export const contentSpans = ({ details, span }: Attribution): readonly Span[] =>
  details.content.length === 0 ? [span] : details.content;

/** At least half of it lies within: a mark may take a full stop along, or leave a word out. */
const liesWithin = (inner: Range, outer: Range): boolean =>
  2 * (Math.min(inner.end, outer.end) - Math.max(inner.start, outer.start)) >= inner.end - inner.start;

export function lookAt(facts: StoryFacts): AuditedStory {
  const claims = facts.claims.filter(({ status }) => status !== 'orphaned' && status !== 'withdrawn');
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const attributions = claims.filter(isAttribution);
  const direct = new Map(claims.map((claim) => [claim.id, directly(claim, attributions)]));
  const attributionsOf = (claim: PlacedClaim): readonly Attribution[] => {
    const own = direct.get(claim.id) ?? [];
    const whole = claim.kind === 'casualty_count' ? byId.get(claim.details.partOf ?? '') : undefined;
    const isSame = whole !== undefined && whole.sentence === claim.sentence;
    return own.length === 0 && isSame ? (direct.get(whole.id) ?? []) : own;
  };
  const attributed = new Map<Id, PlacedClaim[]>();
  for (const claim of claims)
    if (!isAttribution(claim)) for (const { id } of attributionsOf(claim)) grow(attributed, id, claim);
  const told = new Map<Id, PlacedClaim[]>();
  for (const claim of claims) grow(told, rootOf(claim, byId), claim);
  const cited = new Map<Id, AuditedCitation[]>();
  for (const citation of facts.citations) grow(cited, citation.claimId, citation);
  return {
    ...facts,
    claims,
    attributions,
    attributionsOf,
    attributedTo: ({ id }) => attributed.get(id) ?? [],
    sameFacts: (claim) => told.get(rootOf(claim, byId)) ?? [claim],
    citationsOf: ({ id }) => cited.get(id) ?? [],
  };
}

function grow<T>(lists: Map<Id, T[]>, key: Id, item: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

/** Who says a claim: the attributions it names, and those in whose content it stands. */
function directly(claim: PlacedClaim, attributions: readonly Attribution[]): Attribution[] {
  const linked = new Set(claim.attributionIds);
  return attributions.filter(
    (attribution) =>
      attribution.id !== claim.id &&
      (linked.has(attribution.id) ||
        (!isAttribution(claim) && contentSpans(attribution).some((span) => liesWithin(claim.span, span)))),
  );
}

/** The claim that stands at the end of `sameFactAs`; never circular, but a claim on the way may be gone. */
function rootOf(claim: PlacedClaim, byId: ReadonlyMap<Id, PlacedClaim>): Id {
  let at = claim;
  for (let steps = 0; steps < byId.size; steps++) {
    const next = at.sameFactAs === null ? undefined : byId.get(at.sameFactAs);
    if (next === undefined) return at.id;
    at = next;
  }
  return at.id;
}
