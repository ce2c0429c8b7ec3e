/** The attribution audit: who says what in a story, what it can be checked against, and what the program would ask. */
import { z } from 'zod';
import { ArticleParams, ArticleStatus, Priority } from './articles.ts';
import { Claim } from './claims.ts';
import { Cursor, Id, page, prose, Span, Time } from './common.ts';
import { endpoint } from './endpoint.ts';
import { FigureFound, Stance } from './evidence.ts';
import { SourceKind } from './sources.ts';

/** What the program notices about who says what. */
export const FlagCode = z.enum([
  /** A figure or an accusation that nobody is said to have stated. */
  'unattributed',
  /** One unnamed source and no other. */
  'unnamed_only',
  /** "reportedly", "said to be", "have been accused of". */
  'hearsay',
  /** The source is named in an earlier sentence only, or a quote has no cue. */
  'carried_over',
  /** Somebody says what somebody else said. */
  'second_hand',
  /** Two sources, of which one may have it from the other. */
  'may_not_be_independent',
  /** One source under two descriptions. */
  'described_differently',
  /** A contested claim whose attribution comes after it. */
  'late_attribution',
  'no_evidence',
  /** Evidence is cited without page, timestamp or line. */
  'no_locator',
  /** The evidence is the story's own agency. */
  'own_agency',
  /** A claim's figure is not in the words relied on. */
  'figure_absent',
]);
export type FlagCode = z.infer<typeof FlagCode>;

export const Flag = z.strictObject({
  /** Over code, claims and what it was found by: where its ground changes it is another flag, dismissed by nobody. */
  key: z.string().regex(/^[0-9a-f]{32}$/),
  code: FlagCode,
  /** The claim that it is about, then others that it speaks of. */
  claimIds: z.array(Id).min(1),
  /** The words that it was found by. */
  span: Span,
  /** One sentence for the person who looks. */
  explanation: z.string(),
  dismissed: z.strictObject({ by: Id, at: Time, reason: z.string() }).nullable(),
  can: z.array(z.enum(['dismiss', 'restore'])),
});
export type Flag = z.infer<typeof Flag>;

/** An entry of the register as far as a story's reader may know it. */
export const NamedSource = z.strictObject({
  id: Id,
  /** The printed description of a confidential one. */
  name: z.string(),
  kind: SourceKind,
  confidential: z.boolean(),
});
export type NamedSource = z.infer<typeof NamedSource>;

/** A claim's figures beside the words of the evidence that it cites. */
export const FigureComparison = z.strictObject({
  /** The attribution itself, or a claim that is attributed to it. */
  claimId: Id,
  citationId: Id,
  figures: z.array(FigureFound),
});
export type FigureComparison = z.infer<typeof FigureComparison>;

export const AuditedAttribution = z.strictObject({
  claim: Claim,
  source: NamedSource.nullable(),
  /** From who said it to who passed it on: "a security source", "AFP". */
  chain: z.array(z.string()),
  /** The claims that name this attribution, in the order of the text. */
  attributed: z.array(Id),
  evidence: z.array(
    z.strictObject({
      citationId: Id,
      /** The attribution or the attributed claim that cites it. */
      claimId: Id,
      evidenceId: Id,
      /** Of an attached document. */
      /** Null also for a file whose bytes are not here. */
      fileId: Id.nullable(),
      title: z.string(),
      publisher: z.string().nullable(),
      url: z.string().nullable(),
      stance: Stance,
      locator: z.string().nullable(),
      quote: z.string().nullable(),
    }),
  ),
  comparisons: z.array(FigureComparison),
});
export type AuditedAttribution = z.infer<typeof AuditedAttribution>;

/** Attributions of one source: an entry of the register, or else words that are the same but for case. */
export const SourceGroup = z.strictObject({
  source: NamedSource.nullable(),
  /** What it is called in this story, each wording once, in the order of the text. */
  descriptions: z.array(z.string()),
  /** In the order of the text. */
  attributionIds: z.array(Id),
});
export type SourceGroup = z.infer<typeof SourceGroup>;

export const GetAudit = endpoint('GET /api/articles/:articleId/attributions', {
  summary: 'Who says what in a story: attributions by source, what they can be checked against, and flags',
  params: ArticleParams,
  answer: z.strictObject({
    /** In the order of the text; withdrawn ones are left out. */
    items: z.array(AuditedAttribution),
    sources: z.array(SourceGroup),
    /** Dismissed ones included. */
    flags: z.array(Flag),
    head: z.int(),
  }),
});

const FlagParams = z.strictObject({ articleId: Id, key: Flag.shape.key });
export const DismissFlag = endpoint('PUT /api/articles/:articleId/flags/:key', {
  summary: 'Dismiss a flag with a reason; it stays dismissed until what it was found by changes',
  params: FlagParams,
  body: z.strictObject({ reason: prose(2000) }),
  answer: Flag,
});
export const RestoreFlag = endpoint('DELETE /api/articles/:articleId/flags/:key', {
  summary: 'Take the dismissal of a flag back',
  params: FlagParams,
  answer: Flag,
});

/** A story in the audit over all stories. */
export const AuditedStory = z.strictObject({
  article: z.strictObject({
    id: Id,
    title: z.string(),
    deadline: Time.nullable(),
    priority: Priority,
    status: ArticleStatus,
  }),
  /** Attributions that are not withdrawn, and of these: */
  attributions: z.int(),
  /** with a verdict that awaits its review, */
  toReview: z.int(),
  returned: z.int(),
  passed: z.int(),
  /** How many flags of each code are not dismissed; a code without one is left out. */
  flags: z.array(z.strictObject({ code: FlagCode, count: z.int() })),
});
export type AuditedStory = z.infer<typeof AuditedStory>;
export const ListAudits = endpoint('GET /api/attributions', {
  summary: 'The audit over all stories that are not archived, soonest deadline first',
  query: z.strictObject({
    cursor: Cursor,
    limit: z.coerce.number().int().min(1).max(50).default(20),
  }),
  answer: page(AuditedStory),
});
