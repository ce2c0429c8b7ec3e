import { html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { leavingWords } from '../controllers/outbox/words.ts';
import { shared } from '../styles/shared.ts';
import './dialog.ts';

/**
 * Asks whoever signs out with something that is not saved yet.
 *
 * @fires stay - They do not sign out.
 * @fires leave - They sign out all the same.
 */
@customElement('cd-leaving')
export class CdLeaving extends LitElement {
  static override styles = [...shared];

  @property({ type: Boolean }) open = false;
  /** How many changes are not saved yet. */
  @property({ type: Number }) count = 0;
  /** False where the browser loses them. */
  @property({ type: Boolean }) lasts = true;

  protected override render() {
    return html`
      <cd-dialog heading="Sign out?" .open=${this.open} @close=${() => this.tell('stay')}>
        ${this.open ? html`<p>${leavingWords(this)}</p>` : nothing}
        <div slot="footer" class="actions">
          <button type="button" class="primary" @click=${() => this.tell('stay')}>Stay signed in</button>
          <button type="button" @click=${() => this.tell('leave')}>
            ${this.lasts ? 'Sign out, and keep them' : 'Sign out, and lose them'}
          </button>
        </div>
      </cd-dialog>
    `;
  }

  private tell(what: 'stay' | 'leave'): void {
    this.dispatchEvent(new Event(what, { bubbles: true, composed: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-leaving': CdLeaving;
  }
}
