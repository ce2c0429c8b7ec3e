/** Documents as they are printed. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatOf } from '../../server/domain/exchange/in/formats.ts';
import { wordsOf } from '../../server/domain/exchange/in/model.ts';
import { joinLines, wordsIn } from '../../server/domain/exchange/in/pdf/join.ts';
import { lineOf, rowsOf } from '../../server/domain/exchange/in/pdf/lines.ts';
import type { Page, Piece, Tag } from '../../server/domain/exchange/in/pdf/model.ts';
import { blocksOf, readPdf } from '../../server/domain/exchange/in/pdf.ts';
import { proofDocx } from '../../server/domain/exchange/proof/docx.ts';
import { joinCases, pdfCases } from '../cases/exchange-in-pdf.ts';
import { NO_OFFICE, openInOffice } from '../support/office.ts';
import { column, pdfOf } from '../support/pdf.ts';
import { input, TEXT } from '../support/proofs.ts';

describe('a page', () => {
  test.each(Object.entries(pdfCases))('%s', async (_name, { pages, blocks }) => {
    const bytes = pdfOf(pages);
    expect(formatOf(bytes, 'x')).toBe('pdf');
    expect(await readPdf(bytes)).toMatchObject({ ok: true, story: { words: blocks } });
  });

  test.each(Object.entries(joinCases))('joins lines: %s', (_name, { lines, elsewhere = '', expected }) => {
    expect(joinLines(lines, wordsIn([elsewhere]))).toBe(expected);
  });

  test('that is turned is read as it is shown', async () => {
    const upright = column(50, 660, ['Nine people drowned.']);
    const turned = pdfOf([[[500, 50, 'Nine people drowned.', 10, true]]], { rotate: 90 });
    const read = await readPdf(turned);
    expect(read).toMatchObject(await readPdf(pdfOf([upright])));
  });

  test('says of itself what is kept', async () => {
    const bytes = pdfOf(
      [[[50, 700, 'Ferry sinks', 24], ...column(50, 660, ['Nine people drowned off Port Elsen on Friday.'])]],
      {
        title: 'ferry-final-2.docx',
        language: 'en-GB',
        modified: "D:20140108180000+02'00'",
      },
    );
    expect(await readPdf(bytes)).toMatchObject({
      story: {
        title: 'Ferry sinks',
        language: 'en-GB',
        versionCreated: '2014-01-08T16:00:00.000Z',
        rest: [{ name: 'Title', value: 'ferry-final-2.docx' }],
      },
    });
  });

  test('keeps beside the story what runs along its pages', async () => {
    const read = await readPdf(
      pdfOf([
        [[50, 770, 'Page 1'], ...column(50, 660, ['One.'])],
        [[50, 770, 'Page 2'], ...column(50, 660, ['Two.'])],
      ]),
    );
    expect(read).toMatchObject({
      story: {
        words: [{ text: 'One.' }, { text: 'Two.' }],
        rest: [{ name: 'on its pages', value: 'Page 2' }],
      },
    });
  });
});

const piece = (text: string, left: number, right: number, more: Partial<Piece> = {}): Piece => ({
  ...{ text, left, right, y: 700, size: 10, rtl: false, mark: null },
  ...more,
});

describe('a line from right to left', () => {
  const of = (pieces: readonly Piece[]) => rowsOf(pieces).map((row) => lineOf([row]));

  test('is read from the right, its numbers from the left', () => {
    const line = of([
      piece('شخصا', 50, 80, { rtl: true }),
      piece('4', 84, 90),
      piece('1', 90, 96),
      piece('قتل', 100, 120, { rtl: true }),
    ]);
    expect(line).toMatchObject([{ text: 'قتل 41 شخصا', rtl: true }]);
  });

  test('has letters, not their forms', () => {
    expect(of([piece('\uFED7\uFE98\uFEDE', 50, 80, { rtl: true })])).toMatchObject([{ text: 'قتل' }]);
  });

  test('within one from left to right stays in its order', () => {
    const line = of([
      piece('He said', 50, 90),
      piece('شخصا', 94, 120, { rtl: true }),
      piece('قتل', 124, 140, { rtl: true }),
      piece('on Friday', 144, 190),
    ]);
    expect(line).toMatchObject([{ text: 'He said قتل شخصا on Friday', rtl: false }]);
  });
});

describe('a tagged file', () => {
  const tag = (role: string, ...children: Tag['children']): Tag => ({ role, children });
  const mark = (name: string) => ({ mark: name });
  const page = (tags: Tag | null, pieces: readonly Piece[]): Page => ({ pieces, tags, turned: [] });
  const blocks = (...pages: Page[]) => blocksOf(pages, new Set());

  test('has the parts that it tells', () => {
    const told = page(
      tag(
        'Document',
        tag('H1', mark('a')),
        tag('P', mark('b')),
        tag('H2', mark('c')),
        tag('BlockQuote', tag('P', mark('d'))),
        tag('Caption', mark('e')),
      ),
      ['Ferry sinks', 'Nine died.', 'The search', 'The sea was calm.', 'The ferry'].map((text, at) =>
        piece(text, 50, 120, { y: 700 - at * 12, mark: 'abcde'[at] ?? '' }),
      ),
    );
    expect(blocks(told)).toEqual([
      { role: 'headline', text: 'Ferry sinks' },
      { role: 'paragraph', text: 'Nine died.' },
      { role: 'heading', text: 'The search' },
      { role: 'quote', text: 'The sea was calm.' },
      { role: 'caption', text: 'The ferry' },
    ]);
  });

  test('goes on with a paragraph on the next page', () => {
    const one = (text: string) =>
      page(tag('Document', tag('P', mark('a'))), [piece(text, 50, 300, { mark: 'a' })]);
    expect(
      blocks(one('At least 41 people were'), one('killed on Friday.'), one('Nine were children.')),
    ).toEqual([
      { role: 'paragraph', text: 'At least 41 people were killed on Friday.' },
      { role: 'paragraph', text: 'Nine were children.' },
    ]);
  });

  test('reads a paragraph over two columns column by column', () => {
    const told = page(tag('P', mark('a')), [
      piece('At least 41 people were killed', 50, 250, { y: 200, mark: 'a' }),
      piece('when a ferry sank on Friday', 300, 500, { y: 700, mark: 'a' }),
    ]);
    expect(blocks(told)).toMatchObject([
      { text: 'At least 41 people were killed when a ferry sank on Friday' },
    ]);
  });

  test('whose tags leave words out is read from its page', () => {
    const told = page(tag('P', mark('a')), [
      piece('At least 41 people were killed.', 50, 250, { mark: 'a' }),
      piece('Twelve are missing.', 50, 200, { y: 600 }),
    ]);
    expect(blocks(told)).toMatchObject([
      { text: 'At least 41 people were killed.' },
      { text: 'Twelve are missing.' },
    ]);
  });

  test('leaves out what it calls decoration', () => {
    const told = page(tag('Document', tag('P', mark('a')), tag('Artifact', mark('b'))), [
      piece('At least 41 people were killed on Friday, the coastguard said.', 50, 250, { mark: 'a' }),
      piece('p. 1', 50, 60, { y: 10, mark: 'b' }),
    ]);
    expect(blocks(told)).toMatchObject([{ text: /^At least 41/ }]);
  });
});

describe('is refused in words', () => {
  const one = [column(50, 660, ['Nine people drowned.'])];
  test.each([
    ['a locked one', pdfOf(one, { locked: true }), 'FILE_BROKEN', 'it is locked with a password'],
    ['a damaged one', Buffer.from('%PDF-1.4\nnothing'), 'FILE_BROKEN', 'it is no PDF, or is damaged'],
    [
      'pages without letters',
      pdfOf([[]]),
      'EMPTY_STORY',
      'its pages are pictures: have their text recognised first',
    ],
    [
      'a book',
      pdfOf(Array.from({ length: 301 }, () => [])),
      'FILE_TOO_DEEP',
      'it has 301 pages, and 300 are taken',
    ],
  ])('%s', async (_name, bytes, problem, detail) => {
    expect(await readPdf(bytes)).toEqual({ ok: false, problem, detail });
  });

  test('no bytes make it fail, and none are changed', async () => {
    const whole = pdfOf(one);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 8 }),
        fc.nat(whole.length),
        async (changes, end) => {
          const bytes = Buffer.from(whole.subarray(0, end));
          for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
          const before = Buffer.from(bytes);
          const read = await readPdf(bytes);
          expect(typeof read.ok).toBe('boolean');
          expect(bytes.equals(before)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});

test('any words in any place come out whole, each once', async () => {
  const word = fc.stringMatching(/^[a-z]{1,8}$/);
  const place = fc.tuple(
    fc.integer({ min: 40, max: 400 }),
    fc.integer({ min: 3, max: 52 }).map((row) => row * 14),
    word,
  );
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(place, { minLength: 1, maxLength: 25, selector: ([, y]) => y }),
      async (places) => {
        const read = await readPdf(
          pdfOf([places.map(([x, y, text]): [number, number, string] => [x, y, text])]),
        );
        const words = read.ok ? wordsOf(read.story).split(/\s+/).sort() : [];
        expect(words).toEqual(places.map(([, , text]) => text).sort());
      },
    ),
    { numRuns: 60 },
  );
});

test('what LibreOffice printed is read as it was written', { timeout: 120_000 }, async (context) => {
  const made = openInOffice(await proofDocx(input()), 'proof.docx', 'pdf');
  if (made === null) return context.skip(NO_OFFICE);
  const read = await readPdf(made.get('proof.pdf') ?? Buffer.alloc(0));
  const texts =
    read.ok && typeof read.story.words !== 'string' ? read.story.words.map(({ text }) => text) : [];
  expect(texts.slice(0, 2)).toEqual(TEXT.split('\n\n'));
  expect(read).toMatchObject({ story: { title: TEXT.split('\n\n')[0] } });
});
