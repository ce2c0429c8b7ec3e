import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { type Claim, ReturnReason } from '../../server/contract/claims.ts';
import type { Citation, FigureFound } from '../../server/contract/evidence.ts';
import { PROBLEMS } from '../../server/contract/problem.ts';
import { RETURN_WORDS } from '../controllers/proof/readings.ts';
import { shared } from '../styles/shared.ts';
import { fullTime } from '../times.ts';
import { VERDICT_WORDS } from '../words.ts';
import { controlValue } from './form.ts';
import { inSentence } from './in-sentence.ts';
import './problem.ts';
import type { ShownProblem } from './problem.ts';
import { kindTag, statusTag, tagStyles } from './tags.ts';

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

/** The words of a quote's figures that are not among the words relied on. */
const absent = (figures: readonly FigureFound[]) =>
  figures.filter(({ found }) => !found).map(({ words }) => `“${words}”`);

/**
 * One claim before its reviewer: its words, the verdict, what it rests on, and the decision.
 *
 * @fires decide - Pass, or return with a reason and words.
 * @fires take-back - The decision was a slip.
 * @fires wants-evidence - The card is looked at and has no evidence yet.
 */
@customElement('cd-review-card')
export class CdReviewCard extends LitElement {
  static override styles = [
    ...shared,
    tagStyles,
    css`
      :host {
        display: grid;
        gap: var(--space-s);
        padding: var(--space-m);
        border: 1px solid var(--rule);
        border-radius: var(--radius);
        background: var(--paper-raised);
        overflow-wrap: anywhere;
      }
      :host(:focus-within) {
        border-color: var(--accent);
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: var(--space-2xs) var(--space-m);
        font-size: var(--text-s);
      }
      .sentence {
        max-inline-size: 46rem;
        font-family: var(--serif);
        font-size: 1.0625rem;
        line-height: 1.45;
        max-block-size: 12em;
        overflow: auto;
      }
      mark {
        color: var(--ink);
        background: var(--accent-wash);
        border-block-end: 2px solid var(--accent);
      }
      .verdict,
      li {
        font-size: var(--text-s);
      }
      ul {
        display: grid;
        gap: var(--space-xs);
      }
      q {
        font-family: var(--serif);
      }
      .warning {
        color: var(--danger);
        font-weight: 600;
      }
      form {
        display: grid;
        gap: var(--space-s);
        max-inline-size: 34rem;
      }
    `,
  ];

  @property({ attribute: false }) claim: Claim | null = null;
  /** Null until they are fetched. */
  @property({ attribute: false }) citations: readonly Citation[] | null = null;
  /** Why this person may not review it: a refusal's code. */
  @property({ attribute: false }) refused: string | null = null;
  @property({ attribute: 'checker' }) checker = '';
  @property({ type: Boolean }) busy = false;
  @property({ attribute: false }) problem: ShownProblem | null = null;
  /** The form for a return is open. */
  @property({ type: Boolean }) returning = false;
  @property({ attribute: false }) reasonCode: ReturnReason | '' = '';
  @property() note = '';

  @query('select') private reasons!: HTMLSelectElement | null;
  @query('.words') private words!: HTMLElement | null;

  /** Focus the words of the claim: from there the keys act. */
  override focus(): void {
    this.words?.focus();
  }

  /** Open the form that returns the claim. */
  async openReturn(): Promise<void> {
    if (!this.mayDecide) return;
    this.returning = true;
    await this.updateComplete;
    this.reasons?.focus();
  }

  get mayDecide(): boolean {
    return this.refused === null && !this.busy && this.claim?.can.includes('review') === true;
  }

  protected override render() {
    const { claim } = this;
    if (claim === null) return nothing;
    return html`
      <p class="head">${kindTag(claim.kind)} ${statusTag(claim.status)}<slot></slot></p>
      <p class="sentence words" dir="auto" tabindex="-1">${inSentence(claim)}</p>
      ${claim.summary === null ? nothing : html`<p class="soft" dir="auto">${claim.summary}</p>`}
      ${this.verdict(claim)} ${this.evidence()}
      <cd-problem .problem=${this.problem}></cd-problem>
      ${this.decision(claim)}
    `;
  }

  private verdict({ verdict }: Claim) {
    if (verdict === null) return nothing;
    return html`
      <div class="verdict">
        <p>
          <strong>${VERDICT_WORDS[verdict.verdict]}</strong>, ${this.checker},
          <time datetime=${verdict.at}>${fullTime(verdict.at)}</time>
        </p>
        <p dir="auto">${verdict.reason}</p>
        ${verdict.correction === null ? nothing : html`<p dir="auto">Correct: ${verdict.correction}</p>`}
      </div>
    `;
  }

  private evidence() {
    if (this.citations === null) return html`<p class="soft small">Fetching the evidence…</p>`;
    const live = this.citations.filter(({ withdrawn, evidence }) => !withdrawn && !evidence.withdrawn);
    if (live.length === 0) return html`<p class="warning small">No evidence is cited.</p>`;
    return html`<ul role="list" aria-label="Evidence">${live.map((citation) => this.citation(citation))}</ul>`;
  }

  private citation({ evidence, locator, quote, stance, figures }: Citation): TemplateResult {
    const isWeb = evidence.url !== null && /^https?:/i.test(evidence.url);
    const missing = absent(figures);
    return html`
      <li>
        <span class="soft">${stance}:</span>
        ${
          isWeb
            ? html`<a href=${evidence.url ?? ''} target="_blank" rel="noopener noreferrer">${evidence.title}</a>`
            : evidence.title
        }${evidence.publisher === null ? nothing : html`, ${evidence.publisher}`}${
          locator === null ? html`, <span class="soft">no place named</span>` : html`, ${locator}`
        }
        ${quote === null ? nothing : html`<br /><q dir="auto">${quote}</q>`}
        ${
          missing.length === 0
            ? nothing
            : html`<br /><span class="warning">${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} not in these words.</span>`
        }
      </li>
    `;
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
      `;
    }
    if (this.refused !== null) return html`<p class="soft small">${refusedWords(this.refused)}</p>`;
    if (!claim.can.includes('review')) return nothing;
    return this.returning ? this.returnForm() : this.buttons();
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
  }

  private onReturn(event: Event): void {
    event.preventDefault();
    if (!this.mayDecide) return;
    const note = this.note.trim() === '' ? null : this.note;
    this.dispatchEvent(new DecideEvent('returned', this.reasonCode === '' ? null : this.reasonCode, note));
  }

  private onFormKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.onCancel();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.onReturn(event);
  }

  /** What was typed stays, should the form be opened again. */
  private readonly onCancel = (): void => {
    this.returning = false;
    this.focus();
  };

  private readonly onTakeBack = (): void => {
    this.dispatchEvent(new Event('take-back', { bubbles: true, composed: true }));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-review-card': CdReviewCard;
  }
}
