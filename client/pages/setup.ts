import { html, LitElement } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { type ApiProblem, asProblem } from '../api/problem.ts';
import { setUp } from '../api/session.ts';
import { describedBy, field, invalid } from '../components/field.ts';
import { formOf, formText } from '../components/form.ts';
import '../components/problem.ts';
import { shared } from '../styles/shared.ts';

const LABELS = { name: 'Your name', email: 'E-mail address', password: 'Password', token: 'Set-up link' };

/** The first admin, by the one-time link that the server printed. */
@customElement('cd-setup-page')
export class CdSetupPage extends LitElement {
  static override styles = shared;

  @state() private problem: ApiProblem | null = null;
  @state() private busy = false;
  readonly #token = new URLSearchParams(location.search).get('token') ?? '';

  protected override render() {
    return html`
      <div class="page narrow">
        <h1>Set up Claimdesk</h1>
        ${
          this.#token === ''
            ? html`<p class="notice">Open the whole set-up link that the server printed when it first started: it ends in a token.</p>`
            : html`<p>You become the first admin. You can invite everyone else afterwards.</p>
                ${this.#form()}`
        }
      </div>
    `;
  }

  #form() {
    const wrong = (path: string) => this.problem?.about(path);
    return html`
      <form class="form" @submit=${this.#onSubmit}>
        <cd-problem .problem=${this.problem} .labels=${LABELS}></cd-problem>
        ${field(
          { id: 'name', label: LABELS.name, wrong: wrong('name') },
          html`<input id="name" name="name" autocomplete="name" required maxlength="100"
            aria-invalid=${invalid(wrong('name'))} aria-describedby=${describedBy('name', false, wrong('name'))} />`,
        )}
        ${field(
          { id: 'email', label: LABELS.email, wrong: wrong('email') },
          html`<input id="email" name="email" type="email" autocomplete="username" required
            aria-invalid=${invalid(wrong('email'))} aria-describedby=${describedBy('email', false, wrong('email'))} />`,
        )}
        ${field(
          {
            id: 'password',
            label: LABELS.password,
            hint: 'At least 12 characters.',
            wrong: wrong('password'),
          },
          html`<input id="password" name="password" type="password" autocomplete="new-password" required
            aria-invalid=${invalid(wrong('password'))} aria-describedby=${describedBy('password', true, wrong('password'))} />`,
        )}
        <button class="primary" type="submit" ?disabled=${this.busy}>
          ${this.busy ? 'Setting up…' : 'Set up and sign in'}
        </button>
      </form>
    `;
  }

  async #onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = formOf(event);
    this.busy = true;
    this.problem = null;
    try {
      await setUp({
        token: this.#token,
        name: formText(form, 'name'),
        email: formText(form, 'email'),
        password: formText(form, 'password'),
      });
      // A whole new start: the shell asks anew who is signed in.
      location.replace('/');
    } catch (thrown) {
      this.problem = asProblem(thrown);
      this.busy = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-setup-page': CdSetupPage;
  }
}
