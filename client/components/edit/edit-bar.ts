import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type Changed, isChanged } from '../../controllers/edit/blocks.ts';
import { shared } from '../../styles/shared.ts';
import { counted } from '../../words.ts';
import { controlValue } from '../form.ts';
import { type EditAct, EditActEvent, EditNoteEvent } from './events.ts';

/** "2 blocks changed, 1 added, 3 taken out". */
export function changedWords({ altered, added, removed }: Changed): string {
  const parts = [
    altered === 0 ? '' : `${counted(altered, 'block')} changed`,
    added === 0 ? '' : `${counted(added, 'block')} added`,
    removed === 0 ? '' : `${counted(removed, 'block')} taken out`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'Nothing changed yet' : parts.join(', ');
}

/**
 * What stays above a text that is written on: what changed, why, and the ways out.
 *
 * @fires edit-act - Save, discard, undo or redo.
 * @fires edit-note - The note changed.
 */
@customElement('cd-edit-bar')
export class CdEditBar extends LitElement {
  static override styles = [
    ...shared,
    css`
      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-xs) var(--space-s);
      }
      p {
        margin-inline-end: auto;
        font-size: var(--text-s);
        font-variant-numeric: tabular-nums;
      }
      label {
        display: flex;
        flex: 0 1 20rem;
        align-items: center;
        gap: var(--space-xs);
        font-size: var(--text-s);
      }
      input {
        flex: 1 1 8rem;
        min-inline-size: 0;
        min-block-size: var(--target);
        font-size: var(--text-s);
        font-weight: 400;
      }
      .primary kbd {
        color: var(--ink);
      }
      @media (max-width: 40rem) {
        kbd {
          display: none;
        }
        label {
          flex-basis: 100%;
        }
      }
    `,
  ];

  /** The revision that is written on. */
  @property({ type: Number }) revision = 1;
  @property({ attribute: false }) changed: Changed = { altered: 0, added: 0, removed: 0 };
  @property() note = '';
  @property({ type: Boolean }) undoes = false;
  @property({ type: Boolean }) redoes = false;
  @property({ type: Boolean }) busy = false;
  @state() private asks = false;

  protected override render() {
    const isNew = isChanged(this.changed);
    return html`
      <div class="bar" role="group" aria-label="Editing the text">
        <p><strong>Text ${this.revision}</strong> · ${changedWords(this.changed)}</p>
        ${this.asks ? this.question() : this.acts(isNew)}
      </div>
    `;
  }

  private acts(isNew: boolean) {
    return html`
      <label>
        Note
        <input
          type="text"
          maxlength="2000"
          placeholder="Why, for the history"
          .value=${this.note}
          @input=${(event: Event) => this.dispatchEvent(new EditNoteEvent(controlValue(event)))}
        />
      </label>
      ${this.button('undo', 'Undo', this.undoes)} ${this.button('redo', 'Redo', this.redoes)}
      <button type="button" @click=${() => this.discard(isNew)}>
        ${isNew ? 'Discard' : 'Stop editing'}
      </button>
      <button
        class="primary"
        type="button"
        aria-disabled=${isNew && !this.busy ? 'false' : 'true'}
        @click=${() => this.act('save')}
      >
        ${this.busy ? 'Saving…' : 'Save newer text'} ${this.busy ? nothing : html`<kbd>Ctrl+Enter</kbd>`}
      </button>
    `;
  }

  private question() {
    return html`
      <p role="alert">Throw away what you wrote?</p>
      <button
        type="button"
        @click=${() => {
          this.asks = false;
        }}
      >
        Go on writing
      </button>
      <button class="danger" type="button" @click=${() => this.act('discard')}>Throw away</button>
    `;
  }

  private button(act: EditAct, label: string, on: boolean) {
    return html`<button type="button" aria-disabled=${on ? 'false' : 'true'} @click=${() => this.act(act)}>${label}</button>`;
  }

  private discard(isNew: boolean): void {
    if (this.busy) return;
    if (isNew) this.asks = true;
    else this.act('discard');
  }

  private act(act: EditAct): void {
    this.dispatchEvent(new EditActEvent(act));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-edit-bar': CdEditBar;
  }
}
