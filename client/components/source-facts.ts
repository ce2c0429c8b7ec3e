import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { User } from '../../server/contract/people.ts';
import type { Source } from '../../server/contract/sources.ts';
import { nameOf } from '../contexts/people.ts';
import { shared } from '../styles/shared.ts';
import { fullTime } from '../times.ts';
import { SOURCE_KIND_WORDS } from '../words.ts';

/** What the register holds of an entry, as far as everyone may know it; its readers are told to each other. */
@customElement('cd-source-facts')
export class CdSourceFacts extends LitElement {
  static override styles = [
    ...shared,
    css`
      dl {
        display: grid;
        grid-template-columns: minmax(8rem, auto) minmax(0, 1fr);
        gap: var(--space-xs) var(--space-l);
        max-inline-size: 46rem;
        overflow-wrap: anywhere;
      }
      dt {
        color: var(--ink-soft);
        font-size: var(--text-s);
      }
      dd {
        white-space: pre-line;
      }
      @media (max-width: 40rem) {
        dl {
          grid-template-columns: minmax(0, 1fr);
          gap: 0;
        }
        dd {
          margin-block-end: var(--space-s);
        }
      }
    `,
  ];

  @property({ attribute: false }) source: Source | null = null;
  @property({ attribute: false }) people: ReadonlyMap<string, User> = new Map();

  protected override render() {
    const { source } = this;
    if (source === null) return nothing;
    const readers = source.readerIds.map((id) => nameOf(this.people, id));
    const added = `${nameOf(this.people, source.createdBy)}, ${fullTime(source.createdAt)}`;
    return html`
      <dl>
        ${this.#fact('Kind', SOURCE_KIND_WORDS[source.kind])}
        ${source.confidential ? nothing : this.#fact('Described in print as', source.description ?? '')}
        ${this.#fact('Other names', source.aliases.join(', '))}
        ${this.#fact('Belongs to or speaks for', source.affiliations.join(', '))}
        ${this.#fact('Note', source.note ?? '')} ${this.#fact('May know it', readers.join(', '))}
        ${this.#fact('Added by', added)}
      </dl>
    `;
  }

  #fact(label: string, words: string): TemplateResult | typeof nothing {
    return words === '' ? nothing : html`<dt>${label}</dt><dd dir="auto">${words}</dd>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-source-facts': CdSourceFacts;
  }
}
