import { expect, test } from 'vitest';
import { readFigures } from '../../server/domain/figures/read.ts';
import { effortOf } from '../support/effort.ts';

test.each([
  ['digits', '1'],
  ['separators', '1,'],
  ['other digits', '٤'],
  ['spaces', '1 000 '],
  ['words', 'two hundred and '],
])('a text of many %s is read for its figures in a moment', (_name, unit) => {
  expect(effortOf(() => readFigures(unit.repeat(20_000 / unit.length)))).toBeLessThan(1500);
});
