import { css, html, LitElement } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { shared } from '../styles/shared.ts';
import { field } from './field.ts';
import './problem.ts';
import type { ShownProblem } from './problem.ts';

/** Sent with what was typed. */
export class SignInEvent extends Event {
  static readonly type = 'sign-in';
  readonly email: string;
  readonly password: string;
  constructor(email: string, password: string) {
    super(SignInEvent.type);
    this.email = email;
    this.password = password;
  }
}

/**
 * The form to sign in with.
 *
 * @fires sign-in - With e-mail address and password.
 */
@customElement('cd-sign-in')
export class CdSignIn extends LitElement {
  static override styles = [
    ...shared,
    css`
      button {
        inline-size: 100%;
      }
    `,
  ];

  @property({ attribute: false }) problem: ShownProblem | null = null;
  @property({ type: Boolean }) busy = false;
  /** Filled in already where the same person comes back. */
  @property() email = '';

  @query('#email') private emailField!: HTMLInputElement;
  @query('#password') private passwordField!: HTMLInputElement;

  protected override firstUpdated(): void {
    (this.email === '' ? this.emailField : this.passwordField).focus();
  }

  protected override render() {
    return html`
      <form class="form" @submit=${this.#onSubmit}>
        <cd-problem .problem=${this.problem}></cd-problem>
        ${field(
          { id: 'email', label: 'E-mail address' },
          html`<input id="email" name="email" type="email" autocomplete="username" required .value=${this.email} />`,
        )}
        ${field(
          { id: 'password', label: 'Password' },
          html`<input id="password" name="password" type="password" autocomplete="current-password" required />`,
        )}
        <button class="primary" type="submit" ?disabled=${this.busy}>
          ${this.busy ? 'Signing in…' : 'Sign in'}
        </button>
      </form>
    `;
  }

  #onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    this.dispatchEvent(new SignInEvent(this.emailField.value, this.passwordField.value));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-sign-in': CdSignIn;
  }
}
