import { describe, expect, test } from 'vitest';
import { CasualtyDetails } from '../../server/contract/claims.ts';
import { largestKnown, offersPartOf } from '../../server/domain/claims/subset.ts';
import { partCases } from '../cases/claims-parts.ts';

describe('what a count could be part of', () => {
  test.each(Object.entries(partCases))('%s', (_name, { text, claims: [first, ...rest], offers }) => {
    const claimOf = (count: typeof first) => {
      const start = text.indexOf(count.quote);
      return {
        id: count.quote,
        span: { start, end: start + count.quote.length, quote: count.quote },
        sentence: count.sentence ?? 0,
        status: count.status ?? ('unchecked' as const),
        details: {
          ...CasualtyDetails.parse({ outcome: count.outcome ?? 'killed', low: count.low }),
          partOf: count.partOf ?? null,
        },
      };
    };
    const claim = claimOf(first);
    const offered = offersPartOf(claim, [claim, ...rest.map(claimOf)], text);
    expect(offered.map(({ id }) => id)).toEqual(offers);
  });
});

test.each([
  { low: null, best: null, high: null, expected: null },
  { low: 412, best: null, high: null, expected: 412 },
  { low: 10, best: 12, high: 15, expected: 15 },
  { low: null, best: 0, high: null, expected: 0 },
])('the largest of $low, $best and $high', ({ expected, ...figures }) => {
  expect(largestKnown(figures)).toBe(expected);
});
