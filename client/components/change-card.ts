import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Claim } from '../../server/contract/claims.ts';
import type { Span } from '../../server/contract/common.ts';
import type { ChangedClaim } from '../../server/contract/revisions.ts';
import { CHANGE_WORDS } from '../controllers/changes/change-words.ts';
import { shared } from '../styles/shared.ts';
import { VERDICT_WORDS } from '../words.ts';
import { cardStyles } from './card-styles.ts';
import { elsewhereOf, pieceStyles, piecesOf } from './pieces.ts';
import { kindTag, statusTag, tagStyles } from './tags.ts';

/**
 * A claim on two texts: what changed in it, and what that did to its verdict.
 *
 * @slot - Links: to the claim in its story.
 * @slot news - Who changed it.
 * @fires place - The person wants an orphan put where its words stand again.
 * @fires withdraw - The person wants an orphan withdrawn.
 * @fires confirm - The person says that the claim means the same.
 * @fires take-back - The person did not want to say so.
 */
@customElement('cd-change-card')
export class CdChangeCard extends LitElement {
  static override styles = [
    ...shared,
    tagStyles,
    cardStyles,
    pieceStyles,
    css`
      .head {
        align-items: center;
      }
      /* WCAG's least target is 24 px. */
      ::slotted(a) {
        padding-block: 3px;
      }
      .wording {
        max-inline-size: 46rem;
        font-family: var(--serif);
        font-size: 1.0625rem;
        line-height: 1.55;
        overflow-wrap: anywhere;
        white-space: pre-line;
      }
    `,
  ];

  @property({ attribute: false }) change: ChangedClaim | null = null;
  /** The claim as it is now; null where it is not among the story's. */
  @property({ attribute: false }) claim: Claim | null = null;
  /** Where an orphan's words stand again. */
  @property({ attribute: false }) offered: Span | null = null;
  @property({ type: Boolean }) busy = false;
  /** The text with which the verdict expired, where that is another than the one shown. */
  @property({ attribute: false }) expiredWith: number | null = null;
  /** The person confirmed it just now. */
  @property({ type: Boolean }) confirmed = false;

  /** Why nothing was done: the person has to look first. */
  @property({ attribute: false }) asks: string | null = null;

  @query('.wording') private words!: HTMLElement | null;

  /** Whether it is an orphan that this person may withdraw. */
  get mayWithdraw(): boolean {
    return this.claim?.status === 'orphaned' && this.claim.can.includes('withdraw');
  }

  /** Whether this person may say that it means the same. */
  get mayConfirm(): boolean {
    return this.claim?.can.includes('confirm') === true;
  }

  override focus(): void {
    this.words?.focus();
  }

  protected override render() {
    const { change, claim } = this;
    if (change === null) return nothing;
    return html`
      <div class="head">
        ${claim === null ? nothing : html`${kindTag(claim.kind)} ${statusTag(claim.status)}`}
        <strong>${CHANGE_WORDS[change.change]}</strong>
        <slot name="news"></slot><slot></slot>
      </div>
      ${this.wording(change)}
      ${this.verdict(change, claim)} ${this.orphan(claim)}
      ${this.asks === null ? nothing : html`<p class="notice wrong" role="alert">${this.asks}</p>`}
    `;
  }

  /** Where the claim's own words are the same, what changed is beside them in its sentence. */
  private wording({ pieces, beside, from, to, elsewhere }: ChangedClaim) {
    const changed = pieces.length === 0 ? beside : pieces;
    const words = to === null ? html`<del>${from}</del>` : changed.length === 0 ? to : piecesOf(changed);
    return html`<p class="wording" tabindex="-1" dir="auto">${words}</p>
      ${elsewhereOf(elsewhere)}`;
  }

  private verdict({ verdictKept }: ChangedClaim, claim: Claim | null) {
    const verdict = claim?.verdict ?? null;
    if (verdict === null) return html`<p class="soft small">No verdict was given.</p>`;
    const former = VERDICT_WORDS[verdict.verdict];
    if (verdict.expired === null)
      return html`<p class="small">${verdictKept ? former : html`Checked again: ${former}`}</p>
        ${this.confirmed && claim?.can.includes('take_back_verdict') === true ? this.takingBack() : nothing}`;
    return html`<p class="small warning">“${former}” no longer holds and has to be given again.</p>
      ${
        this.expiredWith === null
          ? nothing
          : html`<p class="small">The verdict expired with text ${this.expiredWith}: look at that change as well.</p>`
      }
      ${this.mayConfirm ? this.confirming(claim?.sentenceText ?? '') : nothing}`;
  }

  /** The change may stand beside the claim’s own words: its sentence is shown as it reads now. */
  private confirming(sentence: string) {
    return html`
      <p class="small">The sentence now: <q dir="auto">${sentence}</q></p>
      <div class="actions">
        <button type="button" ?disabled=${this.busy} @click=${() => this.tell('confirm')}>
          Same meaning: confirm <kbd>c</kbd>
        </button>
      </div>
    `;
  }

  private takingBack() {
    return html`<div class="actions">
      <button type="button" class="quiet" ?disabled=${this.busy} @click=${() => this.tell('take-back')}>
        Take the confirmation back <kbd>z</kbd>
      </button>
    </div>`;
  }

  private orphan(claim: Claim | null) {
    if (claim === null || claim.status !== 'orphaned') return nothing;
    const { citationCount, can } = claim;
    const evidence =
      citationCount === 0
        ? 'No evidence is cited for it.'
        : `It keeps its evidence: ${citationCount} ${citationCount === 1 ? 'citation' : 'citations'}.`;
    const may = can.includes('edit');
    return html`
      <p class="small soft">${evidence}</p>
      ${
        may && this.offered !== null
          ? html`<p class="small">Its sentence stands in the text again: <q dir="auto">${this.offered.quote}</q></p>`
          : nothing
      }
      <div class="actions">
        ${
          may && this.offered !== null
            ? html`<button type="button" ?disabled=${this.busy} @click=${() => this.tell('place')}>
                Place it there <kbd>a</kbd>
              </button>`
            : nothing
        }
        ${
          this.mayWithdraw
            ? html`<button type="button" class="quiet" ?disabled=${this.busy} @click=${() => this.tell('withdraw')}>
                Withdraw <kbd>x</kbd>
              </button>`
            : nothing
        }
      </div>
    `;
  }

  private tell(type: 'place' | 'withdraw' | 'confirm' | 'take-back'): void {
    this.dispatchEvent(new Event(type));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-change-card': CdChangeCard;
  }
}
