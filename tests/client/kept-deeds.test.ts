import { describe, expect, it } from 'vitest';
import { sinceInOrder, sortKept } from '../../client/controllers/proof/kept-deeds.ts';
import { keptDeedCases, NOW } from '../cases/kept-deeds.ts';
import { idOf } from './proof-claims.ts';

describe('what can be undone after a reload', () => {
  it.each(Object.entries(keptDeedCases))(
    '%s',
    (_, { stored, head = 10, done = [], undone = [], gone = [] }) => {
      const sorted = sortKept(stored, idOf(0), head, NOW);
      expect(sorted.done.map(({ id }) => id)).toEqual(done.map(idOf));
      expect(sorted.undone.map(({ id }) => id)).toEqual(undone.map(idOf));
      expect(sorted.gone).toEqual(gone.map(idOf));
    },
  );
});

describe('when each came to be so', () => {
  const cases: Record<string, [before: (number | null)[], now: number, expected: number[]]> = {
    'stays where they lie in order': [[1, 5, 9], 20, [1, 5, 9]],
    'is now for one that is new': [[1, 5, null], 20, [1, 5, 20]],
    'is told anew of those above one that was put beneath them': [[1, null, 9], 20, [1, 20, 21]],
    'is told anew from the first that lies elsewhere': [[1, 9, 5], 20, [1, 9, 20]],
    'comes after what a faster clock told': [[30, null], 20, [30, 31]],
  };
  it.each(Object.entries(cases))('%s', (_, [before, now, expected]) => {
    expect(sinceInOrder(before, now)).toEqual(expected);
  });
});
