import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Source, SourceRecord } from '../../server/contract/sources.ts';
import { shared } from '../styles/shared.ts';
import type { CdSourcePicker } from './inspector/source-picker.ts';
import './inspector/source-picker.ts';
import { SourcePickedEvent, SourceSoughtEvent } from './inspector/source-picker.ts';
import './problem.ts';
import type { ShownProblem } from './problem.ts';
import { mergeWords } from './source-words.ts';

/**
 * Merges an entry of the register into another: which one, and what will happen.
 *
 * @fires source-sought - The person typed.
 * @fires source-picked - The other entry, or none, was chosen.
 * @fires merge - They are one.
 * @fires cancel - The person wants out.
 */
@customElement('cd-source-merge')
export class CdSourceMerge extends LitElement {
  static override styles = [
    ...shared,
    css`
      /* Room for what is found, which hangs below the field. */
      .into {
        min-block-size: 17rem;
      }
      .will {
        display: grid;
        gap: var(--space-xs);
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) source: Source | null = null;
  /** Where it is named; null while that is not known. */
  @property({ attribute: false }) record: SourceRecord | null = null;
  /** What the register has for the words typed. */
  @property({ attribute: false }) found: readonly Source[] = [];
  @property({ attribute: false }) into: Source | null = null;
  @property({ attribute: false }) problem: ShownProblem | null = null;
  @property({ type: Boolean }) busy = false;

  @query('cd-source-picker') private picker!: CdSourcePicker | null;

  protected override render() {
    const { source, into } = this;
    if (source === null) return nothing;
    return html`
      <div class="form">
        <cd-problem .problem=${this.problem}></cd-problem>
        <div class=${into === null ? 'into' : ''}>
          <cd-source-picker
            label="The same source as"
            only-existing
            .chosen=${into}
            .found=${this.found.filter(({ id }) => id !== source.id)}
            @source-sought=${({ words }: SourceSoughtEvent) => this.dispatchEvent(new SourceSoughtEvent(words))}
            @source-picked=${({ sourceId }: SourcePickedEvent) => this.dispatchEvent(new SourcePickedEvent(sourceId))}
          ></cd-source-picker>
        </div>
        ${into === null ? nothing : this.#consequences(source, into)}
        <div class="actions">
          <button
            class="primary"
            type="button"
            ?disabled=${into === null || this.busy}
            @click=${() => this.dispatchEvent(new Event('merge'))}
          >
            ${this.busy ? 'Merging…' : 'Merge'}
          </button>
          <button type="button" @click=${() => this.dispatchEvent(new Event('cancel'))}>Cancel</button>
        </div>
      </div>
    `;
  }

  override focus(): void {
    this.picker?.focus();
  }

  #consequences(source: Source, into: Source) {
    return html`
      <div class="notice will" role="status">
        <p>
          ${
            this.record === null
              ? `What names “${source.name}” will name “${into.name}” instead.`
              : mergeWords(this.record, source.name, into.name)
          }
        </p>
        <p>
          Stories that you may not see take part as well. Verdicts and reviews stay. “${source.name}” is then found under
          “${into.name}”, and the merge can be undone on its page.
        </p>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-source-merge': CdSourceMerge;
  }
}
