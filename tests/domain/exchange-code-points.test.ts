/** Offsets as other programs count them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codePointsBefore, wholeGraphemes } from '../../server/domain/exchange/code-points.ts';

const ROWS: readonly (readonly [string, string, string, string])[] = [
  // what, text, the stretch that was marked, the whole of it
  ['plain words', 'At least 41 people', '41 people', '41 people'],
  ['a whole emoji', 'Five 👩‍👩‍👧 fled', '👩‍👩‍👧', '👩‍👩‍👧'],
  ['half a family', 'Five 👩‍👩‍👧 fled', '‍👩‍👧', '👩‍👩‍👧'],
  ['half a pair', 'Five 👩 fled', '👩'.slice(1), '👩'],
  ['a letter without its accent', 'cafe\u0301s burnt', 'e', 'e\u0301'],
  ['an accent without its letter', 'cafe\u0301s burnt', '\u0301s', 'e\u0301s'],
  ['half a flag', 'In 🇩🇰 nine', '🇩', '🇩🇰'],
  ['a line break', 'One\r\nTwo', '\n', '\r\n'],
];

describe('whole graphemes', () => {
  it.each(ROWS)('%s', (_, text, marked, whole) => {
    const start = text.indexOf(marked);
    const found = wholeGraphemes(text, { start, end: start + marked.length });
    expect(text.slice(found.start, found.end)).toBe(whole);
  });

  it('hold what was marked, and begin and end where graphemes do', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.nat(), fc.nat(), (text, a, b) => {
        const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
        const stretch = { start: start ?? 0, end: end ?? 0 };
        const found = wholeGraphemes(text, stretch);
        expect(found.start).toBeLessThanOrEqual(stretch.start);
        expect(found.end).toBeGreaterThanOrEqual(stretch.end);
        const borders = new Set([...new Intl.Segmenter('und').segment(text)].map(({ index }) => index));
        borders.add(text.length);
        expect([borders.has(found.start), borders.has(found.end)]).toEqual([true, true]);
      }),
    );
  });

  it('are found in a text without line breaks in no more time than in one with', () => {
    const text = 'said '.repeat(200_000);
    expect(wholeGraphemes(text, { start: 500_001, end: 500_003 })).toEqual({ start: 500_001, end: 500_003 });
  });
});

describe('code points before an offset', () => {
  it('are as many as the text has up to there, in any order of asking', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 80 }),
        // Long enough that counts are kept, and begun at any place of them.
        fc.constantFrom(0, 1, 30, 90),
        fc.array(fc.nat(), { maxLength: 8 }),
        (piece, times, asked) => {
          const text = `${piece}${`👩${piece}-`.repeat(times)}`;
          const points = codePointsBefore(text);
          for (const offset of asked.map((each) => each % (text.length + 1)))
            if (
              !/[\uD800-\uDBFF]$/.test(text.slice(0, offset)) ||
              !/^[\uDC00-\uDFFF]/.test(text.slice(offset))
            )
              expect(points(offset)).toBe([...text.slice(0, offset)].length);
        },
      ),
    );
  });
});
