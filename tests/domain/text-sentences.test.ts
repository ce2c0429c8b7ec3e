import { describe, expect, it } from 'vitest';
import type { Block } from '../../server/contract/articles.ts';
import { correctBorders, splitSentences } from '../../server/domain/text/sentences.ts';
import { sentenceCases } from '../cases/text-sentences.ts';

const paragraph = (text: string): Block => ({ role: 'paragraph', start: 0, end: text.length });
const cut = (text: string, blocks: Block[], language = 'en') =>
  splitSentences(text, blocks, language).map(({ start, end }) => text.slice(start, end));

describe('splitSentences', () => {
  it.each(Object.entries(sentenceCases))('%s', (_name, { marked, language }) => {
    const text = marked.replaceAll('|', '');
    expect(cut(text, [paragraph(text)], language)).toEqual(marked.split('|').map((piece) => piece.trim()));
  });

  it('stays within blocks and counts them', () => {
    const text = 'Ferry sinks\n\nIt sank. Nobody knew.';
    const blocks: Block[] = [
      { role: 'headline', start: 0, end: 11 },
      { role: 'paragraph', start: 13, end: text.length },
    ];
    expect(splitSentences(text, blocks, 'en')).toEqual([
      { block: 0, start: 0, end: 11 },
      { block: 1, start: 13, end: 21 },
      { block: 1, start: 22, end: 34 },
    ]);
  });

  it('leaves a byline and a dateline whole', () => {
    const text = 'By Ines Varga. The Skerry Courier';
    expect(cut(text, [{ role: 'byline', start: 0, end: text.length }])).toEqual([text]);
    expect(cut(text, [{ role: 'dateline', start: 0, end: text.length }])).toEqual([text]);
    expect(cut(text, [paragraph(text)])).toHaveLength(2);
  });

  it('finds the same sentences in a long paragraph as in a short one', () => {
    const long = 'The ferry sank. “Who paid?” Varga asked. '.repeat(500).trim();
    expect(cut(long, [paragraph(long)])).toEqual(
      Array.from({ length: 1000 }, (_, index) =>
        index % 2 === 0 ? 'The ferry sank.' : '“Who paid?” Varga asked.',
      ),
    );
  });

  it('finds the end of a sentence that is longer than it looks at once', () => {
    const long = `${'word '.repeat(3000)}end. Next one.`;
    expect(cut(long, [paragraph(long)])[1]).toBe('Next one.');
  });
});

describe('correctBorders', () => {
  const text = 'One two. Three 😀 four. Five.\n\nSix.';
  const sentences = [
    { block: 0, start: 0, end: 8 },
    { block: 0, start: 9, end: 23 },
    { block: 0, start: 24, end: 29 },
    { block: 1, start: 31, end: 35 },
  ];
  const cases: Record<string, { join?: number[]; split?: number[]; expected: string[] }> = {
    'nothing to do': { expected: ['One two.', 'Three 😀 four.', 'Five.', 'Six.'] },
    join: { join: [9], expected: ['One two. Three 😀 four.', 'Five.', 'Six.'] },
    'join two in a row': { join: [9, 24], expected: ['One two. Three 😀 four. Five.', 'Six.'] },
    'join where no sentence begins': {
      join: [10],
      expected: ['One two.', 'Three 😀 four.', 'Five.', 'Six.'],
    },
    'join across blocks': { join: [31], expected: ['One two.', 'Three 😀 four.', 'Five.', 'Six.'] },
    'join the first': { join: [0], expected: ['One two.', 'Three 😀 four.', 'Five.', 'Six.'] },
    split: { split: [4], expected: ['One', 'two.', 'Three 😀 four.', 'Five.', 'Six.'] },
    'split at white space': { split: [3], expected: ['One', 'two.', 'Three 😀 four.', 'Five.', 'Six.'] },
    'split in mid-character': { split: [16], expected: ['One two.', 'Three 😀 four.', 'Five.', 'Six.'] },
    'split beside a character of two units': {
      split: [17],
      expected: ['One two.', 'Three 😀', 'four.', 'Five.', 'Six.'],
    },
    'split at the edges and outside': {
      split: [0, 8, 9, 23, 35, 99],
      expected: ['One two.', 'Three 😀 four.', 'Five.', 'Six.'],
    },
    'split twice, unordered and repeated': {
      split: [18, 4, 18],
      expected: ['One', 'two.', 'Three 😀', 'four.', 'Five.', 'Six.'],
    },
    'join, then split elsewhere': {
      join: [9],
      split: [15],
      expected: ['One two. Three', '😀 four.', 'Five.', 'Six.'],
    },
    'join and split at one place': {
      join: [9],
      split: [9],
      expected: ['One two.', 'Three 😀 four.', 'Five.', 'Six.'],
    },
  };
  it.each(Object.entries(cases))('%s', (_name, { expected, ...corrections }) => {
    const corrected = correctBorders(text, sentences, corrections);
    expect(corrected.map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });
});
