import { uuidv7 } from 'uuidv7';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { GetArticle, ListArticles } from '../../server/contract/articles.ts';
import {
  CreateImport,
  ListImportFiles,
  ListImports,
  MAX_IMPORT_FILES,
  SendImportFile,
} from '../../server/contract/imports.ts';
import { MAX_STORY_FILE_BYTES } from '../../server/contract/story-files.ts';
import { page } from '../cases/exchange-in-html.ts';
import { newsItem, nitfDocument } from '../cases/exchange-in-xml.ts';
import { addEvidence } from '../support/attached.ts';
import { createStory, type Story } from '../support/claims.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { attach, BYTES } from '../support/files.ts';
import { importsFor, type Parts, sendZip, statesOf, text } from '../support/imports.ts';
import { exportedPackage, exportedStory, underOtherIds } from '../support/stories.ts';
import { asFile, bringIn, ninjsItem, wireItem } from '../support/story-files.ts';
import { docxOf, zipOf } from '../support/zip.ts';

const desk = useDesk();
const elsewhere = useDesk();
let editor: Person;
let other: Person;
let viewer: Person;

beforeAll(async () => {
  editor = await desk.person('editor', 'Ada');
  other = await desk.person('editor');
  viewer = await desk.person('viewer');
});

const { now, filesOf, send, isKept, bringZip, countOf } = importsFor(desk, () => editor);

describe('an archive', () => {
  test('of every format is brought in, and dropped when all of it is here', async () => {
    const brought = await bringZip([
      ['wire/', ''],
      ['wire/plain.txt', text('Ferry sinks')],
      ['wire/item.json', asFile(ninjsItem())],
      ['wire/nitf.xml', nitfDocument(`<p>${text('It sank.')}</p>`)],
      [
        'wire/page.html',
        page(`<p>${text('The ferry sank within an hour of leaving the harbour, witnesses said.')}</p>`),
      ],
      ['wire/desk.docx', docxOf([{ text: text('It sank in minutes.') }])],
      ['__MACOSX/wire/._plain.txt', 'x'],
      ['wire/.DS_Store', 'x'],
    ]);
    const files = await filesOf(brought);
    expect(statesOf(files)).toEqual({
      'wire/plain.txt': 'stored',
      'wire/item.json': 'stored',
      'wire/nitf.xml': 'stored',
      'wire/page.html': 'stored',
      'wire/desk.docx': 'stored',
    });
    expect(brought).toMatchObject({
      name: 'wire.zip',
      state: 'running',
      access: 'newsroom',
      canRetry: false,
    });
    expect(brought.counts).toEqual({ awaited: 0, waiting: 0, stored: 5, newer: 0, already: 0, refused: 0 });
    expect(brought.finishedAt).not.toBeNull();
    expect(isKept(brought)).toBe(false);
    const [first] = files;
    const story = answer(GetArticle, await editor.get(`/api/articles/${first?.article?.id}`));
    expect(story).toMatchObject({ title: first?.article?.title, access: 'newsroom', createdBy: editor.id });
    expect(story.arrival).toMatchObject({ name: 'plain.txt', format: 'text' });
  });

  test('with bombs, wrong encodings and broken files has a line for each, and brings in the rest', async () => {
    const before = await countOf('articles');
    const brought = await bringZip([
      ['good.txt', text('Ferry sinks')],
      ['bomb.txt', Buffer.alloc(2 * 1024 * 1024, ' ')],
      [
        'entities.xml',
        `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]>${newsItem({})}`,
      ],
      ['latin.txt', Buffer.from([0x5a, 0xfc, 0x72, 0x69, 0x63, 0x68])],
      ['broken.json', '{"uri": "urn:x", "headline": '],
      ['broken.docx', docxOf([{ text: 'It sank.' }]).subarray(0, 300)],
      ['picture.png', Buffer.from('89504e470d0a1a0a00000000', 'hex')],
      ['inner.zip', zipOf([['a.txt', 'x']])],
      ['empty.txt', ''],
      ['blank.txt', ' \n '],
      ['large.txt', Buffer.alloc(MAX_STORY_FILE_BYTES + 1, 'It sank. '), { method: 0 }],
      ['../out.txt', 'x'],
      ['locked.txt', 'x', { flags: 1 }],
      ['link.txt', '/etc/passwd', { mode: 0o120777 }],
      ['lies.txt', 'It sank.', { crc: 1 }],
      ['lzma.txt', 'x', { method: 14 }],
      ['good.txt', 'x'],
    ]);
    const files = await filesOf(brought);
    expect(files.map(({ path: name, state, problem }) => [name, problem?.code ?? state])).toEqual([
      ['good.txt', 'stored'],
      ['bomb.txt', 'FILE_UNPACKS'],
      ['entities.xml', 'FILE_ENTITIES'],
      ['latin.txt', 'FILE_ENCODING'],
      ['broken.json', 'FILE_BROKEN'],
      ['broken.docx', 'FILE_BROKEN'],
      ['picture.png', 'FILE_UNKNOWN'],
      ['inner.zip', 'FILE_UNKNOWN'],
      ['empty.txt', 'EMPTY_FILE'],
      ['blank.txt', 'EMPTY_STORY'],
      ['large.txt', 'FILE_UNPACKS'],
      ['../out.txt', 'ZIP_NAME'],
      ['locked.txt', 'ZIP_LOCKED'],
      ['link.txt', 'ZIP_LINK'],
      ['lies.txt', 'ZIP_BROKEN'],
      ['lzma.txt', 'ZIP_METHOD'],
      ['good.txt', 'ZIP_TWICE'],
    ]);
    for (const { problem, article } of files.slice(1)) {
      expect(problem?.title).toMatch(/\.$/);
      expect(article).toBeNull();
    }
    expect(files[11]?.problem?.detail).toBe('its name leads out of its folder');
    expect(await countOf('articles')).toBe(before + 1);
    expect(brought).toMatchObject({ canRetry: true, counts: { stored: 1, refused: 16 } });
    expect(isKept(brought)).toBe(true);
  });

  test.each<[string, () => Buffer, Parameters<typeof refusal>[1]]>([
    ['that is none', () => Buffer.from('It sank.'), 'ZIP_BROKEN'],
    ['that is cut off', () => zipOf([['a.txt', 'It sank.']]).subarray(0, -1), 'ZIP_BROKEN'],
    ['with nothing in it', () => zipOf([]), 'EMPTY_FILE'],
    ['with nothing but what systems leave', () => zipOf([['a/.DS_Store', 'x']]), 'EMPTY_FILE'],
    ['of no bytes', () => Buffer.alloc(0), 'EMPTY_FILE'],
    [
      'whose files lie over each other',
      () =>
        zipOf([
          ['a.txt', 'x'],
          ['b.txt', 'x', { offset: 0 }],
        ]),
      'ZIP_OVERLAPS',
    ],
    [
      'of very many files',
      () => zipOf([['a.txt', 'x']], { count: 2 * MAX_IMPORT_FILES + 1 }),
      'ZIP_TOO_MANY',
    ],
    [
      'that says it unpacks to very much',
      () => zipOf([['a.txt', 'x', { size: 0xfffffffe }]]),
      'FILE_UNPACKS',
    ],
  ])('%s is refused whole, and nothing is kept of it', async (_name, bytes, code) => {
    const before = await countOf('imports');
    refusal(await sendZip(editor, bytes()), code);
    expect(await countOf('imports')).toBe(before);
  });

  test('brings in versions of a story by their version, wherever they stand', async () => {
    const { uri } = ninjsItem();
    const versions = ['2', '10', '1'].map((version): [string, Buffer] => [
      `${version}.json`,
      asFile(wireItem(`Toll\n\nAt least ${version}0 people died.`, { uri, version })),
    ]);
    const brought = await bringZip(versions);
    const files = await filesOf(brought);
    expect(statesOf(files)).toEqual({ '1.json': 'stored', '2.json': 'newer', '10.json': 'newer' });
    expect(files.map(({ revision }) => revision)).toEqual([2, 3, 1]);
    expect(new Set(files.map(({ article }) => article?.id)).size).toBe(1);
    const id = files[0]?.article?.id;
    const story = answer(GetArticle, await editor.get(`/api/articles/${id}`));
    expect(story.revision.text).toContain('At least 100 people died.');

    const older = await bringZip([versions[0] ?? ['', '']]);
    expect(statesOf(await filesOf(older))).toEqual({ '2.json': 'OLDER_VERSION' });
  });

  test('that is brought in again brings in nothing', async () => {
    const item = ninjsItem();
    const parts: Parts = [
      ['a.txt', text('Ferry sinks')],
      ['b.json', asFile(item)],
    ];
    const here = await bringIn(editor, item);
    const twice: Parts = [...parts, ['the same.txt', parts[0]?.[1] ?? '']];
    const first = await filesOf(await bringZip(twice));
    expect(statesOf(first)).toEqual({ 'a.txt': 'stored', 'b.json': 'already', 'the same.txt': 'already' });
    expect(first[1]?.article).toEqual({ id: here.id, title: here.title });
    const before = [await countOf('articles'), await countOf('revisions')];
    const again = await bringZip(parts);
    expect(again.counts).toMatchObject({ already: 2, stored: 0, newer: 0 });
    expect([await countOf('articles'), await countOf('revisions')]).toEqual(before);
  });

  test('with whole stories of another Claimdesk brings them in whole, once, and never for more people', async () => {
    const { document } = await exportedStory(editor, await createStory(editor));
    const open = underOtherIds(document);
    const parts: Parts = [
      ['whole.json', JSON.stringify(open)],
      ['broken.json', JSON.stringify(open).slice(0, -9)],
      ['wrong.json', JSON.stringify({ ...open, story: {} })],
    ];
    const first = await filesOf(await bringZip(parts, { query: '&access=restricted' }));
    expect(statesOf(first)).toEqual({
      ...{ 'whole.json': 'STORY_IS_OPEN', 'broken.json': 'FILE_BROKEN', 'wrong.json': 'INVALID' },
    });
    const files = await filesOf(await bringZip(parts));
    expect(files[0]).toMatchObject({ state: 'stored', article: { id: open.story.article.id } });
    const again = await filesOf(await bringZip(parts));
    expect(again[0]).toMatchObject({ state: 'already', article: { id: open.story.article.id } });
  });

  describe('with packages of whole stories', () => {
    let story: Story;
    let packed: Awaited<ReturnType<typeof exportedPackage>>;
    let reviewer: Person;
    beforeAll(async () => {
      reviewer = await elsewhere.person('reviewer');
    });
    beforeEach(async () => {
      story = await createStory(editor);
      const file = await attach(editor, story, BYTES.pdf, 'name=list.pdf');
      await addEvidence(editor, story, { kind: 'file', title: 'list', fileId: file.id, url: undefined });
      packed = await exportedPackage(editor, story);
    });

    async function brought(bytes: Buffer) {
      const begun = answer(CreateImport, await sendZip(reviewer, bytes));
      await elsewhere.idle();
      return filesOf(begun, reviewer);
    }
    async function expectWithFiles() {
      const again = await exportedPackage(reviewer, story);
      expect([...again.files]).toEqual([...packed.files]);
      expect([...again.files.values()]).toEqual([BYTES.pdf]);
    }
    const count = async () =>
      (await elsewhere.db.pool.query<{ count: number }>('SELECT count(*)::int FROM articles')).rows[0]?.count;

    test('is one story with its files where it is one itself', async () => {
      const files = await brought(packed.bytes);
      expect(files).toMatchObject([{ path: 'wire.zip', state: 'stored', article: { id: story.id } }]);
      await expectWithFiles();
      expect(await brought(packed.bytes)).toMatchObject([{ state: 'already', article: { id: story.id } }]);
    });

    test('has each as one file among others, also where it is sent by itself', async () => {
      const files = await brought(
        zipOf([
          ['desk/ferry.claimdesk.zip', packed.bytes],
          ['a.txt', text('Ferry sinks')],
        ]),
      );
      expect(statesOf(files)).toEqual({ 'desk/ferry.claimdesk.zip': 'stored', 'a.txt': 'stored' });
      await expectWithFiles();
      const list = [{ path: 'ferry.claimdesk.zip', size: packed.bytes.length }];
      const begun = answer(CreateImport, await reviewer.post('/api/imports', { name: 'desk', files: list }));
      await send(reviewer, begun, 1, packed.bytes).expect(200);
      await elsewhere.idle();
      expect(await filesOf(begun, reviewer)).toMatchObject([{ state: 'already', article: { id: story.id } }]);
    });

    test('refuses a document that left its files behind, and a package that is not whole: nothing is stored', async () => {
      const before = await count();
      const unpacked: Parts = [
        ['ferry/story.json', packed.text],
        ...[...packed.files].map(([name, bytes]): [string, Buffer] => [`ferry/files/${name}`, bytes]),
      ];
      expect((await brought(zipOf(unpacked)))[0]?.problem?.code).toBe('FILES_LEFT_BEHIND');
      const other: Parts = [
        ['story.json', packed.text],
        [`files/${'0'.repeat(64)}`, 'It sank.'],
      ];
      expect((await brought(zipOf(other)))[0]?.problem).toMatchObject({
        code: 'PACKAGE_MISMATCH',
        detail: expect.stringContaining('is missing'),
      });
      expect(await count()).toBe(before);
      await brought(packed.bytes);
      await expectWithFiles();
    });
  });

  test('sent twice under one id is one', async () => {
    const id = uuidv7();
    const bytes = zipOf([['a.txt', text('Ferry sinks')]]);
    await sendZip(editor, bytes, `&id=${id}`).expect(201);
    await sendZip(editor, bytes, `&id=${id}`).expect(200);
    refusal(await sendZip(editor, zipOf([['b.txt', text('x')]]), `&id=${id}`), 'ID_USED');
    await desk.idle();
    expect((await now({ id })).counts).toMatchObject({ stored: 1 });
  });

  test('may be restricted: its new stories are for whoever brought it in', async () => {
    const brought = await bringZip([['a.txt', text('Ferry sinks')]], {
      query: '&access=restricted&language=en-GB',
    });
    expect(brought.access).toBe('restricted');
    const [file] = await filesOf(brought);
    const story = answer(GetArticle, await editor.get(`/api/articles/${file?.article?.id}`));
    expect(story).toMatchObject({ access: 'restricted', language: 'en-GB' });
    expect(story.memberIds).toEqual([editor.id]);
    refusal(await other.get(`/api/articles/${file?.article?.id}`), 'NOT_FOUND');
  });
});

describe('a folder', () => {
  const listed = (files: readonly (readonly [string, Buffer])[]) =>
    files.map(([name, bytes]) => ({ path: name, size: bytes.length }));

  test('is listed first and sent file by file; it is brought in once all are there', async () => {
    const files: [string, Buffer][] = [
      ['desk/b.json', asFile(wireItem(text('Ferry sinks')))],
      ['desk/a.txt', Buffer.from(text('Ferry sinks'))],
      ['desk/empty.txt', Buffer.alloc(0)],
    ];
    const list = [
      ...listed(files),
      { path: 'desk/film.mov', size: MAX_STORY_FILE_BYTES + 1 },
      { path: 'desk/.DS_Store', size: 9 },
    ];
    const body = { id: uuidv7(), name: 'desk', memberIds: [other.id], access: 'restricted', files: list };
    const begun = answer(CreateImport, await editor.post('/api/imports', body).expect(201));
    await editor.post('/api/imports', body).expect(200);
    expect(begun.counts).toMatchObject({ awaited: 2, refused: 2 });
    const sent = answer(SendImportFile, await send(editor, begun, 1, files[0]?.[1] ?? Buffer.alloc(0)));
    expect(sent).toMatchObject({ path: 'desk/b.json', state: 'waiting' });
    await desk.idle();
    expect((await now(begun)).counts).toMatchObject({ awaited: 1, waiting: 1, stored: 0 });
    // An answer that was lost is asked for again.
    await send(editor, begun, 1, files[0]?.[1] ?? Buffer.alloc(0)).expect(200);
    await send(editor, begun, 2, files[1]?.[1] ?? Buffer.alloc(0)).expect(200);
    await desk.idle();
    const done = await filesOf(begun);
    expect(statesOf(done)).toEqual({
      'desk/b.json': 'stored',
      'desk/a.txt': 'stored',
      'desk/empty.txt': 'EMPTY_FILE',
      'desk/film.mov': 'TOO_LARGE',
    });
    // Those of its people see the stories, and not the list.
    await other.get(`/api/articles/${done[0]?.article?.id}`).expect(200);
    refusal(await other.get(`/api/imports/${begun.id}`), 'NOT_FOUND');
  });

  test('may do without files that never came', async () => {
    const bytes = Buffer.from(text('Ferry sinks'));
    const files = listed([
      ['a.txt', bytes],
      ['b.txt', bytes],
    ]);
    const begun = answer(CreateImport, await editor.post('/api/imports', { name: 'desk', files }));
    await send(editor, begun, 1, bytes);
    await editor.post(`/api/imports/${begun.id}/leave-out`).expect(200);
    await desk.idle();
    expect(statesOf(await filesOf(begun))).toEqual({ 'a.txt': 'stored', 'b.txt': 'FILE_NOT_SENT' });
    refusal(await editor.post(`/api/imports/${begun.id}/leave-out`), 'IMPORT_OVER');
  });

  test('takes no file larger than a story’s, none that is empty, and none that is not listed', async () => {
    const files = [{ path: 'a.txt', size: 9 }];
    const begun = answer(CreateImport, await editor.post('/api/imports', { name: 'desk', files }));
    refusal(await send(editor, begun, 1, Buffer.alloc(MAX_STORY_FILE_BYTES + 1)), 'TOO_LARGE');
    refusal(await send(editor, begun, 1, Buffer.alloc(0)), 'EMPTY_FILE');
    refusal(await send(editor, begun, 2, Buffer.from('x')), 'NOT_FOUND');
    refusal(await send(other, begun, 1, Buffer.from('x')), 'NOT_FOUND');
    expect((await now(begun)).counts).toMatchObject({ awaited: 1 });
  });

  test('with a list that is wrong is refused', async () => {
    const wrong = [
      { name: 'desk', files: [] },
      { name: '', files: [{ path: 'a', size: 1 }] },
      { name: 'desk', files: [{ path: 'a', size: -1 }] },
      {
        name: 'desk',
        files: [
          { path: 'a', size: 1 },
          { path: 'a', size: 2 },
        ],
      },
    ];
    for (const body of wrong) refusal(await editor.post('/api/imports', body), 'INVALID');
    const files = [{ path: 'a.txt', size: 1 }];
    refusal(
      await editor.post('/api/imports', { name: 'x', files, memberIds: [uuidv7()] }),
      'UNKNOWN_REFERENCE',
    );
    refusal(await viewer.post('/api/imports', { name: 'x', files }), 'NEEDS_EDITOR');
    refusal(await sendZip(viewer, zipOf([['a.txt', 'x']])), 'NEEDS_EDITOR');
  });
});

describe('its lists', () => {
  test('go on by cursor, by state, and are for nobody else', async () => {
    const person = await desk.person('editor');
    const parts: Parts = [1, 2, 3, 4, 5].map((n) => [`${n}.txt`, n % 2 === 0 ? '' : text(`Ferry ${n}`)]);
    const brought = await bringZip(parts, { as: person });
    const refused = await person.get(`/api/imports/${brought.id}/files?state=refused&limit=1`);
    const first = answer(ListImportFiles, refused);
    expect(first.items.map(({ number }) => number)).toEqual([2]);
    const rest = await person.get(
      `/api/imports/${brought.id}/files?state=refused&limit=1&cursor=${first.nextCursor}`,
    );
    expect(answer(ListImportFiles, rest)).toMatchObject({ items: [{ number: 4 }], nextCursor: null });

    const second = await bringZip([['a.txt', text('x')]], { as: person });
    const newest = answer(ListImports, await person.get('/api/imports?limit=1'));
    expect(newest.items).toEqual([second]);
    const older = answer(ListImports, await person.get(`/api/imports?limit=1&cursor=${newest.nextCursor}`));
    expect(older).toEqual({ items: [brought], nextCursor: null });
    expect(answer(ListImports, await viewer.get('/api/imports')).items).toEqual([]);
    for (const rest of ['', '/files', '/summary'])
      refusal(await other.get(`/api/imports/${brought.id}${rest}`), 'NOT_FOUND');
    refusal(await person.get('/api/imports?cursor=x'), 'INVALID');
  });

  test('tell no title of a story that is not for them any more', async () => {
    const person = await desk.person('editor');
    const query = '&access=restricted';
    const brought = await bringZip([['a.txt', text('Ferry sinks')]], { as: person, query });
    const [file] = await filesOf(brought, person);
    await desk.db.pool.query('DELETE FROM article_members WHERE article_id = $1', [file?.article?.id]);
    expect(await filesOf(brought, person)).toMatchObject([{ state: 'stored', article: null }]);
    const found = answer(ListArticles, await person.get('/api/articles')).items;
    expect(found.map(({ id }) => id)).not.toContain(file?.article?.id);
  });

  test('are a table for a spreadsheet, in which no name is a formula', async () => {
    const brought = await bringZip([
      ['=SUM(A1).txt', text('+1 ferry')],
      ['b.txt', ''],
    ]);
    const { text: csv, headers } = await editor.get(`/api/imports/${brought.id}/summary`).expect(200);
    expect(headers['content-disposition']).toContain('claimdesk-import-wire-zip-');
    const [, first, second] = csv.split('\r\n');
    expect(csv).toContain('"file","bytes","outcome","reason","detail","story","title","revision"');
    expect(first).toMatch(/^"'=SUM\(A1\)\.txt","\d+","stored","","","[0-9a-f-]{36}","'\+1 ferry/);
    expect(second).toBe('"b.txt","0","refused","There is nothing in this file.","","","",""');
  });
});
