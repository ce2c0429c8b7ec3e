/** The connection to PostgreSQL: one pool, used through Prisma and, for hot reads and streams, directly. */
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { Prisma, PrismaClient, type Prisma as Types } from './generated/client.ts';

export interface Database {
  readonly prisma: PrismaClient;
  /** For hot reads and streams that Prisma cannot do. */
  readonly pool: pg.Pool;
  /** For the busiest writes: its connections send statements without waiting for the answer to the one before. */
  readonly pipelined: pg.Pool;
  close(): Promise<void>;
}

/** What a service gets inside a transaction. */
export type Tx = Prisma.TransactionClient;

/** A way to ask the database in SQL: inside a transaction or outside of one, through Prisma or past it. */
export interface Queryable {
  $queryRaw<T = unknown>(query: TemplateStringsArray | Types.Sql, ...values: unknown[]): Promise<T>;
}

/** A way to ask and to change, inside a transaction: what Prisma's can do and one past Prisma can do as well. */
export interface RawTx extends Queryable {
  /** @returns how many rows were changed */
  $executeRaw(query: TemplateStringsArray | Types.Sql, ...values: unknown[]): Promise<number>;
}

export { Prisma };

/** Bytes in JSON, as PostgreSQL reads a `bytea` there. */
export const asBytea = (bytes: Uint8Array): string => `\\x${Buffer.from(bytes).toString('hex')}`;

/**
 * Open a pool on `url`.
 *
 * @param onError told of connections that break while idle, which would otherwise end the process
 */
export function openDatabase(
  url: string,
  { poolSize = 16, onError = () => {} }: { poolSize?: number; onError?: (error: Error) => void } = {},
): Database {
  const settings = { connectionString: url, connectionTimeoutMillis: 10_000, onConnect: speakUtc };
  const pool = new pg.Pool({ ...settings, max: poolSize });
  const pipelined = new pg.Pool({ ...settings, max: poolSize, pipeline: true });
  pool.on('error', onError);
  pipelined.on('error', onError);
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool), transactionOptions: { timeout: 30_000 } });
  return {
    prisma,
    pool,
    pipelined,
    close: async () => {
      await prisma.$disconnect();
      await Promise.all([pool.end(), pipelined.end()]);
    },
  };
}

/**
 * Prisma writes times without their offset and reads them past it, as if every database were in UTC. Whoever runs one
 * may have set it to where they are.
 */
async function speakUtc(client: pg.ClientBase): Promise<void> {
  await client.query(`SET TimeZone = 'UTC'; SET DateStyle = 'ISO, YMD'`);
}
