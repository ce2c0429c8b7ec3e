/** What the evidence tab is made of: the fields of new evidence, their labels, its style. */
import { css, html } from 'lit';
import { choiceField, type FormAccess, lineField, proseField } from './form-parts.ts';
import { EVIDENCE_KINDS } from './words.ts';

/** By the path that the server complains about. */
export const EVIDENCE_LABELS: Readonly<Record<string, string>> = {
  'evidence.title': 'Title',
  'evidence.url': 'Address',
  'evidence.publisher': 'Publisher',
  'evidence.note': 'Note',
  evidence: 'Evidence',
  title: 'Title',
  url: 'Address',
  locator: 'Where in it',
  quote: 'Words relied on',
  stance: 'Stance',
};
const NEW_KINDS = EVIDENCE_KINDS.filter(([kind]) => kind !== 'file');

/** Only what a browser opens safely becomes a link. */
export const isWeb = (url: string) => /^https?:\/\//i.test(url);

export const evidenceFields = (form: FormAccess) => html`
  <div class="pair">
    ${choiceField(form, 'kind', 'Kind', NEW_KINDS)} ${lineField(form, 'publisher', 'Publisher')}
  </div>
  ${lineField(form, 'title', 'Title')}
  ${lineField(form, 'url', 'Address', { type: 'url', placeholder: 'https://' })}
  ${proseField(form, 'note', 'Note', { rows: 2 })}
`;

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
