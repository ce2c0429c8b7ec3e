/** What someone else made of a claim, beside what the person typed: they choose, and nothing is thrown away. */
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Claim } from '../../../server/contract/claims.ts';
import { nameOf } from '../../contexts/people.ts';
import { clashOf, fieldsOf } from '../../controllers/proof/details-form.ts';
import type { Fields, FormName } from '../../controllers/proof/drafts.ts';
import { readingOf, statusWord } from '../../controllers/proof/readings.ts';
import { type Because, clashingParts, type Rebased, rebase } from '../../controllers/proof/rebase.ts';
import '../problem.ts';
import { act, type FormState, type InspectorView } from './view.ts';
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
  const was = view.draft(form)?.was ?? {};
  const { both, mine } = form === 'details' ? clashOf(was, theirs, fields) : { both: [], mine: [] };
  const settle = (chosen: Fields) => act(from, view, { type: 'resolve', form, fields: chosen });
  const takeAll = () => {
    if (form !== 'details') return act(from, view, { type: 'discard', form });
    settle({ ...fields, ...Object.fromEntries(both.map((name) => [name, theirs[name] ?? ''])) });
  };
  return html`
    <section class="conflict" role="alert">
      <h3>${view.changedBy ?? 'Someone'} changed this claim while you typed</h3>
      <p>It now reads: ${readingOf(conflict)}, ${statusWord(conflict)}.${verdictNow(conflict, view)}</p>
      ${why(form, form === 'details' ? rebase(was, fields, conflict) : null)}
      ${
        both.length === 0
          ? nothing
          : table({
              theirs,
              mine: fields,
              names: both,
              labels: FIELD_LABELS,
              take: takeOne(from, view, form, both, theirs),
            })
      }
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

/** What stands in the way where it is not that both wrote the same field. */
function why(form: FormName, rebased: Rebased | null) {
  if (form === 'verdict' || form === 'review')
    return html`<p>A ${form} is given on what you have seen: look again, then give it or let it go.</p>`;
  if (rebased === null || rebased.ok) return nothing;
  const words = WHY[rebased.because];
  return words === '' ? nothing : html`<p>${words}</p>`;
}

const WHY: Readonly<Record<Because, string>> = {
  same_field: '',
  other_words: 'It stands on other words, or is of another kind now: see whether what you typed still fits.',
  verdict: 'A verdict was given meanwhile. Saving what you typed ends it.',
  review: 'It was reviewed meanwhile. Saving what you typed opens the review again.',
  not_allowed: 'It can be read only, as it is now.',
};

/** Take the other’s value of one field; the fields after it are still to be chosen. */
const takeOne =
  (from: EventTarget, view: InspectorView, form: FormName, names: readonly string[], theirs: Fields) =>
  (name: string): void => {
    const chosen = { ...view.draft(form)?.fields, [name]: theirs[name] ?? '' };
    act(from, view, { type: names.length > 1 ? 'draft' : 'resolve', form, fields: chosen });
  };

/** The same above a form that changes a comment, a citation or evidence: nothing where nobody else changed the same. */
export function clashPanel(
  from: EventTarget,
  view: InspectorView,
  form: FormName,
  labels: Readonly<Record<string, string>>,
): TemplateResult | typeof nothing {
  const { theirs } = view.form(form);
  const draft = view.draft(form);
  if (theirs === null || draft === null) return nothing;
  const names = clashingParts(draft.was, theirs, draft.fields);
  const settle = (fields: Fields) => act(from, view, { type: 'resolve', form, fields });
  const all = Object.fromEntries(names.map((name) => [name, theirs[name] ?? '']));
  return html`
    <section class="conflict" role="alert">
      <h3>Someone changed the same while you typed</h3>
      ${table({ theirs, mine: draft.fields, names, labels, take: takeOne(from, view, form, names, theirs) })}
      <div class="actions">
        <button type="button" @click=${() => settle(draft.fields)}>Keep what I typed</button>
        <button type="button" @click=${() => settle({ ...draft.fields, ...all })}>Use theirs</button>
      </div>
    </section>
  `;
}

/** What is wrong with a form, unless a panel tells it in more words. */
export const problemOr = (
  panel: TemplateResult | typeof nothing,
  { problem }: Pick<FormState, 'problem'>,
  labels: Readonly<Record<string, string>>,
) =>
  panel !== nothing || problem === null
    ? panel
    : html`<cd-problem .problem=${problem} .labels=${labels}></cd-problem>`;

const labelsOf = (names: readonly string[]) => names.map((name) => FIELD_LABELS[name] ?? name).join(', ');

interface Choice {
  theirs: Fields;
  mine: Fields;
  names: readonly string[];
  labels: Readonly<Record<string, string>>;
  take: (name: string) => void;
}

function table({ theirs, mine, names, labels, take }: Choice) {
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
              <th scope="row">${labels[name] ?? name}</th>
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
