/** What a person does to a claim: each sends, takes in the answer and notes its inverse. */
import {
  AttributionDetails,
  Claim,
  type ClaimKind,
  EditClaim,
  RestoreClaim,
  WithdrawClaim,
} from '../../../server/contract/claims.ts';
import * as api from '../../api/claims.ts';
import { asProblem } from '../../api/problem.ts';
import { type Entry, type Operation, operation, withVersion } from '../../controllers/outbox/entry.ts';
import { contentIn, spanAround } from '../../controllers/proof/attributed.ts';
import type { Fields } from '../../controllers/proof/drafts.ts';
import { isOutgrown } from '../../controllers/proof/outgrown.ts';
import { type Patch, patchOf } from '../../controllers/proof/patch.ts';
import { KIND_WORDS, quoted, shorten } from '../../controllers/proof/readings.ts';
import { changesOf, seenOf } from '../../controllers/proof/rebase.ts';
import { onPresent } from './on-present.ts';
import type { IdOf, Session } from './session.ts';

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

/** What a form saw in its fields when the person began, and what they made of them. */
export interface Begun {
  readonly was: Fields;
  readonly mine: Fields;
}

/** The same of what is done at once, on the claim as it is shown; null where it cannot be said in fields. */
function begunNow(before: Claim, patch: Patch): Begun | null {
  const { revision: _, settled, ...fields } = patch;
  const outgrown =
    settled === undefined || before.outgrown === null ? before.outgrown : { ...before.outgrown, settled };
  const after = Claim.safeParse({ ...before, ...fields, outgrown });
  return after.success ? { was: seenOf(before), mine: changesOf(before, after.data) } : null;
}

/**
 * Change a claim. `base` is the version the person saw. Rejects with an ApiProblem.
 *
 * Where somebody else changed other fields of it meanwhile, it is sent again on the claim as it is now.
 */
export async function edit(
  session: Session,
  claimId: string,
  asked: Patch,
  base: number,
  label: (claim: Claim) => string = (claim) => `changed ${named(claim)}`,
  idOf?: IdOf,
  typed?: Begun,
): Promise<void> {
  const seen = session.store.get(claimId);
  if (seen === null) return;
  let before = seen;
  let patch = asHull(session, before, asked);
  const editing = (what: Patch): Operation =>
    operation(EditClaim, {
      params: { claimId },
      body: { ...withRevision(session, before, what), version: 1 },
    });
  const version = session.versionSince(claimId, base);
  const begun = typed ?? (version === before.version ? begunNow(before, patch) : null);
  const form: Entry['form'] = typed === undefined ? null : { name: 'details', fields: { ...typed.mine } };
  const send = async (on: number) => {
    const sent = withVersion(editing(patch), on);
    const idempotencyKey = sent.body === null ? undefined : idOf?.(sent.body);
    const kept = { form, begun: begun === null ? null : { was: { ...begun.was }, mine: { ...begun.mine } } };
    const what = { target: claimId, thing: claimId, operation: sent, label: label(before) };
    await session.kept.write({ ...what, ...kept, idempotencyKey });
  };
  let inverse = inverseOf(session, before, patch);
  await onPresent(
    session,
    begun,
    () => send(version),
    (current, { mine }) => {
      before = current;
      patch = asHull(session, current, patchOf(current, mine));
      inverse = inverseOf(session, current, patch);
      return send(current.version);
    },
  );
  const after = session.store.get(claimId);
  session.kept.note({
    label: label(before),
    target: claimId,
    ...(after !== null && expiredBy(before, after)
      ? { lost: 'The verdict stays expired and must be given again.' }
      : {}),
    undo: editing(inverse),
    redo: editing(patch),
  });
}

/** Taking an edit back brings back the words and not the verdict: that was given on what others may have read since. */
const expiredBy = (before: Claim, after: Claim): boolean =>
  before.verdict !== null && before.verdict.expired === null && after.verdict?.expired != null;

/** Do something at once that has no form; what goes wrong is said and, where there is a form, shown in it. */
export const atOnce = (session: Session, claimId: string, write: () => Promise<void>): Promise<boolean> =>
  session.undo.during(doAtOnce(session, claimId, write), claimId);

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
    await putAway(session, claim, true);
    session.say(`Withdrawn: ${shorten(claim.span.quote)}`);
  });

export const restore = (session: Session, claim: Claim): Promise<boolean> =>
  atOnce(session, claim.id, () => putAway(session, claim, false));

async function putAway(session: Session, claim: Claim, withdrawn: boolean): Promise<void> {
  const { id } = claim;
  const label = `${withdrawn ? 'withdrew' : 'restored'} ${named(claim)}`;
  const redo = withdrawn ? withdrawing(id) : restoring(id);
  const undo = withdrawn ? restoring(id) : withdrawing(id);
  await session.kept.write({
    target: id,
    thing: id,
    operation: withVersion(redo, versionOf(session, id)),
    label,
  });
  session.kept.note({ label, target: id, undo, redo });
}

export const withdrawing = (claimId: string): Operation =>
  operation(WithdrawClaim, { params: { claimId }, query: { version: 1 } });
export const restoring = (claimId: string): Operation => operation(RestoreClaim, { params: { claimId } });
