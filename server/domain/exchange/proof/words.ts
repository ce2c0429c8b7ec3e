/** The contract's values in a newsroom's words, for a proof. */
import type {
  CasualtyDetails,
  Claim,
  ClaimKind,
  ClaimStatus,
  FactDetails,
  Modifier,
  Outcome,
  ReturnReason,
  VerdictValue,
} from '../../../contract/claims.ts';
import type { Stance } from '../../../contract/evidence.ts';

export const KIND: Readonly<Record<ClaimKind, string>> = {
  casualty_count: 'Casualty count',
  attribution: 'Attribution',
  source: 'Source',
  fact: 'Fact',
};

export const STATUS: Readonly<Record<ClaimStatus, string>> = {
  unchecked: 'Not checked',
  checking: 'Being checked',
  checked: 'Awaits review',
  returned: 'Returned',
  passed: 'Passed',
  expired: 'To be checked again',
  orphaned: 'Not in the text',
  withdrawn: 'Withdrawn',
};

export const VERDICT: Readonly<Record<VerdictValue, string>> = {
  accurate: 'Accurate',
  inaccurate: 'Inaccurate',
  disputed: 'Disputed',
  unverifiable: 'Unverifiable',
  waived: 'Waived',
};

export const STANCE: Readonly<Record<Stance, string>> = {
  supports: 'supports',
  contradicts: 'contradicts',
  context: 'context',
};

export const RETURNED: Readonly<Record<ReturnReason, string>> = {
  wrong_source: 'wrong source',
  not_what_was_said: 'not what was said',
  source_not_independent: 'source not independent',
  evidence_does_not_support: 'evidence does not support it',
  figure_differs: 'figure differs',
  needs_second_source: 'needs a second source',
  other: 'other',
};

const OUTCOME: Readonly<Record<Outcome, string>> = {
  killed: 'killed',
  injured: 'injured',
  missing: 'missing',
  detained: 'detained',
  freed: 'freed',
  displaced: 'displaced',
  other: 'affected',
};

const MODIFIER: Readonly<Record<Modifier, string>> = {
  exact: '',
  at_least: 'at least ',
  more_than: 'at least ',
  up_to: 'at most ',
  fewer_than: 'at most ',
  about: 'about ',
  range: '',
  vague: 'about ',
};

const ABOUT: Readonly<Record<FactDetails['about'], string>> = {
  date: 'date',
  place: 'place',
  name: 'name',
  quantity: 'quantity',
  event: 'event',
  other: 'other',
};

/** Parts of thousands are kept together by a narrow blank, which no language reads as a decimal sign. */
const figure = (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, '\u202f');

/** "at least 41 killed", "3 to 5 injured"; without a number as printed. */
export function countInWords({ low, best, high, modifier, wording, outcome }: CasualtyDetails): string {
  const is = OUTCOME[outcome];
  if (low !== null && high !== null && low !== high) return `${figure(low)} to ${figure(high)} ${is}`;
  const one = best ?? low ?? high;
  if (one === null) return wording === null ? is : `${wording}: ${is}`;
  return `${modifier === null ? '' : MODIFIER[modifier]}${figure(one)} ${is}`;
}

/** What a claim claims, beside its words: its details in a few. */
export function detailsInWords(claim: Claim): string {
  switch (claim.kind) {
    case 'casualty_count':
      return countInWords(claim.details);
    case 'attribution': {
      const { source, cue, carriedOver } = claim.details;
      const parts = [source?.quote, cue?.quote, carriedOver ? 'carried over' : undefined];
      return parts.filter((part) => part !== undefined).join(' · ');
    }
    case 'source':
      return claim.details.titleAsPrinted ?? '';
    case 'fact':
      return [ABOUT[claim.details.about], claim.details.value].filter((part) => part !== null).join(': ');
  }
}
