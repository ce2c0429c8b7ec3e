import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { DropController } from '../controllers/drop.ts';
import { shared } from '../styles/shared.ts';
import { chosenFile, FileEvent } from './file-event.ts';
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

  readonly #drop = new DropController(this, (file) => this.dispatchEvent(new FileEvent(file)));
  @query('textarea') private area!: HTMLTextAreaElement;

  override focus(): void {
    this.area.focus();
  }

  protected override render() {
    return html`
      <div class="zone ${this.#drop.over ? 'over' : ''}">
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

  #onChoose(event: Event): void {
    const file = chosenFile(event);
    if (file !== null) this.dispatchEvent(new FileEvent(file));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-story-paste': CdStoryPaste;
  }
}
