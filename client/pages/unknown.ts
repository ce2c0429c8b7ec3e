import { html, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';
import { shared } from '../styles/shared.ts';

/** An address that Claimdesk does not have. */
@customElement('cd-unknown-page')
export class CdUnknownPage extends LitElement {
  static override styles = shared;

  protected override render() {
    return html`
      <div class="page narrow">
        <h1>There is no such page</h1>
        <p>The address may be mistyped, or the page may be gone. <a href="/">Go to the desk</a>.</p>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-unknown-page': CdUnknownPage;
  }
}
