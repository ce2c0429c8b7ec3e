/** Erasing what an event says, for legal reasons: by admins, once, and told. */
import { uuidv7 } from 'uuidv7';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ListBin } from '../../server/contract/bin.ts';
import {
  ErasePayload,
  GetArticleHistory,
  GetClaimHistory,
  VerifyHistory,
} from '../../server/contract/history.ts';
import { createStory, mark, type Story } from '../support/claims.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';

const REASON = 'The court in Lindholm says so.\nCase 12.';
const desk = useDesk();
let admin: Person;
let editor: Person;
let reviewer: Person;
/** Two events: made, marked. */
let story: Story;

beforeAll(async () => {
  admin = await desk.person('admin');
  editor = await desk.person('editor');
  reviewer = await desk.person('reviewer');
});
beforeEach(async () => {
  story = await createStory(editor);
  await mark(editor, story, '120 passengers');
});

const erase = (seq: number | string, as = admin, { id } = story) =>
  as.delete(`/api/articles/${id}/history/${seq}`, { reason: REASON });
const history = async () => answer(GetArticleHistory, await editor.get(`/api/articles/${story.id}/history`));
const isWhole = async () =>
  answer(VerifyHistory, await admin.post('/api/history/verify')).broken.every(
    ({ stream }) => stream.id !== story.id,
  );
/** Refused, and nothing has changed. */
async function refused(
  request: () => ReturnType<typeof erase>,
  code: Parameters<typeof refusal>[1],
): Promise<void> {
  const before = await history();
  refusal(await request(), code);
  expect(await history()).toEqual(before);
}

describe('what is erased', () => {
  test('is gone, says so, and leaves event, hash and chain as they were', async () => {
    const [, before] = (await history()).items;
    const erased = answer(ErasePayload, await erase(2));
    expect(erased).toEqual({ ...before, data: {}, erased: true });
    const { items, head } = await history();
    expect(items[1]).toEqual(erased);
    expect(head).toBe(3);
    expect(items[2]).toMatchObject({
      type: 'payload.erased',
      actor: { id: admin.id, name: admin.name },
      claimId: before?.claimId,
      data: { seq: 2, reason: REASON },
      erased: false,
    });
    const stored = await desk.db.prisma.eventPayload.findMany({
      where: { streamId: story.id },
      select: { seq: true },
    });
    expect(stored.map(({ seq }) => seq).sort()).toEqual([1, 3]);
    expect(await isWhole()).toBe(true);
  });

  test('is told in its claim’s history too', async () => {
    const claimId = (await history()).items[1]?.claimId;
    await erase(2).expect(200);
    const { items } = answer(GetClaimHistory, await editor.get(`/api/claims/${claimId}/history`));
    expect(items).toMatchObject([
      { seq: 2, erased: true },
      { seq: 3, type: 'payload.erased' },
    ]);
    await erase(1).expect(200);
    expect((await history()).items[3]).toMatchObject({ type: 'payload.erased', claimId: null });
  });

  test('can be of a story that is archived', async () => {
    await editor.patch(`/api/articles/${story.id}`, { version: 1, status: 'archived' }).expect(200);
    await erase(3).expect(200);
    expect(await isWhole()).toBe(true);
  });

  test('can be of a story in the bin, whose history admins read to find it', async () => {
    const words = 'She was named by mistake.';
    await editor.delete(`/api/articles/${story.id}?version=1`, { reason: words }).expect(200);
    const listed = async () =>
      answer(ListBin, await editor.get(`/api/bin?articleId=${story.id}`)).items.map(
        ({ withdrawn }) => withdrawn,
      );
    expect(await listed()).toMatchObject([{ by: { id: editor.id }, reason: words }]);
    for (const who of [editor, reviewer])
      refusal(await who.get(`/api/articles/${story.id}/history`), 'STORY_WITHDRAWN');
    const path = `/api/articles/${story.id}/history`;
    const { items } = answer(GetArticleHistory, await admin.get(path));
    const told = items.find(({ data }) => JSON.stringify(data).includes(words));
    expect(told?.type).toBe('article.withdrawn');
    const claimId = items.find((item) => item.claimId !== null)?.claimId;
    expect(answer(GetClaimHistory, await admin.get(`/api/claims/${claimId}/history`)).items).toHaveLength(1);
    for (const who of [editor, reviewer]) refusal(await erase(told?.seq ?? 0, who), 'NEEDS_ADMIN');
    expect(answer(ErasePayload, await erase(told?.seq ?? 0))).toMatchObject({ data: {}, erased: true });
    expect(await listed()).toMatchObject([{ by: { id: editor.id }, reason: null }]);
    expect(JSON.stringify(answer(GetArticleHistory, await admin.get(path)))).not.toContain(words);
    expect(await isWhole()).toBe(true);
  });

  test('one by one, all but the erasures', async () => {
    for (const seq of [1, 2]) await erase(seq).expect(200);
    const { items } = await history();
    expect(items.map(({ erased }) => erased)).toEqual([true, true, false, false]);
    expect(await isWhole()).toBe(true);
  });
});

describe('repeated', () => {
  test('with its key: nothing happens twice', async () => {
    const send = () => erase(2).set('Idempotency-Key', 'once');
    const [first, second] = [answer(ErasePayload, await send()), answer(ErasePayload, await send())];
    expect(second).toEqual(first);
    expect((await history()).head).toBe(3);
    refusal(await erase(1).set('Idempotency-Key', 'once'), 'KEY_REUSED');
  });

  test('without one: it is erased already', async () => {
    await erase(2).expect(200);
    await refused(() => erase(2), 'ALREADY_ERASED');
  });

  test('by two at once: one erasure', async () => {
    const statuses = (await Promise.all([erase(2), erase(2)])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 409]);
    expect((await history()).head).toBe(3);
    expect(await isWhole()).toBe(true);
  });
});

describe('what is refused', () => {
  test('everybody but admins', async () => {
    for (const who of [editor, reviewer]) await refused(() => erase(2, who), 'NEEDS_ADMIN');
    await refused(
      () => desk.stranger.delete(`/api/articles/${story.id}/history/2`, { reason: 'x' }),
      'NOT_SIGNED_IN',
    );
  });

  test('admins who may not see the story: to them there is none, in the bin either', async () => {
    const closed = await createStory(editor, { access: 'restricted' });
    await editor.delete(`/api/articles/${closed.id}?version=1`).expect(200);
    refusal(await erase(1, admin, closed), 'NOT_FOUND');
    refusal(await admin.get(`/api/articles/${closed.id}/history`), 'NOT_FOUND');
    story = await createStory(editor, { access: 'restricted' });
    await refused(() => erase(1), 'NOT_FOUND');
    await editor.put(`/api/articles/${story.id}/members`, { version: 1, memberIds: [admin.id] }).expect(200);
    await erase(1).expect(200);
  });

  test('what an erasure says', async () => {
    await erase(2).expect(200);
    await refused(() => erase(3), 'NOT_ERASABLE');
  });

  test('an event that is not there', async () => {
    for (const seq of [3, 0, -1, 'last', 2 ** 31]) await refused(() => erase(seq), 'NOT_FOUND');
    refusal(await erase(1, admin, { ...story, id: uuidv7() }), 'NOT_FOUND');
  });

  test('no reason', async () => {
    for (const body of [
      {},
      { reason: '' },
      { reason: ' \n' },
      { reason: 'x'.repeat(2001) },
      { reason: 'x', seq: 1 },
    ])
      await refused(() => admin.delete(`/api/articles/${story.id}/history/2`, body), 'INVALID');
  });
});

describe('in the database', () => {
  const remove = 'DELETE FROM event_payloads WHERE stream_id = $1 AND seq = $2';
  const named = async (name: string | null, seq: number) => {
    const client = await desk.db.pool.connect();
    try {
      await client.query('BEGIN');
      if (name !== null) await client.query(`SELECT set_config('claimdesk.erasing', $1, true)`, [name]);
      return await client.query(remove, [story.id, seq]);
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  };

  test('a payload goes only where it was named', async () => {
    for (const name of [null, '', `${story.id}:1`, `${uuidv7()}:2`])
      await expect(named(name, 2), String(name)).rejects.toMatchObject({ code: '23001' });
    expect((await named(`${story.id}:2`, 2)).rowCount).toBe(1);
    expect((await history()).items[1]?.erased).toBe(false);
  });

  test('the name holds for one transaction', async () => {
    await erase(2).expect(200);
    // On whichever connection the erasure was done.
    const tries = Array.from({ length: 8 }, () => desk.db.pool.query(remove, [story.id, 1]));
    for (const outcome of await Promise.allSettled(tries)) expect(outcome.status).toBe('rejected');
    expect(await isWhole()).toBe(true);
  });
});
