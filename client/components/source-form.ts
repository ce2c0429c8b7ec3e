import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { User } from '../../server/contract/people.ts';
import { type Identity, type Source, SourceKind } from '../../server/contract/sources.ts';
import { FormDraft } from '../controllers/form-draft.ts';
import { isTouched, LeavingController } from '../controllers/leaving.ts';
import type { SourceValues } from '../controllers/source-editing.ts';
import { shared } from '../styles/shared.ts';
import { SOURCE_KIND_WORDS } from '../words.ts';
import { describedBy, field, invalid } from './field.ts';
import { controlChecked, formOf, formText, formTextOrNull } from './form.ts';
import './people-field.ts';
import type { PeopleChosenEvent } from './people-field.ts';
import './problem.ts';
import type { ShownProblem } from './problem.ts';

/** Sent with the form's values. */
export class SaveSourceEvent extends Event {
  static readonly type = 'save';
  readonly values: SourceValues;
  constructor(values: SourceValues) {
    super(SaveSourceEvent.type);
    this.values = values;
  }
}

const LABELS = {
  name: 'Name',
  kind: 'Kind',
  aliases: 'Other names',
  affiliations: 'Belongs to or speaks for',
  description: 'Description in print',
  note: 'Note',
  confidential: 'May know it',
};
const OPEN_HINT = 'As stories describe it: “a senior port official”.';
const KEPT_HINT = 'Everyone sees this in place of the name. It must not give the name away.';

/** What an existing draft is kept under, for whoever has to see to its being gone. */
export const sourceDraft = (sourceId: string): FormDraft => new FormDraft(`source.${sourceId}`);

/**
 * An entry of the source register, new or to be changed. What is typed outlives a reload, except about a source that
 * is confidential or about to be: of that the browser keeps nothing.
 *
 * @fires save - With the values.
 * @fires cancel - The person wants out; the draft is dropped.
 */
@customElement('cd-source-form')
export class CdSourceForm extends LitElement {
  static override styles = shared;

  /** The entry to change; null for a new one. */
  @property({ attribute: false }) source: Source | null = null;
  /** Who a confidential entry is, where that was read. */
  @property({ attribute: false }) identity: Identity | null = null;
  @property({ attribute: false }) people: ReadonlyMap<string, User> = new Map();
  @property() meId = '';
  @property({ attribute: false }) problem: ShownProblem | null = null;
  @property({ type: Boolean }) busy = false;
  /** Fills in the name of a new entry. */
  @property() suggestion = '';

  @state() private restored = false;
  /** A new entry is to be confidential. */
  @state() private ticked = false;
  @state() private readerIds: readonly string[] = [];
  @query('form') private form!: HTMLFormElement;

  constructor() {
    super();
    new LeavingController(this, () => this.loses);
  }

  protected override firstUpdated(): void {
    if (!this.#isKept) this.restored = this.#draft.restore(this.form);
  }

  /** It may have been made confidential while it was being changed. */
  protected override updated(): void {
    if (this.source?.confidential === true) this.#draft.dropOfAll();
    else if (this.#isKept) this.#draft.drop();
  }

  protected override render() {
    return html`
      <form class="form" autocomplete="off" @submit=${this.#onSubmit} @input=${this.#onInput}>
        <cd-problem .problem=${this.problem} .labels=${LABELS}></cd-problem>
        ${this.restored ? html`<p class="notice small">What you typed before is still here.</p>` : nothing}
        ${this.source === null ? this.#confidence() : nothing}
        ${
          this.#identity === null
            ? html`<p class="notice small">To change who it is, read who it is first, on its own page.</p>`
            : this.#line('name', this.#identity.name)
        }
        ${field(
          { id: 'kind', label: LABELS.kind, wrong: this.#wrong('kind') },
          html`<select id="kind" name="kind">
            ${SourceKind.options.map(
              (kind) =>
                html`<option value=${kind} ?selected=${kind === (this.source?.kind ?? 'person')}>${SOURCE_KIND_WORDS[kind]}</option>`,
            )}
          </select>`,
        )}
        ${this.#line('description', this.source?.description ?? '', this.#isKept ? KEPT_HINT : OPEN_HINT)}
        ${this.#identity === null ? nothing : this.#about(this.#identity)}
        <div class="actions">
          <button class="primary" type="submit" ?disabled=${this.busy}>${this.busy ? 'Saving…' : 'Save'}</button>
          <button type="button" @click=${this.#onCancel}>Cancel</button>
        </div>
      </form>
    `;
  }

  #about({ aliases, affiliations, note }: Identity): TemplateResult {
    return html`
      ${this.#lines('aliases', aliases.join('\n'), 'One on each line: abbreviations, former names, other spellings.')}
      ${this.#lines('affiliations', affiliations.join('\n'), 'One body on each line.')}
      ${this.#lines('note', note ?? '')}
    `;
  }

  #confidence(): TemplateResult {
    return html`
      <div class="field">
        <label class="check">
          <input type="checkbox" .checked=${this.ticked} @change=${this.#onTick} />
          Keep who this is confidential
        </label>
        ${
          this.ticked
            ? html`
                <p class="hint">Only the people named here may know the name. The browser keeps nothing of what you type.</p>
                <cd-people-field
                  .chosen=${this.readerIds}
                  .people=${this.people}
                  .meId=${this.meId}
                  @people-chosen=${({ ids }: PeopleChosenEvent) => {
                    this.readerIds = ids;
                  }}
                ></cd-people-field>
              `
            : nothing
        }
      </div>
    `;
  }

  #line(name: 'name' | 'description', value: string, hint?: string): TemplateResult {
    const wrong = this.#wrong(name);
    const required = name === 'name' || this.#isKept;
    return field(
      { id: name, label: LABELS[name], hint, wrong },
      html`<input id=${name} name=${name} ?required=${required} maxlength="300" autocomplete="off" dir="auto"
        value=${value}
        aria-invalid=${invalid(wrong)} aria-describedby=${describedBy(name, hint !== undefined, wrong)} />`,
    );
  }

  #lines(name: 'aliases' | 'affiliations' | 'note', value: string, hint?: string): TemplateResult {
    const wrong = this.#wrong(name);
    return field(
      { id: name, label: LABELS[name], hint, wrong },
      html`<textarea id=${name} name=${name} rows="3" dir="auto" autocomplete="off" .defaultValue=${value}
        aria-invalid=${invalid(wrong)} aria-describedby=${describedBy(name, hint !== undefined, wrong)}></textarea>`,
    );
  }

  #wrong(path: string): string | undefined {
    return this.problem?.issues.find((issue) => issue.path.split('.')[0] === path)?.message;
  }

  /** What the form begins with; null where this person has not read it. */
  get #identity(): Identity | null {
    if (this.source === null) return { name: this.suggestion, aliases: [], affiliations: [], note: null };
    return this.source.confidential ? this.identity : this.source;
  }

  /** Nothing of this may be kept by the browser. */
  get #isKept(): boolean {
    return this.source?.confidential ?? this.ticked;
  }

  get #draft(): FormDraft {
    return sourceDraft(this.source?.id ?? 'new');
  }

  #onInput(): void {
    this.isUnkept = this.#isKept || !this.#draft.keep(this.form);
  }
  /** Closed now, it would take something typed with it that nothing keeps. */
  get loses(): boolean {
    return this.isUnkept && isTouched(this.form);
  }
  /** What was typed last is kept by no browser. */
  private isUnkept = false;

  #onTick(event: Event): void {
    this.ticked = controlChecked(event);
    if (this.ticked) this.isUnkept = true;
    this.restored = false;
  }

  #onCancel(): void {
    this.#draft.drop();
    this.dispatchEvent(new Event('cancel'));
  }

  override focus(): void {
    const first = this.#identity === null ? '#kind' : '#name';
    this.renderRoot.querySelector<HTMLElement>(first)?.focus();
  }

  /** The page calls this once the values are stored. */
  saved(): void {
    this.isUnkept = false;
    this.#draft.drop();
  }

  #onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    const form = formOf(event);
    const kind = SourceKind.safeParse(formText(form, 'kind'));
    if (!kind.success) return;
    const identity = {
      name: formText(form, 'name'),
      aliases: linesOf(formText(form, 'aliases')),
      affiliations: linesOf(formText(form, 'affiliations')),
      note: formTextOrNull(form, 'note'),
    };
    this.dispatchEvent(
      new SaveSourceEvent({
        kind: kind.data,
        description: formTextOrNull(form, 'description'),
        identity: this.#identity === null ? null : identity,
        readerIds: this.ticked ? this.readerIds : null,
      }),
    );
  }
}

/** What stands on each line, without blank ones. */
const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

declare global {
  interface HTMLElementTagNameMap {
    'cd-source-form': CdSourceForm;
  }
}
