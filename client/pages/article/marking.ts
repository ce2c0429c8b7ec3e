/** Marking: shown at once, sent, and kept with its reason where the server does not take it. */
import { type ClaimKind, CreateClaim, RestoreClaim, WithdrawClaim } from '../../../server/contract/claims.ts';
import type { Range } from '../../../server/contract/common.ts';
import { newId } from '../../api/http.ts';
import { asProblem } from '../../api/problem.ts';
import { operation } from '../../controllers/outbox/entry.ts';
import type { PendingMark } from '../../controllers/proof/claim-store.ts';
import { KIND_WORDS, quoted, spokenClaim } from '../../controllers/proof/readings.ts';
import type { Session } from './session.ts';

/**
 * Mark a stretch of the story; gives the id of the claim.
 *
 * Where the same words carry a claim of this kind already, that one is given and nothing is marked.
 */
export function mark(session: Session, kind: ClaimKind, { start, end }: Range): string | null {
  const revision = session.article?.revision;
  if (revision === undefined) return null;
  const same = session.store
    .overlapping({ start, end }, revision.number)
    .find((item) => item.kind === kind && item.start === start && item.end === end);
  if (same !== undefined) {
    session.tell(`Already marked as ${KIND_WORDS[kind].toLowerCase()}.`);
    return same.id;
  }
  const id = newId();
  const span = { start, end, quote: revision.text.slice(start, end) };
  void send(session, { id, revision: revision.number, kind, span, state: 'saving', message: null });
  return id;
}

export function retryMark(session: Session, id: string): void {
  const pending = session.store.pendingMark(id);
  if (pending !== null) session.kept.retry(pending);
}

/** Mark the words where a newer text has them; gives the id of the new mark. */
export function markThere(session: Session, id: string): string | null {
  const pending = session.store.pendingMark(id);
  if (pending?.proposed == null || pending.proposedRevision === undefined) return null;
  const mark: PendingMark = {
    id: newId(),
    revision: pending.proposedRevision,
    kind: pending.kind,
    span: pending.proposed,
    state: 'saving',
    message: null,
  };
  void send(session, mark);
  session.kept.throwAway(pending);
  return mark.id;
}

export function discardMark(session: Session, id: string): void {
  const pending = session.store.pendingMark(id);
  if (pending !== null) session.kept.throwAway(pending);
  session.changed();
}

const send = (session: Session, mark: PendingMark): Promise<void> =>
  session.undo.during(sendMark(session, mark), mark.id);

async function sendMark(session: Session, mark: PendingMark): Promise<void> {
  session.store.putPending(mark);
  session.changed();
  const { id, revision, kind, span } = mark;
  const body = { id, revision, kind, span };
  const marking = operation(CreateClaim, { params: { articleId: session.articleId }, body });
  const label = `marked ${quoted(span.quote)}`;
  const params = { claimId: id };
  try {
    // Taken in before the next write to it begins: that goes on from what this one made.
    const outcome = await session.queue(id, () =>
      session.kept.write({
        target: id,
        thing: id,
        operation: marking,
        label,
        idempotencyKey: id,
        stays: true,
      }),
    );
    const claim = session.store.get(id);
    if (claim !== null) session.say(`Marked. ${spokenClaim(claim)}`);
    else if (outcome === 'kept') session.say('Marked here, and not saved yet.');
    session.kept.note({
      label,
      target: id,
      undo: operation(WithdrawClaim, { params, query: { version: 1 } }),
      redo: operation(RestoreClaim, { params }),
    });
  } catch (thrown) {
    const problem = asProblem(thrown);
    session.say(`Not marked: ${problem.message}`);
    if (problem.code === 'STALE_REVISION' || problem.code === 'SIGNED_OFF') await session.refresh();
  }
}
