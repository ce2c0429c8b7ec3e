import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { MAX_FILE_BYTES, MediaType } from '../../../server/contract/files.ts';
import { fileChoice } from '../../styles/file-choice.ts';
import { shared } from '../../styles/shared.ts';
import { sizeWords } from '../../words.ts';
import { chosenFile, FileEvent } from '../file-event.ts';
import type { Upload } from './view.ts';

/**
 * A document that is attached as evidence: chosen or dropped, on its way, or there.
 *
 * @fires file - One was chosen.
 */
@customElement('cd-evidence-file')
export class CdEvidenceFile extends LitElement {
  static override styles = [
    ...shared,
    fileChoice,
    css`
      :host {
        display: grid;
        gap: var(--space-s);
        padding: var(--space-m);
        border: 1px dashed var(--rule-strong);
        border-radius: var(--radius);
        font-size: var(--text-s);
        overflow-wrap: anywhere;
      }
      :host([over]) {
        border-color: var(--accent);
        background: var(--accent-wash);
      }
      progress {
        inline-size: 100%;
        accent-color: var(--accent);
      }
    `,
  ];

  @property({ attribute: false }) upload: Upload | null = null;
  /** What is attached already, in words; empty for nothing. */
  @property() attached = '';
  /** Bytes of that. */
  @property({ type: Number }) size = 0;
  /** What is wrong, in words. */
  @property() wrong = '';
  /** A file hovers over the form. */
  @property({ type: Boolean, reflect: true }) over = false;

  protected override render() {
    const { upload } = this;
    if (upload !== null)
      return html`
        <label for="sent">Attaching ${upload.name}</label>
        <progress id="sent" max=${upload.size} .value=${upload.sent}></progress>
        <p class="soft numeral">${sizeWords(upload.sent)} of ${sizeWords(upload.size)}</p>
      `;
    return html`
      ${this.attached === '' ? nothing : html`<p>✔ <strong>${this.attached}</strong> <span class="soft">${sizeWords(this.size)}</span></p>`}
      <div class="actions">
        <label class="button file">
          ${this.attached === '' ? 'Choose a file' : 'Choose another'}
          <input
            type="file"
            accept=${MediaType.options.join()}
            aria-invalid=${this.wrong === '' ? 'false' : 'true'}
            aria-describedby=${this.wrong === '' ? 'hint' : 'wrong hint'}
            @change=${(event: Event) => this.choose(event)}
          />
        </label>
        <span class="soft">or drop it here</span>
      </div>
      ${this.wrong === '' ? nothing : html`<p class="wrong" id="wrong">${this.wrong}</p>`}
      <p class="hint" id="hint">PDF, image, plain text or sound, up to ${sizeWords(MAX_FILE_BYTES)}.</p>
    `;
  }

  private choose(event: Event): void {
    const file = chosenFile(event);
    if (file !== null) this.dispatchEvent(new FileEvent(file));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-evidence-file': CdEvidenceFile;
  }
}
