/** What the evidence tab is made of: the fields of new evidence, their labels, its style. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { wrongByField } from '../../controllers/proof/details-form.ts';
import type { Fields, FormName } from '../../controllers/proof/drafts.ts';
import { withScheme } from '../../web-address.ts';
import { choiceField, type FormAccess, lineField, proseField } from './form-parts.ts';
import { act, type InspectorView } from './view.ts';
import { EVIDENCE_KINDS } from './words.ts';

/** By the path that the server complains about. */
export const EVIDENCE_LABELS: Readonly<Record<string, string>> = {
  'evidence.title': 'Title',
  'evidence.url': 'Address',
  'evidence.publisher': 'Publisher',
  'evidence.note': 'Note',
  'evidence.fileId': 'The file',
  fileId: 'The file',
  text: 'The text',
  evidence: 'Evidence',
  title: 'Title',
  url: 'Address',
  locator: 'Where in it',
  quote: 'Words relied on',
  stance: 'Stance',
};

/** What was a link may become an interview, and nothing a file but by being attached. */
const UNATTACHED = EVIDENCE_KINDS.filter(([kind]) => kind !== 'file');

/** New evidence. `file` is what a file is attached with; it has no address. */
export function newEvidenceFields(form: FormAccess, file: TemplateResult): TemplateResult {
  const isFile = form.fields.kind === 'file';
  return html`
    <div class="pair">
      ${choiceField(form, 'kind', 'Kind', EVIDENCE_KINDS)} ${lineField(form, 'publisher', 'Publisher')}
    </div>
    ${isFile ? file : nothing} ${lineField(form, 'title', 'Title')} ${isFile ? nothing : address(form)} ${note(form)}
  `;
}

/** What is said of evidence that is kept. A file stays the file that it is. */
export const keptEvidenceFields = (form: FormAccess, isFile: boolean): TemplateResult =>
  isFile
    ? html`${lineField(form, 'publisher', 'Publisher')} ${lineField(form, 'title', 'Title')} ${note(form)}`
    : html`
        <div class="pair">
          ${choiceField(form, 'kind', 'Kind', UNATTACHED)} ${lineField(form, 'publisher', 'Publisher')}
        </div>
        ${lineField(form, 'title', 'Title')} ${address(form)} ${note(form)}
      `;

const address = (form: FormAccess) =>
  lineField(form, 'url', 'Address', { type: 'url', placeholder: 'https://' });
const note = (form: FormAccess) => proseField(form, 'note', 'Note', { rows: 2 });

/** A form of the tab, as its parts read and write it: the server's paths without what they have in common. */
export function accessOf(from: EventTarget, view: InspectorView, form: FormName): FormAccess {
  const fields: Fields = view.draft(form)?.fields ?? {};
  const wrong = wrongByField(view.form(form).problem?.issues ?? []);
  const plain = Object.fromEntries(
    Object.entries(wrong).map(([path, words]) => [path.replace(/^evidence\./, ''), words]),
  );
  return {
    fields,
    wrong: plain,
    disabled: false,
    set: (name, value) => act(from, view, { type: 'draft', form, fields: { ...fields, [name]: value } }),
  };
}

/** Show an address as it will be kept. */
export function completeAddress(from: EventTarget, view: InspectorView, form: FormName): void {
  const fields = view.draft(form)?.fields;
  if (fields?.url === undefined) return;
  const url = withScheme(fields.url);
  if (url !== fields.url) act(from, view, { type: 'draft', form, fields: { ...fields, url } });
}

export const evidenceStyles = css`
  :host {
    display: grid;
    gap: var(--space-l);
  }
  .citation {
    display: grid;
    gap: var(--space-2xs);
    padding-block: var(--space-s);
    border-block-end: 1px solid var(--rule);
    overflow-wrap: anywhere;
    font-size: var(--text-s);
  }
  .citation.withdrawn {
    color: var(--ink-soft);
    text-decoration: line-through;
  }
  .citation .actions {
    text-decoration: none;
  }
  summary {
    min-block-size: 1.75rem;
    color: var(--ink-soft);
    cursor: pointer;
  }
  .citation a {
    display: inline-block;
    min-block-size: 1.5rem;
  }
  .stance {
    font-weight: 600;
  }
`;
