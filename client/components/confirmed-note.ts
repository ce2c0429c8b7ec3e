import { html, nothing } from 'lit';
import type { Verdict } from '../../server/contract/claims.ts';
import { fullTime } from '../times.ts';

/**
 * That a verdict confirms an older one: whoever gave it looked at the newer words, and not at the evidence again.
 *
 * @param who whose the older one is; null where that is not known here
 */
export function confirmedNote({ confirms }: Verdict, who: string | null) {
  if (confirms === null) return nothing;
  const whose = who === null ? 'a verdict' : `${who}’s verdict`;
  return html`<p class="small">
    Confirms ${whose} of <time datetime=${confirms.at}>${fullTime(confirms.at)}</time>, given on other words.
  </p>`;
}
