/** Code points of a long story with many claims, in any order: the text is gone through once, not once for each. */
import { expect, test } from 'vitest';
import { codePointsBefore } from '../../server/domain/exchange/code-points.ts';
import { effortOf } from '../support/effort.ts';

const CLAIMS = 5000;
/** Milliseconds of processor time. */
const MOST = 1000;

test('5,000 claims in a story of 1.2 million signs', { timeout: 60_000 }, () => {
  const text = 'Nine 👩 fled. '.repeat(80_000);
  const offsets = Array.from({ length: CLAIMS }, (_none, index) => 15 * ((index * 7919) % 80_000));
  const points = codePointsBefore(text);
  expect(effortOf(() => void offsets.map(points))).toBeLessThan(MOST);
});
