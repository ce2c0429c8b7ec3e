import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { ClaimKind, ClaimStatus } from '../../../server/contract/claims.ts';
import { type Filter, NO_FILTER } from '../../controllers/proof/claim-store.ts';
import { type Command, keyOf } from '../../controllers/proof/key-map.ts';
import { KIND_WORDS, KINDS, STATUS_GLYPHS, STATUS_WORDS } from '../../controllers/proof/readings.ts';
import { base, buttons, fields } from '../../styles/shared.ts';
import { CommandEvent, FilterEvent } from './events.ts';

const STATUSES = ClaimStatus.options;
/** The longest of what may stand in the room of the suggestions. */
const NOT_READ = 'No suggestions for this language.';

/**
 * What stays above the story: how much is left, which claims are shown, undo.
 *
 * @fires command - A button was pressed that has a key as well.
 * @fires filter - Other claims should be shown.
 */
@customElement('cd-proof-bar')
export class CdProofBar extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    css`
      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-xs) var(--space-s);
      }
      .progress {
        display: flex;
        align-items: center;
        gap: var(--space-s);
        margin-inline-end: auto;
        /* Room for what waits for review, which comes with a verdict. */
        min-inline-size: 11.5rem;
        font-size: var(--text-s);
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }
      progress {
        inline-size: 5rem;
        block-size: 0.5rem;
        accent-color: var(--good);
      }
      select {
        inline-size: auto;
        max-inline-size: 10rem;
        min-block-size: var(--target);
        font-size: var(--text-s);
      }
      .check {
        font-size: var(--text-s);
        white-space: nowrap;
      }
      .suggested {
        display: grid;
        align-items: center;
      }
      .suggested > * {
        grid-area: 1 / 1;
      }
      .ways {
        display: flex;
        gap: var(--space-s);
      }
      .why {
        color: var(--ink-soft);
        font-size: var(--text-s);
      }
      .none {
        visibility: hidden;
      }
      /* Most stories are read before anybody would look here. */
      .late {
        animation: late 0s 500ms both;
      }
      @keyframes late {
        from {
          visibility: hidden;
        }
      }
      button {
        padding-inline: var(--space-s);
      }
      /* Over the corner of its button: it comes late, and moves nothing then. */
      .counted {
        position: relative;
      }
      .count {
        position: absolute;
        inset-block-start: -0.4em;
        inset-inline-end: -0.5em;
        min-inline-size: 1.4em;
        padding-inline: 0.35em;
        border: 1px solid var(--warn);
        border-radius: var(--radius);
        background: var(--warn-wash);
        color: var(--warn);
        font-size: var(--text-xs);
        font-variant-numeric: tabular-nums;
        line-height: 1.3;
        text-align: center;
      }
      /* The first claim must not break the bar in two: the story would move. */
      @media (max-width: 86rem) {
        progress {
          display: none;
        }
        select {
          max-inline-size: 7.5rem;
        }
      }
      @media (max-width: 40rem) {
        kbd {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: 'article-id' }) articleId = '';
  @property({ type: Number }) left = 0;
  /** Of those left: waiting for a second person. */
  @property({ type: Number, attribute: 'to-review' }) toReview = 0;
  @property({ type: Number }) total = 0;
  @property({ attribute: false }) filter: Filter = NO_FILTER;
  /** What undo and redo would take back or do again; null where there is nothing. */
  @property() undoes: string | null = null;
  @property() redoes: string | null = null;
  @property({ type: Boolean }) snap = true;
  @property({ type: Boolean }) list = false;
  @property({ type: Boolean }) ledger = false;
  /** How many things do not add up in the ledger, as far as it was asked. */
  @property({ type: Number, attribute: 'figure-problems' }) figureProblems = 0;
  /** Suggestions that wait for a decision, and whether they are shown. */
  @property({ type: Number }) suggested = 0;
  @property({ type: Boolean }) suggests = true;
  /** Whether the program reads the story's language, as far as is known. */
  @property({ type: Boolean }) reads = true;
  /** They are still looked for, which takes a while in a long story. */
  @property({ type: Boolean }) looks = false;
  /** Whether what is suggested is known. */
  @property({ type: Boolean }) known = false;

  protected override render() {
    const { filter, left, toReview, total } = this;
    return html`
      <div class="bar">
        <p class="progress">
          ${
            total === 0
              ? 'No claims yet'
              : html`<span>
                    <strong>${left}</strong> of ${total} left${
                      toReview === 0
                        ? nothing
                        : html`, <a href="/review?story=${this.articleId}">${toReview} to review</a>`
                    }
                  </span>
                  <progress max=${total} .value=${total - left} aria-label="Claims done"></progress>`
          }
        </p>
        <select aria-label="Show claims of kind" @change=${this.onKind}>
          <option value="" .selected=${filter.kind === null}>All kinds</option>
          ${KINDS.map((kind) => html`<option value=${kind} .selected=${kind === filter.kind}>${KIND_WORDS[kind]}</option>`)}
        </select>
        <select aria-label="Show claims that are" @change=${this.onStatus}>
          <option value="" .selected=${filter.status === null}>Any status</option>
          <option value="left" .selected=${filter.status === 'left'}>Left to do</option>
          ${STATUSES.map(
            (status) =>
              html`<option value=${status} .selected=${status === filter.status}>
                ${STATUS_GLYPHS[status]} ${STATUS_WORDS[status]}
              </option>`,
          )}
        </select>
        <label class="check">
          <input type="checkbox" .checked=${filter.withdrawn} @change=${this.onWithdrawn} /> Withdrawn
        </label>
        ${this.suggestions()} ${this.toggle('snap', 'Whole words', this.snap)} ${this.toggle('list', 'List', this.list)}
        ${this.toggle('figures', 'Figures', this.ledger, this.problemCount())}
        ${this.back('undo', 'Undo', this.undoes)} ${this.back('redo', 'Redo', this.redoes)}
      </div>
    `;
  }

  private problemCount() {
    const { figureProblems: count } = this;
    return count === 0
      ? nothing
      : html`<strong class="count">${count}<span class="visually-hidden"> ${count === 1 ? 'problem' : 'problems'}</span></strong>`;
  }

  /** Suggestions come after the story: they have their room before, so that it does not move under the pointer. */
  private suggestions() {
    const { suggested } = this;
    return html`
      <div class="suggested">
        <span class="ways ${suggested === 0 ? 'none' : ''}">
          ${this.toggle('suggestions', `Suggestions ${suggested === 0 ? '00' : suggested}`, this.suggests)}
          <button type="button" @click=${() => this.run('next-suggestion')}>
            Next <span class="visually-hidden">suggestion</span> <kbd>${keyOf('next-suggestion')}</kbd>
          </button>
        </span>
        <span class="why ${this.reads ? 'none' : ''}">${NOT_READ}</span>
        ${suggested === 0 && this.reads ? this.whyNone() : nothing}
      </div>
    `;
  }

  /** In their room, so that it is no gap in the bar. */
  private whyNone() {
    if (this.looks) return html`<span class="why late">Looking for suggestions…</span>`;
    return html`<span class="why">${this.known ? 'No suggestions.' : 'Suggestions are not here.'}</span>`;
  }

  private toggle(command: Command, label: string, on: boolean, more: unknown = nothing) {
    return html`<button class="counted" type="button" aria-pressed=${on ? 'true' : 'false'} @click=${() => this.run(command)}>
      ${label} ${more} <kbd>${keyOf(command)}</kbd>
    </button>`;
  }

  private back(command: Command, label: string, what: string | null) {
    return html`<button
      type="button"
      aria-disabled=${what === null ? 'true' : 'false'}
      title=${what === null ? nothing : `${label}: ${what}`}
      @click=${() => this.run(command)}
    >
      ${label} <kbd>${keyOf(command)}</kbd>
    </button>`;
  }

  private run(command: Command): void {
    this.dispatchEvent(new CommandEvent(command));
  }

  private change(filter: Filter): void {
    this.dispatchEvent(new FilterEvent(filter));
  }

  private onKind(event: Event): void {
    if (!(event.target instanceof HTMLSelectElement)) return;
    const kind = ClaimKind.safeParse(event.target.value);
    this.change({ ...this.filter, kind: kind.success ? kind.data : null });
  }

  private onStatus(event: Event): void {
    if (!(event.target instanceof HTMLSelectElement)) return;
    const { value } = event.target;
    const status = ClaimStatus.safeParse(value);
    this.change({
      ...this.filter,
      status: value === 'left' ? 'left' : status.success ? status.data : null,
    });
  }

  private onWithdrawn(event: Event): void {
    if (event.target instanceof HTMLInputElement)
      this.change({ ...this.filter, withdrawn: event.target.checked });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-proof-bar': CdProofBar;
  }
}
