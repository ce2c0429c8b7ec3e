/** Erasing while others are at it: two erasures of one file, a message under way, and what the database itself lets go. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { pino } from 'pino';
import { uuidv7 } from 'uuidv7';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { Erase } from '../../server/contract/erasure.ts';
import { eraseBytes, keepToErase } from '../../server/features/files/erased-files.ts';
import { placeOf } from '../../server/features/files/file-store.ts';
import { createDeliverer } from '../../server/features/webhooks/deliverer.ts';
import { addEvidence, claimNow } from '../support/attached.ts';
import { createStory, mark, review, type Story, verify } from '../support/claims.ts';
import { answer } from '../support/contract.ts';
import { type Desk, ORIGIN, type Person, useDesk } from '../support/desk.ts';
import { attach } from '../support/files.ts';
import { addWebhook, deliveriesOf, receiver } from '../support/webhooks.ts';

const desk = useDesk();
let admin: Person;
let editor: Person;
let reviewer: Person;
let story: Story;

beforeAll(async () => {
  admin = await desk.person('admin');
  editor = await desk.person('editor');
  reviewer = await desk.person('reviewer');
});
beforeEach(async () => {
  story = await createStory(editor);
});

/** Until somebody in this database waits for somebody else's lock, or nothing is to be waited for any more. */
async function untilHeldUp(isOver: () => boolean): Promise<void> {
  for (;;) {
    const { rows } = await desk.db.pool.query(
      `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    if (rows.length > 0 || isOver()) return;
  }
}

test('bytes that two stories erase at the same time are taken off the disk', async () => {
  const bytes = Buffer.from(`A list ${uuidv7()}`);
  const sha256 = createHash('sha256').update(bytes).digest();
  const services = { db: desk.db, filesDir: desk.filesDir, log: pino({ level: 'silent' }) };
  const file = await attach(editor, story, bytes);
  const at = new Date('2026-03-02T12:00:00.000Z');
  // The first has committed, and takes bytes away while the second has not.
  await keepToErase(desk.db.prisma, [sha256], at);
  let first: Promise<unknown> = Promise.resolve();
  await desk.db.prisma.$transaction(async (tx) => {
    await tx.$executeRaw`DELETE FROM files WHERE id = ${file.id}::uuid`;
    await keepToErase(tx, [sha256], at);
    let isOver = false;
    first = eraseBytes(services).finally(() => {
      isOver = true;
    });
    await untilHeldUp(() => isOver);
  });
  await first;
  await eraseBytes(services);
  expect(existsSync(placeOf(desk.filesDir, sha256))).toBe(false);
  expect(await desk.db.prisma.erasedFile.count()).toBe(0);
});

test('a message that was taken before its claim was erased is not sent, and keeps no words', async () => {
  const hook = await addWebhook(admin, { types: ['claim.verified'] });
  const claim = await review(reviewer, await verify(editor, await mark(editor, story, '120 passengers')));
  const { version } = await claimNow(editor, claim);
  const heard = receiver();
  const erase = async () => {
    await editor.delete(`/api/claims/${claim.id}?version=${version}`).expect(200);
    const body = { version: version + 1, reason: 'The court says so.' };
    answer(Erase, await admin.delete(`/api/bin/claim/${claim.id}`, body));
  };
  let isErased = false;
  // Between taking a message and keeping its words there is a transaction of its own to begin.
  const prisma: Desk['db']['prisma'] = new Proxy(desk.db.prisma, {
    get: (target, name) =>
      name === '$transaction' && !isErased
        ? async (work: Parameters<typeof target.$transaction>[0]) => {
            isErased = true;
            await erase();
            return target.$transaction(work);
          }
        : Reflect.get(target, name, target),
  });
  const { historyKey, sourceKey, clock } = desk;
  const now = () => new Date(clock.now.getTime() + 1000);
  const sends = createDeliverer(
    {
      ...{ db: { ...desk.db, prisma }, historyKey, sourceKey, now },
      ...{ log: pino({ level: 'silent' }), publicUrl: ORIGIN },
    },
    { send: heard.send, chance: () => 0 },
  );
  await sends.deliverDue();
  expect(isErased).toBe(true);
  expect(heard.got).toEqual([]);
  expect((await deliveriesOf(admin, hook))[0]).toMatchObject({ state: 'dead', error: 'erased' });
  const { rows } = await desk.db.pool.query('SELECT body FROM webhook_deliveries WHERE webhook_id = $1', [
    hook.id,
  ]);
  expect(rows).toEqual([{ body: null }]);
});

/** Named as erasures name a story; nothing of it stays. */
async function removed(name: string | null, statement: string, values: unknown[]): Promise<number | null> {
  const client = await desk.db.pool.connect();
  try {
    await client.query('BEGIN');
    if (name !== null) await client.query(`SELECT set_config('claimdesk.erasing', $1, true)`, [name]);
    return (await client.query(statement, values)).rowCount;
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

test('the database lets go of what lies in the bin alone, however it is named', async () => {
  const named = `story:${story.id}`;
  const evidence = await addEvidence(editor, story);
  await editor.put(`/api/evidence/${evidence.id}/snapshot`, { version: 1, text: 'x' }).expect(200);
  const pages = ['DELETE FROM snapshots WHERE evidence_id = $1', [evidence.id]] as const;
  const sentences = ['DELETE FROM sentences WHERE article_id = $1', [story.id]] as const;
  const refuses = (name: string | null, [text, values]: typeof pages | typeof sentences) =>
    expect(removed(name, text, [...values])).rejects.toMatchObject({ code: '23001' });
  const goes = async ([text, values]: typeof pages | typeof sentences) =>
    expect(await removed(named, text, [...values])).toBeGreaterThan(0);
  await refuses(named, pages);
  await refuses(named, sentences);
  const { version } = (await editor.get(`/api/articles/${story.id}/evidence`)).body.items[0];
  await editor.delete(`/api/evidence/${evidence.id}?version=${version}`).expect(200);
  await goes(pages);
  await refuses(null, pages);
  await refuses(named, sentences);
  await editor.post(`/api/evidence/${evidence.id}/restore`).expect(200);
  await refuses(named, pages);
  await editor.delete(`/api/articles/${story.id}?version=1`).expect(200);
  await goes(pages);
  await goes(sentences);
  await refuses(null, sentences);
});

test('what refers to a sentence or a file is found by an index, however much there is', async () => {
  await desk.db.prisma.$executeRaw`
    WITH stories AS (
      INSERT INTO articles (id, title, language, created_by_id, created_at, search)
      SELECT gen_random_uuid(), 'Many ' || n, 'en', ${editor.id}::uuid, now(), '' FROM generate_series(1, 200) n RETURNING id
    ), texts AS (
      INSERT INTO revisions (article_id, number, text, sha256, blocks, furniture, created_by_id, created_at)
      SELECT id, 1, 'x', '', '[]', '[]', ${editor.id}::uuid, now() FROM stories RETURNING article_id
    ), lines AS (
      INSERT INTO sentences (article_id, revision, number, block, start, "end", text)
      SELECT article_id, 1, 0, 0, 0, 1, 'x' FROM texts RETURNING article_id
    ), made AS (
      INSERT INTO claims (id, article_id, kind, details, placed_revision, status, created_by_id, created_at, search)
      SELECT gen_random_uuid(), id, 'fact', '{}', 1, 'unchecked', ${editor.id}::uuid, now(), ''
      FROM stories, generate_series(1, 30) n RETURNING id, article_id
    ), held AS (
      INSERT INTO evidence (id, article_id, kind, title, created_by_id, created_at)
      SELECT gen_random_uuid(), id, 'document', 'x', ${editor.id}::uuid, now() FROM stories, generate_series(1, 30) n
    )
    INSERT INTO placements (claim_id, revision, article_id, start, "end", quote, sentence)
    SELECT id, 1, article_id, 0, 1, 'x', 0 FROM made`;
  const file = await attach(editor, story, Buffer.from('A list'));
  await addEvidence(editor, story, { kind: 'file', url: null, title: 'List', fileId: file.id });
  await desk.db.prisma.$executeRaw`ANALYZE placements, evidence, files`;
  const planOf = async (text: string, values: unknown[]) => {
    const { rows } = await desk.db.pool.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${text}`, values);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  };
  // As the keys of both tables ask, once for each row that goes.
  const sentence = 'article_id = $1 AND revision = $2 AND sentence = $3';
  expect(
    await planOf(`SELECT 1 FROM ONLY placements x WHERE ${sentence} FOR KEY SHARE OF x`, [story.id, 1, 0]),
  ).toContain('placements_sentence_idx');
  expect(
    await planOf('SELECT 1 FROM ONLY evidence x WHERE file_id = $1 FOR KEY SHARE OF x', [file.id]),
  ).toContain('evidence_file_idx');
});
