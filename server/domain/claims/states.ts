/** A claim's status: derived by one rule, set nowhere by hand. */
import type { ClaimStatus, ReviewDecision, VerdictValue } from '../../contract/claims.ts';

/** All that a claim's status depends on. */
export interface StatusFacts {
  readonly withdrawn: boolean;
  /** The claim has a place in the article's current revision. */
  readonly placed: boolean;
  /** The newest verdict; null where none was given, or where it was taken back. */
  readonly verdict: { readonly expired: boolean } | null;
  /** The review of that verdict; null where there is none. */
  readonly review: { readonly decision: ReviewDecision; readonly reopened: boolean } | null;
  readonly assigned: boolean;
}

/** What tells a verified claim: its status depends on these facts, and on what the verdict says. */
export interface VerifiableFacts extends StatusFacts {
  readonly verdict: { readonly expired: boolean; readonly verdict: VerdictValue } | null;
}

/**
 * The status of a claim.
 *
 * The first that fits, in this order: withdrawn, orphaned, expired, returned or passed, checked, checking,
 * unchecked. A withdrawn claim hides all else because nothing may be done with it; an orphan hides its
 * verdict because the words that it was about are not in the text. A reopened review says nothing any more,
 * so its claim is checked again and waits for another.
 */
export function deriveStatus(facts: StatusFacts): ClaimStatus {
  if (facts.withdrawn) return 'withdrawn';
  if (!facts.placed) return 'orphaned';
  if (facts.verdict?.expired) return 'expired';
  if (facts.verdict !== null) {
    return facts.review !== null && !facts.review.reopened ? facts.review.decision : 'checked';
  }
  return facts.assigned ? 'checking' : 'unchecked';
}

/** True for a claim that may leave the desk: found accurate, passed by a second person, unchanged since. */
export function isVerified(facts: VerifiableFacts): boolean {
  return deriveStatus(facts) === 'passed' && facts.verdict?.verdict === 'accurate';
}

/** The statuses in which a verdict holds and a reviewer can look at it. */
export const REVIEWABLE: ReadonlySet<ClaimStatus> = new Set(['checked', 'returned', 'passed']);
