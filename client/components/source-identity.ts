import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Identity } from '../../server/contract/sources.ts';
import { shared } from '../styles/shared.ts';

/**
 * Who a confidential source is: first that reading it is recorded, then, for as long as it is wanted, the names.
 *
 * @fires read - The person wants to know, and has seen that it is recorded.
 * @fires hide - They have read it.
 */
@customElement('cd-source-identity')
export class CdSourceIdentity extends LitElement {
  static override styles = [
    ...shared,
    css`
      :host,
      section {
        display: grid;
        gap: var(--space-s);
        justify-items: start;
      }
      section {
        inline-size: 100%;
        padding: var(--space-m);
        border: 1px dashed var(--warn);
        border-radius: var(--radius);
      }
      dl {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: var(--space-2xs) var(--space-m);
        overflow-wrap: anywhere;
      }
      dt {
        color: var(--ink-soft);
        font-size: var(--text-s);
      }
      dd {
        white-space: pre-line;
      }
    `,
  ];

  @property({ attribute: false }) identity: Identity | null = null;
  /** This person is among those who may know it. */
  @property({ type: Boolean, attribute: 'may-read' }) mayRead = false;
  @property({ type: Boolean }) busy = false;

  protected override render() {
    if (!this.mayRead)
      return html`<p class="soft">Who this is, is kept to the people named on the entry. You are not among them.</p>`;
    return this.identity === null ? this.#closed() : this.#open(this.identity);
  }

  #closed(): TemplateResult {
    return html`
      <p id="recorded" class="soft">
        Who this is, is kept to the people named on the entry. That you read it, and when, is recorded in its history.
      </p>
      <button type="button" aria-describedby="recorded" ?disabled=${this.busy} @click=${this.#read}>
        Read who this is
      </button>
    `;
  }

  #open({ name, aliases, affiliations, note }: Identity): TemplateResult {
    return html`
      <section aria-label="Who this is">
        <dl>
          ${this.#fact('Name', name)} ${this.#fact('Other names', aliases.join(', '))}
          ${this.#fact('Belongs to or speaks for', affiliations.join(', '))} ${this.#fact('Note', note ?? '')}
        </dl>
        <p class="soft small">It is shown until you leave this page, and kept nowhere in this browser.</p>
        <button type="button" @click=${() => this.dispatchEvent(new Event('hide'))}>Hide</button>
      </section>
    `;
  }

  #fact(label: string, words: string): TemplateResult | typeof nothing {
    return words === '' ? nothing : html`<dt>${label}</dt><dd dir="auto">${words}</dd>`;
  }

  readonly #read = (): void => {
    this.dispatchEvent(new Event('read'));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-source-identity': CdSourceIdentity;
  }
}
