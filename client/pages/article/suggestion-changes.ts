/** Changing what a suggestion becomes before it is accepted: kept in its form's draft, sent with the acceptance. */
import type { ClaimKind } from '../../../server/contract/claims.ts';
import type { Range, Span } from '../../../server/contract/common.ts';
import { readWords } from '../../api/claims.ts';
import { asProblem } from '../../api/problem.ts';
import type { SpanField } from '../../components/inspector/acts.ts';
import { withSpan } from '../../controllers/proof/attributed.ts';
import { fieldsOf } from '../../controllers/proof/details-form.ts';
import type { Fields } from '../../controllers/proof/drafts.ts';
import { KIND_WORDS, quoted } from '../../controllers/proof/readings.ts';
import {
  type Change,
  changed,
  inverseOf,
  toKind,
  toSpan,
  toWords,
} from '../../controllers/proof/suggestion-edits.ts';
import type { Suggested } from '../../controllers/proof/suggestions.ts';
import type { Session } from './session.ts';

const fieldsIn = (session: Session, id: string): Fields => session.drafts.get(id, 'details')?.fields ?? {};

/** Put fields into the form of a suggestion, in the place of what was there; none at all where nothing is left changed. */
export function putFields(session: Session, { id, form }: Suggested, fields: Fields): void {
  if (Object.keys(fields).length === 0) session.drafts.clear(id, 'details');
  else if (!session.drafts.set(id, 'details', fields, 1, fieldsOf(form)))
    session.tell('This browser cannot keep what you type: accept it before you leave the page.');
  session.suggestions.edited();
  session.changed();
}

/** A change that a key or a button made, which undo takes back; what is typed beside it stays. */
function change(session: Session, { id, proposed }: Suggested, what: Change, label: string): void {
  const put = (fields: Change) => {
    const now = session.suggestions.suggested(id);
    if (now === null) return session.tell('That suggestion is not open any more.');
    putFields(session, now, changed(proposed, fieldsIn(session, id), fields));
  };
  const inverse = inverseOf(fieldsIn(session, id), what);
  put(what);
  session.undo.push({ label, target: id, undo: async () => put(inverse), redo: async () => put(what) });
  session.changed();
}

/** Put it on other words. */
export function moveWords(session: Session, suggested: Suggested, range: Range): void {
  const { claim } = suggested;
  const text = session.article?.revision.text;
  if (text === undefined) return;
  change(
    session,
    suggested,
    toWords(text, claim, range),
    `moved the edges of the suggested ${quoted(claim.span.quote)}`,
  );
  session.say(text.slice(range.start, range.end));
}

/** Who says so, the cue, what is said or through whom, from the words selected. */
export function moveSpan(session: Session, suggested: Suggested, field: SpanField, span: Span): void {
  const { claim } = suggested;
  const text = session.article?.revision.text;
  if (text === undefined || claim.kind !== 'attribution') return;
  const details = withSpan(claim.details, field, span);
  change(session, suggested, toSpan(text, field, details), `took ${quoted(span.quote)} for a suggestion`);
  session.say(span.quote);
}

/** Make it another kind of claim: its details are read from its words, as at a marking by hand. */
export function chooseKind(session: Session, { id }: Suggested, kind: ClaimKind): Promise<void> {
  // An acceptance that is asked for meanwhile waits for it.
  return session.undo.during(
    session.queue(id, () => readAs(session, id, kind)),
    id,
  );
}

async function readAs(session: Session, id: string, kind: ClaimKind): Promise<void> {
  const asked = session.suggestions.suggested(id);
  const text = session.article?.revision.text;
  if (asked === null || text === undefined || asked.claim.kind === kind) return;
  try {
    const { revision, span } = asked.claim;
    const read = await readWords(session.articleId, { revision, kind, span });
    const now = session.suggestions.suggested(id);
    if (now === null) return;
    const label = `made the suggested ${quoted(span.quote)} a ${KIND_WORDS[kind].toLowerCase()}`;
    change(session, now, toKind(text, now.proposed, now.claim, read), label);
    session.setForm(id, 'details', { problem: null });
    session.say(`${KIND_WORDS[kind]}, once it is accepted.`);
  } catch (thrown) {
    const problem = asProblem(thrown);
    session.setForm(id, 'details', { problem });
    session.tell(problem.message);
  }
}
