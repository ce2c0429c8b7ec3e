/** What editors have to know of a story's file before they read on: at its head, and before it is stored. */
import { html, nothing, type TemplateResult } from 'lit';
import type { FileFacts } from '../../server/contract/story-files.ts';
import { fullTime } from '../times.ts';

type Warned = Pick<FileFacts, 'status' | 'embargoedUntil' | 'editorialNote'>;

/** What stands in the way of printing it: taken back, held back, embargoed. */
export function warningsOf({ status, embargoedUntil }: Warned, now: number): string[] {
  const warnings: string[] = [];
  if (/cancel|kill/i.test(status ?? '')) warnings.push('Whoever sent this story has taken it back.');
  else if (/withh?eld|hold/i.test(status ?? '')) warnings.push('Whoever sent this story holds it back.');
  if (embargoedUntil !== null && Date.parse(embargoedUntil) > now)
    warnings.push(`Embargoed until ${fullTime(embargoedUntil)}.`);
  return warnings;
}

/** UTF-16 code units of a note at the head of a story: a longer one would push the story out of sight. */
const SHOWN = 400;

/** The same with the beginning of the note to editors; nothing where there is neither. */
export function arrivalLine(facts: Warned): TemplateResult | typeof nothing {
  const warnings = warningsOf(facts, Date.now());
  const { editorialNote } = facts;
  if (warnings.length === 0 && editorialNote === null) return nothing;
  return html`<p class="arrived">
    ${warnings.map((words) => html`<strong>${words}</strong> `)}
    ${editorialNote === null ? nothing : html`Note to editors: <q dir="auto">${beginning(editorialNote)}</q>`}
  </p>`;
}

const beginning = (note: string): string =>
  note.length <= SHOWN ? note : `${note.slice(0, SHOWN).toWellFormed().trimEnd()}…`;
