import { expect, test } from 'vitest';
import { coverOf, type Marked } from '../../server/domain/extraction/covering.ts';
import { FACT } from '../cases/suggestions.ts';
import { effortOf } from '../support/effort.ts';

test('many claims beside many suggestions take a time that grows with the text, not with its square', () => {
  const claims = Array.from({ length: 20_000 }, (_one, index): Marked => {
    return { ...FACT, span: { start: index * 10, end: index * 10 + 5 } };
  });
  const isMarked = coverOf(claims);
  const effort = effortOf(() => expect(claims.every((claim) => isMarked(claim))).toBe(true));
  // Each with each would be 400 million comparisons.
  expect(effort).toBeLessThan(2_000);
});
