/** Verdicts and reviews: each sends, takes in the answer and notes its inverse. */
import type { Claim } from '../../../server/contract/claims.ts';
import {
  ConfirmVerdict,
  GiveReview,
  GiveVerdict,
  ReturnReason,
  ReviewDecision,
  TakeBackReview,
  TakeBackVerdict,
  VerdictValue,
} from '../../../server/contract/claims.ts';
import * as api from '../../api/claims.ts';
import { type Entry, type Operation, operation, withVersion } from '../../controllers/outbox/entry.ts';
import type { Fields } from '../../controllers/proof/drafts.ts';
import { VERDICT_WORDS } from '../../controllers/proof/readings.ts';
import { atOnce, named, versionOf } from './claim-acts.ts';
import type { IdOf, Session } from './session.ts';

interface VerdictBody {
  verdict: VerdictValue;
  reason: string;
  correction: string | null;
}

const giving = (claimId: string, body: VerdictBody): Operation =>
  operation(GiveVerdict, { params: { claimId }, body: { ...body, version: 1 } });
const takingBack = (claimId: string): Operation =>
  operation(TakeBackVerdict, { params: { claimId }, query: { version: 1 } });

/** A verdict from the form's fields. Rejects with an ApiProblem. */
export async function giveVerdict(
  session: Session,
  claim: Claim,
  fields: Fields,
  base: number,
  idOf: IdOf,
): Promise<void> {
  const verdict = VerdictValue.parse(fields.verdict);
  const body: VerdictBody = {
    verdict,
    reason: fields.reason ?? '',
    correction: verdict === 'inaccurate' ? fields.correction?.trim() || null : null,
  };
  const form = { name: 'verdict', fields: { ...fields } } as const;
  await noteVerdict(session, claim.id, giving(claim.id, body), base, VERDICT_WORDS[verdict], { idOf, form });
}

/**
 * Decide by one key, on what the person has had the time to read: what somebody else changed under the key is shown
 * first, and waits for the key to be pressed again.
 */
async function onSight(session: Session, claim: Claim, decide: () => Promise<boolean>): Promise<boolean> {
  if (!session.isJustChanged(claim.id)) return decide();
  const who = session.changers.get(claim.id) ?? 'Someone';
  session.tell(`${who} changed this claim a moment ago. Look at it, then decide again.`);
  return false;
}

/** Pass what somebody else checked. */
export const pass = (session: Session, claim: Claim): Promise<boolean> =>
  onSight(session, claim, () =>
    session.submit(claim.id, 'review', (idOf) =>
      giveReview(session, claim, { decision: 'passed' }, claim.version, idOf),
    ),
  );

/** The verdict of another claim of the same fact, on the person's word. */
export const acceptVerdict = (session: Session, claim: Claim, offered: VerdictBody): Promise<boolean> =>
  onSight(session, claim, () => accept(session, claim, offered));

const accept = (session: Session, claim: Claim, offered: VerdictBody) =>
  atOnce(session, claim.id, async () => {
    const { verdict, reason, correction } = offered;
    const give = giving(claim.id, { verdict, reason, correction });
    const fields = { verdict, reason, ...(correction === null ? {} : { correction }) };
    await noteVerdict(session, claim.id, give, claim.version, VERDICT_WORDS[verdict], {
      form: { name: 'verdict', fields },
    });
    session.drafts.clear(claim.id, 'verdict');
    session.say(`Verdict: ${VERDICT_WORDS[verdict]}`);
  });

/** The expired verdict again, on the person's word that the claim means the same. */
export const confirmVerdict = (session: Session, claim: Claim): Promise<boolean> =>
  onSight(session, claim, () => confirm(session, claim));

const confirm = (session: Session, claim: Claim) =>
  atOnce(session, claim.id, async () => {
    const confirming = operation(ConfirmVerdict, { params: { claimId: claim.id }, body: { version: 1 } });
    await noteVerdict(session, claim.id, confirming, claim.version, 'it means the same');
    session.say('Confirmed: it means the same');
  });

export const takeBackVerdict = (session: Session, claim: Claim): Promise<boolean> =>
  atOnce(session, claim.id, () =>
    noteVerdict(session, claim.id, takingBack(claim.id), claim.version, 'taken back'),
  );

/**
 * The inverse of a verdict is the one before it, or none: one that had expired is never given again unseen. What is left
 * of a confirmation that is taken back is the expired one, which may be confirmed again.
 */
async function noteVerdict(
  session: Session,
  id: string,
  act: Operation,
  base: number,
  words: string,
  { idOf, form = null }: { idOf?: IdOf; form?: Entry['form'] } = {},
): Promise<void> {
  const before = session.store.get(id);
  if (before === null) return;
  const former = before.verdict !== null && before.verdict.expired === null ? before.verdict : null;
  const back =
    former === null
      ? takingBack(id)
      : giving(id, { verdict: former.verdict, reason: former.reason, correction: former.correction });
  const label = `verdict on ${named(before)}: ${words}`;
  const sent = withVersion(act, session.versionSince(id, base));
  const idempotencyKey = sent.body === null ? undefined : idOf?.(sent.body);
  await session.kept.write({ target: id, thing: id, operation: sent, label, form, idempotencyKey });
  session.kept.note({ label, target: id, undo: back, redo: act });
}

interface ReviewBody {
  decision: ReviewDecision;
  reasonCode: ReturnReason | null;
  note: string | null;
}

/** A review from the form's fields. Rejects with an ApiProblem. */
export function giveReview(
  session: Session,
  claim: Claim,
  fields: Fields,
  base: number,
  idOf: IdOf,
): Promise<void> {
  const decision = ReviewDecision.parse(fields.decision || 'passed');
  const code = ReturnReason.safeParse(fields.reasonCode);
  const reasonCode = decision === 'returned' && code.success ? code.data : null;
  return review(session, claim, base, { decision, reasonCode, note: fields.note?.trim() || null }, idOf);
}

async function review(
  session: Session,
  claim: Claim,
  base: number,
  body: ReviewBody,
  idOf: IdOf,
): Promise<void> {
  const { id } = claim;
  const former = claim.review !== null && claim.review.reopened === null ? claim.review : null;
  const give = async (what: ReviewBody, version: number, keyOf?: IdOf) => {
    const sent = { ...what, version };
    session.take(await api.giveReview(id, sent, keyOf?.(sent)));
  };
  const back = async (version: number) => {
    if (former === null || former.by !== session.me) session.take(await api.takeBackReview(id, version));
    else await give({ decision: former.decision, reasonCode: former.reasonCode, note: former.note }, version);
  };
  await give(body, session.versionSince(id, base), idOf);
  session.undo.push({
    label: `${body.decision} ${named(claim)}`,
    target: id,
    undo: () => session.queue(id, () => back(session.ownVersion(id))),
    redo: () => session.queue(id, () => give(body, session.ownVersion(id))),
    parts: [
      {
        claimId: id,
        thing: id,
        undo: former === null || former.by !== session.me ? takingReviewBack(id) : reviewing(id, former),
        redo: reviewing(id, body),
      },
    ],
  });
}

const reviewing = (claimId: string, { decision, reasonCode, note }: ReviewBody): Operation =>
  operation(GiveReview, { params: { claimId }, body: { decision, reasonCode, note, version: 1 } });
const takingReviewBack = (claimId: string): Operation =>
  operation(TakeBackReview, { params: { claimId }, query: { version: 1 } });

export const takeBackReview = (session: Session, claim: Claim): Promise<boolean> =>
  atOnce(session, claim.id, async () => {
    const former = claim.review;
    session.take(await api.takeBackReview(claim.id, versionOf(session, claim.id)));
    if (former === null || former.by !== session.me) return;
    const { decision, reasonCode, note } = former;
    session.undo.push({
      label: `took back the review of ${named(claim)}`,
      target: claim.id,
      undo: async () => {
        const body = { decision, reasonCode, note, version: session.ownVersion(claim.id) };
        session.take(await session.queue(claim.id, () => api.giveReview(claim.id, body)));
      },
      redo: async () => {
        const version = session.ownVersion(claim.id);
        session.take(await session.queue(claim.id, () => api.takeBackReview(claim.id, version)));
      },
      parts: [
        {
          claimId: claim.id,
          thing: claim.id,
          undo: reviewing(claim.id, former),
          redo: takingReviewBack(claim.id),
        },
      ],
    });
  });
