/** Comments and sources: each sends, takes in the answer and notes its inverse. */
import type { Comment } from '../../../server/contract/comments.ts';
import type { Source, SourceKind } from '../../../server/contract/sources.ts';
import * as talk from '../../api/comments.ts';
import { newId } from '../../api/http.ts';
import { createSource } from '../../api/sources.ts';
import { shorten } from '../../controllers/proof/readings.ts';
import { atOnce } from './claim-acts.ts';
import { replaced } from './replaced.ts';
import type { IdOf, Session } from './session.ts';

/** `note` notes what was done as soon as it shows: whatever is done while the claim is fetched anew comes after it. */
async function takeComment(session: Session, comment: Comment, note = () => {}): Promise<void> {
  const { claimId } = comment;
  session.setAside(claimId, { comments: replaced(session.aside(claimId).comments, comment) });
  note();
  await session.reload(claimId, 0);
}

const commentNow = (session: Session, claimId: string, id: string) =>
  session.aside(claimId).comments?.find((comment) => comment.id === id);
const commentVersion = (session: Session, claimId: string, id: string) =>
  commentNow(session, claimId, id)?.version ?? 1;

/** Say something on a claim, or answer. Rejects with an ApiProblem. */
export async function addComment(
  session: Session,
  claimId: string,
  body: string,
  parentId: string | null,
  idOf: IdOf,
): Promise<void> {
  const id = idOf({ body, parentId });
  const comment = await talk.createComment(claimId, { id, body, parentId }, id);
  await takeComment(session, comment, () =>
    session.undo.push({
      label: `commented “${shorten(body)}”`,
      target: id,
      undo: async () =>
        takeComment(session, await talk.withdrawComment(id, commentVersion(session, claimId, id))),
      redo: async () => takeComment(session, await talk.restoreComment(id)),
    }),
  );
}

/** Change one's own words. Rejects with an ApiProblem. */
export async function editComment(
  session: Session,
  claimId: string,
  id: string,
  body: string,
): Promise<void> {
  const before = commentNow(session, claimId, id)?.body;
  const send = async (words: string, version: number) =>
    takeComment(session, await talk.editComment(id, { version, body: words }));
  await send(body, commentVersion(session, claimId, id));
  if (before === undefined) return;
  session.undo.push({
    label: 'changed a comment',
    target: id,
    undo: () => send(before, commentVersion(session, claimId, id)),
    redo: () => send(body, commentVersion(session, claimId, id)),
  });
}

export const settle = (session: Session, claimId: string, id: string, resolved: boolean): Promise<boolean> =>
  atOnce(session, claimId, async () => {
    const send = async (to: boolean) => {
      const version = commentVersion(session, claimId, id);
      await takeComment(session, await talk.editComment(id, { version, resolved: to }));
    };
    await send(resolved);
    session.undo.push({
      label: resolved ? 'resolved a thread' : 'reopened a thread',
      target: id,
      undo: () => send(!resolved),
      redo: () => send(resolved),
    });
  });

export const withdrawComment = (
  session: Session,
  claimId: string,
  id: string,
  withdrawn: boolean,
): Promise<boolean> =>
  atOnce(session, claimId, async () => {
    const away = async () =>
      takeComment(session, await talk.withdrawComment(id, commentVersion(session, claimId, id)));
    const back = async () => takeComment(session, await talk.restoreComment(id));
    await (withdrawn ? away() : back());
    session.undo.push({
      label: withdrawn ? 'withdrew a comment' : 'restored a comment',
      target: id,
      undo: withdrawn ? back : away,
      redo: withdrawn ? away : back,
    });
  });

/** Put a name into the register. Rejects with an ApiProblem. */
export async function addSource(session: Session, name: string, kind: SourceKind): Promise<Source> {
  const id = newId();
  const source = await createSource({ id, name, kind }, id);
  session.sources.set(source.id, source);
  session.changed();
  return source;
}
