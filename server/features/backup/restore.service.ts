/** Restoring: a backup into an empty database and data folder, brought forward to this Claimdesk, and verified. */
import { createReadStream, existsSync } from 'node:fs';
import { copyFile, cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { migrate } from '../../database/migrate.ts';
import { identityOf, ownRestored } from '../files/folder-owner.ts';
import { type VerifiedHistory, verifyHistory } from '../history/verify.ts';
import { brokenLine } from '../history/verify-report.ts';
import { checkMigrations } from './check.ts';
import { BackupError, HEADS, type Manifest } from './manifest.ts';
import { findTool, runTool } from './pg-tools.ts';
import { headLines, selectCounts } from './snapshot.ts';
import { clearSchema, copyIn, filledTables } from './tables.ts';

export interface RestoreTarget {
  readonly url: string;
  readonly filesDir: string;
  readonly historyKey: Buffer;
  /** The folder of PostgreSQL's programs; undefined: those of PATH. */
  readonly pgBin: string | undefined;
  /** The folder of this Claimdesk's migrations. */
  readonly migrations: string;
  /** Take away what is in the database first. */
  readonly replace: boolean;
}

/** What was found once it was restored. */
export interface Restored {
  readonly found: VerifiedHistory;
  /** A line for each thing that is not as the backup says; none where all is. */
  readonly wrong: readonly string[];
  /** Migrations that came after the backup. */
  readonly migrated: readonly string[];
}

/**
 * @param folder a backup that was checked
 * @throws BackupError before anything is changed, where the database is in use, not empty, or cannot take the backup
 */
export async function restoreBackup(
  target: RestoreTarget,
  folder: string,
  manifest: Manifest,
): Promise<Restored> {
  await checkMigrations(target.migrations, manifest);
  const load = await loaderOf(target, folder, manifest);
  await withClient(target.url, async (client) => {
    await requireAlone(client);
    await requireRoom(client, target.replace);
    // Bytes lie under their digests, so what is there already stays, and what is put in harms nobody.
    await putFiles(target.filesDir, folder, manifest);
    await clearSchema(client);
  });
  await load().catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new BackupError(`${reason}. The database was emptied for it, and holds nothing now.`);
  });
  const migrated = await migrate(target.url, target.migrations);
  const restored = new Set(manifest.files.map((file) => path.basename(file.path)));
  await withClient(target.url, async (client) =>
    ownRestored(target.filesDir, await identityOf(client), restored),
  );
  return { ...(await verifyRestored(target, folder, manifest)), migrated };
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query(`SET TimeZone = 'UTC'; SET DateStyle = 'ISO, YMD'; SET statement_timeout = 0`);
    return await work(client);
  } finally {
    await client.end();
  }
}

async function requireAlone(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ others: number }>(
    `SELECT count(*)::int AS others FROM pg_stat_activity
     WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()`,
  );
  if ((rows[0]?.others ?? 0) > 0)
    throw new BackupError('Something else is connected to the database: stop every Claimdesk on it first.');
}

async function requireRoom(client: pg.Client, replace: boolean): Promise<void> {
  const filled = replace ? [] : await filledTables(client);
  if (filled.length > 0)
    throw new BackupError(
      `The database is not empty (${filled.slice(0, 5).join(', ')}${filled.length > 5 ? ', …' : ''}). ` +
        '--replace takes away every table in it first: all stories, people and history that it holds now are lost.',
    );
}

/** @throws BackupError where the machine lacks what the backup's format needs */
async function loaderOf({ url, pgBin, migrations }: RestoreTarget, folder: string, manifest: Manifest) {
  const { database } = manifest;
  if (database.kind === 'copy')
    return async () => {
      await migrateTo(url, migrations, manifest);
      await withClient(url, async (client) => {
        await client.query('BEGIN');
        await copyIn(client, folder, database.tables);
        await client.query('COMMIT');
      });
    };
  const tool = await findTool('pg_restore', pgBin);
  if (tool === null || tool.major < database.major)
    throw new BackupError(
      `The database in it is a dump by pg_dump ${database.major}, and ${
        tool === null ? 'there is no pg_restore here' : `the pg_restore here is of PostgreSQL ${tool.major}`
      }: install PostgreSQL's client programs of version ${database.major} or later, or name their folder in PG_BIN.`,
    );
  return () =>
    runTool(tool, url, [
      '--no-owner',
      '--no-privileges',
      '--exit-on-error',
      '--single-transaction',
      path.join(folder, database.file.path),
    ]);
}

/** The tables as they were when the backup was made. */
async function migrateTo(url: string, migrations: string, manifest: Manifest): Promise<void> {
  const then = await mkdtemp(path.join(os.tmpdir(), 'claimdesk-migrations-'));
  try {
    for (const { name } of manifest.migrations)
      await cp(path.join(migrations, name), path.join(then, name), { recursive: true });
    await migrate(url, then);
  } finally {
    await rm(then, { recursive: true, force: true });
  }
}

async function putFiles(filesDir: string, folder: string, { files }: Manifest): Promise<void> {
  for (const file of files) {
    const to = path.join(filesDir, path.relative('files', file.path));
    if (existsSync(to)) continue;
    const incoming = path.join(filesDir, 'incoming', uuidv7());
    for (const place of [incoming, to]) await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
    await copyFile(path.join(folder, file.path), incoming);
    await rename(incoming, to);
  }
}

async function verifyRestored(
  { url, historyKey }: RestoreTarget,
  folder: string,
  manifest: Manifest,
): Promise<Omit<Restored, 'migrated'>> {
  const wrong: string[] = [];
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  try {
    const found = await verifyHistory(pool, historyKey, (link) => wrong.push(brokenLine(link)));
    const client = await pool.connect();
    try {
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      const counts = await selectCounts(client);
      for (const [what, count] of Object.entries(manifest.counts) as [keyof typeof counts, number][])
        if (counts[what] !== count) wrong.push(`${what}: ${counts[what]}, and ${count} in the backup`);
      wrong.push(...(await otherHeads(client, folder)));
      await client.query('COMMIT');
    } finally {
      client.release();
    }
    return { found, wrong };
  } finally {
    await pool.end();
  }
}

/** Streams whose last event is not the one that the backup says, both sides in the order of ids. */
async function otherHeads(client: pg.PoolClient, folder: string): Promise<string[]> {
  const wrong: string[] = [];
  const restored = headLines(client);
  for await (const line of createInterface({ input: createReadStream(path.join(folder, HEADS)) })) {
    const next = await restored.next();
    if (next.value !== `${line}\n`)
      wrong.push(`not as in the backup: ${next.value?.trim() ?? `nothing`}, not ${line}`);
  }
  for await (const line of restored) wrong.push(`not in the backup: ${line.trim()}`);
  return wrong;
}
