/** Giving a verdict on a claim, and taking it back. */
import { uuidv7 } from 'uuidv7';
import type { GiveVerdict } from '../../contract/claims.ts';
import type { BodyOf } from '../../contract/endpoint.ts';
import { Refusal } from '../../contract/problem.ts';
import type { Tx } from '../../database/client.ts';
import { appendEvent } from '../../database/events.ts';
import { type Done, once } from '../../database/once.ts';
import type { PersonWrite } from '../../http/write.ts';
import type { Services } from '../../services.ts';
import {
  type LockedClaim,
  type LockedVerdict,
  lockClaim,
  refreshStatus,
  requireMay,
  requireVersion,
} from './claim-change.ts';
import { type EndedVerdict, insertVerdictEnds } from './verdict-end.ts';

type ClaimServices = Pick<Services, 'db' | 'historyKey'>;

/**
 * Give a verdict. It takes the place of the one before and clears the review; both stay in history.
 *
 * @throws Refusal STALE_VERSION with the claim as it is, NEEDS_EDITOR, ARCHIVED, WITHDRAWN, ORPHANED, DETAILS_OUTGROWN,
 *   CORRECTION_NEEDED, CORRECTION_NOT_ALLOWED
 */
export async function giveVerdict(
  { db, historyKey }: ClaimServices,
  write: PersonWrite,
  claimId: string,
  body: BodyOf<typeof GiveVerdict>,
): Promise<Done> {
  const { user, at } = write;
  return once(db, write, claimId, async (tx) => {
    const claim = await lockClaim(tx, user, claimId);
    await requireVersion(tx, user, claim, body.version);
    requireMay(claim, user, 'verify');
    const { verdict, reason, correction = null } = body;
    if (verdict === 'inaccurate' && correction === null) throw new Refusal('CORRECTION_NEEDED');
    if (verdict !== 'inaccurate' && correction !== null) throw new Refusal('CORRECTION_NOT_ALLOWED');

    const given: LockedVerdict = { id: uuidv7(), by: user.id, verdict, reason, correction, expired: false };
    await insertVerdict(tx, claimId, given, { at, confirms: null });
    const before = claim.verdict;
    const isSame = before?.verdict === verdict && before.correction === correction;
    await endStanding(tx, write, claim, isSame ? 'confirmed' : 'changed');
    const status = await refreshStatus(tx, claimId, { bump: true });
    await appendEvent(tx, historyKey, {
      stream: { kind: 'article', id: claim.article.id },
      type: 'verdict.given',
      at,
      actor: user,
      claimId,
      data: {
        before: { status: claim.status, verdict: claim.verdict, review: claim.review },
        after: { status, verdict: given, review: null },
      },
    });
  });
}

/**
 * Store a verdict as the one that stands. It clears the review.
 *
 * @param options.confirms the expired verdict that it says still holds; null for one that was given anew
 */
export async function insertVerdict(
  tx: Tx,
  claimId: string,
  { id, by, verdict, reason, correction }: LockedVerdict,
  { at, confirms }: { readonly at: Date; readonly confirms: string | null },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO verdicts (id, claim_id, verdict, reason, correction, by_id, at, confirms_id)
    VALUES (${id}::uuid, ${claimId}::uuid, ${verdict}::"VerdictValue", ${reason}, ${correction}, ${by}::uuid, ${at},
      ${confirms}::uuid)`;
  await tx.$executeRaw`UPDATE claims SET verdict_id = ${id}::uuid, review_id = NULL WHERE id = ${claimId}::uuid`;
}

/** Whoever confirms that a claim means the same says that its details stand; who takes that back says so no longer. */
export async function settleOutgrown(tx: Tx, claimId: string, settled: boolean): Promise<void> {
  await tx.$executeRaw`
    UPDATE claims SET outgrown = jsonb_set(outgrown, '{settled}', to_jsonb(${settled}::boolean))
    WHERE id = ${claimId}::uuid AND outgrown IS NOT NULL`;
}

/**
 * Take a verdict back, and with it the review. What is left is none, or the expired one that this one confirmed.
 *
 * @throws Refusal STALE_VERSION with the claim as it is, NEEDS_EDITOR, ARCHIVED, WITHDRAWN, ORPHANED,
 *   NO_VERDICT also where it expired: what no longer holds stays readable, NOT_YOUR_VERDICT
 */
export async function takeBackVerdict(
  { db, historyKey }: ClaimServices,
  write: PersonWrite,
  claimId: string,
  version: number,
): Promise<Done> {
  const { user, at } = write;
  return once(db, write, claimId, async (tx) => {
    const claim = await lockClaim(tx, user, claimId);
    await requireVersion(tx, user, claim, version);
    requireMay(claim, user, 'take_back_verdict');

    const left = await selectConfirmed(tx, claim.verdict?.id ?? null);
    await tx.$executeRaw`
      UPDATE claims SET verdict_id = ${left?.id ?? null}::uuid, review_id = NULL WHERE id = ${claimId}::uuid`;
    if (left !== null) await settleOutgrown(tx, claimId, false);
    await endStanding(tx, write, claim, 'taken_back');
    const status = await refreshStatus(tx, claimId, { bump: true });
    await appendEvent(tx, historyKey, {
      stream: { kind: 'article', id: claim.article.id },
      type: 'verdict.taken_back',
      at,
      actor: user,
      claimId,
      data: {
        before: { status: claim.status, verdict: claim.verdict, review: claim.review },
        after: { status, verdict: left, review: null },
      },
    });
  });
}

/** The expired verdict that this one confirmed; null for a verdict of its own. */
async function selectConfirmed(tx: Tx, verdictId: string | null): Promise<LockedVerdict | null> {
  const [row] = await tx.$queryRaw<LockedVerdict[]>`
    SELECT v.id, v.by_id AS by, v.verdict, v.reason, v.correction, v.expired_at IS NOT NULL AS expired
    FROM verdicts v JOIN verdicts later ON later.confirms_id = v.id WHERE later.id = ${verdictId}::uuid`;
  return row ?? null;
}

async function endStanding(
  tx: Tx,
  write: PersonWrite,
  { id, article, span, verdict }: LockedClaim,
  how: EndedVerdict['how'],
): Promise<void> {
  if (verdict === null || verdict.expired) return;
  await insertVerdictEnds(tx, write, article.id, [
    { verdictId: verdict.id, claimId: id, how, quote: span.quote },
  ]);
}
