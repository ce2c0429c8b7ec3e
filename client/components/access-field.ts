import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { User } from '../../server/contract/people.ts';
import { shared } from '../styles/shared.ts';
import { ROLE_WORDS } from '../words.ts';
import { controlChecked, controlValue } from './form.ts';

export type Access = 'newsroom' | 'restricted';

/** Sent with every choice. */
export class AccessChangeEvent extends Event {
  static readonly type = 'access-change';
  readonly access: Access;
  readonly memberIds: readonly string[];
  constructor(access: Access, memberIds: readonly string[]) {
    super(AccessChangeEvent.type, { bubbles: true, composed: true });
    this.access = access;
    this.memberIds = memberIds;
  }
}

/**
 * Who may see a story: the newsroom, or named people. To all others a restricted story does not exist.
 *
 * @fires access-change - With the access and the people chosen.
 */
@customElement('cd-access-field')
export class CdAccessField extends LitElement {
  static override styles = [
    ...shared,
    css`
      fieldset {
        display: grid;
        gap: var(--space-xs);
      }
      .people {
        display: grid;
        gap: var(--space-xs);
        margin-inline-start: calc(1.125rem + var(--space-s));
      }
      ul {
        max-block-size: 14rem;
        overflow: auto;
        padding-inline: var(--space-s);
        border: 1px solid var(--rule);
        border-radius: var(--radius);
      }
      li + li {
        border-block-start: 1px solid var(--rule);
      }
      li .check {
        display: flex;
      }
    `,
  ];

  @property() access: Access = 'newsroom';
  @property({ attribute: false }) memberIds: readonly string[] = [];
  @property({ attribute: false }) people: ReadonlyMap<string, User> = new Map();
  /** Whoever chooses stays among those who may see it. */
  @property() meId = '';
  @property({ type: Boolean }) disabled = false;

  @state() private words = '';

  protected override render() {
    return html`
      <fieldset ?disabled=${this.disabled}>
        <legend>Who may see it</legend>
        ${this.#choice('newsroom', 'Everyone in the newsroom')} ${this.#choice('restricted', 'Named people only')}
        ${this.access === 'restricted' ? this.#picker() : nothing}
      </fieldset>
    `;
  }

  #choice(access: Access, label: string) {
    return html`
      <label class="check">
        <input type="radio" name="access" .checked=${this.access === access} @change=${() => this.#send(access, this.memberIds)} />
        ${label}
      </label>
    `;
  }

  #picker() {
    const others = [...this.people.values()].filter(
      ({ id, active }) => id !== this.meId && (active || this.memberIds.includes(id)),
    );
    const words = this.words.trim().toLocaleLowerCase();
    const shown = others.filter(
      ({ id, name }) =>
        words === '' || this.memberIds.includes(id) || name.toLocaleLowerCase().includes(words),
    );
    return html`
      <div class="people">
        <p class="hint">You, and:</p>
        ${
          others.length > 8
            ? html`<input type="search" aria-label="Find people" placeholder="Find people" .value=${this.words}
                @input=${(event: Event) => {
                  this.words = controlValue(event);
                }} />`
            : nothing
        }
        <ul role="list" tabindex="0" aria-label="People">
          ${shown.map(
            ({ id, name, role }) => html`
              <li>
                <label class="check">
                  <input
                    type="checkbox"
                    .checked=${this.memberIds.includes(id)}
                    @change=${(event: Event) => this.#tick(id, controlChecked(event))}
                  />
                  <span><bdi>${name}</bdi> <span class="soft">${ROLE_WORDS[role]}</span></span>
                </label>
              </li>
            `,
          )}
        </ul>
      </div>
    `;
  }

  #tick(id: string, ticked: boolean): void {
    const others = this.memberIds.filter((other) => other !== id);
    this.#send(this.access, ticked ? [...others, id] : others);
  }

  #send(access: Access, memberIds: readonly string[]): void {
    this.dispatchEvent(new AccessChangeEvent(access, memberIds));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-access-field': CdAccessField;
  }
}
