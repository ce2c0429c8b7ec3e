/** Taking a backup: one moment of the database, and the files that it names, while Claimdesk goes on. */
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { digestOf, writeDigested } from './digested-file.ts';
import { BackupError, type Digested, HEADS, MANIFEST, Manifest, SEAL, sealOf } from './manifest.ts';
import { findTool, runTool } from './pg-tools.ts';
import { headLines, selectFacts, selectFilePlaces, selectKeptImports } from './snapshot.ts';
import { copyOut, NOT_COPIED } from './tables.ts';

export interface BackupSources {
  readonly url: string;
  readonly filesDir: string;
  readonly historyKey: Buffer;
  /** The folder of PostgreSQL's programs; undefined: those of PATH. */
  readonly pgBin: string | undefined;
}

/** What is told of a backup that was taken. */
export interface TakenBackup {
  readonly manifest: Manifest;
  /** Why it is not in pg_dump's format, in a sentence; null where it is. */
  readonly notDumped: string | null;
}

/**
 * Write a backup to the folder `to`, which comes to be with its last byte and never half.
 *
 * @throws BackupError where something is there already, or pg_dump fails
 */
export async function takeBackup(sources: BackupSources, to: string): Promise<TakenBackup> {
  if (existsSync(to)) throw new BackupError(`${to} is there already, and is not written over.`);
  await mkdir(path.dirname(to), { recursive: true });
  const partial = `${to}.partial-${uuidv7()}`;
  await mkdir(partial, { mode: 0o700 });
  try {
    const taken = await fill(sources, partial);
    if (existsSync(to)) throw new BackupError(`${to} is there already, and is not written over.`);
    await rename(partial, to);
    await toDisk(path.dirname(to));
    return taken;
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

async function fill(sources: BackupSources, folder: string): Promise<TakenBackup> {
  const client = new pg.Client({ connectionString: sources.url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query(`SET TimeZone = 'UTC'; SET DateStyle = 'ISO, YMD'; SET statement_timeout = 0;
      SET idle_in_transaction_session_timeout = 0; BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY`);
    const facts = await selectFacts(client);
    const { database, notDumped } = await writeDatabase(client, sources, folder, facts.postgres);
    const counter = { streams: 0 };
    const heads = await writeDigested(folder, HEADS, Readable.from(countedLines(client, counter)));
    const places = await selectFilePlaces(client);
    const imports = await selectKeptImports(client);
    await client.query('COMMIT');
    // What the snapshot names was there when it was taken; what comes after it is not of this backup.
    const { files, missing } = await copyFiles(sources.filesDir, folder, places, imports);
    const manifest = Manifest.parse({
      format: 'claimdesk-backup',
      version: 1,
      ...facts,
      database,
      ...counter,
      heads,
      files,
      missing,
    });
    const bytes = Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`);
    const seal = `${sealOf(sources.historyKey, bytes).toString('hex')}\n`;
    await writeFile(path.join(folder, MANIFEST), bytes, { mode: 0o600, flush: true });
    await writeFile(path.join(folder, SEAL), seal, { mode: 0o600, flush: true });
    await toDisk(folder);
    return { manifest, notDumped };
  } finally {
    await client.end();
  }
}

async function* countedLines(client: pg.Client, counter: { streams: number }): AsyncGenerator<Buffer> {
  for await (const line of headLines(client)) {
    counter.streams += 1;
    yield Buffer.from(line);
  }
}

/** By pg_dump where one is at hand that reads this server, in the client's own snapshot; else by COPY. */
async function writeDatabase(
  client: pg.Client,
  { url, pgBin }: BackupSources,
  folder: string,
  server: number,
) {
  const major = Math.floor(server / 10_000);
  const tool = await findTool('pg_dump', pgBin);
  if (tool === null || tool.major < major) {
    const found =
      tool === null ? 'There is no pg_dump here' : `The pg_dump here is of PostgreSQL ${tool.major}`;
    return {
      database: { kind: 'copy' as const, tables: await copyOut(client, folder) },
      notDumped: `${found}, and the server is ${major}: tables were copied one by one, in one snapshot.`,
    };
  }
  const { rows } = await client.query<{ id: string }>('SELECT pg_export_snapshot() AS id');
  const name = 'database.dump';
  const at = path.join(folder, name);
  await writeFile(at, '', { mode: 0o600, flag: 'wx' });
  await runTool(tool, url, [
    '--format=custom',
    '--no-owner',
    '--no-privileges',
    `--snapshot=${rows[0]?.id ?? ''}`,
    ...NOT_COPIED.filter((table) => table !== '_prisma_migrations').map(
      (table) => `--exclude-table-data=${table}`,
    ),
    `--file=${at}`,
  ]);
  await toDisk(at);
  const file = await digestOf(folder, name);
  return { database: { kind: 'pg_dump' as const, major: tool.major, file }, notDumped: null };
}

/** What is gone meanwhile, or is not what its name says, is told and does not end the backup. */
async function copyFiles(
  filesDir: string,
  folder: string,
  places: readonly string[],
  imports: readonly string[],
): Promise<{ files: Digested[]; missing: string[] }> {
  const files: Digested[] = [];
  const missing: string[] = [];
  for (const place of places) {
    const copied = await copyFile(filesDir, folder, place);
    if (copied?.sha256 === path.basename(place)) files.push(copied);
    else missing.push(place);
    if (copied !== null && copied.sha256 !== path.basename(place)) await rm(path.join(folder, copied.path));
  }
  for (const id of imports)
    for (const name of await readdir(path.join(filesDir, 'imports', id)).catch(() => [])) {
      const copied = await copyFile(filesDir, folder, `imports/${id}/${name}`);
      if (copied !== null) files.push(copied);
    }
  return { files, missing };
}

async function copyFile(filesDir: string, folder: string, place: string): Promise<Digested | null> {
  const from = path.join(filesDir, place);
  // Once it is open it can be read to its end, also where somebody takes it away.
  const file = await open(from).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (file === null || !(await file.stat()).isFile()) {
    await file?.close();
    return null;
  }
  return writeDigested(folder, `files/${place}`, createReadStream(from, { fd: file }));
}

/** A folder's names are written when the folder is; systems that cannot do so do it by themselves. */
async function toDisk(at: string): Promise<void> {
  const isFolder = (await stat(at)).isDirectory();
  const handle = await open(at, isFolder ? 'r' : 'r+');
  await handle.sync().catch(() => undefined);
  await handle.close();
}
