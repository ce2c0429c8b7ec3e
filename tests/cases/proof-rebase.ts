/** Two people at one claim: what one began on an older version, and what became of the claim meanwhile. */

import type { Fields } from '../../client/controllers/proof/drafts.ts';
import type { Because } from '../../client/controllers/proof/rebase.ts';
import type { Claim } from '../../server/contract/claims.ts';
import { attribution, casualty, fact, idOf } from '../client/proof-claims.ts';

interface Case {
  before: Claim;
  mine: Fields;
  now: Claim;
  /** The fields the other changed, or why the person has to look. */
  expected: readonly string[] | Because;
}

const AT = '2024-03-01T10:00:00.000Z';
const verdict = (at = AT): NonNullable<Claim['verdict']> => ({
  verdict: 'accurate',
  reason: 'The log says so.',
  correction: null,
  by: idOf(901),
  at,
  expired: null,
  confirms: null,
});
const passed: NonNullable<Claim['review']> = {
  decision: 'passed',
  reasonCode: null,
  note: null,
  by: idOf(902),
  at: AT,
  reopened: null,
};
const expired = { ...verdict(), expired: { at: AT, reasons: ['details' as const] } };
const span = { start: 12, end: 20, quote: 'he words' };
const count = (details: Parameters<typeof casualty>[1] = {}, over: Parameters<typeof casualty>[2] = {}) =>
  casualty(1, { low: 41, ...details }, { version: 2, ...over });

export const rebaseCases: Readonly<Record<string, Case>> = {
  'nobody changed what counts': {
    before: count(),
    mine: { low: '44' },
    now: count({}, { version: 3 }),
    expected: [],
  },
  'different details': {
    before: count(),
    mine: { low: '44' },
    now: count({ scope: 'incident' }),
    expected: ['scope'],
  },
  'the same detail': {
    before: count(),
    mine: { low: '44' },
    now: count({ low: 43 }),
    expected: 'same_field',
  },
  'the same detail, to the same value': {
    before: count(),
    mine: { low: '43' },
    now: count({ low: 43 }),
    expected: ['low'],
  },
  'one of two details': {
    before: count(),
    mine: { low: '44', scope: 'incident' },
    now: count({ low: 43 }),
    expected: 'same_field',
  },
  'parts of one detail': {
    before: count(),
    mine: { 'place.name': 'Port Elsen' },
    now: count({ victims: { category: 'child', label: null } }),
    expected: ['victims.category'],
  },
  'details and the summary': {
    before: count(),
    mine: { summary: 'In short' },
    now: count({ low: 43 }),
    expected: ['low'],
  },
  'the summary twice': {
    before: count(),
    mine: { summary: 'In short' },
    now: count({}, { summary: 'Shorter' }),
    expected: 'same_field',
  },
  'who checks it and a detail': {
    before: count(),
    mine: { assigneeId: idOf(901) },
    now: count({ low: 43 }),
    expected: ['low'],
  },
  'who checks it, twice': {
    before: count(),
    mine: { assigneeId: idOf(901) },
    now: count({}, { assigneeId: idOf(902) }),
    expected: 'same_field',
  },
  'links and a detail': {
    before: count({}, { attributionIds: [idOf(2)] }),
    mine: { low: '44' },
    now: count({}, { attributionIds: [idOf(3)] }),
    expected: ['attributionIds'],
  },
  'links twice': {
    before: count(),
    mine: { attributionIds: JSON.stringify([idOf(2)]) },
    now: count({}, { attributionIds: [idOf(3)] }),
    expected: 'same_field',
  },
  'a detail under other words': {
    before: count(),
    mine: { low: '44' },
    now: count({}, { ...span }),
    expected: ['span'],
  },
  'other words twice': {
    before: count(),
    mine: { span: JSON.stringify({ revision: 1, span }) },
    now: count({}, { start: 14, end: 20, quote: ' words' }),
    expected: 'other_words',
  },
  'a span of the details under other words': {
    before: attribution(1),
    mine: { cue: JSON.stringify(span) },
    now: attribution(1, {}, { ...span }),
    expected: 'other_words',
  },
  'a detail under another kind': {
    before: count(),
    mine: { low: '44' },
    now: fact(1),
    expected: 'other_words',
  },
  'the summary under another kind': {
    before: count(),
    mine: { summary: 'In short' },
    now: fact(1),
    expected: ['kind'],
  },
  'another kind over other details': {
    before: count(),
    mine: { kind: 'fact', low: '' },
    now: count({ low: 43 }),
    expected: 'same_field',
  },
  'a detail under a verdict that its author has not seen': {
    before: count(),
    mine: { low: '44' },
    now: count({}, { verdict: verdict() }),
    expected: 'verdict',
  },
  'a detail under a verdict that they have seen': {
    before: count({}, { verdict: verdict() }),
    mine: { low: '44' },
    now: count({ scope: 'incident' }, { verdict: verdict() }),
    expected: ['scope'],
  },
  'a detail under a newer verdict': {
    before: count({}, { verdict: verdict() }),
    mine: { low: '44' },
    now: count({}, { verdict: verdict('2024-03-02T10:00:00.000Z') }),
    expected: 'verdict',
  },
  'a detail under a verdict that ended': {
    before: count({}, { verdict: verdict() }),
    mine: { low: '44' },
    now: count({ scope: 'incident' }, { verdict: expired }),
    expected: ['scope'],
  },
  'the summary under a new verdict': {
    before: count(),
    mine: { summary: 'In short' },
    now: count({}, { verdict: verdict() }),
    expected: [],
  },
  'the summary under a new review': {
    before: count({}, { verdict: verdict() }),
    mine: { summary: 'In short' },
    now: count({}, { verdict: verdict(), review: passed }),
    expected: 'review',
  },
  'who checks it, under a new verdict and review': {
    before: count(),
    mine: { assigneeId: idOf(901) },
    now: count({}, { verdict: verdict(), review: passed }),
    expected: [],
  },
  'what may not be changed any more': {
    before: count(),
    mine: { low: '44' },
    now: count({}, { can: ['comment'] }),
    expected: 'not_allowed',
  },
};
