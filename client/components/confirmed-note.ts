import { html, nothing } from 'lit';
import type { Verdict } from '../../server/contract/claims.ts';
import { fullTime } from '../times.ts';

/**
 * That a verdict confirms an older one: whoever gave it looked at the newer words, and not at the evidence again. Where it
 * was confirmed before, the one that looked at the evidence is named as well.
 *
 * @param nameOf whose verdict it is; null where that is not known here
 */
export function confirmedNote({ confirms }: Verdict, nameOf: (id: string) => string | null) {
  if (confirms === null) return nothing;
  const whose = (id: string) => {
    const name = nameOf(id);
    return name === null ? 'a verdict' : `${name}’s verdict`;
  };
  const { by, at, first, times } = confirms;
  const day = (time: string) => html`<time datetime=${time}>${fullTime(time)}</time>`;
  return html`<p class="small">
    Confirms ${whose(by)} of ${day(at)}, given on other
    words.${
      times === 1
        ? nothing
        : html` It was looked up once: ${whose(first.by)} of ${day(first.at)}, only confirmed since, ${times} times.`
    }
  </p>`;
}
