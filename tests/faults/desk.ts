/** A newsroom to be broken: PostgreSQL, servers, people who are signed in, and a story. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { Article } from '../../server/contract/articles.ts';
import type { Role } from '../../server/contract/people.ts';
import { migrate } from '../../server/database/migrate.ts';
import { hashPassword } from '../../server/features/people/passwords.ts';
import { ROOT } from '../support/running.ts';
import { type Served, serve } from '../support/served.ts';
import type { Ground } from './fault.ts';
import { freePort, type Line, openLine } from './line.ts';
import { type Postgres, startPostgres } from './postgres.ts';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly role: Role;
}

/** A server that can be ended and started again on the port that it had. */
export interface Server {
  readonly port: number;
  readonly url: string;
  readonly pid: number | undefined;
  kill(): Promise<void>;
  start(): Promise<void>;
}

export interface Desk {
  readonly postgres: Postgres;
  /** The servers' way to the database. */
  readonly databaseLine: Line;
  /** For what the test asks in plain SQL: past the servers, and past their line. */
  readonly sql: pg.Pool;
  /** All of one newsroom, sharing database and folder. */
  readonly servers: readonly Server[];
  /** The readers' way to the servers. */
  readonly line: Line;
  readonly people: readonly Person[];
  readonly dataDir: string;
  readonly historyKey: Buffer;
}

export interface Wanted {
  readonly editors: number;
  readonly reviewers?: number;
  readonly servers?: number;
  /** Settings of PostgreSQL, `name=value`. */
  readonly flags?: readonly string[];
  /** Of each server. */
  readonly environments?: readonly Record<string, string>[];
  /** Node's options for each server. */
  readonly nodeArgs?: readonly (readonly string[])[];
  /** Where PostgreSQL lives, where it is not in the test's folder. */
  readonly databaseFolder?: string;
}

const MAIN = path.join(ROOT, 'dist', 'server', 'main.js');

export async function openDesk(ground: Ground, wanted: Wanted): Promise<Desk> {
  const { folder, undo, chance } = ground;
  const postgres = await startPostgres(wanted.databaseFolder ?? path.join(folder, 'database'), wanted.flags);
  undo.push(() => postgres.stop());
  await migrate(postgres.url, path.join(ROOT, 'prisma', 'migrations'));
  const sql = new pg.Pool({ connectionString: postgres.url, max: 4 });
  sql.on('error', () => {
    // The test kills PostgreSQL.
  });
  undo.push(() => sql.end());
  const people = await addPeople(sql, wanted);

  const url = new URL(postgres.url);
  const databaseLine = await openLine([{ host: url.hostname, port: Number(url.port) }], chance);
  undo.push(() => databaseLine.close());
  url.port = String(databaseLine.port);
  const dataDir = path.join(folder, 'desk');
  const servers: Server[] = [];
  // One after the other: the first makes the keys that all use.
  for (let number = 0; number < (wanted.servers ?? 1); number += 1) {
    const env = { DATABASE_URL: url.href, CLAIMDESK_DATA_DIR: dataDir, ...wanted.environments?.[number] };
    const server = await startServer(env, wanted.nodeArgs?.[number] ?? []);
    undo.push(() => server.kill());
    servers.push(server);
  }
  const line = await openLine(
    servers.map(({ port }) => ({ host: '127.0.0.1', port })),
    chance,
  );
  undo.push(() => line.close());
  const historyKey = Buffer.from((await readFile(path.join(dataDir, 'history-key'), 'utf8')).trim(), 'hex');
  return { postgres, databaseLine, sql, servers, line, people, dataDir, historyKey };
}

async function startServer(env: Record<string, string>, nodeArgs: readonly string[]): Promise<Server> {
  const port = await freePort();
  const begin = () =>
    serve([...nodeArgs, MAIN], {
      NODE_ENV: 'production',
      LOG_LEVEL: 'silent',
      PORT: String(port),
      ...env,
    });
  let served: Served = await begin();
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    get pid() {
      return served.process.pid;
    },
    kill: () => served.kill(),
    start: async () => {
      served = await begin();
    },
  };
}

/** In SQL: signing up is not what is tested here, and one hash does for all. */
async function addPeople(sql: pg.Pool, { editors, reviewers = 0 }: Wanted): Promise<Person[]> {
  const password = randomBytes(18).toString('base64url');
  const hash = await hashPassword(password);
  const person = (role: Role, number: number): Person => ({
    ...{ id: uuidv7(), name: `${role} ${number}`, email: `${role}${number}@faults.test`, password, role },
  });
  const people = [
    ...Array.from({ length: editors }, (_, number) => person('editor', number)),
    ...Array.from({ length: reviewers }, (_, number) => person('reviewer', number)),
    person('admin', 0),
  ];
  for (const { id, name, email, role } of people)
    await sql.query(
      `INSERT INTO users (id, name, email, role, password_hash, created_at) VALUES ($1, $2, $3, $4, $5, now())`,
      [id, name, email, role, hash],
    );
  return people;
}

/** The session of a person, as `name=value`. */
export async function cookieOf(url: string, { email, password }: Person): Promise<string> {
  const response = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: url },
    body: JSON.stringify({ email, password }),
  });
  if (!response.ok) throw new Error(`signing in was answered with ${response.status}`);
  const [cookie = ''] = response.headers.getSetCookie();
  return cookie.split(';')[0] ?? '';
}

/** Bring the story in, and tell it as everyone gets it. */
export async function bringIn(url: string, cookie: string, text: string): Promise<Article> {
  const headers = { Cookie: cookie, Origin: url, 'Content-Type': 'application/json' };
  const made = await fetch(`${url}/api/articles`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ text }),
  });
  if (made.status !== 201) throw new Error(`the story was answered with ${made.status}`);
  const { id } = z.object({ id: z.string() }).parse(await made.json());
  const told = await fetch(`${url}/api/articles/${id}`, { headers: { Cookie: cookie } });
  return Article.parse(await told.json());
}
