import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AttributionDetails } from '../../server/contract/claims.ts';
import { compareFigures, figuresOf } from '../../server/domain/figures/compare.ts';
import { foldDigits, readFigures } from '../../server/domain/figures/read.ts';
import { compareCases, readCases } from '../cases/figures-compare.ts';

describe('figures are read', () => {
  test.each(Object.entries(readCases))('%s', (_name, [words, expected]) => {
    expect(
      readFigures(words).map((figure) => (figure.atLeast === null ? figure.values : [figure.words])),
    ).toEqual(expected);
  });
});

describe('a claim beside its evidence', () => {
  test.each(Object.entries(compareCases))('%s', (_name, [content, quote, evidence, expected]) => {
    const found = compareFigures(figuresOf({ content, quote }), evidence);
    expect(Object.fromEntries(found.map((figure) => [figure.words, figure.found]))).toEqual(expected);
  });

  test('what was said is its content, or else its own words', () => {
    const words = (content: string[]) =>
      figuresOf({
        content: {
          kind: 'attribution',
          details: AttributionDetails.parse({
            content: content.map((quote) => ({ start: 0, end: quote.length, quote })),
          }),
        },
        quote: '41 died and 9 fled',
      }).map((figure) => figure.words);
    expect(words([])).toEqual(['41', '9']);
    expect(words(['41 died', '12 fled'])).toEqual(['41', '12']);
  });

  test('tells what a figure means, and nothing of a vague one', () => {
    const figures = figuresOf({
      content: { kind: 'fact', details: { about: 'quantity', value: null } },
      quote: 'dozens, and 1.2 million',
    });
    expect(figures.map(({ words, value }) => [words, value])).toEqual([
      ['dozens', null],
      ['1.2 million', 1200000],
    ]);
  });
});

describe('any text', () => {
  const words = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ unit: fc.constantFrom(...'0٤𝟜५.,’٬٫ 1a-$%'), maxLength: 60 }),
  );

  test('holds every figure that is read from it, as printed', () => {
    fc.assert(
      fc.property(words, (text) => {
        const line = text.replace(/\s+/gu, ' ');
        for (const figure of readFigures(text)) {
          expect(line).toContain(figure.words);
          expect(figure.values.every(Number.isFinite)).toBe(true);
        }
      }),
    );
  });

  test('says the same in any digits', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9_999_999 }),
        fc.constantFrom('٠', '۰', '०', '０', '𝟎', '𝟘'),
        (n, nought) => {
          const first = nought.codePointAt(0) ?? 0;
          const printed = [...String(n)].map((digit) => String.fromCodePoint(first + Number(digit))).join('');
          expect(readFigures(printed)).toMatchObject([{ words: printed, values: [n] }]);
        },
      ),
    );
  });

  test('leads back from folded digits to where they stood', () => {
    const { text, startOf } = foldDigits('a𝟜b𝟙c');
    expect(text).toBe('a4b1c');
    expect([0, 1, 2, 3, 4, 5].map(startOf)).toEqual([0, 1, 3, 4, 6, 7]);
  });
});
