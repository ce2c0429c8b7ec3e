/** Agreement: kappa, and how a return ended. */
import type { ClaimKind, ClaimStatus, VerdictValue } from '../../server/contract/claims.ts';
import type { Settlement } from '../../server/contract/reviewing.ts';
import type { ClaimFields, LaterEvent } from '../../server/domain/figures/agreement.ts';

interface KappaCase {
  /** Rows: what the first said; columns: what the second said of the same claims. */
  readonly table: readonly (readonly number[])[];
  readonly kappa: number | null;
}

export const kappaCases: Readonly<Record<string, KappaCase>> = {
  'nothing judged by both': { table: [], kappa: null },
  'counts of none': { table: [[0]], kappa: null },
  'one value on both sides': { table: [[12]], kappa: null },
  'full agreement over two values': {
    table: [
      [7, 0],
      [0, 3],
    ],
    kappa: 1,
  },
  'agreement as by chance': {
    table: [
      [25, 25],
      [25, 25],
    ],
    kappa: 0,
  },
  'never agreed': {
    table: [
      [0, 5],
      [5, 0],
    ],
    kappa: -1,
  },
  'one said the same of all, the other did not': {
    table: [
      [6, 4],
      [0, 0],
    ],
    kappa: 0,
  },
  'fifty proposals: twenty and fifteen agreed': {
    table: [
      [20, 5],
      [10, 15],
    ],
    kappa: 0.4,
  },
  'the same share of agreement, lopsided margins the same way': {
    table: [
      [45, 15],
      [25, 15],
    ],
    kappa: 0.1304,
  },
  'the same share of agreement, lopsided margins against each other': {
    table: [
      [25, 35],
      [5, 35],
    ],
    kappa: 0.2593,
  },
  'three values': {
    table: [
      [44, 5, 1],
      [7, 20, 3],
      [9, 5, 6],
    ],
    kappa: 0.4915,
  },
};

type Event = Partial<LaterEvent> & Pick<LaterEvent, 'type'>;
interface SettlementCase {
  readonly kind?: ClaimKind;
  readonly status: ClaimStatus;
  readonly later: readonly Event[];
  readonly reviewFacts?: boolean;
  readonly settled: Settlement;
  readonly takenBack?: boolean;
}

const given = (verdict: VerdictValue): Event => ({ type: 'verdict.given', verdict });
const edited = (...fields: string[]): Event => ({
  type: 'claim.edited',
  before: Object.fromEntries(fields.map((field) => [field, 'as it was'])),
});
const PASSED: Event = { type: 'review.passed' };
const RETURNED: Event = { type: 'review.returned' };
const TAKEN_BACK: Event = { type: 'review.taken_back' };
const reopened = (because: string): Event => ({ type: 'review.reopened', because });

/** Of an accurate claim that was returned. */
export const settlementCases: Readonly<Record<string, SettlementCase>> = {
  'nothing happened yet': { status: 'returned', later: [], settled: 'open' },
  'another verdict that awaits its review': {
    status: 'checked',
    later: [given('disputed')],
    settled: 'open',
  },
  'another verdict, passed': {
    status: 'passed',
    later: [given('disputed'), PASSED],
    settled: 'verdict_changed',
  },
  'another verdict and then the old one again': {
    status: 'passed',
    later: [given('disputed'), given('accurate'), PASSED],
    settled: 'kept',
  },
  'passed as it was': { status: 'passed', later: [PASSED], settled: 'kept' },
  'the same verdict given anew': { status: 'passed', later: [given('accurate'), PASSED], settled: 'kept' },
  'the claim changed, then verified and passed': {
    status: 'passed',
    later: [edited('details', 'status'), given('accurate'), PASSED],
    settled: 'claim_changed',
  },
  'the verdict weighs more than the claim': {
    status: 'passed',
    later: [edited('details'), given('disputed'), PASSED],
    settled: 'verdict_changed',
  },
  'the claim weighs more than the evidence': {
    status: 'passed',
    later: [{ type: 'citation.added' }, edited('span'), given('accurate'), PASSED],
    settled: 'claim_changed',
  },
  'an edit whose words were erased': {
    status: 'passed',
    later: [{ type: 'claim.edited', before: null }, PASSED],
    settled: 'claim_changed',
  },
  'a later revision was marked, no more': {
    status: 'passed',
    later: [edited('revision'), PASSED],
    settled: 'kept',
  },
  'somebody else was asked, no more': {
    status: 'passed',
    later: [edited('assigneeId', 'status'), PASSED],
    settled: 'kept',
  },
  'the details were let stand on newer words': {
    status: 'passed',
    later: [edited('outgrown'), PASSED],
    settled: 'kept',
  },
  'evidence was added': {
    status: 'passed',
    later: [{ type: 'citation.added' }, reopened('evidence'), PASSED],
    settled: 'evidence_changed',
  },
  'evidence that it rests on was changed': {
    status: 'passed',
    later: [reopened('evidence'), PASSED],
    settled: 'evidence_changed',
  },
  'who says so was changed elsewhere': {
    status: 'passed',
    later: [reopened('attribution'), PASSED],
    settled: 'kept',
  },
  'what came after the pass settled nothing': {
    status: 'expired',
    later: [PASSED, edited('details'), { type: 'citation.added' }, given('disputed')],
    settled: 'kept',
  },
  'returned again, then passed': {
    status: 'passed',
    later: [{ type: 'citation.added' }, RETURNED, PASSED],
    settled: 'evidence_changed',
  },
  'a pass that was taken back': { status: 'checked', later: [PASSED, TAKEN_BACK], settled: 'open' },
  'a pass that was taken back, and one that was not': {
    status: 'passed',
    later: [PASSED, TAKEN_BACK, { type: 'citation.edited' }, PASSED],
    settled: 'evidence_changed',
  },
  withdrawn: { status: 'withdrawn', later: [{ type: 'claim.withdrawn' }], settled: 'withdrawn' },
  'passed, and withdrawn later': {
    status: 'withdrawn',
    later: [PASSED, { type: 'claim.withdrawn' }],
    settled: 'kept',
  },
  'a fact with a new verdict, where facts need no review': {
    status: 'checked',
    later: [given('disputed')],
    reviewFacts: false,
    settled: 'verdict_changed',
  },
  'a fact that is still returned, where facts need no review': {
    status: 'returned',
    later: [],
    reviewFacts: false,
    settled: 'open',
  },
  'a count with a new verdict, where facts need no review': {
    kind: 'casualty_count',
    status: 'checked',
    later: [given('disputed')],
    reviewFacts: false,
    settled: 'open',
  },
  'the return itself was taken back': {
    status: 'checked',
    later: [TAKEN_BACK],
    settled: 'open',
    takenBack: true,
  },
  'the one after it was taken back': { status: 'checked', later: [RETURNED, TAKEN_BACK], settled: 'open' },
};

export const laterOf = (events: readonly Event[]): LaterEvent[] =>
  events.map((event) => ({ because: null, verdict: null, before: null, ...event }));

interface FieldsCase {
  readonly now?: Partial<ClaimFields>;
  readonly after?: VerdictValue | null;
  readonly edits: readonly (Readonly<Record<string, unknown>> | null)[];
  /** `field: before → after` as JSON. */
  readonly fields: readonly string[];
}

/** Of a count of 41, accurate when it was returned. */
export const NOW: ClaimFields = {
  kind: 'casualty_count',
  details: { outcome: 'killed', low: 41, high: null },
  summary: null,
  attributionIds: [],
};

export const fieldsCases: Readonly<Record<string, FieldsCase>> = {
  'nothing changed': { edits: [], fields: [] },
  'the verdict': { after: 'disputed', edits: [], fields: ['verdict: "accurate" → "disputed"'] },
  'the verdict was taken back': { after: null, edits: [], fields: ['verdict: "accurate" → null'] },
  'one detail of many': {
    edits: [{ details: { outcome: 'killed', low: 40, high: null } }],
    fields: ['low: 40 → 41'],
  },
  'a detail that was not there': {
    edits: [{ details: { outcome: 'killed', high: null } }],
    fields: ['low: null → 41'],
  },
  'a detail that is no longer there': {
    edits: [{ details: { outcome: 'killed', low: 41, high: null, cause: 'storm' } }],
    fields: ['cause: "storm" → null'],
  },
  'edited twice is told from the first': {
    edits: [{ details: { outcome: 'killed', low: 39 } }, { details: { outcome: 'killed', low: 40 } }],
    fields: ['low: 39 → 41'],
  },
  'edited and edited back': {
    edits: [{ details: NOW.details }, { details: { outcome: 'injured', low: 41 } }],
    fields: [],
  },
  'keys in another order are the same': {
    edits: [{ details: { high: null, low: 41, outcome: 'killed' } }],
    fields: [],
  },
  'keys of what a detail holds in another order are the same': {
    now: { details: { outcome: 'killed', period: { from: '2026-03-02', to: null } } },
    edits: [{ details: { outcome: 'killed', period: { to: null, from: '2026-03-02' } } }],
    fields: [],
  },
  'one of two in what a detail holds': {
    now: { details: { outcome: 'killed', period: { from: '2026-03-02', to: null } } },
    edits: [{ details: { outcome: 'killed', period: { from: '2026-03-01', to: null } } }],
    fields: ['period: {"from":"2026-03-01","to":null} → {"from":"2026-03-02","to":null}'],
  },
  'what a detail holds that was not there is nothing': {
    now: { details: { outcome: 'killed', period: { from: '2026-03-02', to: null } } },
    edits: [{ details: { outcome: 'killed', period: { from: '2026-03-02' } } }],
    fields: [],
  },
  'a detail that held something and holds a word': {
    now: { details: { outcome: 'killed', place: 'Tarvo' } },
    edits: [{ details: { outcome: 'killed', place: { name: 'Tarvo' } } }],
    fields: ['place: {"name":"Tarvo"} → "Tarvo"'],
  },
  'a detail that held a word and holds something': {
    now: { details: { outcome: 'killed', place: { name: 'Tarvo' } } },
    edits: [{ details: { outcome: 'killed', place: 'Tarvo' } }],
    fields: ['place: "Tarvo" → {"name":"Tarvo"}'],
  },
  'a detail that held something and holds nothing': {
    now: { details: { outcome: 'killed', place: null } },
    edits: [{ details: { outcome: 'killed', place: {} } }],
    fields: ['place: {} → null'],
  },
  'a detail that held nothing and holds something': {
    now: { details: { outcome: 'killed', place: {} } },
    edits: [{ details: { outcome: 'killed', place: null } }],
    fields: ['place: null → {}'],
  },
  'another kind is told as such alone': {
    edits: [{ kind: 'fact', details: { about: 'quantity', value: null } }],
    fields: ['kind: "fact" → "casualty_count"'],
  },
  'links and summary': {
    now: { attributionIds: ['a'], summary: 'Toll' },
    edits: [{ attributionIds: [] }, { summary: null }],
    fields: ['summary: null → "Toll"', 'attributionIds: [] → ["a"]'],
  },
  'what is no part of the claim': { edits: [{ assigneeId: 'someone', status: 'returned' }], fields: [] },
  'an edit whose words were erased': { edits: [null], fields: [] },
};
