/** Claims: what is checkable in a story, how it was checked, and who looked again. */
import { z } from 'zod';
import { ArticleParams, ArticleStatus } from './articles.ts';
import {
  Cursor,
  Day,
  Flag,
  Id,
  Limit,
  line,
  page,
  prose,
  RevisionNumber,
  SearchWords,
  Span,
  Time,
  Version,
  VersionQuery,
} from './common.ts';
import { endpoint } from './endpoint.ts';

export const ClaimKind = z.enum(['casualty_count', 'attribution', 'source', 'fact']);
export type ClaimKind = z.infer<typeof ClaimKind>;
export const ClaimStatus = z.enum([
  'unchecked',
  'checking',
  'checked',
  'returned',
  'passed',
  'expired',
  'orphaned',
  'withdrawn',
]);
export type ClaimStatus = z.infer<typeof ClaimStatus>;

export const Outcome = z.enum(['killed', 'injured', 'missing', 'detained', 'freed', 'displaced', 'other']);
export type Outcome = z.infer<typeof Outcome>;
export const Modifier = z.enum([
  'exact',
  'at_least',
  'more_than',
  'up_to',
  'fewer_than',
  'about',
  'range',
  'vague',
]);
export type Modifier = z.infer<typeof Modifier>;
export const VictimCategory = z.enum([
  'civilian',
  'combatant',
  'child',
  'woman',
  'medic',
  'journalist',
  'aid_worker',
  'prisoner',
  'unspecified',
]);
export type VictimCategory = z.infer<typeof VictimCategory>;

const Count = z.int('must be a whole number').min(0, 'must not be negative').max(10_000_000_000);
const optional = <T extends z.ZodType>(inner: T) => inner.nullable().default(null);

export const CasualtyDetails = z
  .strictObject({
    outcome: Outcome,
    /** Reading of the wording, as UCDP's best, low and high: "at least 385" has a low alone. */
    low: optional(Count),
    best: optional(Count),
    high: optional(Count),
    modifier: optional(Modifier),
    /** As printed: "dozens". */
    wording: optional(line(300)),
    victims: optional(z.strictObject({ category: VictimCategory, label: optional(line(200)) })),
    /** The casualty count of the same story that this one is part of. Never circular. */
    partOf: optional(Id),
    scope: optional(z.enum(['incident', 'cumulative'])),
    period: optional(
      z.strictObject({
        from: optional(Day),
        to: optional(Day),
        precision: optional(z.enum(['day', 'week', 'month', 'year'])),
      }),
    ),
    place: optional(
      z.strictObject({
        name: line(300),
        precision: optional(z.enum(['point', 'town', 'district', 'province', 'country', 'region'])),
      }),
    ),
    perpetrator: optional(line(300)),
    cause: optional(line(300)),
  })
  .superRefine((details, context) => {
    const known = [details.low, details.best, details.high].filter((value) => value !== null);
    if (known.some((value, index) => index > 0 && value < (known[index - 1] ?? value)))
      context.addIssue({ code: 'custom', path: ['low'], message: 'low, best and high must rise' });
    const { from, to } = details.period ?? { from: null, to: null };
    if (from !== null && to !== null && to < from)
      context.addIssue({ code: 'custom', path: ['period', 'to'], message: 'must not be before from' });
  });
export type CasualtyDetails = z.infer<typeof CasualtyDetails>;

export const AttributionMode = z.enum(['direct', 'indirect', 'mixed', 'hearsay']);
export const AttributionBasis = z.enum([
  'named',
  'unnamed',
  'organisation',
  'document',
  'media',
  'own',
  'none',
]);
export const AttributionDetails = z.strictObject({
  /** Who says so, as printed. */
  source: optional(Span),
  /** The words that make it an attribution: "said", "according to". */
  cue: optional(Span),
  /**
   * What is attributed; several only where one quote is broken by its cue. The claim's own span goes from the first of
   * them to the last. Empty: the claim's own span.
   */
  content: z.array(Span).max(20).default([]),
  mode: optional(AttributionMode),
  basis: optional(AttributionBasis),
  /** The entry in the source register. */
  sourceId: optional(Id),
  /** Through whom it came: "told AFP". */
  via: z
    .array(z.strictObject({ sourceId: optional(Id), span: optional(Span) }))
    .max(10)
    .default([]),
  /** True where the source is named in an earlier sentence only. */
  carriedOver: z.boolean().default(false),
});
export type AttributionDetails = z.infer<typeof AttributionDetails>;

export const SourceDetails = z.strictObject({ sourceId: optional(Id), titleAsPrinted: optional(line(300)) });
export type SourceDetails = z.infer<typeof SourceDetails>;

export const FactAbout = z.enum(['date', 'place', 'name', 'quantity', 'event', 'other']);
export const FactDetails = z.strictObject({ about: FactAbout, value: optional(line(500)) });
export type FactDetails = z.infer<typeof FactDetails>;

/** A kind decides its details. */
export const KindAndDetails = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('casualty_count'), details: CasualtyDetails }),
  z.strictObject({ kind: z.literal('attribution'), details: AttributionDetails }),
  z.strictObject({ kind: z.literal('source'), details: SourceDetails }),
  z.strictObject({ kind: z.literal('fact'), details: FactDetails }),
]);
export type KindAndDetails = z.infer<typeof KindAndDetails>;
export const ClaimDetails = z.union([CasualtyDetails, AttributionDetails, SourceDetails, FactDetails]);
export type ClaimDetails = z.infer<typeof ClaimDetails>;

/** A part of the details that can be read from a claim's words. A bound belongs to its figure, a printed noun to its victims. */
export const ReadField = z.enum([
  'figure',
  'outcome',
  'victims',
  'place',
  'perpetrator',
  'cause',
  'value',
  'titleAsPrinted',
  'mode',
]);
export type ReadField = z.infer<typeof ReadField>;

/** Details, with those names and values as an edit takes them: what the words say now. */
export const Reading = z
  .strictObject({
    low: Count.nullable(),
    best: Count.nullable(),
    high: Count.nullable(),
    modifier: Modifier.nullable(),
    wording: z.string().nullable(),
    outcome: Outcome,
    victims: z.strictObject({ category: VictimCategory, label: z.string().nullable() }),
    value: z.string(),
    titleAsPrinted: z.string(),
    mode: AttributionMode,
  })
  .partial();
export type Reading = z.infer<typeof Reading>;

/** That details say what the claim's words said before, and say no longer. */
export const Outgrown = z.strictObject({
  fields: z.array(ReadField).min(1),
  /** What can be read in their place; parts that cannot are not in it. */
  offered: Reading,
  /** True once a person took what is offered, wrote something else, or said that the details stand. Until then no verdict. */
  settled: z.boolean(),
});
export type Outgrown = z.infer<typeof Outgrown>;

export const VerdictValue = z.enum(['accurate', 'inaccurate', 'disputed', 'unverifiable', 'waived']);
export type VerdictValue = z.infer<typeof VerdictValue>;
/** Why a verdict no longer holds. */
export const ExpiryReason = z.enum(['span', 'kind', 'details', 'links', 'text']);
export type ExpiryReason = z.infer<typeof ExpiryReason>;

export const Verdict = z.strictObject({
  verdict: VerdictValue,
  reason: z.string(),
  /** The corrected wording of an inaccurate claim. */
  correction: z.string().nullable(),
  by: Id,
  at: Time,
  expired: z.strictObject({ at: Time, reasons: z.array(ExpiryReason) }).nullable(),
  /**
   * Of a confirmation: the verdict that it confirmed. Whoever gave this one looked at the newer words, and at no more. Where
   * that one confirmed another in turn, `first` is the one that all of them go back to, given by somebody who looked it up,
   * and `times` says how often it was confirmed since, this time included.
   */
  confirms: z
    .strictObject({
      ...{ by: Id, at: Time, times: z.int().min(1) },
      first: z.strictObject({ by: Id, at: Time }),
    })
    .nullable(),
});
export type Verdict = z.infer<typeof Verdict>;

export const ReviewDecision = z.enum(['passed', 'returned']);
export type ReviewDecision = z.infer<typeof ReviewDecision>;
export const ReturnReason = z.enum([
  'wrong_source',
  'not_what_was_said',
  'source_not_independent',
  'evidence_does_not_support',
  'figure_differs',
  'needs_second_source',
  'other',
]);
export type ReturnReason = z.infer<typeof ReturnReason>;
export const Review = z.strictObject({
  decision: ReviewDecision,
  reasonCode: ReturnReason.nullable(),
  note: z.string().nullable(),
  by: Id,
  at: Time,
  /** When it stopped holding: the claim, its summary, its evidence, an attribution or the whole of it changed after it. */
  reopened: z.strictObject({ at: Time }).nullable(),
});
export type Review = z.infer<typeof Review>;

export const ClaimAction = z.enum([
  'edit',
  'verify',
  'confirm',
  'take_back_verdict',
  'review',
  'comment',
  'withdraw',
  'restore',
]);
export type ClaimAction = z.infer<typeof ClaimAction>;

const claimFields = {
  id: Id,
  articleId: Id,
  /** The revision on which its span was last placed: older than the article's for an orphan. */
  revision: z.int(),
  /** The sentence in which the span begins, from 0. */
  sentence: z.int(),
  version: Version,
  span: Span,
  sentenceText: z.string(),
  /** Where the sentence begins: its words may hold the claim's more than once. */
  sentenceStart: z.int(),
  status: ClaimStatus,
  /** Null where the details were read from no other words than those that the text has. */
  outgrown: Outgrown.nullable(),
  summary: z.string().nullable(),
  assigneeId: Id.nullable(),
  createdBy: Id,
  createdAt: Time,
  attributionIds: z.array(Id),
  /** Another claim of this story that states the same fact. Never circular. */
  sameFactAs: Id.nullable(),
  verdict: Verdict.nullable(),
  review: Review.nullable(),
  citationCount: z.int(),
  openComments: z.int(),
  can: z.array(ClaimAction),
};
const ofKind = <T extends z.ZodRawShape>(extra: T) =>
  z.discriminatedUnion('kind', [
    z.strictObject({ ...claimFields, ...extra, kind: z.literal('casualty_count'), details: CasualtyDetails }),
    z.strictObject({ ...claimFields, ...extra, kind: z.literal('attribution'), details: AttributionDetails }),
    z.strictObject({ ...claimFields, ...extra, kind: z.literal('source'), details: SourceDetails }),
    z.strictObject({ ...claimFields, ...extra, kind: z.literal('fact'), details: FactDetails }),
  ]);
export const Claim = ofKind({});
export type Claim = z.infer<typeof Claim>;
/** A claim as it stands in a list over all stories. */
export const ListedClaim = ofKind({ article: z.strictObject({ id: Id, title: z.string() }) });
export type ListedClaim = z.infer<typeof ListedClaim>;

export const ClaimParams = z.strictObject({ claimId: Id });
const Summary = line(500).nullable();

export const ListArticleClaims = endpoint('GET /api/articles/:articleId/claims', {
  summary: 'All claims of a story in the order of the text, withdrawn ones included',
  params: ArticleParams,
  query: z.strictObject({ kind: ClaimKind.optional(), status: ClaimStatus.optional() }),
  answer: z.strictObject({ items: z.array(Claim), head: z.int() }),
});
/** Details are checked against the kind by the server; left out, they are read from the words. */
export const CreateClaim = endpoint('POST /api/articles/:articleId/claims', {
  summary: 'Mark a claim; details left out are read from the marked words',
  params: ArticleParams,
  body: z.strictObject({
    id: Id.optional(),
    revision: RevisionNumber,
    kind: ClaimKind,
    span: Span,
    details: z.record(z.string(), z.unknown()).optional(),
    summary: Summary.optional(),
  }),
  answer: Claim,
  creates: true,
});
export const ReadWords = endpoint('POST /api/articles/:articleId/claims/read', {
  summary: 'What a claim’s details would be, read from the marked words; nothing is stored',
  params: ArticleParams,
  body: z.strictObject({ revision: RevisionNumber, kind: ClaimKind, span: Span }),
  answer: KindAndDetails,
});

/** Filters shared by the list over all stories and the exports. */
export const claimFilters = {
  /** Words of the quote, its sentence or its summary. */
  q: SearchWords.optional(),
  articleId: Id.optional(),
  /** Of the stories that the desk lists for these words, in this state, for me: its `q`, `status` and `mine`. */
  articleQ: SearchWords.optional(),
  /** Without it: of stories in any state. */
  articleStatus: z.union([ArticleStatus, z.literal('not_archived')]).optional(),
  articleMine: Flag.optional(),
  kind: ClaimKind.optional(),
  verdict: VerdictValue.optional(),
  /** Said by this source, through it, or naming it. */
  sourceId: Id.optional(),
  /** A person's id, or `me`. */
  assignee: z.union([z.literal('me'), Id]).optional(),
  /** Marked on or after this day, UTC. */
  from: Day.optional(),
  /** Marked on or before this day, UTC. */
  to: Day.optional(),
};
export const ListClaims = endpoint('GET /api/claims', {
  summary: 'Claims over all stories, newest first',
  query: z.strictObject({ ...claimFilters, status: ClaimStatus.optional(), cursor: Cursor, limit: Limit }),
  answer: page(ListedClaim),
});
export const GetClaim = endpoint('GET /api/claims/:claimId', {
  summary: 'One claim',
  params: ClaimParams,
  answer: Claim,
  media: ['application/ld+json'],
});
export const EditClaim = endpoint('PATCH /api/claims/:claimId', {
  summary:
    'Change a claim; what changes its meaning expires verdict and review, a new summary reopens the review',
  params: ClaimParams,
  body: z.strictObject({
    version: Version,
    /** Needed with `span`, and with details that hold spans. */
    revision: RevisionNumber.optional(),
    /** Null takes an orphan that was put on the current text by hand off it again: it stands where it stood before. */
    span: Span.nullable().optional(),
    kind: ClaimKind.optional(),
    details: z.record(z.string(), z.unknown()).optional(),
    /** True: the details stand, though the words that they were read from are gone. False takes that back. */
    settled: z.boolean().optional(),
    summary: Summary.optional(),
    assigneeId: Id.nullable().optional(),
    attributionIds: z.array(Id).max(50).optional(),
    sameFactAs: Id.nullable().optional(),
  }),
  answer: Claim,
});
export const WithdrawClaim = endpoint('DELETE /api/claims/:claimId', {
  summary: 'Withdraw a claim: kept, shown as withdrawn, restorable',
  params: ClaimParams,
  query: VersionQuery,
  answer: Claim,
});
export const RestoreClaim = endpoint('POST /api/claims/:claimId/restore', {
  summary: 'Bring a withdrawn claim back as it was',
  params: ClaimParams,
  answer: Claim,
});

const Reason = prose(5000);
export const GiveVerdict = endpoint('PUT /api/claims/:claimId/verdict', {
  summary: 'Give a verdict; it takes the place of the one before and clears the review',
  params: ClaimParams,
  body: z.strictObject({
    version: Version,
    verdict: VerdictValue,
    reason: Reason,
    correction: prose(5000).nullable().optional(),
  }),
  answer: Claim,
});
export const ConfirmVerdict = endpoint('POST /api/claims/:claimId/verdict/confirm', {
  summary:
    'Confirm that a claim which a newer text only worded differently means the same: the expired verdict is given again by whoever confirms it',
  params: ClaimParams,
  body: z.strictObject({ version: Version }),
  answer: Claim,
});
export const TakeBackVerdict = endpoint('DELETE /api/claims/:claimId/verdict', {
  summary:
    'Take back a verdict of one’s own, and with it the review; reviewers take back anyone’s. What is left of a confirmation is the expired verdict that it confirmed',
  params: ClaimParams,
  query: VersionQuery,
  answer: Claim,
});
export const GiveReview = endpoint('PUT /api/claims/:claimId/review', {
  summary: 'Pass or return a verdict that someone else gave',
  params: ClaimParams,
  body: z.strictObject({
    version: Version,
    decision: ReviewDecision,
    reasonCode: ReturnReason.nullable().optional(),
    note: prose(5000).nullable().optional(),
  }),
  answer: Claim,
});
export const TakeBackReview = endpoint('DELETE /api/claims/:claimId/review', {
  summary: 'Take a review back',
  params: ClaimParams,
  query: VersionQuery,
  answer: Claim,
});
