import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { waitingWords } from '../controllers/following/words.ts';
import { shared } from '../styles/shared.ts';

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
        position: sticky;
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

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.documentElement.style.removeProperty('scroll-padding-block-end');
  }

  /** What is gone to by keys does not come to stand under it. */
  protected override updated(): void {
    const { style } = document.documentElement;
    if (this.count === 0) style.removeProperty('scroll-padding-block-end');
    else style.scrollPaddingBlockEnd = '4rem';
  }

  protected override render() {
    return html`
      <div role="status">
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
