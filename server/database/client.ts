/** The connection to PostgreSQL: one pool, used through Prisma and, for hot reads and streams, directly. */
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { Prisma, PrismaClient } from './generated/client.ts';

export interface Database {
  readonly prisma: PrismaClient;
  /** For hot reads and streams that Prisma cannot do. */
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

/** What a service gets inside a transaction. */
export type Tx = Prisma.TransactionClient;

/** A way to ask the database, inside a transaction or outside of one. */
export type Queryable = Pick<Tx, '$queryRaw'>;

export { Prisma };

/**
 * Open a pool on `url`.
 *
 * @param onError told of connections that break while idle, which would otherwise end the process
 */
export function openDatabase(
  url: string,
  { poolSize = 16, onError = () => {} }: { poolSize?: number; onError?: (error: Error) => void } = {},
): Database {
  const pool = new pg.Pool({ connectionString: url, max: poolSize, connectionTimeoutMillis: 10_000 });
  pool.on('error', onError);
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool), transactionOptions: { timeout: 30_000 } });
  return {
    prisma,
    pool,
    close: async () => {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}
