import { html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { shared } from '../styles/shared.ts';
import './problem.ts';
import type { ShownProblem } from './problem.ts';

/** Pixels below the window at which the next page is fetched, so that scrolling seldom waits. */
const NEAR = 600;

/**
 * The end of a list that grows: more, working, or what went wrong.
 *
 * Asks for more by itself when it comes near, and by its button, for whoever goes by keys.
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

  /** Sees the end come near. Made anew after each page: one that is still near is told again. */
  private near: IntersectionObserver | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.near?.disconnect();
  }

  protected override updated(): void {
    this.near?.disconnect();
    if (!this.more || this.busy || this.problem !== null) return;
    this.near = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) this.#onMore();
      },
      { rootMargin: `${NEAR}px` },
    );
    this.near.observe(this);
  }

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
