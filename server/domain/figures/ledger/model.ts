/** A story as its ledger looks at it. */
import type { BlockRole } from '../../../contract/articles.ts';
import type { CasualtyDetails, ClaimStatus, KindAndDetails } from '../../../contract/claims.ts';
import type { Id, Span } from '../../../contract/common.ts';
import type { FigureSource, LedgerFinding, LedgerPlace } from '../../../contract/figures.ts';
import type { Bounds } from './bounds.ts';

/** A claim whose words are in the text: neither withdrawn nor orphaned. */
export type LedgerClaim = KindAndDetails & {
  readonly id: Id;
  readonly status: ClaimStatus;
  readonly attributionIds: readonly Id[];
  readonly sameFactAs: Id | null;
  readonly span: Span;
  /** The sentence in which the span begins, from 0. */
  readonly sentence: number;
  readonly sentenceText: string;
  /** Where the sentence begins: UTF-16 code units into the revision's text. */
  readonly sentenceStart: number;
  /** Of the block that the sentence belongs to. */
  readonly role: BlockRole;
};
export type AttributionClaim = Extract<LedgerClaim, { kind: 'attribution' }>;
export type CountClaim = Extract<LedgerClaim, { kind: 'casualty_count' }>;

/** An entry of the register; of a confidential one the name is its printed description. */
export interface LedgerSource {
  readonly name: string;
  readonly confidential: boolean;
}

export interface LedgerStory {
  /** BCP 47. Day names are read in English alone. */
  readonly language: string;
  /** ISO 8601, UTC; tells the year of a date that is printed without. */
  readonly publishedAt: string | null;
  /** Casualty counts, attributions and facts; in any order. */
  readonly claims: readonly LedgerClaim[];
  readonly sources: ReadonlyMap<Id, LedgerSource>;
}

/** A casualty count with what the rules ask of it. */
export interface Count {
  readonly claim: CountClaim;
  readonly details: CasualtyDetails;
  readonly bounds: Bounds;
  /** Who says so; empty for the story's own voice. */
  readonly sources: readonly FigureSource[];
  /** What tells its sources from others, sorted. */
  readonly sourceKeys: readonly string[];
  /** "Another 12", "5 more": added to a figure told before, and to be held against none. */
  readonly isAddition: boolean;
}

/** Where a finding belongs in the text, and what it is. */
export type Found = LedgerFinding;

/** UTF-16 code units of a sentence that are shown on either side of a place. */
const NEAR = 280;

/** The words of a claim, or some of its sentence, as a place. */
export function placeOf(claim: LedgerClaim, { start, end, quote }: Span = claim.span): LedgerPlace {
  const { id: claimId, sentence, sentenceText, sentenceStart, role } = claim;
  const before = sentenceText.slice(0, Math.max(0, start - sentenceStart));
  const after = sentenceText.slice(Math.max(0, end - sentenceStart));
  return {
    claimId,
    span: { start, end, quote },
    sentence,
    before: before.length <= NEAR ? before : `…${before.slice(-NEAR).replace(/^\S*/u, '')}`,
    after: after.length <= NEAR ? after : `${after.slice(0, NEAR).replace(/\S*$/u, '')}…`,
    role,
  };
}

/** Of the text's head: what is set over the story and not in it. */
export const isHead = ({ role }: Pick<LedgerClaim, 'role'>): boolean =>
  role === 'headline' || role === 'standfirst';
export const isBody = ({ role }: Pick<LedgerClaim, 'role'>): boolean =>
  role === 'paragraph' || role === 'quote' || role === 'heading';

/** In the order of the text; the longer first where two begin together. */
export const inTextOrder = (
  a: Pick<LedgerClaim, 'span' | 'id'>,
  b: Pick<LedgerClaim, 'span' | 'id'>,
): number =>
  a.span.start - b.span.start || b.span.end - a.span.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Counts as they stand in the text. */
export const inOrder = (counts: readonly Count[]): Count[] =>
  [...counts].sort((a, b) => inTextOrder(a.claim, b.claim));

/** Add to the list of a key. */
export function grow<K, T>(lists: Map<K, T[]>, key: K, item: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}
