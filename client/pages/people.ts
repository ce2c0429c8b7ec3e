import { consume } from '@lit/context';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { type OneTimeLink, Role, User } from '../../server/contract/people.ts';
import { newId } from '../api/http.ts';
import { createUser, editUser, listUsers, resetPassword } from '../api/people.ts';
import { type ApiProblem, asProblem } from '../api/problem.ts';
import { controlValue } from '../components/form.ts';
import '../components/invite-form.ts';
import type { CdInviteForm, InviteEvent } from '../components/invite-form.ts';
import '../components/one-time-link.ts';
import '../components/problem.ts';
import { type Announce, announcerContext } from '../contexts/announcer.ts';
import { type Me, meContext } from '../contexts/me.ts';
import { PeopleChangedEvent } from '../contexts/people.ts';
import { shared } from '../styles/shared.ts';
import { fullDay } from '../times.ts';
import { ROLE_WORDS } from '../words.ts';

/** Who has access, as what. For admins. */
@customElement('cd-people-page')
export class CdPeoplePage extends LitElement {
  static override styles = [
    ...shared,
    css`
      td,
      th {
        vertical-align: middle;
      }
      td select {
        inline-size: 9rem;
      }
      tr.inactive :is(th, td) {
        color: var(--ink-soft);
      }
      .stack {
        display: grid;
        gap: var(--space-l);
      }
      @media (max-width: 52rem) {
        thead {
          display: none;
        }
        table,
        tbody {
          display: block;
        }
        tr {
          display: flex;
          flex-wrap: wrap;
          align-items: center;
          gap: var(--space-xs) var(--space-m);
          padding-block: var(--space-m);
          border-block-end: 1px solid var(--rule);
        }
        tbody th,
        td {
          padding: 0;
          border: 0;
        }
        tbody th {
          flex: 1 1 100%;
          font-size: var(--text-m);
          font-weight: 600;
        }
        .since {
          display: none;
        }
      }
    `,
  ];

  @consume({ context: meContext, subscribe: true }) @state() private me: Me | null = null;
  @consume({ context: announcerContext }) private announce: Announce = () => {};

  @state() private users: readonly User[] | null = null;
  /** What went wrong with the list, or with one person in it. */
  @state() private problem: ApiProblem | null = null;
  @state() private inviteProblem: ApiProblem | null = null;
  @state() private busy = false;
  @state() private link: { readonly name: string; readonly link: OneTimeLink } | null = null;

  @query('cd-invite-form') private form!: CdInviteForm | null;
  #newId = newId();

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  protected override render() {
    const manages = this.me?.can.includes('manage_people') ?? false;
    return html`
      <div class="page">
        <h1>People</h1>
        ${
          manages
            ? html`<section class="stack" aria-label="Invite someone">
                <h2>Invite someone</h2>
                <cd-invite-form .problem=${this.inviteProblem} .busy=${this.busy} @invite=${this.#onInvite}></cd-invite-form>
                <cd-one-time-link
                  .link=${this.link?.link ?? null}
                  .name=${this.link?.name ?? ''}
                  @close=${() => {
                    this.link = null;
                  }}
                ></cd-one-time-link>
              </section>`
            : html`<p class="notice">Only admins give people access.</p>`
        }
        <section aria-label="People with access">
          <cd-problem .problem=${this.problem}>
            ${this.users === null ? html`<button type="button" @click=${this.#load}>Try again</button>` : nothing}
          </cd-problem>
          ${this.users === null ? this.#waiting() : this.#table(this.users, manages)}
        </section>
      </div>
    `;
  }

  #waiting(): TemplateResult | typeof nothing {
    return this.problem === null ? html`<p class="empty soft" role="status">Loading people…</p>` : nothing;
  }

  #table(users: readonly User[], manages: boolean): TemplateResult {
    return html`
      <table>
        <caption class="visually-hidden">People with access</caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">E-mail address</th>
            <th scope="col">Role</th>
            <th scope="col">State</th>
            <th scope="col">Since</th>
            <th scope="col"><span class="visually-hidden">Actions</span></th>
          </tr>
        </thead>
        <tbody>
          ${repeat(
            users,
            (user) => user.id,
            (user) => this.#row(user, manages),
          )}
        </tbody>
      </table>
    `;
  }

  #row(user: User, manages: boolean): TemplateResult {
    return html`
      <tr class=${user.active ? '' : 'inactive'}>
        <th scope="row">
          <bdi>${user.name}</bdi>${user.id === this.me?.id ? html` <span class="soft">(you)</span>` : nothing}
        </th>
        <td>${user.email ?? nothing}</td>
        <td>
          ${
            manages
              ? html`<select
                  aria-label="Role of ${user.name}"
                  .value=${live(user.role)}
                  @change=${(event: Event) => this.#onRole(user, event)}
                >
                  ${Role.options.map(
                    (role) =>
                      html`<option value=${role} ?selected=${role === user.role}>${ROLE_WORDS[role]}</option>`,
                  )}
                </select>`
              : ROLE_WORDS[user.role]
          }
        </td>
        <td>${stateWords(user)}</td>
        <td class="since">${fullDay(user.createdAt)}</td>
        <td>${manages ? this.#actions(user) : nothing}</td>
      </tr>
    `;
  }

  #actions(user: User): TemplateResult {
    const name = html`<span class="visually-hidden"> ${user.name}</span>`;
    return html`
      <div class="actions">
        ${
          user.active
            ? html`<button type="button" @click=${() => this.#onReset(user)}>
                ${user.joined ? 'Reset password' : 'New invitation'}<span class="visually-hidden"> for ${user.name}</span>
              </button>`
            : nothing
        }
        ${
          user.active
            ? html`<button class="danger" type="button" @click=${() => this.#change(user, { active: false })}>
                Deactivate${name}
              </button>`
            : html`<button type="button" @click=${() => this.#change(user, { active: true })}>Reactivate${name}</button>`
        }
      </div>
    `;
  }

  readonly #load = async (): Promise<void> => {
    this.problem = null;
    try {
      this.users = (await listUsers()).items;
    } catch (thrown) {
      this.problem = asProblem(thrown);
    }
  };

  readonly #onInvite = async ({ person }: InviteEvent): Promise<void> => {
    this.busy = true;
    this.inviteProblem = null;
    try {
      const { user, invitation } = await createUser({ id: this.#newId, ...person });
      this.#newId = newId();
      this.form?.saved();
      this.users = [...(this.users ?? []), user];
      this.link = invitation === null ? null : { name: user.name, link: invitation };
      this.#told(`${user.name} invited`);
    } catch (thrown) {
      this.inviteProblem = asProblem(thrown);
    } finally {
      this.busy = false;
    }
  };

  #onRole(user: User, event: Event): void {
    const role = Role.safeParse(controlValue(event));
    if (role.success) void this.#change(user, { role: role.data });
  }

  async #onReset(user: User): Promise<void> {
    this.problem = null;
    try {
      this.link = { name: user.name, link: await resetPassword(user.id) };
      this.announce(`One-time link for ${user.name} is at the top of the page`);
      await this.updateComplete;
      this.renderRoot.querySelector('cd-one-time-link')?.scrollIntoView({ block: 'nearest' });
    } catch (thrown) {
      this.problem = asProblem(thrown);
    }
  }

  async #change(user: User, change: { role?: Role; active?: boolean }): Promise<void> {
    this.problem = null;
    try {
      this.#show(await editUser(user.id, { version: user.version, ...change }));
      this.#told(`${user.name} changed`);
    } catch (thrown) {
      this.problem = asProblem(thrown);
      const current = User.safeParse(this.problem.current);
      if (current.success) this.#show(current.data);
      // The role's select goes back to what holds.
      this.requestUpdate();
    }
  }

  #show(user: User): void {
    this.users = (this.users ?? []).map((other) => (other.id === user.id ? user : other));
  }

  #told(message: string): void {
    this.announce(message);
    this.dispatchEvent(new PeopleChangedEvent());
  }
}

function stateWords({ active, joined }: User): string {
  if (!active) return 'Deactivated';
  return joined ? 'Active' : 'Invited';
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-people-page': CdPeoplePage;
  }
}
