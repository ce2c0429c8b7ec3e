/** A claim, what stands behind it, and its note in a proof's margin as it reads: its HTML left off. */
import {
  AttributionDetails,
  CasualtyDetails,
  type Claim,
  type ReturnReason,
  SourceDetails,
  type VerdictValue,
} from '../../server/contract/claims.ts';
import type { ProofInput } from '../../server/domain/exchange/proof/model.ts';
import { ADA, AT, BEN, claim, id, passed, verdict } from '../support/proofs.ts';

interface NoteCase {
  readonly claim: Claim;
  readonly behind?: Partial<ProofInput>;
  readonly expected: string;
}

const DAY = '2 Mar 2026, 09:05 UTC';
const fact = (more: Partial<Claim>) => claim(5, '3 were saved', more);
const given = (value: VerdictValue, reason = 'The register has it.'): Claim['verdict'] => ({
  verdict: value,
  reason,
  correction: null,
  by: BEN,
  at: AT,
  expired: null,
  confirms: null,
});
const returned = (reasonCode: ReturnReason): Claim['review'] => ({
  decision: 'returned',
  reasonCode,
  note: null,
  by: BEN,
  at: AT,
  reopened: null,
});
const attribution = (more: Partial<AttributionDetails> = {}, number = 7): Claim => ({
  ...claim(number, 'the office'),
  kind: 'attribution',
  details: { ...AttributionDetails.parse({}), ...more },
});
const office = { id: id(50), name: 'Harbour <office>', kind: 'organisation', confidential: false };
const clerk = { id: id(51), name: 'a port clerk', kind: 'unnamed', confidential: true };
const cited: ProofInput['citations'][number] = {
  claimId: id(5),
  evidenceId: id(60),
  locator: null,
  quote: null,
  stance: 'supports',
  withdrawn: false,
};

const statuses: Record<string, NoteCase> = {
  'nothing done': { claim: fact({}), expected: 'Not checked Fact: event.' },
  'being checked': { claim: fact({ status: 'checking' }), expected: 'Being checked Fact: event.' },
  'awaiting review': { claim: fact({ status: 'checked' }), expected: 'Awaits review Fact: event.' },
  passed: { claim: fact({ status: 'passed' }), expected: 'Passed Fact: event.' },
  returned: { claim: fact({ status: 'returned' }), expected: 'Returned Fact: event.' },
  expired: { claim: fact({ status: 'expired' }), expected: 'To be checked again Fact: event.' },
  orphaned: { claim: fact({ status: 'orphaned' }), expected: 'Not in the text Fact: event.' },
};

const details: Record<string, NoteCase> = {
  'a fact with its value': {
    claim: fact({ kind: 'fact', details: { about: 'date', value: '3 <March>' } }),
    expected: 'Not checked Fact: date: 3 &lt;March&gt;.',
  },
  'what a fact is about': {
    claim: fact({ kind: 'fact', details: { about: 'quantity', value: null } }),
    expected: 'Not checked Fact: quantity.',
  },
  'a value that brings its stop': {
    claim: fact({ kind: 'fact', details: { about: 'other', value: 'Really?' } }),
    expected: 'Not checked Fact: other: Really?',
  },
  'a value that brings its stop in quotation marks': {
    claim: fact({ kind: 'fact', details: { about: 'name', value: '“Moor.”' } }),
    expected: 'Not checked Fact: name: “Moor.”',
  },
  'a value with a stop in the middle': {
    claim: fact({ kind: 'fact', details: { about: 'place', value: 'St. Olav' } }),
    expected: 'Not checked Fact: place: St. Olav.',
  },
  'a casualty count': {
    claim: fact({
      kind: 'casualty_count',
      details: CasualtyDetails.parse({ outcome: 'injured', low: 41, modifier: 'at_least' }),
    }),
    expected: 'Not checked Casualty count: at least 41 injured.',
  },
  'a source without a title or an entry': {
    claim: fact({ kind: 'source', details: SourceDetails.parse({}) }),
    expected: 'Not checked Source.',
  },
  'a source with both': {
    claim: fact({ kind: 'source', details: { titleAsPrinted: 'harbour chief', sourceId: id(50) } }),
    behind: { sources: [clerk, office] },
    expected: 'Not checked Source: harbour chief. Harbour &lt;office&gt; [S2].',
  },
  'a source whose entry is not at hand': {
    claim: fact({ kind: 'source', details: { titleAsPrinted: null, sourceId: id(52) } }),
    behind: { sources: [clerk, office] },
    expected: 'Not checked Source.',
  },
  'an attribution in which nothing is filled in': {
    claim: attribution(),
    behind: { sources: [clerk, office] },
    expected: 'Not checked Attribution.',
  },
  'an attribution with its cue alone': {
    claim: attribution({ cue: { start: 0, end: 5, quote: 'said' } }),
    expected: 'Not checked Attribution: said.',
  },
  'an attribution through somebody': {
    claim: attribution({ via: [{ sourceId: id(51), span: null }] }),
    behind: { sources: [clerk, office] },
    expected: 'Not checked Attribution. Through a port clerk [S1].',
  },
  'an attribution through somebody whom the register does not have': {
    claim: attribution({
      sourceId: id(50),
      via: [
        { sourceId: null, span: { start: 0, end: 7, quote: '<Radio>' } },
        { sourceId: null, span: null },
        { sourceId: id(51), span: { start: 9, end: 14, quote: 'clerk' } },
      ],
    }),
    behind: { sources: [clerk, office] },
    expected:
      'Not checked Attribution. By Harbour &lt;office&gt; [S2], through “&lt;Radio&gt;”, through a port clerk [S1].',
  },
};

const saying: Record<string, NoteCase> = {
  'said in two places': {
    claim: fact({ attributionIds: [id(7), id(8)] }),
    behind: { claims: [fact({}), attribution(), attribution({}, 8)] },
    expected: 'Not checked Fact: event. Said in 2, 3.',
  },
  'said in a place that was taken out': {
    claim: fact({ attributionIds: [id(7)] }),
    behind: { claims: [fact({}), { ...attribution(), status: 'withdrawn' }] },
    expected: 'Not checked Fact: event.',
  },
  'said in no place': {
    claim: fact({}),
    behind: { claims: [fact({}), attribution()] },
    expected: 'Not checked Fact: event.',
  },
};

const verdicts: Record<string, NoteCase> = {
  accurate: {
    claim: fact({ verdict: given('accurate') }),
    expected: `Not checked Fact: event. Accurate, Ben, ${DAY}: The register has it.`,
  },
  'inaccurate, with what is right': {
    claim: fact({ verdict: verdict('inaccurate') }),
    expected: `Not checked Fact: event. Inaccurate, Ada &lt;b&gt;, ${DAY}: The register has it. Correct: “42 people”.`,
  },
  'disputed, with a reason that has no stop': {
    claim: fact({ verdict: given('disputed', 'two <lists>') }),
    expected: `Not checked Fact: event. Disputed, Ben, ${DAY}: two &lt;lists&gt;.`,
  },
  unverifiable: {
    claim: fact({ verdict: given('unverifiable', 'Who could know?') }),
    expected: `Not checked Fact: event. Unverifiable, Ben, ${DAY}: Who could know?`,
  },
  waived: {
    claim: fact({ verdict: given('waived', 'For tomorrow!') }),
    expected: `Not checked Fact: event. Waived, Ben, ${DAY}: For tomorrow!`,
  },
  'a verdict that holds no more': {
    claim: fact({ status: 'expired', verdict: verdict('accurate', true) }),
    expected: `To be checked again Fact: event. Accurate (no longer holds), Ada &lt;b&gt;, ${DAY}: The register has it.`,
  },
  'a verdict of somebody whose name is not at hand': {
    claim: fact({ verdict: given('accurate') }),
    behind: { people: new Map([[ADA, 'Ada']]) },
    expected: `Not checked Fact: event. Accurate, someone, ${DAY}: The register has it.`,
  },
};

const reviews: Record<string, NoteCase> = {
  passed: { claim: fact({ review: passed }), expected: `Not checked Fact: event. Passed by Ben, ${DAY}.` },
  'passed with a word': {
    claim: fact({ review: { ...passed, note: 'asked <twice>' } }),
    expected: `Not checked Fact: event. Passed by Ben, ${DAY}: asked &lt;twice&gt;.`,
  },
  'passed, then changed': {
    claim: fact({ review: { ...passed, reopened: { at: AT } } }),
    expected: `Not checked Fact: event. Passed by Ben, ${DAY}, reopened since.`,
  },
  'returned: the source': {
    claim: fact({ review: returned('wrong_source') }),
    expected: `Not checked Fact: event. Returned (wrong source) by Ben, ${DAY}.`,
  },
  'returned: the words': {
    claim: fact({ review: returned('not_what_was_said') }),
    expected: `Not checked Fact: event. Returned (not what was said) by Ben, ${DAY}.`,
  },
  'returned: two that are one': {
    claim: fact({ review: returned('source_not_independent') }),
    expected: `Not checked Fact: event. Returned (source not independent) by Ben, ${DAY}.`,
  },
  'returned: the evidence': {
    claim: fact({ review: returned('evidence_does_not_support') }),
    expected: `Not checked Fact: event. Returned (evidence does not support it) by Ben, ${DAY}.`,
  },
  'returned: the figure': {
    claim: fact({ review: returned('figure_differs') }),
    expected: `Not checked Fact: event. Returned (figure differs) by Ben, ${DAY}.`,
  },
  'returned: one source more': {
    claim: fact({ review: returned('needs_second_source') }),
    expected: `Not checked Fact: event. Returned (needs a second source) by Ben, ${DAY}.`,
  },
  'returned: something else': {
    claim: fact({ review: returned('other') }),
    expected: `Not checked Fact: event. Returned (other) by Ben, ${DAY}.`,
  },
};

const evidence: Record<string, NoteCase> = {
  'two citations, for and against': {
    claim: fact({}),
    behind: {
      citations: [
        { ...cited, locator: 'p. <2>' },
        { ...cited, evidenceId: id(61), stance: 'contradicts', quote: 'no <one>' },
      ],
    },
    expected: 'Not checked Fact: event. E1 supports, p. &lt;2&gt;; E2 contradicts, “no &lt;one&gt;”.',
  },
  'a citation for the setting': {
    claim: fact({}),
    behind: { citations: [{ ...cited, stance: 'context' }] },
    expected: 'Not checked Fact: event. E1 context.',
  },
  'citations of another claim, taken back, and of nothing that is kept': {
    claim: fact({}),
    behind: {
      citations: [
        { ...cited, claimId: id(6) },
        { ...cited, withdrawn: true },
        { ...cited, evidenceId: id(99) },
      ],
    },
    expected: 'Not checked Fact: event.',
  },
};

export const noteCases: Record<string, Record<string, NoteCase>> = {
  'how far checking has come': statuses,
  'what is claimed': details,
  'who says so': saying,
  'the verdict': verdicts,
  'the review': reviews,
  'the evidence': evidence,
};
