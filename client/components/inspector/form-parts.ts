/** What the forms of the inspector are made of. */
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Fields } from '../../controllers/proof/drafts.ts';
import { describedBy, field, invalid } from '../field.ts';

/** One form's fields as typed, what is wrong with them, and where a change goes. */
export interface FormAccess {
  fields: Fields;
  wrong: Readonly<Record<string, string>>;
  /** Read-only for whoever may not save it. */
  disabled: boolean;
  set: (name: string, value: string) => void;
}

interface Described {
  hint?: string;
  /** `inputmode` and `placeholder` of a line. */
  mode?: 'numeric' | 'url';
  placeholder?: string;
  type?: 'text' | 'date' | 'url';
}

const idOf = (name: string) => name.replaceAll('.', '-');
const typedIn = (event: Event) =>
  event.target instanceof HTMLInputElement ||
  event.target instanceof HTMLSelectElement ||
  event.target instanceof HTMLTextAreaElement
    ? event.target.value
    : '';

/** A line of text, a number as typed, or a day. */
export function lineField(
  form: FormAccess,
  name: string,
  label: string,
  options: Described = {},
): TemplateResult {
  const id = idOf(name);
  const wrong = form.wrong[name];
  return field(
    { id, label, hint: options.hint, wrong },
    html`<input
      id=${id}
      name=${name}
      type=${options.type ?? 'text'}
      inputmode=${options.mode ?? nothing}
      placeholder=${options.placeholder ?? nothing}
      autocomplete="off"
      .value=${form.fields[name] ?? ''}
      ?disabled=${form.disabled}
      aria-invalid=${invalid(wrong)}
      aria-describedby=${describedBy(id, options.hint !== undefined, wrong)}
      @input=${(event: Event) => form.set(name, typedIn(event))}
    />`,
  );
}

/**
 * What is offered while one types: ids of the list, where it is shown, and of its row that Enter takes. A `textarea` may be
 * no `combobox` (ARIA in HTML); as a `textbox` it may have all of this.
 */
export interface Suggests {
  list: string | null;
  active: string | null;
}

export function proseField(
  form: FormAccess,
  name: string,
  label: string,
  options: Described & { rows?: number; suggests?: Suggests | undefined } = {},
): TemplateResult {
  const id = idOf(name);
  const wrong = form.wrong[name];
  const { suggests } = options;
  return field(
    { id, label, hint: options.hint, wrong },
    html`<textarea
      aria-autocomplete=${suggests === undefined ? nothing : 'list'}
      aria-haspopup=${suggests === undefined ? nothing : 'listbox'}
      aria-controls=${suggests?.list ?? nothing}
      aria-activedescendant=${suggests?.active ?? nothing}
      id=${id}
      name=${name}
      dir="auto"
      rows=${options.rows ?? 3}
      .value=${form.fields[name] ?? ''}
      ?disabled=${form.disabled}
      aria-invalid=${invalid(wrong)}
      aria-describedby=${describedBy(id, options.hint !== undefined, wrong)}
      @input=${(event: Event) => form.set(name, typedIn(event))}
    ></textarea>`,
  );
}

/** A choice among few. `none` is what stands for "not known"; without it one has to be chosen. */
export function choiceField(
  form: FormAccess,
  name: string,
  label: string,
  choices: readonly (readonly [value: string, words: string])[],
  options: Described & { none?: string } = {},
): TemplateResult {
  const id = idOf(name);
  const wrong = form.wrong[name];
  const value = form.fields[name] ?? '';
  const none = options.none;
  return field(
    { id, label, hint: options.hint, wrong },
    html`<select
      id=${id}
      name=${name}
      ?disabled=${form.disabled}
      aria-invalid=${invalid(wrong)}
      aria-describedby=${describedBy(id, options.hint !== undefined, wrong)}
      @change=${(event: Event) => form.set(name, typedIn(event))}
    >
      ${none === undefined ? nothing : html`<option value="" .selected=${value === ''}>${none}</option>`}
      ${choices.map(
        ([choice, words]) => html`<option value=${choice} .selected=${choice === value}>${words}</option>`,
      )}
    </select>`,
  );
}

export function checkField(form: FormAccess, name: string, label: string): TemplateResult {
  return html`
    <label class="check">
      <input
        type="checkbox"
        name=${name}
        .checked=${form.fields[name] === 'true'}
        ?disabled=${form.disabled}
        @change=${(event: Event) =>
          form.set(name, event.target instanceof HTMLInputElement && event.target.checked ? 'true' : 'false')}
      />
      ${label}
    </label>
  `;
}

/** Whether it is one of the buttons of the form that is drawn there. */
export const isButtonOf = (root: ParentNode, target: EventTarget | null): boolean =>
  target instanceof HTMLButtonElement && target.form !== null && target.form === root.querySelector('form');

/** Tight, because a checker fills in dozens of these a day. */
export const formStyles = css`
  .form {
    gap: var(--space-m);
  }
  .pair,
  .triple {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: var(--space-s) var(--space-m);
    align-items: start;
  }
  .triple {
    grid-template-columns: repeat(3, minmax(0, 1fr));
  }
  input:not([type='checkbox'], [type='radio']),
  select,
  textarea {
    font-size: var(--text-s);
  }
  .save {
    position: sticky;
    inset-block-end: 0;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-s);
    margin-inline: calc(-1 * var(--space-m));
    padding: var(--space-s) var(--space-m);
    border-block-start: 1px solid var(--rule);
    background: var(--paper-raised);
  }
  /* Whoever has no keyboard need not read about keys. */
  @media (hover: none) and (pointer: coarse) {
    .save .hint:has(kbd) {
      display: none;
    }
  }
  .dirty {
    color: var(--warn);
    font-size: var(--text-s);
    font-weight: 600;
  }
`;

/** The end of a form: Save, what is not saved yet, and the way back. */
export function saveBar(options: {
  label: string;
  dirty: boolean;
  busy: boolean;
  /** Where only a button saves what is unchanged: a verdict may be given as offered. */
  always?: boolean;
  /** What else saving would do, said while there is something to save. */
  consequence?: string | undefined;
  onDiscard: () => void;
}): TemplateResult {
  const { label, dirty, busy, always = false, consequence = '', onDiscard } = options;
  return html`
    <div class="save">
      <button class="primary" type="submit" aria-disabled=${busy || !(dirty || always) ? 'true' : 'false'}>
        ${busy ? 'Saving…' : label}
      </button>
      ${
        dirty
          ? html`<button class="quiet" type="button" @click=${onDiscard}>Discard</button>
              <span class="dirty">● Not saved</span>`
          : nothing
      }
      <span class="hint"><kbd>Ctrl</kbd> <kbd>Enter</kbd></span>
      ${dirty && consequence !== '' ? html`<span class="hint">${consequence}</span>` : nothing}
    </div>
  `;
}

/** Whether the focus that leaves a field goes to another of the same form. */
export const staysWithin = ({ currentTarget, relatedTarget }: FocusEvent): boolean =>
  currentTarget instanceof Node && relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
