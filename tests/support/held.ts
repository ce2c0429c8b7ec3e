/** All that a desk's database holds, as one number for each table: asked in plain SQL. */
import type { Desk } from './desk.ts';

/** What is not kept for anybody: who is signed in until when, and what the migrations were. */
const NOT_KEPT: ReadonlySet<string> = new Set(['sessions', 'session', '_prisma_migrations']);

/**
 * For telling that nothing was changed: rows and a sum over them, by table.
 *
 * When a token was last used is left out as well: it is told of every request that came with it, refused or not.
 */
export function holdings(desk: Desk): () => Promise<unknown> {
  let tables: string[] | undefined;
  return async () => {
    await desk.idle();
    tables ??= (
      await desk.db.pool.query<{ name: string }>(
        "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'",
      )
    ).rows
      .map(({ name }) => name)
      .filter((name) => !NOT_KEPT.has(name));
    const each = tables.map((name) => {
      const row = name === 'api_tokens' ? "(to_jsonb(t) - 'last_used_at')::text" : 't::text';
      return `SELECT '${name}' AS name, count(*)::int AS rows, sum(hashtextextended(${row}, 0)) AS sum FROM "${name}" t`;
    });
    return (await desk.db.pool.query(each.join(' UNION ALL '))).rows;
  };
}
