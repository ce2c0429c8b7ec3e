/** The numbered notes in a proof's margin. */
import type { Claim } from '../../../contract/claims.ts';
import type { ProofInput } from './model.ts';
import { escaped, when } from './pieces.ts';
import { detailsInWords, KIND, RETURNED, STANCE, STATUS, VERDICT } from './words.ts';

/** What things are called in the proof, by id: "12", "E3", "S1". */
export interface Numbers {
  readonly claims: ReadonlyMap<string, string>;
  readonly evidence: ReadonlyMap<string, string>;
  readonly sources: ReadonlyMap<string, string>;
}

/** One claim in words: what it is, how far checking has come, who says so, and what it rests on. */
export interface Note {
  /** Empty where it has none. */
  readonly number: string;
  readonly state: string;
  /** What follows the state. Plain text: whoever writes a format escapes it. */
  readonly words: string;
}

export function noteWords(claim: Claim, input: ProofInput, numbers: Numbers): Note {
  const details = detailsInWords(claim);
  const parts = [
    `${KIND[claim.kind]}${details === '' ? '' : `: ${details}`}`,
    saidBy(claim, input, numbers),
    verdictOf(claim, input),
    reviewOf(claim, input),
    evidenceOf(claim, input, numbers),
  ];
  return {
    number: numbers.claims.get(claim.id) ?? '',
    state: STATUS[claim.status],
    words: parts
      .filter((part) => part !== '')
      .map(closed)
      .join(' '),
  };
}

/** The note in a margin, as HTML. */
export function noteOf(claim: Claim, input: ProofInput, numbers: Numbers): string {
  const { number, state, words } = noteWords(claim, input, numbers);
  return `<li><span>${number}</span><span dir="auto"><span class="state">${state}</span> ${escaped(words)}</span></li>`;
}

/** With a stop, unless its own words bring one. */
const closed = (part: string) => (/[.!?…][”"’)]?$/.test(part) ? part : `${part}.`);

const nameOf = ({ people }: ProofInput, id: string) => people.get(id) ?? 'someone';

function saidBy(claim: Claim, { claims, sources }: ProofInput, numbers: Numbers): string {
  const byId = new Map(sources.map((source) => [source.id, source]));
  const named = (id: string | null) => {
    const source = id === null ? undefined : byId.get(id);
    return source === undefined ? [] : [`${source.name} [${numbers.sources.get(source.id) ?? ''}]`];
  };
  if (claim.kind === 'attribution') {
    // Whom the register does not have is called as printed.
    const through = claim.details.via.flatMap(({ sourceId, span }) => {
      const known = named(sourceId);
      return known.length > 0 || span === null ? known : [`“${span.quote}”`];
    });
    const [first] = named(claim.details.sourceId);
    const chain = through.map((name) => `through ${name}`).join(', ');
    if (first === undefined) return chain.replace(/^t/, 'T');
    return `By ${[first, ...(chain === '' ? [] : [chain])].join(', ')}`;
  }
  if (claim.kind === 'source') return named(claim.details.sourceId).join('');
  const attributions = claims.filter(
    ({ id, status }) => claim.attributionIds.includes(id) && status !== 'withdrawn',
  );
  const known = attributions.map((by) => numbers.claims.get(by.id)).filter((number) => number !== undefined);
  return known.length === 0 ? '' : `Said in ${known.join(', ')}`;
}

function verdictOf({ verdict }: Claim, input: ProofInput): string {
  if (verdict === null) return '';
  const { by, at, reason, correction, expired } = verdict;
  const held = expired === null ? '' : ' (no longer holds)';
  const right = correction === null ? '' : ` Correct: “${correction}”`;
  return `${VERDICT[verdict.verdict]}${held}, ${nameOf(input, by)}, ${when(at)}: ${closed(reason)}${right}`;
}

function reviewOf({ review }: Claim, input: ProofInput): string {
  if (review === null) return '';
  const { decision, reasonCode, note, by, at, reopened } = review;
  const why = reasonCode === null ? '' : ` (${RETURNED[reasonCode]})`;
  const said = note === null ? '' : `: ${note}`;
  const again = reopened === null ? '' : ', reopened since';
  return `${decision === 'passed' ? 'Passed' : 'Returned'}${why} by ${nameOf(input, by)}, ${when(at)}${again}${said}`;
}

function evidenceOf(claim: Claim, { citations }: ProofInput, numbers: Numbers): string {
  const cited = citations.flatMap(({ claimId, evidenceId, withdrawn, stance, locator, quote }) => {
    const number = numbers.evidence.get(evidenceId);
    if (claimId !== claim.id || withdrawn || number === undefined) return [];
    const at = locator === null ? '' : `, ${locator}`;
    return [`${number} ${STANCE[stance]}${at}${quote === null ? '' : `, “${quote}”`}`];
  });
  return cited.join('; ');
}
