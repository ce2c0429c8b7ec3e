/** What a person does to a claim: each sends, takes in the answer and notes its inverse. */
import { AttributionDetails, type Claim, type ClaimKind } from '../../../server/contract/claims.ts';
import * as api from '../../api/claims.ts';
import { asProblem } from '../../api/problem.ts';
import { contentIn, spanAround } from '../../controllers/proof/attributed.ts';
import { isOutgrown } from '../../controllers/proof/outgrown.ts';
import { KIND_WORDS, quoted, shorten } from '../../controllers/proof/readings.ts';
import type { IdOf, Session } from './session.ts';

export type Patch = Omit<Parameters<typeof api.editClaim>[1], 'version'>;

export const named = (claim: Claim) => quoted(claim.span.quote);

/** An orphan's words, and those that its details point at, are in an older text than the one it is put on. */
const isElsewhere = (session: Session, claim: Claim): boolean =>
  claim.revision !== session.article?.revision.number;

/** What `patch` will change, as it is now. An orphan that was put on words is taken off them again, with all it had. */
function inverseOf(session: Session, claim: Claim, patch: Patch): Patch {
  const inverse: Patch = {};
  const returns = patch.span !== undefined && isElsewhere(session, claim);
  if (patch.span !== undefined) inverse.span = returns ? null : claim.span;
  if (patch.kind !== undefined) inverse.kind = claim.kind;
  if (returns || patch.details !== undefined || patch.kind !== undefined)
    inverse.details = { ...claim.details };
  // Whatever it settled is open again.
  if (isOutgrown(claim) && (patch.details !== undefined || patch.settled !== undefined))
    inverse.settled = false;
  if (patch.summary !== undefined) inverse.summary = claim.summary;
  if (patch.assigneeId !== undefined) inverse.assigneeId = claim.assigneeId;
  if (patch.attributionIds !== undefined) inverse.attributionIds = claim.attributionIds;
  if (patch.sameFactAs !== undefined) inverse.sameFactAs = claim.sameFactAs;
  return inverse;
}

/** What an attribution says and its marked words travel together: the claim is the hull of its content. */
function asHull(session: Session, claim: Claim, patch: Patch): Patch {
  const text = session.article?.revision.text;
  if (text === undefined || (patch.kind ?? claim.kind) !== 'attribution') return patch;
  // The server takes the details along onto another text.
  if (patch.span === null || isElsewhere(session, claim)) return patch;
  const read = AttributionDetails.safeParse(patch.details ?? claim.details);
  if (!read.success || read.data.content.length === 0) return patch;
  if (patch.span === undefined) {
    const span = patch.details === undefined ? null : spanAround(text, read.data.content);
    return span === null || (span.start === claim.span.start && span.end === claim.span.end)
      ? patch
      : { ...patch, span };
  }
  return { ...patch, details: { ...read.data, content: contentIn(text, read.data.content, patch.span) } };
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
  asked: Patch,
  base: number,
  label: (claim: Claim) => string = (claim) => `changed ${named(claim)}`,
  idOf?: IdOf,
): Promise<void> {
  const before = session.store.get(claimId);
  if (before === null) return;
  const patch = asHull(session, before, asked);
  const send = async (what: Patch, version: number, keyOf?: IdOf) => {
    const body = { ...withRevision(session, before, what), version };
    return takeWithLinked(session, await api.editClaim(claimId, body, keyOf?.(body)));
  };
  const inverse = inverseOf(session, before, patch);
  const after = await send(patch, session.versionSince(claimId, base), idOf);
  session.undo.push({
    label: label(before),
    target: claimId,
    ...(expiredBy(before, after) ? { lost: 'The verdict stays expired and must be given again.' } : {}),
    undo: () => session.queue(claimId, () => send(inverse, session.ownVersion(claimId))).then(() => {}),
    redo: () => session.queue(claimId, () => send(patch, session.ownVersion(claimId))).then(() => {}),
  });
}

/** Take in a claim; what a changed attribution did to others shows as soon as it is fetched. */
function takeWithLinked(session: Session, claim: Claim): Claim {
  void session.reloadSaidBy(claim.id);
  return session.take(claim);
}

/** Taking an edit back brings back the words and not the verdict: that was given on what others may have read since. */
const expiredBy = (before: Claim, after: Claim): boolean =>
  before.verdict !== null && before.verdict.expired === null && after.verdict?.expired != null;

/** Do something at once that has no form; what goes wrong is said and, where there is a form, shown in it. */
export const atOnce = (session: Session, claimId: string, write: () => Promise<void>): Promise<boolean> =>
  session.undo.during(doAtOnce(session, claimId, write));

async function doAtOnce(session: Session, claimId: string, write: () => Promise<void>): Promise<boolean> {
  try {
    await session.queue(claimId, write);
    session.setForm(claimId, 'details', { problem: null });
    return true;
  } catch (thrown) {
    const problem = asProblem(thrown);
    session.conflictIn(problem);
    session.setForm(claimId, 'details', { problem });
    session.tell(problem.message);
    if (problem.code === 'SIGNED_OFF') void session.refresh();
    return false;
  }
}

export const versionOf = (session: Session, claimId: string) => session.store.get(claimId)?.version ?? 1;

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

/** On the person's word the details stand, though the text no longer says them. */
export const keepDetails = (session: Session, claim: Claim): Promise<boolean> | undefined => {
  if (!isOutgrown(claim) || !claim.can.includes('edit')) {
    session.tell('These details are what the words say, or somebody’s decision: there is nothing to keep.');
    return undefined;
  }
  return atOnce(session, claim.id, async () => {
    const label = (before: Claim) => `kept the details of ${named(before)}`;
    await edit(session, claim.id, { settled: true }, claim.version, label);
    session.say('Kept as they are');
  });
};

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
    takeWithLinked(session, await api.withdrawClaim(claim.id, versionOf(session, claim.id)));
    session.say(`Withdrawn: ${shorten(claim.span.quote)}`);
    noteWithdrawal(session, claim, true);
  });

export const restore = (session: Session, claim: Claim): Promise<boolean> =>
  atOnce(session, claim.id, async () => {
    takeWithLinked(session, await api.restoreClaim(claim.id));
    noteWithdrawal(session, claim, false);
  });

function noteWithdrawal(session: Session, claim: Claim, withdrawn: boolean): void {
  const { id } = claim;
  const away = async () => {
    takeWithLinked(session, await session.queue(id, () => api.withdrawClaim(id, session.ownVersion(id))));
  };
  const back = async () => {
    takeWithLinked(session, await session.queue(id, () => api.restoreClaim(id)));
  };
  session.undo.push({
    label: `${withdrawn ? 'withdrew' : 'restored'} ${named(claim)}`,
    target: id,
    undo: withdrawn ? back : away,
    redo: withdrawn ? away : back,
  });
}
