/** What stands in the way of a sign-off, who may sign, and how many sources stand behind a count. */
import type {
  AttributionDetails,
  ClaimKind,
  ClaimStatus,
  VerdictValue,
} from '../../server/contract/claims.ts';
import type { Policy } from '../../server/contract/sign-off.ts';
import type { SupportingEvidence } from '../../server/domain/claims/independent-sources.ts';

export const ME = '01890000-0000-7000-8000-000000000001';
export const SOMEONE = '01890000-0000-7000-8000-000000000002';
export const STRICT: Policy = { signOffBy: 'reviewer', reviewFacts: true, minSources: 1 };

/** `kind status verdict sources [own]`, or `-` for no verdict: one claim of a story. */
export type ClaimLine = string;

export interface BlockerCase {
  readonly policy?: Partial<Policy>;
  /** Named a, b, c … in this order. */
  readonly claims: readonly ClaimLine[];
  /** `code: names`. */
  readonly blockers: readonly string[];
  /** Names and verdicts of those to be let stand. */
  readonly acknowledge?: readonly string[];
}

export const blockerCases: Readonly<Record<string, BlockerCase>> = {
  'a story without claims': { claims: [], blockers: ['no_claims: '] },
  'everything passed': {
    claims: [
      'casualty_count passed accurate 1',
      'attribution passed accurate 0',
      'source passed accurate 0',
      'fact passed accurate 0',
    ],
    blockers: [],
  },
  'one of each that is left to do, in the contract’s order': {
    claims: [
      'fact orphaned accurate 0',
      'fact expired accurate 0',
      'fact returned accurate 0',
      'fact checked accurate 0',
      'fact checking - 0',
      'fact unchecked - 0',
      'fact passed accurate 0',
    ],
    blockers: ['unchecked: e f', 'awaits_review: d', 'returned: c', 'expired: b', 'orphaned: a'],
  },
  'a checked fact and source await review': {
    claims: ['fact checked accurate 0', 'source checked accurate 0'],
    blockers: ['awaits_review: a b'],
  },
  'where policy asks no review of facts, a verdict settles facts and sources': {
    policy: { reviewFacts: false },
    claims: ['fact checked accurate 0', 'source checked accurate 0'],
    blockers: [],
  },
  'where policy asks no review of facts, counts and attributions are reviewed all the same': {
    policy: { reviewFacts: false },
    claims: [
      'casualty_count checked accurate 1',
      'attribution checked accurate 0',
      'fact checked accurate 0',
    ],
    blockers: ['awaits_review: a b'],
  },
  'where policy asks no review of facts, one that was returned is still returned': {
    policy: { reviewFacts: false },
    claims: ['fact returned accurate 0', 'source unchecked - 0', 'fact expired accurate 0'],
    blockers: ['unchecked: b', 'returned: a', 'expired: c'],
  },
  'an inaccurate claim blocks, passed or not': {
    claims: ['fact passed inaccurate 0', 'fact checked inaccurate 0', 'fact returned inaccurate 0'],
    blockers: ['awaits_review: b', 'returned: c', 'inaccurate: a b c'],
  },
  'a verdict that no longer holds makes nothing inaccurate': {
    claims: ['fact expired inaccurate 0', 'fact orphaned inaccurate 0'],
    blockers: ['expired: a', 'orphaned: b'],
  },
  'an inaccurate fact blocks where facts need no review': {
    policy: { reviewFacts: false },
    claims: ['fact checked inaccurate 0'],
    blockers: ['inaccurate: a'],
  },
  'a count without a source': {
    claims: ['casualty_count passed accurate 0'],
    blockers: ['too_few_sources: a'],
  },
  'a count without a source, where policy asks none': {
    policy: { minSources: 0 },
    claims: ['casualty_count passed accurate 0'],
    blockers: [],
  },
  'a count with one source, where policy asks two': {
    policy: { minSources: 2 },
    claims: ['casualty_count passed accurate 1', 'casualty_count passed disputed 1'],
    blockers: ['too_few_sources: a b'],
    acknowledge: ['b disputed'],
  },
  'a count with two sources, where policy asks two': {
    policy: { minSources: 2 },
    claims: ['casualty_count passed accurate 2'],
    blockers: [],
  },
  'a count that is checked is told of its sources before its review': {
    claims: ['casualty_count checked accurate 0'],
    blockers: ['awaits_review: a', 'too_few_sources: a'],
  },
  'a count that nobody looked at yet is not': {
    claims: ['casualty_count unchecked - 0', 'casualty_count expired accurate 0'],
    blockers: ['unchecked: a', 'expired: b'],
  },
  'a count let stand as unverifiable or waived has no sources to count': {
    claims: ['casualty_count passed unverifiable 0', 'casualty_count passed waived 0'],
    blockers: [],
    acknowledge: ['a unverifiable', 'b waived'],
  },
  'facts have no sources to count': {
    policy: { minSources: 3 },
    claims: ['fact passed accurate 0', 'attribution passed accurate 0', 'source passed accurate 0'],
    blockers: [],
  },
  'disputed, unverifiable and waived ones are let stand by name, in the order of the text': {
    claims: [
      'fact passed waived 0',
      'fact passed accurate 0',
      'fact passed disputed 0',
      'fact checked unverifiable 0',
      'fact returned waived 0',
      'fact expired disputed 0',
    ],
    blockers: ['awaits_review: d', 'returned: e', 'expired: f'],
    acknowledge: ['a waived', 'c disputed', 'd unverifiable', 'e waived'],
  },
};

const ONE = ['fact passed accurate 0'];

/** By role, policy, the story's state and whose verdicts hold: the answer, and who may reopen. */
export const signOffPermissions = `
role     policy   story      verdicts sign_off       reopen
viewer   reviewer checking   others   NEEDS_REVIEWER NEEDS_REVIEWER
viewer   admin    signed_off others   NEEDS_ADMIN    NEEDS_REVIEWER
editor   reviewer checking   others   NEEDS_REVIEWER NEEDS_REVIEWER
editor   reviewer signed_off others   NEEDS_REVIEWER NEEDS_REVIEWER
editor   admin    checking   others   NEEDS_ADMIN    NEEDS_REVIEWER
reviewer reviewer checking   others   yes            NOT_SIGNED_OFF
reviewer reviewer checking   shared   yes            NOT_SIGNED_OFF
reviewer reviewer checking   own      ONLY_CHECKER   NOT_SIGNED_OFF
reviewer reviewer checking   waiting  NOT_READY      NOT_SIGNED_OFF
reviewer reviewer checking   lapsed   NOT_READY      NOT_SIGNED_OFF
reviewer reviewer checking   none     NOT_READY      NOT_SIGNED_OFF
reviewer reviewer signed_off others   SIGNED_OFF     yes
reviewer reviewer signed_off own      ONLY_CHECKER   yes
reviewer reviewer archived   others   ARCHIVED       NOT_SIGNED_OFF
reviewer admin    checking   others   NEEDS_ADMIN    NOT_SIGNED_OFF
reviewer admin    signed_off others   NEEDS_ADMIN    yes
admin    reviewer checking   others   yes            NOT_SIGNED_OFF
admin    reviewer checking   own      ONLY_CHECKER   NOT_SIGNED_OFF
admin    admin    checking   others   yes            NOT_SIGNED_OFF
admin    admin    checking   own      ONLY_CHECKER   NOT_SIGNED_OFF
admin    admin    checking   waiting  NOT_READY      NOT_SIGNED_OFF
admin    admin    signed_off others   SIGNED_OFF     yes
admin    admin    archived   others   ARCHIVED       NOT_SIGNED_OFF
`;

/** What the column `verdicts` above stands for. */
export const verdictsOf: Readonly<Record<string, readonly ClaimLine[]>> = {
  others: ONE,
  own: ['fact passed accurate 0 own', 'fact passed waived 0 own', 'fact unchecked - 0'],
  shared: ['fact passed accurate 0 own', 'fact passed accurate 0'],
  waiting: ['fact checked accurate 0', 'fact passed accurate 0'],
  lapsed: ['fact expired accurate 0 own', 'fact orphaned accurate 0 own'],
  none: [],
};

export function claimOf(line: ClaimLine, index: number) {
  const [kind, status, verdict, sources, own] = line.split(' ');
  return {
    id: 'abcdefgh'.charAt(index),
    kind: kind as ClaimKind,
    status: status as Exclude<ClaimStatus, 'withdrawn'>,
    verdict: verdict === '-' ? null : { verdict: verdict as VerdictValue, by: own === 'own' ? ME : SOMEONE },
    sources: Number(sources),
  };
}

type Said = Partial<Pick<AttributionDetails, 'basis' | 'sourceId'>> & {
  /** The source as printed. */
  readonly who?: string;
  /** Printed, or `#` and the id of an entry. */
  readonly via?: readonly string[];
};
export interface SourceCase {
  readonly said?: readonly Said[];
  readonly evidence?: readonly Partial<SupportingEvidence>[];
  /** Names by id. */
  readonly register?: Readonly<Record<string, readonly string[]>>;
  readonly agency?: string;
  readonly count: number;
}

const HARBOUR = '01890000-0000-7000-8000-00000000000a';
const RADIO = '01890000-0000-7000-8000-00000000000b';

export const sourceCases: Readonly<Record<string, SourceCase>> = {
  nobody: { count: 0 },
  'one attribution': { said: [{ who: 'the harbour office' }], count: 1 },
  'one said twice': { said: [{ who: 'The harbour office' }, { who: 'harbour  Office' }], count: 1 },
  'two by their words': { said: [{ who: 'the harbour office' }, { who: 'Ada Moor' }], count: 2 },
  'two entries printed alike are two': {
    said: [
      { who: 'a security source', sourceId: HARBOUR },
      { who: 'a security source', sourceId: RADIO },
    ],
    count: 2,
  },
  'one entry printed in two ways is one': {
    said: [
      { who: 'the harbour office', sourceId: HARBOUR },
      { who: 'officials', sourceId: HARBOUR },
    ],
    count: 1,
  },
  'words that another attribution tied to an entry mean that entry': {
    said: [{ who: 'the harbour office', sourceId: HARBOUR }, { who: 'Harbour Office' }],
    count: 1,
  },
  'words that are an alias in the register mean its entry': {
    said: [{ sourceId: HARBOUR }, { who: 'the port authority' }],
    register: { [HARBOUR]: ['Harbour office', 'Port Authority'] },
    count: 1,
  },
  'an attribution that names nobody': { said: [{}, { who: 'reports', basis: 'none' }], count: 0 },
  'own reporting is the story itself': { said: [{ who: 'our reporter', basis: 'own' }], count: 0 },
  'one who passes another on is no second source': {
    said: [{ who: 'a doctor', via: ['Coast Radio'] }, { who: 'Coast Radio' }],
    count: 1,
  },
  'by its entry as well': {
    said: [
      { who: 'a doctor', via: [`#${RADIO}`] },
      { who: 'the radio', sourceId: RADIO },
    ],
    count: 1,
  },
  'one through whom it came, beside two who said so': {
    said: [{ who: 'a doctor', via: ['Coast Radio'] }, { who: 'the mayor' }, { who: 'Coast Radio' }],
    count: 2,
  },
  'the way alone is no source': { said: [{ via: ['Coast Radio'] }], count: 0 },
  'one who is named as their own way still counts': {
    said: [{ who: 'Coast Radio', via: ['Coast Radio'] }],
    count: 1,
  },
  'two who quote each other are one': {
    said: [
      { who: 'Coast Radio', via: ['the Lindholm Post'] },
      { who: 'the Lindholm Post', via: ['Coast Radio'] },
    ],
    count: 1,
  },
  'evidence of two publishers': {
    evidence: [{ publisher: 'Harbour office' }, { publisher: 'Lindholm hospital' }],
    count: 2,
  },
  'evidence of one publisher on two sites': {
    evidence: [
      { publisher: 'Harbour office', url: 'https://harbour.example/a' },
      { publisher: 'The harbour office', url: 'https://mirror.example/b' },
    ],
    count: 1,
  },
  'evidence of one site without a publisher': {
    evidence: [{ url: 'https://www.harbour.example/a' }, { url: 'https://harbour.example/b' }],
    count: 1,
  },
  'evidence of two sites without a publisher': {
    evidence: [{ url: 'https://harbour.example/a' }, { url: 'https://hospital.example/b' }],
    count: 2,
  },
  'a site whose publisher other evidence names': {
    evidence: [
      { url: 'https://harbour.example/a' },
      { publisher: 'Harbour office', url: 'https://harbour.example/b' },
    ],
    count: 1,
  },
  'evidence of neither goes by its title': {
    evidence: [
      { title: 'Passenger list' },
      { title: 'passenger list' },
      { title: 'Interview with a doctor' },
    ],
    count: 2,
  },
  'an address that is none': { evidence: [{ url: 'no address', title: 'List' }], count: 1 },
  'the statement of the one who said so is no second source': {
    said: [{ who: 'the harbour office' }],
    evidence: [{ publisher: 'Harbour Office', url: 'https://harbour.example/a' }],
    count: 1,
  },
  'evidence of an entry in the register is that entry’s': {
    said: [{ who: 'officials', sourceId: HARBOUR }],
    evidence: [{ publisher: 'Port Authority' }],
    register: { [HARBOUR]: ['Harbour office', 'Port Authority'] },
    count: 1,
  },
  'evidence by one who only passes it on': {
    said: [{ who: 'a doctor', via: ['Coast Radio'] }],
    evidence: [{ publisher: 'Coast Radio' }],
    count: 1,
  },
  'an attribution and evidence of another': {
    said: [{ who: 'the harbour office' }],
    evidence: [{ publisher: 'Lindholm hospital' }],
    count: 2,
  },
  'the story’s own agency is no source of its own': {
    said: [{ who: 'Coast Radio' }],
    evidence: [{ publisher: 'COAST RADIO' }, { publisher: 'Harbour office' }],
    agency: 'Coast Radio',
    count: 1,
  },
  'nor by its entry': {
    said: [{ who: 'the radio', sourceId: RADIO }],
    register: { [RADIO]: ['Coast Radio'] },
    agency: 'Coast Radio',
    count: 0,
  },
  'nor by its site': {
    evidence: [{ url: 'https://news.coastradio.example/a' }, { url: 'https://coast.example/b' }],
    agency: 'Coast Radio',
    count: 1,
  },
  'another agency is': { said: [{ who: 'Coast Radio' }], agency: 'Lindholm Post', count: 1 },
};

export interface LinkedCase {
  /** By name; `same` names another of them, or one that is not there. */
  readonly claims: Readonly<
    Record<
      string,
      Pick<SourceCase, 'said' | 'evidence'> & { readonly same?: string; readonly kind?: ClaimKind }
    >
  >;
  readonly agency?: string;
  readonly sources: Readonly<Record<string, number>>;
}

/** A headline and its story: how many sources stand behind each count. */
export const linkedCases: Readonly<Record<string, LinkedCase>> = {
  'no link: each has its own': {
    claims: { headline: {}, lead: { said: [{ who: 'the harbour office' }] } },
    sources: { headline: 0, lead: 1 },
  },
  'the headline rests on who is named in the lead': {
    claims: { headline: { same: 'lead' }, lead: { said: [{ who: 'the harbour office' }] } },
    sources: { headline: 1, lead: 1 },
  },
  'the other way round as well': {
    claims: { headline: {}, lead: { same: 'headline', said: [{ who: 'the harbour office' }] } },
    sources: { headline: 1, lead: 1 },
  },
  'three told in turn, each with a source of its own': {
    claims: {
      headline: { same: 'lead' },
      lead: { same: 'ninth', said: [{ who: 'the harbour office' }] },
      ninth: { said: [{ who: 'Ada Moor' }], evidence: [{ publisher: 'Lindholm hospital' }] },
    },
    sources: { headline: 3, lead: 3, ninth: 3 },
  },
  'the same source at both places is one': {
    claims: {
      headline: { same: 'lead', said: [{ who: 'the Harbour Office' }] },
      lead: { said: [{ who: 'harbour office' }] },
    },
    sources: { headline: 1, lead: 1 },
  },
  'one who only passes on what the linked one says is no second': {
    claims: {
      lead: { same: 'ninth', said: [{ who: 'a doctor', via: ['Coast Radio'] }] },
      ninth: { said: [{ who: 'Coast Radio' }] },
    },
    sources: { lead: 1, ninth: 1 },
  },
  'the story’s own agency counts for none of them': {
    claims: { headline: { same: 'lead' }, lead: { evidence: [{ publisher: 'Coast Radio' }] } },
    agency: 'Coast Radio',
    sources: { headline: 0, lead: 0 },
  },
  'a link to what is not among them joins nothing': {
    claims: { headline: { same: 'withdrawn' }, lead: { same: 'withdrawn', said: [{ who: 'Ada Moor' }] } },
    sources: { headline: 0, lead: 1 },
  },
  'only counts share, and other kinds are asked for none': {
    claims: {
      headline: { same: 'fact' },
      fact: { kind: 'fact', evidence: [{ publisher: 'Lindholm hospital' }] },
      lead: { said: [{ who: 'Ada Moor' }] },
    },
    sources: { headline: 0, lead: 1 },
  },
};

export function detailsOf({ who, sourceId, basis, via = [] }: Said): AttributionDetails {
  const span = (quote: string) => ({ start: 0, end: quote.length, quote });
  return {
    source: who === undefined ? null : span(who),
    cue: null,
    content: [],
    mode: null,
    basis: basis ?? null,
    sourceId: sourceId ?? null,
    via: via.map((step) =>
      step.startsWith('#') ? { sourceId: step.slice(1), span: null } : { sourceId: null, span: span(step) },
    ),
    carriedOver: false,
  };
}
