import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type Chosen, chosenFrom, chosenIn, chosenOf } from '../controllers/batch/chosen.ts';
import { DropController } from '../controllers/drop.ts';
import { fileChoice } from '../styles/file-choice.ts';
import { shared } from '../styles/shared.ts';
import { ManyEvent } from './file-event.ts';

/**
 * Where many stories come in: drop or choose a folder, several files, an archive.
 *
 * @fires many - Something was chosen in which there are files.
 */
@customElement('cd-choose-many')
export class CdChooseMany extends LitElement {
  static override styles = [
    ...shared,
    fileChoice,
    css`
      .zone {
        display: grid;
        gap: var(--space-m);
        padding: var(--space-l);
        border: 1px dashed var(--rule-strong);
        border-radius: var(--radius);
        background: var(--paper-raised);
      }
      .over {
        outline: 2px dashed var(--accent);
        outline-offset: 2px;
        background: var(--accent-wash);
      }
    `,
  ];

  /** The files of a folder that was listed before are chosen again: an archive is not for here. */
  @property({ type: Boolean }) again = false;

  readonly #drop = new DropController(
    this,
    (file) => this.#send(chosenOf([{ path: file.name, file }])),
    undefined,
    async (transfer) => this.#send(await chosenFrom(transfer)),
  );

  protected override render() {
    return html`
      <div class="zone ${this.#drop.over ? 'over' : ''}">
        <p>${this.again ? 'Drop the same folder or files here, or choose them.' : 'Drop a folder, several files or a zip here, or choose them.'}</p>
        <div class="actions">
          <label class="button file">
            Choose a folder
            <input type="file" webkitdirectory multiple @change=${this.#onChoose} />
          </label>
          <label class="button file">
            ${this.again ? 'Choose files' : 'Choose files or a zip'}
            <input type="file" multiple @change=${this.#onChoose} />
          </label>
        </div>
      </div>
    `;
  }

  #onChoose(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.#send(chosenIn(event.target));
  }

  #send(chosen: Chosen | null): void {
    if (chosen !== null) this.dispatchEvent(new ManyEvent(chosen));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-choose-many': CdChooseMany;
  }
}
