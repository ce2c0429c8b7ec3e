/** Apart from the other tests of reading, so that a run of mutations can leave these out: each reads a long text. */
import { expect, test } from 'vitest';
import { readQuantities } from '../../server/domain/claims/quantities.ts';
import { readCasualty } from '../../server/domain/claims/read-casualty.ts';

// Quadratic reading of these would take minutes and run into the test's own limit.
const long = {
  'one digit after another': '1'.repeat(400_000),
  'groups of three': '100 '.repeat(100_000),
  'points and digits': '1.'.repeat(200_000),
  'a decimal of noughts': `1.${'0'.repeat(400_000)}`,
  'points without a digit': `1${'.'.repeat(400_000)}`,
  modifiers: 'at least '.repeat(50_000),
  'number words': 'hundred and two thousand and '.repeat(20_000),
  'ranges that never end': '1 to '.repeat(100_000),
  between: 'between one and '.repeat(30_000),
  'white space': ' '.repeat(400_000),
  apostrophes: "a'".repeat(200_000),
};
test.each(Object.entries(long))('is read in linear time: %s', (_name, text) => {
  expect(readQuantities(text).length).toBeLessThanOrEqual(text.length);
});

test('a sentence without an end is read in linear time', () => {
  const sentence = 'the rebels captured 9 and released 12 people since May, '.repeat(8000);
  expect(readCasualty('the rebels', sentence, 0).outcome).toBe('detained');
});
