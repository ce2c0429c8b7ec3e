/** Verdicts and reviews: each sends, takes in the answer and notes its inverse. */
import type { Claim } from '../../../server/contract/claims.ts';
import { ReturnReason, ReviewDecision, VerdictValue } from '../../../server/contract/claims.ts';
import * as api from '../../api/claims.ts';
import type { Fields } from '../../controllers/proof/drafts.ts';
import { VERDICT_WORDS } from '../../controllers/proof/readings.ts';
import { atOnce, named, versionOf } from './claim-acts.ts';
import type { IdOf, Session } from './session.ts';

interface VerdictBody {
  verdict: VerdictValue;
  reason: string;
  correction: string | null;
}

/** `idOf` where the same request may come from its form again. */
type ActAt = (version: number, idOf?: IdOf) => Promise<void>;

const giving =
  (session: Session, id: string, body: VerdictBody): ActAt =>
  async (version, idOf) => {
    const sent = { ...body, version };
    session.take(await api.giveVerdict(id, sent, idOf?.(sent)));
  };
const takingBack = (session: Session, id: string) => async (version: number) => {
  session.take(await api.takeBackVerdict(id, version));
};

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
  await noteVerdict(session, claim.id, giving(session, claim.id, body), base, VERDICT_WORDS[verdict], idOf);
}

/** The verdict of another claim of the same fact, on the person's word. */
export const acceptVerdict = (session: Session, claim: Claim, offered: VerdictBody): Promise<boolean> =>
  atOnce(session, claim.id, async () => {
    const { verdict, reason, correction } = offered;
    const give = giving(session, claim.id, { verdict, reason, correction });
    await noteVerdict(session, claim.id, give, claim.version, VERDICT_WORDS[verdict]);
    session.drafts.clear(claim.id, 'verdict');
    session.say(`Verdict: ${VERDICT_WORDS[verdict]}`);
  });

/** The expired verdict again, on the person's word that the claim means the same. */
export const confirmVerdict = (session: Session, claim: Claim): Promise<boolean> =>
  atOnce(session, claim.id, async () => {
    const confirming: ActAt = async (version) => {
      session.take(await api.confirmVerdict(claim.id, { version }));
    };
    await noteVerdict(session, claim.id, confirming, claim.version, 'it means the same');
    session.say('Confirmed: it means the same');
  });

export const takeBackVerdict = (session: Session, claim: Claim): Promise<boolean> =>
  atOnce(session, claim.id, () =>
    noteVerdict(session, claim.id, takingBack(session, claim.id), claim.version, 'taken back'),
  );

/**
 * The inverse of a verdict is the one before it, or none: one that had expired is never given again unseen. What is left
 * of a confirmation that is taken back is the expired one, which may be confirmed again.
 */
async function noteVerdict(
  session: Session,
  id: string,
  act: ActAt,
  base: number,
  words: string,
  idOf?: IdOf,
): Promise<void> {
  const before = session.store.get(id);
  if (before === null) return;
  const former = before.verdict !== null && before.verdict.expired === null ? before.verdict : null;
  const back =
    former === null
      ? takingBack(session, id)
      : giving(session, id, {
          verdict: former.verdict,
          reason: former.reason,
          correction: former.correction,
        });
  await act(session.versionSince(id, base), idOf);
  session.undo.push({
    label: `verdict on ${named(before)}: ${words}`,
    target: id,
    undo: () => session.queue(id, () => back(session.ownVersion(id))),
    redo: () => session.queue(id, () => act(session.ownVersion(id))),
  });
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
  });
}

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
    });
  });
