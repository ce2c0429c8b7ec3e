import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { LedgerFinding, LedgerPlace } from '../../../server/contract/figures.ts';
import { shared } from '../../styles/shared.ts';
import { onLink } from './events.ts';
import { RULE_WORDS, whereWords } from './words.ts';

/**
 * One thing that does not add up: what it is, and the places side by side.
 *
 * @fires go-to - Words should be read where they stand.
 */
@customElement('cd-ledger-finding')
export class CdLedgerFinding extends LitElement {
  static override styles = [
    ...shared,
    css`
      :host {
        display: grid;
        gap: var(--space-s);
        padding: var(--space-s) var(--space-m) var(--space-m);
        border-inline-start: 3px solid var(--warn);
        background: var(--paper-raised);
        overflow-wrap: anywhere;
        break-inside: avoid;
      }
      :host([note]) {
        border-inline-start: 3px dotted var(--rule-strong);
      }
      h4 {
        margin: 0;
        font-size: var(--text-s);
        font-weight: 600;
      }
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr));
        gap: var(--space-s) var(--space-l);
      }
      li {
        display: grid;
        align-content: start;
        gap: var(--space-2xs);
        padding-block-start: var(--space-xs);
        border-block-start: 1px solid var(--rule);
      }
      li a {
        justify-self: start;
        padding-block: var(--space-2xs);
        font-size: var(--text-s);
      }
      .words {
        max-block-size: 9em;
        overflow: auto;
        font-family: var(--serif);
        line-height: 1.45;
        text-align: start;
      }
      mark {
        background: var(--kind-casualty_count-wash);
        border-block-end: 2px solid var(--kind-casualty_count);
        color: var(--ink);
        font-weight: 600;
      }
      @media print {
        .words {
          max-block-size: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) finding: LedgerFinding | null = null;
  @property({ attribute: false }) articleId = '';
  /** Worth knowing, and no mistake. */
  @property({ type: Boolean, reflect: true }) note = false;

  protected override render() {
    const { finding } = this;
    if (finding === null) return nothing;
    return html`
      <h4>${RULE_WORDS[finding.rule]}</h4>
      <p dir="auto">${finding.explanation}</p>
      <ul role="list">${finding.places.map((place) => this.#place(place))}</ul>
    `;
  }

  #place(place: LedgerPlace) {
    const { claimId, span, before, after } = place;
    const where = whereWords(place);
    return html`
      <li>
        <a href="/stories/${this.articleId}#claim=${claimId}" @click=${onLink(claimId, span.start)}
          >${where}<span class="visually-hidden">: <bdi>${span.quote}</bdi></span></a
        >
        <p class="words" dir="auto">${before}<mark>${span.quote}</mark>${after}</p>
      </li>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-ledger-finding': CdLedgerFinding;
  }
}
