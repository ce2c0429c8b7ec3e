/** Two at once, in an order that a test decides: one holds a story while the other waits for it. */
import { expect, vi } from 'vitest';
import type { Desk } from './desk.ts';

/**
 * Send a write that has to wait for a story, do something meanwhile, then let it go on.
 *
 * @returns what the write answered
 */
export async function whileWaiting<T>(
  desk: Desk,
  story: { id: string },
  send: () => PromiseLike<T>,
  meanwhile: () => PromiseLike<unknown>,
): Promise<T> {
  const holder = await desk.db.pool.connect();
  try {
    await holder.query('BEGIN');
    await holder.query('SELECT 1 FROM articles WHERE id = $1 FOR UPDATE', [story.id]);
    const sent = Promise.resolve(send());
    await vi.waitFor(async () => {
      const { rows } = await holder.query(
        `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      expect(rows).toHaveLength(1);
    }, 10_000);
    await meanwhile();
    await holder.query('COMMIT');
    return await sent;
  } finally {
    await holder.query('ROLLBACK');
    holder.release();
  }
}
