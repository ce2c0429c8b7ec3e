/** The proof as a Word document. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { proofDocx } from '../../server/domain/exchange/proof/docx.ts';
import type { ProofInput } from '../../server/domain/exchange/proof/model.ts';
import { readDocument, readInPython } from '../support/docx.ts';
import { NO_OFFICE, openInOffice } from '../support/office.ts';
import { ADA, AT, BEN, claim, id, input, passed, TEXT, verdict } from '../support/proofs.ts';

const read = async (more: Partial<ProofInput> = {}) => readDocument(await proofDocx(input(more)));
const storyOf = (text: string, language = 'en', roles: 'paragraph'[] = []): ProofInput['article'] => {
  const { article } = input();
  let start = 0;
  const blocks = text.split('\n\n').map((words, at) => {
    const block = { role: roles[at] ?? ('paragraph' as const), start, end: start + words.length };
    start = block.end + 2;
    return block;
  });
  return { ...article, language, revision: { ...article.revision, text, blocks } };
};

describe('the story', () => {
  test('stands in its own words, and nothing among them', async () => {
    const { paragraphs } = await read({ claims: [claim(5, '3 were saved')] });
    expect(paragraphs.slice(0, 2)).toEqual(TEXT.split('\n\n'));
  });

  test('headlines are headings', async () => {
    const { parts } = await read();
    expect(parts.get('word/document.xml')).toMatch(
      /<w:pStyle w:val="Heading1"\/>(?:(?!<\/w:p>).)*Ferry sinks/s,
    );
  });

  test('line breaks within a block stay', async () => {
    const { paragraphs } = await read({ article: storyOf('One\nTwo\n\nThree') });
    expect(paragraphs.slice(0, 2)).toEqual(['One\nTwo', 'Three']);
  });

  test('from right to left where it is written so, with what is said of it in English', async () => {
    const { parts } = await read({ article: storyOf('غرقت العبّارة', 'ar') });
    const body = parts.get('word/document.xml') ?? '';
    expect(body).toMatch(/<w:bidi\/>(?:(?!<\/w:p>).)*<w:rtl\/>(?:(?!<\/w:p>).)*غرقت/s);
    expect(body.match(/<w:bidi\/>/g)).toHaveLength(1);
    expect(parts.get('word/styles.xml')).toContain('<w:lang w:val="en-GB" w:bidi="ar"/>');
  });
});

describe('a claim', () => {
  test('is a comment on its words, by who decided on it last', async () => {
    const claims = [
      claim(5, '3 were saved'),
      claim(6, '41 people', { status: 'checked', verdict: verdict('accurate') }),
      claim(7, 'the office', { status: 'passed', verdict: verdict('accurate'), review: passed }),
    ];
    const { comments } = await read({ claims });
    expect(comments.map(({ author, date, on }) => ({ author, date: date.slice(0, 16), on }))).toEqual([
      { author: 'Ada <b>', date: AT.slice(0, 16), on: '3 were saved' },
      { author: 'Ada <b>', date: AT.slice(0, 16), on: '41 people' },
      { author: 'Ben', date: AT.slice(0, 16), on: 'the office' },
    ]);
    expect(comments[0]?.text).toBe('1 · Not checked. Fact: event.');
    expect(comments[2]?.text).toMatch(/^3 · Passed\. Fact: event\. Accurate, Ada <b>, .*Passed by Ben/);
  });

  test('may overlap another, hold one, and run over paragraphs', async () => {
    const words = ['At least 41 people died', '41 people', 'people died & 3 were saved'];
    const over = { start: 6, end: 21, quote: TEXT.slice(6, 21) };
    const claims = [...words.map((quote, at) => claim(at + 5, quote)), claim(9, 'Ferry', { span: over })];
    const { comments } = await read({ claims });
    expect(comments.map(({ on }) => on)).toEqual([...words, 'sinks\n\nAt least']);
  });

  test('has a line under its words by how far checking has come', async () => {
    const lines = async (one: Partial<Parameters<typeof claim>[2]>) => {
      const { parts } = await read({ claims: [claim(5, '41 people', one)] });
      return /<w:u [^>]*w:val="(\w+)"/.exec(parts.get('word/document.xml') ?? '')?.[1];
    };
    expect(await lines({})).toBe('dotted');
    expect(await lines({ status: 'checked', verdict: verdict('accurate') })).toBe('dash');
    expect(await lines({ status: 'checked', verdict: verdict('inaccurate') })).toBe('double');
    expect(await lines({ status: 'expired', verdict: verdict('accurate', true) })).toBe('wave');
    expect(await lines({ status: 'passed', verdict: verdict('accurate'), review: passed })).toBe('single');
  });

  test('that is withdrawn is not there, and one without a place stands in a list', async () => {
    const claims = [
      claim(5, '41 people', { status: 'withdrawn' }),
      claim(6, 'Ferry', { status: 'orphaned' }),
    ];
    const { comments, paragraphs } = await read({ claims });
    expect(comments).toEqual([]);
    expect(paragraphs.join('\n')).toContain(
      'No longer in the text\n1 · “Ferry” Not in the text. Fact: event.',
    );
  });

  test('somebody who is not known is someone', async () => {
    const { comments } = await read({ claims: [claim(5, '41 people', { createdBy: id(77) })] });
    expect(comments[0]?.author).toBe('someone');
  });
});

describe('behind the story', () => {
  test('stands what the proof is of', async () => {
    const { paragraphs } = await read({
      claims: [claim(5, '41 people')],
      sources: [{ id: id(50), name: 'Harbour <office>', kind: 'organisation', confidential: true }],
      evidence: [
        {
          ...{ id: id(60), kind: 'link', title: 'List & more', publisher: 'The port' },
          ...{ url: 'https://port.example/?a=1&b=2', accessedAt: AT, file: null, snapshot: null },
          withdrawn: false,
        },
      ],
      citations: [
        {
          ...{ claimId: id(5), evidenceId: id(60), locator: null, quote: null },
          ...{ stance: 'supports', withdrawn: false },
        },
      ],
    });
    const behind = paragraphs.slice(2).join('\n');
    expect(behind).toContain(
      'Checking proof\nFerry <sinks>\nAda Moor · 2 Mar 2026, 09:05 UTC\nRevision 1 · made',
    );
    expect(behind).toContain('1 of 1 left · Not checked: 1');
    expect(behind).toContain('Not signed off.');
    expect(behind).toContain('S1\nHarbour <office> (confidential)\norganisation');
    expect(behind).toContain(
      'E1\nList & more\nThe port\nhttps://port.example/?a=1&b=2\nseen 2 Mar 2026, 09:05 UTC\nlink\n1',
    );
    expect(behind).toContain(`Text: SHA-256 ${'ab'.repeat(32)}\nHistory: event 12, ${'cd'.repeat(32)}`);
  });

  test('without sources and evidence it says so', async () => {
    const text = (await read()).paragraphs.join('\n');
    expect(text).toContain('No claim names a source of the register.');
    expect(text).toContain('No evidence is kept for this story.');
  });

  test('the file is of the proof’s time and its maker’s', async () => {
    const core = (await read({ madeBy: 'Cleo & <Co>' })).parts.get('docProps/core.xml') ?? '';
    expect(core).toContain('<dc:creator>Cleo &#38; &#60;Co&#62;</dc:creator>');
    expect(core.match(/2026-03-02T09:05:00Z/g)).toHaveLength(2);
  });

  test('it refers to nothing outside', async () => {
    const { parts } = await read();
    for (const [, xml] of parts) expect(xml).not.toMatch(/TargetMode="External"/);
  });
});

/** As the server lets texts in: well-formed, without NUL. */
const anyText = fc
  .array(fc.string({ unit: 'binary', maxLength: 30 }), { minLength: 1, maxLength: 4 })
  .map((blocks) =>
    blocks
      .map((block) => block.replaceAll(/[\r\n\0]/g, ' '))
      .map((block) => (block.trim() === '' ? 'x' : block))
      .join('\n\n'),
  );
/** What XML cannot hold is shown as missing. */
const shown = (text: string) =>
  text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');

test('whatever the text and the marks, each comment stands on its words, and another program reads the same', async () => {
  let read = 0;
  await fc.assert(
    fc.asyncProperty(
      anyText,
      fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 6 }),
      async (text, edges) => {
        const article = storyOf(text);
        const starts = article.revision.blocks.flatMap(({ start, end }) => {
          const at = [start];
          for (const one of text.slice(start, end)) at.push((at.at(-1) ?? start) + one.length);
          return at;
        });
        const claims = edges.flatMap(([a, b], at) => {
          const [start = 0, end = 0] = [starts[a % starts.length] ?? 0, starts[b % starts.length] ?? 0].sort(
            (x, y) => x - y,
          );
          const isAtEnd = article.revision.blocks.some((block) => start === block.end);
          const isAtStart = article.revision.blocks.some((block) => end === block.start);
          if (start === end || isAtEnd || isAtStart) return [];
          return [claim(at + 5, 'Ferry', { span: { start, end, quote: text.slice(start, end) } })];
        });
        const file = await proofDocx(input({ article, claims }));
        const { comments, paragraphs } = readDocument(file);
        expect(comments.map(({ on }) => on)).toEqual(claims.map(({ span }) => shown(span.quote)));
        expect(paragraphs.slice(0, article.revision.blocks.length).join('\n\n')).toBe(shown(text));
        if (read++ % 20 > 0) return;
        const other = readInPython(file);
        if (other !== null)
          expect(other).toEqual({ paragraphs, comments: comments.map((comment) => comment.text) });
      },
    ),
    { numRuns: 100 },
  );
}, 120_000);

test('Python reads it', async (context) => {
  const claims = [claim(5, '41 people', { status: 'checked', verdict: verdict('accurate') })];
  const other = readInPython(await proofDocx(input({ claims, madeBy: ADA + BEN })));
  if (other === null) return context.skip('there is no python3 on this machine');
  expect(other.paragraphs.slice(0, 2)).toEqual(TEXT.split('\n\n'));
  expect(other.comments[0]).toMatch(/^1 · Awaits review\. Fact: event\. Accurate/);
});

test('LibreOffice opens it, with its comments on their words', { timeout: 120_000 }, async (context) => {
  const claims = [
    claim(5, '3 were saved'),
    claim(6, '41 people', { status: 'checked', verdict: verdict('accurate') }),
  ];
  const made = openInOffice(await proofDocx(input({ claims })), 'proof.docx', 'fodt');
  if (made === null) return context.skip(NO_OFFICE);
  const text = made.get('proof.fodt')?.toString('utf8') ?? '';
  const notes = [...text.matchAll(/<office:annotation .*?<\/office:annotation>/gs)].map(([note]) =>
    note.replace(/<[^>]+>/g, ''),
  );
  expect(notes).toHaveLength(2);
  // In the order of the text.
  expect(notes[0]).toContain('2 · Awaits review. Fact: event. Accurate');
  expect(notes[1]).toContain('1 · Not checked. Fact: event.');
  expect(text.match(/<office:annotation-end /g)).toHaveLength(2);
  const plain = text.replace(/<office:annotation .*?<\/office:annotation>/gs, '').replace(/<[^>]+>/g, '');
  for (const paragraph of TEXT.split('\n\n'))
    expect(plain).toContain(
      paragraph.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
    );
});
