/** Markdown brought in. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatOf, READERS } from '../../server/domain/exchange/in/formats.ts';
import { readMarkdown } from '../../server/domain/exchange/in/markdown.ts';
import { oneLine } from '../../server/domain/exchange/in/markup.ts';
import { putTogether } from '../../server/domain/exchange/in/put-together.ts';
import { proofMarkdown } from '../../server/domain/exchange/proof/markdown.ts';
import { readStory } from '../../server/domain/text/story.ts';
import {
  frontMatter,
  hostileMarkdown,
  markdownBlocks,
  refusedMarkdown,
} from '../cases/exchange-in-markdown.ts';
import { markdownTraps } from '../cases/markdown-text.ts';
import { claim, input, passed, verdict } from '../support/proofs.ts';

const read = (markdown: string) => readMarkdown(Buffer.from(markdown));
const wordsIn = (markdown: string) => {
  const found = read(markdown);
  if (!found.ok || typeof found.story.words === 'string') throw new Error('a story was expected');
  return found.story.words.map(({ role, text }) => [role, text]);
};

describe('blocks', () => {
  test.each(Object.entries(markdownBlocks))('%s', (_name, { markdown, expected }) => {
    expect(wordsIn(markdown)).toEqual(expected);
  });
});

test('footnotes are kept beside the story, without their markup', () => {
  expect(
    read('Nine[^1] died[^b].\n\n[^1]: The **office**,\n  on [Friday](x).\n[^b]: A nurse.'),
  ).toMatchObject({
    story: {
      rest: [
        { name: 'footnote 1', value: 'The office, on Friday.' },
        { name: 'footnote b', value: 'A nurse.' },
      ],
    },
  });
});

describe('front matter', () => {
  test.each(Object.entries(frontMatter))('%s', (_name, { markdown, expected }) => {
    expect(read(markdown)).toMatchObject({ ok: true, story: expected });
  });
});

describe('refused', () => {
  test.each(Object.entries(refusedMarkdown))('%s', (_name, { bytes, problem }) => {
    expect(readMarkdown(bytes)).toMatchObject({ ok: false, problem });
  });

  test.each(Object.entries(hostileMarkdown))('or read: %s without end', (_name, of) => {
    expect(typeof read(of(20_000)).ok).toBe('boolean');
  });

  test('nothing makes it fail, and each block is one line', () => {
    const piece = fc.oneof(
      fc.constantFrom(...markdownTraps, '\n', '\n\n', '---\n', 'a: b\n', '    ', '> '),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const found = read(pieces.join(''));
        if (!found.ok || typeof found.story.words === 'string') return;
        for (const { text } of found.story.words) expect(text).toBe(oneLine(text));
      }),
    );
  });
});

test('is known by its name, or by what it says of itself', () => {
  const plain = Buffer.from('# Ferry sinks\n\nNine.');
  expect(formatOf(plain, 'story.md')).toBe('markdown');
  expect(formatOf(plain, 'STORY.MARKDOWN')).toBe('markdown');
  expect(formatOf(plain, 'story.txt')).toBe('text');
  expect(formatOf(Buffer.from('---\ntitle: Ferry\n---\nNine.'), 'story')).toBe('markdown');
  expect(formatOf(Buffer.from('--- a rule ---'), 'story.txt')).toBe('text');
  expect(READERS.markdown.read).toBe(readMarkdown);
});

describe('a proof of our own', () => {
  const part = fc.oneof(
    fc.constantFrom(...markdownTraps),
    fc.string({ unit: 'grapheme', minLength: 1 }),
    fc.lorem(),
  );

  test('is the story alone, whatever is marked in it', () => {
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 6 }),
        fc.nat(),
        fc.nat(),
        (parts, from, length) => {
          const story = readStory(parts.join('\n\n'), { keepFurniture: true });
          if (!story.ok) return;
          const { text, blocks } = story.story;
          const [start, end] = [
            from % text.length,
            Math.min((from % text.length) + 1 + (length % 20), text.length),
          ];
          const isWhole = [start, end].every((at) => !/[\uDC00-\uDFFF]/.test(text.charAt(at)));
          const span = { start, end, quote: text.slice(start, end) };
          const claims = isWhole
            ? [claim(1, '', { span, status: 'passed', verdict: verdict('accurate'), review: passed })]
            : [];
          const article = { ...input().article, revision: { ...input().article.revision, text, blocks } };
          const found = read(proofMarkdown(input({ article, claims })));
          const words = blocks.map((block) => oneLine(text.slice(block.start, block.end)));
          const again = found.ok ? putTogether(found.story, { keepFurniture: true }) : null;
          expect(again?.ok === true ? again.story.text : null).toBe(words.join('\n\n'));
        },
      ),
      { numRuns: 200 },
    );
  });

  test('says who wrote it and when, and keeps its notes beside', () => {
    const claims = [
      claim(1, 'At least 41 people', { status: 'passed', verdict: verdict('accurate'), review: passed }),
    ];
    expect(read(proofMarkdown(input({ claims })))).toMatchObject({
      story: {
        ...{
          title: 'Ferry <sinks>',
          byline: 'Ada Moor',
          publishedAt: '2026-03-02T09:05:00.000Z',
          language: 'en',
        },
        words: [
          { role: 'headline', text: 'Ferry sinks' },
          { role: 'paragraph', text: 'At least 41 people died & 3 were saved, <b>the office</b> said.' },
        ],
        rest: [
          {
            name: 'footnote 1',
            value: expect.stringMatching(/^“At least 41 people” Passed\. Fact: event\./),
          },
        ],
      },
    });
  });
});
