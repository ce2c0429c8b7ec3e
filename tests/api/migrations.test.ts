import { randomBytes } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import supertest from 'supertest';
import { expect, inject, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import { GetArticle } from '../../server/contract/articles.ts';
import { GiveVerdict, ListArticleClaims } from '../../server/contract/claims.ts';
import { ListComments } from '../../server/contract/comments.ts';
import { ListCitations, ListEvidence } from '../../server/contract/evidence.ts';
import { ErasePayload, GetArticleHistory, VerifyHistory } from '../../server/contract/history.ts';
import { ListSources } from '../../server/contract/sources.ts';
import { openDatabase } from '../../server/database/client.ts';
import { migrate, schemaDifference } from '../../server/database/migrate.ts';
import { migrateApart } from '../../server/database/migrate-apart.ts';
import { isMigrated } from '../../server/database/migrated.ts';
import { formatOf, readAs } from '../../server/domain/exchange/in/formats.ts';
import { suggest } from '../../server/domain/extraction/suggest.ts';
import { hashPassword } from '../../server/features/people/passwords.ts';
import { readDocument } from '../../server/features/stories/read-document.ts';
import { find } from '../../server/features/suggestions/found.ts';
import { answer } from '../support/contract.ts';
import { ORIGIN } from '../support/desk.ts';
import { MIGRATIONS } from '../support/global-database.ts';
import { fillLanded } from '../support/landed-rows.ts';

const SCHEMA = path.join(MIGRATIONS, '..', 'schema.prisma');

async function inDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** An empty database for as long as the work takes. */
async function withDatabase<T>(name: string, work: (url: string) => Promise<T>): Promise<T> {
  const server = inject('databaseServer');
  await inDatabase(server, (client) => client.query(`CREATE DATABASE ${name}`));
  const url = new URL(server);
  url.pathname = `/${name}`;
  try {
    return await work(url.href);
  } finally {
    await inDatabase(server, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
  }
}

/** Tables, columns, keys and enums as PostgreSQL knows them, without what the migrations add by hand. */
const describeTables = (url: string) =>
  inDatabase(url, async (client) => {
    const ask = async (sql: string) =>
      (await client.query<{ line: string }>(sql)).rows.map((row) => row.line);
    return [
      ...(await ask(`SELECT table_name || '.' || column_name || ' ' || udt_name || ' ' || is_nullable || ' ' ||
        COALESCE(column_default, '') AS line FROM information_schema.columns
        WHERE table_schema = 'public' AND table_name <> '_prisma_migrations' ORDER BY 1`)),
      ...(await ask(`SELECT conrelid::regclass || ' ' || pg_get_constraintdef(oid) AS line FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
          AND conrelid <> COALESCE(to_regclass('_prisma_migrations'), 0) ORDER BY 1`)),
      ...(await ask(`SELECT t.typname || ' ' || string_agg(e.enumlabel, ',' ORDER BY e.enumsortorder) AS line
        FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid GROUP BY t.typname ORDER BY 1`)),
    ];
  });

test('the migrations make the tables that the schema describes', async () => {
  const migrated = await withDatabase('migrations_a', async (url) => {
    await migrate(url, MIGRATIONS);
    return describeTables(url);
  });
  const described = await withDatabase('migrations_b', async (url) => {
    const sql = await schemaDifference(url, null, await readFile(SCHEMA, 'utf8'));
    await inDatabase(url, (client) => client.query(sql));
    return describeTables(url);
  });
  expect(described.length).toBeGreaterThan(100);
  expect(migrated).toEqual(described);
});

test('two servers that start together migrate once, and a later start changes nothing', async () => {
  await withDatabase('migrations_c', async (url) => {
    const [one, two] = await Promise.all([migrate(url, MIGRATIONS), migrate(url, MIGRATIONS)]);
    const all = (await readdir(MIGRATIONS, { withFileTypes: true })).filter((entry) => entry.isDirectory());
    expect([...one, ...two]).toEqual(all.map(({ name }) => name).sort());
    expect(await migrate(url, MIGRATIONS)).toEqual([]);
  });
});

test('a server migrates on a thread of its own, and is told why it could not', async () => {
  await withDatabase('migrations_d', async (url) => {
    expect((await migrateApart(url, MIGRATIONS)).length).toBeGreaterThan(0);
    expect(await migrateApart(url, MIGRATIONS)).toEqual([]);
    await expect(migrateApart(url, '/nowhere')).rejects.toThrow('could not be migrated: Error: ENOENT');
  });
});

test('the engine is not asked where all migrations were applied, and is wherever that is in doubt', async () => {
  await withDatabase('migrations_e', async (url) => {
    expect(await isMigrated(url, MIGRATIONS)).toBe(false);
    await migrate(url, MIGRATIONS);
    expect(await isMigrated(url, MIGRATIONS)).toBe(true);
    expect(await isMigrated(url, '/nowhere')).toBe(false);
    const names = (await readdir(MIGRATIONS, { withFileTypes: true })).filter((entry) => entry.isDirectory());
    await withMigrations(
      names.map(({ name }) => name),
      async (folder) => {
        await mkdir(path.join(folder, '29990101000000_to_come'));
        expect(await isMigrated(url, folder)).toBe(false);
      },
    );
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const change = (to: string) =>
      client.query(
        `UPDATE _prisma_migrations SET ${to} WHERE migration_name = (SELECT max(migration_name) FROM _prisma_migrations)`,
      );
    try {
      await change('finished_at = NULL');
      expect(await isMigrated(url, MIGRATIONS)).toBe(false);
      await change('finished_at = now(), rolled_back_at = now()');
      expect(await isMigrated(url, MIGRATIONS)).toBe(false);
      await change('rolled_back_at = NULL');
      expect(await isMigrated(url, MIGRATIONS)).toBe(true);
    } finally {
      await client.end();
    }
  });
});

/** The migrations that have been released: what they made is out there, with people's work in it. */
const LANDED = ['20261122000000_foundation'];
const PASSWORD = 'the password of Marrow';

/** A folder with some of the migrations only. */
async function withMigrations<T>(names: readonly string[], work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'claimdesk-migrations-'));
  try {
    for (const name of names)
      await cp(path.join(MIGRATIONS, name), path.join(folder, name), { recursive: true });
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Every row of every table, as JSON. */
async function selectRows(client: pg.Client): Promise<Map<string, Record<string, unknown>[]>> {
  const tables = await client.query<{
    name: string;
  }>(`SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = 'public' AND table_name <> '_prisma_migrations' ORDER BY 1`);
  const rows = new Map<string, Record<string, unknown>[]>();
  for (const { name } of tables.rows) {
    const found = await client.query<{ row: Record<string, unknown> }>(
      `SELECT to_jsonb(t) AS row FROM "${name}" t ORDER BY t::text`,
    );
    rows.set(
      name,
      found.rows.map(({ row }) => row),
    );
  }
  return rows;
}

/** The app on a database, and someone who is signed in to it. */
async function withApp<T>(
  url: string,
  historyKey: Buffer,
  work: (signIn: (email: string) => Promise<ReturnType<typeof supertest.agent>>) => Promise<T>,
): Promise<T> {
  const db = openDatabase(url, { poolSize: 4 });
  const app = createApp({
    metricsToken: null,
    db,
    now: () => new Date('2026-03-02T09:00:00.000Z'),
    log: pino({ level: 'silent' }),
    historyKey,
    sourceKey: randomBytes(32),
    readFile: readAs,
    tellFormat: async (bytes, name) => formatOf(bytes, name),
    readStory: async (bytes) => readDocument(bytes),
    extract: async (reading) => find(reading, suggest),
    fetchPage: null,
    policy: { signOffBy: 'reviewer', reviewFacts: true, minSources: 1 },
    filesDir: os.tmpdir(),
    publicUrl: ORIGIN,
    publisher: { name: null, url: null },
    privateWebhooks: false,
    sendsMail: false,
    setupToken: null,
    sessionSecret: randomBytes(32).toString('hex'),
    trustProxy: 'loopback',
    clientDir: undefined,
  });
  try {
    return await work(async (email) => {
      const agent = supertest.agent(app.handler).set('Origin', ORIGIN);
      await agent.post('/api/session').send({ email, password: PASSWORD }).expect(200);
      return agent;
    });
  } finally {
    await app.close();
    await db.close();
  }
}

test('a database of the last landed version migrates with its data', async () => {
  const historyKey = randomBytes(32);
  await withDatabase('migrations_d', async (url) => {
    expect(await withMigrations(LANDED, (folder) => migrate(url, folder))).toEqual(LANDED);
    const passwordHash = await hashPassword(PASSWORD);
    const landed = await inDatabase(url, (client) => fillLanded(client, historyKey, passwordHash));
    const before = await inDatabase(url, selectRows);

    const newer = (await readdir(MIGRATIONS)).filter((name) => /^\d/.test(name) && !LANDED.includes(name));
    expect(await migrate(url, MIGRATIONS)).toEqual(newer.sort());
    const after = await inDatabase(url, selectRows);
    for (const [table, rows] of before) expect(after.get(table), table).toMatchObject(rows);
    // What was decided by older rules is not confirmed by the words alone.
    expect(after.get('verdicts')).toMatchObject([{ confirmable: false, confirms_id: null }]);
    expect([...before.values()].filter((rows) => rows.length > 0).length).toBeGreaterThan(12);

    await withApp(url, historyKey, async (signIn) => {
      const editor = await signIn('editor@marrow.test');
      const story = `/api/articles/${landed.articleId}`;
      const article = answer(GetArticle, await editor.get(story));
      expect(article).toMatchObject({ title: 'Bridge at Marrow gives way', access: 'restricted', head: 8 });
      expect(article.revision.sentences).toHaveLength(4);
      const { items: claims } = answer(ListArticleClaims, await editor.get(`${story}/claims`));
      expect(claims).toMatchObject([
        {
          id: landed.countId,
          details: { low: 12 },
          attributionIds: [landed.attributionId],
          status: 'unchecked',
        },
        { id: landed.attributionId, details: { sourceId: landed.sourceId } },
      ]);
      expect(answer(ListEvidence, await editor.get(`${story}/evidence`)).items).toMatchObject([
        { id: landed.evidenceId, title: 'Log of the night' },
      ]);
      const claim = `/api/claims/${landed.countId}`;
      expect(answer(ListCitations, await editor.get(`${claim}/citations`)).items).toHaveLength(1);
      expect(answer(ListComments, await editor.get(`${claim}/comments`)).items).toHaveLength(1);
      expect(answer(ListSources, await editor.get('/api/sources?q=fire')).items).toMatchObject([
        { id: landed.sourceId, name: 'Fire service of Marrow', aliases: ['The fire service'] },
      ]);
      const { items } = answer(GetArticleHistory, await editor.get(`${story}/history`));
      expect(items.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);

      const admin = await signIn('admin@marrow.test');
      const verify = async () => answer(VerifyHistory, await admin.post('/api/history/verify'));
      expect(await verify()).toEqual({ streams: 4, events: 11, erased: 0, broken: [] });
      const verdict = { version: 1, verdict: 'accurate', reason: 'The log says so.' };
      const given = answer(GiveVerdict, await editor.put(`${claim}/verdict`).send(verdict));
      expect(given).toMatchObject({ status: 'checked', version: 2 });
      const reason = { reason: 'A court says so.' };
      answer(ErasePayload, await admin.delete(`${story}/history/2`).send(reason));
      expect(await verify()).toEqual({ streams: 4, events: 13, erased: 1, broken: [] });
    });
  });
});
