import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { WebhookType } from '../../server/contract/webhooks.ts';
import { shared } from '../styles/shared.ts';
import { describedBy, field, invalid, sentence } from './field.ts';
import { formOf, formText } from './form.ts';
import './problem.ts';
import type { ShownProblem } from './problem.ts';
import { TYPE_WORDS } from './webhook-words.ts';

/** Sent with where messages are to go, and of what. */
export class SetWebhookEvent extends Event {
  static readonly type = 'set-webhook';
  readonly webhook: { readonly url: string; readonly types: WebhookType[] };
  constructor(webhook: SetWebhookEvent['webhook']) {
    super(SetWebhookEvent.type);
    this.webhook = webhook;
  }
}

const LABELS = { url: 'Address', types: 'Tell it that' };

/**
 * Where messages go, and of what: for a new address, or one that is changed.
 *
 * @fires set-webhook - With address and types.
 * @fires cancel - The person thinks better of it; asked only where `url` is given.
 */
@customElement('cd-webhook-form')
export class CdWebhookForm extends LitElement {
  static override styles = [
    ...shared,
    css`
      .choices {
        display: grid;
        gap: var(--space-2xs);
      }
    `,
  ];

  /** As they are; an empty address for a new one. */
  @property() url = '';
  @property({ attribute: false }) types: readonly WebhookType[] = WebhookType.options;
  @property({ attribute: false }) problem: ShownProblem | null = null;
  @property({ type: Boolean }) busy = false;

  @query('form') private form!: HTMLFormElement;
  @query('#url') private address!: HTMLInputElement;

  /** Also of one that was put on the page a moment ago and is not drawn yet. */
  override focus(): void {
    void this.updateComplete.then(() => this.address.focus());
  }

  /** The page calls this once the address is kept. */
  saved(): void {
    this.form.reset();
  }

  protected override render() {
    const wrong = (path: string) =>
      this.problem?.issues.find((issue) => issue.path === path || issue.path.startsWith(`${path}.`))?.message;
    const isNew = this.url === '';
    return html`
      <form class="form" @submit=${this.#onSubmit}>
        <cd-problem .problem=${this.problem} .labels=${LABELS}></cd-problem>
        ${field(
          {
            id: 'url',
            label: LABELS.url,
            hint: 'Where the other program listens, https://…',
            wrong: wrong('url'),
          },
          html`<input id="url" name="url" type="url" required maxlength="2000" autocomplete="off" value=${this.url}
            aria-invalid=${invalid(wrong('url'))} aria-describedby=${describedBy('url', true, wrong('url'))} />`,
        )}
        <fieldset aria-describedby=${describedBy('types', false, wrong('types'))}>
          <legend>${LABELS.types}</legend>
          <div class="choices">
            ${WebhookType.options.map(
              (type) => html`
                <label class="check">
                  <input type="checkbox" name="types" value=${type} ?checked=${this.types.includes(type)} />
                  <span>${TYPE_WORDS[type]} <code class="soft small">${type}</code></span>
                </label>
              `,
            )}
          </div>
          ${wrong('types') ? html`<p class="wrong" id="types-wrong">${sentence(wrong('types') ?? '')}</p>` : nothing}
        </fieldset>
        <div class="actions">
          <button type="submit" ?disabled=${this.busy}>${isNew ? 'Tell this address' : 'Save'}</button>
          ${
            isNew
              ? nothing
              : html`<button class="quiet" type="button" @click=${() => this.dispatchEvent(new Event('cancel'))}>
                  Cancel
                </button>`
          }
        </div>
      </form>
    `;
  }

  #onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    const form = formOf(event);
    const chosen = new FormData(form).getAll('types');
    const types = WebhookType.options.filter((type) => chosen.includes(type));
    this.dispatchEvent(new SetWebhookEvent({ url: formText(form, 'url').trim(), types }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-webhook-form': CdWebhookForm;
  }
}
