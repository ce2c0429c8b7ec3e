/** Tables out of a database and into one, by PostgreSQL's COPY in its text format, which any later PostgreSQL reads. */
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import pg, { type ClientBase } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { writeDigested } from './digested-file.ts';
import type { CopiedTable } from './manifest.ts';

/** Whoever was signed in signs in again. Migrations put down by themselves that they ran. */
export const NOT_COPIED: readonly string[] = ['sessions', '_prisma_migrations'];

const quoted = (name: string) => pg.escapeIdentifier(name);
const listed = (names: readonly string[]) => names.map(quoted).join(', ');

interface TableRow {
  readonly name: string;
  readonly columns: string[];
}

/** With their columns, but those that are computed from others. What PostgreSQL itself forgets in a crash is left out. */
async function selectTables(client: ClientBase): Promise<TableRow[]> {
  const { rows } = await client.query<TableRow>(
    `SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relpersistence = 'p'
       AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND c.relname <> ALL ($1)
     GROUP BY c.relname ORDER BY c.relname`,
    [NOT_COPIED],
  );
  return rows;
}

/** Every table, inside the caller's transaction, to `folder/database`. */
export async function copyOut(client: ClientBase, folder: string): Promise<CopiedTable[]> {
  const copied: CopiedTable[] = [];
  for (const { name, columns } of await selectTables(client)) {
    const rows = client.query(copyTo(`COPY ${quoted(name)} (${listed(columns)}) TO STDOUT`));
    const file = await writeDigested(folder, `database/${name}.copy.gz`, rows, createGzip());
    copied.push({ name, columns, rows: rows.rowCount ?? 0, file });
  }
  return copied;
}

/**
 * Fill tables that migrations made, inside the caller's transaction. Rows come in the order of their tables' names, so
 * foreign keys are put back after them, and checked then; triggers tell of changes, and restoring is none.
 *
 * @throws what PostgreSQL says of rows that do not fit
 */
export async function copyIn(
  client: ClientBase,
  folder: string,
  tables: readonly CopiedTable[],
): Promise<void> {
  const { rows: keys } = await client.query<{ at: string; name: string; says: string }>(
    `SELECT conrelid::regclass::text AS at, conname AS name, pg_get_constraintdef(oid) AS says FROM pg_constraint
     WHERE contype = 'f' AND connamespace = 'public'::regnamespace ORDER BY at, name`,
  );
  for (const { at, name } of keys) await client.query(`ALTER TABLE ${at} DROP CONSTRAINT ${quoted(name)}`);
  const switchTriggers = async (how: 'DISABLE' | 'ENABLE') => {
    for (const { name } of tables) await client.query(`ALTER TABLE ${quoted(name)} ${how} TRIGGER USER`);
  };
  await switchTriggers('DISABLE');
  // Rows that a migration put in are in the backup, as they became.
  await client.query(`TRUNCATE ${listed(tables.map(({ name }) => name))}`);
  for (const { name, columns, file } of tables) {
    const into = client.query(copyFrom(`COPY ${quoted(name)} (${listed(columns)}) FROM STDIN`));
    await pipeline(createReadStream(path.join(folder, file.path)), createGunzip(), into);
  }
  await switchTriggers('ENABLE');
  for (const { at, name, says } of keys)
    await client.query(`ALTER TABLE ${at} ADD CONSTRAINT ${quoted(name)} ${says}`);
  await countOn(client);
}

/** Numbers that columns take from a sequence go on after the highest. */
async function countOn(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ sequence: string; at: string; name: string }>(
    `SELECT s.oid::regclass::text AS sequence, t.oid::regclass::text AS at, a.attname AS name
     FROM pg_class s JOIN pg_depend d ON d.objid = s.oid AND d.classid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')
       JOIN pg_class t ON t.oid = d.refobjid JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.refobjsubid
     WHERE s.relkind = 'S' AND s.relnamespace = 'public'::regnamespace`,
  );
  for (const { sequence, at, name } of rows)
    await client.query(
      `SELECT setval($1::regclass, COALESCE(max(${quoted(name)}), 1), max(${quoted(name)}) IS NOT NULL) FROM ${at}`,
      [sequence],
    );
}

/** Names of tables that hold something, in a database that is to be empty. */
export async function filledTables(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
       AND relname <> '_prisma_migrations' ORDER BY relname`,
  );
  const filled: string[] = [];
  for (const { name } of rows) {
    const found = await client.query(`SELECT 1 FROM ${quoted(name)} LIMIT 1`);
    if (found.rows.length > 0) filled.push(name);
  }
  return filled;
}

/** Take away every table, type and function of the schema, but those of extensions. */
export async function clearSchema(client: ClientBase): Promise<void> {
  await client.query(`DO $$
    DECLARE what text;
    BEGIN
      FOR what IN
        SELECT format('DROP %s IF EXISTS %s CASCADE',
            CASE relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END,
            oid::regclass)
          FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'S')
            AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = pg_class.oid AND d.deptype IN ('e', 'i'))
        UNION ALL SELECT format('DROP ROUTINE IF EXISTS %s CASCADE', oid::regprocedure)
          FROM pg_proc WHERE pronamespace = 'public'::regnamespace
            AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = pg_proc.oid AND d.deptype = 'e')
        UNION ALL SELECT format('DROP TYPE IF EXISTS %s CASCADE', oid::regtype)
          FROM pg_type WHERE typnamespace = 'public'::regnamespace AND typtype IN ('e', 'd')
            AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = pg_type.oid AND d.deptype = 'e')
      LOOP EXECUTE what; END LOOP;
    END $$`);
}
