import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inOrder, type Ordered } from '../../server/domain/exchange/in/in-order.ts';

const file = (number: number, of: Partial<Ordered> = {}): Ordered => ({
  ...{ number, identifier: null, version: null, versionCreated: null },
  ...of,
});
const numbers = (files: readonly Ordered[]) => inOrder(files).map(({ number }) => number);
const ferry = (number: number, version: string | null, day: number | null = null) =>
  file(number, {
    ...{ identifier: 'urn:ferry', version },
    versionCreated: day === null ? null : `2014-01-0${day}T00:00:00.000Z`,
  });

describe('files of a batch are brought in', () => {
  test.each<[string, Ordered[], number[]]>([
    ['as they are listed', [file(3), file(1), file(2)], [1, 2, 3]],
    ['versions by their numbers', [ferry(1, '10'), ferry(2, '2'), ferry(3, '9')], [2, 3, 1]],
    ['versions without numbers by their times', [ferry(1, null, 3), ferry(2, null, 1)], [2, 1]],
    ['level ones by their times', [ferry(1, '1', 3), ferry(2, '1', 1)], [2, 1]],
    ['those that tell nothing as they are listed', [ferry(2, null), ferry(1, null)], [1, 2]],
    ['a story where its first file stands', [ferry(1, '2'), file(2), ferry(3, '1')], [3, 1, 2]],
    [
      'stories apart from each other',
      [ferry(1, '2'), file(2, { identifier: 'urn:b', version: '1' }), ferry(3, '1')],
      [3, 1, 2],
    ],
  ])('%s', (_name, files, expected) => {
    expect(numbers(files)).toEqual(expected);
  });

  test('each once, whatever they tell', () => {
    const some = fc.record({
      identifier: fc.constantFrom(null, 'urn:a', 'urn:b'),
      version: fc.constantFrom(null, '1', '2', '10', 'two'),
      versionCreated: fc.constantFrom(null, '2014-01-08T00:00:00.000Z', '2014-01-09T00:00:00.000Z'),
    });
    fc.assert(
      fc.property(fc.array(some), (files) => {
        const listed = files.map((each, index) => file(index, each));
        expect(numbers(listed).sort((a, b) => a - b)).toEqual(listed.map(({ number }) => number));
      }),
    );
  });
});
