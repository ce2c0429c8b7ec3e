/** What a change to an attribution does to the claims that are linked to it. */
import type { Tx } from '../../database/client.ts';
import type { PersonWrite } from '../../http/write.ts';
import type { Services } from '../../services.ts';
import { type LockedClaim, lockRows, refreshStatus, reopenReview } from './claim-change.ts';

/**
 * Who says what these claims claim was changed, withdrawn or brought back: verdicts stand, reviews are reopened, as
 * for evidence. What was passed was passed as said by someone, and leaves the desk with that name.
 *
 * The version of a claim whose verdict holds rises also where no review stood: a review that someone is about to give
 * on the attribution as it was must not land on the attribution as it is.
 */
export async function attributionChanged(
  tx: Tx,
  services: Pick<Services, 'historyKey'>,
  write: PersonWrite,
  attribution: Pick<LockedClaim, 'id' | 'article'>,
): Promise<void> {
  const linked = await tx.$queryRaw<{ claim_id: string }[]>`
    SELECT claim_id FROM claim_attributions WHERE attribution_id = ${attribution.id}::uuid`;
  const ids = linked.map((row) => row.claim_id);
  for (const claim of await lockRows(tx, attribution.article, ids)) {
    const reopened = await reopenReview(tx, services, write, claim, 'attribution');
    if (!reopened && claim.verdict !== null && !claim.verdict.expired)
      await refreshStatus(tx, claim.id, { bump: true });
  }
}
