/** What all readers of files have in common: encodings, markup, putting together, versions. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ImportFormat } from '../../server/contract/formats.ts';
import { arrives, type Version } from '../../server/domain/exchange/in/arrives.ts';
import { decode } from '../../server/domain/exchange/in/decode.ts';
import { formatOf, READERS } from '../../server/domain/exchange/in/formats.ts';
import { htmlTree } from '../../server/domain/exchange/in/html-tree.ts';
import { blocksOf } from '../../server/domain/exchange/in/markup.ts';
import type { Imported } from '../../server/domain/exchange/in/model.ts';
import { putTogether } from '../../server/domain/exchange/in/put-together.ts';
import { languageOf, lineOf, proseOf, timeOf } from '../../server/domain/exchange/in/values.ts';
import { arrivesCases } from '../cases/exchange-arrives.ts';
import { decodeCases, markupCases, timeCases } from '../cases/exchange-in.ts';

const blocksIn = (html: string) => blocksOf(htmlTree(html) ?? []).map(({ role, text }) => [role, text]);

describe('encodings', () => {
  test.each(Object.entries(decodeCases))('%s', (_name, { bytes, told, expected }) => {
    expect(decode(Uint8Array.from(bytes), told ?? null)).toEqual(
      expected === null ? { ok: false } : { ok: true, text: expected },
    );
  });

  test('any text comes back from each of Unicode’s encodings', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const marked = Buffer.from(`\ufeff${text}`, 'utf16le');
        expect(decode(marked)).toEqual({ ok: true, text });
        expect(decode(Buffer.from(marked).swap16())).toEqual({ ok: true, text });
        expect(decode(Buffer.from(`\ufeff${text}`))).toEqual({ ok: true, text });
      }),
    );
  });
});

describe('markup', () => {
  test.each(Object.entries(markupCases))('%s', (_name, { html, expected }) => {
    expect(blocksIn(html)).toEqual(expected);
  });

  test('any words in paragraphs come back as they were, each a block of one line', () => {
    const words = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), { maxLength: 12 });
    fc.assert(
      fc.property(words, (texts) => {
        const escaped = texts.map((text) =>
          text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
        );
        const blocks = blocksOf(htmlTree(escaped.map((text) => `<p>${text}</p>`).join('')) ?? []);
        const kept = texts
          .map((text) => text.replace(/[\t\n\v\f\r \u0085\u2028\u2029]+/g, ' ').trim())
          .filter((text) => /[^\s\p{Default_Ignorable_Code_Point}]/u.test(text));
        expect(blocks.map(({ text }) => text)).toEqual(kept);
      }),
    );
  });

  test('no markup makes it fail', () => {
    const tag = fc.constantFrom(
      '<p>',
      '</p>',
      '<div',
      '<br>',
      '</div>',
      '<q>',
      '<!--',
      ']]>',
      '&#0;',
      '<hr/>',
      '"',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(tag, fc.string()), { maxLength: 60 }), (pieces) => {
        for (const { text } of blocksOf(htmlTree(pieces.join('')) ?? [])) {
          expect(text).toBe(text.trim());
          expect(text).not.toMatch(/[\n\r]/);
        }
      }),
    );
  });
});

describe('values', () => {
  test.each(Object.entries(timeCases))('the time %s', (given, expected) => {
    expect(timeOf(given)).toBe(expected);
  });

  test('a line is one line, and never ends within a character', () => {
    expect(lineOf(' a\n  b\u0000 ', 10)).toBe('a b');
    expect(lineOf(' \n', 10)).toBeNull();
    expect(lineOf('abc👍👍', 5)).toBe('abc…');
    expect(lineOf('\ud83d', 5)).toBe('\ufffd');
  });

  test('prose keeps its lines', () => {
    expect(proseOf('  EDITORS:\r\n\r\n\r\n\r\n  hold  this ', 100)).toBe('EDITORS:\n\nhold this');
    expect(proseOf('12345', 4)).toBe('123…');
  });

  test('a language is a tag', () => {
    expect([
      languageOf('en_GB'),
      languageOf(' ar '),
      languageOf('English language'),
      languageOf(null),
    ]).toEqual(['en-GB', 'ar', null, null]);
  });
});

const EMPTY: Imported = {
  ...{ title: null, byline: null, agency: null, dateline: null, publishedAt: null, language: null },
  ...{ version: null, versionCreated: null, status: null, embargoedUntil: null, editorialNote: null },
  ...{ sourceUrl: null, identifiers: [], rest: [], words: [] },
};

describe('putting a story together', () => {
  const words = [
    { role: 'headline', text: 'Ferry sinks' },
    { role: 'paragraph', text: 'PORT ELSEN (TNA) - A ferry sank on Wednesday, the harbour office said.' },
    { role: 'heading', text: 'The toll' },
    { role: 'paragraph', text: 'Share on Facebook' },
    { role: 'quote', text: 'The sea was calm.' },
  ] as const;

  test('roles are the file’s, furniture is told as in a pasted text', () => {
    const read = putTogether({ ...EMPTY, words, byline: 'Ada Moor', language: 'en' });
    if (!read.ok) throw new Error(read.problem);
    const { story } = read;
    expect(story.parts.map(({ role }) => role)).toEqual([
      ...['headline', 'paragraph', 'heading', 'furniture', 'quote'],
    ]);
    expect(story).toMatchObject({ title: 'Ferry sinks', byline: 'Ada Moor', dateline: 'PORT ELSEN' });
    for (const { start, end } of story.blocks)
      expect(words.map(({ text }) => text)).toContain(story.text.slice(start, end));
  });

  test('an editor has the last word', () => {
    const read = putTogether({ ...EMPTY, words }, { roles: [{ part: 3, role: 'paragraph' }] });
    expect(read.ok && read.story.furniture).toEqual([]);
  });

  test('each block of any file is one part with its words', () => {
    const role = fc.constantFrom('headline', 'paragraph', 'heading', 'quote', 'caption', 'standfirst');
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(fc.array(fc.tuple(role, text), { minLength: 1, maxLength: 15 }), (pairs) => {
        const html = pairs.map(
          ([, each]) => `<p>${each.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`,
        );
        const blocks = blocksOf(htmlTree(html.join('')) ?? []);
        const read = putTogether({ ...EMPTY, words: blocks }, { keepFurniture: true });
        if (!read.ok) return;
        expect(read.story.parts.map((part) => part.text)).toEqual(
          blocks.map((each) => each.text.normalize('NFC').trim()),
        );
        for (const { start, end } of read.story.blocks)
          expect(read.story.text.slice(start, end).isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('which version is the newer', () => {
  const version = (
    {
      version: number = undefined,
      at,
      file,
      words,
    }: { version?: string; at?: string; file?: string; words?: string },
    place: string,
  ): Version => ({
    version: number ?? null,
    versionCreated: at ?? null,
    fileSha256: file ?? place,
    wordsSha256: words ?? place,
  });

  test.each(Object.entries(arrivesCases))('%s', (_name, { here, file, expected }) => {
    const those = here.map((one, index) => version(one, `here ${index}`));
    expect(arrives(those, version(file, 'the file'))).toBe(expected);
  });

  test('of two files with numbers or times, one that is newer than the other is not older as well', () => {
    const any = fc.record({
      version: fc.option(fc.constantFrom('1', '2', '2.0', '10', 'x')),
      versionCreated: fc.option(fc.constantFrom('2014-01-08T12:00:00.000Z', '2014-01-08T13:00:00.000Z')),
      fileSha256: fc.constantFrom('a', 'b', 'c'),
      wordsSha256: fc.constantFrom('v', 'w'),
    });
    fc.assert(
      fc.property(any, any, (a, b) => {
        const [there, back] = [arrives([a], b), arrives([b], a)];
        expect(arrives([a], a)).toBe('same');
        if (there === 'same') expect(back).toBe('same');
        if (there === 'older') expect(back).toBe('newer');
        if (there === 'differs') expect(back).toBe('differs');
      }),
    );
  });
});

test('what is no file of a format is told by its name, or not at all', () => {
  expect(formatOf(Buffer.from('{'), 'story.JSON')).toBe('ninjs');
  expect(formatOf(Buffer.from('words'), 'story.txt')).toBe('text');
  expect(formatOf(Buffer.from('words'), 'story.xyz')).toBeNull();
  expect(formatOf(Buffer.from('{"a": 1}'), 'x')).toBeNull();
});

test.each(ImportFormat.options)('no bytes make the reader of %s fail: it refuses', async (format) => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      expect(typeof (await READERS[format].read(bytes)).ok).toBe('boolean');
    }),
  );
});
