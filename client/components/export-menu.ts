import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { shared } from '../styles/shared.ts';

export interface ExportLink {
  readonly label: string;
  /** One sentence: what the format is for. */
  readonly use: string;
  readonly href: string;
  /** A page that says what will be in it, and what is missing. */
  readonly check?: string;
}

/** A button that shows the formats in which a list can be taken away. The links are downloads. */
@customElement('cd-export-menu')
export class CdExportMenu extends LitElement {
  static override styles = [
    ...shared,
    css`
      :host {
        position: relative;
        display: inline-block;
      }
      .menu {
        position: absolute;
        inset-block-start: calc(100% + var(--space-xs));
        inset-inline-end: 0;
        z-index: 5;
        inline-size: max-content;
        max-inline-size: min(22rem, calc(100vw - 2rem));
        max-block-size: 70vh;
        overflow-y: auto;
        padding: var(--space-m);
        border: 1px solid var(--rule-strong);
        border-radius: var(--radius);
        background: var(--paper-raised);
        box-shadow: var(--shadow);
        font-size: var(--text-s);
      }
      ul {
        margin-block-end: var(--space-s);
      }
      ul + p {
        padding-block-start: var(--space-s);
        border-block-start: 1px solid var(--rule);
      }
      li a {
        display: flex;
        align-items: end;
        min-block-size: var(--target);
      }
      /* As wide as the screen, wherever the button stands: beside it the note would run over the edge. */
      @media (max-width: 40rem) {
        :host {
          position: static;
        }
        .menu {
          inset-block-start: auto;
          inset-inline: var(--space-m);
          inline-size: auto;
          max-inline-size: none;
          margin-block-start: var(--space-xs);
        }
      }
    `,
  ];

  @property({ attribute: false }) links: readonly ExportLink[] = [];
  /** Which claims are in it, in words. */
  @property() note = '';
  /** What else can be taken away, with a note of its own. */
  @property({ attribute: false }) more: readonly ExportLink[] = [];
  @property({ attribute: 'more-note' }) moreNote = '';

  @state() private open = false;
  @query('button') private button!: HTMLButtonElement;

  protected override render() {
    return html`
      <div @keydown=${this.#onKey} @focusout=${this.#onFocusOut}>
        <button type="button" aria-expanded=${this.open ? 'true' : 'false'} aria-controls="menu" @click=${this.#toggle}>
          Export
        </button>
        <div class="menu" id="menu" tabindex="-1" ?hidden=${!this.open}>
          ${this.#group(this.note, this.links, 'use')}
          ${this.more.length === 0 ? nothing : this.#group(this.moreNote, this.more, 'more')}
          <p><a href="/reference#formats">What each cannot carry</a></p>
        </div>
      </div>
    `;
  }

  #group(note: string, links: readonly ExportLink[], prefix: string): TemplateResult {
    return html`
      <p class="soft">${note}</p>
      <ul role="list">
        ${links.map(
          ({ label, use, href, check }, index) => html`
            <li>
              <a href=${href} download aria-describedby="${prefix}-${index}" @click=${this.#close}>${label}</a>
              <p class="soft" id="${prefix}-${index}">${use}</p>
              ${check === undefined ? nothing : html`<a href=${check}>What is missing</a>`}
            </li>
          `,
        )}
      </ul>
    `;
  }

  readonly #toggle = (): void => {
    this.open = !this.open;
  };
  readonly #close = (): void => {
    this.open = false;
  };

  #onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.open) return;
    event.preventDefault();
    this.open = false;
    this.button.focus();
  }

  /** The menu itself takes the focus of a click between its links, so that it stays. */
  #onFocusOut(event: FocusEvent): void {
    const to = event.relatedTarget;
    if (to instanceof Node && this.renderRoot.contains(to)) return;
    this.open = false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-export-menu': CdExportMenu;
  }
}
