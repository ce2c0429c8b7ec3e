/** Comments and sources: each sends, takes in the answer and notes its inverse. */
import {
  CreateComment,
  EditComment,
  RestoreComment,
  WithdrawComment,
} from '../../../server/contract/comments.ts';
import type { Source, SourceKind } from '../../../server/contract/sources.ts';
import { newId } from '../../api/http.ts';
import { createSource } from '../../api/sources.ts';
import { type Entry, type Operation, operation, withVersion } from '../../controllers/outbox/entry.ts';
import type { Fields } from '../../controllers/proof/drafts.ts';
import { shorten } from '../../controllers/proof/readings.ts';
import { atOnce } from './claim-acts.ts';
import type { Noted } from './kept-writes.ts';
import type { IdOf, Session } from './session.ts';

const commentNow = (session: Session, claimId: string, id: string) =>
  session.aside(claimId).comments?.find((comment) => comment.id === id);

const saying = (commentId: string, { body, mentions }: Said): Operation =>
  operation(EditComment, {
    params: { commentId },
    body: { version: 1, body, ...(mentions === undefined ? {} : { mentions: [...mentions] }) },
  });
const settling = (commentId: string, resolved: boolean): Operation =>
  operation(EditComment, { params: { commentId }, body: { version: 1, resolved } });
const takingAway = (commentId: string): Operation =>
  operation(WithdrawComment, { params: { commentId }, query: { version: 1 } });
const bringingBack = (commentId: string): Operation => operation(RestoreComment, { params: { commentId } });

/** What a comment says, and whom it names. Nobody ever chosen leaves the named as they are. */
interface Said {
  readonly body: string;
  readonly mentions: readonly string[] | undefined;
}

/** Say something on a claim, or answer. `typed` are the fields of its form. Rejects with an ApiProblem. */
export async function addComment(
  session: Session,
  claimId: string,
  { body, mentions = [], parentId }: Said & { parentId: string | null },
  typed: Fields,
  idOf: IdOf,
): Promise<void> {
  // Nobody named sends what was always sent: a form from before is known again.
  const said = { body, parentId, ...(mentions.length === 0 ? {} : { mentions: [...mentions] }) };
  const id = idOf(said);
  const label = `commented “${shorten(body)}”`;
  const noted: Noted = { label, target: claimId, thing: id, undo: takingAway(id), redo: bringingBack(id) };
  const name = parentId === null ? 'comment' : (`reply:${parentId}` as const);
  await session.kept.does(noted, {
    operation: operation(CreateComment, { params: { claimId }, body: { id, ...said } }),
    idempotencyKey: id,
    form: { name, fields: typed },
  });
}

/** Change one's own words. `typed` are the fields of their form. Rejects with an ApiProblem. */
export async function editComment(
  session: Session,
  claimId: string,
  id: string,
  said: Said,
  typed: Fields,
): Promise<void> {
  const before = commentNow(session, claimId, id);
  const redo = saying(id, said);
  const what = { label: 'changed a comment', target: claimId, thing: id };
  const form: Entry['form'] = { name: `edit:${id}`, fields: typed };
  // Not seen, it cannot be brought back.
  if (before === undefined) return void (await session.kept.write({ ...what, operation: redo, form }));
  await session.kept.does(
    { ...what, undo: saying(id, before), redo },
    {
      operation: withVersion(redo, before.version),
      form,
      begun: { was: { body: before.body }, mine: { body: said.body } },
    },
  );
}

export const settle = (session: Session, claimId: string, id: string, resolved: boolean): Promise<boolean> =>
  atOnce(session, claimId, () => {
    const redo = settling(id, resolved);
    const label = resolved ? 'resolved a thread' : 'reopened a thread';
    return session.kept.does(
      { label, target: claimId, thing: id, undo: settling(id, !resolved), redo },
      { operation: withVersion(redo, commentNow(session, claimId, id)?.version ?? 1) },
    );
  });

export const withdrawComment = (
  session: Session,
  claimId: string,
  id: string,
  withdrawn: boolean,
): Promise<boolean> =>
  atOnce(session, claimId, () => {
    const redo = withdrawn ? takingAway(id) : bringingBack(id);
    const undo = withdrawn ? bringingBack(id) : takingAway(id);
    const label = withdrawn ? 'withdrew a comment' : 'restored a comment';
    return session.kept.does(
      { label, target: claimId, thing: id, undo, redo },
      { operation: withVersion(redo, commentNow(session, claimId, id)?.version ?? 1) },
    );
  });

/** Put a name into the register. Rejects with an ApiProblem. */
export async function addSource(session: Session, name: string, kind: SourceKind): Promise<Source> {
  const id = newId();
  const source = await createSource({ id, name, kind }, id);
  session.sources.set(source.id, source);
  session.changed();
  return source;
}
