import { setImmediate } from 'node:timers/promises';

/**
 * Long work of this process beside a statement that was just begun: PostgreSQL is at the one while we are at the other.
 * Without the pause the statement would be sent when the work is over.
 */
export async function afterSending<T>(work: () => T): Promise<T> {
  await setImmediate();
  return work();
}
