/** The words around a control, drawn the same way in every form. */
import { html, nothing, type TemplateResult } from 'lit';

interface Around {
  id: string;
  label: string;
  /** What the control should know: a format, a consequence. */
  hint?: string | undefined;
  /** What is wrong with the value, in words. */
  wrong?: string | null | undefined;
}

/**
 * A label, its control, a hint and what is wrong.
 *
 * The control takes `id`, and `aria-describedby=${describedBy(...)}` and `aria-invalid` itself, because only
 * its template knows its element.
 */
export function field({ id, label, hint, wrong }: Around, control: TemplateResult): TemplateResult {
  return html`
    <div class="field">
      <label for=${id}>${label}</label>
      ${control}
      ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
      ${wrong ? html`<p class="wrong" id="${id}-wrong">${sentence(wrong)}</p>` : nothing}
    </div>
  `;
}

/** The ids of a control's hint and complaint, for `aria-describedby`; `nothing` where there is neither. */
export function describedBy(
  id: string,
  hint: boolean,
  wrong: string | null | undefined,
): string | typeof nothing {
  const ids = [hint ? `${id}-hint` : '', wrong ? `${id}-wrong` : ''].filter((part) => part !== '');
  return ids.length === 0 ? nothing : ids.join(' ');
}

/** For `aria-invalid`. */
export const invalid = (wrong: string | null | undefined): 'true' | 'false' => (wrong ? 'true' : 'false');

/** The contract's messages go on after a field's name; alone they begin a sentence. */
export const sentence = (message: string): string =>
  `${message.charAt(0).toLocaleUpperCase('en')}${message.slice(1)}${/[.?)]$/.test(message) ? '' : '.'}`;
