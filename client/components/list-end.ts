import { html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { shared } from '../styles/shared.ts';
import './problem.ts';
import type { ShownProblem } from './problem.ts';

/**
 * The end of a list that grows: more, working, or what went wrong.
 *
 * @fires more - The person asks for the next page.
 * @fires retry - The person asks to try again.
 */
@customElement('cd-list-end')
export class CdListEnd extends LitElement {
  static override styles = shared;

  @property({ type: Boolean }) more = false;
  @property({ type: Boolean }) busy = false;
  @property({ attribute: false }) problem: ShownProblem | null = null;

  protected override render() {
    return html`
      <cd-problem .problem=${this.problem}>
        <button type="button" @click=${() => this.dispatchEvent(new Event('retry'))}>Try again</button>
      </cd-problem>
      ${
        this.more && this.problem === null
          ? html`<button type="button" aria-disabled=${this.busy ? 'true' : 'false'} @click=${this.#onMore}>
              ${this.busy ? 'Loading…' : 'Show more'}
            </button>`
          : nothing
      }
    `;
  }

  #onMore(): void {
    if (!this.busy) this.dispatchEvent(new Event('more'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-list-end': CdListEnd;
  }
}
