/** What a change to the ground of claims does to their verdicts and reviews. */
import type { Tx } from '../../database/client.ts';
import { appendEvents } from '../../database/events.ts';
import type { PersonWrite } from '../../http/write.ts';
import type { Services } from '../../services.ts';
import { type LockedClaim, type LockedReview, refreshStatuses } from './claim-change.ts';
import { forbidConfirming } from './verdict-end.ts';

/** What a verdict and a review stand on beside what the claim means. */
export type Ground = 'evidence' | 'attribution' | 'whole' | 'summary';

/**
 * What these claims of one story stand on changed: verdicts stand, reviews that stand stand no longer, citations are
 * counted anew. A verdict that expired for another wording can be confirmed no longer once who says so is another, or
 * what it is part of: whoever confirms looks at the words. A number of statements that does not depend on how many claims
 * there are.
 *
 * The version of a claim rises also where no review stood: a verdict or a review that someone is about to give on the
 * ground as it was must not land on the ground as it is. Evidence is looked at for a first verdict as well; who says so
 * and what a count is part of are looked at once there is one that holds, or that can be confirmed.
 */
export async function groundChanged(
  tx: Tx,
  { historyKey }: Pick<Services, 'historyKey'>,
  write: PersonWrite,
  claims: readonly LockedClaim[],
  because: Ground,
): Promise<void> {
  const touched = because === 'evidence' ? claims : claims.filter(hasGround);
  const [first] = touched;
  if (first === undefined) return;
  if (because === 'attribution' || because === 'whole')
    await forbidConfirming(
      tx,
      touched.map(({ id }) => id),
    );
  const reopened = touched.flatMap((claim) =>
    stands(claim.review) ? [{ ...claim, review: claim.review }] : [],
  );
  if (reopened.length > 0)
    await tx.$executeRaw`
      UPDATE reviews SET reopened_at = ${write.at} WHERE id = ANY(${reopened.map(({ review }) => review.id)}::uuid[])`;
  const statuses = await refreshStatuses(
    tx,
    touched.map(({ id }) => id),
    { bump: true },
  );
  const events = reopened.map(({ id, status, review }) => ({
    type: 'review.reopened' as const,
    claimId: id,
    data: { before: { status }, after: { status: statuses.get(id) }, review: review.id, because },
  }));
  const { article } = first;
  await appendEvents(tx, historyKey, { articleId: article.id, at: write.at, actor: write.user }, events);
}

/** True for a review that has not been reopened. */
export const stands = (review: LockedReview | null): review is LockedReview =>
  review !== null && !review.reopened;

const hasGround = ({ review, verdict, confirmable }: LockedClaim): boolean =>
  stands(review) || (verdict !== null && !verdict.expired) || confirmable;
