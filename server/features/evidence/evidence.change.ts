/** What a change to evidence does to the claims that rest on it. */
import type { Tx } from '../../database/client.ts';
import type { PersonWrite } from '../../http/write.ts';
import type { Services } from '../../services.ts';
import { type LockedClaim, refreshStatus, reopenReview } from '../claims/claim-change.ts';

/**
 * The evidence of these claims changed: verdicts stand, reviews are reopened, citations counted anew.
 *
 * Each claim's version rises also where no review stood: a verdict or a review that someone is about to give on the
 * evidence as it was must not land on the evidence as it is.
 */
export async function evidenceChanged(
  tx: Tx,
  services: Pick<Services, 'historyKey'>,
  write: PersonWrite,
  claims: readonly LockedClaim[],
): Promise<void> {
  for (const claim of claims) {
    const reopened = await reopenReview(tx, services, write, claim, 'evidence');
    if (!reopened) await refreshStatus(tx, claim.id, { bump: true });
  }
}
