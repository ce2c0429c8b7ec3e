/** Writes that may be repeated: a lost answer is asked for again, and nothing happens twice. */
import { Refusal } from '../contract/problem.ts';
import { type Database, Prisma, type Tx } from './client.ts';

/** Who writes, and which attempt at which write this is. */
export interface Write {
  readonly user: { readonly id: string; readonly name: string };
  /** The `Idempotency-Key`, null where none was sent. */
  readonly key: string | null;
  /** SHA-256 over verb, path and canonical body. */
  readonly digest: Buffer;
  readonly at: Date;
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
  const keys: string[] = [];
  if (write.key !== null) keys.push(`key:${write.key}`);
  if (options.creates === true) keys.push(`id:${id}`);
  try {
    return await db.prisma.$transaction(
      async (tx) => {
        const seen = await claimKeys(tx, write, keys, id);
        if (seen !== null) return { id: seen, repeated: true };
        await change(tx);
        return { id, repeated: false };
      },
      { maxWait: 10_000, timeout: 30_000 },
    );
  } catch (error) {
    throw isUsedId(error) ? new Refusal('ID_USED') : error;
  }
}

/** Put the keys down as used; where one was used already, the id that its write answered with. */
async function claimKeys(tx: Tx, write: Write, keys: string[], id: string): Promise<string | null> {
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
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  if (error.code !== 'P2002' && error.code !== 'P2010') return false;
  return /_pkey\b/.test(JSON.stringify(error.meta ?? {})) || /_pkey\b/.test(error.message);
}
