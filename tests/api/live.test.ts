/** Stories followed as they change: gapless, in order, by those alone who may, on several servers at once. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GetArticleHistory, HistoryItem } from '../../server/contract/history.ts';
import { comment } from '../support/attached.ts';
import { createStory, mark, type Story } from '../support/claims.ts';
import { answer } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { follow, type LiveApp, send, startApp, upTo } from '../support/live.ts';

const desk = useDesk();
let editor: Person;
let one: LiveApp;
let two: LiveApp;
let cookie: string;

beforeAll(async () => {
  editor = await desk.person('editor');
  [one, two] = await Promise.all([startApp(desk), startApp(desk)]);
  cookie = await one.signIn(editor);
});
afterAll(() => Promise.all([one.close(), two.close()]));

const headOf = async ({ id }: Story): Promise<number> =>
  answer(GetArticleHistory, await editor.get(`/api/articles/${id}/history?limit=1`)).head;

describe('a story that is followed', () => {
  test('tells what was, what happens, and each as its history does', async () => {
    const story = await createStory(editor);
    const claim = await mark(editor, story, '120 passengers');
    const stream = await follow(one, { cookie }, story.id);
    expect(stream.response.status).toBe(200);
    const { headers } = stream.response;
    expect(headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-accel-buffering')).toBe('no');
    expect(headers.get('content-encoding')).toBeNull();
    await stream.until(() => stream.presences.length === 1);
    expect(stream.seqs()).toEqual([1, 2]);
    await comment(editor, claim, 'Who counted?');
    await stream.untilSeq(3);
    const { items } = answer(GetArticleHistory, await editor.get(`/api/articles/${story.id}/history`));
    expect(stream.changes).toEqual(items.map((item) => HistoryItem.parse(item)));
    stream.hangUp();
  });

  test('goes on after the last event that its reader saw', async () => {
    const story = await createStory(editor);
    const claim = await mark(editor, story, '120 passengers');
    for (const body of ['One', 'Two', 'Three']) await comment(editor, claim, body);
    for (const from of [{ after: 2 }, { lastEventId: 2 }, { after: 4, lastEventId: 2 }]) {
      const stream = await follow(one, { cookie }, story.id, from);
      await stream.until(() => stream.presences.length === 1);
      expect(stream.seqs()).toEqual([3, 4, 5]);
      stream.hangUp();
    }
    const stream = await follow(one, { cookie }, story.id, { after: 5 });
    await stream.until(() => stream.presences.length === 1);
    expect(stream.seqs()).toEqual([]);
    await comment(editor, claim, 'Four');
    await stream.untilSeq(6);
    expect(stream.seqs()).toEqual([6]);
    stream.hangUp();
  });

  test('has no gap and no repetition for anybody while many write at two servers', async () => {
    const story = await createStory(editor);
    const claim = await mark(editor, story, '120 passengers');
    const path = `/api/claims/${claim.id}/comments`;
    const early = await Promise.all([one, two].map((app) => follow(app, { cookie }, story.id)));
    const writing = [one, two, one, two, one, two].map(async (app, writer) => {
      for (const n of upTo(1, 10)) await send(app, cookie, 'POST', path, { body: `${writer} ${n}` });
    });
    await early[0]?.untilSeq(20);
    const late = await Promise.all([one, two].map((app) => follow(app, { cookie }, story.id, { after: 7 })));
    await Promise.all(writing);
    const head = await headOf(story);
    expect(head).toBe(62);
    for (const stream of [...early, ...late]) await stream.untilSeq(head);
    for (const stream of early) expect(stream.seqs()).toEqual(upTo(1, head));
    for (const stream of late) expect(stream.seqs()).toEqual(upTo(8, head));
    for (const stream of [...early, ...late]) stream.hangUp();
  });
});
