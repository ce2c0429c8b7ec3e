/** A story with the bytes of its files, out of one Claimdesk and into another; or refused whole. */
import { createHash } from 'node:crypto';
import { readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ProblemCode } from '../../server/contract/problem.ts';
import { ImportStory, type StoryDocument } from '../../server/contract/stories.ts';
import { addEvidence } from '../support/attached.ts';
import { createStory, mark, STORY, type Story } from '../support/claims.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { asBytes } from '../support/exports.ts';
import { attach, BYTES } from '../support/files.ts';
import {
  exportedPackage,
  exportedStory,
  importedStory,
  sendPackage,
  storyPart,
  underOtherIds,
} from '../support/stories.ts';
import { asFile, bringIn, wireItem } from '../support/story-files.ts';
import { zipOf } from '../support/zip.ts';

/** What the web holds, wherever one looks: the address is the one that it was moved to. */
const page = { words: '', url: '' };
const desk = useDesk({
  fetchPage: async () => ({
    ok: true,
    bytes: Buffer.from(page.words),
    contentType: 'text/plain; charset=utf-8',
    url: page.url,
  }),
});
const elsewhere = useDesk();
let editor: Person;
let stranger: Person;
let viewer: Person;
const item = wireItem(STORY, { version: '3' });

async function filed(as: Person, story: Story, bytes: Buffer, name: string) {
  const file = await attach(as, story, bytes, `name=${name}`);
  await addEvidence(as, story, { kind: 'file', title: name, fileId: file.id, url: undefined });
  return file;
}

let story: Story;
let whole: Awaited<ReturnType<typeof exportedPackage>>;
beforeAll(async () => {
  editor = await desk.person('editor', 'Ada Field');
  stranger = await elsewhere.person('reviewer', 'Mira Stone');
  viewer = await elsewhere.person('viewer');
  story = await bringIn(editor, item);
  await mark(editor, story, 'Nine children');
  await filed(editor, story, BYTES.pdf, 'list.pdf');
  await filed(editor, story, BYTES.png, 'dot.png');
  // The same bytes twice lie in it once.
  await filed(editor, story, BYTES.png, 'again.png');
  whole = await exportedPackage(editor, story);
});

const digestOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const kept = async () =>
  (await readdir(elsewhere.filesDir, { recursive: true, withFileTypes: true })).filter((one) => one.isFile())
    .length;
const stories = async () =>
  (
    await elsewhere.db.pool.query(
      'SELECT (SELECT count(*) FROM articles) AS a, (SELECT count(*) FROM idempotency_keys) AS k',
    )
  ).rows;

describe('a package', () => {
  test('holds the document, and each file once', () => {
    const files = [BYTES.pdf, BYTES.png, asFile(item)];
    expect([...whole.files.keys()]).toEqual(files.map(digestOf).sort());
    expect(whole.document.manifest.files).toEqual([...whole.files.keys()]);
    for (const bytes of files) expect(whole.files.get(digestOf(bytes))?.equals(bytes)).toBe(true);
  });

  test('has the story as the document by itself has it', async () => {
    const { text, document } = await exportedStory(editor, story);
    expect(storyPart(whole.text)).toBe(storyPart(text));
    expect(document.manifest.files).toBeUndefined();
    expect(document.manifest.sha256).toBe(whole.document.manifest.sha256);
  });

  test('is called what it is, and recorded', async () => {
    const { headers, body } = await asBytes(
      editor.get(`/api/exports/stories/${story.id}?format=claimdesk-package`),
    );
    expect(headers['content-type']).toBe('application/zip');
    expect(headers['content-disposition']).toMatch(/\.claimdesk\.zip"?$/);
    const found = await editor.get(`/api/exports/recorded?sha256=${digestOf(body)}`);
    expect(found.body.items).toMatchObject([{ kind: 'story', format: 'claimdesk-package' }]);
  });

  test('comes in with every file, and is the same on a second export', async () => {
    const sent = await sendPackage(stranger, whole.bytes).expect(201);
    expect(answer(ImportStory, sent)).toEqual({ id: story.id, integrity: 'whole', claims: 1 });
    const again = await exportedPackage(stranger, story);
    expect(storyPart(again.text)).toBe(storyPart(whole.text));
    expect([...again.files]).toEqual([...whole.files]);
    const { body } = await stranger.get(`/api/articles/${story.id}/evidence`);
    const [list] = body.items;
    expect(list.file).toMatchObject({ name: 'list.pdf', here: true });
    const file = await asBytes(stranger.get(`/api/files/${list.file.id}`));
    expect(file.body.equals(BYTES.pdf)).toBe(true);
    const came = await asBytes(viewer.get(`/api/articles/${story.id}/arrivals/1/file`));
    expect(came.body.equals(asFile(item))).toBe(true);
  });

  test('may be sent again; its document by itself is another', async () => {
    await sendPackage(stranger, whole.bytes).expect(200);
    refusal(await stranger.post('/api/stories', whole.document), 'ID_USED');
  });

  test('does not fill in the files of a story that came as its document, and says so', async () => {
    const copy = underOtherIds(whole.document);
    await importedStory(stranger, copy);
    const files = [...whole.files].map(([digest, bytes]) => [`files/${digest}`, bytes] as const);
    const { issues } = refusal(
      await sendPackage(stranger, zipOf([['story.json', JSON.stringify(copy)], ...files])),
      'ID_USED',
    );
    expect(issues).toEqual([
      {
        path: 'story.article.id',
        message:
          'is a story that is here already, and was left as it is; attach the files that it came without to it by hand',
      },
    ]);
    const hidden = structuredClone(underOtherIds(copy));
    hidden.story.article.access = 'restricted';
    await importedStory(stranger, hidden);
    const other = await elsewhere.person('reviewer');
    // To whoever may not see it nothing is told of it.
    expect(refusal(await other.post('/api/stories', hidden), 'ID_USED').issues).toBeUndefined();
  });

  test('of a story whose files stayed elsewhere says so, and comes in', async () => {
    const copy = underOtherIds(whole.document);
    await importedStory(stranger, copy);
    const out = await exportedPackage(stranger, copy.story.article);
    expect(out.document.manifest.files).toEqual([]);
    expect(out.files.size).toBe(0);
    await sendPackage(editor, zipOf([['story.json', JSON.stringify(underOtherIds(out.document))]])).expect(
      201,
    );
  });

  test('is not made where a file is lost', async () => {
    const own = await createStory(editor);
    const { sha256 } = await filed(editor, own, Buffer.from('lost words'), 'lost.txt');
    const place = path.join(desk.filesDir, sha256.slice(0, 2), sha256);
    await rm(place);
    refusal(await editor.get(`/api/exports/stories/${own.id}?format=claimdesk-package`), 'FILE_LOST');
    // One that is no longer what it was ends it in its middle.
    await writeFile(place, 'other words');
    const cutOff = asBytes(editor.get(`/api/exports/stories/${own.id}?format=claimdesk-package`));
    await expect(cutOff).rejects.toThrow(/aborted|hang up/);
  });

  test('is not made of more than a zip holds', async () => {
    const own = await createStory(editor);
    for (const words of ['one', 'two', 'three']) await filed(editor, own, Buffer.from(words), 'notes.txt');
    await desk.db.pool.query('UPDATE files SET size = 2000000000 WHERE article_id = $1', [own.id]);
    refusal(await editor.get(`/api/exports/stories/${own.id}?format=claimdesk-package`), 'PACKAGE_TOO_LARGE');
  });

  test('any files and any fetched pages come back as they went', async () => {
    const bytes = fc
      .array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 5 })
      .map((parts) => Buffer.from(`a${parts.join('\n').replace(/\p{Cc}/gu, ' ')}`));
    const pages = fc.array(
      fc.record({ words: bytes.map(String), url: fc.webUrl({ withQueryParameters: true }) }),
      { minLength: 1, maxLength: 3 },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(bytes, { maxLength: 4 }), pages, async (files, fetched) => {
        const own = await createStory(editor);
        for (const one of files) await filed(editor, own, one, 'notes.txt');
        for (const one of fetched) {
          const { id, version } = await addEvidence(editor, own);
          Object.assign(page, one);
          await editor.post(`/api/evidence/${id}/snapshot`, { version }).expect(200);
        }
        const out = await exportedPackage(editor, own);
        expect(out.document.story.snapshots.map(({ fetchedFrom }) => fetchedFrom)).toEqual(
          fetched.map(({ url }) => url),
        );
        await sendPackage(stranger, out.bytes).expect(201);
        const again = await exportedPackage(stranger, own);
        expect(storyPart(again.text)).toBe(storyPart(out.text));
        expect([...again.files.keys()]).toEqual([...new Set(files.map(digestOf))].sort());
      }),
      { numRuns: 6 },
    );
  });
});

describe('is refused, and nothing of it is stored', () => {
  /** A package like it under other ids, changed. */
  const packed = (
    change: (copy: StoryDocument, files: Map<string, Buffer>) => void = () => {},
    more: readonly (readonly [string, string | Buffer])[] = [],
  ): Buffer => {
    const copy = underOtherIds(whole.document);
    const files = new Map(whole.files);
    change(copy, files);
    const own = [...files].map(([digest, bytes]) => [`files/${digest}`, bytes] as const);
    return zipOf([['story.json', JSON.stringify(copy)], ...own, ...more]);
  };
  const png = digestOf(BYTES.png);
  const pdf = digestOf(BYTES.pdf);
  const zeros = Buffer.alloc(4 * 1024 * 1024);
  const CASES: Readonly<Record<string, [bytes: () => Buffer, code: ProblemCode, path?: string]>> = {
    'what is no archive': [() => Buffer.from('nothing'), 'ZIP_BROKEN'],
    'nothing at all': [() => Buffer.alloc(0), 'ZIP_BROKEN'],
    'one that is cut off': [() => packed().subarray(0, -30), 'ZIP_BROKEN'],
    'one that is locked': [() => zipOf([['story.json', '{}']], { locked: true }), 'ZIP_LOCKED', 'story.json'],
    'one without a story': [() => zipOf([[`files/${png}`, BYTES.png]]), 'PACKAGE_MISMATCH', 'story.json'],
    'a document that is no JSON': [() => zipOf([['story.json', '{']]), 'FILE_BROKEN', 'story.json'],
    'a document of something else': [() => zipOf([['story.json', '{"format":"x"}']]), 'INVALID', 'format'],
    'a document by itself, put into an archive': [
      () => packed(({ manifest }) => void Reflect.deleteProperty(manifest, 'files')),
      'PACKAGE_MISMATCH',
      'manifest.files',
    ],
    'a file too few': [
      () => packed((_copy, files) => void files.delete(png)),
      'PACKAGE_MISMATCH',
      `files/${png}`,
    ],
    'a file too many': [
      () => packed((_copy, files) => void files.set('0'.repeat(64), Buffer.from('more'))),
      'PACKAGE_MISMATCH',
      `files/${'0'.repeat(64)}`,
    ],
    'a file that no row names': [
      () =>
        packed(({ story: { files, evidence } }) => {
          evidence.splice(0);
          files.splice(0, 1);
        }),
      'PACKAGE_MISMATCH',
      `files/${pdf}`,
    ],
    'something else beside': [() => packed(() => {}, [['notes.txt', 'x']]), 'PACKAGE_MISMATCH', 'notes.txt'],
    'a name that leads out of it': [
      () => packed(() => {}, [['../../etc/passwd', 'x']]),
      'PACKAGE_MISMATCH',
      '../../etc/passwd',
    ],
    'other bytes under a digest': [
      () => packed((_copy, files) => void files.set(png, Buffer.from(BYTES.png).fill(7, 60))),
      'PACKAGE_MISMATCH',
      `files/${png}`,
    ],
    'another size': [
      () => packed(({ story: { files } }) => void Object.assign(files[0] ?? {}, { size: 1 })),
      'PACKAGE_MISMATCH',
      'story.files.0.size',
    ],
    'another media type': [
      () => packed(({ story: { files } }) => void Object.assign(files[0] ?? {}, { mediaType: 'image/gif' })),
      'PACKAGE_MISMATCH',
      'story.files.0.mediaType',
    ],
    'a file that is no kind of evidence': [
      () =>
        packed(({ story: { files }, manifest }, own) => {
          const sha256 = digestOf(BYTES.exe);
          Object.assign(files[0] ?? {}, { sha256, size: BYTES.exe.length });
          own.delete(pdf);
          own.set(sha256, BYTES.exe);
          manifest.files = [...own.keys()];
        }),
      'PACKAGE_MISMATCH',
      'story.files.0.mediaType',
    ],
    'a file that unpacks to a thousand times its size': [
      () =>
        packed(({ story: { files }, manifest }, own) => {
          const sha256 = digestOf(zeros);
          Object.assign(files[0] ?? {}, { sha256, size: zeros.length });
          own.delete(pdf);
          own.set(sha256, zeros);
          manifest.files = [...own.keys()];
        }),
      'FILE_UNPACKS',
      `files/${digestOf(zeros)}`,
    ],
    'a document that says it unpacks to more than is taken': [
      () => zipOf([['story.json', '{}', { size: 65 * 1024 * 1024 }]]),
      'FILE_UNPACKS',
      'story.json',
    ],
    'two documents': [() => packed(() => {}, [['story.json', '{}']]), 'ZIP_TWICE', 'story.json'],
    'a status that it has not': [
      () => packed(({ story: { claims } }) => void Object.assign(claims[0] ?? {}, { status: 'passed' })),
      'INVALID',
      'story.claims.0.status',
    ],
  };
  test.each(Object.entries(CASES))('%s', async (_name, [bytes, code, place]) => {
    const before = [await kept(), await stories()];
    const { issues } = refusal(await sendPackage(stranger, bytes()), code);
    if (place !== undefined) expect(issues?.map((issue) => issue.path)).toContain(place);
    expect([await kept(), await stories()]).toEqual(before);
  });

  test('an id that is something else here', async () => {
    const before = await kept();
    const taken = await mark(stranger, await createStory(stranger), 'Nine children');
    const bytes = packed((copy) => {
      const changed = JSON.stringify(copy).replaceAll(copy.story.claims[0]?.id ?? uuidv7(), taken.id);
      Object.assign(copy, JSON.parse(changed));
    });
    refusal(await sendPackage(stranger, bytes), 'ID_USED');
    expect(await kept()).toBe(before);
  });

  test('who may not bring stories in is not read', async () => {
    refusal(await sendPackage(viewer, packed()), 'NEEDS_EDITOR');
    refusal(
      await elsewhere.stranger.post('/api/stories').set('Content-Type', 'application/zip').send(packed()),
      'NOT_SIGNED_IN',
    );
  });
});
