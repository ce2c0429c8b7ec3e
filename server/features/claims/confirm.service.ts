/** Confirming that a claim means the same in other words. */
import { uuidv7 } from 'uuidv7';
import { Refusal } from '../../contract/problem.ts';
import { appendEvent } from '../../database/events.ts';
import { type Done, once } from '../../database/once.ts';
import type { PersonWrite } from '../../http/write.ts';
import type { Services } from '../../services.ts';
import { type LockedVerdict, lockClaim, refreshStatus, requireMay, requireVersion } from './claim-change.ts';
import { insertVerdict, settleOutgrown } from './verdict.service.ts';

/**
 * Give the expired verdict of a claim again, as it was: this person says that the newer words mean the same.
 *
 * So the details stand as well, whatever words they were read from. It is theirs from then on, waits for a review by somebody else, and leaves the end of the older one as it was written:
 * what was handed out with that one has other words, and stays on the radar. A corrected wording goes with it; that it
 * stands in the text by now is asked when the text comes (`confirmableOn`).
 *
 * @throws Refusal STALE_VERSION with the claim as it is, NEEDS_EDITOR, ARCHIVED, SIGNED_OFF, WITHDRAWN, ORPHANED,
 *   NO_VERDICT, NOT_EXPIRED, MEANING_CHANGED
 */
export async function confirmVerdict(
  { db, historyKey }: Pick<Services, 'db' | 'historyKey'>,
  write: PersonWrite,
  claimId: string,
  version: number,
): Promise<Done> {
  const { user, at } = write;
  return once(db, write, claimId, async (tx) => {
    const claim = await lockClaim(tx, user, claimId);
    await requireVersion(tx, user, claim, version);
    requireMay(claim, user, 'confirm');
    const { article, verdict: expired } = claim;
    if (expired === null) throw new Refusal('NO_VERDICT');

    const verdict: LockedVerdict = { ...expired, id: uuidv7(), by: user.id, expired: false };
    await insertVerdict(tx, claimId, verdict, { at, confirms: expired.id });
    await settleOutgrown(tx, claimId, true);
    const status = await refreshStatus(tx, claimId, { bump: true });
    await appendEvent(tx, historyKey, {
      stream: { kind: 'article', id: article.id },
      type: 'verdict.confirmed',
      at,
      actor: user,
      claimId,
      data: {
        revision: claim.revision,
        before: { status: claim.status, verdict: expired, review: claim.review },
        after: { status, verdict, review: null },
      },
    });
  });
}
