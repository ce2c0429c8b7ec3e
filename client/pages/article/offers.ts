/** What the program offers and the person accepts, and what is taken from the words selected. */
import type { AttributionDetails, Claim } from '../../../server/contract/claims.ts';
import type { Span } from '../../../server/contract/common.ts';
import type { SpanField } from '../../components/inspector/acts.ts';
import { offeredVerdict, wholesFor } from '../../controllers/proof/links.ts';
import { readingOf } from '../../controllers/proof/readings.ts';
import { acceptVerdict, atOnce, edit } from './claim-acts.ts';
import type { Session } from './session.ts';

type Attribution = Extract<Claim, { kind: 'attribution' }>;

/** Link a count to the one it is part of. What is typed in the form, if anything, gets it too. */
export async function setPartOf(session: Session, claim: Claim, wholeId: string): Promise<void> {
  if (claim.kind !== 'casualty_count') return;
  await changeDetails(session, claim, { ...claim.details, partOf: wholeId }, { partOf: wholeId });
}

/** The one offer that is on the table: first the whole that a count is part of, then the verdict of the same fact. */
export async function acceptOffer(session: Session, claim: Claim): Promise<void> {
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
  else session.say('Nothing is offered for this claim.');
}

/** Put selected words into a span of an attribution. Content and `via` take several, the others one. */
export async function takeSpan(
  session: Session,
  claim: Attribution,
  field: SpanField,
  span: Span,
): Promise<void> {
  const details = withSpan(claim.details, field, span);
  await changeDetails(session, claim, details, { [field]: JSON.stringify(details[field]) });
  session.say(`${WORDS[field]}: ${span.quote}`);
}

const WORDS: Readonly<Record<SpanField, string>> = {
  source: 'Who says so',
  cue: 'Cue',
  content: 'What is said',
  via: 'Through',
};

function withSpan(details: AttributionDetails, field: SpanField, span: Span): AttributionDetails {
  if (field === 'content') {
    const rest = details.content.filter(({ start, end }) => end <= span.start || start >= span.end);
    return { ...details, content: [...rest, span].sort((a, b) => a.start - b.start) };
  }
  if (field === 'via') return { ...details, via: [...details.via, { sourceId: null, span }] };
  return { ...details, [field]: span };
}

/** Save at once; where the form holds something unsaved, put it there instead, so that neither overwrites the other. */
async function changeDetails(
  session: Session,
  claim: Claim,
  details: Claim['details'],
  fields: Record<string, string>,
): Promise<void> {
  const draft = session.drafts.get(claim.id, 'details');
  if (draft !== null) {
    session.drafts.set(claim.id, 'details', { ...draft.fields, ...fields }, draft.base);
    session.changed();
    return;
  }
  await atOnce(session, claim.id, () => edit(session, claim.id, { details: { ...details } }, claim.version));
}
