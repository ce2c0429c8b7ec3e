/** Erasing what an event from another Claimdesk says, for legal reasons: by admins, once, and told. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { GetArticleHistory, VerifyHistory } from '../../server/contract/history.ts';
import { EraseElsewhere, GetHistoryElsewhere, type StoryDocument } from '../../server/contract/stories.ts';
import { createStory, mark } from '../support/claims.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { exportedStory, importedStory, underOtherIds } from '../support/stories.ts';

const REASON = 'The court in Lindholm says so.\nCase 12.';
const SECRET = 'Edith Quillfeather';
const desk = useDesk();
let admin: Person;
let editor: Person;
/** With two events from elsewhere: made, marked. The second one says what is to be forgotten. */
let document: StoryDocument;
let id: string;

beforeAll(async () => {
  admin = await desk.person('admin');
  editor = await desk.person('editor');
});
beforeEach(async () => {
  const story = await createStory(editor);
  await mark(editor, story, '120 passengers');
  const { document: out } = await exportedStory(editor, story);
  document = underOtherIds(out);
  Object.assign(document.manifest.history[1] ?? {}, { data: { after: { summary: SECRET } } });
  ({ id } = await importedStory(editor, document));
});

const erase = (seq: number | string, as = admin, body: object = { reason: REASON }) =>
  as.delete(`/api/articles/${id}/history/elsewhere/${seq}`, body);
const history = async () => answer(GetArticleHistory, await editor.get(`/api/articles/${id}/history`));
const brought = async () =>
  answer(GetHistoryElsewhere, await editor.get(`/api/articles/${id}/history/elsewhere`)).items;
async function refused(
  request: () => ReturnType<typeof erase>,
  code: Parameters<typeof refusal>[1],
): Promise<void> {
  const before = [await history(), await brought()];
  refusal(await request(), code);
  expect([await history(), await brought()]).toEqual(before);
}

describe('what is erased', () => {
  test('is gone from page, export and database, and leaves its digest and link as they came', async () => {
    const [first, second] = document.manifest.history;
    expect((await exportedStory(editor, { id })).text).toContain(SECRET);
    const erased = answer(EraseElsewhere, await erase(2));
    expect(erased).toEqual({ ...second, data: null });
    expect(await brought()).toEqual([first, erased]);
    const { text, document: out } = await exportedStory(editor, { id });
    expect(text).not.toContain(SECRET);
    expect(out.manifest.earlier?.manifest).toEqual({ ...document.manifest, history: [first, erased] });
    const { rows } = await desk.db.pool.query(
      'SELECT 1 FROM story_histories WHERE article_id = $1 AND manifest::text LIKE $2',
      [id, `%${SECRET}%`],
    );
    expect(rows).toEqual([]);
  });

  test('is gone also where its story lies in the bin', async () => {
    await editor.delete(`/api/articles/${id}?version=1`).expect(200);
    const path = `/api/articles/${id}/history/elsewhere`;
    refusal(await editor.get(path), 'STORY_WITHDRAWN');
    expect(JSON.stringify(answer(GetHistoryElsewhere, await admin.get(path)))).toContain(SECRET);
    refusal(await erase(2, editor), 'NEEDS_ADMIN');
    expect(answer(EraseElsewhere, await erase(2)).data).toBeNull();
    expect(JSON.stringify(answer(GetHistoryElsewhere, await admin.get(path)))).not.toContain(SECRET);
  });

  test('is also what was said in a newsroom before that one, and there alone', async () => {
    const { document: second } = await exportedStory(editor, { id });
    ({ id } = await importedStory(editor, underOtherIds(second)));
    const deep = async () =>
      answer(GetHistoryElsewhere, await editor.get(`/api/articles/${id}/history/elsewhere?depth=2`));
    const first = await deep();
    expect(first.from).toMatchObject({ importedBy: null, isOlder: false });
    expect(first.items.map(({ type }) => type)).toEqual(document.manifest.history.map(({ type }) => type));
    const near = await brought();
    const erased = answer(EraseElsewhere, await erase('2?depth=2'));
    expect(erased).toEqual({ ...first.items[1], data: null });
    expect((await deep()).items).toEqual([first.items[0], erased]);
    expect(await brought()).toEqual(near);
    expect((await exportedStory(editor, { id })).text).not.toContain(SECRET);
    expect((await history()).items.at(-1)?.data).toMatchObject({ seq: 2, depth: 2, hash: erased.hash });
    await refused(() => erase('2?depth=2'), 'ALREADY_ERASED');
    await refused(() => erase('2?depth=3'), 'NOT_FOUND');
    await refused(() => erase('2?depth=51'), 'INVALID');
    const none = await editor.get(`/api/articles/${id}/history/elsewhere?depth=3`);
    expect(answer(GetHistoryElsewhere, none)).toEqual({ from: null, items: [] });
  });

  test('can be reached: a history before that which is none does not come in', async () => {
    const { document: second } = await exportedStory(editor, { id });
    const broken = underOtherIds(second);
    Object.assign(broken.manifest.earlier?.manifest ?? {}, { history: 'none' });
    const { issues } = refusal(await editor.post('/api/stories', broken), 'INVALID');
    expect(issues?.[0]?.path).toBe('manifest.earlier.manifest.history');
  });

  test('is told by an event of the story’s own, whose chain holds', async () => {
    await erase(2).expect(200);
    const { items } = await history();
    expect(items).toHaveLength(2);
    expect(items[1]).toMatchObject({
      type: 'payload.erased_elsewhere',
      actor: { id: admin.id, name: admin.name },
      data: { seq: 2, hash: document.manifest.history[1]?.hash, reason: REASON },
    });
    const { broken } = answer(VerifyHistory, await admin.post('/api/history/verify'));
    expect(broken.filter(({ stream }) => stream.id === id)).toEqual([]);
    refusal(await admin.delete(`/api/articles/${id}/history/2`, { reason: REASON }), 'NOT_ERASABLE');
  });

  test('it excuses no payload of the story’s own that is missing', async () => {
    await erase(1).expect(200);
    const client = await desk.db.pool.connect();
    try {
      await client.query('BEGIN');
      await client.query(`SELECT set_config('claimdesk.erasing', $1, true)`, [`${id}:1`]);
      await client.query('DELETE FROM event_payloads WHERE stream_id = $1 AND seq = 1', [id]);
      await client.query('COMMIT');
    } finally {
      client.release();
    }
    const { broken } = answer(VerifyHistory, await admin.post('/api/history/verify'));
    expect(broken.find(({ stream }) => stream.id === id)).toMatchObject({ seq: 1, what: 'payload_removed' });
  });

  test('is every event that bears the number', async () => {
    const twice = underOtherIds(document);
    const [, second] = twice.manifest.history;
    if (second !== undefined) twice.manifest.history.push({ ...second });
    ({ id } = await importedStory(editor, twice));
    await erase(2).expect(200);
    expect((await brought()).map(({ data }) => data === null)).toEqual([false, true, true]);
    await refused(() => erase(2), 'ALREADY_ERASED');
  });
});

describe('repeated', () => {
  test('with its key: nothing happens twice', async () => {
    const send = () => erase(2).set('Idempotency-Key', 'once');
    const [first, second] = [answer(EraseElsewhere, await send()), answer(EraseElsewhere, await send())];
    expect(second).toEqual(first);
    expect((await history()).head).toBe(2);
  });

  test('by two at once: one erasure', async () => {
    const statuses = (await Promise.all([erase(2), erase(2)])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 409]);
    expect((await history()).head).toBe(2);
  });
});

describe('what is refused', () => {
  test('everybody but admins', async () => {
    for (const role of ['editor', 'reviewer'] as const) {
      const person = await desk.person(role);
      await refused(() => erase(2, person), 'NEEDS_ADMIN');
    }
  });

  test('an event that is not there', async () => {
    for (const seq of [3, 0, -1, 'last', 2 ** 53]) await refused(() => erase(seq), 'NOT_FOUND');
    ({ id } = await createStory(editor));
    await refused(() => erase(1), 'NOT_FOUND');
  });

  test('no reason', async () => {
    for (const body of [{}, { reason: ' \n' }, { reason: 'x'.repeat(2001) }])
      await refused(() => erase(2, admin, body), 'INVALID');
  });
});
