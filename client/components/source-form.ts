import { html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { type Source, SourceKind } from '../../server/contract/sources.ts';
import { FormDraft } from '../controllers/form-draft.ts';
import { shared } from '../styles/shared.ts';
import { SOURCE_KIND_WORDS } from '../words.ts';
import { describedBy, field, invalid } from './field.ts';
import { formOf, formText, formTextOrNull } from './form.ts';
import './problem.ts';
import type { ShownProblem } from './problem.ts';

export interface SourceValues {
  readonly name: string;
  readonly kind: SourceKind;
  readonly aliases: string[];
  readonly note: string | null;
}

/** Sent with the form's values. */
export class SaveSourceEvent extends Event {
  static readonly type = 'save';
  readonly values: SourceValues;
  constructor(values: SourceValues) {
    super(SaveSourceEvent.type);
    this.values = values;
  }
}

const LABELS = { name: 'Name', kind: 'Kind', aliases: 'Other names', note: 'Note' };

/**
 * An entry of the source register, new or to be changed. What is typed outlives a reload.
 *
 * @fires save - With the values.
 * @fires cancel - The person wants out; the draft is dropped.
 */
@customElement('cd-source-form')
export class CdSourceForm extends LitElement {
  static override styles = shared;

  /** The entry to change; null for a new one. */
  @property({ attribute: false }) source: Source | null = null;
  @property({ attribute: false }) problem: ShownProblem | null = null;
  @property({ type: Boolean }) busy = false;
  /** Fills in the name of a new entry. */
  @property() suggestion = '';

  @state() private restored = false;
  @query('form') private form!: HTMLFormElement;

  protected override firstUpdated(): void {
    this.restored = this.#draft.restore(this.form);
  }

  protected override render() {
    const { source } = this;
    const wrong = (path: string) =>
      this.problem?.issues.find((issue) => issue.path.split('.')[0] === path)?.message;
    return html`
      <form class="form" @submit=${this.#onSubmit} @input=${this.#onInput}>
        <cd-problem .problem=${this.problem} .labels=${LABELS}></cd-problem>
        ${this.restored ? html`<p class="notice small">What you typed before is still here.</p>` : nothing}
        ${field(
          { id: 'name', label: LABELS.name, wrong: wrong('name') },
          html`<input id="name" name="name" required maxlength="300" autocomplete="off" dir="auto"
            value=${source?.name ?? this.suggestion}
            aria-invalid=${invalid(wrong('name'))} aria-describedby=${describedBy('name', false, wrong('name'))} />`,
        )}
        ${field(
          { id: 'kind', label: LABELS.kind, wrong: wrong('kind') },
          html`<select id="kind" name="kind">
            ${SourceKind.options.map(
              (kind) =>
                html`<option value=${kind} ?selected=${kind === (source?.kind ?? 'person')}>${SOURCE_KIND_WORDS[kind]}</option>`,
            )}
          </select>`,
        )}
        ${field(
          {
            id: 'aliases',
            label: LABELS.aliases,
            hint: 'One on each line: abbreviations, former names, other spellings.',
            wrong: wrong('aliases'),
          },
          html`<textarea id="aliases" name="aliases" rows="3" dir="auto" .defaultValue=${source?.aliases.join('\n') ?? ''}
            aria-invalid=${invalid(wrong('aliases'))} aria-describedby=${describedBy('aliases', true, wrong('aliases'))}></textarea>`,
        )}
        ${field(
          { id: 'note', label: LABELS.note, wrong: wrong('note') },
          html`<textarea id="note" name="note" rows="3" dir="auto" .defaultValue=${source?.note ?? ''}
            aria-invalid=${invalid(wrong('note'))} aria-describedby=${describedBy('note', false, wrong('note'))}></textarea>`,
        )}
        <div class="actions">
          <button class="primary" type="submit" ?disabled=${this.busy}>${this.busy ? 'Saving…' : 'Save'}</button>
          <button type="button" @click=${this.#onCancel}>Cancel</button>
        </div>
      </form>
    `;
  }

  get #draft(): FormDraft {
    return new FormDraft(`source.${this.source?.id ?? 'new'}`);
  }

  #onInput(): void {
    this.#draft.keep(this.form);
  }

  #onCancel(): void {
    this.#draft.drop();
    this.dispatchEvent(new Event('cancel'));
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('#name')?.focus();
  }

  /** The page calls this once the values are stored. */
  saved(): void {
    this.#draft.drop();
  }

  #onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    const form = formOf(event);
    const kind = SourceKind.safeParse(formText(form, 'kind'));
    if (!kind.success) return;
    const aliases = formText(form, 'aliases')
      .split('\n')
      .map((alias) => alias.trim())
      .filter((alias) => alias !== '');
    this.dispatchEvent(
      new SaveSourceEvent({
        name: formText(form, 'name'),
        kind: kind.data,
        aliases,
        note: formTextOrNull(form, 'note'),
      }),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-source-form': CdSourceForm;
  }
}
