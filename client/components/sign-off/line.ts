/** Where a story's sign-off stands, in a line at its head. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Article } from '../../../server/contract/articles.ts';
import { nameOf, type People } from '../../contexts/people.ts';
import { fullTime } from '../../times.ts';

/** Whose name is under it; or who ended that, and why. Nothing for a story that nobody has signed off. */
export function signOffLine(
  { id, status, signOff }: Pick<Article, 'id' | 'status' | 'signOff'>,
  people: People,
): TemplateResult | typeof nothing {
  if (signOff === null) return nothing;
  const { by, at, ended } = signOff;
  const link = `/stories/${id}/sign-off`;
  if (status === 'signed_off')
    return html`<p class="signed">
      ✔ Signed off by <bdi>${nameOf(people, by)}</bdi>, ${fullTime(at)}. To change anything,
      <a href=${link}>reopen it</a>.
    </p>`;
  if (ended === null) return nothing;
  const how =
    ended.because === 'reopened' ? 'Reopened by' : 'No longer signed off: a newer text came in with';
  return html`<p class="unsigned">
    ${how} <bdi>${nameOf(people, ended.by)}</bdi>, ${fullTime(ended.at)}: <q dir="auto">${ended.reason}</q>
  </p>`;
}
