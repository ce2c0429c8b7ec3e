import { describe, expect, it } from 'vitest';
import { sortKept } from '../../client/controllers/proof/kept-deeds.ts';
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
