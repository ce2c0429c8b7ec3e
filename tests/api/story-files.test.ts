/** Stories that come as files: previewed, stored, revised by newer versions, kept as they were; or refused whole. */
import { readdir } from 'node:fs/promises';
import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, test } from 'vitest';
import { ListArrivals } from '../../server/contract/arrivals.ts';
import {
  type ArticlePreview,
  CreateArticle,
  GetArticle,
  ListArticles,
  PreviewArticle,
} from '../../server/contract/articles.ts';
import { GetArticleHistory } from '../../server/contract/history.ts';
import { MAX_STORY_FILE_BYTES } from '../../server/contract/story-files.ts';
import { page, SENTENCE } from '../cases/exchange-in-html.ts';
import { newsItem, nitfDocument } from '../cases/exchange-in-xml.ts';
import { claimNow } from '../support/attached.ts';
import { mark, verify } from '../support/claims.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { asBytes } from '../support/exports.ts';
import { column, pdfOf } from '../support/pdf.ts';
import { asFile, bringIn, inJson, ninjsItem, post } from '../support/story-files.ts';
import { docxOf, zipOf } from '../support/zip.ts';

const desk = useDesk();
let editor: Person;
let other: Person;
let viewer: Person;

beforeAll(async () => {
  editor = await desk.person('editor');
  other = await desk.person('editor');
  viewer = await desk.person('viewer');
});

const preview = async (as: Person, item: unknown): Promise<ArticlePreview> =>
  answer(PreviewArticle, await as.post('/api/articles/preview', inJson(asFile(item))));
const arrivalsOf = async (as: Person, id: string) =>
  answer(ListArrivals, await as.get(`/api/articles/${id}/arrivals`)).items;
const fetched = async (as: Person, id: string) => answer(GetArticle, await as.get(`/api/articles/${id}`));
const html = (value: string) => ({ bodies: [{ contentType: 'text/html', value }] });

/** Stories, arrivals, events and files, counted: what a refusal leaves as it was. */
async function everything(): Promise<unknown> {
  const { rows } = await desk.db.pool.query(
    'SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM arrivals) AS a, (SELECT count(*) FROM article_identifiers) AS i, (SELECT count(*) FROM events) AS e, (SELECT count(*) FROM revisions) AS r, (SELECT count(*) FROM idempotency_keys) AS k',
  );
  const entries = await readdir(desk.filesDir, { recursive: true, withFileTypes: true });
  return [rows, entries.filter((entry) => entry.isFile()).length];
}

describe('a file', () => {
  test('is previewed with its blocks, fields and what is beside them, and nothing is stored', async () => {
    const before = await everything();
    const item = ninjsItem();
    const read = await preview(editor, item);
    expect(read).toMatchObject({
      ...{ title: 'Ferry sinks off Port Elsen', byline: 'Ada Moor', agency: 'Tarvo News Agency' },
      ...{ dateline: 'Port Elsen', publishedAt: '2014-01-08T16:00:00.000Z', language: 'en' },
    });
    expect(read.parts.map(({ role }) => role)).toEqual([
      ...['headline', 'standfirst', 'paragraph', 'heading', 'paragraph', 'quote'],
    ]);
    expect(read.file).toMatchObject({
      ...{ format: 'ninjs', version: '1', status: 'usable', arrives: 'new', here: null },
      editorialNote: 'Recasts with the toll in the second paragraph.',
      identifiers: [{ scheme: 'uri', value: item.uri }],
    });
    expect(read.file?.rest).toContainEqual({ name: 'subjects[0].name', value: 'transport accident' });
    expect(await everything()).toEqual(before);
  });

  test.each([
    ['of a media type that names its format', '', 'application/ninjs+json'],
    ['of bytes that tell it', '', 'application/octet-stream'],
    ['of JSON with the format in the query', '?format=ninjs', 'application/json'],
    [
      'of bytes with format, name and access in the query',
      '?format=ninjs&name=ferry.json&access=restricted',
      'application/octet-stream',
    ],
  ])('is taken as the body itself, %s', async (_name, query, type) => {
    const bytes = asFile(ninjsItem());
    const read = answer(
      PreviewArticle,
      await post(editor, `/api/articles/preview${query.replace(/&access.*/, '')}`, bytes, type),
    );
    const id = uuidv7();
    const address = `/api/articles${query}${query === '' ? '?' : '&'}id=${id}`;
    const story = answer(CreateArticle, await post(editor, address, bytes, type).expect(201));
    expect(story).toMatchObject({ id, title: read.title, byline: 'Ada Moor' });
    expect(story.revision.text).toBe(read.text);
    expect(story.access).toBe(query.includes('restricted') ? 'restricted' : 'newsroom');
    expect(story.arrival).toMatchObject({ format: 'ninjs', size: bytes.length });
  });

  test('is kept as it was, byte for byte, with what it says', async () => {
    const item = ninjsItem();
    const { id } = await bringIn(editor, item);
    const [arrival, ...more] = await arrivalsOf(viewer, id);
    expect(more).toEqual([]);
    expect(arrival).toMatchObject({ number: 1, revision: 1, name: 'story.json', createdBy: editor.id });
    const file = await asBytes(viewer.get(`/api/articles/${id}/arrivals/1/file`));
    expect(file.headers['content-disposition']).toBe('attachment; filename=story.json');
    expect(Buffer.compare(file.body, asFile(item))).toBe(0);
    refusal(await viewer.get(`/api/articles/${id}/arrivals/2/file`), 'NOT_FOUND');
  });

  test('is corrected as a text is: roles, furniture, and what surrounds it', async () => {
    const body = { roles: [{ part: 1, role: 'paragraph' }], title: 'Ferry lost', byline: null };
    const story = await bringIn(editor, ninjsItem(), body);
    expect(story).toMatchObject({ title: 'Ferry lost', byline: null });
    expect(story.revision.blocks[1]?.role).toBe('paragraph');
  });

  test('marks are laid on its words as on those of any text', async () => {
    const story = await bringIn(editor, ninjsItem(html('<p>A ferry 🚢 with 120 passengers sank.</p>')));
    const claim = await mark(editor, story, '120 passengers');
    expect(claim.span.quote).toBe('120 passengers');
  });

  test.each([
    ['application/vnd.iptc.g2.newsitem+xml', 'newsml-g2'],
    ['application/xml', 'newsml-g2'],
    ['application/nitf+xml', 'nitf'],
    ['text/xml', 'nitf'],
  ])('XML is taken as %s: %s', async (type, format) => {
    const nitf = nitfDocument(
      '<p>It sank off Port Elsen.</p>',
      `<docdata><doc-id id-string="${uuidv7()}"/></docdata>`,
    );
    const content = `<inlineXML contenttype="application/nitf+xml">${nitf}</inlineXML>`;
    const item = newsItem({ attributes: 'version="1"', content }).replace('FERRY', uuidv7());
    const bytes = Buffer.from(format === 'nitf' ? nitf : item);
    const story = answer(CreateArticle, await post(editor, '/api/articles', bytes, type).expect(201));
    expect(story.revision.text).toBe('It sank off Port Elsen.');
    expect(story.arrival?.format).toBe(format);
    await post(other, '/api/articles', bytes, type).expect(200);
  });

  test('a web page is known again by its address, and its newer version by when it was changed', async () => {
    const address = `https://tarvo.example/${uuidv7()}`;
    const at = (time: string, toll: string) =>
      Buffer.from(
        page(
          `<link rel="canonical" href="${address}"><meta property="article:modified_time" content="${time}">`,
          `<p>${SENTENCE.replace('41', toll)}</p><p>${SENTENCE.replace('120', '130')}</p>`,
        ),
      );
    const first = answer(
      CreateArticle,
      await post(editor, '/api/articles', at('2014-01-08T16:00:00Z', '41'), 'text/html'),
    );
    expect(first).toMatchObject({ sourceUrl: address, language: 'en-GB', arrival: { format: 'html' } });
    const next = await post(other, '/api/articles', at('2014-01-08T18:00:00Z', '52'), 'text/html');
    expect(answer(CreateArticle, next)).toMatchObject({ id: first.id, revision: { number: 2 } });
    refusal(
      await post(other, '/api/articles', at('2014-01-08T17:00:00Z', '50'), 'text/html'),
      'OLDER_VERSION',
    );
  });

  test('a document has the roles that its styles give', async () => {
    const bytes = docxOf([
      { style: 'Title', text: 'Ferry sinks' },
      { text: 'It sank off Port Elsen.' },
      { style: 'Heading1', text: 'The toll' },
    ]);
    const story = answer(CreateArticle, await post(editor, '/api/articles?name=ferry.docx', bytes));
    expect(story).toMatchObject({ title: 'Ferry sinks', arrival: { format: 'docx', name: 'ferry.docx' } });
    expect(story.revision.blocks.map(({ role }) => role)).toEqual(['headline', 'paragraph', 'heading']);
  });

  test('a printed document has its paragraphs and its headline', async () => {
    const bytes = pdfOf([
      [
        [50, 700, 'Ferry sinks', 24],
        ...column(50, 660, ['It sank off Port Elsen on Wednes-', 'day, and nine drowned.']),
      ],
    ]);
    const story = answer(CreateArticle, await post(editor, '/api/articles', bytes, 'application/pdf'));
    expect(story).toMatchObject({ title: 'Ferry sinks', arrival: { format: 'pdf' } });
    expect(story.revision.text).toBe('Ferry sinks\n\nIt sank off Port Elsen on Wednesday, and nine drowned.');
  });

  test('Markdown has its roles, and what it says of itself', async () => {
    const markdown =
      '---\ntitle: Ferry\nauthor: Ada Moor\n---\n# Ferry sinks\n\nNine[^1] *drowned*.\n\n> Calm.\n\n[^1]: The office.';
    const bytes = Buffer.from(markdown);
    const sent = await post(editor, '/api/articles', bytes, 'text/markdown; charset=utf-8');
    const story = answer(CreateArticle, sent);
    expect(story).toMatchObject({ title: 'Ferry', byline: 'Ada Moor', arrival: { format: 'markdown' } });
    expect(story.revision.text).toBe('Ferry sinks\n\nNine drowned.\n\nCalm.');
    expect(story.revision.blocks.map(({ role }) => role)).toEqual(['headline', 'paragraph', 'quote']);
    const named = await post(editor, '/api/articles/preview?name=ferry.md', bytes);
    expect(answer(PreviewArticle, named).file).toMatchObject({
      format: 'markdown',
      rest: [{ name: 'footnote 1', value: 'The office.' }],
    });
  });

  test('a plain text may come as a file, in UTF-16 too', async () => {
    const bytes = Buffer.from('\ufeffFerry sinks\n\nIt sank off Port Elsen on Wednesday.', 'utf16le');
    const read = answer(PreviewArticle, await post(editor, '/api/articles/preview', bytes, 'text/plain'));
    expect(read).toMatchObject({ title: 'Ferry sinks', file: { format: 'text', arrives: 'new' } });
  });
});

describe('a newer version', () => {
  test('becomes the next revision of the story, which the preview says before', async () => {
    const item = ninjsItem();
    const first = await bringIn(editor, item);
    const kept = await verify(editor, await mark(editor, first, '120 passengers'));
    const changed = await verify(editor, await mark(editor, first, 'At least 41 people'));
    const [body] = item.bodies;
    const next = { ...item, version: '2', ...html(body?.value.replace('41', '52') ?? '') };

    const { file, sameAs } = await preview(other, next);
    expect(sameAs).toEqual([]);
    expect(file).toMatchObject({
      arrives: 'newer',
      here: { id: first.id, revision: 1, version: '1', edited: false },
    });
    const onto = { articleId: first.id, baseRevision: 1 };
    const second = await bringIn(other, next, { onto });
    expect(second).toMatchObject({ id: first.id, revision: { number: 2 }, arrival: { version: '2' } });
    expect((await claimNow(editor, kept)).status).toBe('checked');
    expect((await claimNow(editor, changed)).status).toBe('expired');
    expect((await arrivalsOf(editor, first.id)).map(({ number, revision }) => [number, revision])).toEqual([
      [2, 2],
      [1, 1],
    ]);
    const { items } = answer(GetArticleHistory, await editor.get(`/api/articles/${first.id}/history`));
    expect(items.filter(({ type }) => type === 'article.arrived').map(({ data }) => data)).toMatchObject([
      { after: { number: 1, version: '1', identifier: item.uri } },
      { after: { number: 2, version: '2', identifier: item.uri } },
    ]);
    expect(items.find(({ type }) => type === 'article.revised')?.data).toMatchObject({
      arrived: 'story.json, version 2',
    });
  });

  test('the same again does nothing and says so', async () => {
    const item = ninjsItem();
    const { id, head, version } = await bringIn(editor, item);
    expect((await preview(other, item)).file).toMatchObject({ arrives: 'same', here: { id } });
    const before = await everything();
    const again = await other.post('/api/articles', inJson(asFile(item)));
    expect(again.status).toBe(200);
    expect(answer(CreateArticle, again)).toMatchObject({ id, head, version });
    expect(await everything()).toEqual(before);
  });

  test('an older one is refused with the story that is here', async () => {
    const item = ninjsItem({ version: '3' });
    const { id, title } = await bringIn(editor, item);
    const older = { ...item, version: '2', ...html('<p>A ferry is late.</p>') };
    expect((await preview(editor, older)).file).toMatchObject({
      arrives: 'older',
      here: { id, version: '3' },
    });
    const before = await everything();
    const { current } = refusal(await editor.post('/api/articles', inJson(asFile(older))), 'OLDER_VERSION');
    expect(current).toMatchObject({ id, title, version: '3' });
    expect(await everything()).toEqual(before);
  });

  test('the same number over other words is refused', async () => {
    const item = ninjsItem();
    await bringIn(editor, item);
    const differs = { ...item, ...html('<p>A ferry is late.</p>') };
    expect((await preview(editor, differs)).file?.arrives).toBe('differs');
    refusal(await editor.post('/api/articles', inJson(asFile(differs))), 'VERSION_DIFFERS');
  });

  test('with the same words is kept without a new text', async () => {
    const item = ninjsItem();
    const { id } = await bringIn(editor, item);
    const next = await bringIn(editor, { ...item, version: '2', edNote: 'Adds a picture.' });
    expect(next).toMatchObject({
      id,
      revision: { number: 1 },
      arrival: { editorialNote: 'Adds a picture.' },
    });
    expect((await arrivalsOf(editor, id)).map(({ revision }) => revision)).toEqual([1, 1]);
  });

  test('of a story that was edited here says so, and takes its place as any text that arrives', async () => {
    const item = ninjsItem();
    const { id, revision } = await bringIn(editor, item);
    const text = revision.text.replace('120', '121');
    await editor.post(`/api/articles/${id}/revisions`, { text, baseRevision: 1 }).expect(201);
    const next = { ...item, version: '2', ...html('<p>A ferry sank with 130 passengers.</p>') };
    expect((await preview(editor, next)).file?.here).toMatchObject({ revision: 2, edited: true });
    expect((await bringIn(editor, next)).revision.number).toBe(3);
  });

  test('is not stored where something else is there by now than was seen', async () => {
    const item = ninjsItem();
    const { id } = await bringIn(editor, item);
    const next = { ...item, version: '2', ...html('<p>A ferry sank with 130 passengers.</p>') };
    const send = (onto: object | null) => editor.post('/api/articles', { ...inJson(asFile(next)), onto });
    refusal(await send(null), 'ARRIVED_MEANWHILE');
    refusal(await send({ articleId: id, baseRevision: 2 }), 'ARRIVED_MEANWHILE');
    const fresh = { ...inJson(asFile(ninjsItem())), onto: { articleId: id, baseRevision: 1 } };
    refusal(await editor.post('/api/articles', fresh), 'ARRIVED_MEANWHILE');
    expect((await fetched(editor, id)).revision.number).toBe(1);
  });

  test('may be sent again: nothing happens twice', async () => {
    const item = ninjsItem();
    const { id } = await bringIn(editor, item);
    const next = inJson(
      asFile({ ...item, version: '2', ...html('<p>A ferry sank with 130 passengers.</p>') }),
    );
    const key = uuidv7();
    const send = () => editor.post('/api/articles', next).set('Idempotency-Key', key);
    await send().expect(201);
    await send().expect(200);
    expect((await fetched(editor, id)).revision.number).toBe(2);
    expect(await arrivalsOf(editor, id)).toHaveLength(2);
    refusal(
      await editor.post('/api/articles', inJson(asFile(ninjsItem()))).set('Idempotency-Key', key),
      'KEY_REUSED',
    );
  });

  test('of a story that comes in twice at once there is one', async () => {
    const item = ninjsItem();
    const answers = await Promise.all(
      [editor, other, editor].map((as) => as.post('/api/articles', inJson(asFile(item)))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 201]);
    const { items } = answer(ListArticles, await editor.get('/api/articles?limit=200'));
    const there = await Promise.all(items.map(({ id }) => arrivalsOf(editor, id)));
    expect(there.flat().filter(({ identifiers }) => identifiers[0]?.value === item.uri)).toHaveLength(1);
  });
});

describe('a restricted story', () => {
  test('is not there for others, whatever identifier they bring', async () => {
    const item = ninjsItem();
    const { id } = await bringIn(editor, item, { access: 'restricted' });
    expect((await preview(editor, item)).file?.arrives).toBe('same');
    for (const version of ['1', '0', '2']) {
      const { file, sameAs } = await preview(other, { ...item, version });
      expect(file).toMatchObject({ arrives: 'new', here: null });
      expect(sameAs.map((same) => same.id)).not.toContain(id);
    }
    const theirs = await bringIn(other, item);
    expect(theirs.id).not.toBe(id);
    expect((await fetched(editor, id)).head).toBe(2);
    refusal(await other.get(`/api/articles/${id}/arrivals`), 'NOT_FOUND');
    refusal(await other.get(`/api/articles/${id}/arrivals/1/file`), 'NOT_FOUND');
  });
});

describe('a refusal leaves everything as it was', () => {
  const REFUSED: Readonly<
    Record<string, { bytes: Buffer; type?: string; query?: string; code: Parameters<typeof refusal>[1] }>
  > = {
    'an empty file': { bytes: Buffer.alloc(0), code: 'EMPTY_FILE' },
    'a file of no format': { bytes: Buffer.from([1, 2, 3]), code: 'FILE_UNKNOWN' },
    'a broken file': { bytes: Buffer.from('{"uri":'), query: '?format=ninjs', code: 'FILE_BROKEN' },
    'a file that nests without end': {
      bytes: Buffer.from('['.repeat(9000)),
      query: '?format=ninjs',
      code: 'FILE_TOO_DEEP',
    },
    'a file in no encoding': {
      bytes: Buffer.from([0x7b, 0xff]),
      query: '?format=ninjs',
      code: 'FILE_ENCODING',
    },
    'a bomb of entities': {
      bytes: Buffer.from('<!DOCTYPE nitf [<!ENTITY a "aa">]><nitf>&a;</nitf>'),
      type: 'text/xml',
      query: '?format=nitf',
      code: 'FILE_ENTITIES',
    },
    'XML that is cut off': { bytes: Buffer.from('<newsItem guid="urn:x"><contentSet>'), code: 'FILE_BROKEN' },
    'a bomb in an archive': {
      bytes: zipOf([['word/document.xml', Buffer.alloc(101 * 1024 * 1024)]]),
      query: '?format=docx',
      code: 'FILE_UNPACKS',
    },
    'a page without words': { bytes: Buffer.from('<!doctype html><img>'), code: 'EMPTY_STORY' },
    'a picture': { bytes: asFile(ninjsItem({ type: 'picture' })), code: 'FILE_NO_STORY' },
    'a story without words': { bytes: asFile(ninjsItem({ bodies: [] })), code: 'EMPTY_STORY' },
    'words that no text holds': {
      bytes: asFile(ninjsItem({ bodies: [{ value: 'a\u0000b' }] })),
      code: 'NOT_TEXT',
    },
    'half an emoji': { bytes: asFile(ninjsItem(html('<p>\ud83d</p>'))), code: 'NOT_TEXT' },
    'words over the limit of stories': {
      bytes: asFile(ninjsItem(html(`<p>${'word '.repeat(500_000)}</p>`))),
      code: 'TOO_LARGE',
    },
    'a file over its limit': { bytes: Buffer.alloc(MAX_STORY_FILE_BYTES + 1, 0x20), code: 'TOO_LARGE' },
    'a format that is none': { bytes: asFile(ninjsItem()), query: '?format=rtf', code: 'INVALID' },
    'a form': {
      bytes: asFile(ninjsItem()),
      type: 'multipart/form-data; boundary=x',
      code: 'NOT_ACCEPTABLE_TYPE',
    },
  };

  test.each(Object.entries(REFUSED))('%s', async (_name, { bytes, type, query = '', code }) => {
    const before = await everything();
    refusal(await post(editor, `/api/articles/preview${query}`, bytes, type), code);
    refusal(await post(editor, `/api/articles${query}`, bytes, type), code);
    expect(await everything()).toEqual(before);
  });

  test('both a text and a file, or neither', async () => {
    const both = { text: 'Words.', ...inJson(asFile(ninjsItem())) };
    expect(refusal(await editor.post('/api/articles', both), 'INVALID').issues?.[0]?.path).toBe('text');
    refusal(await editor.post('/api/articles', {}), 'INVALID');
    refusal(await editor.post('/api/articles', { file: { name: 'x', base64: 'no base64' } }), 'INVALID');
  });

  test('viewers and strangers', async () => {
    const before = await everything();
    const bytes = asFile(ninjsItem());
    refusal(await post(viewer, '/api/articles', bytes), 'NEEDS_EDITOR');
    refusal(await post(desk.stranger, '/api/articles', bytes), 'NOT_SIGNED_IN');
    refusal(await post(desk.stranger, '/api/articles/preview', bytes), 'NOT_SIGNED_IN');
    refusal(
      await post(editor, '/api/articles', bytes).set('Origin', 'https://elsewhere.example'),
      'WRONG_ORIGIN',
    );
    expect(await everything()).toEqual(before);
  });

  test('people who are not there: neither story nor file stays', async () => {
    const before = await everything();
    const body = { ...inJson(asFile(ninjsItem())), access: 'restricted', memberIds: [uuidv7()] };
    refusal(await editor.post('/api/articles', body), 'UNKNOWN_REFERENCE');
    expect(await everything()).toEqual(before);
  });
});
