/** Marking: shown at once, sent, and kept with its reason where the server does not take it. */
import { z } from 'zod';
import { ClaimKind } from '../../../server/contract/claims.ts';
import { type Range, Span } from '../../../server/contract/common.ts';
import { createClaim, restoreClaim, withdrawClaim } from '../../api/claims.ts';
import { newId } from '../../api/http.ts';
import { asProblem } from '../../api/problem.ts';
import type { PendingMark } from '../../controllers/proof/claim-store.ts';
import { KIND_WORDS, quoted, spokenClaim } from '../../controllers/proof/readings.ts';
import { forget, keep, recall } from '../../storage.ts';
import type { Session } from './session.ts';

const Kept = z.array(
  z.strictObject({
    id: z.string(),
    revision: z.int(),
    kind: ClaimKind,
    span: Span,
    message: z.string().nullable(),
  }),
);

const keyOf = (session: Session) => `claimdesk.marks.${session.me}.${session.articleId}`;

/** Marks on their way outlive a reload: their ids are the client's, so that sending one again is safe. */
function keepMarks(session: Session): void {
  // What was suggested is suggested again, with what was typed in its form.
  const marks = session.store.pending
    .filter(({ suggestionId }) => suggestionId === undefined)
    .map(({ id, revision, kind, span, message }) => ({ id, revision, kind, span, message }));
  if (marks.length === 0) forget(localStorage, keyOf(session));
  else keep(localStorage, keyOf(session), marks);
}

/** Send again what was on its way when the page was left. */
export function resumeMarks(session: Session): void {
  for (const mark of recall(localStorage, keyOf(session), Kept) ?? [])
    void send(session, { ...mark, state: 'saving' });
  keepMarks(session);
}

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
  if (pending?.state === 'failed') void send(session, { ...pending, state: 'saving' });
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
  session.store.dropPending(id);
  void send(session, mark);
  return mark.id;
}

export function discardMark(session: Session, id: string): void {
  session.store.dropPending(id);
  keepMarks(session);
  session.changed();
}

const send = (session: Session, mark: PendingMark): Promise<void> =>
  session.undo.during(sendMark(session, mark));

async function sendMark(session: Session, mark: PendingMark): Promise<void> {
  session.store.putPending({ ...mark, state: 'saving' });
  keepMarks(session);
  session.changed();
  const { id, revision, kind, span } = mark;
  try {
    // Taken in before the next write to it begins: that goes on from what this one made.
    const claim = await session.queue(id, async () =>
      session.take(await createClaim(session.articleId, { id, revision, kind, span }, id)),
    );
    session.say(`Marked. ${spokenClaim(claim)}`);
    noteMark(session, id, span.quote);
  } catch (thrown) {
    await fail(session, mark, thrown);
  } finally {
    keepMarks(session);
    session.changed();
  }
}

async function fail(session: Session, mark: PendingMark, thrown: unknown): Promise<void> {
  const problem = asProblem(thrown);
  const failed: PendingMark = { ...mark, state: 'failed', message: problem.message };
  if (problem.code === 'STALE_REVISION') {
    const proposed = Span.nullable().safeParse(problem.proposed ?? null);
    failed.proposed = proposed.success ? proposed.data : null;
    failed.proposedRevision = problem.revision ?? undefined;
  }
  session.store.putPending(failed);
  session.say(`Not marked: ${problem.message}`);
  if (problem.code === 'STALE_REVISION' || problem.code === 'SIGNED_OFF') await session.refresh();
}

function noteMark(session: Session, id: string, quote: string): void {
  session.undo.push({
    label: `marked ${quoted(quote)}`,
    target: id,
    undo: async () => {
      session.take(await session.queue(id, () => withdrawClaim(id, session.ownVersion(id))));
    },
    redo: async () => {
      session.take(await session.queue(id, () => restoreClaim(id)));
    },
  });
}
