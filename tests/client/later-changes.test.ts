import { describe, expect, it } from 'vitest';
import { changeWords, LaterChanges } from '../../client/controllers/proof/later-changes.ts';
import { CLAIM, happened, laterChangeCases, ME, RANA } from '../cases/later-changes.ts';
import { idOf } from './proof-claims.ts';

describe('what stands in the way of taking one’s own change back', () => {
  it.each(Object.entries(laterChangeCases))(
    '%s',
    (_, { before = [], after = [], things = [CLAIM], expected }) => {
      const changes = new LaterChanges(idOf(ME));
      changes.take(before.map(happened));
      const place = changes.placeOf(things[0]);
      changes.take(after.map(happened));
      expect(changes.inTheWay(things, place)?.seq ?? null).toBe(expected);
    },
  );

  it('minds what came between two changes of one’s own for the first of them alone', () => {
    const changes = new LaterChanges(idOf(ME));
    changes.take([happened([1, ME, 'claim.edited'])]);
    const first = changes.placeOf(CLAIM);
    const second = changes.placeOf(CLAIM);
    changes.take([happened([2, RANA, 'claim.edited']), happened([3, ME, 'claim.edited'])]);
    expect(changes.inTheWay([CLAIM], first)?.seq).toBe(2);
    expect(changes.inTheWay([CLAIM], second)).toBeNull();
    const third = changes.placeOf(CLAIM);
    changes.take([happened([4, RANA, 'claim.edited'])]);
    expect(changes.inTheWay([CLAIM], third)).toBeNull();
    changes.take([happened([5, ME, 'claim.edited']), happened([6, RANA, 'claim.edited'])]);
    expect(changes.inTheWay([CLAIM], third)?.seq).toBe(6);
  });

  it('knows whether one’s own write has a place: nothing can come after what has none', () => {
    const changes = new LaterChanges(idOf(ME));
    const place = changes.placeOf(CLAIM);
    changes.take([happened([1, RANA, 'claim.edited'])]);
    expect(changes.isPlaced(CLAIM, place)).toBe(false);
    changes.take([happened([2, ME, 'verdict.given'])]);
    expect(changes.isPlaced(CLAIM, place)).toBe(true);
    expect(changes.isPlaced(CLAIM, { seq: 9, isKnown: true })).toBe(true);
  });

  it('is told with the name, what it was and when', () => {
    expect(changeWords(happened([1, RANA, 'verdict.given']))).toMatch(/^Rana gave a verdict at \d\d:\d\d$/);
  });

  it('goes on from what was fetched', () => {
    const changes = new LaterChanges(idOf(ME));
    changes.begin(7);
    changes.take([happened([3, RANA, 'claim.edited'])]);
    expect(changes.head).toBe(7);
  });
});
