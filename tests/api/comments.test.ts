import { uuidv7 } from 'uuidv7';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Claim } from '../../server/contract/claims.ts';
import {
  type Comment,
  CreateComment,
  EditComment,
  ListComments,
  RestoreComment,
  WithdrawComment,
} from '../../server/contract/comments.ts';
import { GetClaimHistory } from '../../server/contract/history.ts';
import { claimNow, comment, eventsAfter, headOf } from '../support/attached.ts';
import { createStory, mark, review, type Story, verify } from '../support/claims.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';

const desk = useDesk();
let editor: Person;
let other: Person;
let reviewer: Person;
let viewer: Person;
let story: Story;
let claim: Claim;

beforeAll(async () => {
  editor = await desk.person('editor');
  other = await desk.person('editor');
  reviewer = await desk.person('reviewer');
  viewer = await desk.person('viewer');
});
beforeEach(async () => {
  story = await createStory(editor);
  claim = await mark(editor, story, '120 passengers');
});

const path = (of: { id: string } = claim) => `/api/claims/${of.id}/comments`;
const list = async (as: Person = editor) => answer(ListComments, await as.get(path())).items;
const patch = (as: Person, of: Comment, body: object) =>
  as.patch(`/api/comments/${of.id}`, { version: of.version, ...body });
const edit = async (as: Person, of: Comment, body: object) => answer(EditComment, await patch(as, of, body));
const withdraw = (as: Person, of: Comment) => as.delete(`/api/comments/${of.id}?version=${of.version}`);
const restore = (as: Person, of: { id: string }) => as.post(`/api/comments/${of.id}/restore`);
const openComments = async () => (await claimNow(editor, claim)).openComments;

describe('commenting', () => {
  test('keeps the words as they were typed and counts the open thread', async () => {
    const from = await headOf(editor, story);
    const words = 'Is that the winter timetable?\n\n=SUM(A1) <b>120</b> 🛥️';
    const made = await comment(editor, claim, words);
    expect(made).toMatchObject({
      claimId: claim.id,
      parentId: null,
      body: words,
      resolved: false,
      edited: false,
      withdrawn: false,
      createdBy: editor.id,
      version: 1,
      can: ['edit', 'resolve', 'reply', 'withdraw'],
    });
    expect(await list()).toEqual([made]);
    expect((await list(other))[0]?.can).toEqual(['resolve', 'reply']);
    expect((await list(viewer))[0]?.can).toEqual([]);
    expect(await openComments()).toBe(1);
    expect(await eventsAfter(editor, story, from)).toEqual([['comment.added', claim.id]]);
  });

  test('touches neither verdict nor review nor the claim’s version', async () => {
    const passed = await review(reviewer, await verify(editor, claim));
    const made = await comment(other, claim, 'Where does this come from?');
    await edit(other, made, { resolved: true });
    const after = await claimNow(reviewer, claim);
    expect(after).toEqual({ ...passed, openComments: 0 });
  });

  test('threads are one level deep: an answer to an answer goes to the start', async () => {
    const start = await comment(editor, claim, 'One');
    const first = await comment(other, claim, 'Two', { parentId: start.id });
    const second = await comment(reviewer, claim, 'Three', { parentId: first.id });
    expect([first.parentId, second.parentId]).toEqual([start.id, start.id]);
    expect((await list()).map(({ body }) => body)).toEqual(['One', 'Two', 'Three']);
    expect(first.can).toEqual(['edit', 'withdraw']);
    expect(await openComments()).toBe(1);
  });

  test('an answer reopens a settled thread', async () => {
    const start = await comment(editor, claim, 'One');
    await edit(other, start, { resolved: true });
    expect(await openComments()).toBe(0);
    const from = await headOf(editor, story);
    await comment(reviewer, claim, 'Not so fast', { parentId: start.id });
    const [shown] = await list();
    expect(shown).toMatchObject({ id: start.id, resolved: false, version: 3 });
    expect(await openComments()).toBe(1);
    expect(await eventsAfter(editor, story, from)).toEqual([
      ['comment.added', claim.id],
      ['comment.reopened', claim.id],
    ]);
  });

  test('a repeat answers what there is; the id under other words is refused', async () => {
    const body = { id: uuidv7(), body: 'Once' };
    const first = await editor.post(path(), body);
    const again = await editor.post(path(), body);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual(first.body);
    refusal(await editor.post(path(), { ...body, body: 'Twice' }), 'ID_USED');
    const send = (words: string) =>
      editor.post(path(), { body: words }).set('Idempotency-Key', 'comment-once');
    const keyed = answer(CreateComment, await send('Keyed'));
    expect(answer(CreateComment, await send('Keyed')).id).toBe(keyed.id);
    refusal(await send('Other'), 'KEY_REUSED');
    expect(await list()).toHaveLength(2);
    expect(await openComments()).toBe(2);
  });

  test('refuses a parent on another claim, one that is not there, and a withdrawn thread', async () => {
    const elsewhere = await comment(editor, await mark(editor, story, 'Nine children'), 'Elsewhere');
    const gone = await comment(editor, claim, 'Gone');
    await withdraw(editor, gone).expect(200);
    const answerTo = (parentId: string) => editor.post(path(), { body: 'Yes', parentId });
    refusal(await answerTo(elsewhere.id), 'UNKNOWN_REFERENCE');
    refusal(await answerTo(uuidv7()), 'UNKNOWN_REFERENCE');
    refusal(await answerTo(gone.id), 'WITHDRAWN');
    expect(await list()).toHaveLength(1);
  });

  test.each([
    ['no words', ''],
    ['blanks', ' \n\t'],
    ['a broken emoji', 'Look \ud83d'],
    ['a NUL', 'a\0b'],
    ['more than fits', 'x'.repeat(10_001)],
  ])('refuses %s', async (_name, body) => {
    // A lone surrogate is sent as the escape that it is in JSON.
    const { issues } = refusal(await editor.post(path(), { body }), 'INVALID');
    expect(issues?.[0]?.path).toBe('body');
    expect(await list()).toEqual([]);
  });

  test('is not for viewers, withdrawn claims, archived stories or stories of others', async () => {
    refusal(await viewer.post(path(), { body: 'Hi' }), 'NEEDS_EDITOR');
    refusal(await desk.stranger.post(path(), { body: 'Hi' }), 'NOT_SIGNED_IN');
    refusal(await desk.stranger.get(path()), 'NOT_SIGNED_IN');
    const secret = await mark(editor, await createStory(editor, { access: 'restricted' }), '120 passengers');
    refusal(await other.post(path(secret), { body: 'Hi' }), 'NOT_FOUND');
    refusal(await other.get(path(secret)), 'NOT_FOUND');
    refusal(await editor.get(path({ id: uuidv7() })), 'NOT_FOUND');
    await editor.delete(`/api/claims/${claim.id}?version=1`).expect(200);
    refusal(await editor.post(path(), { body: 'Hi' }), 'WITHDRAWN');
    const second = await mark(editor, story, 'Nine children');
    await editor.patch(`/api/articles/${story.id}`, { version: 1, status: 'archived' }).expect(200);
    refusal(await editor.post(path(second), { body: 'Hi' }), 'ARCHIVED');
    expect(await list()).toEqual([]);
  });
});

describe('changing a comment', () => {
  let made: Comment;
  beforeEach(async () => {
    made = await comment(editor, claim, 'Frist');
  });

  test('one’s own words, and nobody else’s', async () => {
    const edited = await edit(editor, made, { body: 'First' });
    expect(edited).toMatchObject({ body: 'First', edited: true, version: 2 });
    refusal(await patch(other, edited, { body: 'Mine' }), 'NOT_AUTHOR');
    refusal(await withdraw(reviewer, edited), 'NOT_AUTHOR');
    expect(await list()).toEqual([edited]);
    expect(await edit(editor, edited, { body: 'First' })).toEqual(edited);
  });

  test('anyone who may comment settles a thread and reopens it', async () => {
    const from = await headOf(editor, story);
    const settled = await edit(other, made, { resolved: true });
    expect(settled).toMatchObject({ resolved: true, edited: false, body: 'Frist', version: 2 });
    expect(await openComments()).toBe(0);
    expect(await edit(other, settled, { resolved: true })).toEqual(settled);
    expect(await edit(reviewer, settled, { resolved: false })).toMatchObject({ resolved: false });
    expect(await openComments()).toBe(1);
    expect(await eventsAfter(editor, story, from)).toEqual([
      ['comment.resolved', claim.id],
      ['comment.reopened', claim.id],
    ]);
  });

  test('an answer is not settled, its thread is', async () => {
    const reply = await comment(other, claim, 'Yes', { parentId: made.id });
    refusal(await patch(other, reply, { resolved: true }), 'INVALID');
    expect(await openComments()).toBe(1);
  });

  test('withdrawn: its author still reads it, others see that it was there', async () => {
    const gone = answer(WithdrawComment, await withdraw(editor, made));
    expect(gone).toMatchObject({ body: 'Frist', withdrawn: true, version: 2, can: ['restore'] });
    for (const reader of [other, reviewer, viewer])
      expect((await list(reader))[0]).toMatchObject({ body: '', withdrawn: true, can: [] });
    expect(await openComments()).toBe(0);
    const history = await other.get(`/api/articles/${story.id}/history`);
    expect(history.text).not.toContain('Frist');
    expect((await editor.get(`/api/claims/${claim.id}/history`)).text).not.toContain('Frist');
    const { current } = refusal(await patch(other, made, { resolved: true }), 'STALE_VERSION');
    expect(current).toMatchObject({ body: '', withdrawn: true });
    refusal(await patch(editor, gone, { body: 'Again' }), 'WITHDRAWN');
    refusal(await patch(other, gone, { resolved: true }), 'WITHDRAWN');
    refusal(await withdraw(editor, gone), 'WITHDRAWN');
    refusal(await restore(other, gone), 'NOT_AUTHOR');

    const back = answer(RestoreComment, await restore(editor, made));
    expect(back).toMatchObject({ body: 'Frist', withdrawn: false, version: 3 });
    expect(await openComments()).toBe(1);
    expect((await other.get(`/api/articles/${story.id}/history`)).text).toContain('Frist');
    refusal(await restore(editor, made), 'NOT_WITHDRAWN');
  });

  test('keeps the former words in history, and in no log', async () => {
    await edit(editor, made, { body: 'First' });
    const path = `/api/claims/${claim.id}/history`;
    const told = answer(GetClaimHistory, await viewer.get(path)).items.filter(({ type }) =>
      type.startsWith('comment.'),
    );
    expect(told.map(({ type, data }) => [type, data])).toEqual([
      ['comment.added', { comment: made.id, after: { parentId: null, body: 'Frist' } }],
      ['comment.edited', { comment: made.id, before: { body: 'Frist' }, after: { body: 'First' } }],
    ]);
    expect(desk.logged.join('\n')).not.toMatch(/Frist|First/);
  });

  test('two at once: one wins, the other sees what stands', async () => {
    const [one, two] = await Promise.all([
      patch(editor, made, { body: 'First' }),
      patch(other, made, { resolved: true }),
    ]);
    const [won, lost] = one.status === 200 ? [one, two] : [two, one];
    const kept = answer(EditComment, won);
    expect(refusal(lost, 'STALE_VERSION').current).toMatchObject({ body: kept.body, version: 2 });
  });

  test('two answers at once reopen a settled thread once', async () => {
    await edit(editor, made, { resolved: true });
    const from = await headOf(editor, story);
    await Promise.all([
      comment(other, claim, 'One', { parentId: made.id }),
      comment(reviewer, claim, 'Two', { parentId: made.id }),
    ]);
    const types = (await eventsAfter(editor, story, from)).map(([type]) => type);
    expect(types).toEqual(['comment.added', 'comment.reopened', 'comment.added']);
    expect((await list())[0]).toMatchObject({ resolved: false, version: 3 });
  });

  test('a lost answer asked for again changes nothing more', async () => {
    const send = () => patch(editor, made, { body: 'Once' }).set('Idempotency-Key', 'comment-edit');
    const first = answer(EditComment, await send());
    expect(answer(EditComment, await send())).toEqual(first);
  });

  test('is not for viewers, archived stories, stories of others, or what is not there', async () => {
    refusal(await patch(viewer, made, { resolved: true }), 'NEEDS_EDITOR');
    refusal(await desk.stranger.delete(`/api/comments/${made.id}?version=1`), 'NOT_SIGNED_IN');
    const closed = await createStory(editor, { access: 'restricted' });
    const secret = await comment(editor, await mark(editor, closed, '120 passengers'), 'Secret');
    refusal(await patch(other, secret, { resolved: true }), 'NOT_FOUND');
    refusal(await withdraw(other, secret), 'NOT_FOUND');
    refusal(await restore(other, secret), 'NOT_FOUND');
    refusal(await restore(editor, { id: uuidv7() }), 'NOT_FOUND');
    await editor.patch(`/api/articles/${story.id}`, { version: 1, status: 'archived' }).expect(200);
    refusal(await patch(editor, made, { body: 'X' }), 'ARCHIVED');
    refusal(await withdraw(editor, made), 'ARCHIVED');
    expect((await list())[0]).toMatchObject({ body: 'Frist', version: 1, can: [] });
  });
});
