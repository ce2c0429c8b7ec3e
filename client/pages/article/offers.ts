/** What the program offers and the person accepts, and what is taken from the words selected. */
import { AttributionDetails, type Claim } from '../../../server/contract/claims.ts';
import type { Span } from '../../../server/contract/common.ts';
import type { SpanField } from '../../components/inspector/acts.ts';
import { withSpan } from '../../controllers/proof/attributed.ts';
import { changedFields, fieldsOf, readForm } from '../../controllers/proof/details-form.ts';
import { offeredVerdict, wholesFor } from '../../controllers/proof/links.ts';
import { asRead, isOutgrown } from '../../controllers/proof/outgrown.ts';
import { readingOf } from '../../controllers/proof/readings.ts';
import { atOnce, edit } from './claim-acts.ts';
import type { Session } from './session.ts';
import { acceptVerdict } from './verdict-acts.ts';

type Attribution = Extract<Claim, { kind: 'attribution' }>;

/** Link a count to the one it is part of. What is typed in the form, if anything, gets it too. */
export async function setPartOf(session: Session, claim: Claim, wholeId: string): Promise<void> {
  if (claim.kind !== 'casualty_count') return;
  await changeDetails(session, claim.id, { partOf: wholeId }, (now) =>
    now.kind === 'casualty_count' ? { ...now.details, partOf: wholeId } : null,
  );
}

/** Put what the words say now into the details that they have outgrown. */
export async function takeReading(session: Session, claim: Claim): Promise<void> {
  const read = asRead(claim);
  const [before, after] = [fieldsOf(claim), fieldsOf(read)];
  const fields = Object.fromEntries(changedFields(before, after).map((name) => [name, after[name] ?? '']));
  const taken = await changeDetails(session, claim.id, fields, (now) => asRead(now).details);
  if (taken) session.say(`Taken from the words: ${readingOf(read)}`);
}

/** Whether there is anything in the words to take. */
const isReadable = (claim: Claim): boolean =>
  isOutgrown(claim) && Object.keys(claim.outgrown?.offered ?? {}).length > 0;

/** The one offer that is on the table: first what the words say now, then the whole that a count is part of, then the verdict of the same fact. */
export async function acceptOffer(session: Session, claim: Claim): Promise<void> {
  if (isReadable(claim) && claim.can.includes('edit')) return takeReading(session, claim);
  if (claim.kind === 'casualty_count' && claim.details.partOf === null && claim.can.includes('edit')) {
    const { choices, likely } = wholesFor(claim, session.store.all);
    const [whole] = choices;
    if (likely && whole !== undefined) {
      await setPartOf(session, claim, whole.id);
      session.say(`Part of ${readingOf(whole)}`);
      return;
    }
  }
  const offer = offeredVerdict(claim, session.store.all);
  if (offer !== null && claim.can.includes('verify')) await acceptVerdict(session, claim, offer.verdict);
  else session.tell('Nothing is offered for this claim.');
}

/**
 * Put selected words into a span of an attribution. Content and `via` take several, the others one.
 *
 * The mark may still be on its way: the words follow it.
 */
export async function takeSpan(
  session: Session,
  claimId: string,
  field: SpanField,
  span: Span,
): Promise<void> {
  const claim = session.store.get(claimId);
  const shown = claim?.kind === 'attribution' ? withSpan(inForm(session, claim), field, span) : null;
  const fields = shown === null ? {} : { [field]: JSON.stringify(shown[field]) };
  const taken = await changeDetails(session, claimId, fields, (now) =>
    now.kind === 'attribution' ? withSpan(now.details, field, span) : null,
  );
  if (taken) session.say(`${WORDS[field]}: ${span.quote}`);
}

/** An attribution's details as its form shows them, where they can be read. */
function inForm(session: Session, claim: Attribution): AttributionDetails {
  const typed = session.drafts.get(claim.id, 'details')?.fields ?? {};
  const read = readForm('attribution', { ...fieldsOf(claim), ...typed });
  const details = read.ok ? AttributionDetails.safeParse(read.details) : null;
  return details?.success === true ? details.data : claim.details;
}

const WORDS: Readonly<Record<SpanField, string>> = {
  source: 'Who says so',
  cue: 'Cue',
  content: 'What is said',
  via: 'Through',
};

/**
 * Save at once; where the form holds something unsaved, put it there instead, so that neither overwrites the other.
 *
 * `change` is made to what the write before it left: keys are faster than the server, and details are sent whole.
 */
async function changeDetails(
  session: Session,
  claimId: string,
  fields: Record<string, string>,
  change: (now: Claim) => Claim['details'] | null,
): Promise<boolean> {
  const draft = session.drafts.get(claimId, 'details');
  if (draft !== null) {
    session.drafts.set(claimId, 'details', { ...draft.fields, ...fields }, draft.base);
    session.changed();
    return true;
  }
  let changed = false;
  await atOnce(session, claimId, async () => {
    const now = session.store.get(claimId);
    const details = now === null ? null : change(now);
    if (now === null || details === null) return session.tell('Not taken: the mark itself is not saved yet.');
    await edit(session, claimId, { details: { ...details } }, now.version);
    changed = true;
  });
  return changed;
}
