/** A database that whoever runs it has set to where they are. */
import { expect, test } from 'vitest';
import { openDatabase } from '../../server/database/client.ts';
import { inPipelinedTransaction } from '../../server/database/pipelined.ts';
import { useDesk } from '../support/desk.ts';

const desk = useDesk();

test('instants go in and come out as they are, whatever time and dates the database keeps', async () => {
  const name = new URL(desk.url).pathname.slice(1);
  await desk.db.pool.query(`ALTER DATABASE ${name} SET timezone = 'Asia/Kolkata'`);
  await desk.db.pool.query(`ALTER DATABASE ${name} SET datestyle = 'German'`);
  const db = openDatabase(desk.url, { poolSize: 2 });
  try {
    const at = new Date('2026-03-02T23:30:00.000Z');
    const text = `SELECT ($1::timestamptz)::timestamptz AS at, extract(epoch FROM $1::timestamptz)::float8 * 1000 AS ms`;
    const expected = [{ at, ms: at.getTime() }];
    expect((await db.pool.query(text, [at])).rows).toEqual(expected);
    const bySql = (tx: Pick<typeof db.prisma, '$queryRaw'>) =>
      tx.$queryRaw`SELECT ${at}::timestamptz AS at, extract(epoch FROM ${at}::timestamptz)::float8 * 1000 AS ms`;
    expect(await bySql(db.prisma)).toEqual(expected);
    const pipelined = await inPipelinedTransaction(
      db.pipelined,
      (tx) =>
        tx.$queryRaw`SELECT ${at}::timestamptz AS at, extract(epoch FROM ${at}::timestamptz)::float8 * 1000 AS ms`,
    );
    expect(pipelined).toEqual(expected);

    const ada = await desk.person('viewer');
    await db.prisma.user.update({ where: { id: ada.id }, data: { createdAt: at } });
    const { rows } = await db.pool.query('SELECT iso_time(created_at) AS at FROM users WHERE id = $1', [
      ada.id,
    ]);
    expect(rows).toEqual([{ at: at.toISOString() }]);
  } finally {
    await db.close();
  }
});
