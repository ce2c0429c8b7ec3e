import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { ClaimKind } from '../../../server/contract/claims.ts';
import { type Command, keyOf } from '../../controllers/proof/key-map.ts';
import { KIND_WORDS, KINDS, readingOf } from '../../controllers/proof/readings.ts';
import { percent, type Suggested } from '../../controllers/proof/suggestions.ts';
import { shared } from '../../styles/shared.ts';
import { controlValue } from '../form.ts';
import '../inspector/details-form.ts';
import type { InspectorView } from '../inspector/view.ts';
import { act } from '../inspector/view.ts';
import { CommandEvent, NameSourceEvent, ThresholdEvent } from './events.ts';
import { kindStyles } from './kind-styles.ts';

/** The edges of the marked words, by a word. */
const EDGES: readonly [Command, string][] = [
  ['start-out', 'Begin earlier'],
  ['start-in', 'Begin later'],
  ['end-in', 'End earlier'],
  ['end-out', 'End later'],
];

/** Confidence from which all suggestions of a sentence are accepted together. */
const THRESHOLDS: readonly number[] = [0.9, 0.8, 0.7, 0.5, 0];

/**
 * A claim that the program proposes: what, why and how sure, with its kind, its words and its details to be changed
 * before it is accepted.
 *
 * @fires command - Accept, dismiss, go on: each has a key as well.
 * @fires act - What was typed in the form, and its acceptance.
 * @fires threshold - All of the sentence should be accepted from another confidence on.
 * @fires name-source - Who speaks should be put into the register.
 */
@customElement('cd-suggestion-panel')
export class CdSuggestionPanel extends LitElement {
  static override styles = [
    ...shared,
    kindStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-block-size: 0;
        overflow: auto;
      }
      section {
        display: grid;
        gap: var(--space-m);
        padding: var(--space-m) var(--space-l);
      }
      header {
        display: grid;
        gap: var(--space-xs);
      }
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-s);
      }
      .line .close {
        margin-inline-start: auto;
      }
      blockquote {
        margin: 0;
        padding-inline-start: var(--space-m);
        border-inline-start: 3px dashed var(--kind-line);
        font-family: var(--serif);
        overflow-wrap: anywhere;
      }
      .reading {
        font-weight: 600;
      }
      .sure {
        font-variant-numeric: tabular-nums;
      }
      .count {
        color: var(--ink-soft);
        font-size: var(--text-s);
        font-variant-numeric: tabular-nums;
      }
      select {
        inline-size: auto;
        font-size: var(--text-s);
        font-weight: 400;
      }
      .primary kbd {
        border-color: currentColor;
        background: none;
        color: inherit;
      }
      @media (max-width: 40rem) {
        kbd {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) suggested: Suggested | null = null;
  /** What its form is drawn from; its claim is the suggestion's. */
  @property({ attribute: false }) view: InspectorView | null = null;
  /** Its place among those that wait, from 1, and how many these are. */
  @property({ type: Number }) place = 0;
  @property({ type: Number }) total = 0;
  /** From this confidence on all of the sentence are accepted together. */
  @property({ type: Number }) threshold = 0;
  /** How many of its sentence that would be. */
  @property({ type: Number, attribute: 'in-sentence' }) inSentence = 0;

  protected override render() {
    const { suggested, view } = this;
    if (suggested === null || view === null) return nothing;
    const { suggestion, claim } = suggested;
    const may = suggestion.can.includes('accept');
    const isEdited = view.draft('details') !== null;
    return html`
      <section aria-label="Suggestion" @keydown=${this.onKeyDown}>
        <header class="kind-${claim.kind}">
          <div class="line">
            <strong>Suggested ${KIND_WORDS[suggestion.kind].toLowerCase()}</strong>
            ${isEdited ? html`<span class="count">edited</span>` : nothing}
            <span class="count">${this.place} of ${this.total}</span>
            <button class="quiet icon close" type="button" aria-label="Back to the story" @click=${() => this.run('back')}>
              ✕
            </button>
          </div>
          <blockquote dir="auto">${claim.span.quote}</blockquote>
          <p class="reading" dir="auto">${readingOf(claim)}</p>
          <p class="small"><span class="sure">${percent(suggestion.confidence)} sure:</span> ${suggestion.why}</p>
        </header>
        <div class="actions">
          ${may ? this.button('accept-suggestion', 'Accept', 'primary') : nothing}
          ${suggestion.can.includes('dismiss') ? this.button('dismiss-suggestion', 'Dismiss') : nothing}
          ${may ? this.button('edit-suggestion', 'Edit') : nothing}
        </div>
        <div class="actions">
          ${this.button('previous-suggestion', 'Previous', 'quiet')} ${this.button('next-suggestion', 'Next', 'quiet')}
        </div>
        ${may ? this.allOfSentence() : nothing} ${this.register(suggested)}
        ${may ? this.kindAndWords(view) : nothing}
        <cd-details-form .view=${view}></cd-details-form>
      </section>
    `;
  }

  /** Put the focus into the form, once it is drawn. */
  async focusForm(): Promise<void> {
    await this.updateComplete;
    const form = this.renderRoot.querySelector('cd-details-form');
    await form?.updateComplete;
    form?.shadowRoot
      ?.querySelector<HTMLElement>('input:not([disabled]), select:not([disabled]), textarea:not([disabled])')
      ?.focus();
  }

  /** Put the focus on the choice of the kind, once it is drawn. */
  async focusKind(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#kind')?.focus();
  }

  /** What the form of the details does not have: for a claim these are in its header, and at its edges in the story. */
  private kindAndWords({ claim, selection, form }: InspectorView) {
    const wrong = form('details').problem?.issues?.find(({ path }) => path === 'span' || path === 'kind');
    return html`
      <div class="field">
        <label for="kind">Kind <kbd>${keyOf('kind')}</kbd></label>
        <select id="kind" @change=${this.onKind}>
          ${KINDS.map((kind) => html`<option value=${kind} .selected=${kind === claim.kind}>${KIND_WORDS[kind]}</option>`)}
        </select>
      </div>
      <div class="field" role="group" aria-label="Marked words">
        <span class="label">Marked words</span>
        ${wrong === undefined ? nothing : html`<p class="wrong">${wrong.message}</p>`}
        <div class="actions">
          <button
            type="button"
            aria-disabled=${selection === null ? 'true' : 'false'}
            @click=${() => this.run('take-words')}
          >
            Take from selection <kbd>${keyOf('take-words')}</kbd>
          </button>
        </div>
        <div class="actions">
          ${EDGES.map(([command, label]) => this.button(command, label, 'quiet'))}
        </div>
      </div>
    `;
  }

  private onKind(event: Event): void {
    const kind = ClaimKind.safeParse(controlValue(event));
    if (kind.success && this.view !== null) act(this, this.view, { type: 'kind', kind: kind.data });
  }

  private button(command: Command, label: string, look = '') {
    return html`<button class=${look} type="button" @click=${() => this.run(command)}>
      ${label} <kbd>${keyOf(command)}</kbd>
    </button>`;
  }

  private allOfSentence() {
    const count = this.inSentence;
    return html`
      <div class="actions">
        <button
          type="button"
          aria-disabled=${count === 0 ? 'true' : 'false'}
          @click=${() => this.run('accept-sentence')}
        >
          Accept ${count} of this sentence <kbd>${keyOf('accept-sentence')}</kbd>
        </button>
        <label class="line small">
          from
          <select
            aria-label="Accept together from this confidence on"
            @change=${(event: Event) => this.dispatchEvent(new ThresholdEvent(Number(controlValue(event))))}
          >
            ${THRESHOLDS.map(
              (value) =>
                html`<option value=${value} .selected=${value === this.threshold}>${percent(value)}</option>`,
            )}
          </select>
        </label>
      </div>
    `;
  }

  /** Whose words these are: known to the register, or to be put there. */
  private register({ suggestion, id }: Suggested) {
    const { sourceName, proposedSource } = suggestion;
    if (sourceName === null) return nothing;
    if (proposedSource !== null)
      return html`<p class="small">In the register: <bdi>${proposedSource.name}</bdi></p>`;
    return html`
      <div class="notice line small">
        <span>Not in the register: <bdi>${sourceName}</bdi></span>
        ${
          suggestion.can.includes('accept')
            ? html`<button type="button" @click=${() => this.dispatchEvent(new NameSourceEvent(id))}>
                Add to the register
              </button>`
            : nothing
        }
      </div>
    `;
  }

  private run(command: Command): void {
    this.dispatchEvent(new CommandEvent(command));
  }

  private onKeyDown(event: KeyboardEvent): void {
    if (this.view === null || event.defaultPrevented) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      this.run('back');
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      act(this, this.view, { type: 'save', form: 'details' });
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-suggestion-panel': CdSuggestionPanel;
  }
}
