import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { IMPORT_FORMATS, ImportFormat } from '../../server/contract/formats.ts';
import { EXTENSIONS } from '../../server/contract/story-files.ts';
import { chosenFrom } from '../controllers/batch/chosen.ts';
import { DropController } from '../controllers/drop.ts';
import { fileChoice } from '../styles/file-choice.ts';
import { shared } from '../styles/shared.ts';
import { chosenFile, FileEvent, ManyEvent } from './file-event.ts';
import { controlValue } from './form.ts';

const ACCEPTED = [...ImportFormat.options.flatMap((format) => EXTENSIONS[format]), '.zip'].join(',');
/** "Plain text, ninjs or HTML" */
const FORMATS = new Intl.ListFormat('en', { type: 'disjunction' }).format(
  ImportFormat.options.map((format) => IMPORT_FORMATS[format].label),
);

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
 * @fires many - Several files or a folder were dropped.
 */
@customElement('cd-story-paste')
export class CdStoryPaste extends LitElement {
  static override styles = [
    ...shared,
    fileChoice,
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
      .taken {
        padding: var(--space-l);
        border: 1px solid var(--rule-strong);
        border-radius: var(--radius);
        background: var(--paper-raised);
        overflow-wrap: anywhere;
      }
      .over .taken,
      .over textarea {
        outline: 2px dashed var(--accent);
        outline-offset: 2px;
        background: var(--accent-wash);
      }
    `,
  ];

  @property() text = '';
  /** The name of the file that takes the place of a text, or the address of a page; '' for none. */
  @property({ attribute: 'file-name' }) fileName = '';
  /** Files of other formats than plain text are not for here. */
  @property({ type: Boolean, attribute: 'text-only' }) textOnly = false;
  /** What is wrong with the text or with the file, in words. */
  @property() wrong = '';

  readonly #drop = new DropController(
    this,
    (file) => this.dispatchEvent(new FileEvent(file)),
    undefined,
    (transfer) => void this.#onMany(transfer),
  );
  @query('textarea') private area!: HTMLTextAreaElement | null;
  @query('.taken') private taken!: HTMLElement | null;

  override focus(): void {
    (this.area ?? this.taken)?.focus();
  }

  protected override render() {
    return html`
      <div class="zone ${this.#drop.over ? 'over' : ''}">
        ${this.fileName === '' ? this.#field() : this.#file()}
        <div role="alert">${this.wrong === '' ? nothing : html`<p class="wrong" id="wrong">${this.wrong}</p>`}</div>
        <div class="actions">
          <label class="button file">
            ${this.fileName === '' ? 'Choose a file' : 'Choose another file'}
            <input type="file" accept=${this.textOnly ? '.txt,text/plain' : ACCEPTED} @change=${this.#onChoose} />
          </label>
          <slot></slot>
        </div>
        <p class="hint" id="hint">
          ${this.textOnly ? 'Plain text in UTF-8, up to 2 MB' : `${FORMATS}. Text up to 2 MB, other files up to 10 MB`}.
          Navigation and other furniture may come along: it is recognised and left out.
          ${this.textOnly ? nothing : 'A story of another Claimdesk, or a package of one (.claimdesk.zip), comes in whole.'}
        </p>
      </div>
    `;
  }

  #file(): TemplateResult {
    return html`<p class="taken" tabindex="-1"><span class="soft">${this.fileName.startsWith('https://') ? 'The page' : 'The file'}</span> <bdi>${this.fileName}</bdi></p>`;
  }

  #field(): TemplateResult {
    return html`
        <label for="text">The story’s text</label>
        <textarea
          id="text"
          dir="auto"
          spellcheck="false"
          .value=${this.text}
          placeholder=${this.textOnly ? 'Paste the story here, or drop a .txt file' : 'Paste the story here, or drop a file'}
          aria-describedby=${this.wrong === '' ? 'hint' : 'wrong hint'}
          aria-invalid=${this.wrong === '' ? 'false' : 'true'}
          @input=${this.#onInput}
        ></textarea>
    `;
  }

  #onInput(event: Event): void {
    this.dispatchEvent(new TextEvent(controlValue(event)));
  }

  async #onMany(transfer: DataTransfer): Promise<void> {
    if (this.textOnly) return;
    const chosen = await chosenFrom(transfer);
    if (chosen !== null) this.dispatchEvent(new ManyEvent(chosen));
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
