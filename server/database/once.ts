/** Writes that may be repeated: a lost answer is asked for again, and nothing happens twice. */
import pg from 'pg';
import { Refusal } from '../contract/problem.ts';
import { asBytea, type Database, Prisma, type RawTx, type Tx } from './client.ts';
import { inPipelinedTransaction, type PipelinedTx } from './pipelined.ts';

/** Who writes, and which attempt at which write this is. */
export interface Write {
  readonly user: { readonly id: string; readonly name: string };
  /** The `Idempotency-Key`, null where none was sent. */
  readonly key: string | null;
  /** SHA-256 over verb, path and canonical body. */
  readonly digest: Buffer;
  readonly at: Date;
  /** Told where the write turns out to have been done before: what is answered is what is there by now. */
  readonly onRepeat?: () => void;
}

export interface Done {
  /** The thing that was written, now or by the first attempt. */
  id: string;
  repeated: boolean;
}

/**
 * Do a change in one transaction, unless this write was done before.
 *
 * A refusal inside rolls everything back, the key included: it can be used again. Two attempts at the same time wait
 * for one another on the key.
 *
 * @param id the thing that is written; a repeat answers the first attempt's
 * @param options.creates true where `id` was chosen by the caller: then the id is a key as well, so that a create is
 *   known again also under another Idempotency-Key or none
 * @throws Refusal KEY_REUSED, ID_USED, and whatever `change` throws
 */
export async function once(
  db: Database,
  write: Write,
  id: string,
  change: (tx: Tx) => Promise<void>,
  options: { creates?: boolean } = {},
): Promise<Done> {
  const keys = keysOf(write, id, options.creates);
  try {
    return await db.prisma.$transaction(
      async (tx) => {
        const seen = await claimKeys(tx, write, keys, id);
        if (seen !== null) {
          write.onRepeat?.();
          return { id: seen, repeated: true };
        }
        await change(tx);
        return { id, repeated: false };
      },
      { maxWait: 10_000, timeout: 30_000 },
    );
  } catch (error) {
    throw isUsedId(error) ? new Refusal('ID_USED') : error;
  }
}

/** A create in two steps: what it stands on is taken and the keys are put down, then it is done. */
export interface Creation<Taken, Made> {
  /**
   * Undone where the write turns out to be a repeat.
   *
   * @throws Refusal NOT_FOUND, STORY_WITHDRAWN and NOT_SIGNED_IN alone: they may be thrown before a repeat is known to be one
   */
  readonly take: (tx: PipelinedTx) => Promise<Taken>;
  readonly make: (tx: PipelinedTx, taken: Taken) => Promise<Made>;
}

/**
 * `once` for the busiest creates: past Prisma, with fewer ways to the database.
 *
 * What it stands on is taken before the keys, as creates in one statement do (`KEYS_PUT`): in another order two
 * attempts could wait for each other.
 *
 * @returns what `make` gave, null for a repeat
 */
export async function createOnce<Taken, Made>(
  db: Database,
  write: Write,
  id: string,
  { take, make }: Creation<Taken, Made>,
): Promise<{ id: string; made: Made | null }> {
  const keys = keysOf(write, id, true);
  try {
    const made = await inPipelinedTransaction(db.pipelined, async (tx) => {
      const [taken, seen] = await Promise.all([take(tx), claimKeys(tx, write, keys, id)]);
      if (seen !== null) throw new Repeated(seen);
      return make(tx, taken);
    });
    return { id, made };
  } catch (error) {
    if (error instanceof Repeated) {
      write.onRepeat?.();
      return { id: error.id, made: null };
    }
    throw isUsedId(error) ? new Refusal('ID_USED') : error;
  }
}

/** Columns of `told` that hold the keys of creates that are done together, and what they hold for one of them. */
export const KEY_COLUMNS = 'id uuid, keys text[], digest bytea, at timestamptz';

export function keyValues(write: Write, id: string): Record<string, unknown> {
  return { id, keys: keysOf(write, id, true), digest: asBytea(write.digest), at: write.at };
}

/** For raw SQL over rows `told`: true where none of their keys is used. */
export const KEYS_UNUSED = Prisma.sql`NOT EXISTS (SELECT 1 FROM idempotency_keys k
  WHERE k.user_id = told.user_id AND k.key = ANY(told.keys))`;

/**
 * For raw SQL: put down the keys of rows `taken`. Where another attempt is using one at this moment, it waits for that
 * and fails.
 */
export const KEYS_PUT = Prisma.sql`
  INSERT INTO idempotency_keys (user_id, key, body_digest, result_id, created_at)
  SELECT user_id, key, digest, id, at FROM taken, unnest(keys) AS key ORDER BY user_id, key`;

/** Undoes what was taken for a write that was done before. */
class Repeated extends Error {
  readonly id: string;

  constructor(id: string) {
    super('this write was done before');
    this.id = id;
  }
}

function keysOf(write: Write, id: string, creates = false): string[] {
  const keys: string[] = [];
  if (write.key !== null) keys.push(`key:${write.key}`);
  if (creates) keys.push(`id:${id}`);
  return keys;
}

/** Put the keys down as used; where one was used already, the id that its write answered with. */
async function claimKeys(tx: RawTx, write: Write, keys: string[], id: string): Promise<string | null> {
  if (keys.length === 0) return null;
  // In one order, so that two attempts cannot wait for each other in a circle.
  const inserted = await tx.$executeRaw`
    INSERT INTO idempotency_keys (user_id, key, body_digest, result_id, created_at)
    SELECT ${write.user.id}::uuid, key, ${write.digest}, ${id}::uuid, ${write.at}
    FROM unnest(${keys}::text[]) AS key ORDER BY key
    ON CONFLICT DO NOTHING`;
  if (inserted === keys.length) return null;

  const seen = await tx.$queryRaw<{ key: string; same: boolean; result_id: string }[]>`
    SELECT key, body_digest = ${write.digest} AS same, result_id FROM idempotency_keys
    WHERE user_id = ${write.user.id}::uuid AND key = ANY(${keys}::text[])`;
  const other = seen.find((row) => !row.same);
  if (other !== undefined) throw new Refusal(other.key.startsWith('id:') ? 'ID_USED' : 'KEY_REUSED');
  const first = seen.find((row) => row.key.startsWith('key:')) ?? seen[0];
  if (first === undefined) return null;
  // A repeat that leaves the id to us came with a new one: it names nothing, so it is not kept as used.
  if (first.result_id !== id)
    await tx.$executeRaw`
      DELETE FROM idempotency_keys WHERE user_id = ${write.user.id}::uuid AND key = ${`id:${id}`}`;
  return first.result_id;
}

/** Another person's thing has this id: the primary key of the thing's table refused it. */
function isUsedId(error: unknown): boolean {
  // https://www.postgresql.org/docs/current/errcodes-appendix.html: unique_violation
  if (error instanceof pg.DatabaseError)
    return error.code === '23505' && /_pkey$/.test(error.constraint ?? '');
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  if (error.code !== 'P2002' && error.code !== 'P2010') return false;
  return /_pkey\b/.test(JSON.stringify(error.meta ?? {})) || /_pkey\b/.test(error.message);
}
