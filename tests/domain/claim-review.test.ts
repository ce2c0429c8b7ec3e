/** Reviews of claims for the web. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReviewGap } from '../../server/contract/claim-review.ts';
import { VerdictValue } from '../../server/contract/claims.ts';
import {
  claimReview,
  gapsOf,
  isRequired,
  REVIEW_FORMS,
  type ReviewFormat,
  type ReviewRow,
} from '../../server/domain/exchange/claim-review.ts';

const PAPER = { name: 'The Harbour Paper', url: 'https://paper.example' };
const NOBODY = { name: null, url: null };
const ORIGIN = 'https://desk.example';
const row = (more: Partial<ReviewRow> = {}): ReviewRow => ({
  claim_id: '019c0000-0000-7000-8000-000000000001',
  story_id: '019c0000-0000-7000-8000-000000000002',
  story_title: 'Ferry sinks',
  story_url: 'https://paper.example/ferry',
  story_published_at: '2026-03-01T23:30:00.000Z',
  language: 'en',
  quote: 'at least 41 people\n died',
  summary: null,
  verdict: 'inaccurate',
  correction: 'at least 42 people',
  checked_at: '2026-03-02T09:05:00.000Z',
  said_by: { name: 'Coast guard', kind: 'organisation' },
  ...more,
});

test('a review says what was claimed, by whom and where, how it was rated, and whose it is', () => {
  expect(claimReview(row(), PAPER, ORIGIN)).toEqual({
    '@type': 'ClaimReview',
    '@id': 'https://desk.example/api/claims/019c0000-0000-7000-8000-000000000001#review',
    url: 'https://paper.example/ferry',
    claimReviewed: 'at least 41 people died',
    datePublished: '2026-03-02',
    inLanguage: 'en',
    author: { '@type': 'NewsMediaOrganization', name: 'The Harbour Paper', url: 'https://paper.example' },
    reviewRating: {
      '@type': 'Rating',
      alternateName: 'Inaccurate',
      ratingValue: 1,
      bestRating: 5,
      worstRating: 1,
    },
    reviewBody: 'Correct: at least 42 people',
    itemReviewed: {
      '@type': 'Claim',
      author: { '@type': 'Organization', name: 'Coast guard' },
      datePublished: '2026-03-01',
      appearance: { '@type': 'NewsArticle', url: 'https://paper.example/ferry', headline: 'Ferry sinks' },
    },
  });
});

describe('ratings', () => {
  const cases: Readonly<Record<VerdictValue, unknown>> = {
    accurate: ['Accurate', 5],
    disputed: ['Disputed', 3],
    inaccurate: ['Inaccurate', 1],
    unverifiable: ['Unverifiable', undefined],
    waived: null,
  };
  test.each(Object.entries(cases))('%s', (verdict, expected) => {
    const review = claimReview(row({ verdict: VerdictValue.parse(verdict) }), PAPER, ORIGIN);
    const rating = ReviewRating(review);
    expect(rating).toEqual(expected);
  });
});

function ReviewRating(review: ReturnType<typeof claimReview>): unknown {
  if (review === null) return null;
  const { alternateName, ratingValue } = Object(review['reviewRating']);
  return [alternateName, ratingValue];
}

describe('what a review lacks', () => {
  const long = 'a'.repeat(76);
  const cases: Record<string, { row?: Partial<ReviewRow>; publisher?: typeof NOBODY; gaps: ReviewGap[] }> = {
    nothing: { gaps: [] },
    'an address': { row: { story_url: null }, gaps: ['url'] },
    'an address that browsers open': { row: { story_url: 'urn:newsml:afp.com:1' }, gaps: ['url'] },
    'a verdict': { row: { verdict: null }, gaps: ['verdict'] },
    'a verdict that says something': { row: { verdict: 'waived' }, gaps: ['verdict'] },
    'its publisher': { publisher: NOBODY, gaps: ['publisher'] },
    'somebody who says it': { row: { said_by: null }, gaps: ['said_by'] },
    'a day': { row: { story_published_at: null }, gaps: ['published'] },
    'few words': { row: { quote: long }, gaps: ['summary'] },
    'nothing, with a summary for long words': { row: { quote: long, summary: 'Short' }, gaps: [] },
    'a short summary': { row: { summary: long }, gaps: ['summary'] },
    'nearly everything': {
      row: { story_url: '', verdict: null, said_by: null, story_published_at: null, quote: long },
      publisher: NOBODY,
      gaps: ['url', 'verdict', 'publisher', 'said_by', 'published', 'summary'],
    },
  };
  test.each(Object.entries(cases))('%s', (_name, { row: more, publisher = PAPER, gaps }) => {
    expect(gapsOf(row(more), publisher)).toEqual(gaps);
    const review = claimReview(row(more), publisher, ORIGIN);
    expect(review === null).toBe(gaps.some(isRequired));
  });

  test('what is not known is not in the review', () => {
    const review = claimReview(
      row({ said_by: null, story_published_at: null, correction: null, checked_at: null }),
      NOBODY,
      ORIGIN,
    );
    expect(Object.keys(review ?? {})).toEqual([
      ...['@type', '@id', 'url', 'claimReviewed', 'inLanguage', 'reviewRating', 'itemReviewed'],
    ]);
    expect(Object.keys(Object(review?.['itemReviewed']))).toEqual(['@type', 'appearance']);
  });

  test('a publisher without a page has none', () => {
    const review = claimReview(row(), { ...PAPER, url: null }, ORIGIN);
    expect(review?.['author']).toEqual({ '@type': 'NewsMediaOrganization', name: 'The Harbour Paper' });
  });
});

describe.each(['person', 'official', 'unnamed'] as const)('%s', (kind) => {
  test('is a person', () => {
    const review = claimReview(row({ said_by: { name: 'Ada', kind } }), PAPER, ORIGIN);
    expect(Object(review?.['itemReviewed']).author).toEqual({ '@type': 'Person', name: 'Ada' });
  });
});

const fileOf = (format: ReviewFormat, rows: readonly ReviewRow[]): string => {
  const { head, item, tail } = REVIEW_FORMS[format];
  const items = rows.flatMap((one) => {
    const review = claimReview(one, PAPER, ORIGIN);
    return review === null ? [] : [item(review)];
  });
  return `${head}${items.join(',\n')}${tail}`;
};

test('any words stay what they are in each form, and end no script', () => {
  const words = fc.string({ unit: 'grapheme' }).map((text) => `${text}</script><!--<script>`);
  fc.assert(
    fc.property(fc.array(fc.record({ quote: words, story_title: words }), { maxLength: 3 }), (some) => {
      const rows = some.map((more) => row(more));
      const reviews = rows.map((one) => claimReview(one, PAPER, ORIGIN));
      const graph = { '@context': 'https://schema.org', '@graph': reviews };
      expect(JSON.parse(fileOf('claimreview', rows))).toEqual(graph);
      const script = fileOf('claimreview-html', rows);
      const inner = /^<script type="application\/ld\+json">\n([^<]*)<\/script>\n$/.exec(script)?.[1] ?? '';
      expect(JSON.parse(inner)).toEqual(graph);
      expect(JSON.parse(fileOf('claimreview-feed', rows))).toEqual({
        '@context': 'https://schema.org',
        '@type': 'DataFeed',
        dataFeedElement: reviews.map((review) => ({
          '@type': 'DataFeedItem',
          dateCreated: '2026-03-02',
          item: [review],
        })),
      });
    }),
  );
});
