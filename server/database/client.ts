/** The connection to PostgreSQL: one pool, used through Prisma and, for hot reads and streams, directly. */
import { Socket } from 'node:net';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { Prisma, PrismaClient, type Prisma as Types } from './generated/client.ts';
import { type Listening, openListening } from './listening.ts';

export interface Database {
  readonly prisma: PrismaClient;
  /** For hot reads and streams that Prisma cannot do. */
  readonly pool: pg.Pool;
  /** For the busiest writes: its connections send statements without waiting for the answer to the one before. */
  readonly pipelined: pg.Pool;
  /** What happens, also through other servers, as it happens. Connects once somebody listens. */
  readonly listening: Listening;
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

export interface DatabaseOptions {
  /** Connections of each of the two pools. */
  readonly poolSize?: number;
  /** Told of connections that break while idle. */
  readonly onError?: (error: Error) => void;
  /** How long is waited for what may never come. */
  readonly patience?: Partial<Patience>;
}

/** Milliseconds. */
export interface Patience {
  /** For a connection, where all are in use. */
  readonly room: number;
  /** For something that another transaction holds. */
  readonly lock: number;
  /** For the next byte of an answer: the line may be dead without saying so. */
  readonly silence: number;
}

/**
 * Whoever asks is answered before they take the server for dead, which a client does after 20 seconds. Most requests ask
 * for a connection twice: who it is that asks, and what they ask for.
 */
const PATIENCE: Patience = { room: 4_000, lock: 10_000, silence: 15_000 };

/** Open two pools on `url`. */
export function openDatabase(
  url: string,
  { poolSize = 16, onError = () => {}, patience: given = {} }: DatabaseOptions = {},
): Database {
  const patience = { ...PATIENCE, ...given };
  const onConnect = (client: pg.ClientBase) => settle(client, patience);
  const settings = { connectionString: url, connectionTimeoutMillis: patience.room, onConnect };
  const pool = new pg.Pool({ ...settings, max: poolSize });
  const pipelined = new pg.Pool({ ...settings, max: poolSize, pipeline: true });
  for (const each of [pool, pipelined]) {
    each.on('error', onError);
    each.on('connect', outliveBreaks);
    each.on('acquire', (client) => silent(client, patience.silence));
  }
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool), transactionOptions: { timeout: 30_000 } });
  const listening = openListening(url, onError);
  return {
    prisma,
    pool,
    pipelined,
    listening,
    close: async () => {
      await listening.close();
      await prisma.$disconnect();
      await Promise.all([pool.end(), pipelined.end()]);
    },
  };
}

/**
 * A connection that breaks while somebody has it tells its client as well as its statements. Whoever waits for those
 * hears of it; unheard by the client, it would end the process. One on which an answer does not come is broken off.
 */
function outliveBreaks(client: pg.PoolClient): void {
  client.on('error', () => {});
  const { stream } = client.connection;
  stream.on('timeout', () => {
    // Nobody waits for anything on a connection that only holds its place.
    if (Reflect.get(client, 'readyForQuery') === false)
      stream.destroy(new Error('Connection terminated: the database said nothing for too long'));
  });
}

/**
 * A statement may take its time as long as something comes: whoever knows that nothing will for a while, says so here.
 * It holds until the connection is given back.
 */
export const allowSilence = (client: pg.PoolClient): void => silent(client, 0);

/** @param most milliseconds without a byte after which the connection is looked at; 0 for never */
function silent({ connection: { stream } }: pg.PoolClient, most: number): void {
  if (stream instanceof Socket) stream.setTimeout(most);
}

/**
 * Prisma writes times without their offset and reads them past it, as if every database were in UTC. Whoever runs one
 * may have set it to where they are.
 *
 * What holds a lock may be a server that is no more, behind a line that did not say so: PostgreSQL ends it then.
 */
async function settle(client: pg.ClientBase, { lock }: Patience): Promise<void> {
  await client.query(
    `SET TimeZone = 'UTC'; SET DateStyle = 'ISO, YMD'; SET lock_timeout = ${lock};
     SET idle_in_transaction_session_timeout = 60000`,
  );
}
