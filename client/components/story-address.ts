import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { shared } from '../styles/shared.ts';
import { withScheme } from '../web-address.ts';
import { formOf, formText } from './form.ts';
import './problem.ts';
import type { ShownProblem } from './problem.ts';

/** Sent with the address of which the page is wanted. */
export class AddressEvent extends Event {
  static readonly type = 'address';
  readonly url: string;
  constructor(url: string) {
    super(AddressEvent.type);
    this.url = url;
  }
}

/**
 * Where a story comes in by its address.
 *
 * @fires address - The page at an address is wanted.
 * @fires stop - Nobody waits for it any longer.
 */
@customElement('cd-story-address')
export class CdStoryAddress extends LitElement {
  static override styles = [
    ...shared,
    css`
      form {
        display: grid;
        gap: var(--space-s);
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-s);
      }
      input {
        flex: 1 1 12rem;
        min-inline-size: 0;
      }
    `,
  ];

  /** A page is on its way. */
  @property({ type: Boolean }) busy = false;
  /** Why the last one did not come. */
  @property({ attribute: false }) problem: ShownProblem | null = null;

  @query('input') private input!: HTMLInputElement;

  override focus(): void {
    this.input.focus();
  }

  protected override render() {
    return html`
      <form @submit=${this.#onSubmit} novalidate>
        <label for="url">Or its web address</label>
        <div class="row">
          <input
            id="url"
            name="url"
            type="url"
            maxlength="2000"
            autocomplete="off"
            placeholder="https://"
            ?readonly=${this.busy}
            aria-describedby="url-hint"
            aria-invalid=${this.problem === null ? 'false' : 'true'}
          />
          ${
            this.busy
              ? html`<button type="button" @click=${this.#stop}>Stop</button>`
              : html`<button type="submit">Fetch</button>`
          }
        </div>
        <p class="hint" id="url-hint">
          Public pages over https. What the site asks programs to leave alone (robots.txt) is left alone.
        </p>
        <p role="status" class="soft small">${this.busy ? 'Fetching the page…' : nothing}</p>
        <cd-problem .problem=${this.problem} .labels=${{ url: 'The address:' }}></cd-problem>
      </form>
    `;
  }

  #onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    const url = withScheme(formText(formOf(event), 'url').trim());
    if (url === '' || this.busy) return;
    this.dispatchEvent(new AddressEvent(url));
    this.focus();
  }

  /** The button goes with what it stops: whoever pressed it goes on in the field. */
  readonly #stop = (): void => {
    this.dispatchEvent(new Event('stop'));
    this.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-story-address': CdStoryAddress;
  }
}
