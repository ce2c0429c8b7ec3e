/** Does what the inspector asks. */
import type { Claim } from '../../../server/contract/claims.ts';
import { asProblem } from '../../api/problem.ts';
import type { Act } from '../../components/inspector/acts.ts';
import { namedIn } from '../../controllers/mentions.ts';
import { changedFields, fieldsOf } from '../../controllers/proof/details-form.ts';
import type { Draft, Fields, FormName } from '../../controllers/proof/drafts.ts';
import { offeredVerdict } from '../../controllers/proof/links.ts';
import { patchOf } from '../../controllers/proof/patch.ts';
import { mergedParts, seenOf } from '../../controllers/proof/rebase.ts';
import * as claims from './claim-acts.ts';
import * as evidence from './evidence-acts.ts';
import * as files from './file-acts.ts';
import { discardMark, markThere, retryMark } from './marking.ts';
import { setPartOf, takeReading } from './offers.ts';
import { partFields, savePart } from './parts.ts';
import type { ProofView } from './proof-view.ts';
import type { IdOf, Session } from './session.ts';
import * as talk from './talk-acts.ts';
import * as verdicts from './verdict-acts.ts';

/** Acts on a mark that the server has not taken. */
export function performOnMark(view: ProofView, id: string, act: Act): void {
  const { session } = view;
  if (act.type === 'retry-mark') retryMark(session, id);
  else if (act.type === 'mark-there') view.choose(markThere(session, id), { follow: true });
  else if (act.type === 'discard-mark') {
    discardMark(session, id);
    view.choose(null);
  } else if (act.type === 'close') view.back();
}

/** Acts on a claim. Never rejects: what went wrong is shown in the form, or said. */
export async function perform(view: ProofView, claim: Claim, act: Act): Promise<void> {
  const { session } = view;
  const { id } = claim;
  switch (act.type) {
    case 'draft':
      if (!keepDraft(session, act.seen ?? claim, act))
        session.tell('This browser cannot keep what you type: save before you leave the page.');
      return session.changed();
    case 'discard':
      session.drafts.clear(id, act.form);
      return session.setForm(id, act.form, { problem: null, conflict: null, theirs: null });
    case 'resolve':
      session.drafts.set(id, act.form, chosenIn(session, claim.id, act), claim.version);
      session.drafts.rebase(id, act.form, claim.version, fieldsFor(session, act.form, claim));
      return settleConflict(session, claim, act.form);
    case 'save':
      return save(view, claim, act.form);
    case 'kind':
      return void (await claims.changeKind(session, claim, act.kind));
    case 'assign':
      return void (await claims.assign(session, claim, act.personId));
    case 'part-of':
      return setPartOf(session, claim, act.wholeId);
    case 'take-reading':
      return takeReading(session, claim);
    case 'keep-details':
      return void (await claims.keepDetails(session, claim));
    case 'take-span':
      return view.takeSpan(act.field);
    case 'withdraw':
      return void (await claims.withdraw(session, claim));
    case 'restore':
      return void (await claims.restore(session, claim));
    case 'confirm-verdict':
      return void (await verdicts.confirmVerdict(session, claim));
    case 'take-back-verdict':
      return void (await verdicts.takeBackVerdict(session, claim));
    case 'take-back-review':
      return void (await verdicts.takeBackReview(session, claim));
    case 'accept-verdict': {
      const offer = offeredVerdict(claim, session.store.all);
      return offer === null ? undefined : void (await verdicts.acceptVerdict(session, claim, offer.verdict));
    }
    case 'pass':
      return void (await verdicts.pass(session, claim));
    case 'place':
      return view.run('place');
    case 'go':
      return view.choose(act.claimId, { follow: true });
    case 'tab':
      view.tab = act.tab;
      return session.changed();
    case 'fetch-again':
      return session.loadAside(id, view.tab);
    case 'close':
      return view.back();
    case 'find-source':
    case 'find-people':
    case 'add-source':
      return; // The page keeps what was found.
    default:
      return performOnPart(session, claim, act);
  }
}

const keepDraft = (session: Session, seen: Claim, { form, fields }: { form: FormName; fields: Fields }) =>
  session.drafts.set(seen.id, form, fields, seen.version, fieldsFor(session, form, seen));

/** What a form began with, where it can say which field someone else changed. */
const fieldsFor = (session: Session, form: FormName, claim: Claim): Fields =>
  form === 'details' ? seenOf(claim) : (partFields(session, claim.id, form) ?? {});

/** Forms of a part hold all its fields: those that the person left alone are as the other left them. */
function chosenIn(
  session: Session,
  claimId: string,
  { form, fields }: { form: FormName; fields: Fields },
): Fields {
  const now = partFields(session, claimId, form);
  return now === null ? fields : mergedParts(session.drafts.get(claimId, form)?.was ?? {}, now, fields);
}

/** Acts on one citation or one comment of a claim. */
async function performOnPart(session: Session, { id, version }: Claim, act: Act): Promise<void> {
  switch (act.type) {
    case 'attach':
      await files.attach(session, id, version, act.file);
      break;
    case 'read-text':
      await files.readText(session, act.id);
      break;
    case 'fetch-text':
      await files.fetchText(session, id, act.id);
      break;
    case 'stop-fetching':
      session.pages.get(act.id)?.abort();
      break;
    case 'withdraw-citation':
    case 'restore-citation':
      await evidence.withdrawCitation(session, id, act.id, act.type === 'withdraw-citation');
      break;
    case 'withdraw-evidence':
    case 'restore-evidence':
      await evidence.withdrawEvidence(session, id, act.id, act.type === 'withdraw-evidence');
      break;
    case 'resolve-thread':
    case 'reopen-thread':
      await talk.settle(session, id, act.id, act.type === 'resolve-thread');
      break;
    case 'withdraw-comment':
    case 'restore-comment':
      await talk.withdrawComment(session, id, act.id, act.type === 'withdraw-comment');
      break;
    default:
  }
}

/** A draft whose every field is as saved by now needs no saving. */
function settleConflict(session: Session, claim: Claim, form: FormName): void {
  const draft = session.drafts.get(claim.id, form);
  if (
    form === 'details' &&
    draft !== null &&
    changedFields(fieldsOf(claim), { ...fieldsOf(claim), ...draft.fields }).length === 0
  )
    session.drafts.clear(claim.id, form);
  const part = draft === null ? null : partFields(session, claim.id, form);
  if (draft !== null && part !== null && changedFields(part, { ...part, ...draft.fields }).length === 0)
    session.drafts.clear(claim.id, form);
  session.setForm(claim.id, form, { problem: null, conflict: null, theirs: null });
}

async function save(view: ProofView, claim: Claim, form: FormName): Promise<void> {
  const { session } = view;
  const draft = session.drafts.get(claim.id, form);
  if (draft === null) return;
  const write = writerOf(session, claim, form, draft);
  if (write === null) return;
  const isSaved = await session.submit(claim.id, form, write);
  // Where more happened than that it was saved, this has been said.
  if (isSaved && session.notice === null)
    session.say(session.store.isCovered(claim.id) ? 'Kept here, and not saved yet.' : 'Saved.');
  else if (!isSaved) session.say(session.form(claim.id, form).problem?.message ?? 'Not saved.');
}

/** What saving a form sends; null where the form itself says what is wrong. */
function writerOf(
  session: Session,
  claim: Claim,
  form: FormName,
  draft: Draft,
): ((idOf: IdOf) => Promise<void>) | null {
  const { fields, base } = draft;
  const [name, id = ''] = form.split(':');
  const wrong = (path: string, message: string) => {
    session.setForm(claim.id, form, {
      problem: { message: 'This cannot be saved yet.', issues: [{ path, message }] },
    });
    return null;
  };
  switch (name) {
    case 'details':
      return detailsWriter(session, claim, draft);
    case 'verdict':
      if (!fields.verdict) return wrong('verdict', 'has to be chosen');
      if (!fields.reason?.trim()) return wrong('reason', 'must not be empty');
      if (fields.verdict === 'inaccurate' && !fields.correction?.trim())
        return wrong('correction', 'say what the correct wording is');
      return (idOf) => verdicts.giveVerdict(session, claim, fields, base, idOf);
    case 'review':
      return (idOf) => verdicts.giveReview(session, claim, { ...fields, decision: 'returned' }, base, idOf);
    case 'citation':
      if (id !== '')
        return () =>
          savePart(session, claim.id, form, draft, (merged) =>
            evidence.editCitation(session, claim.id, id, merged),
          );
      if (session.form(claim.id, form).upload !== null)
        return wrong('evidence.fileId', 'is still on its way');
      if (!fields.evidenceId && fields.kind === 'file' && !fields.fileId)
        return wrong('evidence.fileId', 'has to be attached first');
      if (!fields.evidenceId && !fields.title?.trim()) return wrong('evidence.title', 'must not be empty');
      return (idOf) => evidence.addCitation(session, claim.id, fields, idOf);
    case 'evidence':
      if (!fields.title?.trim()) return wrong('title', 'must not be empty');
      return () =>
        savePart(session, claim.id, form, draft, (merged) =>
          evidence.editEvidence(session, claim.id, id, merged),
        );
    case 'text':
      if (!fields.text?.trim()) return wrong('text', 'must not be empty');
      return () => files.keepText(session, claim.id, id, fields.text ?? '');
    case 'edit':
      return () =>
        savePart(session, claim.id, form, draft, (merged) =>
          talk.editComment(
            session,
            claim.id,
            id,
            { body: merged.body ?? '', mentions: namedIn(merged.body ?? '', fields.mentions) },
            fields,
          ),
        );
    default:
      if (!fields.body?.trim()) return wrong('body', 'must not be empty');
      return (idOf) =>
        talk.addComment(
          session,
          claim.id,
          {
            body: fields.body ?? '',
            mentions: namedIn(fields.body ?? '', fields.mentions),
            parentId: name === 'reply' ? id : null,
          },
          fields,
          idOf,
        );
  }
}

function detailsWriter(
  session: Session,
  claim: Claim,
  { fields, base, was }: Draft,
): ((idOf: IdOf) => Promise<void>) | null {
  try {
    const patch = patchOf(claim, fields);
    return (idOf) => claims.edit(session, claim.id, patch, base, undefined, idOf, { was, mine: fields });
  } catch (thrown) {
    session.setForm(claim.id, 'details', { problem: asProblem(thrown) });
    return null;
  }
}
