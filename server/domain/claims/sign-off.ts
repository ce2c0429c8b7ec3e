/** When a story can be signed off, and by whom. */
import type { ArticleStatus } from '../../contract/articles.ts';
import type { ClaimKind, ClaimStatus, VerdictValue } from '../../contract/claims.ts';
import type { Id } from '../../contract/common.ts';
import { type Blocker, BlockerCode, type Policy, type SignOffState } from '../../contract/sign-off.ts';
import { type Actor, ALLOWED, type Decision, REVIEWERS, refuse } from './permissions.ts';
import { REVIEWABLE } from './states.ts';

/** All of a live claim that a sign-off depends on. */
export interface SignableClaim {
  readonly id: Id;
  readonly kind: ClaimKind;
  readonly status: Exclude<ClaimStatus, 'withdrawn'>;
  /** The newest; whether it holds is told by the status. */
  readonly verdict: { readonly verdict: VerdictValue; readonly by: Id } | null;
  /** Independent sources behind a casualty count; of other kinds, none are asked. */
  readonly sources: number;
}

/** Figures and who says so always get a second pair of eyes; whether the rest does is the newsroom's to say. */
export const needsReview = (kind: ClaimKind, policy: Pick<Policy, 'reviewFacts'>): boolean =>
  policy.reviewFacts || kind === 'casualty_count' || kind === 'attribution';

/**
 * What stands in the way of a sign-off, in the contract's order; the claims of each in the order given.
 *
 * A claim is named once for the state it is in, and besides for what its verdict, where one holds, leaves to do.
 *
 * @param claims the live ones, in the order of the text
 */
export function blockersOf(claims: readonly SignableClaim[], policy: Policy): Blocker[] {
  if (claims.length === 0) return [{ code: 'no_claims', claimIds: [] }];
  const found = claims.map((claim) => ({ id: claim.id, codes: codesOf(claim, policy) }));
  return BlockerCode.options.flatMap((code) => {
    const claimIds = found.filter(({ codes }) => codes.includes(code)).map(({ id }) => id);
    return claimIds.length > 0 ? [{ code, claimIds }] : [];
  });
}

function codesOf(claim: SignableClaim, policy: Policy): BlockerCode[] {
  const codes: BlockerCode[] = [];
  const ofStatus = STATUS_BLOCKERS[claim.status];
  if (ofStatus !== null && !(ofStatus === 'awaits_review' && !needsReview(claim.kind, policy)))
    codes.push(ofStatus);
  const verdict = standingVerdict(claim);
  if (verdict === 'inaccurate') codes.push('inaccurate');
  const isSourced = verdict !== null && SOURCED.has(verdict) && claim.kind === 'casualty_count';
  if (isSourced && claim.sources < policy.minSources) codes.push('too_few_sources');
  return codes;
}

const STATUS_BLOCKERS: Readonly<Record<SignableClaim['status'], BlockerCode | null>> = {
  unchecked: 'unchecked',
  checking: 'unchecked',
  checked: 'awaits_review',
  returned: 'returned',
  passed: null,
  expired: 'expired',
  orphaned: 'orphaned',
};

/** A count that nobody could verify, or that was waived, has no sources to count: it is let stand by name. */
const SOURCED: ReadonlySet<VerdictValue> = new Set<VerdictValue>(['accurate', 'disputed']);

const standingVerdict = ({ status, verdict }: SignableClaim): VerdictValue | null =>
  verdict !== null && REVIEWABLE.has(status) ? verdict.verdict : null;

const BY_NAME: ReadonlySet<VerdictValue> = new Set<VerdictValue>(['disputed', 'unverifiable', 'waived']);

/** The claims that whoever signs has to let stand by name, in the order given. */
export function toAcknowledge(claims: readonly SignableClaim[]): SignOffState['toAcknowledge'] {
  return claims.flatMap((claim) => {
    const verdict = standingVerdict(claim);
    return verdict !== null && BY_NAME.has(verdict) ? [{ claimId: claim.id, verdict }] : [];
  });
}

/**
 * Decide whether this person signs this story off at all, whatever state it is in.
 *
 * Order: the role that policy asks; then four eyes: where every verdict that holds is the signer's own, nobody else
 * has looked at the checking as a whole.
 */
export function mayEverSignOff(
  actor: Pick<Actor, 'id' | 'role'>,
  claims: readonly SignableClaim[],
  policy: Policy,
): Decision {
  if (policy.signOffBy === 'admin' && actor.role !== 'admin') return refuse('NEEDS_ADMIN');
  if (!REVIEWERS.has(actor.role)) return refuse('NEEDS_REVIEWER');
  const checkers = claims
    .filter((claim) => standingVerdict(claim) !== null)
    .map(({ verdict }) => verdict?.by);
  return checkers.length > 0 && checkers.every((by) => by === actor.id) ? refuse('ONLY_CHECKER') : ALLOWED;
}

export interface SignOffFacts {
  readonly articleStatus: ArticleStatus;
  /** The live ones, in the order of the text. */
  readonly claims: readonly SignableClaim[];
}

/** Decide whether this person may sign the story off now. Order: the person, the story's state, its claims. */
export function maySignOff(
  actor: Pick<Actor, 'id' | 'role'>,
  { articleStatus, claims }: SignOffFacts,
  policy: Policy,
): Decision {
  const ever = mayEverSignOff(actor, claims, policy);
  if (!ever.allowed) return ever;
  if (articleStatus === 'archived') return refuse('ARCHIVED');
  if (articleStatus === 'signed_off') return refuse('SIGNED_OFF');
  return blockersOf(claims, policy).length > 0 ? refuse('NOT_READY') : ALLOWED;
}

/**
 * Decide whether a person may reopen a story.
 *
 * Any reviewer, also where only admins sign off: whoever finds a mistake has to be able to stop the story.
 */
export function mayReopen(actor: Pick<Actor, 'role'>, articleStatus: ArticleStatus): Decision {
  if (!REVIEWERS.has(actor.role)) return refuse('NEEDS_REVIEWER');
  return articleStatus === 'signed_off' ? ALLOWED : refuse('NOT_SIGNED_OFF');
}

/** What this person may do about the sign-off, as `can` says it. */
export function signOffActions(
  actor: Pick<Actor, 'id' | 'role'>,
  facts: SignOffFacts,
  policy: Policy,
): SignOffState['can'] {
  const can: SignOffState['can'] = [];
  if (maySignOff(actor, facts, policy).allowed) can.push('sign_off');
  if (mayReopen(actor, facts.articleStatus).allowed) can.push('reopen');
  return can;
}
