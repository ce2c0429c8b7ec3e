import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { SourceRecord } from '../../server/contract/sources.ts';
import { shared } from '../styles/shared.ts';
import './problem.ts';
import type { ShownProblem } from './problem.ts';
import { faredIn, placesIn } from './source-words.ts';

/**
 * Where an entry is named and how what it said fared, in a line.
 *
 * @fires retry - The person asks to try again.
 */
@customElement('cd-source-record')
export class CdSourceRecord extends LitElement {
  static override styles = [
    ...shared,
    css`
      :host {
        display: grid;
        gap: var(--space-xs);
      }
      .record::first-letter {
        text-transform: uppercase;
      }
    `,
  ];

  /** Null while it is not known. */
  @property({ attribute: false }) record: SourceRecord | null = null;
  @property({ attribute: false }) problem: ShownProblem | null = null;

  protected override render() {
    return html`
      <cd-problem .problem=${this.problem}>
        <button type="button" @click=${() => this.dispatchEvent(new Event('retry'))}>Try again</button>
      </cd-problem>
      ${this.record === null ? nothing : this.#words(this.record)}
    `;
  }

  #words(record: SourceRecord) {
    const places = placesIn(record);
    if (places === null) return html`<p class="soft">No claim in a story that you may see names it.</p>`;
    return html`
      <p class="record numeral">${places}; ${faredIn(record)}.</p>
      <p class="soft small">How what it said fared, in the stories that you may see. A verdict counts while it holds.</p>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-source-record': CdSourceRecord;
  }
}
