/** What someone else made of a claim, beside what the person typed: they choose, and nothing is thrown away. */
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Claim } from '../../../server/contract/claims.ts';
import { nameOf } from '../../contexts/people.ts';
import { changedFields, fieldsOf } from '../../controllers/proof/details-form.ts';
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
  const theirs = form === 'details' ? fieldsOf(conflict) : null;
  const differing = theirs === null ? [] : changedFields(theirs, { ...theirs, ...fields });
  const settle = (chosen: Fields) => act(from, view, { type: 'resolve', form, fields: chosen });
  return html`
    <section class="conflict" role="alert">
      <h3>Someone changed this claim while you typed</h3>
      <p>It now reads: ${readingOf(conflict)}, ${statusWord(conflict)}.${verdictNow(conflict, view)}</p>
      ${theirs === null || differing.length === 0 ? nothing : table(theirs, fields, differing, settle)}
      <div class="actions">
        <button type="button" @click=${() => settle(fields)}>Keep what I typed</button>
        <button type="button" @click=${() => act(from, view, { type: 'discard', form })}>Use theirs</button>
      </div>
    </section>
  `;
}

function table(theirs: Fields, mine: Fields, differing: readonly string[], settle: (fields: Fields) => void) {
  return html`
    <table>
      <caption class="visually-hidden">Fields that differ</caption>
      <thead>
        <tr><th scope="col">Field</th><th scope="col">Yours</th><th scope="col">Theirs</th><th scope="col"><span class="visually-hidden">Choose</span></th></tr>
      </thead>
      <tbody>
        ${differing.map(
          (name) => html`
            <tr>
              <th scope="row">${FIELD_LABELS[name] ?? name}</th>
              <td>${shown(mine[name])}</td>
              <td>${shown(theirs[name])}</td>
              <td>
                <button type="button" @click=${() => settle({ ...mine, [name]: theirs[name] ?? '' })}>
                  Take theirs
                </button>
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
