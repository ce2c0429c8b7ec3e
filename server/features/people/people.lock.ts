/** Changes to who may come in, one after the other. */
import type { Tx } from '../../database/client.ts';

/** Any number that no other advisory lock has. */
const PEOPLE = 7_301_001;

/**
 * Wait until no other transaction changes people.
 *
 * "There has to be an admin" and "there is none yet" speak of all rows at once, so that a lock on one would let two
 * changes pass that are right each by itself.
 */
export async function lockPeople(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${PEOPLE}::bigint)`;
}
