import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { z } from 'zod';
import { type Claim, ReturnReason } from '../../server/contract/claims.ts';
import { PROBLEMS } from '../../server/contract/problem.ts';
import { forgetTyped, keepTyped, recallTyped } from '../controllers/form-draft.ts';
import { RETURN_WORDS } from '../controllers/proof/readings.ts';
import { shared } from '../styles/shared.ts';
import { controlValue } from './form.ts';
import './problem.ts';
import type { ShownProblem } from './problem.ts';

/** What was typed of a return and not sent, kept over a reload. */
const Typed = z.strictObject({ reasonCode: z.union([ReturnReason, z.literal('')]), note: z.string() });
const keyOf = (claimId: string): string => `return.${claimId}`;

/** What a reviewer decided. */
export class DecideEvent extends Event {
  static readonly type = 'decide';
  readonly decision: 'passed' | 'returned';
  readonly reasonCode: ReturnReason | null;
  readonly note: string | null;

  constructor(decision: 'passed' | 'returned', reasonCode: ReturnReason | null, note: string | null) {
    super(DecideEvent.type, { bubbles: true, composed: true });
    this.decision = decision;
    this.reasonCode = reasonCode;
    this.note = note;
  }
}

const refusedWords = (code: string): string =>
  Object.entries(PROBLEMS).find(([known]) => known === code)?.[1][1] ?? 'You may not review this claim.';

/**
 * The decision on a claim's verdict: pass, return with a reason and words, or what was decided.
 *
 * @fires decide - Pass, or return with a reason and words.
 * @fires take-back - The decision was a slip.
 * @fires leave - What had the focus is gone, closed or decided: whoever holds this takes it.
 */
@customElement('cd-decide')
export class CdDecide extends LitElement {
  static override styles = [
    ...shared,
    css`
      :host {
        display: grid;
        gap: var(--space-s);
      }
      form {
        display: grid;
        gap: var(--space-s);
        max-inline-size: 34rem;
      }
    `,
  ];

  @property({ attribute: false }) claim: Claim | null = null;
  /** Why this person may not review it: a refusal's code. */
  @property({ attribute: false }) refused: string | null = null;
  @property({ type: Boolean }) busy = false;
  @property({ attribute: false }) problem: ShownProblem | null = null;
  /** The form for a return is open. */
  @property({ type: Boolean }) returning = false;
  @property({ attribute: false }) reasonCode: ReturnReason | '' = '';
  @property() note = '';

  @query('select') private reasons!: HTMLSelectElement | null;

  #hadFocus = false;
  /** The claim whose typed words are in the form. */
  #typedFor: string | null = null;

  /** Open the form that returns the claim. */
  async openReturn(): Promise<void> {
    if (!this.mayDecide) return;
    this.returning = true;
    await this.updateComplete;
    this.reasons?.focus();
  }

  /** Not where a decision stands: it is taken back first, so that a key pressed twice decides nothing twice. */
  get mayDecide(): boolean {
    const { claim } = this;
    if (claim === null || this.refused !== null || this.busy) return false;
    return claim.can.includes('review') && (claim.review === null || claim.review.reopened !== null);
  }

  /** Words that were typed and not sent are in it: whoever lists it leaves it as it is. */
  get isInHand(): boolean {
    return this.busy || this.returning || this.#isUnsent;
  }

  get #isUnsent(): boolean {
    const review = this.claim?.review ?? null;
    return this.note.trim() !== '' && !(review?.decision === 'returned' && review.note === this.note.trim());
  }

  protected override willUpdate(): void {
    this.#recall();
    this.#settle();
    this.#hadFocus = this.matches(':focus-within');
  }

  /** What was typed before a reload, or before the claim was listed elsewhere on the page. */
  #recall(): void {
    const id = this.claim?.id ?? null;
    if (id === null || id === this.#typedFor) return;
    this.#typedFor = id;
    const typed = recallTyped(keyOf(id), Typed);
    this.reasonCode = typed?.reasonCode ?? '';
    this.note = typed?.note ?? '';
    this.returning = this.note.trim() !== '';
  }

  /** What was typed has been decided: nothing of it is in hand any more. */
  #settle(): void {
    const review = this.claim?.review ?? null;
    if (this.busy || review === null || review.reopened !== null || this.#isUnsent) return;
    this.note = '';
    this.reasonCode = '';
    this.returning = false;
  }

  #keep(): void {
    const { claim, reasonCode, note } = this;
    if (claim !== null) keepTyped(keyOf(claim.id), { reasonCode, note });
  }

  protected override updated(): void {
    if (this.claim !== null && !this.#isUnsent) forgetTyped(keyOf(this.claim.id));
    if (this.#hadFocus && !this.matches(':focus-within')) this.dispatchEvent(new Event('leave'));
  }

  protected override render() {
    if (this.claim === null) return nothing;
    return html`<cd-problem .problem=${this.problem}></cd-problem>${this.decision(this.claim)}`;
  }

  private decision(claim: Claim) {
    const { review } = claim;
    if (review !== null && review.reopened === null) {
      const words = review.decision === 'passed' ? '✔ Passed' : '↩ Returned';
      return html`
        <div class="actions" role="status">
          <strong>${words}</strong>
          ${review.reasonCode === null ? nothing : html`<span>${RETURN_WORDS[review.reasonCode]}: ${review.note}</span>`}
          ${
            claim.can.includes('review')
              ? html`<button class="quiet" type="button" ?disabled=${this.busy} @click=${this.onTakeBack}>Take back</button>`
              : nothing
          }
        </div>
        ${this.unsent()}
      `;
    }
    if (this.refused !== null)
      return html`<p class="soft small">${refusedWords(this.refused)}</p>${this.unsent()}`;
    if (!claim.can.includes('review')) return this.unsent();
    return this.returning ? this.returnForm() : this.buttons();
  }

  /** Words for a return that cannot be given any more: somebody else decided, or the claim changed. */
  private unsent() {
    if (!this.#isUnsent) return nothing;
    return html`
      <p class="small">Not sent: <q dir="auto">${this.note}</q></p>
      <div class="actions">
        <button class="quiet" type="button" @click=${this.onThrowAway}>Throw these words away</button>
      </div>
    `;
  }

  private buttons() {
    return html`
      <div class="actions">
        <button type="button" aria-disabled=${this.busy ? 'true' : 'false'} @click=${() => this.pass()}>
          ✔ Pass <kbd>p</kbd>
        </button>
        <button type="button" aria-disabled=${this.busy ? 'true' : 'false'} @click=${() => void this.openReturn()}>
          ↩ Return… <kbd>r</kbd>
        </button>
      </div>
    `;
  }

  private returnForm() {
    return html`
      <form novalidate @submit=${this.onReturn} @keydown=${this.onFormKey}>
        <div class="field">
          <label for="reason">Reason</label>
          <select id="reason" @change=${(event: Event) => this.onReason(controlValue(event))}>
            <option value="">Choose</option>
            ${ReturnReason.options.map(
              (code) =>
                html`<option value=${code} ?selected=${code === this.reasonCode}>${RETURN_WORDS[code]}</option>`,
            )}
          </select>
        </div>
        <div class="field">
          <label for="note">In words</label>
          <textarea id="note" rows="2" maxlength="5000" .value=${this.note}
            @input=${(event: Event) => {
              this.note = controlValue(event);
              this.#keep();
            }}></textarea>
        </div>
        <div class="actions">
          <button class="primary" type="submit" aria-disabled=${this.busy ? 'true' : 'false'}>Return</button>
          <button class="quiet" type="button" @click=${this.onCancel}>Cancel</button>
        </div>
      </form>
    `;
  }

  pass(): void {
    if (this.mayDecide) this.dispatchEvent(new DecideEvent('passed', null, null));
  }

  private onReason(value: string): void {
    this.reasonCode = ReturnReason.options.find((code) => code === value) ?? '';
    this.#keep();
  }

  private onReturn(event: Event): void {
    event.preventDefault();
    if (!this.mayDecide) return;
    const note = this.note.trim() || null;
    this.dispatchEvent(new DecideEvent('returned', this.reasonCode === '' ? null : this.reasonCode, note));
  }

  private onFormKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.onCancel();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.onReturn(event);
  }

  /** What was typed stays, should the form be opened again. */
  private readonly onCancel = (): void => {
    this.returning = false;
    this.dispatchEvent(new Event('leave'));
  };

  private readonly onThrowAway = (): void => {
    this.note = '';
    this.returning = false;
    this.dispatchEvent(new Event('leave'));
  };

  private readonly onTakeBack = (): void => {
    this.dispatchEvent(new Event('take-back', { bubbles: true, composed: true }));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-decide': CdDecide;
  }
}
