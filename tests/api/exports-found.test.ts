/** Files that were handed out, found again by their bytes. */
import { createHash, randomBytes } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { FindExports } from '../../server/contract/exports.ts';
import { createStory, mark, review, type Story, verify } from '../support/claims.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { asBytes } from '../support/exports.ts';

const desk = useDesk();
let editor: Person;
let reviewer: Person;
let viewer: Person;
let story: Story;
/** In the titles of a test's stories. */
let word = '';

beforeAll(async () => {
  editor = await desk.person('editor');
  reviewer = await desk.person('reviewer');
  viewer = await desk.person('viewer');
});
beforeEach(async () => {
  word = `q${randomBytes(6).toString('hex')}`;
  story = await createStory(editor, { title: `Ferry ${word}` });
});

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describe('found by its bytes', () => {
  const find = async (as: Person, body: Buffer) =>
    answer(FindExports, await as.get(`/api/exports/recorded?sha256=${sha256(body)}`)).items;
  /** Of this test's stories alone. */
  const take = async (as: Person, query = '') =>
    (await asBytes(as.get(`/api/exports/claims?status=all&articleQ=${word}${query}`))).body;

  test('a file is known to whoever has it, with who took it and how many claims', async () => {
    await mark(editor, story, 'on Tuesday');
    await mark(editor, story, '120 passengers');
    const body = await take(editor, '&format=json');
    const [file, ...more] = await find(viewer, body);
    expect(more).toEqual([]);
    expect(file).toMatchObject({
      ...{ kind: 'claims', format: 'json', by: { id: editor.id, name: editor.name } },
      ...{ bytes: body.length, claims: 2, changed: 0, at: JSON.parse(body.toString('utf8')).generatedAt },
    });
    expect(await find(viewer, body.subarray(1))).toEqual([]);
  });

  test('tells how many of its claims changed since', async () => {
    const passed = async (quote: string) =>
      review(reviewer, await verify(editor, await mark(editor, story, quote)));
    const [withdrawn, changed, returned] = [
      await passed('120 passengers'),
      await passed('Nine children'),
      await passed('on Tuesday'),
    ];
    const checked = await verify(editor, await mark(editor, story, 'Coast Radio'));
    await mark(editor, story, 'Ada Moor');
    const body = await take(editor);
    expect(await find(editor, body)).toMatchObject([{ claims: 5, changed: 0 }]);
    await editor.delete(`/api/claims/${withdrawn.id}?version=${withdrawn.version}`).expect(200);
    await verify(editor, changed, { verdict: 'disputed' });
    const back = { decision: 'returned', reasonCode: 'other', note: 'Who counted?' };
    await review(reviewer, returned, back);
    await verify(editor, checked, { verdict: 'waived' });
    expect(await find(editor, body)).toMatchObject([{ claims: 5, changed: 4 }]);
  });

  test('of a story that lies in the bin all has changed, until it is back', async () => {
    await mark(editor, story, 'on Tuesday');
    await mark(editor, story, '120 passengers');
    const other = await createStory(editor, { title: `Ferry ${word}` });
    await mark(editor, other, 'on Tuesday');
    const body = await take(editor);
    const alone = await take(editor, `&articleId=${story.id}`);
    await editor.delete(`/api/articles/${story.id}?version=1`).expect(200);
    expect(await find(viewer, body)).toMatchObject([{ claims: 3, changed: 2 }]);
    expect(await find(viewer, alone)).toMatchObject([{ claims: 2, changed: 2 }]);
    await editor.post(`/api/articles/${story.id}/restore`).expect(200);
    expect(await find(viewer, body)).toMatchObject([{ claims: 3, changed: 0 }]);
  });

  test('of a restricted story in the bin nothing is told to others', async () => {
    const people = { access: 'restricted', memberIds: [reviewer.id] };
    const closed = await createStory(editor, { title: `Ferry ${word}`, ...people });
    await mark(editor, closed, '120 passengers');
    const body = await take(editor, `&articleId=${closed.id}`);
    await editor.delete(`/api/articles/${closed.id}?version=1`).expect(200);
    expect(await find(viewer, body)).toEqual([]);
    expect(await find(reviewer, body)).toMatchObject([{ claims: 1, changed: 1 }]);
  });

  test('of a restricted story nothing is told to others', async () => {
    const closed = await createStory(editor, {
      title: `Ferry ${word}`,
      access: 'restricted',
      memberIds: [reviewer.id],
    });
    await mark(editor, closed, '120 passengers');
    const alone = await take(editor, `&articleId=${closed.id}`);
    expect(await find(viewer, alone)).toEqual([]);
    expect(await find(reviewer, alone)).toMatchObject([{ claims: 1 }]);
    await mark(editor, story, '120 passengers');
    const both = await take(editor);
    expect(await find(viewer, both)).toMatchObject([{ claims: 1 }]);
    expect(await find(editor, both)).toMatchObject([{ claims: 2 }]);
  });

  test('one without a claim is known, and so is one of stories that its maker may no longer see', async () => {
    const empty = await take(editor, '&kind=source');
    expect(await find(viewer, empty)).toMatchObject([{ claims: 0, changed: 0 }]);
    await mark(editor, story, '120 passengers');
    const body = await take(viewer);
    const edit = { version: 1, access: 'restricted' };
    await editor.patch(`/api/articles/${story.id}`, edit).expect(200);
    expect(await find(viewer, body)).toMatchObject([{ claims: 0 }]);
    expect(await find(reviewer, body)).toEqual([]);
  });

  test('what is no digest is refused', async () => {
    for (const query of ['', '?sha256=abc', `?sha256=${'A'.repeat(64)}`])
      refusal(await viewer.get(`/api/exports/recorded${query}`), 'INVALID');
  });
});
