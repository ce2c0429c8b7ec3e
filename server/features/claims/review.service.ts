/** A second person's decision on a verdict. */
import { uuidv7 } from 'uuidv7';
import type { GiveReview } from '../../contract/claims.ts';
import type { BodyOf } from '../../contract/endpoint.ts';
import { Refusal } from '../../contract/problem.ts';
import type { Tx } from '../../database/client.ts';
import { appendEvent } from '../../database/events.ts';
import { type Done, once } from '../../database/once.ts';
import type { PersonWrite } from '../../http/write.ts';
import type { Services } from '../../services.ts';
import {
  type LockedClaim,
  type LockedReview,
  lockClaim,
  refreshStatus,
  requireMay,
  requireVersion,
} from './claim-change.ts';

type ClaimServices = Pick<Services, 'db' | 'historyKey'>;

/**
 * Pass or return a verdict that someone else gave. It takes the place of the review before.
 *
 * @throws Refusal STALE_VERSION with the claim as it is, NEEDS_REVIEWER, ARCHIVED, WITHDRAWN, ORPHANED, NO_VERDICT,
 *   OWN_VERDICT, RETURN_NEEDS_REASON, INVALID for a reason code of a passed one
 */
export async function giveReview(
  { db, historyKey }: ClaimServices,
  write: PersonWrite,
  claimId: string,
  body: BodyOf<typeof GiveReview>,
): Promise<Done> {
  const { user, at } = write;
  return once(db, write, claimId, async (tx) => {
    const claim = await lockClaim(tx, user, claimId);
    await requireVersion(tx, user, claim, body.version);
    requireMay(claim, user, 'review');
    const review: LockedReview = { id: uuidv7(), by: user.id, ...requireDecision(body), reopened: false };

    await insertReview(tx, claim, review, at);
    const status = await refreshStatus(tx, claimId, { bump: true });
    await appendEvent(tx, historyKey, {
      stream: { kind: 'article', id: claim.article.id },
      type: review.decision === 'passed' ? 'review.passed' : 'review.returned',
      at,
      actor: user,
      claimId,
      data: {
        before: { status: claim.status, review: claim.review },
        after: { status, review },
        verdict: claim.verdict?.id ?? null,
      },
    });
  });
}

function requireDecision(
  body: BodyOf<typeof GiveReview>,
): Pick<LockedReview, 'decision' | 'reasonCode' | 'note'> {
  const { decision, reasonCode = null, note = null } = body;
  if (decision === 'returned' && (reasonCode === null || note === null))
    throw new Refusal('RETURN_NEEDS_REASON');
  if (decision === 'passed' && reasonCode !== null)
    throw new Refusal('INVALID', { issues: [{ path: 'reasonCode', message: 'is for a returned claim' }] });
  return { decision, reasonCode, note };
}

async function insertReview(tx: Tx, claim: LockedClaim, review: LockedReview, at: Date): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO reviews (id, claim_id, verdict_id, decision, reason_code, note, by_id, at)
    VALUES (${review.id}::uuid, ${claim.id}::uuid, ${claim.verdict?.id}::uuid, ${review.decision}::"ReviewDecision",
      ${review.reasonCode}::"ReturnReason", ${review.note}, ${review.by}::uuid, ${at})`;
  await tx.$executeRaw`UPDATE claims SET review_id = ${review.id}::uuid WHERE id = ${claim.id}::uuid`;
}

/**
 * Take a review back; the verdict stays.
 *
 * @throws Refusal as for giving one, NO_REVIEW also where it was reopened: what no longer holds stays readable
 */
export async function takeBackReview(
  { db, historyKey }: ClaimServices,
  write: PersonWrite,
  claimId: string,
  version: number,
): Promise<Done> {
  const { user, at } = write;
  return once(db, write, claimId, async (tx) => {
    const claim = await lockClaim(tx, user, claimId);
    await requireVersion(tx, user, claim, version);
    requireMay(claim, user, 'review');
    if (claim.review === null || claim.review.reopened) throw new Refusal('NO_REVIEW');

    await tx.$executeRaw`UPDATE claims SET review_id = NULL WHERE id = ${claimId}::uuid`;
    const status = await refreshStatus(tx, claimId, { bump: true });
    await appendEvent(tx, historyKey, {
      stream: { kind: 'article', id: claim.article.id },
      type: 'review.taken_back',
      at,
      actor: user,
      claimId,
      data: { before: { status: claim.status, review: claim.review }, after: { status, review: null } },
    });
  });
}
