/** What becomes of requests whose database goes away, holds them up or says nothing more. */

import express from 'express';
import { pino } from 'pino';
import request from 'supertest';
import { afterEach, describe, expect, test } from 'vitest';
import { type Database, openDatabase, type Patience } from '../../server/database/client.ts';
import { inPipelinedTransaction } from '../../server/database/pipelined.ts';
import { answerProblems } from '../../server/http/problems.ts';
import { chanceOf } from '../faults/chance.ts';
import { openLine } from '../faults/line.ts';
import { useDesk } from '../support/desk.ts';

const desk = useDesk();
const undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

function open(url: string, patience: Partial<Patience> = {}): Database {
  const db = openDatabase(url, { poolSize: 2, patience });
  undo.push(() => db.close());
  return db;
}

/** How a failure is told to whoever asked. */
async function answered(failing: Promise<unknown>): Promise<{ status: number; code: unknown }> {
  // It may have failed before anybody asks.
  failing.catch(() => {});
  const app = express();
  app.get('/', async () => void (await failing));
  app.use(answerProblems(pino({ level: 'silent' })));
  const { status, text } = await request(app).get('/');
  return { status, code: JSON.parse(text).code };
}
const AWAY = { status: 503, code: 'UNAVAILABLE' };

/** `false` for what answers once the backend that asks it is gone. */
const END_MYSELF = 'SELECT pg_terminate_backend(pg_backend_pid())';

describe('a connection that PostgreSQL ends', () => {
  test('in a pipelined transaction is a refusal, and the next one works', async () => {
    const db = open(desk.url);
    const failing = inPipelinedTransaction(db.pipelined, async (tx) => {
      await tx.$queryRaw`SELECT pg_terminate_backend(pg_backend_pid())`;
    });
    expect(await answered(failing)).toEqual(AWAY);
    const after = await inPipelinedTransaction(db.pipelined, (tx) => tx.$queryRaw`SELECT 1 AS one`);
    expect(after).toEqual([{ one: 1 }]);
  });

  test('while somebody has it and asks nothing does not end the process', async () => {
    const db = open(desk.url);
    const client = await db.pool.connect();
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    const ended = new Promise((resolve) => client.once('end', resolve));
    await desk.db.pool.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
    await ended;
    client.release(true);
    expect((await db.pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  });

  test('between two statements of a transaction of Prisma’s is a refusal', async () => {
    const db = open(desk.url);
    const failing = db.prisma.$transaction(async (tx) => {
      const [row] = await tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`;
      await desk.db.pool.query('SELECT pg_terminate_backend($1)', [row?.pid]);
      for (;;) await tx.$queryRaw`SELECT 1`;
    });
    expect(await answered(failing)).toEqual(AWAY);
  });

  test('is told as one that cannot be asked any more', async () => {
    const db = open(desk.url);
    const client = await db.pool.connect();
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    const ended = new Promise((resolve) => client.once('end', resolve));
    await desk.db.pool.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
    await ended;
    expect(await answered(client.query('SELECT 1'))).toEqual(AWAY);
    client.release(true);
  });

  test('in a transaction of Prisma’s is a refusal', async () => {
    const db = open(desk.url);
    const failing = db.prisma.$transaction((tx) => tx.$queryRawUnsafe(END_MYSELF));
    expect(await answered(failing)).toEqual(AWAY);
    expect(await db.prisma.$queryRaw`SELECT 1 AS one`).toEqual([{ one: 1 }]);
  });
});

describe('what somebody holds', () => {
  const held = async () => {
    const holder = await desk.db.pool.connect();
    undo.push(async () => {
      await holder.query('ROLLBACK');
      holder.release();
    });
    await holder.query('BEGIN; LOCK TABLE sources IN ACCESS EXCLUSIVE MODE');
    return open(desk.url, { lock: 100, silence: 60_000 });
  };

  test('is given up in time, past Prisma', async () => {
    const db = await held();
    expect(await answered(db.pool.query('SELECT count(*) FROM sources'))).toEqual(AWAY);
  });

  test('is given up in time, where what was sent with it hears of it first', async () => {
    const db = await held();
    const failing = inPipelinedTransaction(db.pipelined, async (tx) => {
      const waiting = tx.$queryRaw`SELECT count(*) FROM sources`;
      const after = tx.$queryRaw`SELECT 1`;
      await Promise.all([waiting.then((rows) => rows), after]);
    });
    expect(await answered(failing)).toEqual(AWAY);
    // The statement that failed first is looked at last.
    const other = inPipelinedTransaction(db.pipelined, async (tx) => {
      tx.defer(tx.$queryRaw`SELECT count(*) FROM sources`);
      await tx.$queryRaw`SELECT 1`;
    });
    expect(await answered(other)).toEqual(AWAY);
  });

  test('are all connections: whoever waits for one is told', async () => {
    const db = open(desk.url, { room: 100 });
    const all = await Promise.all([db.pool.connect(), db.pool.connect()]);
    expect(await answered(db.pool.query('SELECT 1'))).toEqual(AWAY);
    expect(await answered(db.prisma.source.count())).toEqual(AWAY);
    expect(await answered(db.prisma.$transaction((tx) => tx.$queryRaw`SELECT 1`))).toEqual(AWAY);
    for (const client of all) client.release();
    expect((await db.pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  });

  test('is given up in time, in SQL through Prisma', async () => {
    const db = await held();
    const failing = db.prisma.$transaction((tx) => tx.$queryRaw`SELECT count(*) FROM sources`);
    expect(await answered(failing)).toEqual(AWAY);
  });

  test('is given up in time, in a model of Prisma’s', async () => {
    const db = await held();
    expect(await answered(db.prisma.source.count())).toEqual(AWAY);
  });
});

describe('a line that says nothing more', () => {
  test('is broken off for what waits on it, and not for what only has it', async () => {
    const url = new URL(desk.url);
    const line = await openLine([{ host: url.hostname, port: Number(url.port) }], chanceOf(1));
    undo.push(() => line.close());
    url.port = String(line.port);
    const db = open(url.href, { lock: 60_000, silence: 200 });
    const holding = await db.pool.connect();
    undo.push(async () => holding.release());
    const looked = new Promise((resolve) => holding.connection.stream.once('timeout', resolve));
    await db.pool.query('SELECT 1');
    await looked;
    expect((await holding.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);

    line.state = 'silent';
    expect(await answered(db.pool.query('SELECT 1'))).toEqual(AWAY);
    const failing = db.prisma.$transaction((tx) => tx.$queryRaw`SELECT 1`);
    line.state = 'open';
    await failing.catch(() => undefined);
    expect((await db.pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  });
});
