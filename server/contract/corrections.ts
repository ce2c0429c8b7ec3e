/** The inaccurate claims of a story as a list of corrections, and the text with them put in place. */
import { z } from 'zod';
import { ArticleParams } from './articles.ts';
import { ClaimKind, ClaimStatus, claimFilters, ReviewDecision } from './claims.ts';
import { Id, RevisionNumber, Span, Time, Version } from './common.ts';
import { endpoint } from './endpoint.ts';
import { EvidenceKind, Stance } from './evidence.ts';
import { CORRECTION_FORMATS, CorrectionFormat, mediaTypesOf } from './formats.ts';
import { Piece, ReviseArticle } from './revisions.ts';

/**
 * Why a correction is left to the editor: no corrected wording; its verdict was returned; the words stand so already;
 * several lines; a whole sentence for a part of one; without the stop that ends its sentence; a letter that would melt
 * into the one beside it; words shared with another correction that says otherwise; other words at that place.
 */
export const LeftBecause = z.enum([
  'no_wording',
  'returned',
  'says_so',
  'not_one_line',
  'whole_sentence',
  'lost_stop',
  'joins_letters',
  'overlap',
  'not_there',
]);
export type LeftBecause = z.infer<typeof LeftBecause>;

const Person = z.strictObject({ id: Id, name: z.string() });

/** What the verdict rests on, as far as it is cited now. */
const CitedEvidence = z.strictObject({
  stance: Stance,
  kind: EvidenceKind,
  title: z.string(),
  publisher: z.string().nullable(),
  url: z.string().nullable(),
  /** Page, timestamp or line. */
  locator: z.string().nullable(),
  /** The words relied on. */
  quote: z.string().nullable(),
});

export const Correction = z.strictObject({
  claimId: Id,
  version: Version,
  kind: ClaimKind,
  /** `checked`, `returned` or `passed`. */
  status: ClaimStatus,
  /** The words as they stand. */
  span: Span,
  /** From 0. */
  sentence: z.int(),
  sentenceText: z.string(),
  /** The words as they should be; null where nobody said. */
  wording: z.string().nullable(),
  reason: z.string(),
  by: Person,
  at: Time,
  review: z
    .strictObject({ decision: ReviewDecision, note: z.string().nullable(), by: Person, at: Time })
    .nullable(),
  evidence: z.array(CitedEvidence),
  /** Why it could not be put in place even alone; null where it can. */
  left: LeftBecause.nullable(),
});
export type Correction = z.infer<typeof Correction>;

export const CorrectionList = z.strictObject({
  revision: z.int().min(1),
  /** In the order of the text. */
  items: z.array(Correction),
  /** Why this person cannot store a newer text; null where they can. */
  refused: z.string().nullable(),
});
export type CorrectionList = z.infer<typeof CorrectionList>;

export const CorrectedPlace = z.strictObject({
  /** The claims whose words are replaced here: several where they share words. */
  claimIds: z.array(Id),
  /** On the current revision. */
  from: Span,
  /** In the proposed text. */
  to: Span,
  /** The sentences around, old and new, word by word. */
  pieces: z.array(Piece),
});
export type CorrectedPlace = z.infer<typeof CorrectedPlace>;

export const CorrectionPreview = z.strictObject({
  places: z.array(CorrectedPlace),
  left: z.array(
    z.strictObject({
      claimId: Id,
      because: LeftBecause,
      /** With `overlap`: the corrections that it gets in the way of. */
      others: z.array(Id),
    }),
  ),
  /** Claims linked as the same fact whose words stay as they are: a headline, say. Left to the editor. */
  sameFact: z.array(z.strictObject({ claimId: Id, of: z.array(Id), span: Span, sentenceText: z.string() })),
  /**
   * What stores it: the body of `POST /api/articles/:articleId/revisions`. Null where nothing is put in place, or where a
   * claim or the text is another by now.
   */
  proposal: ReviseArticle.body.nullable(),
});
export type CorrectionPreview = z.infer<typeof CorrectionPreview>;

export const ListCorrections = endpoint('GET /api/articles/:articleId/corrections', {
  summary: 'The inaccurate claims of a story’s current text, each with what it should say and why',
  params: ArticleParams,
  answer: CorrectionList,
});
export const PreviewCorrections = endpoint('POST /api/articles/:articleId/corrections/preview', {
  summary: 'The text with these claims corrected; nothing is stored',
  params: ArticleParams,
  body: z.strictObject({
    revision: RevisionNumber,
    /** Those to put in place; without it all that can be. */
    claimIds: z.array(Id).max(20_000).optional(),
  }),
  answer: CorrectionPreview,
});

const { verdict: _always, ...filters } = claimFilters;
/** The answer is a file: its columns are listed beside the formats, in `domain/exchange`. */
export const ExportCorrections = endpoint('GET /api/exports/corrections', {
  summary: 'Corrections as a file, streamed: claims whose verdict “inaccurate” holds on the current text',
  query: z.strictObject({
    format: CorrectionFormat.default('csv'),
    ...filters,
    /** How far they are: without it all of them. */
    status: z.enum(['checked', 'returned', 'passed']).optional(),
  }),
  answer: z.unknown(),
  media: mediaTypesOf(CORRECTION_FORMATS),
});
