/** What a file says beside the words of its story. */
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { IMPORT_FORMATS } from '../../server/contract/formats.ts';
import type { FileFacts } from '../../server/contract/story-files.ts';
import { shared } from '../styles/shared.ts';
import { fullTime } from '../times.ts';
import { counted, sizeWords } from '../words.ts';

/** A file's name, format, size, version, status, note, identifiers, and what else it says. */
@customElement('cd-file-facts')
export class CdFileFacts extends LitElement {
  static override styles = [
    ...shared,
    css`
      dl {
        display: grid;
        grid-template-columns: minmax(6rem, max-content) minmax(0, 1fr);
        gap: var(--space-2xs, 0.25rem) var(--space-m);
        font-size: var(--text-s);
      }
      dt {
        color: var(--ink-soft);
      }
      dt,
      dd {
        overflow-wrap: anywhere;
      }
      dd.lines {
        white-space: pre-line;
      }
      details dl {
        margin-block-start: var(--space-s);
      }
      summary {
        font-size: var(--text-s);
        cursor: pointer;
        padding-block: var(--space-s);
      }
      @media (max-width: 30rem) {
        dl {
          grid-template-columns: minmax(0, 1fr);
        }
        dt {
          margin-block-start: var(--space-s);
        }
      }
    `,
  ];

  @property({ attribute: false }) facts: FileFacts | null = null;

  protected override render() {
    const { facts } = this;
    if (facts === null) return nothing;
    const { name, format, size, version, versionCreated, status, embargoedUntil, editorialNote } = facts;
    return html`
      <dl>
        ${row('File', html`<bdi>${name}</bdi>, ${IMPORT_FORMATS[format].label}, ${sizeWords(size)}`)}
        ${version === null ? nothing : row('Version', html`<bdi>${version}</bdi>`)}
        ${versionCreated === null ? nothing : row('Made', fullTime(versionCreated))}
        ${status === null ? nothing : row('Status', html`<bdi>${status}</bdi>`)}
        ${embargoedUntil === null ? nothing : row('Embargo', `until ${fullTime(embargoedUntil)}`)}
        ${
          editorialNote === null
            ? nothing
            : html`<dt>Note to editors</dt><dd class="lines" dir="auto">${editorialNote}</dd>`
        }
        ${facts.identifiers.map(({ scheme, value }) => row(`Its ${scheme}`, html`<bdi>${value}</bdi>`))}
      </dl>
      ${this.#rest(facts)}
    `;
  }

  #rest({ rest }: FileFacts): TemplateResult | typeof nothing {
    if (rest.length === 0) return nothing;
    return html`
      <details>
        <summary>${counted(rest.length, 'more thing')} that it says</summary>
        <dl>
          ${rest.map(({ name, value }) => html`<dt><bdi>${name}</bdi></dt><dd class="lines" dir="auto">${value}</dd>`)}
        </dl>
      </details>
    `;
  }
}

const row = (label: string, value: unknown): TemplateResult => html`<dt>${label}</dt><dd>${value}</dd>`;

declare global {
  interface HTMLElementTagNameMap {
    'cd-file-facts': CdFileFacts;
  }
}
