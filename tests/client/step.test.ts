import { expect, test } from 'vitest';
import { nextFrom } from '../../client/controllers/step.ts';

test.each([
  ['the next further on', 'oxoxo', 1, 3],
  ['past what is done', 'xoooxo', 0, 4],
  ['the first again, from behind the last', 'oxoox', 4, 1],
  ['itself, where it is still open', 'oox', 2, 2],
  ['nowhere, where all is done', 'ooo', 1, null],
  ['nowhere in an empty list', '', -1, null],
])('on to %s', (_name, marks, at, expected) => {
  const items = [...marks].map((mark, place) => ({ mark, place }));
  expect(nextFrom(items, at, ({ mark }) => mark === 'x')?.place ?? null).toBe(expected);
});
