import { describe, expect, it } from 'vitest';
import { contentIn, spanAround } from '../../client/controllers/proof/attributed.ts';

const TEXT = '“The quay is shut,” she told the paper, “and stays so until noon.”';
const at = (quote: string) => {
  const start = TEXT.indexOf(quote);
  return { start, end: start + quote.length, quote };
};
const FIRST = at('“The quay is shut,”');
const SECOND = at('“and stays so until noon.”');

describe('the marked words of an attribution', () => {
  it.each([
    ['one stretch', [FIRST], FIRST],
    ['a quote broken by its cue', [FIRST, SECOND], at(TEXT)],
    ['in any order', [SECOND, FIRST], at(TEXT)],
    ['nothing of its own', [], null],
  ])('go around %s', (_name, content, expected) => {
    expect(spanAround(TEXT, content)).toEqual(expected);
  });
});

describe('what is attributed, once the marked words are', () => {
  it.each([
    ['the same', [FIRST], FIRST, [FIRST]],
    ['wider', [FIRST], at('“The quay is shut,” she'), [at('“The quay is shut,” she')]],
    ['narrower', [FIRST], at('The quay'), [at('The quay')]],
    [
      'wider than both parts',
      [at('The quay'), at('stays so')],
      at(TEXT),
      [at('“The quay'), at('stays so until noon.”')],
    ],
    [
      'narrower than the second part',
      [FIRST, SECOND],
      at('The quay is shut,” she told the paper, “and'),
      [at('The quay is shut,”'), at('“and')],
    ],
    ['the first part alone', [FIRST, SECOND], at('The quay'), [at('The quay')]],
    ['elsewhere', [FIRST], SECOND, [SECOND]],
    ['anything, where there is nothing of its own', [], FIRST, []],
  ])('%s', (_name, content, range, expected) => {
    const fitted = contentIn(TEXT, content, range);
    expect(fitted).toEqual(expected);
    if (fitted.length > 0) expect(spanAround(TEXT, fitted)).toEqual(range);
  });
});
