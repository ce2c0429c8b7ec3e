import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ClaimReach } from '../../../server/contract/radar.ts';
import { shared } from '../../styles/shared.ts';
import { counted } from '../../words.ts';

/** "Carried by 2 exports, 1 of them since changed": where a claim went. Nothing for one that nobody was handed. */
@customElement('cd-reach-line')
export class CdReachLine extends LitElement {
  static override styles = [
    ...shared,
    css`
      p {
        font-size: var(--text-s);
        color: var(--ink-soft);
      }
      strong {
        color: var(--danger);
      }
    `,
  ];

  /** Null until it is known. */
  @property({ attribute: false }) reach: ClaimReach | null = null;

  protected override render() {
    const { total = 0, changed = 0 } = this.reach?.exports ?? {};
    if (total === 0) return nothing;
    const files = `Carried by ${counted(total, 'export')}`;
    if (changed === 0) return html`<p>${files}.</p>`;
    const since = changed === total ? 'since changed' : `${changed} of them since changed`;
    return html`<p>${files}, <strong>${since}</strong>. <a href="/radar">Radar</a></p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-reach-line': CdReachLine;
  }
}
