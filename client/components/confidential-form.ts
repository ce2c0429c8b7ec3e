import { html, LitElement, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { User } from '../../server/contract/people.ts';
import type { Source } from '../../server/contract/sources.ts';
import { shared } from '../styles/shared.ts';
import { describedBy, field, invalid } from './field.ts';
import { formOf, formText } from './form.ts';
import './people-field.ts';
import type { PeopleChosenEvent } from './people-field.ts';
import './problem.ts';
import type { ShownProblem } from './problem.ts';

/** Sent with what everyone will see, and who may know more. */
export class KeepEvent extends Event {
  static readonly type = 'keep';
  readonly description: string;
  /** Whoever asks is among them. */
  readonly readerIds: readonly string[];
  constructor(description: string, readerIds: readonly string[]) {
    super(KeepEvent.type);
    this.description = description;
    this.readerIds = readerIds;
  }
}

const LABELS = { description: 'Description in print', readerIds: 'May know it' };

/**
 * Keeps who a source is from all but the people named, or names them anew. The browser keeps nothing of it.
 *
 * @fires keep - With the printed description and the people.
 * @fires cancel - The person wants out.
 */
@customElement('cd-confidential-form')
export class CdConfidentialForm extends LitElement {
  static override styles = shared;

  @property({ attribute: false }) source: Source | null = null;
  @property({ attribute: false }) people: ReadonlyMap<string, User> = new Map();
  @property() meId = '';
  @property({ attribute: false }) problem: ShownProblem | null = null;
  @property({ type: Boolean }) busy = false;

  /** Null until somebody is chosen or left out. */
  @state() private chosen: readonly string[] | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('source') && changed.get('source')?.id !== this.source?.id) this.chosen = null;
  }

  protected override render() {
    const wrong = this.problem?.issues.find(({ path }) => path === 'description')?.message;
    const isKept = this.source?.confidential === true;
    return html`
      <form class="form" autocomplete="off" @submit=${this.#onSubmit}>
        <cd-problem .problem=${this.problem} .labels=${LABELS}></cd-problem>
        <p>
          ${
            isKept
              ? 'Only the people named here may know who this is. Each time one of them reads it, that is recorded.'
              : 'The name, other names, bodies and the note go out of sight for all but the people named here, admins included. Each time one of them reads who this is, that is recorded. What stories print stays as it is.'
          }
        </p>
        ${field(
          {
            id: 'description',
            label: LABELS.description,
            hint: 'Everyone sees this in place of the name. It must not give the name away.',
            wrong,
          },
          html`<input id="description" name="description" required maxlength="300" autocomplete="off" dir="auto"
            value=${this.source?.description ?? ''}
            aria-invalid=${invalid(wrong)} aria-describedby=${describedBy('description', true, wrong)} />`,
        )}
        <fieldset class="field">
          <legend>Who may know it</legend>
          <cd-people-field
            .chosen=${this.#chosen}
            .people=${this.people}
            .meId=${this.meId}
            @people-chosen=${({ ids }: PeopleChosenEvent) => {
              this.chosen = ids;
            }}
          ></cd-people-field>
        </fieldset>
        <div class="actions">
          <button class="primary" type="submit" ?disabled=${this.busy}>
            ${this.busy ? 'Saving…' : isKept ? 'Save' : 'Keep it confidential'}
          </button>
          <button type="button" @click=${() => this.dispatchEvent(new Event('cancel'))}>Cancel</button>
        </div>
      </form>
    `;
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('#description')?.focus();
  }

  get #chosen(): readonly string[] {
    return this.chosen ?? (this.source?.readerIds ?? []).filter((id) => id !== this.meId);
  }

  #onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    const description = formText(formOf(event), 'description');
    this.dispatchEvent(new KeepEvent(description, [this.meId, ...this.#chosen]));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-confidential-form': CdConfidentialForm;
  }
}
