import { css, html, LitElement } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { Scope, TOKEN_LASTS } from '../../server/contract/tokens.ts';
import { shared } from '../styles/shared.ts';
import { SCOPE_WORDS } from '../words.ts';
import { describedBy, field, invalid, sentence } from './field.ts';
import { formOf, formText } from './form.ts';
import './problem.ts';
import type { ShownProblem } from './problem.ts';

/** Sent with the token to make. */
export class MakeTokenEvent extends Event {
  static readonly type = 'make-token';
  readonly token: { readonly name: string; readonly scopes: Scope[]; readonly days: number };
  constructor(token: MakeTokenEvent['token']) {
    super(MakeTokenEvent.type);
    this.token = token;
  }
}

const LABELS = { name: 'What is it for?', scopes: 'What may it do?', expiresAt: 'Works for' };
const DAYS: readonly (readonly [number, string])[] = [
  [7, '7 days'],
  [30, '30 days'],
  [TOKEN_LASTS.usually, `${TOKEN_LASTS.usually} days`],
  [365, 'A year'],
];

/**
 * What a program gets a token for.
 *
 * @fires make-token - With name, scopes and days.
 */
@customElement('cd-token-form')
export class CdTokenForm extends LitElement {
  static override styles = [
    ...shared,
    css`
      .choices {
        display: grid;
        gap: var(--space-2xs);
      }
      select {
        inline-size: auto;
      }
    `,
  ];

  @property({ attribute: false }) problem: ShownProblem | null = null;
  @property({ type: Boolean }) busy = false;

  @query('form') private form!: HTMLFormElement;

  /** The page calls this once the token is made. */
  saved(): void {
    this.form.reset();
  }

  protected override render() {
    const wrong = (path: string) => this.problem?.issues.find((issue) => issue.path === path)?.message;
    return html`
      <form class="form" @submit=${this.#onSubmit}>
        <cd-problem .problem=${this.problem} .labels=${LABELS}></cd-problem>
        ${field(
          {
            id: 'name',
            label: LABELS.name,
            hint: 'As history will name it: “wire feed”, “archive”.',
            wrong: wrong('name'),
          },
          html`<input id="name" name="name" required maxlength="100" autocomplete="off"
            aria-invalid=${invalid(wrong('name'))} aria-describedby=${describedBy('name', true, wrong('name'))} />`,
        )}
        <fieldset aria-describedby=${describedBy('scopes', false, wrong('scopes'))}>
          <legend>${LABELS.scopes}</legend>
          <div class="choices">
            ${Scope.options.map(
              (scope) => html`
                <label class="check">
                  <input type="checkbox" name="scopes" value=${scope} ?checked=${scope === 'read'} />
                  <span>${SCOPE_WORDS[scope]}</span>
                </label>
              `,
            )}
          </div>
          ${wrong('scopes') ? html`<p class="wrong" id="scopes-wrong">${sentence(wrong('scopes') ?? '')}</p>` : ''}
        </fieldset>
        ${field(
          { id: 'days', label: LABELS.expiresAt },
          html`<select id="days" name="days">
            ${DAYS.map(
              ([days, words]) =>
                html`<option value=${days} ?selected=${days === TOKEN_LASTS.usually}>${words}</option>`,
            )}
          </select>`,
        )}
        <div class="actions">
          <button type="submit" ?disabled=${this.busy}>${this.busy ? 'Making…' : 'Make a token'}</button>
        </div>
      </form>
    `;
  }

  #onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    const form = formOf(event);
    const chosen = new FormData(form).getAll('scopes');
    const scopes = Scope.options.filter((scope) => chosen.includes(scope));
    this.dispatchEvent(
      new MakeTokenEvent({ name: formText(form, 'name'), scopes, days: Number(formText(form, 'days')) }),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-token-form': CdTokenForm;
  }
}
