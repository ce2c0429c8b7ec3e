import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IntervalIndex, inTextOrder } from '../../client/controllers/proof/interval-index.ts';

const range = fc
  .record({ start: fc.integer({ min: 0, max: 60 }), length: fc.integer({ min: 1, max: 30 }) })
  .map(({ start, length }) => ({ start, end: start + length }));

describe('the interval index', () => {
  it('finds what a walk over everything finds, in the order of the text', () => {
    fc.assert(
      fc.property(fc.array(range, { maxLength: 40 }), range, (items, wanted) => {
        const found = new IntervalIndex([...items].sort(inTextOrder)).overlapping(wanted);
        const walked = items.filter(({ start, end }) => start < wanted.end && end > wanted.start);
        expect(found).toHaveLength(walked.length);
        expect(new Set(found)).toEqual(new Set(walked));
        expect(found).toEqual([...found].sort((a, b) => a.start - b.start || b.end - a.end));
      }),
    );
  });

  it('gives the inmost first', () => {
    const outer = { start: 0, end: 40, name: 'sentence' };
    const inner = { start: 10, end: 20, name: 'count' };
    const index = new IntervalIndex([outer, inner]);
    expect(index.at(12).map(({ name }) => name)).toEqual(['count', 'sentence']);
    expect(index.at(20).map(({ name }) => name)).toEqual(['sentence']);
    expect(index.at(40)).toEqual([]);
  });

  it('does not overlook a long one behind many short ones', () => {
    const short = Array.from({ length: 50 }, (_, at) => ({ start: at * 2 + 1, end: at * 2 + 2 }));
    const long = { start: 0, end: 200 };
    expect(new IntervalIndex([long, ...short]).at(150)).toEqual([long]);
  });
});
