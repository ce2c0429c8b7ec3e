/**
 * Withdrawing a claim and bringing it back. What points at it keeps pointing at it; where it says who says so, or is
 * the count that others are part of, the reviews of what points at it are reopened. The suggestion that it was is open
 * again, and accepted again.
 */
import type { Tx } from '../../database/client.ts';
import { appendEvent } from '../../database/events.ts';
import { type Done, once } from '../../database/once.ts';
import type { PersonWrite } from '../../http/write.ts';
import type { Services } from '../../services.ts';
import { type LockedClaim, lockClaim, refreshStatus, requireMay, requireVersion } from './claim-change.ts';
import { leantOnChanged } from './linked.change.ts';
import { closeSuggestion, reopenSuggestion } from './suggested.change.ts';

type ClaimServices = Pick<Services, 'db' | 'historyKey'>;

/** @throws Refusal STALE_VERSION with the claim as it is, NEEDS_EDITOR, ARCHIVED, WITHDRAWN */
export async function withdrawClaim(
  { db, historyKey }: ClaimServices,
  write: PersonWrite,
  claimId: string,
  version: number,
): Promise<Done> {
  return once(db, write, claimId, async (tx) => {
    const claim = await lockClaim(tx, write.user, claimId);
    await requireVersion(tx, write.user, claim, version);
    requireMay(claim, write.user, 'withdraw');
    await setWithdrawn(tx, historyKey, write, claim, true);
  });
}

/** Bring a claim back as it was. @throws Refusal NEEDS_EDITOR, ARCHIVED, NOT_WITHDRAWN */
export async function restoreClaim(
  { db, historyKey }: ClaimServices,
  write: PersonWrite,
  claimId: string,
): Promise<Done> {
  return once(db, write, claimId, async (tx) => {
    const claim = await lockClaim(tx, write.user, claimId);
    requireMay(claim, write.user, 'restore');
    await setWithdrawn(tx, historyKey, write, claim, false);
  });
}

async function setWithdrawn(
  tx: Tx,
  historyKey: Buffer,
  write: PersonWrite,
  claim: LockedClaim,
  withdrawn: boolean,
): Promise<void> {
  const { user, at } = write;
  await tx.$executeRaw`UPDATE claims SET withdrawn_at = ${withdrawn ? at : null} WHERE id = ${claim.id}::uuid`;
  const suggestion = await (withdrawn ? reopenSuggestion(tx, claim.id) : closeSuggestion(tx, claim.id));
  const status = await refreshStatus(tx, claim.id, { bump: true });
  await appendEvent(tx, historyKey, {
    stream: { kind: 'article', id: claim.article.id },
    type: withdrawn ? 'claim.withdrawn' : 'claim.restored',
    at,
    actor: user,
    claimId: claim.id,
    data: {
      before: { status: claim.status },
      after: { status },
      ...(suggestion === null ? {} : { suggestion }),
    },
  });
  const { kind } = claim.content;
  if (kind === 'attribution') await leantOnChanged(tx, { historyKey }, write, claim, 'attribution');
  if (kind === 'casualty_count') await leantOnChanged(tx, { historyKey }, write, claim, 'whole');
}
