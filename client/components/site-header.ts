import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Me } from '../../server/contract/people.ts';
import { shared } from '../styles/shared.ts';
import { bellWords, countWords } from './notification-words.ts';

/**
 * The strip at the head of every page.
 *
 * @slot - What is not saved yet.
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
        flex-wrap: wrap;
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
      .account a.bell {
        position: relative;
        display: inline-grid;
        flex: none;
        place-items: center;
        overflow: visible;
        inline-size: var(--target);
        block-size: var(--target);
        padding: 0;
      }
      .bell svg {
        inline-size: 1.25rem;
        block-size: 1.25rem;
        fill: none;
        stroke: currentColor;
        stroke-width: 1.5;
        stroke-linejoin: round;
      }
      .count {
        position: absolute;
        inset-block-start: 0;
        inset-inline-start: 50%;
        min-inline-size: 1.125rem;
        padding-inline: 0.25rem;
        border-radius: 0.625rem;
        background: var(--accent);
        color: var(--accent-ink);
        font-size: 0.6875rem;
        font-variant-numeric: tabular-nums;
        font-weight: 700;
        line-height: 1.125rem;
        text-align: center;
      }
      @media (max-width: 40rem) {
        nav {
          order: 3;
          flex: 1 1 auto;
        }
        ::slotted(*) {
          order: 4;
        }
        nav a {
          min-block-size: 2.25rem;
        }
        nav ul {
          margin-inline-start: calc(-1 * var(--space-s));
        }
        /* With wide letters its line does not fit, and would widen the page. */
        .account {
          flex-wrap: wrap;
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
  /** Notifications that are not read yet; null until it is known. */
  @property({ attribute: false }) unread: number | null = null;
  /** The path of the page that is shown. */
  @property() path = '/';

  protected override render() {
    const pages = [
      ['/', 'Desk'],
      ['/claims', 'Claims'],
      ['/review', 'Review'],
      ['/sources', 'Sources'],
      ...(this.me?.can.includes('manage_people') ? [['/people', 'People'] as const] : []),
      ...(this.me?.can.includes('manage_webhooks') ? [['/webhooks', 'Webhooks'] as const] : []),
    ] as const;
    return html`
      <header>
        <a class="skip button visually-hidden" href="#main" @click=${this.#onSkip}>Skip to the page</a>
        <a class="brand" href="/">Claimdesk</a>
        ${
          this.me === null
            ? html`<slot></slot>`
            : html`
                <nav aria-label="Pages">
                  <ul role="list">
                    ${pages.map(
                      ([href, label]) =>
                        html`<li><a href=${href} aria-current=${this.path === href ? 'page' : nothing}>${label}</a></li>`,
                    )}
                  </ul>
                </nav>
                <slot></slot>
                <div class="account">
                  ${this.#bell()}
                  <button class="quiet icon" type="button" aria-label="Keys" title="Keys (?)" @click=${this.#onKeys}>?</button>
                  <a href="/me" aria-current=${this.path === '/me' ? 'page' : nothing}>${this.me.name}</a>
                  <button class="quiet" type="button" @click=${this.#onSignOut}>Sign out</button>
                </div>
              `
        }
      </header>
    `;
  }

  #bell() {
    const unread = this.unread ?? 0;
    const words = bellWords(unread);
    return html`
      <a class="bell" href="/notifications" aria-label=${words} title=${words} aria-current=${this.path === '/notifications' ? 'page' : nothing}>
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M10 2.5a5 5 0 0 0-5 5c0 4.5-2 6-2 6h14s-2-1.5-2-6a5 5 0 0 0-5-5ZM8 16a2 2 0 0 0 4 0" />
        </svg>
        ${unread === 0 ? nothing : html`<span class="count" aria-hidden="true">${countWords(unread)}</span>`}
      </a>
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
