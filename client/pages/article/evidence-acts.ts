/** Citations and the evidence behind them: each sends, takes in the answer and notes its inverse. */
import {
  CreateCitation,
  EditCitation,
  EditEvidence,
  type Evidence,
  EvidenceKind,
  RestoreCitation,
  RestoreEvidence,
  Stance,
  WithdrawCitation,
  WithdrawEvidence,
} from '../../../server/contract/evidence.ts';
import * as cite from '../../api/evidence.ts';
import { type Entry, type Operation, operation, withVersion } from '../../controllers/outbox/entry.ts';
import type { Fields } from '../../controllers/proof/drafts.ts';
import { shorten } from '../../controllers/proof/readings.ts';
import { atOnce } from './claim-acts.ts';
import type { Noted } from './kept-writes.ts';
import { replaced } from './replaced.ts';
import type { IdOf, Session } from './session.ts';

const citationNow = (session: Session, claimId: string, id: string) =>
  session.aside(claimId).citations?.find((citation) => citation.id === id);

const takingAway = (citationId: string): Operation =>
  operation(WithdrawCitation, { params: { citationId }, query: { version: 1 } });
const bringingBack = (citationId: string): Operation =>
  operation(RestoreCitation, { params: { citationId } });

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
  const noted: Noted = {
    label: 'cited evidence',
    target: claimId,
    thing: id,
    undo: takingAway(id),
    redo: bringingBack(id),
  };
  await session.kept.does(noted, {
    operation: operation(CreateCitation, { params: { claimId }, body: { id, ...body } }),
    idempotencyKey: id,
    form: { name: 'citation', fields: { ...fields } },
  });
}

/** Change how evidence is cited. Rejects with an ApiProblem. */
export async function editCitation(
  session: Session,
  claimId: string,
  id: string,
  fields: Fields,
): Promise<void> {
  const before = citationNow(session, claimId, id);
  const editing = (what: ReturnType<typeof citationFields>): Operation =>
    operation(EditCitation, { params: { citationId: id }, body: { ...what, version: 1 } });
  const redo = editing(citationFields(fields));
  const what = { label: 'changed a citation', target: claimId, thing: id };
  const form: Entry['form'] = { name: `citation:${id}`, fields: { ...fields } };
  // Not seen, it cannot be brought back.
  if (before === undefined) return void (await session.kept.write({ ...what, operation: redo, form }));
  const { stance, locator, quote, version } = before;
  await session.kept.does(
    { ...what, undo: editing({ stance, locator, quote }), redo },
    { operation: withVersion(redo, version), form },
  );
}

export const withdrawCitation = (
  session: Session,
  claimId: string,
  id: string,
  withdrawn: boolean,
): Promise<boolean> =>
  atOnce(session, claimId, () => {
    const redo = withdrawn ? takingAway(id) : bringingBack(id);
    const undo = withdrawn ? bringingBack(id) : takingAway(id);
    const label = withdrawn ? 'withdrew a citation' : 'cited evidence';
    return session.kept.does(
      { label, target: claimId, thing: id, undo, redo },
      { operation: withVersion(redo, citationNow(session, claimId, id)?.version ?? 1) },
    );
  });

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
    parts: [
      {
        claimId,
        thing: id,
        undo: operation(EditEvidence, {
          params: { evidenceId: id },
          body: { ...ofKind(kind, url), title, publisher, note, version: 1 },
        }),
        redo: operation(EditEvidence, { params: { evidenceId: id }, body: { ...after, version: 1 } }),
      },
    ],
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
    const params = { evidenceId: id };
    const going = operation(WithdrawEvidence, { params, query: { version: 1 } });
    const coming = operation(RestoreEvidence, { params });
    await (withdrawn ? away() : back());
    session.undo.push({
      label: withdrawn ? 'withdrew evidence' : 'restored evidence',
      target: id,
      undo: withdrawn ? back : away,
      redo: withdrawn ? away : back,
      parts: [
        {
          claimId,
          thing: id,
          undo: withdrawn ? coming : going,
          redo: withdrawn ? going : coming,
        },
      ],
    });
  });
