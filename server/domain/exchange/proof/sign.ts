/** What is left, and who answers for the story. */
import type { Claim } from '../../../contract/claims.ts';
import { factsLeft } from './left.ts';
import type { ProofInput } from './model.ts';
import type { Numbers } from './notes.ts';
import { escaped, when } from './pieces.ts';
import { STATUS } from './words.ts';

/** Both as HTML, with lines to sign on. */
export function signOffOf(input: ProofInput, claims: readonly Claim[], numbers: Numbers): string {
  return `<section class="left">
<h2>Facts left</h2>
<p class="tally">${escaped(tallyWords(claims))}</p>
<h2>Sign-off</h2>
<p>${escaped(decisionWords(input, numbers))}</p>
<div class="sign"><div>Checked by</div><div>Reviewed by</div><div>Signed off by, time</div></div>
</section>`;
}

/** What is left to do, as plain text. */
export function tallyWords(claims: readonly Claim[]): string {
  const { all, passed, open, inaccurate } = factsLeft(claims);
  if (all === 0) return 'Nothing is marked in this story.';
  const states = open.map(({ status, count }) => `${STATUS[status]}: ${count}`);
  const wrong = inaccurate === 0 ? [] : [`passed as inaccurate: ${inaccurate}`];
  const rest = [...states, ...wrong].join(' · ');
  return `${all - passed} of ${all} left${rest === '' ? '' : ` · ${rest}`}`;
}

/** Who signed the story off, or no longer does, as plain text. */
export function decisionWords(input: ProofInput, numbers: Numbers): string {
  const { signOff, people, article } = input;
  if (signOff === null) return `Not signed off.${endOf(input)}`;
  const { by, at, revision, sha256, head, acknowledged } = signOff;
  const fits = revision === article.revision.number && sha256 === article.revision.sha256;
  const name = people.get(by) ?? 'someone';
  return `Signed off by ${name}, ${when(at)}: revision ${revision}, after event ${head}${fits ? '' : '. This is another text'}.${letStand(acknowledged, numbers)}`;
}

/** Whose name is no longer under the story, and why. */
function endOf({ ended, people }: ProofInput): string {
  if (ended === null) return '';
  const name = (id: string) => people.get(id) ?? 'someone';
  const how = ended.because === 'reopened' ? `Reopened by ${name(ended.endedBy)}` : 'Voided by a newer text';
  const why = ended.reason === '' ? '' : `: “${ended.reason}”`;
  return ` ${name(ended.by)} signed revision ${ended.revision} off, ${when(ended.at)}. ${how}, ${when(ended.endedAt)}${why}.`;
}

/** Claims that are not settled and went out all the same, by their notes. */
function letStand(ids: readonly string[], { claims }: Numbers): string {
  const known = ids.flatMap((id) => claims.get(id) ?? []);
  return known.length === 0
    ? ''
    : ` Let stand by name: ${known.length === 1 ? 'note' : 'notes'} ${known.join(', ')}.`;
}
