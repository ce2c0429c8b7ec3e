import { css, html, LitElement } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { shared } from '../styles/shared.ts';

/**
 * A modal dialog: the native one, with a heading and a way out.
 *
 * The browser keeps the focus inside and gives it back on closing. Escape and the close button only ask:
 * whoever owns the dialog sets `open` to false.
 *
 * @slot - The content.
 * @slot footer - Actions.
 * @fires close - The person wants out.
 */
@customElement('cd-dialog')
export class CdDialog extends LitElement {
  static override styles = [
    ...shared,
    css`
      dialog {
        inline-size: min(var(--dialog-width, 34rem), calc(100vw - 1.5rem));
        max-inline-size: none;
        max-block-size: min(46rem, calc(100dvh - 1.5rem));
        padding: 0;
        border: 1px solid var(--rule-strong);
        border-radius: var(--radius);
        background: var(--paper-raised);
        color: var(--ink);
        box-shadow: var(--shadow);
        overflow: hidden;
      }
      dialog[open] {
        display: grid;
        grid-template-rows: auto minmax(0, 1fr) auto;
      }
      dialog::backdrop {
        background: rgb(30 24 15 / 45%);
      }
      .head {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-m);
        padding: var(--space-m) var(--space-s) var(--space-m) var(--space-l);
        border-block-end: 1px solid var(--rule);
      }
      .body {
        overflow: auto;
        padding: var(--space-l);
      }
      .foot {
        padding: var(--space-m) var(--space-l);
        border-block-start: 1px solid var(--rule);
      }
      .foot:not(.used) {
        display: none;
      }
    `,
  ];

  @property({ type: Boolean }) open = false;
  /** The dialog's name, shown as its heading. */
  @property() heading = '';
  /** Without a close button: the one way out is to finish. */
  @property({ type: Boolean }) held = false;

  @query('dialog') private dialog!: HTMLDialogElement;
  @query('.foot') private footer!: HTMLElement;

  protected override updated(): void {
    if (this.open && !this.dialog.open) {
      this.dialog.showModal();
      void this.#focusContent();
    }
    if (!this.open && this.dialog.open) this.dialog.close();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.dialog?.close();
  }

  protected override render() {
    return html`
      <dialog aria-labelledby="heading" @cancel=${this.#onCancel} @close=${this.#onClose}>
        <div class="head">
          <h2 id="heading">${this.heading}</h2>
          ${
            this.held
              ? null
              : html`<button class="quiet icon" type="button" aria-label="Close" @click=${this.#ask}>✕</button>`
          }
        </div>
        <div class="body"><slot></slot></div>
        <div class="foot"><slot name="footer" @slotchange=${this.#onFooter}></slot></div>
      </dialog>
    `;
  }

  /** A form is begun at its first field; without one the close button keeps the focus. */
  async #focusContent(): Promise<void> {
    const content = [...this.children].find((child) => child.slot === '');
    if (content instanceof LitElement) {
      await content.updateComplete;
      content.focus();
    } else if (content instanceof HTMLFormElement) {
      content.querySelector<HTMLElement>('input, select, textarea')?.focus();
    }
  }

  readonly #ask = () => this.dispatchEvent(new Event('close'));

  #onCancel(event: Event): void {
    if (event.target !== this.dialog) return;
    event.preventDefault();
    if (!this.held) this.#ask();
  }

  /** The browser may close it unasked, on a second Escape: then the owner has to hear of it. */
  #onClose(event: Event): void {
    event.stopPropagation();
    if (!this.open || !this.isConnected) return;
    if (this.held) this.dialog.showModal();
    else this.#ask();
  }

  #onFooter(event: Event): void {
    const slot = event.target;
    const used = slot instanceof HTMLSlotElement && slot.assignedElements().length > 0;
    this.footer.classList.toggle('used', used);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-dialog': CdDialog;
  }
}
