/** What someone else made of a claim, beside what the person typed: they choose, and nothing is thrown away. */
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Claim } from '../../../server/contract/claims.ts';
import { nameOf } from '../../contexts/people.ts';
import { clashOf, fieldsOf } from '../../controllers/proof/details-form.ts';
import type { Fields, FormName } from '../../controllers/proof/drafts.ts';
import { readingOf, statusWord } from '../../controllers/proof/readings.ts';
import { act, type InspectorView } from './view.ts';
import { FIELD_LABELS } from './words.ts';

export const conflictStyles = css`
  .conflict {
    display: grid;
    gap: var(--space-s);
    padding: var(--space-s) var(--space-m);
    border: 1px solid var(--warn);
    border-radius: var(--radius);
    background: var(--warn-wash);
    font-size: var(--text-s);
  }
  .conflict td,
  .conflict th {
    padding: var(--space-xs);
    overflow-wrap: anywhere;
  }
`;

const shown = (value: string | undefined) => {
  if (value === undefined || value === '' || value === 'null') return '—';
  try {
    const read: unknown = JSON.parse(value);
    if (typeof read === 'object' && read !== null && 'quote' in read) return `“${String(read.quote)}”`;
    if (Array.isArray(read)) return `${read.length}`;
  } catch {
    // Plain text, as most fields are.
  }
  return value;
};

/** The panel above a form whose save was stale; nothing where it was not. */
export function conflictPanel(
  from: EventTarget,
  view: InspectorView,
  form: FormName,
  fields: Fields,
): TemplateResult | typeof nothing {
  const { conflict } = view.form(form);
  if (conflict === null) return nothing;
  const theirs = form === 'details' ? fieldsOf(conflict) : {};
  const { both, mine } =
    form === 'details' ? clashOf(view.draft(form)?.was ?? {}, theirs, fields) : { both: [], mine: [] };
  const settle = (chosen: Fields) => act(from, view, { type: 'resolve', form, fields: chosen });
  const take = (name: string) => {
    const chosen = { ...fields, [name]: theirs[name] ?? '' };
    // The others are still to be chosen.
    if (both.length > 1) act(from, view, { type: 'draft', form, fields: chosen });
    else settle(chosen);
  };
  const takeAll = () => {
    if (form !== 'details') return act(from, view, { type: 'discard', form });
    settle({ ...fields, ...Object.fromEntries(both.map((name) => [name, theirs[name] ?? ''])) });
  };
  return html`
    <section class="conflict" role="alert">
      <h3>Someone changed this claim while you typed</h3>
      <p>It now reads: ${readingOf(conflict)}, ${statusWord(conflict)}.${verdictNow(conflict, view)}</p>
      ${both.length === 0 ? nothing : table({ theirs, mine: fields, names: both, take })}
      ${mine.length === 0 ? nothing : html`<p>Only you changed these, and they are kept: ${labelsOf(mine)}.</p>`}
      <div class="actions">
        <button type="button" @click=${() => settle(fields)}>Keep what I typed</button>
        ${
          form === 'details' && both.length === 0
            ? nothing
            : html`<button type="button" @click=${takeAll}>Use theirs</button>`
        }
      </div>
    </section>
  `;
}

const labelsOf = (names: readonly string[]) => names.map((name) => FIELD_LABELS[name] ?? name).join(', ');

interface Choice {
  theirs: Fields;
  mine: Fields;
  names: readonly string[];
  take: (name: string) => void;
}

function table({ theirs, mine, names, take }: Choice) {
  return html`
    <table>
      <caption class="visually-hidden">Fields that both of you changed</caption>
      <thead>
        <tr><th scope="col">Field</th><th scope="col">Yours</th><th scope="col">Theirs</th><th scope="col"><span class="visually-hidden">Choose</span></th></tr>
      </thead>
      <tbody>
        ${names.map(
          (name) => html`
            <tr>
              <th scope="row">${FIELD_LABELS[name] ?? name}</th>
              <td>${shown(mine[name])}</td>
              <td>${shown(theirs[name])}</td>
              <td>
                <button type="button" @click=${() => take(name)}>Take theirs</button>
              </td>
            </tr>
          `,
        )}
      </tbody>
    </table>
  `;
}

function verdictNow({ verdict }: Claim, view: InspectorView): string {
  if (verdict === null) return '';
  return ` Verdict by ${nameOf(view.people, verdict.by)}: ${verdict.verdict}${verdict.expired === null ? '' : ' (expired)'}. ${verdict.reason}`;
}
