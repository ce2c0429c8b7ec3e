/** What is mended in place of being made anew comes out as if it had been made anew. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ClaimStore, NO_FILTER } from '../../client/controllers/proof/claim-store.ts';
import { InOrder } from '../../client/controllers/proof/in-order.ts';
import { differing } from '../../client/highlight/differing.ts';
import { ShownClaims } from '../../client/pages/article/shown.ts';
import { fact, idOf } from './proof-claims.ts';

describe('a list in order', () => {
  it('is that of a sort, after few changes and after many', () => {
    const change = fc.record({ id: fc.integer({ min: 1, max: 40 }), at: fc.option(fc.integer({ max: 99 })) });
    fc.assert(
      fc.property(fc.array(fc.array(change, { maxLength: 30 }), { maxLength: 6 }), (rounds) => {
        const there = new Map<string, { id: string; at: number }>();
        const byPlace = (a: { id: string; at: number }, b: { id: string; at: number }) =>
          a.at - b.at || (a.id < b.id ? -1 : 1);
        const list = new InOrder((id) => there.get(id) ?? null, byPlace);
        for (const changes of rounds) {
          for (const { id, at } of changes) {
            if (at === null) there.delete(String(id));
            else there.set(String(id), { id: String(id), at });
            list.touch(String(id));
          }
          expect(list.get()).toEqual([...there.values()].sort(byPlace));
        }
      }),
    );
  });

  it('is the same array as long as nothing was touched', () => {
    const list = new InOrder(
      (id) => ({ id }),
      () => 0,
    );
    list.touch('a');
    expect(list.get()).toBe(list.get());
  });
});

const differences = {
  'nothing differs': [
    [1, 2, 3],
    [1, 2, 3],
    [3, 3, 3],
  ],
  'one comes in between': [
    [1, 2, 3],
    [1, 9, 2, 3],
    [1, 1, 2],
  ],
  'one goes': [
    [1, 2, 3],
    [1, 3],
    [1, 2, 1],
  ],
  'one takes the place of another': [
    [1, 2, 3],
    [1, 9, 3],
    [1, 2, 2],
  ],
  'the same twice': [
    [1, 1],
    [1, 1, 1],
    [2, 2, 3],
  ],
  'from nothing': [[], [1, 2], [0, 0, 2]],
  'to nothing': [[1, 2], [], [0, 2, 0]],
} as const;

it.each(Object.entries(differences))('lists differ: %s', (_, [before, after, [from, beforeTo, afterTo]]) => {
  expect(differing<number>(before, after)).toEqual({ from, beforeTo, afterTo });
});

describe('what the story shows', () => {
  const change = fc.oneof(
    fc.record({
      what: fc.constant('put' as const),
      id: fc.integer({ min: 1, max: 12 }),
      start: fc.integer({ min: 0, max: 99 }),
    }),
    fc.record({
      what: fc.constantFrom('move' as const, 'settle' as const, 'mark' as const, 'drop' as const),
      id: fc.integer({ min: 1, max: 16 }),
      start: fc.integer({ min: 0, max: 99 }),
    }),
  );

  it('is after any changes what it would be at first sight', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 20 }), (changes) => {
        const store = new ClaimStore();
        const fresh = () => new ShownClaims(store, 1, (offset) => Math.floor(offset / 10));
        const kept = fresh();
        let version = 1;
        for (const { what, id, start } of changes) {
          version += 1;
          const span = { start, end: start + 4, quote: 'noon' };
          const sentence = Math.floor(start / 10);
          if (what === 'put') store.put(fact(id, {}, { ...span, sentence, version }));
          else if (what === 'move') store.move(idOf(id), { start, end: start + 7 });
          else if (what === 'settle') store.settle(idOf(id));
          else if (what === 'drop') store.dropPending(idOf(id));
          else
            store.putPending({
              id: idOf(id),
              revision: 1,
              kind: 'fact',
              span,
              state: 'saving',
              message: null,
            });
          const shown = kept.get(NO_FILTER);
          const anew = fresh().get(NO_FILTER);
          expect(shown.items).toEqual(anew.items);
          expect(shown.marks).toEqual(anew.marks);
          expect(new Map(shown.bySentence)).toEqual(new Map(anew.bySentence));
        }
      }),
    );
  });

  it('keeps the notes of a sentence to which nothing happened', () => {
    const store = new ClaimStore();
    store.putAll([fact(1, {}, { start: 5, sentence: 0 }), fact(2, {}, { start: 25, sentence: 2 })]);
    const shown = new ShownClaims(store, 1, (offset) => Math.floor(offset / 10));
    const before = shown.get(NO_FILTER);
    store.put(fact(3, {}, { start: 28, sentence: 2 }));
    const after = shown.get(NO_FILTER);
    expect(after.bySentence.get(0)).toBe(before.bySentence.get(0));
    expect(after.marks[0]).toBe(before.marks[0]);
    expect(after.bySentence.get(2)?.map(({ id }) => id)).toEqual([idOf(2), idOf(3)]);
  });
});
