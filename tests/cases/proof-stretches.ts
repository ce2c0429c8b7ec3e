import type { Mark, Stretch } from '../../server/domain/exchange/proof/stretches.ts';

interface Case {
  part: { start: number; end: number };
  marks: Mark[];
  expected: Stretch[];
}
const stretch = (start: number, end: number, ids = '', ending = ''): Stretch => ({
  start,
  end,
  ids: [...ids],
  ending: [...ending],
});

export const stretchCases: Record<string, Case> = {
  'no mark: the part whole': { part: { start: 10, end: 20 }, marks: [], expected: [stretch(10, 20)] },
  'one mark inside': {
    part: { start: 0, end: 20 },
    marks: [{ id: 'a', start: 5, end: 8 }],
    expected: [stretch(0, 5), stretch(5, 8, 'a', 'a'), stretch(8, 20)],
  },
  'a mark of the whole part has its number at the end': {
    part: { start: 0, end: 20 },
    marks: [{ id: 'a', start: 0, end: 20 }],
    expected: [stretch(0, 20, 'a', 'a')],
  },
  'two that overlap share the middle': {
    part: { start: 0, end: 12 },
    marks: [
      { id: 'a', start: 2, end: 8 },
      { id: 'b', start: 5, end: 10 },
    ],
    expected: [
      stretch(0, 2),
      stretch(2, 5, 'a'),
      stretch(5, 8, 'ab', 'a'),
      stretch(8, 10, 'b', 'b'),
      stretch(10, 12),
    ],
  },
  'one inside another, both ending together': {
    part: { start: 0, end: 9 },
    marks: [
      { id: 'a', start: 0, end: 6 },
      { id: 'b', start: 4, end: 6 },
    ],
    expected: [stretch(0, 4, 'a'), stretch(4, 6, 'ab', 'ab'), stretch(6, 9)],
  },
  'the same words marked twice are one stretch': {
    part: { start: 0, end: 4 },
    marks: [
      { id: 'a', start: 1, end: 3 },
      { id: 'b', start: 1, end: 3 },
    ],
    expected: [stretch(0, 1), stretch(1, 3, 'ab', 'ab'), stretch(3, 4)],
  },
  'a mark that goes on in the next part has no number in this one': {
    part: { start: 0, end: 10 },
    marks: [{ id: 'a', start: 7, end: 15 }],
    expected: [stretch(0, 7), stretch(7, 10, 'a')],
  },
  'and has it there': {
    part: { start: 12, end: 20 },
    marks: [{ id: 'a', start: 7, end: 15 }],
    expected: [stretch(12, 15, 'a', 'a'), stretch(15, 20)],
  },
  'a mark that only touches the part is not in it': {
    part: { start: 10, end: 20 },
    marks: [
      { id: 'a', start: 5, end: 10 },
      { id: 'b', start: 20, end: 25 },
    ],
    expected: [stretch(10, 20)],
  },
};
