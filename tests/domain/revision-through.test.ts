/** Through whom an attribution came, told in another sentence than its words: rows need more signs than texts can carry. */
import { describe, expect, test } from 'vitest';
import { readPlain } from '../../server/domain/extraction/plain.ts';
import { reanchor } from '../../server/domain/text/revise/reanchor.ts';

const WAS =
  'A harbour official spoke to the daily Norra on Monday. The official said nine boats were lost, each made of wood.';

function changeOn(now: string): string | undefined {
  const spanOf = (quote: string) => {
    const start = WAS.indexOf(quote);
    return { start, end: start + quote.length, quote };
  };
  const [result] = reanchor(readPlain(WAS, 'en'), readPlain(now, 'en'), [
    {
      id: 'said',
      kind: 'attribution',
      span: spanOf('nine boats were lost, each made of wood'),
      source: spanOf('The official'),
      cue: spanOf('said'),
      parts: [spanOf('nine boats were lost'), spanOf('each made of wood'), spanOf('the daily Norra')],
      attributionIds: [],
    },
  ]);
  return result?.change;
}

describe('an attribution that came through somebody', () => {
  test.each([
    ['the same', WAS.replace('nine', '9'), 'same'],
    ['through another', WAS.replace('the daily Norra', 'the agency TVK'), 'attribution_changed'],
    ['through nobody', WAS.replace(' to the daily Norra', ''), 'attribution_changed'],
    ['other words of its own alone', WAS.replace('each made of wood', 'each made of iron'), 'reworded'],
    ['another day beside it', WAS.replace('on Monday', 'on Tuesday'), 'same'],
  ])('%s', (_, now, expected) => {
    expect(changeOn(now)).toBe(expected);
  });
});
