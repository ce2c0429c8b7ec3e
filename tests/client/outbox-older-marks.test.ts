/** Marks that an older page kept are taken over into the outbox, once, and never lost on the way. */
import { expect, test } from 'vitest';
import { offline } from '../../client/api/problem.ts';
import type { Entry } from '../../client/controllers/outbox/entry.ts';
import { olderMarks, takeOverMarks } from '../../client/controllers/outbox/older-marks.ts';
import { Outbox, type World } from '../../client/controllers/outbox/outbox.ts';
import { idOf } from './proof-claims.ts';

const ADA = idOf(900);
const AT = '2026-01-01T00:00:00.000Z';
const KEY = `claimdesk.marks.${ADA}.${idOf(1)}`;

const markOf = (number: number) => ({
  id: idOf(number),
  revision: 1,
  kind: 'fact',
  span: { start: 0, end: 3, quote: 'The' },
  message: null,
});

function storageOf(held: Readonly<Record<string, string>>): Storage {
  const kept = new Map(Object.entries(held));
  return {
    get length() {
      return kept.size;
    },
    clear: () => kept.clear(),
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

/** A browser whose network is down; its database refuses where `keeps` is false. */
function deskOf(keeps: boolean) {
  const disk = new Map<string, Entry>();
  const sent: string[] = [];
  const world: World = {
    stored: {
      of: async () => [...disk.values()],
      has: async (id) => disk.has(id),
      change: async (put, gone) => {
        if (!keeps) throw new Error('refused');
        if (gone !== null) disk.delete(gone);
        for (const entry of put) disk.set(entry.id, entry);
      },
    },
    send: async (_, key) => {
      sent.push(key);
      throw offline(null);
    },
    whoIsThis: async () => ADA,
    alone: (_, work) => work(),
    tellOthers: () => {},
    later: () => () => {},
    now: () => AT,
    newId: () => idOf(999),
  };
  return { outbox: new Outbox(ADA, world), disk, sent };
}

test('they wait in the outbox under their own ids, and are forgotten where they were', async () => {
  const storage = storageOf({ [KEY]: JSON.stringify([markOf(10), markOf(11)]) });
  const { outbox, disk, sent } = deskOf(true);
  await takeOverMarks(storage, outbox, AT);
  expect([...disk.keys()]).toEqual([idOf(10), idOf(11)]);
  expect(outbox.kept.map(({ entry }) => [entry.articleId, entry.target, entry.label])).toEqual([
    [idOf(1), idOf(10), 'marked “The”'],
    [idOf(1), idOf(11), 'marked “The”'],
  ]);
  await expect.poll(() => sent).toEqual([idOf(10)]);
  expect(storage.getItem(KEY)).toBeNull();
});

test('they stay where they were as long as the browser does not store them, and are sent nevertheless', async () => {
  const storage = storageOf({ [KEY]: JSON.stringify([markOf(10)]) });
  const { outbox, sent } = deskOf(false);
  await takeOverMarks(storage, outbox, AT);
  await expect.poll(() => sent).toEqual([idOf(10)]);
  expect(storage.getItem(KEY)).not.toBeNull();
});

test('taken over twice, each is there once', async () => {
  const held = { [KEY]: JSON.stringify([markOf(10)]) };
  const { outbox, disk } = deskOf(true);
  await takeOverMarks(storageOf(held), outbox, AT);
  await takeOverMarks(storageOf(held), outbox, AT);
  expect(outbox.waiting).toHaveLength(1);
  expect(disk.size).toBe(1);
});

test.each([
  ['what is no JSON', KEY, '['],
  ['what is no list of marks', KEY, '{"id":1}'],
  ['a mark of a kind that is not known', KEY, JSON.stringify([{ ...markOf(10), kind: 'rumour' }])],
  ['a story that has no id', `claimdesk.marks.${ADA}.story`, JSON.stringify([markOf(10)])],
  ['the marks of somebody else', `claimdesk.marks.${idOf(901)}.${idOf(1)}`, JSON.stringify([markOf(10)])],
])('%s is left where it is', async (_, key, value) => {
  const storage = storageOf({ [key]: value });
  expect([...olderMarks(storage, ADA, AT)]).toEqual([]);
  await takeOverMarks(storage, deskOf(true).outbox, AT);
  expect(storage.getItem(key)).toBe(value);
});
