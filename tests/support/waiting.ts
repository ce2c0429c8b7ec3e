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

/**
 * Send a write that has to wait for one story after another: while it waits for one, the next is prepared and held.
 *
 * @param stories in the order in which it meets them
 * @param prepare what happens while the write waits for the story before the one of this index; at last, for the last
 */
export async function whileWaitingForEach<T>(
  desk: Desk,
  stories: readonly { id: string }[],
  send: () => PromiseLike<T>,
  prepare: (index: number) => PromiseLike<unknown>,
): Promise<T> {
  const holders: Holder[] = [];
  try {
    let sent: Promise<T> | null = null;
    for (const [index, story] of stories.entries()) {
      if (index > 0) await prepare(index);
      const holder = await hold(desk, story);
      holders.push(holder);
      await holders[index - 1]?.release();
      sent ??= Promise.resolve(send());
      await holder.isWaitedFor();
    }
    await prepare(stories.length);
    await holders.at(-1)?.release();
    if (sent === null) throw new Error('no story to wait for');
    return await sent;
  } finally {
    for (const holder of holders) await holder.release();
  }
}

interface Holder {
  readonly isWaitedFor: () => Promise<void>;
  readonly release: () => Promise<void>;
}

async function hold(desk: Desk, { id }: { id: string }): Promise<Holder> {
  const client = await desk.db.pool.connect();
  await client.query('BEGIN');
  await client.query('SELECT 1 FROM articles WHERE id = $1 FOR UPDATE', [id]);
  let held = true;
  return {
    isWaitedFor: () =>
      vi.waitFor(async () => {
        const { rows } = await client.query(
          `SELECT 1 FROM pg_stat_activity WHERE pg_backend_pid() = ANY(pg_blocking_pids(pid))`,
        );
        expect(rows).toHaveLength(1);
      }, 10_000),
    release: async () => {
      if (!held) return;
      held = false;
      await client.query('ROLLBACK');
      client.release();
    },
  };
}
