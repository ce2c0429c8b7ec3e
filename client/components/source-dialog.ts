import { html, LitElement, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { User } from '../../server/contract/people.ts';
import type { Identity, Source } from '../../server/contract/sources.ts';
import { mayBeLost } from '../router.ts';
import './dialog.ts';
import type { CdDialog } from './dialog.ts';
import type { ShownProblem } from './problem.ts';
import './source-form.ts';
import { type CdSourceForm, SaveSourceEvent } from './source-form.ts';

/**
 * An entry of the register in a dialog, new or to be changed.
 *
 * @fires save - With the values; the page saves, then calls `saved` and closes it, or sets `problem`.
 * @fires close - The person wants out.
 */
@customElement('cd-source-dialog')
export class CdSourceDialog extends LitElement {
  /** What is in the dialog: null closed, 'new', or one to change. */
  @property({ attribute: false }) subject: Source | 'new' | null = null;
  /** Who a confidential one is, where that was read. */
  @property({ attribute: false }) identity: Identity | null = null;
  @property({ attribute: false }) people: ReadonlyMap<string, User> = new Map();
  @property() meId = '';
  /** Fills in the name of a new entry. */
  @property() suggestion = '';
  @property({ attribute: false }) problem: ShownProblem | null = null;
  @property({ type: Boolean }) busy = false;

  @query('cd-dialog') private dialog!: CdDialog;
  @query('cd-source-form') private form!: CdSourceForm | null;

  /** What was typed is stored: no draft of it is needed. */
  saved(): void {
    this.form?.saved();
  }

  protected override render() {
    const { subject } = this;
    return html`
      <cd-dialog
        heading=${subject === 'new' ? 'Add a source' : 'Change a source'}
        .open=${subject !== null}
        @close=${this.#onClose}
      >
        ${
          subject === null
            ? nothing
            : html`<cd-source-form
                .source=${subject === 'new' ? null : subject}
                .identity=${this.identity}
                .people=${this.people}
                .meId=${this.meId}
                .suggestion=${this.suggestion}
                .problem=${this.problem}
                .busy=${this.busy}
                @save=${({ values }: SaveSourceEvent) => this.dispatchEvent(new SaveSourceEvent(values))}
                @cancel=${this.#close}
              ></cd-source-form>`
        }
      </cd-dialog>
    `;
  }

  /** By Escape or ✕, which are pressed by a slip too. */
  readonly #onClose = (): void => {
    if (this.form?.loses === true && !mayBeLost()) {
      // The browser may have closed it unasked.
      this.dialog.requestUpdate();
      return;
    }
    this.#close();
  };

  readonly #close = (): void => {
    this.dispatchEvent(new Event('close'));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-source-dialog': CdSourceDialog;
  }
}
