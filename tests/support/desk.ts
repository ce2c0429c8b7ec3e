/** A newsroom for a test file: its own database, an app on it, people who are signed in. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import supertest from 'supertest';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, inject } from 'vitest';
import { createApp } from '../../server/app.ts';
import type { BrokenLink } from '../../server/contract/history.ts';
import type { Role } from '../../server/contract/people.ts';
import type { Policy } from '../../server/contract/sign-off.ts';
import { type Database, openDatabase } from '../../server/database/client.ts';
import { formatOf, readAs } from '../../server/domain/exchange/in/formats.ts';
import { verifyHistory } from '../../server/features/history/verify.ts';
import { hashPassword } from '../../server/features/people/passwords.ts';
import { readDocument } from '../../server/features/stories/read-document.ts';
import { type Extract, find } from '../../server/features/suggestions/found.ts';
import type { Services } from '../../server/services.ts';
import { holdToContract } from './contract.ts';

/** What a monitor sends. */
export const METRICS_TOKEN = 'token-of-a-monitor';

/** What `PUBLIC_URL` is in tests; every write says that it comes from there. */
export const ORIGIN = 'http://claimdesk.test';

export interface Person extends Requests {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly role: Role;
}

/** Requests with one browser's cookies; writes carry the app's own origin. */
export interface Requests {
  readonly get: (path: string) => supertest.Test;
  readonly post: (path: string, body?: object) => supertest.Test;
  readonly put: (path: string, body?: object) => supertest.Test;
  readonly patch: (path: string, body?: object) => supertest.Test;
  readonly delete: (path: string, body?: object) => supertest.Test;
}

export interface Desk {
  readonly db: Database;
  /** Connection string of this file's own database. */
  readonly url: string;
  /** Someone who is not signed in. */
  readonly stranger: Requests;
  /** A browser of its own, without a cookie. */
  newcomer(): Requests;
  /** A program with a token, without cookies and without an origin. */
  program(secret: string): Requests;
  /** Add a person and sign them in. */
  person(role: Role, name?: string): Promise<Person>;
  /** The clock that the app reads; tests may set it. */
  clock: { now: Date };
  readonly historyKey: Buffer;
  readonly sourceKey: Buffer;
  /** Where attached files lie; empty at first. */
  readonly filesDir: string;
  /** What the app is handed, for parts of it that run by themselves. */
  readonly services: Services;
  /** Once nothing is left of imports that could go on. */
  idle(): Promise<void>;
  /** What the app logged, line by line. */
  readonly logged: string[];
}

const PASSWORD = 'correct horse battery';
/** Everyone's, made once a file: it is made to take long. */
let hashed: Promise<string> | undefined;

export interface DeskOptions {
  setupToken?: string;
  policy?: Partial<Policy>;
  /** What finds claims in a text; what is built in where nothing is said. */
  extractor?: Extract;
  /** Fetches pages; without it that is switched off. */
  fetchPage?: Services['fetchPage'];
  /** Whether e-mail is sent; yes where nothing is said. */
  sendsMail?: boolean;
  /** The file changes history past the app: it is not looked at when the desk is taken away. */
  tampers?: boolean;
}

/** Make a desk before the file's tests and take it away after them. */
export function useDesk(options: DeskOptions = {}): Desk {
  let desk: Desk | undefined;
  let close = async () => {};

  beforeAll(async () => {
    const opened = await openDesk(options);
    desk = opened.desk;
    close = opened.close;
  });
  afterAll(() => close());

  return new Proxy({} as Desk, {
    get: (_target, property) => {
      if (desk === undefined) throw new Error('the desk is there once the tests run');
      return Reflect.get(desk, property);
    },
  });
}

/**
 * Whatever a file's tests had the app write, it left every chain whole. Rows that tests put in or took out by hand have
 * no history, or are missing from it.
 */
const WRITTEN_WRONG: ReadonlySet<BrokenLink['what']> = new Set(['changed', 'payload_changed', 'cut']);

/** Loaded by the first test of a file that has a text read: most have none, and it takes seconds. */
async function builtIn(): Promise<Extract> {
  return (await import('../../server/domain/extraction/suggest.ts')).suggest;
}

async function openDesk(options: DeskOptions): Promise<{ desk: Desk; close: () => Promise<void> }> {
  const server = inject('databaseServer');
  const name = `test_${randomBytes(8).toString('hex')}`;
  await asAdmin(server, `CREATE DATABASE ${name} TEMPLATE claimdesk_template`);
  const url = new URL(server);
  url.pathname = `/${name}`;

  // Tests fill tables with tens of thousands of rows in one statement, on machines of any speed. What impatience does is
  // told by tests that open a database of their own.
  const db = openDatabase(url.href, { poolSize: 8, patience: { room: 20_000, silence: 60_000 } });
  const logged: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(line) });
  const historyKey = randomBytes(32);
  const sourceKey = randomBytes(32);
  const filesDir = await mkdtemp(path.join(os.tmpdir(), 'claimdesk-test-files-'));
  const clock = { now: new Date('2026-03-02T09:00:00.000Z') };
  // Time goes on by a second at each look, so that what came later reads as later.
  const now = () => {
    clock.now = new Date(clock.now.getTime() + 1000);
    return clock.now;
  };
  const services: Services = {
    db,
    now,
    log,
    historyKey,
    sourceKey,
    readFile: readAs,
    tellFormat: async (bytes, name) => formatOf(bytes, name),
    readStory: async (bytes) => readDocument(bytes),
    extract: async (reading) => find(reading, options.extractor ?? (await builtIn())),
    fetchPage: options.fetchPage ?? null,
    policy: { signOffBy: 'reviewer', reviewFacts: true, minSources: 1, ...options.policy },
    filesDir,
    publicUrl: ORIGIN,
    publisher: { name: 'The Harbour Paper', url: 'https://paper.example' },
    privateWebhooks: true,
    sendsMail: options.sendsMail ?? true,
    setupToken: options.setupToken ?? null,
  };
  const app = createApp({
    metricsToken: METRICS_TOKEN,
    ...services,
    sessionSecret: randomBytes(32).toString('hex'),
    trustProxy: 'loopback',
    clientDir: undefined,
  });
  const requests = (
    agent: ReturnType<typeof supertest.agent>,
    headers: Readonly<Record<string, string>> = { Origin: ORIGIN },
  ) => {
    const held = (method: 'get' | 'post' | 'put' | 'patch' | 'delete', path: string) =>
      agent[method](path).expect((response) => holdToContract(method, path, response));
    const write = (method: 'post' | 'put' | 'patch' | 'delete') => (path: string, body?: object) =>
      held(method, path).set(headers).send(body);
    return {
      get: (path: string) => held('get', path).set(headers),
      post: write('post'),
      put: write('put'),
      patch: write('patch'),
      delete: write('delete'),
    };
  };
  let made = 0;
  const person = async (role: Role, given?: string): Promise<Person> => {
    made += 1;
    const id = uuidv7();
    const who = { id, name: given ?? `${role} ${made}`, email: `${role}${made}@desk.test`, role };
    hashed ??= hashPassword(PASSWORD);
    const passwordHash = await hashed;
    await db.prisma.user.create({ data: { ...who, passwordHash, createdAt: now() } });
    const agent = supertest.agent(app.handler);
    const as = requests(agent);
    await as.post('/api/session', { email: who.email, password: PASSWORD }).expect(200);
    return { ...who, password: PASSWORD, ...as };
  };
  const desk: Desk = {
    db,
    url: url.href,
    stranger: requests(supertest.agent(app.handler)),
    newcomer: () => requests(supertest.agent(app.handler)),
    program: (secret) => requests(supertest.agent(app.handler), { Authorization: `Bearer ${secret}` }),
    person,
    clock,
    historyKey,
    sourceKey,
    filesDir,
    services,
    idle: () => app.imports.idle(),
    logged,
  };
  const close = async () => {
    await app.close();
    const broken: BrokenLink[] = [];
    await verifyHistory(db.pool, historyKey, (link) => broken.push(link));
    await db.close();
    await rm(filesDir, { recursive: true, force: true });
    await asAdmin(server, `DROP DATABASE ${name} WITH (FORCE)`);
    if (!options.tampers) expect(broken.filter(({ what }) => WRITTEN_WRONG.has(what))).toEqual([]);
  };
  return { desk, close };
}

async function asAdmin(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
