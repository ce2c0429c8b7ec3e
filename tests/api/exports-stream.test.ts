import type { IncomingMessage } from 'node:http';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { exportClaims } from '../../server/features/exports/exports.service.ts';
import { createStory, mark } from '../support/claims.ts';
import { refusal } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { exportJsonl } from '../support/exports.ts';

const desk = useDesk();
let editor: Person;

/** More than any buffer between PostgreSQL and the reader holds. */
const CLAIMS = 4_000;

beforeAll(async () => {
  editor = await desk.person('editor');
  const story = await createStory(editor);
  const claim = await mark(editor, story, '120 passengers');
  await desk.db.pool.query(
    `WITH copies AS (
       INSERT INTO claims (id, article_id, kind, details, summary, placed_revision, search, created_by_id, created_at)
       SELECT gen_random_uuid(), article_id, kind, details, repeat('A long summary. ', 400), placed_revision, search,
         created_by_id, created_at
       FROM claims, generate_series(2, $2::int) WHERE id = $1 RETURNING id)
     INSERT INTO placements (claim_id, revision, article_id, start, "end", quote, sentence)
     SELECT copies.id, p.revision, p.article_id, p.start, p."end", p.quote, p.sentence
     FROM copies, placements p WHERE p.claim_id = $1`,
    [claim.id, CLAIMS],
  );
});

const cutOff = () => desk.logged.filter((line) => line.includes('an export was cut off')).length;
let cutOffBefore = 0;
beforeEach(() => {
  cutOffBefore = cutOff();
});

/** The database's own list of connections that are in the middle of a COPY. */
async function copying(): Promise<number[]> {
  const { rows } = await desk.db.pool.query<{ pid: number }>(
    `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND state = 'active' AND query LIKE 'COPY%'`,
  );
  return rows.map(({ pid }) => pid);
}

/** Ask until it is so: how long PostgreSQL takes to notice is its own affair. */
async function until(what: () => Promise<boolean>): Promise<void> {
  while (!(await what())) await new Promise((resolve) => setImmediate(resolve));
}

/** Ask for everything over HTTP; `act` gets the answer, paused after its first piece. */
function reading(act: (response: IncomingMessage) => Promise<void>) {
  let length = 0;
  const request = editor
    .get('/api/exports/claims?format=csv&status=all')
    .buffer(true)
    .parse((given, done) => {
      const response = given as unknown as IncomingMessage;
      response.once('data', () => {
        response.pause();
        act(response).catch((error: Error) => done(error, null));
      });
      response.on('data', (piece: Buffer) => {
        length += piece.length;
      });
      response.on('end', () => done(null, length));
    });
  return Promise.resolve(request).then(
    () => 'whole' as const,
    () => 'broken' as const,
  );
}

const ALL = { format: 'csv', status: 'all' } as const;
const services = () => ({
  db: desk.db,
  now: () => new Date(),
  log: pino({ level: 'silent' }),
  publicUrl: 'http://claimdesk.test',
  publisher: { name: null, url: null },
});
const editorNow = () => ({ ...editor, epoch: 1 });

/** Something to wait for until it is let go. */
function barrier(): { held: Promise<void>; release: () => void } {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { held, release: () => release() };
}

describe('a long export', () => {
  test('comes whole at the reader’s pace', async () => {
    expect(await exportJsonl(editor, '&status=all')).toHaveLength(CLAIMS);
    expect(await reading(async (response) => void response.resume())).toBe('whole');
    // The last row is sent before PostgreSQL has ended the command.
    await until(async () => (await copying()).length === 0);
    expect(cutOff()).toBe(cutOffBefore);
  });

  test('waits for a reader who pauses, instead of filling memory', async () => {
    let taken = 0;
    const { held, release } = barrier();
    const slow = new Writable({
      write(piece: Buffer, _encoding, done) {
        taken += piece.length;
        held.then(() => done());
      },
    });
    const done = exportClaims(services(), editorNow(), ALL, { stream: slow, begin: () => {} });
    await until(async () => taken > 0);
    const before = taken;
    expect(await copying()).toHaveLength(1);
    expect(taken).toBe(before);
    expect(before).toBeLessThan(1_000_000);
    release();
    await done;
    expect(taken).toBeGreaterThan(CLAIMS * 6_000);
  });

  test('ends with its reader: the connection is closed, the next export finds one', async () => {
    expect(
      await reading(async (response) => {
        expect(await copying()).toHaveLength(1);
        response.destroy();
        throw new Error('went away');
      }),
    ).toBe('broken');
    await until(async () => (await copying()).length === 0);
    await until(async () => cutOff() === cutOffBefore + 1);
    expect(await exportJsonl(editor, '&status=all')).toHaveLength(CLAIMS);
  });

  test('ends with its reader also before there is a row', async () => {
    const locking = await desk.db.pool.connect();
    await locking.query('BEGIN; LOCK TABLE claims IN ACCESS EXCLUSIVE MODE');
    const reader = new Writable({ write: (_piece, _encoding, done) => done() });
    const done = exportClaims(services(), editorNow(), ALL, {
      stream: reader,
      begin: () => expect.unreachable('there is no row'),
    });
    await until(async () => (await copying()).length === 1);
    reader.destroy();
    await done;
    await locking.query('ROLLBACK');
    locking.release();
    await until(async () => (await copying()).length === 0);
    expect(await exportJsonl(editor, '&status=all')).toHaveLength(CLAIMS);
  });

  test('that the database breaks off is broken off, never ended well', async () => {
    expect(
      await reading(async (response) => {
        const [pid] = await copying();
        await desk.db.pool.query('SELECT pg_terminate_backend($1)', [pid]);
        response.resume();
      }),
    ).toBe('broken');
    await until(async () => cutOff() === cutOffBefore + 1);
    expect(await exportJsonl(editor, '&status=all')).toHaveLength(CLAIMS);
  });

  test('that fails before its first row is answered as a problem', async () => {
    await desk.db.pool.query('ALTER TABLE sentences RENAME TO hidden');
    const answer = await editor.get('/api/exports/claims?status=all');
    await desk.db.pool.query('ALTER TABLE hidden RENAME TO sentences');
    refusal(answer, 'INTERNAL');
    expect(answer.headers['content-disposition']).toBeUndefined();
  });

  test('four at a time: the fifth waits its turn', async () => {
    const { held, release } = barrier();
    const exports = Array.from({ length: 4 }, () => {
      const stream = new Writable({ write: (_piece, _encoding, done) => void held.then(() => done()) });
      return exportClaims(services(), editorNow(), ALL, { stream, begin: () => {} });
    });
    await until(async () => (await copying()).length === 4);
    const answer = await editor.get('/api/exports/claims');
    expect(refusal(answer, 'TOO_OFTEN').retryAfter).toBe(5);
    expect(answer.headers['retry-after']).toBe('5');
    release();
    await Promise.all(exports);
    await editor.get('/api/exports/claims').expect(200);
  });
});
