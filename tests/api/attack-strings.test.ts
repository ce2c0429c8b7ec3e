/** What somebody stored to have it run is data, and nothing else, in every file that leaves the house. */
import { parseHTML } from 'linkedom';
import { SaxesParser } from 'saxes';
import { beforeAll, describe, expect, test } from 'vitest';
import { CorrectionFormat, ExportFormat, ProofFormat, StoryFormat } from '../../server/contract/formats.ts';
import { ATTACKS, REFUSED } from '../cases/attack-strings.ts';
import { addEvidence, cite, claimNow, comment } from '../support/attached.ts';
import { createStory, mark, review, STORY, type Story, verify } from '../support/claims.ts';
import { refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { asBytes } from '../support/exports.ts';
import { readCsv } from '../support/rfc4180.ts';
import { addSource } from '../support/sources.ts';
import { ferryExtractor } from '../support/suggestions.ts';
import { unzip } from '../support/xlsx.ts';

const desk = useDesk({ extractor: ferryExtractor });
let editor: Person;
let reviewer: Person;
const stories: Story[] = [];

beforeAll(async () => {
  editor = await desk.person('editor', '<b onclick=attacked()>ATTACK</b>');
  reviewer = await desk.person('reviewer');
  for (const attack of Object.values(ATTACKS)) {
    const story = await createStory(editor, {
      text: `${STORY}\n\n${attack}`,
      ...{ title: attack, byline: attack, dateline: attack, agency: attack },
      ...{ sourceUrl: 'https://paper.example/ferry', publishedAt: '2026-03-01T10:00:00Z' },
    });
    stories.push(story);
    const source = await addSource(editor, { name: `${attack} ${stories.length}`, note: attack });
    await mark(editor, story, 'Ada Moor', {
      kind: 'source',
      details: { sourceId: source.id, titleAsPrinted: attack },
    });
    // With a day and a place, for the lists of other houses.
    await mark(editor, story, 'At least 41 people', {
      kind: 'casualty_count',
      details: {
        ...{ outcome: 'killed', low: 41, best: 41, high: 41, modifier: 'exact', scope: 'incident' },
        ...{ wording: attack, cause: attack, perpetrator: attack },
        victims: { category: 'civilian', label: attack },
        period: { from: '2026-03-01', to: null, precision: 'day' },
        place: { name: attack, precision: 'town' },
      },
    });
    const claim = await mark(editor, story, '120 passengers', { summary: attack });
    const about = { title: attack, publisher: attack, note: attack };
    const evidence = await addEvidence(editor, story, about);
    await cite(editor, claim, {
      ...{ evidenceId: evidence.id, locator: attack, quote: attack, note: attack },
    });
    await comment(editor, claim, attack);
    const wrong = { verdict: 'inaccurate', reason: attack, correction: attack };
    await review(reviewer, await verify(editor, await claimNow(editor, claim), wrong));
    // The feed and the pages for search engines take what was found true as well.
    const other = await mark(editor, story, 'Nobody knows', { summary: attack });
    await cite(editor, other, { evidenceId: evidence.id, quote: attack });
    await review(reviewer, await verify(editor, await claimNow(editor, other), { reason: attack }));
  }
}, 120_000);

/** Elements and attributes that nothing of ours needs in a file. */
function harmlessHtml(html: string): void {
  const { document } = parseHTML(html);
  for (const element of document.querySelectorAll('*')) {
    const name = element.localName;
    expect(['img', 'svg', 'iframe', 'object', 'embed', 'textarea'], html.slice(0, 200)).not.toContain(name);
    if (name === 'script') {
      expect(element.getAttribute('type')).toBe('application/ld+json');
      JSON.parse(element.textContent ?? '');
    }
    for (const { name: attribute, value } of element.attributes) {
      expect(attribute).not.toMatch(/^on/i);
      if (['href', 'src', 'action'].includes(attribute))
        expect(value.trim()).not.toMatch(/^(?!https?:|#|\/|mailto:)\w+:/i);
    }
  }
}

function wellFormed(xml: string): void {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
}

const strings = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(strings)
      : [];

/** What a spreadsheet would count. */
const FORMULA = /^[=+\-@\t\r](?!\d+(\.\d+)?$)/;

/** Parts of an office file: each is XML, none counts, and none leads to an address that runs. */
function harmlessOffice(file: Buffer): void {
  const parts = [...unzip(file)].filter(([name]) => /\.(xml|rels)$/.test(name));
  expect(parts.length).toBeGreaterThan(2);
  for (const [name, bytes] of parts) {
    const xml = bytes.toString();
    wellFormed(xml);
    expect(xml, name).not.toMatch(/<f[ >]|Target="javascript:/i);
  }
  expect(parts.some(([, xml]) => xml.toString().includes('ATTACK'))).toBe(true);
}

function harmlessCsv(file: Buffer): void {
  const cells = readCsv(file.toString().replace(/^\ufeff/, '')).flat();
  expect(cells.some((cell) => cell.includes('ATTACK'))).toBe(true);
  expect(cells.filter((cell) => FORMULA.test(cell))).toEqual([]);
}

function harmlessMarkdown(file: Buffer): void {
  // What stands before the text is quoted for whoever catalogues it, and is shown by nobody.
  const shown = file.toString().replace(/^---\n(\w[\w-]*: "([^"\\\n]|\\.)*"\n)*---\n/, '');
  expect(shown).not.toMatch(/^---/);
  expect(shown).toContain('ATT');
  expect(shown).not.toMatch(/(^|[^\\])<(script|img|svg|iframe|details)/i);
  expect(shown).not.toMatch(/[^\\]\]\(javascript:/i);
}

const holdsIt = (value: unknown) => expect(strings(value).some((one) => one.includes('ATT'))).toBe(true);

/** Each kind of file, read by a reader of that kind: the first that fits. */
const READERS: readonly (readonly [type: RegExp, read: (file: Buffer) => void])[] = [
  [/html/, (file) => harmlessHtml(file.toString())],
  [/csv/, harmlessCsv],
  [/officedocument/, harmlessOffice],
  [/markdown/, harmlessMarkdown],
  [/zip/, (file) => holdsIt(JSON.parse(unzip(file).get('story.json')?.toString() ?? 'null'))],
  [
    /x-ndjson|jsonl\b/,
    (file) =>
      holdsIt(
        file
          .toString()
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line)),
      ),
  ],
  [/json/, (file) => holdsIt(JSON.parse(file.toString()))],
  [/xml/, (file) => wellFormed(file.toString())],
  [/plain/, (file) => expect(file.toString()).toContain('ATTACK')],
];

const take = async (path: string) => {
  const { headers, body } = await asBytes(editor.get(path));
  const type = String(headers['content-type']);
  const [, read] = READERS.find(([pattern]) => pattern.test(type)) ?? [];
  if (read === undefined) throw new Error(`nobody reads ${type}`);
  read(body);
  return body;
};

describe('as text alone, in', () => {
  test.each(ExportFormat.options)('claims as %s', async (format) => {
    const body = await take(`/api/exports/claims?status=all&format=${format}`);
    expect(body.length).toBeGreaterThan(0);
  });
  test.each(CorrectionFormat.options)('corrections as %s', async (format) => {
    await take(`/api/exports/corrections?format=${format}`);
  });
  test.each(ProofFormat.options)('proofs as %s', async (format) => {
    for (const { id } of stories) await take(`/api/articles/${id}/proof?format=${format}`);
  });
  test.each(StoryFormat.options)('stories as %s', async (format) => {
    for (const { id } of stories) await take(`/api/exports/stories/${id}?format=${format}`);
  });
});

test.each(Object.entries(REFUSED))('%s is refused', async (_name, words) => {
  const [story] = stories;
  const path = `/api/articles/${story?.id}`;
  for (const response of [
    await editor.post('/api/articles', { text: STORY, title: words }),
    await editor.post('/api/articles', { text: words }),
    await editor.post(`${path}/evidence`, { kind: 'document', title: words }),
    await editor.post('/api/sources', { name: words, kind: 'person' }),
  ])
    expect([400, 422], response.text).toContain(response.status);
  refusal(await editor.patch(path, { version: story?.version, byline: REFUSED['NUL'] }), 'INVALID');
});

test('what is stored is what was sent', async () => {
  for (const [at, attack] of Object.values(ATTACKS).entries()) expect(stories[at]?.title).toBe(attack.trim());
});
