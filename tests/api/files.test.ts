/** Files attached to a story, and kept texts of web pages. */
import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { uuidv7 } from 'uuidv7';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { CreateEvidence, EditEvidence, GetSnapshot, TakeSnapshot } from '../../server/contract/evidence.ts';
import { AttachFile, MAX_FILE_BYTES } from '../../server/contract/files.ts';
import { addEvidence, cite, claimNow } from '../support/attached.ts';
import { createStory, mark, review, type Story, verify } from '../support/claims.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { attach, BYTES, sendFile } from '../support/files.ts';

const desk = useDesk();
let editor: Person;
let reviewer: Person;
let viewer: Person;
let story: Story;

beforeAll(async () => {
  editor = await desk.person('editor');
  reviewer = await desk.person('reviewer');
  viewer = await desk.person('viewer');
});
beforeEach(async () => {
  story = await createStory(editor);
});

const filesOf = (id: string) => desk.db.prisma.file.count({ where: { articleId: id } });
const keptBytes = async () =>
  (await readdir(desk.filesDir, { recursive: true })).filter((name) => /[0-9a-f]{64}$/.test(name)).sort();

describe('attaching', () => {
  test.each([
    ['a PDF', BYTES.pdf, 'application/pdf'],
    ['a picture', BYTES.png, 'image/png'],
    ['a photograph', BYTES.jpeg, 'image/jpeg'],
    ['sound', BYTES.wav, 'audio/wav'],
    ['lossless sound', BYTES.flac, 'audio/flac'],
    ['text in any script', Buffer.from('قائمة الأسماء\tlist\r\n'), 'text/plain'],
  ])('%s is told by its bytes, whatever its name says', async (_name, bytes, mediaType) => {
    const file = await attach(editor, story, bytes, 'name=minutes.exe');
    expect(file).toMatchObject({ name: 'minutes.exe', mediaType, size: bytes.length, createdBy: editor.id });
    expect(file.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  test.each([
    ['a program', BYTES.exe, 'FILE_TYPE'],
    ['an archive', BYTES.zip, 'FILE_TYPE'],
    ['bytes that are no text', Buffer.from([0xc3, 0x28, 0xff]), 'FILE_TYPE'],
    ['a text with a NUL', Buffer.from('a\0b'), 'FILE_TYPE'],
    ['nothing', Buffer.alloc(0), 'EMPTY_FILE'],
    ['too much', Buffer.alloc(MAX_FILE_BYTES + 1, 'a'), 'TOO_LARGE'],
  ] as const)('%s is refused and not kept', async (_name, bytes, code) => {
    const before = await keptBytes();
    refusal(await sendFile(editor, story, bytes), code);
    expect(await filesOf(story.id)).toBe(0);
    expect(await keptBytes()).toEqual(before);
    expect(await readdir(path.join(desk.filesDir, 'incoming'))).toEqual([]);
  });

  test('JSON is no file, and a name is needed', async () => {
    refusal(await editor.post(`/api/articles/${story.id}/files?name=a`, { a: 1 }), 'NOT_ACCEPTABLE_TYPE');
    const problem = refusal(await sendFile(editor, story, BYTES.pdf, ''), 'INVALID');
    expect(problem.issues).toEqual([{ path: 'name', message: expect.any(String) }]);
    expect(await filesOf(story.id)).toBe(0);
  });

  test('the same bytes are kept once, and attached as often as somebody does', async () => {
    const bytes = Buffer.from(`list ${uuidv7()}`);
    const before = await keptBytes();
    const [one, two] = [await attach(editor, story, bytes), await attach(editor, story, bytes)];
    expect(one.id).not.toBe(two.id);
    expect(one.sha256).toBe(two.sha256);
    expect((await keptBytes()).length).toBe(before.length + 1);
  });

  test('a lost answer is asked for again: by the id, or by the key, and not with other bytes', async () => {
    const id = uuidv7();
    const first = await sendFile(editor, story, BYTES.pdf, `name=a.pdf&id=${id}`).expect(201);
    const again = await sendFile(editor, story, BYTES.pdf, `name=a.pdf&id=${id}`).expect(200);
    expect(answer(AttachFile, again)).toEqual(answer(AttachFile, first));
    refusal(await sendFile(editor, story, BYTES.png, `name=a.pdf&id=${id}`), 'ID_USED');

    const key = uuidv7();
    await sendFile(editor, story, BYTES.pdf).set('Idempotency-Key', key).expect(201);
    await sendFile(editor, story, BYTES.pdf).set('Idempotency-Key', key).expect(200);
    refusal(await sendFile(editor, story, BYTES.wav).set('Idempotency-Key', key), 'KEY_REUSED');
    expect(await filesOf(story.id)).toBe(2);
  });

  test('viewers, strangers, and those who may not see the story attach nothing', async () => {
    refusal(await sendFile(viewer, story, BYTES.pdf), 'NEEDS_EDITOR');
    const hidden = await createStory(editor, { access: 'restricted' });
    refusal(await sendFile(reviewer, hidden, BYTES.pdf), 'NOT_FOUND');
    refusal(await desk.stranger.post(`/api/articles/${story.id}/files?name=a`), 'NOT_SIGNED_IN');
    await editor.patch(`/api/articles/${story.id}`, { version: 1, status: 'archived' }).expect(200);
    refusal(await sendFile(editor, story, BYTES.pdf), 'ARCHIVED');
    expect(await filesOf(story.id)).toBe(0);
  });
});

describe('fetching', () => {
  test('is always a download, under its own name, and never a page of ours', async () => {
    const bytes = Buffer.from('<script>alert(1)</script>');
    const { id } = await attach(editor, story, bytes, `name=${encodeURIComponent('مذكرة "1".html')}`);
    const got = await viewer.get(`/api/files/${id}`).expect(200);
    expect(got.text).toBe(bytes.toString());
    expect(got.headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    expect(got.headers['content-disposition']).toMatch(/^attachment; /);
    expect(got.headers['content-disposition']).toContain(encodeURIComponent('مذكرة'));
  });

  test('a restricted story’s files are absent for others', async () => {
    const hidden = await createStory(editor, { access: 'restricted' });
    const { id } = await attach(editor, hidden, BYTES.pdf);
    refusal(await reviewer.get(`/api/files/${id}`), 'NOT_FOUND');
    refusal(await desk.stranger.get(`/api/files/${id}`), 'NOT_SIGNED_IN');
    await editor.get(`/api/files/${id}`).expect(200);
  });

  test('bytes that are gone are said to be', async () => {
    const { id, sha256 } = await attach(editor, story, Buffer.from(`gone ${uuidv7()}`));
    await desk.db.prisma.file.updateMany({ where: { id }, data: { sha256: new Uint8Array(32) } });
    refusal(await editor.get(`/api/files/${id}`), 'FILE_LOST');
    expect(sha256).not.toMatch(/^0+$/);
  });
});

describe('evidence that is a file', () => {
  const asFile = (fileId: string | null) => ({ kind: 'file', url: null, title: 'Passenger list', fileId });

  test('names it, and shows it', async () => {
    const file = await attach(editor, story, BYTES.pdf, 'name=list.pdf');
    const evidence = await addEvidence(editor, story, asFile(file.id));
    expect(evidence).toMatchObject({ kind: 'file', file });
    const cited = await cite(editor, await mark(editor, story, '120 passengers'), {
      evidenceId: evidence.id,
    });
    expect(cited.evidence.file).toEqual(file);
  });

  test('needs one, of the same story, and other kinds take none', async () => {
    const other = await createStory(editor);
    const file = await attach(editor, other, BYTES.pdf);
    const add = (body: object) => editor.post(`/api/articles/${story.id}/evidence`, body);
    refusal(await add(asFile(null)), 'FILE_NEEDED');
    refusal(await add(asFile(file.id)), 'UNKNOWN_REFERENCE');
    refusal(await add(asFile(uuidv7())), 'UNKNOWN_REFERENCE');
    const own = await attach(editor, story, BYTES.pdf);
    refusal(await add({ ...asFile(own.id), kind: 'document' }), 'INVALID');
    expect(await desk.db.prisma.evidence.count({ where: { articleId: story.id } })).toBe(0);

    const document = answer(CreateEvidence, await add({ kind: 'document', title: 'List' }));
    const edit = (body: object) => editor.patch(`/api/evidence/${document.id}`, { version: 1, ...body });
    refusal(await edit({ kind: 'file' }), 'FILE_NEEDED');
    refusal(await edit({ fileId: own.id }), 'INVALID');
    const turned = answer(EditEvidence, await edit({ kind: 'file', fileId: own.id }));
    expect(turned).toMatchObject({ kind: 'file', file: { id: own.id } });
  });
});

describe('the kept text of a page', () => {
  const TEXT = 'The harbour office\nsaid on Monday that nobody was missing.';

  test('stays as it was, with time and digest; a newer one takes its place', async () => {
    const { id } = await addEvidence(editor, story);
    refusal(await editor.get(`/api/evidence/${id}/snapshot`), 'NOT_FOUND');
    const kept = await editor.put(`/api/evidence/${id}/snapshot`, { version: 1, text: TEXT });
    const sha256 = createHash('sha256').update(TEXT).digest('hex');
    expect(answer(TakeSnapshot, kept).snapshot).toMatchObject({
      sha256,
      length: TEXT.length,
      how: 'pasted',
      by: editor.id,
    });
    expect(answer(GetSnapshot, await viewer.get(`/api/evidence/${id}/snapshot`)).text).toBe(TEXT);
    await editor.put(`/api/evidence/${id}/snapshot`, { version: 2, text: 'Two were missing.' }).expect(200);
    expect(answer(GetSnapshot, await viewer.get(`/api/evidence/${id}/snapshot`)).text).toBe(
      'Two were missing.',
    );
    expect(await desk.db.prisma.snapshot.count({ where: { evidenceId: id } })).toBe(2);
    await expect(desk.db.prisma.$executeRaw`UPDATE snapshots SET text = 'x'`).rejects.toThrow(/append-only/);
  });

  test('reopens the reviews of the claims that rest on the page', async () => {
    const evidence = await addEvidence(editor, story);
    const claim = await mark(editor, story, '120 passengers');
    await cite(editor, claim, { evidenceId: evidence.id });
    const passed = await review(reviewer, await verify(editor, await claimNow(editor, claim)));
    expect(passed.status).toBe('passed');
    await editor.put(`/api/evidence/${evidence.id}/snapshot`, { version: 1, text: TEXT }).expect(200);
    expect(await claimNow(editor, claim)).toMatchObject({ status: 'checked', review: { reopened: {} } });
  });

  test('refusals change nothing', async () => {
    const { id } = await addEvidence(editor, story);
    const put = (as: Person, body: object, of = id) => as.put(`/api/evidence/${of}/snapshot`, body);
    refusal(await put(editor, { version: 2, text: TEXT }), 'STALE_VERSION');
    refusal(await put(viewer, { version: 1, text: TEXT }), 'NEEDS_EDITOR');
    refusal(await put(editor, { version: 1, text: '  ' }), 'INVALID');
    refusal(await put(editor, { version: 1, text: '\ud800' }), 'INVALID');
    const talk = await addEvidence(editor, story, { kind: 'interview', url: null });
    refusal(await put(editor, { version: 1, text: TEXT }, talk.id), 'INVALID');
    const hidden = await createStory(editor, { access: 'restricted' });
    const secret = await addEvidence(editor, hidden);
    await put(editor, { version: 1, text: TEXT }, secret.id).expect(200);
    refusal(await put(reviewer, { version: 2, text: TEXT }, secret.id), 'NOT_FOUND');
    refusal(await reviewer.get(`/api/evidence/${secret.id}/snapshot`), 'NOT_FOUND');
    expect(await desk.db.prisma.snapshot.count({ where: { evidenceId: { in: [id, talk.id] } } })).toBe(0);
  });
});
