/** The article page's markup: what the parts are given. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Article } from '../../../server/contract/articles.ts';
import type { Claim } from '../../../server/contract/claims.ts';
import type { Mentionable } from '../../../server/contract/comments.ts';
import type { ClaimReach } from '../../../server/contract/radar.ts';
import type { TextChange } from '../../../server/contract/revisions.ts';
import type { Source } from '../../../server/contract/sources.ts';
import { exportLinks, proofLinks, storyLinks } from '../../api/exports.ts';
import { proofAddress } from '../../api/sign-off.ts';
import { arrivalLine } from '../../components/arrival-line.ts';
import type { InspectorView } from '../../components/inspector/view.ts';
import { signOffLine } from '../../components/sign-off/line.ts';
import '../../components/export-menu.ts';
import '../../components/ledger/ledger.ts';
import '../../components/proof/claim-table.ts';
import { ChooseEvent, CommandEvent } from '../../components/proof/events.ts';
import '../../components/proof/margin-notes.ts';
import '../../components/proof/mark-toolbar.ts';
import { placed } from '../../components/proof/placed.ts';
import '../../components/proof/proof-bar.ts';
import '../../components/proof/story-text.ts';
import '../../components/proof/suggestion-panel.ts';
import '../../components/proof/who-is-here.ts';
import type { Me } from '../../contexts/me.ts';
import type { People } from '../../contexts/people.ts';
import { assignees } from '../../controllers/proof/assignees.ts';
import { passesFilter, progressOf } from '../../controllers/proof/claim-store.ts';
import { keyOf } from '../../controllers/proof/key-map.ts';
import { KIND_WORDS, KINDS, quoted, readingOf } from '../../controllers/proof/readings.ts';
import type { Suggested } from '../../controllers/proof/suggestions.ts';
import { deadlineWords, fullTime, publishedWords } from '../../times.ts';
import { ARTICLE_STATUS_WORDS, counted, creditsOf } from '../../words.ts';
import type { ChosenController } from './chosen-controller.ts';
import type { FollowController } from './follow-controller.ts';
import type { LedgerController } from './ledger-controller.ts';
import { placingStrip } from './placing.ts';
import type { ProofView } from './proof-view.ts';
import { settleLink } from './suggestion-acts.ts';

/** What the markup needs of the page. */
export interface Page extends EventTarget {
  readonly me: Me | null;
  readonly people: People;
  readonly register: { readonly found: readonly Source[] };
  readonly peopleSearch: { readonly found: readonly Mentionable[] };
  readonly touch: boolean;
  readonly wide: { readonly matches: boolean };
  readonly narrow: { readonly matches: boolean };
  readonly figures: Pick<LedgerController, 'ledger' | 'problem' | 'load'>;
  readonly reach: Pick<ChosenController<ClaimReach>, 'of'>;
  readonly textChange: Pick<ChosenController<TextChange>, 'of'>;
  readonly settings: { readonly show: () => void };
  readonly text: { readonly isOpen: boolean };
  readonly follow: Pick<FollowController, 'people' | 'onClaims' | 'presence'>;
  measure(): void;
  placeOf(range: { start: number; end: number }): { top: number; left: number } | null;
}

const HELP =
  'Arrow keys move by sentence and word, Shift extends. C, A, S and F mark a casualty count, attribution, source or fact. N and P go between claims, I to the next suggestion, Y accepts it, D dismisses it. Enter opens a claim. Question mark lists all keys.';

export function top(page: Page, { article, session }: ProofView): TemplateResult {
  const shown = session.article ?? article;
  const facts = [
    ...creditsOf(shown),
    shown.publishedAt === null ? null : publishedWords(shown.publishedAt),
    shown.status === 'checking' ? null : ARTICLE_STATUS_WORDS[shown.status],
    shown.access === 'restricted' ? 'Restricted' : null,
    shown.deadline === null
      ? null
      : `Deadline: ${fullTime(shown.deadline)} (${deadlineWords(shown.deadline, Date.now()).words})`,
  ].filter((fact) => fact !== null);
  return html`
    <div class="top">
      <div class="title">
        <h1><bdi>${shown.title}</bdi></h1>
        <p>${facts.join(' · ')}</p>
        <p>
          <a href="/stories/${shown.id}/audit">Attributions</a> · <a href="/stories/${shown.id}/figures">Figures</a> ·
          <a href="/stories/${shown.id}/corrections">Corrections</a> ·
          ${
            shown.revision.number === 1
              ? nothing
              : html`<a href="/stories/${shown.id}/changes">Changes in text ${shown.revision.number}</a> ·`
          }
          ${shown.arrival === null ? nothing : html`<a href="/stories/${shown.id}/files">Files</a> ·`}
          <a href="/stories/${shown.id}/history">History</a> ·
          <a href=${proofAddress(shown.id)} target="_blank" rel="noopener">Proof</a> ·
          <a href="/stories/${shown.id}/sign-off">Sign-off</a>
        </p>
        ${shown.arrival === null ? nothing : arrivalLine(shown.arrival)} ${signOffLine(shown, page.people)}
      </div>
      <div class="actions">
        <cd-who-is-here .people=${page.follow.people} .more=${page.follow.presence.more}></cd-who-is-here>
        <cd-export-menu
          .links=${exportLinks({ articleId: shown.id })}
          note="Verified claims of this story: found accurate, and passed by a second person"
          .more=${[...proofLinks(shown.id), ...storyLinks(shown.id)]}
          more-note="The checking proof: the whole story with all its claims as they stand"
        ></cd-export-menu>
        ${page.text.isOpen ? nothing : newerText(shown)}
        <button type="button" @click=${page.settings.show}>Settings</button>
      </div>
    </div>
  `;
}

/** The ways to another text, as far as this person has them. */
function newerText({ can }: Article): TemplateResult {
  const way = (command: 'edit-text' | 'newer-text', label: string) => html`<button
    type="button"
    @click=${(event: Event) => event.target?.dispatchEvent(new CommandEvent(command))}
  >
    ${label} <kbd>${keyOf(command)}</kbd>
  </button>`;
  return html`
    ${can.includes('revise') ? way('edit-text', 'Edit text') : nothing}
    ${can.includes('arrive') ? way('newer-text', 'Newer text') : nothing}
  `;
}

/** Said aloud already where it came about: here it is only to be seen. */
const told = ({ notice }: ProofView['session']) =>
  notice === null ? nothing : html`<p class="told" aria-hidden="true">${notice}</p>`;

/** Marks that the server did not take: nothing of them is lost, and the way on is here. */
export function unsaved(view: ProofView): TemplateResult | typeof nothing {
  const { session } = view;
  const failed = session.store.pending.filter(({ state }) => state === 'failed');
  if (failed.length === 0 && view.placing !== null) return placingStrip(view);
  if (failed.length === 0) return session.linkOffers.length === 0 ? told(session) : links(session);
  return html`
    <div class="strip" role="alert">
      ${failed.map(
        ({ id, kind, span, message }) => html`
          <div class="notice wrong actions">
            <span>Not saved: ${KIND_WORDS[kind].toLowerCase()} ${quoted(span.quote)}. ${message}</span>
            <button
              type="button"
              @click=${(event: Event) => event.target?.dispatchEvent(new ChooseEvent(id, true))}
            >
              Look
            </button>
          </div>
        `,
      )}
    </div>
  `;
}

/** Links that the suggestions have, and that would expire a verdict. */
function links(session: ProofView['session']): TemplateResult {
  return html`
    <div class="strip" role="alert">
      ${session.linkOffers.map((offer) => {
        const [claim, to] = [session.store.get(offer.claimId), session.store.get(offer.to)];
        if (claim === null || to === null) return nothing;
        const link = offer.link === 'part_of' ? 'part of' : 'said by';
        return html`
          <div class="notice actions">
            <span>
              ${quoted(claim.span.quote)} ${link} ${readingOf(to)}? Linking expires its verdict.
            </span>
            <button type="button" @click=${() => void settleLink(session, offer, true)}>Link</button>
            <button type="button" @click=${() => void settleLink(session, offer, false)}>Leave it</button>
          </div>
        `;
      })}
    </div>
  `;
}

export function stage(page: Page, view: ProofView): TemplateResult {
  const { session } = view;
  const { left, toReview, total } = progressOf(session.store.all);
  return html`
    <cd-proof-bar
      .articleId=${view.article.id}
      .left=${left}
      .toReview=${toReview}
      .total=${total}
      .filter=${view.filter}
      .undoes=${session.undo.nextUndo}
      .redoes=${session.undo.nextRedo}
      .snap=${view.snap}
      .suggested=${session.suggestions.open.length}
      .suggests=${session.suggestions.isShown}
      .reads=${session.suggestions.isSupported}
      .looks=${session.looksForSuggestions}
      .known=${session.suggestions.isLoaded}
      .list=${view.list}
      .ledger=${view.ledger}
      .figureProblems=${page.figures.ledger?.problems.length ?? 0}
    ></cd-proof-bar>
    <div class="stage">
      ${view.ledger ? ledger(page, view) : view.list ? table(page, view) : paper(page, view)}
      ${page.wide.matches ? html`<aside aria-label="Inspector"><div class="beside">${beside(page, view)}</div></aside>` : below(page, view)}
    </div>
  `;
}

function ledger({ figures }: Page, { article, session }: ProofView): TemplateResult {
  return html`<cd-ledger
    .ledger=${figures.ledger}
    .problem=${figures.problem}
    .articleId=${session.articleId}
    .markable=${article.can.includes('mark')}
    @again=${() => void figures.load()}
  ></cd-ledger>`;
}

function table(page: Page, view: ProofView): TemplateResult {
  const claims = view.session.store.all.filter((claim) => passesFilter(claim, view.filter));
  return html`<cd-claim-table
    .claims=${claims}
    .chosenId=${view.chosenId}
    .people=${page.people}
    .here=${page.follow.onClaims}
  ></cd-claim-table>`;
}

function paper(page: Page, view: ProofView): TemplateResult {
  const { article } = view;
  const { items, marks, bySentence } = view.shown;
  const chosen = items.find(({ id }) => id === view.chosenId) ?? view.suggestion;
  return html`
    <div class="paper ${page.narrow.matches ? 'compact' : ''}">
      <cd-story-text
        .revision=${article.revision}
        .language=${article.language}
        .marks=${marks}
        .chosen=${chosen}
        .place=${view.place}
        .selection=${view.selection}
        .help=${HELP}
        @story-layout=${() => page.measure()}
      ></cd-story-text>
      <cd-margin-notes
        .items=${bySentence}
        .chosenId=${view.chosenId}
        .people=${page.people}
        .here=${page.follow.onClaims}
        .compact=${page.narrow.matches}
      ></cd-margin-notes>
      ${view.offersKinds ? toolbar(page, view) : nothing}
    </div>
  `;
}

function toolbar(page: Page, view: ProofView): TemplateResult | typeof nothing {
  if (view.selection === null) return nothing;
  if (page.touch) return html`<cd-mark-toolbar class="touch"></cd-mark-toolbar>`;
  const place = page.placeOf(view.selection);
  if (place === null) return nothing;
  return html`<cd-mark-toolbar
    ${placed({ top: `${place.top}px`, left: `${place.left}px` })}
  ></cd-mark-toolbar>`;
}

function beside(page: Page, view: ProofView): TemplateResult {
  if (view.chosenId === null) return howToStart(view);
  return inspector(page, view, false);
}

function below(page: Page, view: ProofView): TemplateResult | typeof nothing {
  if (!view.sheet || view.chosenId === null)
    return view.session.store.all.length === 0 && !view.list && !view.ledger
      ? html`<aside aria-label="How to start">${howToStart(view)}</aside>`
      : nothing;
  return html`<aside class="below" aria-label="Inspector">${inspector(page, view, true)}</aside>`;
}

function inspector(page: Page, view: ProofView, sheet: boolean): TemplateResult {
  const { chosen, session, chosenId, suggestion } = view;
  if (suggestion !== null) return suggestionPanel(page, view, suggestion);
  if (chosen !== null)
    return html`<cd-inspector .view=${inspectorView(page, view, chosen)} .sheet=${sheet}>
      <cd-words-changed
        slot="text-change"
        .change=${page.textChange.of(chosen.id)?.change ?? null}
      ></cd-words-changed>
      <cd-reach-line slot="reach" .reach=${page.reach.of(chosen.id)}></cd-reach-line>
    </cd-inspector>`;
  const pending = chosenId === null ? null : session.store.pendingMark(chosenId);
  return pending === null
    ? html`<p class="nothing soft">This claim is not in the story.</p>`
    : html`<cd-inspector .pending=${pending} .sheet=${sheet}></cd-inspector>`;
}

function suggestionPanel(page: Page, view: ProofView, suggested: Suggested): TemplateResult {
  const items = view.suggested;
  const form: InspectorView = {
    ...inspectorView(page, view, suggested.form),
    saveLabel: 'Accept as edited',
  };
  return html`<cd-suggestion-panel
    .suggested=${suggested}
    .view=${form}
    .place=${items.indexOf(suggested) + 1}
    .total=${items.length}
    .threshold=${view.threshold}
    .inSentence=${view.sureOfSentence.length}
  ></cd-suggestion-panel>`;
}

function inspectorView(page: Page, view: ProofView, claim: Claim): InspectorView {
  const { session } = view;
  return {
    claim,
    claims: session.store.all,
    me: page.me,
    people: page.people,
    assignees: assignees(page.people.values(), view.article, claim.assigneeId),
    tab: view.tab,
    sought: view.sought,
    language: view.article.language,
    draft: (form) => session.drafts.get(claim.id, form),
    form: (form) => session.form(claim.id, form),
    changedBy: session.changers.get(claim.id) ?? null,
    here: page.follow.onClaims.get(claim.id) ?? [],
    aside: session.aside(claim.id),
    evidence: session.evidence,
    texts: session.texts,
    sources: session.sources,
    found: page.register.found,
    mentionable: page.peopleSearch.found,
    selection: view.selectedSpan,
    unsaved: session.store.isCovered(claim.id),
  };
}

/** The way to work them through; nothing where there are none, or where this person may not. */
function suggestionsToDo({ session, article }: ProofView): TemplateResult | typeof nothing {
  const { length } = session.suggestions.open;
  if (length === 0 || !article.can.includes('mark')) return nothing;
  return html`
    <p>
      <button
        type="button"
        @click=${(event: Event) => event.target?.dispatchEvent(new CommandEvent('next-suggestion'))}
      >
        Look at ${counted(length, 'suggestion', 'suggestions')} <kbd>${keyOf('next-suggestion')}</kbd>
      </button>
    </p>
  `;
}

function howToStart(view: ProofView): TemplateResult {
  const { session, article, list, ledger: isLedger } = view;
  if (isLedger)
    return html`<div class="nothing"><p class="soft">Press a figure to read it where it stands, or <kbd>${keyOf('figures')}</kbd> for the story.</p></div>`;
  if (!article.can.includes('mark'))
    return html`<div class="nothing"><p class="soft">Press a mark in the story to read about its claim.</p></div>`;
  const first = session.store.all.length === 0;
  if (list && !first)
    return html`<div class="nothing"><p class="soft">Press a claim’s reading in the list to look at it, or <kbd>l</kbd> for the story.</p></div>`;
  return html`
    <div class="nothing">
      ${
        first
          ? html`<h2>No claims yet</h2>
              <p>Select words in the story, or move with the arrow keys, and mark what can be checked:</p>`
          : html`<p class="soft">Press a mark in the story, or <kbd>n</kbd> for the next. Select words to mark more:</p>`
      }
      ${suggestionsToDo(view)}
      <ul role="list">
        ${KINDS.map((kind) => html`<li><kbd>${keyOf(`mark-${kind}`)}</kbd> ${KIND_WORDS[kind]}</li>`)}
      </ul>
      <p class="soft"><kbd>?</kbd> shows all keys.</p>
    </div>
  `;
}
