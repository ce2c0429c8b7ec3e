/** What a person does to a claim: each sends, takes in the answer and notes its inverse. */
import type { Claim, ClaimKind } from '../../../server/contract/claims.ts';
import { ReturnReason, ReviewDecision, VerdictValue } from '../../../server/contract/claims.ts';
import type { Range, Span } from '../../../server/contract/common.ts';
import * as api from '../../api/claims.ts';
import { asProblem } from '../../api/problem.ts';
import type { Fields } from '../../controllers/proof/drafts.ts';
import { KIND_WORDS, quoted, shorten, VERDICT_WORDS } from '../../controllers/proof/readings.ts';
import type { IdOf, Session } from './session.ts';

type Patch = Omit<Parameters<typeof api.editClaim>[1], 'version'>;

const named = (claim: Claim) => quoted(claim.span.quote);

/** What `patch` will change, as it is now. */
function inverseOf(claim: Claim, patch: Patch): Patch {
  const inverse: Patch = {};
  if (patch.span !== undefined) inverse.span = claim.span;
  if (patch.kind !== undefined) inverse.kind = claim.kind;
  if (patch.details !== undefined || patch.kind !== undefined) inverse.details = { ...claim.details };
  if (patch.summary !== undefined) inverse.summary = claim.summary;
  if (patch.assigneeId !== undefined) inverse.assigneeId = claim.assigneeId;
  if (patch.attributionIds !== undefined) inverse.attributionIds = claim.attributionIds;
  if (patch.sameFactAs !== undefined) inverse.sameFactAs = claim.sameFactAs;
  return inverse;
}

/** Spans travel with the revision that they were taken from. */
function withRevision(session: Session, claim: Claim, patch: Patch): Patch {
  if (patch.span === undefined && patch.details === undefined) return patch;
  return { ...patch, revision: session.article?.revision.number ?? claim.revision };
}

/** Change a claim. `base` is the version the person saw. Rejects with an ApiProblem. */
export async function edit(
  session: Session,
  claimId: string,
  patch: Patch,
  base: number,
  label: (claim: Claim) => string = (claim) => `changed ${named(claim)}`,
  idOf?: IdOf,
): Promise<void> {
  const before = session.store.get(claimId);
  if (before === null) return;
  const send = async (what: Patch, version: number, keyOf?: IdOf) => {
    const body = { ...withRevision(session, before, what), version };
    session.take(await api.editClaim(claimId, body, keyOf?.(body)));
  };
  const inverse = inverseOf(before, patch);
  await send(patch, session.versionSince(claimId, base), idOf);
  session.undo.push({
    label: label(before),
    target: claimId,
    undo: () => session.queue(claimId, () => send(inverse, session.ownVersion(claimId))).then(() => {}),
    redo: () => session.queue(claimId, () => send(patch, session.ownVersion(claimId))).then(() => {}),
  });
}

/** Do something at once that has no form; what goes wrong is said and, where there is a form, shown in it. */
export async function atOnce(
  session: Session,
  claimId: string,
  write: () => Promise<void>,
): Promise<boolean> {
  try {
    await session.queue(claimId, write);
    session.setForm(claimId, 'details', { problem: null });
    return true;
  } catch (thrown) {
    const problem = asProblem(thrown);
    session.conflictIn(problem);
    session.setForm(claimId, 'details', { problem });
    session.tell(problem.message);
    return false;
  }
}

const versionOf = (session: Session, claimId: string) => session.store.get(claimId)?.version ?? 1;

/** Another kind asks for other details: they are read from the words, as at the first marking. */
export const changeKind = (session: Session, claim: Claim, kind: ClaimKind): Promise<boolean> =>
  atOnce(session, claim.id, async () => {
    const read = await api.readWords(session.articleId, {
      revision: claim.revision,
      kind,
      span: claim.span,
    });
    await edit(
      session,
      claim.id,
      { kind, details: { ...read.details } },
      versionOf(session, claim.id),
      (before) => `made ${named(before)} a ${KIND_WORDS[kind].toLowerCase()}`,
    );
    session.drafts.clear(claim.id, 'details');
  });

export const assign = (session: Session, claim: Claim, personId: string | null): Promise<boolean> =>
  atOnce(session, claim.id, () =>
    edit(
      session,
      claim.id,
      { assigneeId: personId },
      claim.version,
      (before) => `changed who checks ${named(before)}`,
    ),
  );

export const withdraw = (session: Session, claim: Claim): Promise<boolean> =>
  atOnce(session, claim.id, async () => {
    session.take(await api.withdrawClaim(claim.id, versionOf(session, claim.id)));
    session.say(`Withdrawn: ${shorten(claim.span.quote)}`);
    noteWithdrawal(session, claim, true);
  });

export const restore = (session: Session, claim: Claim): Promise<boolean> =>
  atOnce(session, claim.id, async () => {
    session.take(await api.restoreClaim(claim.id));
    noteWithdrawal(session, claim, false);
  });

function noteWithdrawal(session: Session, claim: Claim, withdrawn: boolean): void {
  const { id } = claim;
  const away = async () => {
    session.take(await session.queue(id, () => api.withdrawClaim(id, session.ownVersion(id))));
  };
  const back = async () => {
    session.take(await session.queue(id, () => api.restoreClaim(id)));
  };
  session.undo.push({
    label: `${withdrawn ? 'withdrew' : 'restored'} ${named(claim)}`,
    target: id,
    undo: withdrawn ? back : away,
    redo: withdrawn ? away : back,
  });
}

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

export const takeBackVerdict = (session: Session, claim: Claim): Promise<boolean> =>
  atOnce(session, claim.id, () =>
    noteVerdict(session, claim.id, takingBack(session, claim.id), claim.version, 'taken back'),
  );

/** The inverse of a verdict is the one before it, or none: one that had expired is never given again unseen. */
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

/** Edges on their way, by claim: pressing a key ten times sends the last place and not ten. */
const wanted = new WeakMap<Session, Map<string, Range>>();

/** Put a claim's edges elsewhere, its details kept. Shown at once. */
export function moveEdges(session: Session, claim: Claim, range: Range): void {
  const text = session.article?.revision.text;
  if (text === undefined) return;
  session.store.move(claim.id, range);
  session.changed();
  const waiting = wanted.get(session) ?? new Map<string, Range>();
  wanted.set(session, waiting);
  const idle = !waiting.has(claim.id);
  waiting.set(claim.id, range);
  if (idle) void sendEdges(session, claim, waiting, text);
}

async function sendEdges(
  session: Session,
  claim: Claim,
  waiting: Map<string, Range>,
  text: string,
): Promise<void> {
  for (let range = waiting.get(claim.id); range !== undefined; ) {
    const { start, end } = range;
    const span = { start, end, quote: text.slice(start, end) };
    const done = await atOnce(session, claim.id, () =>
      edit(
        session,
        claim.id,
        withContent(session.store.get(claim.id) ?? claim, span),
        versionOf(session, claim.id),
        (before) => `moved the edges of ${named(before)}`,
      ),
    );
    const next = waiting.get(claim.id);
    if (!done || next === range || next === undefined) break;
    range = next;
  }
  waiting.delete(claim.id);
  session.store.settle(claim.id);
  session.changed();
}

/** What an attribution says moves with its edges where it is all that was marked: the claim is the hull of its content. */
function withContent(claim: Claim, span: Span): Patch {
  if (claim.kind !== 'attribution') return { span };
  const [only, ...others] = claim.details.content;
  const whole = only?.start === claim.span.start && only.end === claim.span.end && others.length === 0;
  return whole ? { span, details: { ...claim.details, content: [span] } } : { span };
}
