import { describe, expect, it } from 'vitest';
import { sentenceAt, sliceMatches, splitsPair } from '../../server/domain/text/spans.ts';

describe('spans', () => {
  const text = 'One 😀 two.';

  it.each([
    ['the slice itself', { start: 0, end: 3, quote: 'One' }, true],
    ['a character of two units, whole', { start: 4, end: 6, quote: '😀' }, true],
    ['the whole text', { start: 0, end: 11, quote: text }, true],
    ['other words', { start: 0, end: 3, quote: 'Two' }, false],
    ['the first half of a character', { start: 4, end: 5, quote: '\uD83D' }, false],
    ['the second half of a character', { start: 5, end: 6, quote: '\uDE00' }, false],
    ['beyond the text', { start: 7, end: 12, quote: 'two.' }, false],
    ['before the text', { start: -4, end: 11, quote: 'two.' }, false],
    ['nothing', { start: 3, end: 3, quote: '' }, false],
    ['backwards', { start: 3, end: 0, quote: '' }, false],
    ['between units', { start: 0.5, end: 3, quote: 'One' }, false],
  ])('%s', (_name, span, expected) => {
    expect(sliceMatches(text, span)).toBe(expected);
  });

  it('knows where a character would be split', () => {
    expect(Array.from({ length: 12 }, (_, at) => splitsPair(text, at)).indexOf(true)).toBe(5);
    expect(Array.from({ length: 12 }, (_, at) => splitsPair(text, at)).lastIndexOf(true)).toBe(5);
  });

  it.each([
    ['the first of the first halves', '\uD800\uDC00', true],
    ['the last of the second halves', '\uDBFF\uDFFF', true],
    ['a letter before a second half', 'a\uDE00', false],
    ['a letter of a late block before a second half', '\uFF21\uDE00', false],
    ['a first half before a letter', '\uD83Da', false],
    ['a first half before a letter of a late block', '\uD83D\uFF21', false],
    ['two first halves', '\uD83D\uD83D', false],
    ['two second halves', '\uDE00\uDE00', false],
  ])('knows a character of two units: %s', (_name, pair, expected) => {
    expect(splitsPair(pair, 1)).toBe(expected);
  });

  it('finds the only sentence', () => {
    expect(sentenceAt([{ start: 0, end: 4 }], 2)).toBe(0);
  });

  it('finds the sentence in which a place lies', () => {
    const sentences = [
      { start: 2, end: 5 },
      { start: 5, end: 8 },
      { start: 9, end: 12 },
    ];
    expect(Array.from({ length: 14 }, (_, at) => sentenceAt(sentences, at))).toEqual([
      null,
      null,
      0,
      0,
      0,
      1,
      1,
      1,
      null,
      2,
      2,
      2,
      null,
      null,
    ]);
    expect(sentenceAt([], 0)).toBeNull();
  });
});
