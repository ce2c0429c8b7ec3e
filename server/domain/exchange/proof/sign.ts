/** What is left, and who answers for the story. */
import type { Claim } from '../../../contract/claims.ts';
import { factsLeft } from './left.ts';
import type { ProofInput } from './model.ts';
import type { Numbers } from './notes.ts';
import { escaped, when } from './pieces.ts';
import { STATUS } from './words.ts';

export function signOffOf(input: ProofInput, claims: readonly Claim[], numbers: Numbers): string {
  return `<section class="left">
<h2>Facts left</h2>
${tallyOf(claims)}
<h2>Sign-off</h2>
${decisionOf(input, numbers)}
<div class="sign"><div>Checked by</div><div>Reviewed by</div><div>Signed off by, time</div></div>
</section>`;
}

function tallyOf(claims: readonly Claim[]): string {
  const { all, passed, open, inaccurate } = factsLeft(claims);
  if (all === 0) return '<p class="tally">Nothing is marked in this story.</p>';
  const states = open.map(({ status, count }) => `${STATUS[status]}: ${count}`);
  const wrong = inaccurate === 0 ? [] : [`passed as inaccurate: ${inaccurate}`];
  const rest = [...states, ...wrong].join(' · ');
  return `<p class="tally">${all - passed} of ${all} left${rest === '' ? '' : ` · ${rest}`}</p>`;
}

function decisionOf(input: ProofInput, numbers: Numbers): string {
  const { signOff, people, article } = input;
  if (signOff === null) return `<p>Not signed off.${endOf(input)}</p>`;
  const { by, at, revision, sha256, head, acknowledged } = signOff;
  const fits = revision === article.revision.number && sha256 === article.revision.sha256;
  const name = escaped(people.get(by) ?? 'someone');
  return `<p>Signed off by ${name}, ${when(at)}: revision ${revision}, after event ${head}${fits ? '' : '. This is another text'}.${letStand(acknowledged, numbers)}</p>`;
}

/** Whose name is no longer under the story, and why. */
function endOf({ ended, people }: ProofInput): string {
  if (ended === null) return '';
  const name = (id: string) => escaped(people.get(id) ?? 'someone');
  const how = ended.because === 'reopened' ? `Reopened by ${name(ended.endedBy)}` : 'Voided by a newer text';
  const why = ended.reason === '' ? '' : `: “${escaped(ended.reason)}”`;
  return ` ${name(ended.by)} signed revision ${ended.revision} off, ${when(ended.at)}. ${how}, ${when(ended.endedAt)}${why}.`;
}

/** Claims that are not settled and went out all the same, by their notes. */
function letStand(ids: readonly string[], { claims }: Numbers): string {
  const known = ids.flatMap((id) => claims.get(id) ?? []);
  return known.length === 0
    ? ''
    : ` Let stand by name: ${known.length === 1 ? 'note' : 'notes'} ${known.join(', ')}.`;
}
