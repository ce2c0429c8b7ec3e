import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise } from '../../server/domain/text/normalise.ts';
import { readStory } from '../../server/domain/text/story.ts';
import { fault } from '../support/reading-fault.ts';

/** Pieces of which difficult stories are made, so that chance meets the rules often. */
const piece = fc.oneof(
  fc.constantFrom(
    ...[
      '. ',
      '? ',
      '! ',
      '... ',
      '… ',
      '\n',
      '\n\n',
      '\r\n',
      ' ',
      '\t',
      '“',
      '”',
      '"',
      '’',
      '(',
      ')',
      '[',
      ']',
      '[...]',
    ],
    ...[
      'Mr. ',
      'U.S. ',
      'No. ',
      'a.m. ',
      'J. K. ',
      'Inc. ',
      'he said',
      'Varga asked',
      'The ',
      '12 ',
      '8. ',
      '$3',
      '😀',
      'é',
    ],
    ...[
      'You are here',
      'Advertisement',
      '118 users have voted.',
      'By AFP - Jan 08,2014',
      'SKERRY (AP) — ',
      '\u200B',
      'ア。',
    ],
  ),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);
const paste = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
const places = fc.array(fc.nat(200), { maxLength: 5 });
const role = fc.constantFrom('headline', 'byline', 'dateline', 'paragraph', 'furniture' as const);
const corrections = fc.record(
  {
    keepFurniture: fc.boolean(),
    language: fc.constantFrom('en', 'de', 'zh', 'ar', 'en-a'),
    roles: fc.array(fc.record({ part: fc.nat(10), role }), { maxLength: 4 }),
    join: places,
    split: places,
  },
  { requiredKeys: [] },
);

describe('any paste', () => {
  it('gives a sound reading or a reason, under any corrections', () => {
    fc.assert(
      fc.property(paste, corrections, (raw, corrected) => {
        const result = readStory(raw, corrected);
        return result.ok
          ? fault(result.story) === null
          : ['EMPTY_STORY', 'NOT_TEXT'].includes(result.problem);
      }),
      { numRuns: 2000 },
    );
  });

  it('is kept whole where furniture is kept', () => {
    fc.assert(
      fc.property(paste, corrections, (raw, corrected) => {
        const result = readStory(raw, { ...corrected, keepFurniture: true });
        const normalised = normalise(raw);
        return result.ok ? normalised.ok && result.story.text === normalised.text : !normalised.ok;
      }),
      { numRuns: 500 },
    );
  });

  it('has the same parts under any corrections', () => {
    fc.assert(
      fc.property(paste, corrections, (raw, corrected) => {
        const [plain, other] = [readStory(raw, { keepFurniture: true }), readStory(raw, corrected)];
        if (!plain.ok || !other.ok) return true;
        expect(other.story.parts.map((part) => part.text)).toEqual(
          plain.story.parts.map((part) => part.text),
        );
        return true;
      }),
      { numRuns: 500 },
    );
  });

  it('is normal after being made so once', () => {
    fc.assert(
      fc.property(fc.oneof(paste, fc.string({ unit: 'binary' })), (raw) => {
        const once = normalise(raw);
        if (once.ok) expect(normalise(once.text)).toEqual(once);
      }),
      { numRuns: 1000 },
    );
  });

  it('never throws, not even for what is no text', () => {
    const units = fc.array(fc.nat(0xffff), { maxLength: 80 }).map((codes) => String.fromCharCode(...codes));
    fc.assert(
      fc.property(units, (raw) => {
        const result = readStory(raw);
        return result.ok ? fault(result.story) === null : true;
      }),
      { numRuns: 2000 },
    );
  });
});
