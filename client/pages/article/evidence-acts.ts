/** Citations and the evidence behind them: each sends, takes in the answer and notes its inverse. */
import { type Citation, type Evidence, EvidenceKind, Stance } from '../../../server/contract/evidence.ts';
import * as cite from '../../api/evidence.ts';
import type { Fields } from '../../controllers/proof/drafts.ts';
import { shorten } from '../../controllers/proof/readings.ts';
import { atOnce } from './claim-acts.ts';
import { replaced } from './replaced.ts';
import type { IdOf, Session } from './session.ts';

/** `note` notes what was done as soon as it shows: whatever is done while the claim is fetched anew comes after it. */
async function takeCitation(session: Session, citation: Citation, note = () => {}): Promise<void> {
  const { claimId, evidence } = citation;
  session.setAside(claimId, { citations: replaced(session.aside(claimId).citations, citation) });
  session.evidence = replaced(session.evidence, evidence);
  note();
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
export async function addCitation(
  session: Session,
  claimId: string,
  fields: Fields,
  idOf: IdOf,
): Promise<void> {
  const kind = EvidenceKind.parse(fields.kind || 'link');
  const what = fields.evidenceId
    ? { evidenceId: fields.evidenceId }
    : {
        evidence: {
          kind,
          title: fields.title ?? '',
          ...(kind === 'file' ? { fileId: text(fields.fileId) } : { url: text(fields.url) }),
          publisher: text(fields.publisher),
          note: text(fields.note),
        },
      };
  const body = { ...what, ...citationFields(fields) };
  const id = idOf(body);
  const citation = await cite.createCitation(claimId, { id, ...body }, id);
  await takeCitation(session, citation, () => noteCitation(session, claimId, id, false));
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
    await takeCitation(session, citation, () => noteCitation(session, claimId, id, withdrawn));
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

/** Evidence belongs to the story: every claim that cites it has a newer version by now. */
export async function takeEvidence(session: Session, claimId: string, evidence: Evidence): Promise<void> {
  session.evidence = replaced(session.evidence, evidence);
  const { citations } = session.aside(claimId);
  session.setAside(claimId, {
    citations:
      citations?.map((each) => (each.evidence.id === evidence.id ? { ...each, evidence } : each)) ?? null,
  });
  await Promise.all(evidence.claimIds.map((id) => session.reload(id, 1)));
}

export const evidenceNow = (session: Session, id: string) =>
  session.evidence.find((evidence) => evidence.id === id);

/** Change evidence for all claims that cite it. Rejects with an ApiProblem. */
export async function editEvidence(
  session: Session,
  claimId: string,
  id: string,
  fields: Fields,
): Promise<void> {
  const before = evidenceNow(session, id);
  if (before === undefined) return;
  type Change = Omit<Parameters<typeof cite.editEvidence>[1], 'version'>;
  const send = async (what: Change) => {
    const version = evidenceNow(session, id)?.version ?? 1;
    await takeEvidence(session, claimId, await cite.editEvidence(id, { ...what, version }));
  };
  const { kind, title, url, publisher, note } = before;
  // A file stays the file that it is: what may change is what is said of it.
  const ofKind = (now: EvidenceKind, address: string | null) =>
    kind === 'file' ? {} : { kind: now, url: address };
  const after: Change = {
    ...ofKind(EvidenceKind.parse(fields.kind || kind), text(fields.url)),
    title: fields.title ?? title,
    publisher: text(fields.publisher),
    note: text(fields.note),
  };
  await send(after);
  session.undo.push({
    label: `changed the evidence “${shorten(title)}”`,
    target: id,
    undo: () => send({ ...ofKind(kind, url), title, publisher, note }),
    redo: () => send(after),
  });
}

export const withdrawEvidence = (
  session: Session,
  claimId: string,
  id: string,
  withdrawn: boolean,
): Promise<boolean> =>
  atOnce(session, claimId, async () => {
    const away = async () => {
      const version = evidenceNow(session, id)?.version ?? 1;
      await takeEvidence(session, claimId, await cite.withdrawEvidence(id, version));
    };
    const back = async () => takeEvidence(session, claimId, await cite.restoreEvidence(id));
    await (withdrawn ? away() : back());
    session.undo.push({
      label: withdrawn ? 'withdrew evidence' : 'restored evidence',
      target: id,
      undo: withdrawn ? back : away,
      redo: withdrawn ? away : back,
    });
  });
