/** Where a word is left: in the whole database, whatever its tables, and in the folder of files. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Desk } from './desk.ts';

/**
 * Columns that hold a word, as `table.column`, by their names; of any type, bytes included.
 *
 * @param word in small letters and without accents, so that search columns hold it as it is
 */
export async function columnsWith({ db }: Pick<Desk, 'db'>, word: string): Promise<string[]> {
  const { rows } = await db.pool.query<{ at: string; name: string }>(
    `SELECT c.table_name AS at, c.column_name AS name FROM information_schema.columns c
     JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
     WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' ORDER BY 1, 2`,
  );
  const hex = Buffer.from(word).toString('hex');
  const found: string[] = [];
  for (const { at, name } of rows) {
    const { rows: held } = await db.pool.query(
      `SELECT 1 FROM "${at}" WHERE lower("${name}"::text) LIKE '%' || $1 || '%' OR lower("${name}"::text) LIKE '%' || $2 || '%' LIMIT 1`,
      [word, hex],
    );
    if (held.length > 0) found.push(`${at}.${name}`);
  }
  return found;
}

/** Columns of these tables that can hold words, as `table.column`: all but numbers, times, ids and enumerations. */
export async function wordColumns({ db }: Pick<Desk, 'db'>, tables: readonly string[]): Promise<string[]> {
  const { rows } = await db.pool.query<{ name: string }>(
    `SELECT table_name || '.' || column_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name = ANY($1)
       AND udt_name IN ('text', 'varchar', 'bpchar', 'json', 'jsonb', 'tsvector', 'bytea', '_text') ORDER BY 1`,
    [tables],
  );
  return rows.map(({ name }) => name);
}

/** Files under the folder that hold a word, or are called by it. */
export async function filesWith({ filesDir }: Pick<Desk, 'filesDir'>, word: string): Promise<string[]> {
  const all = await readdir(filesDir, { recursive: true, withFileTypes: true }).catch(() => []);
  const found: string[] = [];
  for (const file of all.filter((one) => one.isFile())) {
    const place = path.join(file.parentPath, file.name);
    if (place.includes(word) || (await readFile(place)).includes(word))
      found.push(path.relative(filesDir, place));
  }
  return found.sort();
}

/** Tables of which the planner keeps a value with a word as a sample. Read anew by ANALYZE alone. */
export async function samplesWith({ db }: Pick<Desk, 'db'>, word: string): Promise<string[]> {
  const { rows } = await db.pool.query<{ name: string }>(
    `SELECT DISTINCT starelid::regclass::text AS name FROM pg_statistic
     WHERE lower(concat_ws(' ', stavalues1::text, stavalues2::text, stavalues3::text, stavalues4::text, stavalues5::text))
       LIKE '%' || $1 || '%' ORDER BY 1`,
    [word],
  );
  return rows.map(({ name }) => name);
}
