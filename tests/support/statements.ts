/** What a request costs the database, for tests. */
import pg from 'pg';
import { vi } from 'vitest';

/** How many statements are sent to PostgreSQL, over all its connections, while something is done. */
export async function countStatements(act: () => PromiseLike<unknown>): Promise<number> {
  const sent = vi.spyOn(pg.Client.prototype, 'query');
  try {
    await act();
    return sent.mock.calls.length;
  } finally {
    sent.mockRestore();
  }
}
