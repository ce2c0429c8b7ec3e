/** Where a claim stood at a moment of its history. */
import { describe, expect, test } from 'vitest';
import { around, placeAt } from '../../client/controllers/then.ts';
import type { HistoryItem } from '../../server/contract/history.ts';
import { idOf } from './proof-claims.ts';

const event = (seq: number, data: Record<string, unknown>): HistoryItem => ({
  seq,
  type: 'claim.edited',
  at: '2024-03-02T10:00:00.000Z',
  actor: { id: idOf(900), name: 'Ada' },
  claimId: idOf(1),
  data,
  erased: false,
  hash: '00',
});
const span = (start: number) => ({ start, end: start + 3, quote: 'sea' });
const HISTORY = [
  event(3, { after: { revision: 1, span: span(10) } }),
  event(5, { before: { summary: null }, after: { summary: 'x' } }),
  event(6, {}),
  event(9, { before: { span: span(10) }, after: { span: span(20) } }),
  event(12, { after: { revision: 2, span: span(30) } }),
];

describe('the place of a claim', () => {
  test.each([
    [2, null],
    [3, { revision: 1, span: span(10) }],
    [5, { revision: 1, span: span(10) }],
    [8, { revision: 1, span: span(10) }],
    [9, { revision: 1, span: span(20) }],
    [12, { revision: 2, span: span(30) }],
  ])('after event %i', (seq, expected) => expect(placeAt(HISTORY, seq)).toEqual(expected));

  test('is not known where what the mark said was erased', () => {
    expect(placeAt([event(3, {}), event(9, { after: { span: span(20) } })], 9)).toBeNull();
  });
});

describe('what stands around words', () => {
  const TEXT = 'Headline\n\nThe sea was calm on Monday and nobody was out.\n\nNext.';
  const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });

  test('is the paragraph', () => {
    expect(around(TEXT, at('calm'))).toEqual({
      before: 'The sea was ',
      words: 'calm',
      after: ' on Monday and nobody was out.',
    });
  });

  test('is cut at blanks where it is long, and shows that it was', () => {
    expect(around(TEXT, at('Monday'), 12)).toEqual({
      before: '… calm on ',
      words: 'Monday',
      after: ' and nobody …',
    });
  });

  test('at the beginning and the end there is nothing', () => {
    expect(around('sea', { start: 0, end: 3 })).toEqual({ before: '', words: 'sea', after: '' });
  });
});
