/**
 * Checked claims as schema.org's ClaimReview (https://schema.org/ClaimReview), with what Google asks of one
 * (https://developers.google.com/search/docs/appearance/structured-data/factcheck): `claimReviewed`, `reviewRating` with
 * `alternateName`, and `url`.
 */
import { z } from 'zod';
import type { Publisher, ReviewGap } from '../../contract/claim-review.ts';
import { VerdictValue } from '../../contract/claims.ts';
import { SourceKind } from '../../contract/sources.ts';

/** A claim with what a review of it needs. */
export const ReviewRow = z.strictObject({
  claim_id: z.string(),
  story_id: z.string(),
  story_title: z.string(),
  story_url: z.string().nullable(),
  story_published_at: z.string().nullable(),
  language: z.string(),
  quote: z.string(),
  summary: z.string().nullable(),
  /** One that holds. */
  verdict: VerdictValue.nullable(),
  correction: z.string().nullable(),
  checked_at: z.string().nullable(),
  /** The first who says it, by the register; null where nobody is named, or nobody may be. */
  said_by: z.strictObject({ name: z.string(), kind: SourceKind }).nullable(),
});
export type ReviewRow = z.infer<typeof ReviewRow>;

/** Where a claim stands between wrong and right, from 1 to 5; none where nobody could find out. */
const RATINGS: Readonly<Record<VerdictValue, { readonly words: string; readonly value: number | null }>> = {
  accurate: { words: 'Accurate', value: 5 },
  disputed: { words: 'Disputed', value: 3 },
  inaccurate: { words: 'Inaccurate', value: 1 },
  unverifiable: { words: 'Unverifiable', value: null },
  waived: { words: 'Not checked', value: null },
};
const [WORST, BEST] = [1, 5];

/** Longer ones are cut where they are shown. In UTF-16 code units. */
const SHOWN = 75;

/** A claim without one of these is no review that anybody takes. */
const REQUIRED: ReadonlySet<ReviewGap> = new Set<ReviewGap>(['url', 'verdict']);
export const isRequired = (gap: ReviewGap): boolean => REQUIRED.has(gap);

/** What a review of this claim lacks: what is required first. */
export function gapsOf(row: ReviewRow, publisher: Publisher): ReviewGap[] {
  const gaps: readonly (readonly [ReviewGap, boolean])[] = [
    ['url', addressOf(row) === null],
    ['verdict', row.verdict === null || row.verdict === 'waived'],
    ['publisher', publisher.name === null],
    ['said_by', row.said_by === null],
    ['published', row.story_published_at === null],
    ['summary', claimOf(row).length > SHOWN],
  ];
  return gaps.filter(([, isMissing]) => isMissing).map(([gap]) => gap);
}

/** Only an address that anybody can open tells where the review is read. */
const addressOf = ({ story_url: url }: ReviewRow): string | null =>
  url !== null && /^https?:\/\//i.test(url) ? url : null;

const claimOf = ({ summary, quote }: ReviewRow): string => (summary ?? quote).replace(/\s+/g, ' ').trim();

/** The review of one claim, for JSON-LD; null where something required is missing. */
export function claimReview(
  row: ReviewRow,
  publisher: Publisher,
  origin: string,
): Readonly<Record<string, unknown>> | null {
  const url = addressOf(row);
  if (url === null || row.verdict === null || row.verdict === 'waived') return null;
  const { words, value } = RATINGS[row.verdict];
  return {
    '@type': 'ClaimReview',
    '@id': `${origin}/api/claims/${row.claim_id}#review`,
    url,
    claimReviewed: claimOf(row),
    ...(row.checked_at === null ? {} : { datePublished: row.checked_at.slice(0, 10) }),
    inLanguage: row.language,
    ...(publisher.name === null
      ? {}
      : {
          author: {
            '@type': 'NewsMediaOrganization',
            name: publisher.name,
            ...(publisher.url === null ? {} : { url: publisher.url }),
          },
        }),
    reviewRating: {
      '@type': 'Rating',
      alternateName: words,
      ...(value === null ? {} : { ratingValue: value, bestRating: BEST, worstRating: WORST }),
    },
    ...(row.correction === null ? {} : { reviewBody: `Correct: ${row.correction}` }),
    itemReviewed: {
      '@type': 'Claim',
      ...(row.said_by === null
        ? {}
        : { author: { '@type': typeOf(row.said_by.kind), name: row.said_by.name } }),
      ...(row.story_published_at === null ? {} : { datePublished: row.story_published_at.slice(0, 10) }),
      appearance: { '@type': 'NewsArticle', url, headline: row.story_title },
    },
  };
}

const typeOf = (kind: SourceKind): 'Person' | 'Organization' =>
  kind === 'person' || kind === 'official' || kind === 'unnamed' ? 'Person' : 'Organization';

/** Pieces of the three forms; what stands between is one review after the other, parted by commas. */
export interface ReviewForm {
  readonly head: string;
  readonly item: (review: Readonly<Record<string, unknown>>) => string;
  readonly tail: string;
}

const CONTEXT = '"@context":"https://schema.org"';

/** No word of a claim ends the script that it stands in, nor begins another. */
const inScript = (json: string): string => json.replaceAll('<', '\\u003c');

/**
 * `claimreview`: a graph for one's own page. `claimreview-html`: the same to be pasted into it. `claimreview-feed`: a
 * DataFeed, as collections of fact checks take it.
 */
export const REVIEW_FORMS = {
  claimreview: { head: `{${CONTEXT},"@graph":[\n`, item: (review) => JSON.stringify(review), tail: ']}\n' },
  'claimreview-html': {
    head: `<script type="application/ld+json">\n{${CONTEXT},"@graph":[\n`,
    item: (review) => inScript(JSON.stringify(review)),
    tail: ']}\n</script>\n',
  },
  'claimreview-feed': {
    head: `{${CONTEXT},"@type":"DataFeed","dataFeedElement":[\n`,
    item: (review) =>
      JSON.stringify({ '@type': 'DataFeedItem', dateCreated: review.datePublished, item: [review] }),
    tail: ']}\n',
  },
} as const satisfies Readonly<Record<string, ReviewForm>>;
export type ReviewFormat = keyof typeof REVIEW_FORMS;
