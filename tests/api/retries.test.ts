/** An Idempotency-Key belongs to one write: by one person, of one verb, on one thing, with one body. */
import { uuidv7 } from 'uuidv7';
import { beforeAll, expect, test } from 'vitest';
import { REPLAYED_HEADER } from '../../server/contract/endpoint.ts';
import { claimNow } from '../support/attached.ts';
import { createStory, mark, markBody, type Story } from '../support/claims.ts';
import { refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';

const desk = useDesk();
const REPLAYED = REPLAYED_HEADER.toLowerCase();
let editor: Person;
let other: Person;
let story: Story;

beforeAll(async () => {
  editor = await desk.person('editor');
  other = await desk.person('editor');
  story = await createStory(editor);
});

test('a key that was sent for one thing is refused for another, though the bodies are the same', async () => {
  const one = await mark(editor, story, '120 passengers');
  const two = await mark(editor, story, 'Nine children');
  const withdraw = ({ id }: { id: string }) =>
    editor.delete(`/api/claims/${id}?version=1`).set('Idempotency-Key', 'one-thing');
  expect((await withdraw(one)).body.status).toBe('withdrawn');
  refusal(await withdraw(two), 'KEY_REUSED');
  expect(await claimNow(editor, two)).toEqual(two);
});

test('a key is its person’s own', async () => {
  const claim = await mark(editor, story, '120 passengers');
  const edit = (as: Person, version: number) =>
    as.patch(`/api/claims/${claim.id}`, { version, summary: as.name }).set('Idempotency-Key', 'own');
  expect((await edit(editor, 1)).body.summary).toBe(editor.name);
  expect((await edit(other, 2)).body.summary).toBe(other.name);
});

test('a refused write gives its key back', async () => {
  const claim = await mark(editor, story, '120 passengers');
  const edit = (version: number) =>
    editor.patch(`/api/claims/${claim.id}`, { version, summary: 'Room' }).set('Idempotency-Key', 'back');
  refusal(await edit(7), 'STALE_VERSION');
  expect((await edit(1)).body).toMatchObject({ summary: 'Room', version: 2 });
});

test('the same write twice at once is done once', async () => {
  const claim = await mark(editor, story, '120 passengers');
  const say = () =>
    editor.post(`/api/claims/${claim.id}/comments`, { body: 'Who counted?' }).set('Idempotency-Key', 'twice');
  const [one, two] = await Promise.all([say(), say()]);
  expect([one.status, two.status].sort()).toEqual([200, 201]);
  expect(one.body.id).toBe(two.body.id);
  expect((await claimNow(editor, claim)).openComments).toBe(1);
});

test('an answer says whether the write had been done before', async () => {
  const claim = await mark(editor, story, '120 passengers');
  const id = uuidv7();
  const path = `/api/claims/${claim.id}`;
  const writes = {
    'an edit': () => editor.patch(path, { version: 1, summary: 'Room' }),
    'an edit that changes nothing': () => editor.patch(path, { version: 2, summary: 'Room' }),
    'a verdict': () => editor.put(`${path}/verdict`, { version: 2, verdict: 'accurate', reason: 'Seen.' }),
    'a comment': () => editor.post(`${path}/comments`, { body: 'Who counted?' }),
    'a mark': () => editor.post(`/api/articles/${story.id}/claims`, markBody(story, 'Nine children', { id })),
  };
  for (const [name, write] of Object.entries(writes)) {
    const key = uuidv7();
    const [first, again] = [
      await write().set('Idempotency-Key', key),
      await write().set('Idempotency-Key', key),
    ];
    expect([first.status < 300, again.status], name).toEqual([true, 200]);
    expect([first.headers[REPLAYED], again.headers[REPLAYED]], name).toEqual([undefined, 'true']);
  }
});

test('a repeat that is refused is none', async () => {
  const claim = await mark(editor, story, '120 passengers');
  const edit = (summary: string) =>
    editor.patch(`/api/claims/${claim.id}`, { version: 1, summary }).set('Idempotency-Key', 'refused-again');
  await edit('Room').expect(200);
  const again = await edit('Rooms');
  refusal(again, 'KEY_REUSED');
  expect(again.headers[REPLAYED]).toBeUndefined();
});
