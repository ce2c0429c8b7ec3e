import type { CasualtyDetails, ExpiryReason, KindAndDetails } from '../../server/contract/claims.ts';
import { emptyDetails } from '../../server/domain/claims/details.ts';
import type { ClaimMeaning } from '../../server/domain/claims/expiry.ts';

const A = '01890000-0000-7000-8000-00000000000a';
const B = '01890000-0000-7000-8000-00000000000b';
const span = { start: 10, end: 19, quote: 'nine boats' };
const rest = { span, attributionIds: [A, B], sameFactAs: null, summary: null };

const killed: CasualtyDetails = {
  outcome: 'killed',
  low: 9,
  best: 9,
  high: 9,
  modifier: 'exact',
  wording: 'nine',
  victims: { category: 'civilian', label: 'anglers' },
  partOf: null,
  scope: null,
  period: null,
  place: { name: 'Port Ardle', precision: 'town' },
  perpetrator: null,
  cause: null,
};
const casualty = (change: Partial<CasualtyDetails> = {}): ClaimMeaning => ({
  ...rest,
  kind: 'casualty_count',
  details: { ...killed, ...change },
});
const said = (quotes: string[], sourceId: string | null = null): ClaimMeaning => ({
  ...rest,
  kind: 'attribution',
  details: {
    source: null,
    cue: null,
    content: quotes.map((quote, index) => ({ start: index, end: index + 1, quote })),
    mode: null,
    basis: null,
    sourceId,
    via: [],
    carriedOver: false,
  },
});
const of = (content: KindAndDetails): ClaimMeaning => ({ ...rest, ...content });
/** As an older row of the database may hold it: a detail that came later is absent. */
const older: ClaimMeaning = casualty();
Reflect.deleteProperty(older.details, 'cause');

interface ExpiryCase {
  before: ClaimMeaning;
  after: ClaimMeaning;
  reasons: ExpiryReason[];
  /** Where it is otherwise than by the reasons. */
  reopensReview?: boolean;
}

export const expiryCases: Record<string, ExpiryCase> = {
  'nothing changed': { before: casualty(), after: casualty(), reasons: [] },
  'the order of keys means nothing': {
    before: casualty(),
    after: casualty({ place: { precision: 'town', name: 'Port Ardle' } }),
    reasons: [],
  },
  'an absent detail is an empty one': { before: older, after: casualty(), reasons: [] },
  'an empty detail is an absent one': { before: casualty(), after: older, reasons: [] },
  'an absent detail is not a filled one': {
    before: older,
    after: casualty({ cause: 'a storm' }),
    reasons: ['details'],
  },
  'a wider span': {
    before: casualty(),
    after: { ...casualty(), span: { ...span, end: 20 } },
    reasons: ['span'],
  },
  'other words at the same place': {
    before: casualty(),
    after: { ...casualty(), span: { ...span, quote: 'nine ships' } },
    reasons: ['span'],
  },
  'another start': {
    before: casualty(),
    after: { ...casualty(), span: { ...span, start: 9 } },
    reasons: ['span'],
  },
  'a figure': { before: casualty(), after: casualty({ high: 10 }), reasons: ['details'] },
  'a detail cleared': { before: casualty(), after: casualty({ victims: null }), reasons: ['details'] },
  'a detail filled': { before: casualty({ victims: null }), after: casualty(), reasons: ['details'] },
  'a detail within a detail': {
    before: casualty(),
    after: casualty({ place: { name: 'Port Ardle', precision: 'district' } }),
    reasons: ['details'],
  },
  'part of another count': { before: casualty(), after: casualty({ partOf: A }), reasons: ['links'] },
  'part of a third count': {
    before: casualty({ partOf: A }),
    after: casualty({ partOf: B }),
    reasons: ['links'],
  },
  'no longer part of another': { before: casualty({ partOf: A }), after: casualty(), reasons: ['links'] },
  'attributions in another order': {
    before: casualty(),
    after: { ...casualty(), attributionIds: [B, A] },
    reasons: [],
  },
  'an attribution named twice': {
    before: casualty(),
    after: { ...casualty(), attributionIds: [A, B, A] },
    reasons: [],
  },
  'an attribution less': {
    before: casualty(),
    after: { ...casualty(), attributionIds: [A] },
    reasons: ['links'],
  },
  'another attribution': {
    before: { ...casualty(), attributionIds: [A] },
    after: { ...casualty(), attributionIds: [B] },
    reasons: ['links'],
  },
  'the same fact as another': {
    before: casualty(),
    after: { ...casualty(), sameFactAs: A },
    reasons: ['links'],
  },
  'another kind': { before: casualty(), after: of(emptyDetails('fact')), reasons: ['kind'] },
  'another kind, which drops a link': {
    before: casualty({ partOf: A }),
    after: of(emptyDetails('fact')),
    reasons: ['kind', 'links'],
  },
  'the content of an attribution': {
    before: said(['nine']),
    after: said(['nine', 'boats']),
    reasons: ['details'],
  },
  'content in another order': {
    before: said(['nine', 'boats']),
    after: said(['boats', 'nine']),
    reasons: ['details'],
  },
  'the same content': { before: said(['nine']), after: said(['nine']), reasons: [] },
  'another summary asks for another look and expires nothing': {
    before: { ...casualty(), summary: 'Nine dead' },
    after: { ...casualty(), summary: 'Ten dead' },
    reasons: [],
    reopensReview: true,
  },
  'a first summary': {
    before: casualty(),
    after: { ...casualty(), summary: 'Nine dead' },
    reasons: [],
    reopensReview: true,
  },
  'all at once': {
    before: casualty(),
    after: { ...casualty({ low: 8 }), span: { ...span, end: 20 }, attributionIds: [] },
    reasons: ['span', 'details', 'links'],
  },
};

interface AttributionCase {
  before: ClaimMeaning;
  after: ClaimMeaning;
  /** Whether the claims linked to it are said otherwise than before. */
  changes: boolean;
}

export const attributionCases: Record<string, AttributionCase> = {
  'nothing changed': { before: said(['nine']), after: said(['nine']), changes: false },
  'who says so': {
    before: said(['nine']),
    after: said(['nine'], A),
    changes: true,
  },
  'other words': {
    before: said(['nine']),
    after: { ...said(['nine']), span: { ...span, end: 20 } },
    changes: true,
  },
  'no attribution any more': { before: said(['nine']), after: of(emptyDetails('fact')), changes: true },
  'an attribution now': { before: of(emptyDetails('fact')), after: said(['nine']), changes: true },
  'who says that it was said': {
    before: said(['nine']),
    after: { ...said(['nine']), attributionIds: [A] },
    changes: false,
  },
  'a count has no part in it': { before: casualty(), after: casualty({ high: 10 }), changes: false },
};

interface WholeCase {
  before: ClaimMeaning;
  after: ClaimMeaning;
  /** Whether the claims that are part of it are part of another count than before. */
  changes: boolean;
}

export const wholeCases: Record<string, WholeCase> = {
  'nothing changed': { before: casualty(), after: casualty(), changes: false },
  'its figure': { before: casualty(), after: casualty({ high: 10 }), changes: true },
  'its words': { before: casualty(), after: { ...casualty(), span: { ...span, end: 20 } }, changes: true },
  'no count any more': { before: casualty(), after: of(emptyDetails('fact')), changes: true },
  'a count again': { before: of(emptyDetails('fact')), after: casualty(), changes: true },
  'what it is part of itself': { before: casualty(), after: casualty({ partOf: A }), changes: false },
  'its summary': { before: casualty(), after: { ...casualty(), summary: 'Nine dead' }, changes: false },
  'an attribution is no count': { before: said(['nine']), after: said(['nine'], A), changes: false },
};
