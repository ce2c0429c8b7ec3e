/** The bare loop beside the product: the same bytes, from PostgreSQL to as many readers, and nothing else. */
import path from 'node:path';
import pg from 'pg';
import { type Served, serve } from '../../support/served.ts';

export const BARE_CHANNEL = 'bare_loop';

export interface Bare {
  readonly server: Served;
  /** Write a row and tell of it, in one transaction. */
  write(frame: string): Promise<void>;
  close(): Promise<void>;
}

export async function startBare(databaseUrl: string): Promise<Bare> {
  // One connection: what is written is told in that order.
  const client = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  await client.query('CREATE TABLE bare_loop (frame text NOT NULL)');
  const main = path.join(import.meta.dirname, 'bare-server.ts');
  const server = await serve(['--import', 'tsx', main], {
    DATABASE_URL: databaseUrl,
    NODE_ENV: 'production',
  });
  return {
    server,
    write: async (frame) => {
      await client.query({
        name: 'bare',
        text: `WITH put AS (INSERT INTO bare_loop VALUES ($1)) SELECT pg_notify('${BARE_CHANNEL}', $1)`,
        values: [frame],
      });
    },
    close: async () => {
      await server.stop();
      await client.end();
    },
  };
}
