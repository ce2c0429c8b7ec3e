import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type ApiProblem, asProblem } from '../api/problem.ts';
import { acceptInvitation, getInvitation } from '../api/session.ts';
import { describedBy, field, invalid } from '../components/field.ts';
import { formOf, formText } from '../components/form.ts';
import '../components/problem.ts';
import { shared } from '../styles/shared.ts';

interface Invitation {
  readonly name: string;
  readonly email: string;
  readonly purpose: 'invite' | 'reset';
}

/** Choosing a password by a one-time link: an invitation, or a reset that an admin made. */
@customElement('cd-invitation-page')
export class CdInvitationPage extends LitElement {
  static override styles = shared;

  /** The secret from the address. */
  @property() secret = '';

  @state() private invitation: Invitation | null = null;
  @state() private problem: ApiProblem | null = null;
  @state() private busy = false;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  protected override render() {
    return html`
      <div class="page narrow">
        <h1>Choose a password</h1>
        ${this.invitation === null ? this.#waiting() : this.#form(this.invitation)}
      </div>
    `;
  }

  #waiting(): TemplateResult {
    if (this.problem === null) return html`<p class="soft" role="status">Loading…</p>`;
    return html`
      <cd-problem .problem=${this.problem}>
        ${
          this.problem.status === 404
            ? nothing
            : html`<button type="button" @click=${() => this.#load()}>Try again</button>`
        }
      </cd-problem>
    `;
  }

  #form({ name, email, purpose }: Invitation): TemplateResult {
    const wrong = this.problem?.about('password');
    return html`
      <p>
        ${purpose === 'invite' ? `Welcome, ${name}.` : `Hello, ${name}.`} You will sign in as
        <strong>${email}</strong>.
      </p>
      <form class="form" @submit=${this.#onSubmit}>
        <cd-problem .problem=${this.problem} .labels=${{ password: 'Password' }}></cd-problem>
        <input class="visually-hidden" type="email" autocomplete="username" .value=${email} tabindex="-1" aria-hidden="true" readonly />
        ${field(
          { id: 'password', label: 'New password', hint: 'At least 12 characters.', wrong },
          html`<input id="password" name="password" type="password" autocomplete="new-password" required
            aria-invalid=${invalid(wrong)} aria-describedby=${describedBy('password', true, wrong)} />`,
        )}
        <button class="primary" type="submit" ?disabled=${this.busy}>
          ${this.busy ? 'Saving…' : 'Save and sign in'}
        </button>
      </form>
    `;
  }

  async #load(): Promise<void> {
    this.problem = null;
    try {
      this.invitation = await getInvitation(this.secret);
    } catch (thrown) {
      this.problem = asProblem(thrown);
    }
  }

  async #onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = formOf(event);
    this.busy = true;
    this.problem = null;
    try {
      await acceptInvitation(this.secret, formText(form, 'password'));
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
    'cd-invitation-page': CdInvitationPage;
  }
}
