import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { User } from '../../server/contract/people.ts';
import { shared } from '../styles/shared.ts';
import { ROLE_WORDS } from '../words.ts';
import { controlChecked, controlValue } from './form.ts';

/** From so many people on, they can be looked for by name. */
const MANY = 8;

/** Sent with every choice: the others that are chosen, without whoever chooses. */
export class PeopleChosenEvent extends Event {
  static readonly type = 'people-chosen';
  readonly ids: readonly string[];
  constructor(ids: readonly string[]) {
    super(PeopleChosenEvent.type);
    this.ids = ids;
  }
}

/**
 * Chooses people, besides whoever chooses, who is always among them.
 *
 * @fires people-chosen - With the ids chosen.
 */
@customElement('cd-people-field')
export class CdPeopleField extends LitElement {
  static override styles = [
    ...shared,
    css`
      :host {
        display: grid;
        gap: var(--space-xs);
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

  @property({ attribute: false }) chosen: readonly string[] = [];
  @property({ attribute: false }) people: ReadonlyMap<string, User> = new Map();
  @property() meId = '';
  @property({ type: Boolean }) disabled = false;

  @state() private words = '';

  protected override render() {
    const others = [...this.people.values()].filter(
      ({ id, active }) => id !== this.meId && (active || this.chosen.includes(id)),
    );
    const words = this.words.trim().toLocaleLowerCase();
    const shown = others.filter(
      ({ id, name }) => words === '' || this.chosen.includes(id) || name.toLocaleLowerCase().includes(words),
    );
    return html`
      <p class="hint">You, and:</p>
      ${
        others.length > MANY
          ? html`<input type="search" aria-label="Find people" placeholder="Find people" .value=${this.words}
              ?disabled=${this.disabled}
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
                  .checked=${this.chosen.includes(id)}
                  ?disabled=${this.disabled}
                  @change=${(event: Event) => this.#tick(id, controlChecked(event))}
                />
                <span><bdi>${name}</bdi> <span class="soft">${ROLE_WORDS[role]}</span></span>
              </label>
            </li>
          `,
        )}
      </ul>
    `;
  }

  #tick(id: string, ticked: boolean): void {
    const others = this.chosen.filter((other) => other !== id);
    this.dispatchEvent(new PeopleChosenEvent(ticked ? [...others, id] : others));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-people-field': CdPeopleField;
  }
}
