import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, test } from 'vitest';
import { inPipelinedTransaction, type PipelinedTx } from '../../server/database/pipelined.ts';
import { type Person, useDesk } from '../support/desk.ts';

const desk = useDesk();
let person: Person;

beforeAll(async () => {
  person = await desk.person('editor');
});

const work = <T>(what: (tx: PipelinedTx) => Promise<T>) => inPipelinedTransaction(desk.db.pipelined, what);
const insert = (tx: PipelinedTx, name: string, id = uuidv7()) => tx.$executeRaw`
  INSERT INTO sources (id, name, kind, aliases, search, created_by_id, created_at)
  VALUES (${id}::uuid, ${name}, 'person', '{}', '', ${person.id}::uuid, now())`;
const countOf = (name: string) => desk.db.prisma.source.count({ where: { name } });

describe('a pipelined transaction', () => {
  test('runs statements in the order in which they are sent, and keeps what was deferred', async () => {
    const seen = await work(async (tx) => {
      const [, rows] = await Promise.all([
        insert(tx, 'kept'),
        tx.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM sources WHERE name = ${'kept'}`,
      ]);
      tx.defer(insert(tx, 'kept'));
      return rows;
    });
    expect(seen).toEqual([{ n: 1 }]);
    expect(await countOf('kept')).toBe(2);
  });

  test('undoes everything where work throws', async () => {
    const failing = work(async (tx) => {
      tx.defer(insert(tx, 'thrown'));
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await countOf('thrown')).toBe(0);
  });

  test('undoes everything where what was deferred fails, and says why', async () => {
    const id = uuidv7();
    const failing = work(async (tx) => {
      await insert(tx, 'doubled', id);
      tx.defer(insert(tx, 'doubled', id));
    });
    await expect(failing).rejects.toMatchObject({ code: '23505', constraint: 'sources_pkey' });
    expect(await countOf('doubled')).toBe(0);
  });

  test('undoes everything where a failure was overlooked', async () => {
    const id = uuidv7();
    const failing = work(async (tx) => {
      await insert(tx, 'overlooked', id);
      await insert(tx, 'overlooked', id).catch(() => undefined);
    });
    await expect(failing).rejects.toThrow('could not be committed');
    expect(await countOf('overlooked')).toBe(0);
  });

  test('gives its connection back, and lets nobody use it after its end', async () => {
    const kept: PipelinedTx[] = [];
    for (let time = 0; time < 20; time += 1)
      await work(async (tx) => {
        kept.push(tx);
        throw new Error('no');
      }).catch(() => undefined);
    expect(desk.db.pipelined.idleCount).toBe(desk.db.pipelined.totalCount);
    for (const tx of kept) await expect(tx.$queryRaw`SELECT 1`).rejects.toThrow('over');
  });
});
