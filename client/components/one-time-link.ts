import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { OneTimeLink } from '../../server/contract/people.ts';
import { shared } from '../styles/shared.ts';
import { fullTime } from '../times.ts';

/**
 * A link that works once, shown once, to be handed over by the admin.
 *
 * @fires close - It has been copied, or is no longer wanted.
 */
@customElement('cd-one-time-link')
export class CdOneTimeLink extends LitElement {
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

  @property({ attribute: false }) link: OneTimeLink | null = null;
  /** Whom it is for. */
  @property() name = '';

  @state() private copied = false;
  @query('input') private field!: HTMLInputElement;

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('link')) this.copied = false;
  }

  protected override render() {
    const { link } = this;
    if (link === null) return nothing;
    return html`
      <div class="notice" role="status">
        <label for="address">One-time link for ${this.name}</label>
        <div class="line">
          <input id="address" readonly .value=${link.url} @focus=${() => this.field.select()} />
          <button type="button" @click=${this.#copy}>${this.copied ? 'Copied' : 'Copy'}</button>
          <button class="quiet" type="button" @click=${() => this.dispatchEvent(new Event('close'))}>Done</button>
        </div>
        <p class="hint">Send it to them yourself: it is shown only now, works once, and runs out ${fullTime(link.expiresAt)}.</p>
      </div>
    `;
  }

  /** Browsers refuse the clipboard outside a secure context: then the link stands selected, to be copied by hand. */
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
    'cd-one-time-link': CdOneTimeLink;
  }
}
