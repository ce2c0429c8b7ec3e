/**
 * Start Claimdesk: read the environment, start the database, connect, listen. The only file with side effects, beside
 * `verify-history.ts`.
 */
import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import pg from 'pg';
import { type Logger, pino } from 'pino';
import { createApp } from './app.ts';
import { ConfigError, readConfig } from './config.ts';
import { openDatabase } from './database/client.ts';
import { openClock, timeOf } from './database/clock.ts';
import { type EmbeddedDatabase, EmbeddedDatabaseError, startEmbedded } from './database/embedded.ts';
import { migrateApart } from './database/migrate-apart.ts';
import { openFileReading } from './features/arrivals/reading.ts';
import { eraseDaily } from './features/files/erased-files.ts';
import { tidyDaily } from './features/files/kept-files.ts';
import { forgetOldNotifications } from './features/notifications/forget.ts';
import { ensureFirstAdmin } from './features/people/setup.service.ts';
import { opensWhatIsSealed } from './features/sources/source-key.ts';
import { openDocumentReading } from './features/stories/document-reading.ts';
import { openExtraction } from './features/suggestions/extraction.ts';
import { createDeliverer } from './features/webhooks/deliverer.ts';
import { forgetOldDeliveries } from './features/webhooks/deliveries.service.ts';
import { sender } from './features/webhooks/send.ts';
import { openFetching, PAGE_LIMITS } from './http/outbound/pages.ts';
import { forgetOldSessions } from './http/session-store.ts';

/**
 * Milliseconds for which an idle connection stays open. Longer than proxies keep theirs (nginx 60 s): whoever closes first
 * while the other sends loses a request, and a write that was lost so looks like a server that failed.
 */
const KEEP_ALIVE = 75_000;

/** Milliseconds that a request under way has to finish once the server is being stopped. */
const FINISHED_WITHIN = 10_000;

/** `server` in the source, `dist/server` when built: the project's folder is the first above that holds `prisma`. */
const home = [path.join(import.meta.dirname, '..'), path.join(import.meta.dirname, '..', '..')].find(
  (folder) => existsSync(path.join(folder, 'prisma', 'migrations')),
);
/** What is kept of a write that was done, so that its repeat is known. */
const KEEP_KEYS_MS = 30 * 24 * 60 * 60 * 1000;

/** How long what another server left behind waits at most. */
const WAKE_MS = 30_000;

async function start(): Promise<void> {
  if (home === undefined) throw new ConfigError('the folder prisma/migrations is missing beside the program');
  const demo = process.argv.includes('--demo');
  const config = readConfig(process.env);
  const log = pino({ level: demo && process.env['LOG_LEVEL'] === undefined ? 'warn' : config.logLevel });
  const stopping: (() => Promise<void>)[] = [];
  onceSignalled(async () => {
    for (const stop of stopping.reverse()) await stop();
  }, log);

  const embedded = config.databaseUrl === undefined ? await startEmbedded(config.dataDir) : undefined;
  if (embedded !== undefined) {
    stopping.push(() => embedded.stop());
    embedded.keepUp({
      gone: () => log.error('the database ended by itself: it is started again'),
      failed: (error) => log.error({ err: error }, 'the database did not start: it is tried again'),
      back: () => log.warn('the database is up again'),
    });
  }
  try {
    const url = databaseUrl(config.databaseUrl, embedded);
    await prepare(url, path.join(home, 'prisma', 'migrations'));
    const db = openDatabase(url, {
      onError: (error) => log.warn({ err: error }, 'a database connection broke'),
    });
    stopping.push(() => db.close());

    if (!(await opensWhatIsSealed(db.prisma, config.sourceKey)))
      throw new ConfigError(
        'SOURCE_KEY is not the key that the confidential sources and the secrets of webhooks here were sealed under',
      );
    const clock = await openClock(timeOf(db.pool));
    stopping.push(async () => clock.stop());
    const { now } = clock;
    const extraction = openExtraction();
    const reading = openFileReading();
    const documents = openDocumentReading();
    stopping.push(() => extraction.close());
    stopping.push(() => reading.close());
    stopping.push(() => documents.close());
    const fetching =
      config.fetchPorts === null ? null : openFetching({ ports: config.fetchPorts }, PAGE_LIMITS, now);
    stopping.push(async () => fetching?.close());
    const base = {
      db,
      now,
      log,
      historyKey: config.historyKey,
      sourceKey: config.sourceKey,
      extract: extraction.extract,
      readFile: reading.readFile,
      tellFormat: reading.tellFormat,
      readStory: documents.readStory,
      fetchPage: fetching?.fetchPage ?? null,
      policy: config.policy,
      filesDir: path.join(config.dataDir, 'files'),
      publicUrl: config.publicUrl,
      publisher: config.publisher,
      privateWebhooks: config.privateWebhooks,
      sendsMail: config.mail !== null,
    };
    const people = demo ? await (await import('./demo/fill.ts')).fillDemo(base) : [];
    const setupToken = demo ? null : await ensureFirstAdmin(base, config.admin);
    const app = createApp({
      ...base,
      setupToken,
      sessionSecret: config.sessionSecret,
      trustProxy: config.trustProxy,
      metricsToken: config.metricsToken,
      clientDir: path.join(home, 'dist', 'client'),
    });
    stopping.push(() => app.close());
    // What was under way when a server was stopped, this one or another, goes on.
    app.imports.wake();
    const waking = setInterval(() => app.imports.wake(), WAKE_MS);
    stopping.push(async () => clearInterval(waking));
    const tidying = setInterval(
      () => {
        const before = new Date(now().getTime() - KEEP_KEYS_MS);
        db.prisma.idempotencyKey.deleteMany({ where: { createdAt: { lt: before } } }).catch(() => undefined);
        forgetOldSessions(db.pool).catch(() => undefined);
        forgetOldDeliveries(db, now()).catch(() => undefined);
        forgetOldNotifications(db, now()).catch(() => undefined);
      },
      60 * 60 * 1000,
    );
    stopping.push(async () => clearInterval(tidying));
    const stopTidyingFiles = tidyDaily(base);
    stopping.push(async () => stopTidyingFiles());
    const stopErasingFiles = eraseDaily(base);
    stopping.push(async () => stopErasingFiles());

    const deliverer = createDeliverer(base, { send: sender(config) });
    deliverer.start();
    stopping.push(() => deliverer.stop());

    if (config.mail !== null) {
      const { openSmtp } = await import('./features/notifications/smtp.ts');
      const { createMailer } = await import('./features/notifications/mailer.ts');
      const smtp = openSmtp(config.mail);
      const mailer = createMailer(base, { send: smtp.send });
      mailer.start();
      stopping.push(async () => smtp.close());
      stopping.push(() => mailer.stop());
    }

    const server = createServer(app.handler);
    server.keepAliveTimeout = KEEP_ALIVE;
    server.headersTimeout = KEEP_ALIVE + 5_000;
    await app.live.start();
    const port = await listen(server, config.port, config.host);
    stopping.push(() => closeServer(server));
    stopping.push(async () => app.stop());
    const address = process.env['PUBLIC_URL'] ? config.publicUrl : `http://${shown(config.host)}:${port}`;
    announce(address, setupToken, people);
  } catch (error) {
    for (const stop of stopping.reverse()) await stop();
    throw error;
  }
}

/** @throws ConfigError where the database cannot be reached or is too old */
async function prepare(url: string, migrations: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number }>(
      "SELECT current_setting('server_version_num')::int AS version",
    );
    if ((rows[0]?.version ?? 0) < 150_000)
      throw new ConfigError('DATABASE_URL names a PostgreSQL older than 15');
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    throw new ConfigError(`DATABASE_URL cannot be reached: ${reasonOf(error)}`);
  } finally {
    await client.end().catch(() => undefined);
  }
  await migrateApart(url, migrations);
}

/** Refused connections come as a group of errors, one for each address, with no message of their own. */
function reasonOf(error: unknown): string {
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  return (first instanceof Error ? first.message : String(first)).split('\n')[0] ?? '';
}

function databaseUrl(given: string | undefined, embedded: EmbeddedDatabase | undefined): string {
  const url = given ?? embedded?.url;
  if (url === undefined) throw new ConfigError('DATABASE_URL is missing');
  return url;
}

const shown = (host: string) => (host === '0.0.0.0' || host === '::' ? 'localhost' : host);

function announce(
  address: string,
  setupToken: string | null,
  people: { email: string; password: string; role: string }[],
) {
  const lines = [`Claimdesk is ready: ${address}`];
  if (setupToken !== null) lines.push(`Make the first admin: ${address}/setup?token=${setupToken}`);
  for (const person of people)
    lines.push(`  ${person.role.padEnd(9)} ${person.email.padEnd(26)} ${person.password}`);
  process.stdout.write(`${lines.join('\n')}\n`);
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

/** Take no connection any more, and let requests under way finish; a connection is closed once nothing is under way on it. */
function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const closing = setInterval(() => server.closeIdleConnections(), 100);
    const patience = setTimeout(() => server.closeAllConnections(), FINISHED_WITHIN);
    server.close(() => {
      clearInterval(closing);
      clearTimeout(patience);
      resolve();
    });
  });
}

/** The first signal ends in order, the second at once. */
function onceSignalled(stop: () => Promise<void>, log: Logger): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      log.info(`stopping: ${signal}`);
      stop().then(
        () => {
          log.info('stopped');
          process.exit(0);
        },
        (error: unknown) => {
          log.error({ err: error }, 'stopped, but not in order');
          process.exit(1);
        },
      );
    });
}

/** Errors that whoever starts Claimdesk can mend are one line. */
start().catch((error: unknown) => {
  const foreseen = error instanceof ConfigError || error instanceof EmbeddedDatabaseError;
  const inUse = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  const text = inUse ? 'PORT is taken by another program: set PORT to a free one' : String(error);
  process.stderr.write(`Claimdesk did not start: ${foreseen ? error.message : text}\n`);
  process.exit(1);
});
