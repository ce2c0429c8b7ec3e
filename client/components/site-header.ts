import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Me } from '../../server/contract/people.ts';
import { shared } from '../styles/shared.ts';

/**
 * The strip at the head of every page.
 *
 * @fires skip - The person wants past it, to the page.
 * @fires show-keys - The person asks for the list of keys.
 * @fires sign-out - The person wants to sign out.
 */
@customElement('cd-site-header')
export class CdSiteHeader extends LitElement {
  static override styles = [
    ...shared,
    css`
      header {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 var(--space-l);
        min-block-size: var(--header-height);
        padding-inline: clamp(var(--space-m), 2vw, var(--space-xl));
        border-block-end: 1px solid var(--rule);
        background: var(--paper);
      }
      .skip {
        position: absolute;
        inset-block-start: var(--space-s);
        inset-inline-start: var(--space-s);
        z-index: 10;
      }
      .brand {
        display: inline-flex;
        align-items: center;
        min-block-size: var(--header-height);
        color: var(--ink);
        font-family: var(--serif);
        font-size: 1.1875rem;
        font-weight: 700;
        letter-spacing: -0.01em;
        text-decoration: underline wavy var(--accent) 1.5px;
        text-underline-offset: 0.28em;
      }
      ul {
        display: flex;
        gap: var(--space-xs);
      }
      nav a {
        display: inline-flex;
        align-items: center;
        min-block-size: var(--header-height);
        padding-inline: var(--space-s);
        border-block: 2px solid transparent;
        color: var(--ink-soft);
        font-size: var(--text-s);
        font-weight: 500;
        text-decoration: none;
      }
      nav a:hover {
        color: var(--ink);
      }
      nav a[aria-current='page'] {
        color: var(--ink);
        border-block-end-color: var(--accent);
      }
      .account {
        display: flex;
        align-items: center;
        gap: var(--space-xs);
        margin-inline-start: auto;
        font-size: var(--text-s);
      }
      .account a {
        overflow: hidden;
        max-inline-size: 12rem;
        padding: var(--space-xs);
        color: var(--ink);
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      @media (max-width: 40rem) {
        nav {
          order: 3;
          inline-size: 100%;
          margin-block-start: calc(-1 * var(--space-s));
        }
        nav a {
          min-block-size: 2.25rem;
        }
        li:first-child a {
          margin-inline-start: calc(-1 * var(--space-s));
        }
        .account a {
          max-inline-size: 8rem;
        }
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) me: Me | null = null;
  /** The path of the page that is shown. */
  @property() path = '/';

  protected override render() {
    const pages = [
      ['/', 'Desk'],
      ['/claims', 'Claims'],
      ['/review', 'Review'],
      ['/sources', 'Sources'],
      ...(this.me?.can.includes('manage_people') ? [['/people', 'People'] as const] : []),
    ] as const;
    return html`
      <header>
        <a class="skip button visually-hidden" href="#main" @click=${this.#onSkip}>Skip to the page</a>
        <a class="brand" href="/">Claimdesk</a>
        ${
          this.me === null
            ? nothing
            : html`
                <nav aria-label="Pages">
                  <ul role="list">
                    ${pages.map(
                      ([href, label]) =>
                        html`<li><a href=${href} aria-current=${this.path === href ? 'page' : nothing}>${label}</a></li>`,
                    )}
                  </ul>
                </nav>
                <div class="account">
                  <button class="quiet icon" type="button" aria-label="Keys" title="Keys (?)" @click=${this.#onKeys}>?</button>
                  <a href="/me" aria-current=${this.path === '/me' ? 'page' : nothing}>${this.me.name}</a>
                  <button class="quiet" type="button" @click=${this.#onSignOut}>Sign out</button>
                </div>
              `
        }
      </header>
    `;
  }

  /** The page is in another tree than this link, so the browser cannot follow it. */
  #onSkip(event: Event): void {
    event.preventDefault();
    this.dispatchEvent(new Event('skip'));
  }

  readonly #onKeys = () => this.dispatchEvent(new Event('show-keys'));
  readonly #onSignOut = () => this.dispatchEvent(new Event('sign-out'));
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-site-header': CdSiteHeader;
  }
}
