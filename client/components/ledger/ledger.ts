import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Ledger, LedgerFinding } from '../../../server/contract/figures.ts';
import { shared } from '../../styles/shared.ts';
import { counted } from '../../words.ts';
import type { ShownProblem } from '../problem.ts';
import '../problem.ts';
import type { CdFigureTable } from './figure-table.ts';
import './figure-table.ts';
import './finding.ts';

/** Findings drawn at first and with each press of "Show more". */
const STEP = 20;

/**
 * The ledger of a story: what does not add up, then every figure.
 *
 * @fires go-to - Words should be read where they stand.
 * @fires again - It could not be fetched and should be asked for once more.
 */
@customElement('cd-ledger')
export class CdLedger extends LitElement {
  static override styles = [
    ...shared,
    css`
      :host {
        display: grid;
        gap: var(--space-xl);
        align-content: start;
        min-inline-size: 0;
      }
      section,
      .all,
      .findings {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-m);
      }
      h2:focus {
        outline: none;
      }
      .silent {
        color: var(--good);
      }
      .head {
        display: grid;
        gap: var(--space-2xs);
      }
      @media print {
        button {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) ledger: Ledger | null = null;
  @property({ attribute: false }) problem: ShownProblem | null = null;
  @property({ attribute: false }) articleId = '';
  /** The story may be marked by whoever reads this. */
  @property({ type: Boolean }) markable = false;
  /** For paper: everything at once. */
  @property({ type: Boolean }) whole = false;

  @state() private shown = STEP;
  @query('h2') private heading!: HTMLElement | null;
  @query('cd-figure-table') private table!: CdFigureTable | null;

  /** Focus the heading, or the figure from which one went to the story. */
  async focusPlace(claimId: string | null): Promise<void> {
    await this.updateComplete;
    this.heading?.focus();
    await this.table?.updateComplete;
    if (claimId !== null) this.table?.focusFigure(claimId);
  }

  protected override render() {
    const { ledger, problem } = this;
    return html`
      <div class="head">
        <h2 tabindex="-1">Figures</h2>
        ${ledger === null ? nothing : this.#summary(ledger)}
      </div>
      <cd-problem .problem=${problem}>
        <button type="button" @click=${() => this.dispatchEvent(new Event('again'))}>Try again</button>
      </cd-problem>
      ${ledger === null ? this.#waiting() : this.#parts(ledger)}
    `;
  }

  #waiting() {
    return this.problem === null ? html`<p class="soft" role="status">Adding up the figures…</p>` : nothing;
  }

  #summary({ figures, problems }: Ledger) {
    const what = counted(figures.length, 'figure');
    if (problems.length === 0)
      return figures.length === 0
        ? nothing
        : html`<p class="silent">✓ ${what}, and nothing that does not add up</p>`;
    return html`<p>${what}, <strong>${counted(problems.length, 'problem')}</strong></p>`;
  }

  #parts({ figures, problems, notes }: Ledger) {
    return html`
      ${this.#findings('What does not add up', problems, false)}
      ${this.#findings('Worth knowing', notes, true)}
      ${
        figures.length === 0
          ? this.#empty()
          : html`<div class="all">
              <h3>All figures</h3>
              <cd-figure-table
                .figures=${figures}
                .articleId=${this.articleId}
                .whole=${this.whole}
              ></cd-figure-table>
            </div>`
      }
    `;
  }

  #findings(
    heading: string,
    findings: readonly LedgerFinding[],
    isNote: boolean,
  ): TemplateResult | typeof nothing {
    if (findings.length === 0) return nothing;
    const shown = this.whole ? findings : findings.slice(0, this.shown);
    const rest = findings.length - shown.length;
    const id = isNote ? 'notes' : 'problems';
    return html`
      <section aria-labelledby=${id}>
        <h3 id=${id}>${heading}</h3>
        <ul role="list" class="findings">
          ${shown.map(
            (finding) =>
              html`<li><cd-ledger-finding .finding=${finding} .articleId=${this.articleId} ?note=${isNote}></cd-ledger-finding></li>`,
          )}
        </ul>
        ${
          rest > 0
            ? html`<div><button
                  type="button"
                  @click=${() => {
                    this.shown += STEP;
                  }}
                >
                  Show more: ${rest.toLocaleString('en-GB')} left
                </button></div>`
            : nothing
        }
      </section>
    `;
  }

  #empty() {
    return html`
      <div class="empty">
        <p>No casualty count is marked in this story.</p>
        ${
          this.markable
            ? html`<p class="soft">
                Go back to the story, press <kbd>q</kbd> for its next figure and <kbd>c</kbd> to mark it.
              </p>`
            : nothing
        }
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-ledger': CdLedger;
  }
}
