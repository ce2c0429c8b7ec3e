/** What a backup tells of a database, read in the snapshot that it is of, and read again once it is restored. */
import type { ClientBase } from 'pg';
import type { Manifest } from './manifest.ts';

type Facts = Pick<Manifest, 'at' | 'postgres' | 'migrations' | 'counts'>;

export async function selectFacts(client: ClientBase): Promise<Facts> {
  const { rows: migrations } = await client.query<Facts['migrations'][number]>(
    `SELECT migration_name AS name, checksum FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
  );
  const { rows } = await client.query<{ at: string; postgres: number }>(
    `SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at,
       current_setting('server_version_num')::int AS postgres`,
  );
  const [asked] = rows;
  if (asked === undefined) throw new Error('the database did not answer');
  return { ...asked, migrations, counts: await selectCounts(client) };
}

export async function selectCounts(client: ClientBase): Promise<Manifest['counts']> {
  const { rows } = await client.query<Manifest['counts']>(
    `SELECT (SELECT count(*) FROM articles)::int AS stories, (SELECT count(*) FROM claims)::int AS claims,
       (SELECT count(*) FROM comments)::int AS comments, (SELECT count(*) FROM evidence)::int AS evidence,
       (SELECT count(*) FROM users)::int AS people, (SELECT count(*) FROM events)::int AS events`,
  );
  const [counts] = rows;
  if (counts === undefined) throw new Error('the database did not answer');
  return counts;
}

const BATCH = 1000;

/** A line for each stream: its kind, its id, the number and the link of its last event; `-` where it has none. */
export async function* headLines(client: ClientBase): AsyncGenerator<string> {
  await client.query(`DECLARE heads NO SCROLL CURSOR FOR
    SELECT concat_ws(' ', s.kind, s.id, s.head, COALESCE(encode(e.link, 'hex'), '-')) AS line
    FROM (SELECT 'article' AS kind, id, head FROM articles UNION ALL SELECT 'source', id, head FROM sources
      UNION ALL SELECT 'person', id, head FROM users UNION ALL SELECT 'webhook', id, head FROM webhooks) s
    LEFT JOIN events e ON e.stream_id = s.id AND e.seq = s.head ORDER BY s.id`);
  for (;;) {
    const { rows } = await client.query<{ line: string }>(`FETCH ${BATCH} FROM heads`);
    for (const { line } of rows) yield `${line}\n`;
    if (rows.length < BATCH) break;
  }
  await client.query('CLOSE heads');
}

/** Where the bytes that the database names lie, under `files`: attached, and stories as they came. */
export async function selectFilePlaces(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT encode(sha256, 'hex') AS name FROM files WHERE NOT elsewhere
     UNION SELECT encode(sha256, 'hex') FROM arrivals WHERE NOT elsewhere ORDER BY name`,
  );
  return rows.map(({ name }) => `${name.slice(0, 2)}/${name}`);
}

/** Imports whose files lie under `files/imports` until they are brought in. */
export async function selectKeptImports(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>('SELECT id FROM imports WHERE is_kept ORDER BY id');
  return rows.map(({ id }) => id);
}
