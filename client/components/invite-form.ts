import { css, html, LitElement } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { Role } from '../../server/contract/people.ts';
import { FormDraft } from '../controllers/form-draft.ts';
import { shared } from '../styles/shared.ts';
import { ROLE_MEANINGS, ROLE_WORDS } from '../words.ts';
import { describedBy, field, invalid } from './field.ts';
import { controlValue, formOf, formText } from './form.ts';
import './problem.ts';
import type { ShownProblem } from './problem.ts';

/** Sent with whom to invite. */
export class InviteEvent extends Event {
  static readonly type = 'invite';
  readonly person: { readonly name: string; readonly email: string; readonly role: Role };
  constructor(person: InviteEvent['person']) {
    super(InviteEvent.type);
    this.person = person;
  }
}

const LABELS = { name: 'Name', email: 'E-mail address', role: 'Role' };

/**
 * Who gets access, and as what.
 *
 * @fires invite - With name, e-mail address and role.
 */
@customElement('cd-invite-form')
export class CdInviteForm extends LitElement {
  static override styles = [
    ...shared,
    css`
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: start;
        gap: var(--space-m);
      }
      .line .field {
        flex: 1 1 12rem;
      }
      .line button {
        margin-block-start: 1.45rem;
      }
    `,
  ];

  @property({ attribute: false }) problem: ShownProblem | null = null;
  @property({ type: Boolean }) busy = false;

  @state() private chosen: Role = 'editor';
  @query('form') private form!: HTMLFormElement;
  readonly #draft = new FormDraft('invite');

  protected override firstUpdated(): void {
    this.#draft.restore(this.form);
  }

  /** The page calls this once the person is invited. */
  saved(): void {
    this.#draft.drop();
    this.form.reset();
  }

  protected override render() {
    const wrong = (path: string) => this.problem?.issues.find((issue) => issue.path === path)?.message;
    return html`
      <form class="form" @submit=${this.#onSubmit} @input=${() => this.#draft.keep(this.form)}>
        <cd-problem .problem=${this.problem} .labels=${LABELS}></cd-problem>
        <div class="line">
          ${field(
            { id: 'name', label: LABELS.name, wrong: wrong('name') },
            html`<input id="name" name="name" required maxlength="100" autocomplete="off"
              aria-invalid=${invalid(wrong('name'))} aria-describedby=${describedBy('name', false, wrong('name'))} />`,
          )}
          ${field(
            { id: 'email', label: LABELS.email, wrong: wrong('email') },
            html`<input id="email" name="email" type="email" required autocomplete="off"
              aria-invalid=${invalid(wrong('email'))} aria-describedby=${describedBy('email', false, wrong('email'))} />`,
          )}
          ${field(
            { id: 'role', label: LABELS.role, hint: ROLE_MEANINGS[this.chosen], wrong: wrong('role') },
            html`<select id="role" name="role" aria-describedby=${describedBy('role', true, wrong('role'))} @change=${this.#onRole}>
              ${Role.options.map(
                (role) =>
                  html`<option value=${role} ?selected=${role === 'editor'}>${ROLE_WORDS[role]}</option>`,
              )}
            </select>`,
          )}
          <button class="primary" type="submit" ?disabled=${this.busy}>${this.busy ? 'Inviting…' : 'Invite'}</button>
        </div>
      </form>
    `;
  }

  #onRole(event: Event): void {
    const role = Role.safeParse(controlValue(event));
    if (role.success) this.chosen = role.data;
  }

  #onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    const form = formOf(event);
    const role = Role.safeParse(formText(form, 'role'));
    if (!role.success) return;
    this.dispatchEvent(
      new InviteEvent({ name: formText(form, 'name'), email: formText(form, 'email'), role: role.data }),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-invite-form': CdInviteForm;
  }
}
