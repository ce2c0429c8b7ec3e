import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readQuantities, readQuantity } from '../../server/domain/claims/quantities.ts';
import { quantityCases } from '../cases/claims-quantities.ts';

test.each(Object.entries(quantityCases))('%s', (_name, [words, expected]) => {
  const read = readQuantity(words);
  if (expected === null) {
    expect(read).toBeNull();
    return;
  }
  const [low, best, high, modifier, wording = words] = expected;
  expect(read).toMatchObject({ low, best, high, modifier, wording });
});

describe('where a figure stands', () => {
  it('is told in UTF-16 code units, with and without its modifier', () => {
    const words = '🕊️ At least 412 people';
    const read = readQuantity(words);
    expect(read).toEqual({
      low: 412,
      best: null,
      high: null,
      modifier: 'at_least',
      wording: 'At least 412',
      start: 4,
      end: 16,
      figure: { start: 13, end: 16 },
    });
    expect(words.slice(4, 16)).toBe('At least 412');
  });

  it('covers a range from its opening word', () => {
    expect(readQuantity('killed between 10 and 15')).toMatchObject({
      start: 7,
      end: 24,
      figure: { start: 15, end: 24 },
    });
  });

  it('covers what stands behind the figure', () => {
    expect(readQuantity('30 or more')).toMatchObject({ start: 0, end: 10, figure: { start: 0, end: 2 } });
  });

  it('keeps the wording on one line', () => {
    expect(readQuantity('at\nleast\t 9')?.wording).toBe('at least 9');
  });
});

test('all figures are read, in order', () => {
  const words =
    'In 2014 at least 412 people, including 63 civilians and several children, aged 12, died on 3 March';
  expect(readQuantities(words).map(({ wording }) => wording)).toEqual(['at least 412', '63', 'several']);
});

describe('any text', () => {
  const words = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ maxLength: 200 }),
    fc
      .array(
        fc.constantFrom(
          ...'1 9 412 1,500 000 2014 1.5 million hundred and a half two thirty-five dozen dozens at least more than up to from between or - – to in some people killed , . % $ no one several not 9th'.split(
            ' ',
          ),
        ),
        { maxLength: 30 },
      )
      .map((list) => list.join(' ')),
  );

  it('is read without failing, with bounds that rise and a wording that stands there', () => {
    fc.assert(
      fc.property(words, (text) => {
        let last = 0;
        for (const { low, best, high, wording, start, end, figure } of readQuantities(text)) {
          const known = [low, best, high].filter((value) => value !== null);
          expect(known).toEqual([...known].sort((left, right) => left - right));
          expect(known.every((value) => Number.isInteger(value) && value >= 0)).toBe(true);
          expect(text.slice(start, end).replace(/\s+/g, ' ')).toBe(wording);
          expect(start).toBeLessThanOrEqual(figure.start);
          expect(figure.start).toBeLessThan(figure.end);
          expect(figure.end).toBeLessThanOrEqual(end);
          expect(figure.start).toBeGreaterThanOrEqual(last);
          last = figure.end;
        }
      }),
      { numRuns: 500 },
    );
  });
});
