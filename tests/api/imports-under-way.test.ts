import path from 'node:path';
import type { PoolClient } from 'pg';
import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, test } from 'vitest';
import { CreateImport, type Import, MAX_OPEN_IMPORTS } from '../../server/contract/imports.ts';
import { importsWorker } from '../../server/features/imports/imports.worker.ts';
import { createStory } from '../support/claims.ts';
import { answer, refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { importsFor, type Parts, sendZip, statesOf, text } from '../support/imports.ts';
import { exportedStory, underOtherIds } from '../support/stories.ts';
import { asFile, wireItem } from '../support/story-files.ts';
import { zipOf } from '../support/zip.ts';

const desk = useDesk();
let editor: Person;
let other: Person;

beforeAll(async () => {
  editor = await desk.person('editor', 'Ada');
  other = await desk.person('editor');
});

const { now, filesOf, send, isKept, bringZip, countOf } = importsFor(desk, () => editor);

describe('on its way', () => {
  /** A worker of another server, which reads as many files as it is told and is stopped then. */
  function server(stopsAfter = Number.POSITIVE_INFINITY) {
    let files = 0;
    const worker = importsWorker({
      ...desk.services,
      readFile: (file) => {
        files += 1;
        if (files === stopsAfter) void worker.close();
        return desk.services.readFile(file);
      },
    });
    return worker;
  }

  /** Begin an import that this file's own server leaves alone while `work` goes on. */
  async function begunElsewhere(parts: Parts, work: (begun: Import) => Promise<void>): Promise<Import> {
    const id = uuidv7();
    const client = await desk.db.pool.connect();
    try {
      await client.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [`import ${id}`]);
      const begun = answer(CreateImport, await sendZip(editor, zipOf(parts), `&id=${id}`));
      await desk.idle();
      expect((await now(begun)).counts).toMatchObject({ stored: 0 });
      await client.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [`import ${id}`]);
      await work(begun);
      return begun;
    } finally {
      client.release();
    }
  }

  const twelve = (): Parts =>
    Array.from({ length: 12 }, (_, index): [string, string | Buffer] =>
      index % 2 === 0
        ? [`${index}.txt`, text(`Ferry ${index}`)]
        : [`${index}.json`, asFile(wireItem(`Ferry ${uuidv7()}\n\nIt sank.`))],
    );

  test.each([
    ['while it reads', 5],
    ['while it stores', 17],
  ])(
    'a server is stopped %s, and another goes on: nothing is lost, and nothing comes twice',
    async (_when, after) => {
      const before = await countOf('articles');
      const begun = await begunElsewhere(twelve(), async (one) => {
        const first = server(after);
        first.wake();
        await first.idle();
        const { counts, finishedAt } = await now(one);
        expect(finishedAt).toBeNull();
        expect(counts.stored).toBe(Math.max(0, after - 12));
        expect(counts.waiting).toBe(12 - counts.stored);
        expect(isKept(one)).toBe(true);
        const second = server();
        second.wake();
        await second.idle();
      });
      expect((await now(begun)).counts).toMatchObject({ stored: 12, already: 0, refused: 0 });
      expect(await countOf('articles')).toBe(before + 12);
      expect(isKept(begun)).toBe(false);
    },
  );

  test('two servers at once bring each file in once', async () => {
    const before = await countOf('articles');
    const begun = await begunElsewhere(twelve(), async () => {
      const servers = [server(), server()];
      for (const one of servers) one.wake();
      await Promise.all(servers.map((one) => one.idle()));
    });
    expect((await now(begun)).counts).toMatchObject({ stored: 12 });
    expect(await countOf('articles')).toBe(before + 12);
  });

  test('it is paused, goes on, and is stopped; what was left is tried again later', async () => {
    const begun = await begunElsewhere(twelve(), async ({ id }) => {
      await editor.put(`/api/imports/${id}/state`, { state: 'paused' }).expect(200);
      const idle = server();
      idle.wake();
      await idle.idle();
      expect(await now({ id })).toMatchObject({ state: 'paused', counts: { waiting: 12 } });
      await editor.put(`/api/imports/${id}/state`, { state: 'stopped' }).expect(200);
    });
    await desk.idle();
    expect(await now(begun)).toMatchObject({ state: 'stopped', canRetry: true, counts: { refused: 12 } });
    expect(Object.values(statesOf(await filesOf(begun)))).toEqual(Array(12).fill('IMPORT_STOPPED'));
    refusal(await editor.put(`/api/imports/${begun.id}/state`, { state: 'running' }), 'IMPORT_OVER');
    refusal(await other.put(`/api/imports/${begun.id}/state`, { state: 'paused' }), 'NOT_FOUND');
    await editor.post(`/api/imports/${begun.id}/retry`).expect(200);
    await desk.idle();
    expect(await now(begun)).toMatchObject({
      state: 'running',
      canRetry: false,
      counts: { stored: 12, refused: 0 },
    });
    refusal(await editor.post(`/api/imports/${begun.id}/retry`), 'IMPORT_OVER');
  });

  /** Until somebody waits for what this connection holds. Asked elsewhere: within a transaction the answer stays the same. */
  async function waitedFor(client: PoolClient): Promise<void> {
    const { rows: own } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    for (;;) {
      const { rows } = await desk.db.pool.query<{ waits: boolean }>(
        'SELECT EXISTS (SELECT FROM pg_stat_activity WHERE $1 = ANY(pg_blocking_pids(pid))) AS waits',
        [own[0]?.pid],
      );
      if (rows[0]?.waits === true) return;
    }
  }

  /** Store one file while `change` is under way, which ends when the file's transaction waits for it. */
  async function storedDuring(parts: Parts, change: (client: PoolClient, id: string) => Promise<unknown>) {
    return begunElsewhere(parts, async ({ id }) => {
      await desk.db.prisma.importFile.updateMany({ where: { importId: id }, data: { isRead: true } });
      const client = await desk.db.pool.connect();
      try {
        await client.query('BEGIN');
        await change(client, id);
        const worker = server();
        worker.wake();
        await waitedFor(client);
        await client.query('COMMIT');
        await worker.idle();
      } finally {
        client.release();
      }
    });
  }

  test.each<[string, () => Promise<string>]>([
    ['a story', async () => text('Ferry sinks')],
    [
      'a whole story',
      async () => {
        const { document } = await exportedStory(editor, await createStory(editor));
        return JSON.stringify(underOtherIds(document));
      },
    ],
  ])('%s that is stored while it is stopped is refused, and not stored', async (_what, content) => {
    const parts: Parts = [['a.json.txt', await content()]];
    const before = await countOf('articles');
    const begun = await storedDuring(parts, async (client, id) => {
      const refused = "state = 'refused', problem = 'IMPORT_STOPPED'";
      await client.query(`UPDATE import_files SET ${refused} WHERE import_id = $1`, [id]);
      await client.query("UPDATE imports SET state = 'stopped', finished_at = now() WHERE id = $1", [id]);
    });
    expect(statesOf(await filesOf(begun))).toEqual({ 'a.json.txt': 'IMPORT_STOPPED' });
    expect(await countOf('articles')).toBe(before);
  });

  test('whoever loses their access brings nothing in until they have it again', async () => {
    const someone = await desk.person('editor');
    const id = uuidv7();
    const files = [{ path: 'a.txt', size: 9 }];
    const begun = answer(CreateImport, await someone.post('/api/imports', { id, name: 'desk', files }));
    await send(someone, begun, 1, Buffer.from(text('Ferry sinks')));
    await desk.idle();
    await someone.post(`/api/imports/${id}/leave-out`);
    expect((await now(begun, someone)).counts).toMatchObject({ stored: 1 });

    const again = answer(CreateImport, await someone.post('/api/imports', { name: 'desk', files }));
    await desk.db.prisma.user.update({ where: { id: someone.id }, data: { active: false } });
    await desk.db.prisma.importFile.updateMany({ where: { importId: again.id }, data: { state: 'waiting' } });
    const other = server();
    other.wake();
    await other.idle();
    const { state } = await desk.db.prisma.import.findUniqueOrThrow({ where: { id: again.id } });
    expect(state).toBe('paused');
  });

  test.each([
    ['who has no access any more', { active: false }, 'waiting'],
    ['who only reads by now', { role: 'viewer' }, 'NEEDS_EDITOR'],
  ] as const)('brings nothing more in for somebody %s', async (_who, data, left) => {
    const someone = await desk.person('editor');
    const id = uuidv7();
    const client = await desk.db.pool.connect();
    try {
      await client.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [`import ${id}`]);
      const parts = ['a', 'b', 'c'].map((name): [string, string] => [`${name}.txt`, text(`Ferry ${name}`)]);
      answer(CreateImport, await sendZip(someone, zipOf(parts), `&id=${id}`));
      await desk.idle();
      await client.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [`import ${id}`]);
      let read = 0;
      const worker = importsWorker({
        ...desk.services,
        readFile: async (file) => {
          read += 1;
          // The three were read to see whose versions they are; the first is about to be stored.
          if (read === 4) await desk.db.prisma.user.update({ where: { id: someone.id }, data });
          return desk.services.readFile(file);
        },
      });
      for (let pass = 0; pass < 2; pass += 1) {
        worker.wake();
        await worker.idle();
      }
      const files = await desk.db.prisma.importFile.findMany({
        where: { importId: id },
        orderBy: { number: 'asc' },
      });
      expect(files.map(({ state, problem }) => problem ?? state)).toEqual(['stored', left, left]);
    } finally {
      client.release();
    }
  });

  test('one that nobody finishes is over after a month, and its files are let go', async () => {
    const someone = await desk.person('editor');
    const files = ['a.txt', 'b.txt'].map((path) => ({ path, size: 20 }));
    const begun = answer(CreateImport, await someone.post('/api/imports', { name: 'desk', files }));
    await send(someone, begun, 1, Buffer.from(text('Ferry sinks')));
    await desk.idle();
    const before = desk.clock.now;
    const onDay = async (days: number) => {
      desk.clock.now = new Date(before.getTime() + days * 24 * 60 * 60 * 1000);
      const later = server();
      later.wake();
      await later.idle();
      return desk.db.prisma.import.findUniqueOrThrow({ where: { id: begun.id }, include: { files: true } });
    };
    try {
      expect(await onDay(29)).toMatchObject({ state: 'running', finishedAt: null });
      const over = await onDay(31);
      expect(over.state).toBe('stopped');
      expect(over.files.map(({ problem }) => problem).sort()).toEqual(['FILE_NOT_SENT', 'IMPORT_STOPPED']);
      expect((await onDay(39)).isKept).toBe(false);
      expect(isKept(begun)).toBe(false);
    } finally {
      desk.clock.now = before;
    }
  });

  test('a person has as many under way as are kept, and not one more', async () => {
    const someone = await desk.person('editor');
    const begin = () => someone.post('/api/imports', { name: 'desk', files: [{ path: 'a.txt', size: 1 }] });
    const all = await Promise.all(Array.from({ length: MAX_OPEN_IMPORTS + 1 }, begin));
    const begun = all.filter(({ status }) => status === 201);
    expect(begun).toHaveLength(MAX_OPEN_IMPORTS);
    for (const answered of all) if (!begun.includes(answered)) refusal(answered, 'IMPORTS_OPEN');
    await someone.put(`/api/imports/${begun[0]?.body.id}/state`, { state: 'stopped' }).expect(200);
    answer(CreateImport, await begin());
    refusal(await begin(), 'IMPORTS_OPEN');
  });

  test('files that were refused are dropped after a week', async () => {
    const brought = await bringZip([['latin.txt', Buffer.from([0xfc])]]);
    expect(isKept(brought)).toBe(true);
    desk.clock.now = new Date(desk.clock.now.getTime() + 8 * 24 * 60 * 60 * 1000);
    const later = server();
    later.wake();
    await later.idle();
    expect(isKept(brought)).toBe(false);
    expect(await now(brought)).toMatchObject({ canRetry: false, counts: { refused: 1 } });
    refusal(await editor.post(`/api/imports/${brought.id}/retry`), 'IMPORT_OVER');
  });

  test('files that are lost are told so', async () => {
    const begun = await begunElsewhere([['a.txt', text('x')]], async ({ id }) => {
      const { rm } = await import('node:fs/promises');
      await rm(path.join(desk.filesDir, 'imports', id), { recursive: true });
    });
    const worker = server();
    worker.wake();
    await worker.idle();
    expect(statesOf(await filesOf(begun))).toEqual({ 'a.txt': 'FILE_LOST' });
  });
});
