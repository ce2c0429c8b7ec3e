/** One PostgreSQL for the whole run, with a migrated template that each test file copies. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../../server/database/embedded.ts';
import { migrate } from '../../server/database/migrate.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A server whose database `claimdesk_template` is at the newest migration. */
    databaseServer: string;
  }
}

export const MIGRATIONS = path.join(import.meta.dirname, '..', '..', 'prisma', 'migrations');

/** `TEST_DATABASE_URL` names a server to use instead of an embedded one; its role must be allowed to make databases. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL'];
  const folder = await mkdtemp(path.join(os.tmpdir(), 'claimdesk-test-'));
  // Durability is not what is tested here, and the disk is the slowest part of a small machine.
  const fast = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'];
  const embedded = given === undefined ? await startEmbedded(folder, fast) : undefined;
  const server = new URL(given ?? embedded?.url ?? '');
  const admin = new pg.Client({ connectionString: server.href });
  await admin.connect();
  await admin.query('DROP DATABASE IF EXISTS claimdesk_template');
  await admin.query('CREATE DATABASE claimdesk_template');
  await admin.end();
  const template = new URL(server);
  template.pathname = '/claimdesk_template';
  await migrate(template.href, MIGRATIONS);
  project.provide('databaseServer', server.href);
  return async () => {
    await embedded?.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
