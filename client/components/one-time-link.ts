import { html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { OneTimeLink } from '../../server/contract/people.ts';
import { fullTime } from '../times.ts';
import './once-shown.ts';

/**
 * A link that works once, shown once, to be handed over by the admin.
 *
 * @fires close - It has been copied, or is no longer wanted.
 */
@customElement('cd-one-time-link')
export class CdOneTimeLink extends LitElement {
  @property({ attribute: false }) link: OneTimeLink | null = null;
  /** Whom it is for. */
  @property() name = '';

  protected override render() {
    const { link } = this;
    if (link === null) return nothing;
    return html`
      <cd-once-shown
        label="One-time link for ${this.name}"
        .value=${link.url}
        @close=${() => this.dispatchEvent(new Event('close'))}
      >
        Send it to them yourself: it is shown only now, works once, and runs out ${fullTime(link.expiresAt)}.
      </cd-once-shown>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-one-time-link': CdOneTimeLink;
  }
}
