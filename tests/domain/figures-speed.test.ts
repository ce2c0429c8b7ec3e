import { expect, test } from 'vitest';
import { readFigures } from '../../server/domain/figures/read.ts';

test.each([
  ['digits', '1'],
  ['separators', '1,'],
  ['other digits', '٤'],
  ['spaces', '1 000 '],
  ['words', 'two hundred and '],
])('a text of many %s is read for its figures in a moment', (_name, unit) => {
  const begin = performance.now();
  readFigures(unit.repeat(20_000 / unit.length));
  expect(performance.now() - begin).toBeLessThan(1500);
});
