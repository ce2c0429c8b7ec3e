import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise } from '../../server/domain/text/normalise.ts';
import { sentenceAt, sliceMatches, splitsPair } from '../../server/domain/text/spans.ts';
import { readStory, type StoryReading } from '../../server/domain/text/story.ts';

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

/** Everything that has to hold of a reading, whatever was pasted; the first thing that does not. */
function fault({ text, blocks, sentences, parts }: StoryReading): string | null {
  let end = 0;
  for (const block of blocks) {
    if (block.start < end || block.end <= block.start || block.end > text.length)
      return 'blocks out of order';
    const words = text.slice(block.start, block.end);
    if (words.trim() !== words) return 'white space around a block';
    if (/\S/u.test(text.slice(end, block.start).replace(/\p{Default_Ignorable_Code_Point}/gu, '')))
      return 'words outside blocks';
    end = block.end;
  }
  let at = 0;
  for (const sentence of sentences) {
    const block = blocks[sentence.block];
    if (block === undefined || sentence.start < block.start || sentence.end > block.end)
      return 'outside its block';
    if (sentence.start < at || sentence.end <= sentence.start) return 'sentences out of order';
    const words = text.slice(sentence.start, sentence.end);
    if (words.trim() !== words || !words.isWellFormed()) return 'a badly cut sentence';
    at = sentence.end;
  }
  const kept = (ranges: readonly { start: number; end: number }[]) =>
    ranges
      .map(({ start, end }) => text.slice(start, end))
      .join('')
      .replace(/\s/gu, '');
  if (kept(sentences) !== kept(blocks)) return 'words outside sentences';
  const numbers = parts.flatMap((part) => (part.block === null ? [] : [part.block]));
  return numbers.length === blocks.length && numbers.every((number, index) => number === index)
    ? null
    : 'parts';
}

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

describe('a megabyte of one thing', () => {
  // Each takes about a second; twenty leave room for a busy machine, and anything worse than linear takes minutes.
  it.each([
    ['words without a stop', 'said said '],
    ['quotes that never close', '“'],
    ['straight quotes', '" '],
    ['dots', '.'],
    ['spaced dots', '. '],
    ['initials', 'A. '],
    ['ellipses', '… A'],
    ['quotes and their verbs', 'Why?” Varga asked. '],
    ['blank space', ' '],
    ['lines', 'a.\n'],
    ['wrapped lines', 'and so on until the ferry comes to the island and goes back again\n'],
  ])(
    '%s',
    (_name, unit) => {
      const raw = `a${unit.repeat(Math.ceil(1_000_000 / unit.length))}b`;
      const result = readStory(raw);
      expect(result.ok && fault(result.story)).toBe(null);
    },
    20_000,
  );
});

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
