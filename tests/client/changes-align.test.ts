import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { align, type TextBlock } from '../../client/controllers/changes/align.ts';
import { wordByWord } from '../../client/controllers/changes/word-by-word.ts';
import { alignmentCases, wordCases } from '../cases/compared-texts.ts';

const blocks = (texts: readonly string[]): TextBlock[] =>
  texts.map((text, index) => ({ role: index === 0 ? 'headline' : 'paragraph', text }));

describe('blocks beside each other', () => {
  test.each(Object.entries(alignmentCases))('%s', (_name, { older, newer, expected }) => {
    expect(align(blocks(older), blocks(newer)).map((row) => [row.kind, row.older, row.newer])).toEqual(
      expected,
    );
  });

  const Texts = fc.array(
    fc.constantFrom('One two three.', 'One two four.', 'Five six.', 'Seven.', 'Five six eight.', 'Nine ten.'),
    { maxLength: 12 },
  );
  test('every block of either text has one row, in the order of its text, two where it moved', () => {
    fc.assert(
      fc.property(Texts, Texts, (older, newer) => {
        const rows = align(blocks(older), blocks(newer));
        const shown = (side: 'older' | 'newer', not: string) =>
          rows.flatMap((row) => (row[side] === null || row.kind === not ? [] : [row[side]]));
        expect(shown('older', 'moved_here')).toEqual(older.map((_text, index) => index));
        expect(shown('newer', 'moved_away')).toEqual(newer.map((_text, index) => index));
        for (const row of rows)
          if (row.kind === 'same') expect(older[row.older ?? -1]).toBe(newer[row.newer ?? -1]);
        const pairs = (kind: string) =>
          rows.flatMap((row) => (row.kind === kind ? [`${row.older} ${row.newer}`] : [])).sort();
        expect(pairs('moved_away')).toEqual(pairs('moved_here'));
      }),
      { numRuns: 300 },
    );
  });

  test('a long story written anew is aligned while nobody waits', () => {
    const text = (turn: number) =>
      Array.from(
        { length: 700 },
        (_, at) => `Paragraph ${at} of turn ${turn} tells of ${at * 7} boats and ${at + turn} nets.`,
      );
    expect(align(blocks(text(1)), blocks(text(2))).length).toBeGreaterThanOrEqual(700);
  });
});

describe('words beside each other', () => {
  test.each(Object.entries(wordCases))('%s', (_name, { older, newer, expected }) => {
    const sign = { same: '', removed: '-', added: '+' };
    expect(wordByWord(older, newer).map(({ kind, text }) => sign[kind] + text)).toEqual(expected);
  });

  test('pieces put together are both texts', () => {
    const Text = fc
      .array(fc.constantFrom('a', 'b ', '12', ' ', '.', 'é', '😀', '“c”'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(Text, Text, (older, newer) => {
        const pieces = wordByWord(older, newer);
        const without = (kind: string) =>
          pieces.flatMap((piece) => (piece.kind === kind ? [] : [piece.text])).join('');
        expect([without('added'), without('removed')]).toEqual([older, newer]);
      }),
    );
  });
});
