import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type Source, SourceKind } from '../../../server/contract/sources.ts';
import { shared } from '../../styles/shared.ts';
import { alike, tellingOf } from '../source-words.ts';
import { confidentialTag, tagStyles } from '../tags.ts';
import { formStyles } from './form-parts.ts';
import { SOURCE_KINDS, wordFor } from './words.ts';

/** An entry was chosen; null for none. */
export class SourcePickedEvent extends Event {
  static readonly type = 'source-picked';
  constructor(readonly sourceId: string | null) {
    super(SourcePickedEvent.type);
  }
}
/** Words were typed that the register should be asked for. */
export class SourceSoughtEvent extends Event {
  static readonly type = 'source-sought';
  constructor(readonly words: string) {
    super(SourceSoughtEvent.type);
  }
}
/** A name that the register does not have yet. */
export class SourceNamedEvent extends Event {
  static readonly type = 'source-named';
  constructor(
    readonly name: string,
    readonly kind: SourceKind,
  ) {
    super(SourceNamedEvent.type);
  }
}

/**
 * Chooses an entry of the source register by typing, or adds one: a combobox with a list (WAI-ARIA APG).
 *
 * @fires source-sought - The person typed.
 * @fires source-picked - An entry, or none, was chosen.
 * @fires source-named - The name typed should be added.
 */
@customElement('cd-source-picker')
export class CdSourcePicker extends LitElement {
  static override styles = [
    ...shared,
    formStyles,
    tagStyles,
    css`
      .box {
        position: relative;
      }
      ul {
        position: absolute;
        z-index: 3;
        inset-inline: 0;
        inset-block-start: 100%;
        max-block-size: 14rem;
        overflow: auto;
        margin: 2px 0 0;
        padding: var(--space-2xs);
        border: 1px solid var(--rule-strong);
        border-radius: var(--radius);
        background: var(--paper-raised);
        box-shadow: var(--shadow);
        list-style: none;
      }
      [role='option'] {
        display: flex;
        justify-content: space-between;
        gap: var(--space-s);
        padding: var(--space-xs) var(--space-s);
        border-radius: var(--radius);
        font-size: var(--text-s);
        cursor: pointer;
      }
      .name {
        min-inline-size: 0;
        overflow-wrap: anywhere;
      }
      .telling {
        display: block;
        color: var(--ink-soft);
      }
      [role='option'][aria-selected='true'] {
        background: var(--accent-wash);
        outline: 1px solid var(--accent);
      }
      .add {
        display: flex;
        gap: var(--space-s);
        align-items: end;
        margin-block-start: var(--space-xs);
      }
    `,
  ];

  @property() label = 'In the register';
  /** The entry chosen now. */
  @property({ attribute: false }) chosen: Source | null = null;
  /** What the register has for the words typed. */
  @property({ attribute: false }) found: readonly Source[] = [];
  /** Offered to be typed: the words as printed. */
  @property() suggestion = '';
  @property({ type: Boolean }) disabled = false;
  /** A name that the register does not have is not offered to be added. */
  @property({ type: Boolean, attribute: 'only-existing' }) onlyExisting = false;

  @state() private words: string | null = null;
  @state() private active = -1;
  @state() private kind: SourceKind = 'person';

  protected override updated(): void {
    if (this.open) this.renderRoot.querySelector('ul:not([hidden])')?.scrollIntoView({ block: 'nearest' });
  }

  override focus(): void {
    this.keepFocus();
  }

  private get open(): boolean {
    return this.words !== null && this.words.trim() !== '';
  }

  protected override render() {
    const shown = this.words ?? this.chosen?.name ?? '';
    const active = this.open ? this.found[this.active] : undefined;
    const unclear = alike(this.found);
    return html`
      <div class="field">
        <label for="words">${this.label}</label>
        <div class="box">
          <input
            id="words"
            role="combobox"
            autocomplete="off"
            dir="auto"
            aria-expanded=${this.open && this.found.length > 0 ? 'true' : 'false'}
            aria-controls="list"
            aria-autocomplete="list"
            aria-activedescendant=${active === undefined ? nothing : `option-${this.active}`}
            placeholder=${this.suggestion === '' ? 'Type a name' : `Type a name: ${this.suggestion}`}
            .value=${shown}
            ?disabled=${this.disabled}
            @focus=${this.onFocus}
            @input=${this.onInput}
            @keydown=${this.onKeyDown}
            @blur=${this.onBlur}
          />
          <ul id="list" role="listbox" aria-label="Sources" ?hidden=${!this.open || this.found.length === 0}>
            ${this.found.map(
              (source, index) => html`
                <li
                  id="option-${index}"
                  role="option"
                  aria-selected=${index === this.active ? 'true' : 'false'}
                  @pointerdown=${(event: Event) => event.preventDefault()}
                  @click=${() => this.pick(source.id)}
                >
                  <span class="name">
                    <bdi>${source.name}</bdi> ${confidentialTag(source)}
                    ${unclear.has(source.id) ? this.telling(source) : nothing}
                  </span>
                  <span class="soft">${wordFor(SOURCE_KINDS, source.kind)}</span>
                </li>
              `,
            )}
          </ul>
        </div>
        ${this.open ? this.adding() : this.taking()}
      </div>
    `;
  }

  private telling(source: Source) {
    const words = tellingOf(source);
    return words === '' ? nothing : html`<span class="telling" dir="auto">${words}</span>`;
  }

  private adding() {
    if (this.onlyExisting)
      return this.found.length > 0
        ? nothing
        : html`<p class="hint" role="status">No entry of this name is found.</p>`;
    const name = this.words?.trim() ?? '';
    if (this.found.some((source) => source.name.toLowerCase() === name.toLowerCase())) return nothing;
    return html`
      <div class="add">
        <select
          aria-label="Kind of the new source"
          @change=${(event: Event) => {
            const value = event.target instanceof HTMLSelectElement ? event.target.value : '';
            const kind = SourceKind.safeParse(value);
            if (kind.success) this.kind = kind.data;
          }}
        >
          ${SOURCE_KINDS.map(
            ([value, words]) =>
              html`<option value=${value} .selected=${value === this.kind}>${words}</option>`,
          )}
        </select>
        <button
          type="button"
          @click=${() => {
            this.words = null;
            this.keepFocus();
            this.dispatchEvent(new SourceNamedEvent(name, this.kind));
          }}
        >
          Add to the register
        </button>
      </div>
    `;
  }

  private taking() {
    if (this.disabled) return nothing;
    return html`
      <div class="actions">
        ${confidentialTag(this.chosen)}
        ${
          this.chosen === null
            ? nothing
            : html`<button class="quiet" type="button" @click=${() => this.pick(null)}>
                ${this.onlyExisting ? 'Choose another' : 'Take out'}
              </button>`
        }
        ${
          this.chosen !== null || this.suggestion === ''
            ? nothing
            : html`<button class="quiet" type="button" @click=${() => this.type(this.suggestion)}>
                Look up “${this.suggestion}”
              </button>`
        }
      </div>
    `;
  }

  private type(words: string): void {
    this.words = words;
    this.active = -1;
    this.keepFocus();
    this.dispatchEvent(new SourceSoughtEvent(words));
  }

  private pick(sourceId: string | null): void {
    this.words = null;
    this.active = -1;
    this.keepFocus();
    this.dispatchEvent(new SourcePickedEvent(sourceId));
  }

  /** What was pressed goes away: the focus stays in the form, and its keys with it. */
  private keepFocus(): void {
    this.renderRoot.querySelector('input')?.focus();
  }

  private onFocus(event: FocusEvent): void {
    if (event.target instanceof HTMLInputElement) event.target.select();
  }

  private onInput(event: Event): void {
    if (!(event.target instanceof HTMLInputElement)) return;
    this.words = event.target.value;
    this.active = -1;
    this.dispatchEvent(new SourceSoughtEvent(this.words));
  }

  private onKeyDown(event: KeyboardEvent): void {
    if (!this.open) return;
    const last = this.found.length - 1;
    if (event.key === 'ArrowDown') this.active = Math.min(last, this.active + 1);
    else if (event.key === 'ArrowUp') this.active = Math.max(-1, this.active - 1);
    else if (event.key === 'Escape') this.words = null;
    else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      const source = this.found[this.active];
      if (source !== undefined) this.pick(source.id);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Words left without a choice are kept while something of this element has the focus. */
  private onBlur(event: FocusEvent): void {
    if (event.relatedTarget instanceof Node && this.renderRoot.contains(event.relatedTarget)) return;
    if (this.words?.trim() === '') this.words = null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-source-picker': CdSourcePicker;
  }
}
