import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { expect, inject, test } from 'vitest';
import { migrate, schemaDifference } from '../../server/database/migrate.ts';
import { MIGRATIONS } from '../support/global-database.ts';

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
