/** What a person does about suggestions: each sends, takes in the answer and notes its inverse. */
import type { BodyInput } from '../../../server/contract/endpoint.ts';
import type { SourceKind } from '../../../server/contract/sources.ts';
import {
  type AcceptSuggestion,
  DismissSuggestion,
  type LinkOffer,
  MAX_ACCEPTED,
  RestoreSuggestion,
  type Suggestion,
} from '../../../server/contract/suggestions.ts';
import { restoreClaim, withdrawClaim } from '../../api/claims.ts';
import { newId } from '../../api/http.ts';
import { asProblem } from '../../api/problem.ts';
import * as api from '../../api/suggestions.ts';
import type { Act } from '../../components/inspector/acts.ts';
import { operation } from '../../controllers/outbox/entry.ts';
import { changedFields, fieldsOf, readForm } from '../../controllers/proof/details-form.ts';
import type { Patch } from '../../controllers/proof/patch.ts';
import { quoted, spokenClaim } from '../../controllers/proof/readings.ts';
import type { Suggested } from '../../controllers/proof/suggestions.ts';
import type { Deed } from '../../controllers/proof/undo-stack.ts';
import { atOnce, edit, restoring, withdrawing } from './claim-acts.ts';
import { mayRetry, type Session } from './session.ts';
import { chooseKind, putFields } from './suggestion-changes.ts';
import { addSource } from './talk-acts.ts';

type Body = Omit<BodyInput<typeof AcceptSuggestion>, 'id' | 'revision'>;

/**
 * Accept a suggestion with what is typed in its form, if anything.
 *
 * It is shown as a claim at once, and is a suggestion again where the server refuses.
 *
 * @returns the claim's id; null where it was not accepted
 */
export const accept = (session: Session, suggested: Suggested): Promise<string | null> =>
  session.undo.during(acceptOne(session, suggested), suggested.id);

async function acceptOne(session: Session, suggested: Suggested): Promise<string | null> {
  const { id, suggestion, claim } = suggested;
  // Another kind may be on its way.
  await session.queue(id, async () => {});
  const now = session.suggestions.suggested(id) ?? suggested;
  const typed = readTyped(session, now);
  if (typed === null) return null;
  const claimId = session.drafts.idFor(id, 'details', typed.body, newId);
  // What is typed beyond the acceptance is noted about the claim, and belongs to it.
  session.undo.alsoAbout(id, claimId);
  showAccepted(session, now, claimId);
  session.changed();
  try {
    const body = { ...typed.body, id: claimId, revision: suggestion.revision };
    const answer = await session.queue(claimId, async () => api.acceptSuggestion(id, body, claimId));
    session.take(answer.claim);
    session.drafts.clear(id, 'details');
    session.suggestions.put(answer.suggestion);
    session.say(`Accepted. ${spokenClaim(answer.claim)}`);
    const accepted = [{ before: suggestion, claimId }];
    session.undo.push(acceptedDeed(session, accepted, `accepted ${quoted(claim.span.quote)}`));
    await takeLinks(session, answer);
    if (typed.patch !== null) await edit(session, claimId, typed.patch, answer.claim.version);
    return claimId;
  } catch (thrown) {
    session.store.dropPending(claimId);
    refused(session, id, thrown);
    return null;
  }
}

/** Before the server has answered: its words carry a mark, as those that a person marks do. */
function showAccepted(session: Session, { id: suggestionId, form, suggestion }: Suggested, id: string): void {
  const { revision } = suggestion;
  const { kind, span } = form;
  session.suggestions.decide(suggestionId, 'accepted');
  session.store.putPending({ id, revision, kind, span, state: 'saving', message: null, suggestionId });
}

/** What the form says beyond what was suggested; null where it cannot be read, which the form then tells. */
function readTyped(session: Session, { id, form }: Suggested): { body: Body; patch: Patch | null } | null {
  const draft = session.drafts.get(id, 'details');
  if (draft === null) return { body: {}, patch: null };
  const saved = fieldsOf(form);
  const all = { ...saved, ...draft.fields };
  const read = readForm(form.kind, all);
  if (!read.ok) {
    const issues = Object.entries(read.wrong).map(([path, message]) => ({ path, message }));
    session.setForm(id, 'details', { problem: { message: 'This cannot be accepted yet.', issues } });
    return null;
  }
  const changed = new Set(changedFields(saved, all));
  const isOther = { kind: changed.delete('kind'), span: changed.delete('span') };
  const patch: Patch = {
    ...(changed.has('summary') ? { summary: read.summary } : {}),
    ...(changed.has('attributionIds') ? { attributionIds: read.attributionIds } : {}),
    ...(changed.has('sameFactAs') ? { sameFactAs: read.sameFactAs } : {}),
  };
  const isMore = [...changed].some((name) => !Object.hasOwn(patch, name));
  return {
    body: {
      ...(isOther.kind ? { kind: form.kind } : {}),
      ...(isOther.span ? { span: form.span } : {}),
      ...(isMore || isOther.kind ? { details: { ...read.details } } : {}),
    },
    patch: Object.keys(patch).length > 0 ? patch : null,
  };
}

/** Accept several as they are, in one step. @returns the claims' ids */
export function acceptAll(session: Session, suggested: readonly Suggested[]): Promise<string[]> {
  const asked = suggested.slice(0, MAX_ACCEPTED).map((one) => ({ one, id: newId() }));
  return session.undo.during(acceptMany(session, asked), ...asked.map(({ id }) => id));
}

async function acceptMany(
  session: Session,
  wanted: readonly { readonly one: Suggested; readonly id: string }[],
): Promise<string[]> {
  const asked = wanted.map(({ one }) => one);
  const items = wanted.map(({ one, id }) => ({ suggestionId: one.id, id }));
  const [first] = asked;
  if (first === undefined) return [];
  for (const { one, id } of wanted) showAccepted(session, one, id);
  session.changed();
  try {
    const body = { revision: first.suggestion.revision, items };
    const answer = await api.acceptSuggestions(session.articleId, body, items[0]?.id);
    const claims = answer.items.flatMap(({ claim }) => claim ?? []);
    for (const claim of claims) session.take(claim);
    for (const { id } of items) session.store.dropPending(id);
    for (const { suggestionId, claim } of answer.items) settle(session, suggestionId, claim?.id ?? null);
    if (claims.length > 0)
      session.undo.push(
        acceptedDeed(
          session,
          asked.flatMap(({ id, suggestion: before }) => {
            const claim = answer.items.find(({ suggestionId }) => suggestionId === id)?.claim;
            return claim == null ? [] : [{ before, claimId: claim.id }];
          }),
          `accepted ${claims.length === 1 ? quoted(claims[0]?.span.quote ?? '') : `${claims.length} suggestions`}`,
        ),
      );
    const left = items.length - claims.length;
    session.tell(`Accepted: ${claims.length}.${left === 0 ? '' : ` Not accepted: ${left}.`}`);
    await takeLinks(session, answer);
    // Those that were taken in have the list fetched anew; what stands against the others shows there too.
    if (left > 0) await session.loadSuggestions();
    return claims.map(({ id }) => id);
  } catch (thrown) {
    for (const { suggestionId, id } of items) {
      session.store.dropPending(id);
      session.suggestions.decide(suggestionId, 'open');
    }
    session.tell(asProblem(thrown).message);
    void session.refresh();
    return [];
  }
}

function settle(session: Session, id: string, claimId: string | null): void {
  const suggestion = session.suggestions.get(id);
  if (claimId === null || suggestion === null) session.suggestions.decide(id, 'open');
  else session.suggestions.put({ ...suggestion, state: 'accepted', claimId, can: [] });
}

interface Accepted {
  /** As it was while it waited for a decision. */
  readonly before: Suggestion;
  readonly claimId: string;
}

/**
 * Taking an acceptance back withdraws the claim, which opens its suggestion again.
 *
 * What becomes of the suggestion shows with the answer, and does not wait for the list: whoever decides on another
 * meanwhile makes that list out of date. Of several, those that someone else has changed since stay as they are.
 */
function acceptedDeed(session: Session, accepted: readonly Accepted[], label: string): Deed {
  const claims: Accepted[] = [...accepted];
  const open: Accepted[] = [];
  let left = 0;
  const move = async (from: Accepted[], to: Accepted[], act: (one: Accepted) => Promise<void>) => {
    const refusals: unknown[] = [];
    const before = to.length;
    for (const one of [...from]) {
      try {
        await act(one);
        to.push(one);
      } catch (thrown) {
        // Whoever presses the key again goes on with the rest.
        if (mayRetry(thrown)) throw thrown;
        refusals.push(thrown);
      }
      from.splice(from.indexOf(one), 1);
    }
    left = refusals.length;
    if (to.length === before) throw refusals[0];
    if (left > 0) await session.loadSuggestions();
  };
  const withdraw = async ({ claimId, before }: Accepted) => {
    const write = () => withdrawClaim(claimId, session.ownVersion(claimId));
    session.take(await session.queue(claimId, write));
    session.suggestions.put(before);
  };
  const restore = async ({ claimId, before }: Accepted) => {
    session.take(await session.queue(claimId, () => restoreClaim(claimId)));
    session.suggestions.put({ ...before, state: 'accepted', claimId, can: [] });
  };
  const [first] = accepted;
  const isOne = accepted.length === 1 && first !== undefined;
  return {
    label,
    target: isOne ? first.claimId : '',
    ...(isOne ? { also: first.before.id } : {}),
    left: () =>
      left === 0 ? null : `Someone else has changed ${left} of them since: they stay as they are.`,
    undo: () => move(claims, open, withdraw),
    redo: () => move(open, claims, restore),
    parts: accepted.map(({ claimId: id }) => ({
      claimId: id,
      thing: id,
      undo: withdrawing(id),
      redo: restoring(id),
    })),
  };
}

export const dismiss = (session: Session, suggested: Suggested): Promise<boolean> =>
  session.undo.during(dismissOne(session, suggested), suggested.id);

async function dismissOne(session: Session, { id, claim }: Suggested): Promise<boolean> {
  const away = async () => {
    session.suggestions.decide(id, 'dismissed');
    session.changed();
    session.suggestions.put(await session.queue(id, () => api.dismissSuggestion(id)));
  };
  const back = async () => {
    session.suggestions.decide(id, 'open');
    session.suggestions.put(await session.queue(id, () => api.restoreSuggestion(id)));
  };
  const params = { suggestionId: id };
  const parts = [
    {
      claimId: null,
      thing: id,
      undo: operation(RestoreSuggestion, { params }),
      redo: operation(DismissSuggestion, { params }),
    },
  ];
  try {
    await away();
    session.say(`Dismissed ${quoted(claim.span.quote)}`);
    session.undo.push({
      label: `dismissed ${quoted(claim.span.quote)}`,
      target: id,
      undo: back,
      redo: away,
      parts,
    });
    session.changed();
    return true;
  } catch (thrown) {
    refused(session, id, thrown);
    return false;
  }
}

/** It is back among the suggestions, with the reason; what somebody else decided shows once it is fetched. */
function refused(session: Session, id: string, thrown: unknown): void {
  const problem = asProblem(thrown);
  session.suggestions.decide(id, 'open');
  session.setForm(id, 'details', { problem });
  session.tell(problem.message);
  if (problem.status === 409 || problem.status === 404) {
    void session.refresh();
    void session.loadSuggestions();
  }
}

/** Claims that were linked are fetched anew; links that would expire a verdict are kept to be offered. */
async function takeLinks(session: Session, { linked, offers }: { linked: LinkOffer[]; offers: LinkOffer[] }) {
  session.linkOffers = [...session.linkOffers, ...offers];
  session.changed();
  for (const { claimId } of linked) await session.reload(claimId, 1);
}

/** Make a link that was offered, or let the offer go. */
export async function settleLink(session: Session, offer: LinkOffer, make: boolean): Promise<void> {
  session.linkOffers = session.linkOffers.filter((other) => other !== offer);
  const claim = session.store.get(offer.claimId);
  if (!make || claim === null) return session.changed();
  const patch: Patch =
    offer.link === 'attribution'
      ? { attributionIds: [...claim.attributionIds, offer.to] }
      : { details: { ...claim.details, partOf: offer.to } };
  await atOnce(session, claim.id, () => edit(session, claim.id, patch, claim.version));
}

/** What kind of source a name most likely is: it is looked at before it is saved. */
export function sourceKindOf(suggestion: Suggestion): SourceKind {
  if (suggestion.kind !== 'attribution') return 'person';
  const { basis } = suggestion.details;
  return basis === 'organisation' || basis === 'media' || basis === 'document' ? basis : 'person';
}

/** Put the name that speaks into the register; its entry is then proposed wherever it speaks. */
export async function addNamed(session: Session, { suggestion, id }: Suggested): Promise<void> {
  const { sourceName } = suggestion;
  if (sourceName === null) return;
  try {
    await addSource(session, sourceName, sourceKindOf(suggestion));
    session.tell(`In the register: ${sourceName}`);
  } catch (thrown) {
    session.setForm(id, 'details', { problem: asProblem(thrown) });
  }
  await session.loadSuggestions();
}

/** Acts of the form of a suggestion: nothing is saved before it is accepted. */
export function performOnForm(session: Session, suggested: Suggested, act: Act): void {
  const { id } = suggested;
  if (act.type === 'draft') putFields(session, suggested, act.fields);
  else if (act.type === 'part-of')
    putFields(session, suggested, { ...session.drafts.get(id, 'details')?.fields, partOf: act.wholeId });
  else if (act.type === 'discard') {
    putFields(session, suggested, {});
    session.setForm(id, 'details', { problem: null, conflict: null, theirs: null });
  } else if (act.type === 'kind') void chooseKind(session, suggested, act.kind);
}
