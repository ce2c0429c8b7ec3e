import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { CorrectionPreview } from '../../server/contract/corrections.ts';
import { shared } from '../styles/shared.ts';
import { counted } from '../words.ts';
import { LEFT_WORDS } from './correction-words.ts';
import { pieceStyles, piecesOf } from './pieces.ts';
import './problem.ts';
import type { ShownProblem } from './problem.ts';

/**
 * The text as it would be: each place that changes in its sentence, what is left to the editor, and the one act that
 * stores it.
 *
 * @fires store - The person wants it stored as a newer text.
 * @fires again - The person wants what is shown fetched anew.
 */
@customElement('cd-correction-proposal')
export class CdCorrectionProposal extends LitElement {
  static override styles = [
    ...shared,
    pieceStyles,
    css`
      section {
        display: grid;
        gap: var(--space-m);
        padding: var(--space-l);
        border: 1px solid var(--rule-strong);
        border-radius: var(--radius);
        background: var(--paper-raised);
        overflow-wrap: anywhere;
      }
      ol,
      ul {
        display: grid;
        gap: var(--space-m);
        padding-inline-start: 1.5em;
      }
      .places li {
        max-inline-size: 46rem;
        font-family: var(--serif);
        font-size: 1.0625rem;
        line-height: 1.55;
        white-space: pre-line;
      }
      ul li {
        font-size: var(--text-s);
      }
      .primary kbd {
        color: var(--ink);
      }
      .actions {
        padding-block-start: var(--space-s);
        border-block-start: 1px solid var(--rule);
      }
    `,
  ];

  /** Null until it is fetched. */
  @property({ attribute: false }) preview: CorrectionPreview | null = null;
  /** Words of a correction, by its claim. */
  @property({ attribute: false }) quotes: ReadonlyMap<string, string> = new Map();
  /** Why this person cannot store it, in words. */
  @property({ attribute: false }) refused: string | null = null;
  @property({ type: Boolean }) busy = false;
  @property({ attribute: false }) problem: ShownProblem | null = null;

  @query('h2') private heading!: HTMLElement;

  override focus(): void {
    this.heading.focus();
    this.scrollIntoView({ block: 'nearest' });
  }

  protected override render() {
    return html`
      <section aria-label="The proposed text">
        <h2 tabindex="-1">The text as it would be</h2>
        ${this.preview === null ? this.waiting() : this.shown(this.preview)}
        <cd-problem .problem=${this.problem}>
          <button type="button" @click=${() => this.dispatchEvent(new Event('again'))}>Look again</button>
        </cd-problem>
      </section>
    `;
  }

  private waiting() {
    return this.problem === null
      ? html`<p class="soft" role="status">Putting the corrections in place…</p>`
      : nothing;
  }

  private shown({ places, left, sameFact, proposal }: CorrectionPreview): TemplateResult {
    return html`
      ${
        places.length === 0
          ? html`<p class="soft">Nothing is put in place. Choose a correction above.</p>`
          : html`<ol class="places">${places.map(({ pieces }) => html`<li dir="auto">${piecesOf(pieces)}</li>`)}</ol>`
      }
      ${
        left.length === 0
          ? nothing
          : html`<div class="notice wrong">
              <h3>Left to the editor</h3>
              <ul>
                ${left.map(
                  ({ claimId, because }) =>
                    html`<li><q dir="auto">${this.quotes.get(claimId) ?? 'A claim'}</q>: ${LEFT_WORDS[because]}</li>`,
                )}
              </ul>
            </div>`
      }
      ${
        sameFact.length === 0
          ? nothing
          : html`<div class="notice">
              <h3>The same fact, and its words stay</h3>
              <ul>
                ${sameFact.map(
                  ({ span, sentenceText }) =>
                    html`<li><q dir="auto">${span.quote}</q> in <q dir="auto">${sentenceText}</q></li>`,
                )}
              </ul>
            </div>`
      }
      ${proposal === null ? nothing : this.act(proposal.corrects?.length ?? 0)}
    `;
  }

  private act(count: number): TemplateResult {
    if (this.refused !== null) return html`<p class="soft">It cannot be stored: ${this.refused}</p>`;
    return html`
      <div class="actions">
        <button
          class="primary"
          type="button"
          aria-disabled=${this.busy ? 'true' : 'false'}
          @click=${() => this.busy || this.dispatchEvent(new Event('store'))}
        >
          ${this.busy ? 'Storing…' : 'Store as a newer text'} <kbd>s</kbd>
        </button>
        <p class="soft small">
          ${count === 1 ? 'The claim is' : `${counted(count, 'claim')} are`} then to be checked again: nothing counts as
          verified by it.
        </p>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-correction-proposal': CdCorrectionProposal;
  }
}
