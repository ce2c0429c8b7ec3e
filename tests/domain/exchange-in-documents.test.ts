/** Web pages and documents of word processors. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isDocx, readDocx } from '../../server/domain/exchange/in/docx.ts';
import { formatOf } from '../../server/domain/exchange/in/formats.ts';
import { readHtml } from '../../server/domain/exchange/in/html.ts';
import { wordsOf } from '../../server/domain/exchange/in/model.ts';
import { unzip } from '../../server/domain/exchange/in/zip.ts';
import { htmlCases, page, SENTENCE } from '../cases/exchange-in-html.ts';
import { CORE, docxOf, docxParts, FOOTNOTES, paragraph, zipOf } from '../support/zip.ts';

describe('a web page', () => {
  test.each(Object.entries(htmlCases))('%s', (_name, { html, expected }) => {
    expect(readHtml(Buffer.from(html))).toMatchObject({ ok: true, story: expected });
    expect(formatOf(Buffer.from(html), 'x')).toBe('html');
  });

  test('its menus, footer and scripts are no words', () => {
    const read = readHtml(Buffer.from(page('<script>document.title = "No"</script>')));
    const words = read.ok ? wordsOf(read.story) : '';
    expect(words).toContain(SENTENCE);
    for (const none of ['Home', 'World', 'Most read', '©', 'document']) expect(words).not.toContain(none);
  });

  test('is read in the encoding that it declares', () => {
    const html = page('<meta charset="windows-1252">').replaceAll('ferry', 'café “ferry”');
    const bytes = Buffer.from(html.replaceAll('“', '\x93').replaceAll('”', '\x94'), 'latin1');
    const read = readHtml(bytes);
    expect(read.ok && wordsOf(read.story)).toContain('café “ferry”');
    expect(readHtml(Buffer.from(page('').replaceAll('ferry', 'café'), 'latin1'))).toMatchObject({
      problem: 'FILE_ENCODING',
    });
  });

  test.each([
    ['nesting without end', '<html><body>'.concat('<div>'.repeat(100_000)), 'FILE_TOO_DEEP'],
    ['more elements than any page has', `<html>${'<b></b>'.repeat(200_001)}`, 'FILE_TOO_DEEP'],
    ['no words', '<html><body><img src="x"></body></html>', 'EMPTY_STORY'],
  ])('%s is refused', (_name, html, problem) => {
    expect(readHtml(Buffer.from(html))).toMatchObject({ ok: false, problem });
  });

  test('a page with more than is looked through is taken whole', () => {
    const html = `<html><body>${'<p>One more.</p>'.repeat(25_000)}</body></html>`;
    const read = readHtml(Buffer.from(html));
    expect(read.ok && read.story.words.length).toBe(25_000);
  });

  test('nothing is asked of the network, and no script runs', async () => {
    const asked: string[] = [];
    const { fetch } = globalThis;
    globalThis.fetch = (address) => {
      asked.push(String(address));
      return Promise.reject(new Error('no'));
    };
    try {
      readHtml(
        Buffer.from(
          page(
            '<script>globalThis.ran = true; fetch("https://x.example")</script><link rel="stylesheet" href="https://x.example/a.css">',
            `<img src="https://x.example/b.png" onerror="globalThis.ran = true"><iframe src="https://x.example"></iframe><p>${SENTENCE}</p>`,
          ),
        ),
      );
    } finally {
      globalThis.fetch = fetch;
    }
    expect(asked).toEqual([]);
    expect(Reflect.get(globalThis, 'ran')).toBeUndefined();
  });

  test('no markup makes it fail', () => {
    const piece = fc.constantFrom(
      '<html>',
      '<p>',
      '</p>',
      '<article>',
      '<table><tr>',
      '<script>',
      '</script>',
      '<meta ',
      'content="',
      '>',
      SENTENCE,
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 30 }), (pieces) => {
        expect(typeof readHtml(Buffer.from(pieces.join(''))).ok).toBe('boolean');
      }),
      { numRuns: 60 },
    );
  });
});

const STORY = [
  { style: 'Title', text: 'Ferry sinks' },
  { style: 'Subtitle', text: 'Nine children dead' },
  { text: 'It sank & burned <off> Port Elsen 🚢.' },
  { style: 'Heading1', text: 'The toll' },
  { style: 'Quote', text: 'The sea was calm.' },
  { style: 'Caption', text: 'The ferry' },
];

describe('a document', () => {
  test('has the roles that its styles give', async () => {
    const bytes = docxOf(STORY, [['docProps/core.xml', CORE]]);
    expect(formatOf(bytes, 'x')).toBe('docx');
    expect(await readDocx(bytes)).toMatchObject({
      ok: true,
      story: {
        ...{
          title: 'Ferry sinks',
          language: 'en-GB',
          versionCreated: '2014-01-08T16:00:00.000Z',
          identifiers: [],
        },
        words: [
          { role: 'headline', text: 'Ferry sinks' },
          { role: 'standfirst', text: 'Nine children dead' },
          { role: 'paragraph', text: 'It sank & burned <off> Port Elsen 🚢.' },
          { role: 'heading', text: 'The toll' },
          { role: 'quote', text: 'The sea was calm.' },
          { role: 'caption', text: 'The ferry' },
        ],
        rest: [{ name: 'creator', value: 'Desk 4' }],
      },
    });
  });

  test('its footnotes stand beside it', async () => {
    const body = '<w:p><w:r><w:t>It sank.</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>';
    const read = await readDocx(zipOf(docxParts(body, [['word/footnotes.xml', FOOTNOTES]])));
    expect(read).toMatchObject({
      story: {
        words: [{ role: 'paragraph', text: 'It sank.' }],
        rest: [{ name: 'footnote 1', value: 'Seen by this desk.' }],
      },
    });
  });

  test('what a tracked change took out is gone, what it put in is there', async () => {
    const body =
      '<w:p><w:del><w:r><w:delText>No</w:delText></w:r></w:del><w:ins><w:r><w:t>Yes</w:t></w:r></w:ins><w:r><w:t>.</w:t></w:r></w:p>';
    expect(await readDocx(zipOf(docxParts(body)))).toMatchObject({ story: { words: [{ text: 'Yes.' }] } });
  });

  test('any words come back', async () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 5 }), async (texts) => {
        const read = await readDocx(docxOf(texts.map((each) => ({ text: each }))));
        if (!read.ok) return;
        const kept = texts.map((each) => each.replace(/\s+/g, ' ').trim());
        for (const each of wordsOf(read.story).split('\n\n'))
          expect(kept).toContain(each.replace(/\s+/g, ' '));
      }),
      { numRuns: 40 },
    );
  });

  const parts = docxParts(paragraph({ text: 'It sank.' }));
  const deep = `<w:document xmlns:w="x"><w:body>${'<w:p>'.repeat(300)}</w:body></w:document>`;
  test.each<[string, Buffer, string]>([
    ['no archive', Buffer.from('It sank.'), 'FILE_BROKEN'],
    ['cut off', zipOf(parts).subarray(0, -30), 'FILE_BROKEN'],
    ['another archive', zipOf([['a.txt', 'It sank.']]), 'FILE_BROKEN'],
    ['locked', zipOf(parts, { locked: true }), 'FILE_BROKEN'],
    ['packed in another way', zipOf(parts, { method: 12 }), 'FILE_BROKEN'],
    ['says less than it unpacks to', zipOf(parts, { size: 10 }), 'FILE_UNPACKS'],
    ['says more than it unpacks to', zipOf(parts, { size: 100_000 }), 'FILE_BROKEN'],
    ['says that it unpacks to very much', zipOf(parts, { size: 90 * 1024 * 1024 }), 'FILE_UNPACKS'],
    [
      'unpacks to very much',
      zipOf([...parts, ['word/media/a.png', Buffer.alloc(101 * 1024 * 1024)]]),
      'FILE_UNPACKS',
    ],
    [
      'very many parts',
      zipOf([...parts, ...Array.from({ length: 2000 }, (_, index): [string, string] => [`${index}`, ''])]),
      'FILE_UNPACKS',
    ],
    ['more parts said than there are', zipOf(parts, { count: 9 }), 'FILE_BROKEN'],
    ['one name twice', zipOf([...parts, ['word/document.xml', 'x']]), 'FILE_BROKEN'],
    [
      'entities of its own',
      zipOf(docxParts('', [['word/document.xml', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>']])),
      'FILE_ENTITIES',
    ],
    [
      'nesting without end',
      zipOf(
        docxParts('', [['word/document.xml', deep.replace('</w:body>', `${'</w:p>'.repeat(300)}</w:body>`)]]),
      ),
      'FILE_TOO_DEEP',
    ],
    ['broken XML', zipOf(docxParts('', [['word/document.xml', '<a>']])), 'FILE_BROKEN'],
    ['no words', zipOf(docxParts('<w:p/>')), 'EMPTY_STORY'],
  ])('%s is refused', async (_name, bytes, problem) => {
    expect(await readDocx(bytes)).toMatchObject({ ok: false, problem });
  });

  test('bytes changed anywhere in it make it another or refused, and never fail', async () => {
    const bytes = docxOf(STORY);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(255), async (at, byte) => {
        const changed = Buffer.from(bytes);
        changed[at] = byte;
        expect(typeof (await readDocx(changed)).ok).toBe('boolean');
      }),
      { numRuns: 60 },
    );
  });

  test('is known by its parts, not by being an archive', async () => {
    expect(isDocx(zipOf([['a.txt', 'It sank.']]))).toBe(false);
    expect(await unzip(zipOf([['a.txt', 'It sank.']]))).toMatchObject({ ok: true });
  });
});
