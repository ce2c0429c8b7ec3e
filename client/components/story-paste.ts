import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { shared } from '../styles/shared.ts';
import { controlValue } from './form.ts';

/** Sent with each change of the text. */
export class TextEvent extends Event {
  static readonly type = 'text';
  readonly text: string;
  constructor(text: string) {
    super(TextEvent.type);
    this.text = text;
  }
}

/** Sent with a file that was dropped or chosen; the page reads it. */
export class FileEvent extends Event {
  static readonly type = 'file';
  readonly file: File;
  constructor(file: File) {
    super(FileEvent.type);
    this.file = file;
  }
}

/**
 * Where a story comes in: paste it, drop a file on it, choose a file.
 *
 * @fires text - The text was typed or pasted.
 * @fires file - A file was dropped or chosen.
 */
@customElement('cd-story-paste')
export class CdStoryPaste extends LitElement {
  static override styles = [
    ...shared,
    css`
      .zone {
        display: grid;
        gap: var(--space-s);
      }
      textarea {
        min-block-size: 16rem;
        font-family: var(--serif);
        font-size: 1rem;
        line-height: 1.5;
      }
      .over textarea {
        outline: 2px dashed var(--accent);
        outline-offset: 2px;
        background: var(--accent-wash);
      }
      .file {
        position: relative;
      }
      .file:focus-within {
        outline: 2px solid var(--focus);
        outline-offset: 2px;
      }
      .file input {
        position: absolute;
        inset: 0;
        inline-size: 100%;
        opacity: 0;
        cursor: pointer;
      }
    `,
  ];

  @property() text = '';
  /** What is wrong with the text or with the file, in words. */
  @property() wrong = '';

  @state() private over = false;
  @query('textarea') private area!: HTMLTextAreaElement;

  override focus(): void {
    this.area.focus();
  }

  protected override render() {
    return html`
      <div
        class="zone ${this.over ? 'over' : ''}"
        @dragover=${this.#onDragOver}
        @dragleave=${this.#onDragLeave}
        @drop=${this.#onDrop}
      >
        <label for="text">The story’s text</label>
        <textarea
          id="text"
          dir="auto"
          spellcheck="false"
          .value=${this.text}
          placeholder="Paste the story here, or drop a .txt file"
          aria-describedby=${this.wrong === '' ? 'hint' : 'wrong hint'}
          aria-invalid=${this.wrong === '' ? 'false' : 'true'}
          @input=${this.#onInput}
        ></textarea>
        <div role="alert">${this.wrong === '' ? nothing : html`<p class="wrong" id="wrong">${this.wrong}</p>`}</div>
        <div class="actions">
          <label class="button file">
            Choose a file
            <input type="file" accept=".txt,text/plain" @change=${this.#onChoose} />
          </label>
          <slot></slot>
        </div>
        <p class="hint" id="hint">Plain text in UTF-8, up to 2 MB. Navigation and other furniture may come along: it is recognised and left out.</p>
      </div>
    `;
  }

  #onInput(event: Event): void {
    this.dispatchEvent(new TextEvent(controlValue(event)));
  }

  #onDragOver(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.over = true;
  }

  #onDragLeave(event: DragEvent): void {
    if (event.relatedTarget instanceof Node && this.renderRoot.contains(event.relatedTarget)) return;
    this.over = false;
  }

  #onDrop(event: DragEvent): void {
    this.over = false;
    const file = event.dataTransfer?.files[0];
    if (file === undefined) return;
    event.preventDefault();
    this.dispatchEvent(new FileEvent(file));
  }

  #onChoose(event: Event): void {
    if (!(event.target instanceof HTMLInputElement)) return;
    const file = event.target.files?.[0];
    // The same file may be chosen again after it was put right.
    if (file !== undefined) this.dispatchEvent(new FileEvent(file));
    event.target.value = '';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-story-paste': CdStoryPaste;
  }
}
