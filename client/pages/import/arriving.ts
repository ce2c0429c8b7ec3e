/** What saving a file would do: a new story, the next text of one that is here, or nothing. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Arrives, FileReading } from '../../../server/contract/story-files.ts';
import { arrivalLine } from '../../components/arrival-line.ts';
import '../../components/file-facts.ts';

/** What the button says; null where there is nothing to save. */
export const SAVES: Readonly<Record<Arrives, string | null>> = {
  new: 'Save the story',
  newer: 'Save as the next text',
  same: null,
  older: null,
  differs: null,
};

export function arriving(file: FileReading): TemplateResult {
  return html`
    ${hereAlready(file)}
    <section class="panel file" aria-label="The file">
      ${arrivalLine({ ...file, editorialNote: null })}
      <cd-file-facts .facts=${file}></cd-file-facts>
    </section>
  `;
}

function hereAlready({ arrives, here, version }: FileReading): TemplateResult | typeof nothing {
  if (here === null) return nothing;
  const story = html`<a href="/stories/${here.id}"><bdi>${here.title}</bdi></a>`;
  const this_ = version === null ? 'This' : html`Version <bdi>${version}</bdi>`;
  const that = here.version === null ? 'its text' : html`version <bdi>${here.version}</bdi>`;
  const WORDS: Readonly<Record<Exclude<Arrives, 'new'>, TemplateResult>> = {
    newer: html`
      <p>
        ${this_} is newer than ${that} of ${story}, which is here: saved, it becomes text ${here.revision + 1} of that story,
        and its claims are placed on it. Deadline, people and what surrounds the text stay as they are.
      </p>
      ${
        here.edited
          ? html`<p>The text was edited here since the last file came. What was edited is not in this file.</p>`
          : nothing
      }
    `,
    same: html`<p>This version of ${story} is here already. There is nothing to save.</p>`,
    older: html`<p>${this_} is older than ${that} of ${story}, which is here. It is not taken.</p>`,
    differs: html`
      <p>
        ${this_} is here already as ${story}, with other words. One of the two files is wrong about its number: ask whoever
        sent it. It is not taken.
      </p>
    `,
  };
  return arrives === 'new' ? nothing : html`<div class="notice" role="status">${WORDS[arrives]}</div>`;
}
