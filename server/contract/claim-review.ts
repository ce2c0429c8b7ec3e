/** What published reviews of claims lack, before they leave. */
import { z } from 'zod';
import { ClaimStatus, claimFilters } from './claims.ts';
import { Id } from './common.ts';
import { endpoint } from './endpoint.ts';

/** Whose reviews they are; null for what the newsroom has not told. */
export interface Publisher {
  readonly name: string | null;
  readonly url: string | null;
}

/**
 * `url` (the story has no public address) and `verdict` (none that holds) are required: such a claim is left out. The
 * others are wished for: `publisher` (the newsroom's name is not set), `said_by` (nobody of the register says it, or nobody
 * who may be named), `published` (the story has no date), `summary` (the words are too long to be shown whole).
 */
export const ReviewGap = z.enum(['url', 'verdict', 'publisher', 'said_by', 'published', 'summary']);
export type ReviewGap = z.infer<typeof ReviewGap>;

export const IncompleteReview = z.strictObject({
  claimId: Id,
  articleId: Id,
  quote: z.string(),
  /** What is required and missing: such a claim is left out of the file. */
  missing: z.array(ReviewGap),
  wanting: z.array(ReviewGap),
});
export type IncompleteReview = z.infer<typeof IncompleteReview>;

export const CheckClaimReviews = endpoint('GET /api/exports/claims/check', {
  summary: 'What the ClaimReviews of these claims lack; without `status` and `verdict` of the verified ones',
  query: z.strictObject({
    ...claimFilters,
    status: z.union([ClaimStatus, z.literal('all')]).optional(),
  }),
  answer: z.strictObject({
    /** That would be in the file. */
    complete: z.int(),
    /** That would be left out. */
    leftOut: z.int(),
    /** Those that lack anything, those that would be left out first; at most 200. */
    items: z.array(IncompleteReview),
  }),
});
