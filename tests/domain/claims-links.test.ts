import { describe, expect, it, test } from 'vitest';
import { sameFactGroups, wouldBeCircular } from '../../server/domain/claims/links.ts';

describe('a new link', () => {
  const edges = new Map<string, string | null>([
    ['a', 'b'],
    ['b', 'c'],
    ['c', null],
    ['x', 'y'],
    ['y', 'x'],
    ['z', 'x'],
  ]);
  const cases = [
    { name: 'to itself', id: 'n', target: 'n', expected: true },
    { name: 'back to what leads here', id: 'b', target: 'a', expected: true },
    { name: 'back over two links', id: 'c', target: 'a', expected: true },
    { name: 'onward', id: 'a', target: 'c', expected: false },
    { name: 'that replaces the one it has', id: 'a', target: 'b', expected: false },
    { name: 'to a claim without links', id: 'a', target: 'n', expected: false },
    { name: 'from a claim without links', id: 'n', target: 'a', expected: false },
    { name: 'into a circle that was there before', id: 'n', target: 'z', expected: false },
  ];
  test.each(cases)('$name', ({ id, target, expected }) => {
    expect(wouldBeCircular(id, target, edges)).toBe(expected);
  });

  it('is judged at the end of a chain of 100,000', () => {
    const chain = new Map<string, string | null>();
    for (let index = 0; index < 100_000; index++) chain.set(`${index}`, `${index + 1}`);
    expect(wouldBeCircular('100000', '0', chain)).toBe(true);
    expect(wouldBeCircular('elsewhere', '0', chain)).toBe(false);
  });
});

describe('claims of one fact', () => {
  const of = (links: Record<string, string | null>) =>
    sameFactGroups(Object.entries(links).map(([id, sameFactAs]) => ({ id, sameFactAs })));
  const cases = {
    none: { links: {}, groups: [] },
    'no links': { links: { a: null, b: null }, groups: [] },
    'a pair': { links: { a: null, b: 'a' }, groups: [['a', 'b']] },
    'a pair linked forward': { links: { a: 'b', b: null }, groups: [['a', 'b']] },
    'a chain': { links: { a: null, b: 'a', c: 'b' }, groups: [['a', 'b', 'c']] },
    'two that name a third': { links: { a: 'c', b: 'c', c: null }, groups: [['a', 'b', 'c']] },
    'two groups in the order of the text': {
      links: { a: 'd', b: null, c: 'b', d: null, e: null },
      groups: [
        ['a', 'd'],
        ['b', 'c'],
      ],
    },
    'a link out of the list': { links: { a: 'gone', b: 'gone' }, groups: [] },
    'a circle': { links: { a: 'b', b: 'a' }, groups: [['a', 'b']] },
  };
  test.each(Object.entries(cases))('%s', (_name, { links, groups }) => {
    expect(of(links)).toEqual(groups);
  });

  it('are found along a chain of 100,000', () => {
    const claims = Array.from({ length: 100_000 }, (_, index) => ({
      id: `${index}`,
      sameFactAs: index === 99_999 ? null : `${index + 1}`,
    }));
    const groups = sameFactGroups(claims);
    expect(groups).toHaveLength(1);
    expect(groups[0]).toHaveLength(100_000);
  });
});
