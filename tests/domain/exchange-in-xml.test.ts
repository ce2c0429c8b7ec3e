import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatOf } from '../../server/domain/exchange/in/formats.ts';
import { readNewsMl } from '../../server/domain/exchange/in/newsml-g2.ts';
import { readNitf } from '../../server/domain/exchange/in/nitf.ts';
import {
  newsItem,
  newsMlCases,
  nitfCases,
  nitfDocument,
  refusedNewsMl,
  refusedXml,
  xmlEncodings,
} from '../cases/exchange-in-xml.ts';
import { standardIn } from '../support/standards.ts';

const bytesOf = (xml: string | Uint8Array) => (typeof xml === 'string' ? Buffer.from(xml) : xml);
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

describe('NewsML-G2', () => {
  test.each(Object.entries(newsMlCases))('%s', (_name, { xml, expected }) => {
    expect(readNewsMl(bytesOf(xml))).toMatchObject({ ok: true, story: expected });
    expect(formatOf(bytesOf(xml), 'x')).toBe('newsml-g2');
  });

  test.each(Object.entries(refusedNewsMl))('%s is refused', (_name, { xml, problem }) => {
    expect(readNewsMl(bytesOf(xml))).toMatchObject({ ok: false, problem });
  });
});

describe('NITF', () => {
  test.each(Object.entries(nitfCases))('%s', (_name, { xml, expected }) => {
    expect(readNitf(bytesOf(xml))).toMatchObject({ ok: true, story: expected });
    expect(formatOf(bytesOf(xml), 'x')).toBe('nitf');
  });
});

describe('XML', () => {
  test.each(Object.entries(xmlEncodings))('is read in %s', (_name, bytes) => {
    expect(readNitf(bytes)).toMatchObject({
      story: { words: [{ role: 'paragraph', text: 'Le café a coulé.' }] },
    });
    expect(formatOf(bytes, 'x')).toBe('nitf');
  });

  test.each(Object.entries(refusedXml))('%s is refused', (_name, { xml, problem }) => {
    expect(readNitf(bytesOf(xml))).toMatchObject({ ok: false, problem });
    const asItem = typeof xml === 'string' ? Buffer.from(xml.replaceAll('nitf', 'newsItem')) : xml;
    expect(readNewsMl(asItem).ok).toBe(false);
  });

  test('a broken file is told where', () => {
    expect(readNitf(bytesOf('<nitf>\n<p></nitf>'))).toMatchObject({ detail: expect.stringMatching(/2:\d+/) });
  });

  test('any words come back, alike in NITF and in XHTML', () => {
    // XML has no characters for most controls, nor for two noncharacters.
    const unit = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
    const words = fc.array(unit, { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(words, (texts) => {
        const body = texts.map((text) => `<p>${escaped(text)}</p>`).join('');
        const content = `<inlineXML contenttype="application/xhtml+xml"><html><body>${body}</body></html></inlineXML>`;
        const nitf = readNitf(bytesOf(nitfDocument(body)));
        const item = readNewsMl(bytesOf(newsItem({ content })));
        expect(item.ok).toBe(nitf.ok);
        if (!nitf.ok || !item.ok) return;
        expect(item.story.words).toEqual(nitf.story.words);
        const kept = texts.map((text) => text.replace(/\s+/g, ' ').trim()).filter(Boolean);
        const read =
          typeof nitf.story.words === 'string'
            ? []
            : nitf.story.words.map(({ text }) => text.replace(/\s+/g, ' '));
        for (const text of read) expect(kept).toContain(text);
      }),
    );
  });

  test('no pieces of XML make it fail', () => {
    const pieces = [
      '<nitf>',
      '</nitf>',
      '<body>',
      '<p a="',
      '"/>',
      '&amp;',
      '&x;',
      '<![CDATA[',
      ']]>',
      '<!--',
      '<!DOCTYPE x [',
      '<?xml',
    ];
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string()), { maxLength: 30 }), (parts) => {
        const bytes = bytesOf(parts.join(''));
        expect(typeof readNitf(bytes).ok).toBe('boolean');
        expect(typeof readNewsMl(bytes).ok).toBe('boolean');
      }),
    );
  });
});

const folder = standardIn('newsml-g2');

describe.skipIf(folder === null)(
  'IPTC’s listings, where CLAIMDESK_STANDARDS names a folder that has them',
  () => {
    const listing = (name: string) => readFileSync(path.join(folder ?? '', name), 'utf8');

    test('a news item, which has no words: with some it is read', () => {
      const xml = listing('LISTING_1_A_NewsML-G2_News_Item.xml');
      expect(readNewsMl(bytesOf(xml))).toMatchObject({ ok: false, problem: 'EMPTY_STORY' });
      const filled = xml.replace(/<!--\s+Inline XML[\s\S]*?-->/, nitfDocument('<p>Words.</p>'));
      expect(readNewsMl(bytesOf(filled))).toMatchObject({
        story: {
          ...{
            title: 'Fed to halt QE to avert "bubble"',
            version: '11',
            agency: 'REUTERS',
            status: 'usable',
          },
          ...{ byline: 'Meredith Jameson', dateline: 'Berlin', embargoedUntil: '2018-10-23T12:00:00.000Z' },
          identifiers: [{ scheme: 'guid', value: 'urn:newsml:acmenews.com:20161018:US-FINANCE-FED' }],
        },
      });
    });

    test('words in NITF within a news item', () => {
      const set = listing('LISTING_25_An_NITF_marked-up_article_conveyed_in_inlineXML.xml').replace(
        /<\?xml.*?\?>/,
        '',
      );
      const read = readNewsMl(bytesOf(`<newsItem guid="urn:x" version="1">${set}</newsItem>`));
      expect(read).toMatchObject({
        story: { title: expect.stringMatching(/^Arizona Diamondbacks/), agency: 'Sports Network' },
      });
      expect(read.ok && read.story.words.length).toBe(2);
    });
  },
);
