import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Paced } from '../controllers/following/paced.ts';
import { waitingWords } from '../controllers/following/words.ts';
import { shared } from '../styles/shared.ts';

/** Milliseconds between two counts that are heard: whoever reads with their ears reads on. */
const QUIET = 4_000;

/**
 * Says that others changed what the page shows. It stands over the foot of the page, so that nothing moves when it
 * comes, and is heard without taking the focus.
 *
 * @fires show - The person wants to see it.
 */
@customElement('cd-changes-line')
export class CdChangesLine extends LitElement {
  static override styles = [
    ...shared,
    css`
      :host {
        /* Wherever the page ends: where its cards grow, the button stays under the hand. */
        position: fixed;
        inset-inline: 0;
        /* Over the line of what is not saved yet, where that is there. */
        inset-block-end: calc(var(--space-m) + var(--above-unsaved, 0px));
        z-index: 5;
        display: block;
        /* What stands under it is pressed past it. */
        pointer-events: none;
      }
      div {
        display: flex;
        justify-content: center;
        min-block-size: 2.5rem;
      }
      button {
        pointer-events: auto;
        border-color: var(--accent);
        background: var(--paper);
        box-shadow: 0 2px 10px rgb(0 0 0 / 25%);
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  /** How many changes are not shown. */
  @property({ type: Number }) count = 0;
  /** As it is heard: at once where there was none, then at most every few seconds. */
  @state() private heard = 0;

  readonly #saying = new Paced(QUIET, () => {
    this.heard = this.count;
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#saying.stop();
    document.documentElement.style.removeProperty('scroll-padding-block-end');
  }

  protected override willUpdate(): void {
    if (this.count === this.heard) return;
    if (this.count === 0) this.heard = 0;
    else this.#saying.soon();
  }

  /** What is gone to by keys does not come to stand under it. */
  protected override updated(): void {
    const { style } = document.documentElement;
    if (this.count === 0) style.removeProperty('scroll-padding-block-end');
    else style.scrollPaddingBlockEnd = '4rem';
  }

  protected override render() {
    return html`
      <p class="visually-hidden" role="status">
        ${this.heard === 0 ? nothing : `${waitingWords(this.heard)}, key s`}
      </p>
      <div>
        ${
          this.count === 0
            ? nothing
            : html`<button type="button" @click=${() => this.dispatchEvent(new Event('show'))}>
                ${waitingWords(this.count)} <kbd>s</kbd>
              </button>`
        }
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-changes-line': CdChangesLine;
  }
}
