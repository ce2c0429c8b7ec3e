import { html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { z } from 'zod';
import type { BrokenLink, VerifyHistory } from '../../server/contract/history.ts';
import { shared } from '../styles/shared.ts';
import { counted } from '../words.ts';
import './problem.ts';
import type { ShownProblem } from './problem.ts';

export type Report = z.infer<typeof VerifyHistory.answer>;

const WHAT: Readonly<Record<BrokenLink['what'], string>> = {
  changed: 'is not what was written: altered, moved or put in',
  removed: 'is missing',
  payload_changed: 'says something else than was written',
  payload_removed: 'has lost what it said, and nobody erased it by right',
  cut: 'is missing, with all after it',
  beyond_head: 'stands after the end of its history',
};

/**
 * Whether every history is still what was written, for admins.
 *
 * @fires verify - Walk all of them now.
 */
@customElement('cd-verify-report')
export class CdVerifyReport extends LitElement {
  static override styles = shared;

  @property({ attribute: false }) report: Report | null = null;
  @property({ type: Boolean }) busy = false;
  @property({ attribute: false }) problem: ShownProblem | null = null;

  protected override render() {
    return html`
      <div class="actions">
        <button type="button" aria-disabled=${this.busy ? 'true' : 'false'} @click=${this.onVerify}>
          ${this.busy ? 'Walking every history…' : 'Verify every history'}
        </button>
      </div>
      <cd-problem .problem=${this.problem}></cd-problem>
      <div role="status">${this.report === null ? nothing : this.result(this.report)}</div>
    `;
  }

  private result({ streams, events, erased, broken }: Report) {
    const extent = `${counted(events, 'event')} in ${counted(streams, 'history', 'histories')}`;
    const gone = erased === 0 ? '' : `; ${counted(erased, 'erasure')} for legal reasons`;
    if (broken.length === 0) return html`<p class="notice">Whole: ${extent}${gone}.</p>`;
    return html`
      <div class="notice wrong">
        <p>${counted(broken.length, 'history is', 'histories are')} broken, of ${extent}${gone}. The first place in each:</p>
        <ul>
          ${broken.map(
            ({ stream, seq, what }) => html`
              <li>
                ${stream.kind === 'article' ? html`<a href="/stories/${stream.id}/history">Story ${stream.id}</a>` : html`${stream.kind} ${stream.id}`}:
                event ${seq} ${WHAT[what]}
              </li>
            `,
          )}
        </ul>
      </div>
    `;
  }

  private onVerify(): void {
    if (!this.busy) this.dispatchEvent(new Event('verify'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-verify-report': CdVerifyReport;
  }
}
