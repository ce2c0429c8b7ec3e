import { describe, expect, it } from 'vitest';
import { hasWords, searchedFor, waysToWrite, wordKeys } from '../../server/domain/text/revise/same-words.ts';
import { sameWordsCases, searchedForCases } from '../cases/same-words.ts';

describe('hasWords', () => {
  it.each(Object.entries(sameWordsCases))('%s', (_name, { words, text, language = 'en', expected }) => {
    expect(hasWords(wordKeys(text, language), wordKeys(words, language))).toBe(expected);
  });
});

describe('searchedFor', () => {
  it.each(Object.entries(searchedForCases))('%s', (_name, { text, language = 'en', words, ways }) => {
    const found = searchedFor(text, language);
    expect(found.words).toBe(words);
    expect(found.numbers.flat()).toEqual(expect.arrayContaining([...ways]));
    expect(found.numbers).toHaveLength(ways.length === 0 ? 0 : 1);
  });

  it('writes numbers so that they are read as what they are', () => {
    for (const value of [
      0, 7, 13, 20, 41, 100, 385, 999, 1000, 1_500, 12_345, 900_000, 2_000_001, 3_000_000_000,
    ])
      expect(
        wordKeys(waysToWrite(value).find((way) => /^[a-z ]+$/.test(way) && way !== 'dozen') ?? '', 'en'),
      ).toBe(wordKeys(String(value), 'en'));
  });

  it('looks for a few of many numbers', () => {
    const text = Array.from({ length: 40 }, (_, index) => `${index + 100} men`).join(', ');
    expect(searchedFor(text, 'en').numbers).toHaveLength(8);
  });
});
