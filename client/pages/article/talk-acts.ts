/** Comments, citations and sources: each sends, takes in the answer and notes its inverse. */
import type { Comment } from '../../../server/contract/comments.ts';
import { type Citation, EvidenceKind, Stance } from '../../../server/contract/evidence.ts';
import type { Source, SourceKind } from '../../../server/contract/sources.ts';
import * as talk from '../../api/comments.ts';
import * as cite from '../../api/evidence.ts';
import { newId } from '../../api/http.ts';
import { createSource } from '../../api/sources.ts';
import type { Fields } from '../../controllers/proof/drafts.ts';
import { shorten } from '../../controllers/proof/readings.ts';
import { atOnce } from './claim-acts.ts';
import type { Session } from './session.ts';

const replaced = <T extends { id: string }>(items: readonly T[] | null, item: T): T[] => {
  const list = items ?? [];
  return list.some(({ id }) => id === item.id)
    ? list.map((each) => (each.id === item.id ? item : each))
    : [...list, item];
};

async function takeComment(session: Session, comment: Comment): Promise<void> {
  const { claimId } = comment;
  session.setAside(claimId, { comments: replaced(session.aside(claimId).comments, comment) });
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
): Promise<void> {
  const id = newId();
  await takeComment(session, await talk.createComment(claimId, { id, body, parentId }, id));
  session.undo.push({
    label: `commented “${shorten(body)}”`,
    target: id,
    undo: async () =>
      takeComment(session, await talk.withdrawComment(id, commentVersion(session, claimId, id))),
    redo: async () => takeComment(session, await talk.restoreComment(id)),
  });
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

async function takeCitation(session: Session, citation: Citation): Promise<void> {
  const { claimId, evidence } = citation;
  session.setAside(claimId, { citations: replaced(session.aside(claimId).citations, citation) });
  session.evidence = replaced(session.evidence, evidence);
  await session.reload(claimId, 1);
}

const citationNow = (session: Session, claimId: string, id: string) =>
  session.aside(claimId).citations?.find((citation) => citation.id === id);
const citationVersion = (session: Session, claimId: string, id: string) =>
  citationNow(session, claimId, id)?.version ?? 1;

const text = (value: string | undefined) => value?.trim() || null;

function citationFields(fields: Fields) {
  return {
    stance: Stance.parse(fields.stance || 'supports'),
    locator: text(fields.locator),
    quote: text(fields.quote),
  };
}

/** Cite evidence, new or the story's, from the form's fields. Rejects with an ApiProblem. */
export async function addCitation(session: Session, claimId: string, fields: Fields): Promise<void> {
  const id = newId();
  const kind = EvidenceKind.exclude(['file']).parse(fields.kind || 'link');
  const what = fields.evidenceId
    ? { evidenceId: fields.evidenceId }
    : {
        evidence: {
          kind,
          title: fields.title ?? '',
          url: text(fields.url),
          publisher: text(fields.publisher),
          note: text(fields.note),
        },
      };
  await takeCitation(
    session,
    await cite.createCitation(claimId, { id, ...what, ...citationFields(fields) }, id),
  );
  noteCitation(session, claimId, id, false);
}

/** Change how evidence is cited. Rejects with an ApiProblem. */
export async function editCitation(
  session: Session,
  claimId: string,
  id: string,
  fields: Fields,
): Promise<void> {
  const before = citationNow(session, claimId, id);
  const send = async (what: ReturnType<typeof citationFields>, version: number) =>
    takeCitation(session, await cite.editCitation(id, { ...what, version }));
  const after = citationFields(fields);
  await send(after, citationVersion(session, claimId, id));
  if (before === undefined) return;
  const { stance, locator, quote } = before;
  session.undo.push({
    label: 'changed a citation',
    target: id,
    undo: () => send({ stance, locator, quote }, citationVersion(session, claimId, id)),
    redo: () => send(after, citationVersion(session, claimId, id)),
  });
}

export const withdrawCitation = (
  session: Session,
  claimId: string,
  id: string,
  withdrawn: boolean,
): Promise<boolean> =>
  atOnce(session, claimId, async () => {
    const citation = withdrawn
      ? await cite.withdrawCitation(id, citationVersion(session, claimId, id))
      : await cite.restoreCitation(id);
    await takeCitation(session, citation);
    noteCitation(session, claimId, id, withdrawn);
  });

function noteCitation(session: Session, claimId: string, id: string, withdrawn: boolean): void {
  const away = async () =>
    takeCitation(session, await cite.withdrawCitation(id, citationVersion(session, claimId, id)));
  const back = async () => takeCitation(session, await cite.restoreCitation(id));
  session.undo.push({
    label: withdrawn ? 'withdrew a citation' : 'cited evidence',
    target: id,
    undo: withdrawn ? back : away,
    redo: withdrawn ? away : back,
  });
}

/** Put a name into the register. Rejects with an ApiProblem. */
export async function addSource(session: Session, name: string, kind: SourceKind): Promise<Source> {
  const id = newId();
  const source = await createSource({ id, name, kind }, id);
  session.sources.set(source.id, source);
  session.changed();
  return source;
}
