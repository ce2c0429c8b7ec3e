import { css, html, LitElement, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ClaimCounts } from '../../server/contract/articles.ts';
import type { ClaimStatus } from '../../server/contract/claims.ts';
import { shared } from '../styles/shared.ts';
import { STATUS_WORDS } from '../words.ts';

/** What is left to do first, what is done last. Withdrawn claims are no work at all. */
const ORDER = ['orphaned', 'expired', 'returned', 'unchecked', 'checking', 'checked', 'passed'] as const;
const LEFT: readonly ClaimStatus[] = ['orphaned', 'expired', 'returned', 'unchecked', 'checking'];

/** A story's claims by status: a bar for the eye, the same in words and figures. */
@customElement('cd-status-counts')
export class CdStatusCounts extends LitElement {
  static override styles = [
    ...shared,
    css`
      :host {
        display: grid;
        gap: var(--space-xs);
        font-size: var(--text-s);
        font-variant-numeric: tabular-nums lining-nums;
      }
      svg {
        display: block;
        inline-size: 100%;
        block-size: 0.375rem;
        border-radius: 2px;
        background: var(--rule);
      }
      :host(:dir(rtl)) svg {
        transform: scaleX(-1);
      }
      .orphaned,
      .expired,
      .returned {
        fill: var(--danger);
      }
      .unchecked {
        fill: var(--rule-strong);
      }
      .checking {
        fill: var(--warn);
      }
      .checked {
        fill: var(--accent);
      }
      .passed {
        fill: var(--good);
      }
      p.summary {
        display: flex;
        justify-content: space-between;
        gap: var(--space-s);
      }
      strong {
        font-weight: 600;
      }
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--space-m);
        color: var(--ink-soft);
        font-size: var(--text-xs);
      }
      li::before {
        content: '';
        display: inline-block;
        inline-size: 0.5rem;
        block-size: 0.5rem;
        margin-inline-end: 0.3rem;
        border-radius: 1px;
        background: var(--dot);
      }
      li {
        --dot: var(--danger);
      }
      li.unchecked {
        --dot: var(--rule-strong);
      }
      li.checking {
        --dot: var(--warn);
      }
      li.checked {
        --dot: var(--accent);
      }
      li.passed {
        --dot: var(--good);
      }
    `,
  ];

  @property({ attribute: false }) counts: ClaimCounts | null = null;

  protected override render() {
    if (this.counts === null) return nothing;
    const counts = this.counts;
    const total = ORDER.reduce((sum, status) => sum + counts[status], 0);
    if (total === 0) return html`<p class="soft">No claims marked</p>`;
    return html`
      <p class="summary"><strong>${summary(counts)}</strong><span class="soft">${total}</span></p>
      ${this.#bar(counts, total)}
      <ul role="list">
        ${ORDER.filter((status) => counts[status] > 0).map(
          (status) => html`<li class=${status}>${counts[status]} ${STATUS_WORDS[status].toLowerCase()}</li>`,
        )}
      </ul>
    `;
  }

  #bar(counts: ClaimCounts, total: number) {
    let at = 0;
    const parts = ORDER.map((status) => {
      const x = at;
      at += counts[status];
      return svg`<rect class=${status} x=${x} y="0" width=${counts[status]} height="1"></rect>`;
    });
    return html`<svg viewBox="0 0 ${total} 1" preserveAspectRatio="none" aria-hidden="true">${parts}</svg>`;
  }
}

function summary(counts: ClaimCounts): string {
  const left = LEFT.reduce((sum, status) => sum + counts[status], 0);
  if (left > 0 && counts.checked > 0) return `${left} to check, ${counts.checked} to review`;
  if (left > 0) return `${left} to check`;
  return counts.checked > 0 ? `${counts.checked} to review` : 'All passed';
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-status-counts': CdStatusCounts;
  }
}
