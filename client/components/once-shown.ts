/** Something that is shown once and copied: an address, a secret. */
import { css, html, LitElement } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { shared } from '../styles/shared.ts';

/**
 * A line to be copied, with what to do with it in its slot.
 *
 * @fires close - It has been copied, or is no longer wanted.
 */
@customElement('cd-once-shown')
export class CdOnceShown extends LitElement {
  static override styles = [
    ...shared,
    css`
      .notice {
        display: grid;
        gap: var(--space-s);
      }
      .line {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-s);
      }
      .line input {
        flex: 1 1 16rem;
        inline-size: auto;
        font-family: var(--mono);
        font-size: var(--text-s);
      }
    `,
  ];

  @property() label = '';
  @property() value = '';

  @state() private copied = false;
  @query('input') private field!: HTMLInputElement;

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('value')) this.copied = false;
  }

  protected override render() {
    return html`
      <div class="notice" role="status">
        <label for="shown">${this.label}</label>
        <div class="line">
          <input id="shown" readonly .value=${this.value} @focus=${() => this.field.select()} />
          <button type="button" @click=${this.#copy}>${this.copied ? 'Copied' : 'Copy'}</button>
          <button class="quiet" type="button" @click=${() => this.dispatchEvent(new Event('close'))}>Done</button>
        </div>
        <p class="hint"><slot></slot></p>
      </div>
    `;
  }

  /** Browsers refuse the clipboard outside a secure context: then the line stands selected, to be copied by hand. */
  async #copy(): Promise<void> {
    this.field.select();
    try {
      await navigator.clipboard.writeText(this.field.value);
      this.copied = true;
    } catch {
      this.field.focus();
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-once-shown': CdOnceShown;
  }
}
