import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { ClaimKind } from '../../../server/contract/claims.ts';
import { letGo } from '../../controllers/hold-field.ts';
import type { PendingMark } from '../../controllers/proof/claim-store.ts';
import type { FormName } from '../../controllers/proof/drafts.ts';
import { isOutgrown } from '../../controllers/proof/outgrown.ts';
import { companyWords } from '../../controllers/proof/present.ts';
import {
  KIND_WORDS,
  KINDS,
  RETURN_WORDS,
  readingOf,
  STATUS_GLYPHS,
  statusWord,
} from '../../controllers/proof/readings.ts';
import { shared } from '../../styles/shared.ts';
import { pieceStyles } from '../pieces.ts';
import { kindStyles } from '../proof/kind-styles.ts';
import { ActEvent, TABS, type Tab } from './acts.ts';
import './details-form.ts';
import './evidence-tab.ts';
import './history-tab.ts';
import { inspectorStyles } from './inspector-styles.ts';
import { outgrownPart, outgrownStyles } from './outgrown.ts';
import './review-form.ts';
import './talk-tab.ts';
import { textChange } from './text-change.ts';
import './verdict-form.ts';
import { act, type InspectorView } from './view.ts';

const TAB_WORDS: Readonly<Record<Tab, string>> = {
  details: 'Details',
  verdict: 'Verdict',
  evidence: 'Evidence',
  talk: 'Talk',
  history: 'History',
};

/** The form whose draft makes a tab's mark. */
const FORM_OF: Readonly<Record<Tab, FormName | null>> = {
  details: 'details',
  verdict: 'verdict',
  evidence: 'citation',
  talk: 'comment',
  history: null,
};

/** Why a claim came back is what its checker reads first, whichever side of it is open. */
function returnedFor({ status, review }: InspectorView['claim']) {
  if (status !== 'returned' || review?.reasonCode == null) return nothing;
  return html`<p class="returned" dir="auto">${RETURN_WORDS[review.reasonCode]}: ${review.note}</p>`;
}

function countOf(tab: Tab, { claim }: InspectorView): number {
  if (tab === 'evidence') return claim.citationCount;
  return tab === 'talk' ? claim.openComments : 0;
}

/**
 * All about the chosen claim: what it says, how it was checked, what was said about it.
 *
 * @slot text-change - What a newer text changed in it.
 * @slot reach - Where the claim went.
 * @fires act - What the person wants done.
 */
@customElement('cd-inspector')
export class CdInspector extends LitElement {
  static override styles = [...shared, kindStyles, inspectorStyles, pieceStyles, outgrownStyles];

  @property({ attribute: false }) view: InspectorView | null = null;
  /** A mark that the server has not taken, in place of a claim. */
  @property({ attribute: false }) pending: PendingMark | null = null;
  /** It lies over the story and can be closed. */
  @property({ type: Boolean, reflect: true }) sheet = false;

  private focusWanted = false;

  protected override render() {
    if (this.pending !== null) return this.unsaved(this.pending);
    const { view } = this;
    if (view === null) return nothing;
    return html`
      <section aria-label="Claim" @keydown=${this.onKeyDown}>
        ${this.header(view)}
        <div role="tablist" aria-label="About this claim" @keydown=${this.onTabKey}>
          ${TABS.map((tab) => this.tabButton(view, tab))}
        </div>
        <div
          class="panel-body"
          role="tabpanel"
          id="panel"
          tabindex=${this.hasNothingToPress(view) ? '0' : nothing}
          aria-labelledby="tab-${view.tab}"
        >
          ${keyed(view.claim.id, this.panel(view))}
        </div>
      </section>
    `;
  }

  protected override updated(_changed: PropertyValues<this>): void {
    this.toTop();
    if (!this.focusWanted || this.view === null) return;
    this.focusWanted = false;
    void this.focusFirst();
  }

  /** Another claim, or another side of it, begins at its top and not where the one before was left. */
  private toTop(): void {
    const shown = this.view === null ? '' : `${this.view.claim.id} ${this.view.tab}`;
    if (shown === this.shown) return;
    this.shown = shown;
    // Scrolling lays the page out: with the frame, which does so anyway.
    requestAnimationFrame(() => {
      const body = this.renderRoot.querySelector<HTMLElement>('.panel-body');
      if (body === null) return;
      letGo(body);
      body.scrollTo({ top: 0 });
    });
  }
  private shown = '';

  /** Put the focus into the open form, once it is drawn. */
  focusForm(): void {
    this.focusWanted = true;
    this.requestUpdate();
  }

  /** Put the focus on the choice of the kind. */
  async focusKind(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#kind')?.focus();
  }

  private async focusFirst(): Promise<void> {
    if (this.view?.tab === 'verdict' && isOutgrown(this.view.claim)) {
      this.renderRoot.querySelector<HTMLElement>('.outgrown button')?.focus();
      return;
    }
    const reviews = this.view?.tab === 'verdict' && this.view.claim.can.includes('review');
    const part = this.renderRoot.querySelector(reviews ? 'cd-review-form' : '.panel-body > :first-child');
    if (part instanceof LitElement) await part.updateComplete;
    const control = part?.shadowRoot?.querySelector<HTMLElement>(
      'input:not([disabled]):is([type="radio"]:checked, :not([type="radio"])), select:not([disabled]), textarea:not([disabled])',
    );
    const radio = part?.shadowRoot?.querySelector<HTMLElement>('input[type="radio"]');
    const button = reviews ? part?.shadowRoot?.querySelector<HTMLElement>('.actions button') : null;
    const wanted = button ?? (this.view?.tab === 'verdict' ? (radio ?? control) : control);
    (wanted ?? this.renderRoot.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]'))?.focus();
  }

  private header(view: InspectorView) {
    const { claim } = view;
    const can = (what: (typeof claim.can)[number]) => claim.can.includes(what);
    return html`
      <header class="kind-${claim.kind}">
        <div class="line">
          <label class="visually-hidden" for="kind">Kind</label>
          <select id="kind" ?disabled=${!can('edit')} @change=${this.onKind}>
            ${KINDS.map((kind) => html`<option value=${kind} .selected=${kind === claim.kind}>${KIND_WORDS[kind]}</option>`)}
          </select>
          <span class="status">${STATUS_GLYPHS[claim.status]} ${statusWord(claim)}</span>
          ${this.closeButton(claim.id)}
        </div>
        <blockquote class="story-words" dir="auto">${claim.span.quote}</blockquote>
        <p class="reading" dir="auto">${readingOf(claim)}</p>
        ${view.unsaved === true ? html`<p class="notice small">Not saved yet, and kept here</p>` : nothing}
        ${this.hereLine(view)} ${returnedFor(claim)} ${textChange(view, this)} ${outgrownPart(view, this)}
        <slot name="reach"></slot>
        <div class="line">
          <label for="assignee">Checked by</label>
          <select id="assignee" ?disabled=${!can('edit')} @change=${this.onAssign}>
            <option value="" .selected=${claim.assigneeId === null}>Nobody yet</option>
            ${view.assignees.map(
              ({ id, name }) => html`<option value=${id} .selected=${id === claim.assigneeId}>
                ${id === view.me?.id ? `${name} (you)` : name}
              </option>`,
            )}
          </select>
          ${
            can('withdraw')
              ? html`<button class="quiet" type="button" @click=${() => act(this, view, { type: 'withdraw' })}>
                  Withdraw <kbd>x</kbd>
                </button>`
              : nothing
          }
          ${
            can('restore')
              ? html`<button type="button" @click=${() => act(this, view, { type: 'restore' })}>Restore</button>`
              : nothing
          }
        </div>
      </header>
    `;
  }

  /** Who else is on this claim. Its line stands there for as long as the claim is shown, once somebody came. */
  private hereLine({ claim, here }: InspectorView) {
    if (here.length === 0 && this.hadCompany !== claim.id) return nothing;
    this.hadCompany = claim.id;
    return html`<p class="here" aria-live="off">${companyWords(here)}</p>`;
  }
  private hadCompany = '';

  private closeButton(claimId: string) {
    return html`<button
      class="quiet icon close"
      type="button"
      aria-label="Back to the story"
      @click=${() => this.dispatchEvent(new ActEvent(claimId, { type: 'close' }))}
    >
      ✕
    </button>`;
  }

  private tabButton(view: InspectorView, tab: Tab) {
    const selected = view.tab === tab;
    const count = countOf(tab, view);
    const form = FORM_OF[tab];
    const dirty = form !== null && view.draft(form) !== null;
    return html`
      <button
        type="button"
        role="tab"
        id="tab-${tab}"
        tabindex=${selected ? 0 : -1}
        aria-selected=${selected ? 'true' : 'false'}
        aria-controls="panel"
        @click=${() => act(this, view, { type: 'tab', tab })}
      >
        ${TAB_WORDS[tab]}${count > 0 ? html` <span class="count">${count}</span>` : nothing}
        ${dirty ? html`<span class="dot" role="img" aria-label="not saved">●</span>` : nothing}
      </button>
    `;
  }

  /** Then the panel itself takes the keys that scroll it. */
  private hasNothingToPress({ tab, claim }: InspectorView): boolean {
    return tab === 'history' || !claim.can.includes('edit') || (tab === 'verdict' && isOutgrown(claim));
  }

  private panel(view: InspectorView) {
    switch (view.tab) {
      case 'details':
        return html`<cd-details-form .view=${view}></cd-details-form>`;
      case 'verdict':
        return html`<cd-verdict-form .view=${view}><cd-review-form .view=${view}></cd-review-form></cd-verdict-form>`;
      case 'evidence':
        return html`<cd-evidence-tab .view=${view}></cd-evidence-tab>`;
      case 'talk':
        return html`<cd-talk-tab .view=${view}></cd-talk-tab>`;
      case 'history':
        return html`<cd-history-tab .view=${view}></cd-history-tab>`;
    }
  }

  private unsaved(mark: PendingMark) {
    const send = (type: 'retry-mark' | 'discard-mark' | 'mark-there') =>
      this.dispatchEvent(new ActEvent(mark.id, { type }));
    return html`
      <section aria-label="Mark not saved yet">
        <header class="kind-${mark.kind}">
          <div class="line"><strong>${KIND_WORDS[mark.kind]}</strong>${this.closeButton(mark.id)}</div>
          <blockquote class="story-words" dir="auto">${mark.span.quote}</blockquote>
        </header>
        <div class="panel-body">
          ${
            mark.state !== 'failed'
              ? html`<p class="soft">${
                  mark.state === 'saving'
                    ? 'Saving…'
                    : 'Not saved yet. The mark is kept, and saved by itself later.'
                }</p>`
              : html`
                  <div class="notice wrong" role="alert">
                    <p>${mark.message}</p>
                    ${mark.proposed === null ? html`<p>These words are not in the newer text.</p>` : nothing}
                    ${mark.proposed ? html`<p>There they read: <q>${mark.proposed.quote}</q></p>` : nothing}
                  </div>
                  <div class="actions">
                    ${
                      mark.proposed
                        ? html`<button class="primary" type="button" @click=${() => send('mark-there')}>Mark there</button>`
                        : nothing
                    }
                    ${
                      mark.proposed === undefined
                        ? html`<button class="primary" type="button" @click=${() => send('retry-mark')}>Try again</button>`
                        : nothing
                    }
                    <button type="button" @click=${() => send('discard-mark')}>Discard the mark</button>
                  </div>
                `
          }
        </div>
      </section>
    `;
  }

  private onKind(event: Event): void {
    const value = event.target instanceof HTMLSelectElement ? event.target.value : '';
    const kind = ClaimKind.safeParse(value);
    if (kind.success && this.view !== null) act(this, this.view, { type: 'kind', kind: kind.data });
  }

  private onAssign(event: Event): void {
    if (!(event.target instanceof HTMLSelectElement) || this.view === null) return;
    act(this, this.view, { type: 'assign', personId: event.target.value || null });
  }

  /** Arrow keys move between tabs, as in every tab list. */
  private onTabKey(event: KeyboardEvent): void {
    if (this.view === null) return;
    const at = TABS.indexOf(this.view.tab);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key] ?? 0;
    const tab = TABS[(at + step + TABS.length) % TABS.length];
    if (step === 0 || tab === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act(this, this.view, { type: 'tab', tab });
    this.renderRoot.querySelector<HTMLElement>(`#tab-${tab}`)?.focus();
  }

  private onKeyDown(event: KeyboardEvent): void {
    if (this.view === null || event.defaultPrevented) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      act(this, this.view, { type: 'close' });
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      const form = event.composedPath().find((node) => node instanceof HTMLFormElement);
      event.preventDefault();
      form?.requestSubmit();
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-inspector': CdInspector;
  }
}
