import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KEYS } from '../../client/controllers/proof/key-map.ts';
import { layOut, type NoteGroup } from '../../client/controllers/proof/note-layout.ts';

const ROW = 20;
const group = (sentence: number, top: number, count: number, expanded = false): NoteGroup => ({
  sentence,
  top,
  count,
  expanded,
});

describe('margin notes', () => {
  it('stand level with their sentences where there is room', () => {
    expect(layOut([group(0, 10, 2), group(1, 60, 1)], ROW)).toEqual([
      { sentence: 0, top: 10, rows: 2, more: 0 },
      { sentence: 1, top: 60, rows: 1, more: 0 },
    ]);
  });

  it('collapse into a count what does not fit above the next', () => {
    expect(layOut([group(0, 10, 5), group(1, 60, 1)], ROW)[0]).toEqual({
      sentence: 0,
      top: 10,
      rows: 1,
      more: 4,
    });
    expect(layOut([group(0, 10, 5), group(1, 35, 1)], ROW)[0]).toEqual({
      sentence: 0,
      top: 10,
      rows: 0,
      more: 5,
    });
  });

  it('push the next down only when expanded', () => {
    const [first, second] = layOut([group(0, 10, 5, true), group(1, 60, 1)], ROW);
    expect([first?.rows, second?.top]).toEqual([5, 110]);
  });

  it('show all of the last one', () => {
    expect(layOut([group(0, 10, 30)], ROW)[0]?.rows).toBe(30);
  });

  it('never overlap, never rise above their sentence, and hide none', () => {
    const groups = fc.uniqueArray(
      fc.record({
        sentence: fc.nat(30),
        top: fc.nat(600),
        count: fc.integer({ min: 1, max: 9 }),
        expanded: fc.boolean(),
      }),
      { selector: ({ sentence }) => sentence },
    );
    fc.assert(
      fc.property(groups, (some) => {
        let bottom = Number.NEGATIVE_INFINITY;
        for (const placed of layOut(some, ROW)) {
          const asked = some.find(({ sentence }) => sentence === placed.sentence);
          expect(placed.top).toBeGreaterThanOrEqual(Math.max(bottom, asked?.top ?? 0));
          expect(placed.rows + placed.more).toBe(asked?.count);
          bottom = placed.top + (placed.rows + (placed.more > 0 ? 1 : 0)) * ROW;
        }
      }),
    );
  });
});

describe('keys', () => {
  it('each have one meaning', () => {
    const all = KEYS.flatMap(({ keys }) => keys.split('|'));
    expect(all).toEqual([...new Set(all)]);
  });

  it('leave to the browser what it needs elsewhere', () => {
    const outside = KEYS.filter(({ inText }) => inText !== true).flatMap(({ keys }) => keys.split('|'));
    expect(outside.filter((key) => /Arrow|Enter|Escape|Tab|Space/.test(key))).toEqual([]);
  });
});
