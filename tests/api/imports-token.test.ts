/** Imports that a program began: they end with its token, and a person may take them over. */
import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, test } from 'vitest';
import { CreateImport, GetImport } from '../../server/contract/imports.ts';
import { PROBLEMS } from '../../server/contract/problem.ts';
import { CreateToken } from '../../server/contract/tokens.ts';
import { importsWorker } from '../../server/features/imports/imports.worker.ts';
import { answer } from '../support/contract.ts';
import { type Person, useDesk } from '../support/desk.ts';
import { importsFor, sendZip, text } from '../support/imports.ts';
import { zipOf } from '../support/zip.ts';

const desk = useDesk();
let editor: Person;

beforeAll(async () => {
  editor = await desk.person('editor', 'Ada');
});

const { filesOf, isKept } = importsFor(desk, () => editor);
const NAMES = ['a.txt', 'b.txt', 'c.txt'];

async function token(name: string, expiresAt?: string) {
  const made = answer(
    CreateToken,
    await editor.post('/api/tokens', { name, scopes: ['read', 'stories'], expiresAt }),
  );
  if (made.secret === null) throw new Error('a new token has a secret');
  return { id: made.token.id, as: desk.program(made.secret) };
}

/** Three stories that a program begins to bring in; `read` is called at each reading: three at first, then one a story. */
async function begun(by: Awaited<ReturnType<typeof token>>, read: (count: number, id: string) => unknown) {
  const id = uuidv7();
  const lock = [`import ${id}`];
  const client = await desk.db.pool.connect();
  try {
    // This file's own server leaves it alone.
    await client.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', lock);
    const zip = zipOf(NAMES.map((name): [string, string] => [name, text(`Ferry ${name}`)]));
    answer(CreateImport, await sendZip(by.as, zip, `&id=${id}`));
    await desk.idle();
    await client.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', lock);
  } finally {
    client.release();
  }
  let count = 0;
  const worker = importsWorker({
    ...desk.services,
    readFile: async (file) => {
      count += 1;
      await read(count, id);
      return desk.services.readFile(file);
    },
  });
  worker.wake();
  await worker.idle();
  return id;
}
const now = async (id: string) => answer(GetImport, await editor.get(`/api/imports/${id}`));
const codesOf = async (id: string) =>
  (await filesOf({ id })).map(({ state, problem }) => problem?.code ?? state);

/** The token that the history of each story names, by the list. */
async function tokensOf(id: string): Promise<unknown[]> {
  const { rows } = await desk.db.pool.query<{ token: string | null; actor: string }>(
    `SELECT p.payload -> 'token' AS token, e.actor_name AS actor FROM import_files f
     JOIN events e ON e.stream_id = f.article_id AND e.type = 'article.created'
     JOIN event_payloads p ON p.stream_id = e.stream_id AND p.seq = e.seq
     WHERE f.import_id = $1 ORDER BY f.number`,
    [id],
  );
  expect(rows.map(({ actor }) => actor)).toEqual(rows.map(() => 'Ada'));
  return rows.map(({ token: name }) => name);
}

describe('what a token began', () => {
  test.each<[string, (id: string) => Promise<unknown>]>([
    ['was taken back', async (id) => editor.delete(`/api/tokens/${id}`).expect(200)],
    [
      'has run out',
      async (id) => {
        const { expiresAt } = await desk.db.prisma.apiToken.findUniqueOrThrow({ where: { id } });
        desk.clock.now = new Date(expiresAt.getTime());
      },
    ],
  ])('ends with the next file once it %s, in words; a person takes it over', async (how, end) => {
    const by = await token(`Wire that ${how}`, new Date(desk.clock.now.getTime() + 3_600_000).toISOString());
    const before = desk.clock.now;
    const id = await begun(by, async (count) => {
      if (count === 4) await end(by.id);
    });
    expect(await codesOf(id)).toEqual(['stored', 'IMPORT_TOKEN_ENDED', 'IMPORT_TOKEN_ENDED']);
    expect((await filesOf({ id }))[1]?.problem?.title).toBe(PROBLEMS.IMPORT_TOKEN_ENDED[1]);
    expect(await now(id)).toMatchObject({ canRetry: true, counts: { stored: 1, waiting: 0, refused: 2 } });
    expect((await now(id)).finishedAt).not.toBeNull();
    expect(isKept({ id })).toBe(true);

    desk.clock.now = before;
    await editor.post(`/api/imports/${id}/retry`).expect(200);
    await desk.idle();
    expect(await codesOf(id)).toEqual(['stored', 'stored', 'stored']);
    expect(await tokensOf(id)).toEqual([`Wire that ${how}`, null, null]);
  });

  test('goes on without it where a person paused it and has it go on', async () => {
    const by = await token('Night wire');
    const id = await begun(by, async (count, importId) => {
      if (count === 4) await editor.put(`/api/imports/${importId}/state`, { state: 'paused' }).expect(200);
    });
    expect(await codesOf(id)).toEqual(['stored', 'waiting', 'waiting']);
    await editor.delete(`/api/tokens/${by.id}`).expect(200);
    await editor.put(`/api/imports/${id}/state`, { state: 'running' }).expect(200);
    await desk.idle();
    expect(await codesOf(id)).toEqual(['stored', 'stored', 'stored']);
    expect(await tokensOf(id)).toEqual(['Night wire', null, null]);
  });

  test('is another program’s where that has it go on, and ends with that', async () => {
    const [first, second] = [await token('First wire'), await token('Second wire')];
    const id = await begun(first, async (count, importId) => {
      if (count === 4) await second.as.put(`/api/imports/${importId}/state`, { state: 'paused' }).expect(200);
    });
    await editor.delete(`/api/tokens/${first.id}`).expect(200);
    await second.as.put(`/api/imports/${id}/state`, { state: 'running' }).expect(200);
    await desk.idle();
    expect(await tokensOf(id)).toEqual(['First wire', 'Second wire', 'Second wire']);
  });
});
