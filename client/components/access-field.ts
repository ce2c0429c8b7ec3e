import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { User } from '../../server/contract/people.ts';
import { shared } from '../styles/shared.ts';
import './people-field.ts';
import type { PeopleChosenEvent } from './people-field.ts';

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
        margin-inline-start: calc(1.125rem + var(--space-s));
      }
    `,
  ];

  @property() access: Access = 'newsroom';
  @property({ attribute: false }) memberIds: readonly string[] = [];
  @property({ attribute: false }) people: ReadonlyMap<string, User> = new Map();
  /** Whoever chooses stays among those who may see it. */
  @property() meId = '';
  @property({ type: Boolean }) disabled = false;

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
    return html`
      <cd-people-field
        class="people"
        .chosen=${this.memberIds}
        .people=${this.people}
        .meId=${this.meId}
        ?disabled=${this.disabled}
        @people-chosen=${({ ids }: PeopleChosenEvent) => this.#send(this.access, ids)}
      ></cd-people-field>
    `;
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
