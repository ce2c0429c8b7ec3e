/** What compares equal between two texts. */
import { describe, expect, test } from 'vitest';
import { comparable, tells } from '../../server/domain/text/revise/tokens.ts';
import { comparedCases } from '../cases/revisions/tokens.ts';

describe('a text for comparing', () => {
  test.each(Object.entries(comparedCases))('%s', (_, { text, language = 'en', expected }) => {
    const tokens = comparable(text, language);
    const read = tokens.map((token) => (tells(token) ? token.key : `(${token.key})`)).join(' ');
    expect(read).toBe(expected.normalize('NFC'));
    // Each stands where it says, in its order, and nothing but white space lies between.
    const between = tokens.map(({ start }, index) => text.slice(tokens[index - 1]?.end ?? 0, start));
    expect(between.join('').trim()).toBe('');
    expect(tokens.every(({ start, end }) => text.slice(start, end).trim() !== '')).toBe(true);
    expect(text.slice(tokens.at(-1)?.end)).toBe('');
  });
});
