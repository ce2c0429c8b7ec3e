/** How PostgreSQL carries a statement out. */
import type pg from 'pg';
import { z } from 'zod';
import type { Statement } from './statements.ts';

const PlanNode = z.object({
  'Node Type': z.string(),
  'Relation Name': z.string().optional(),
  'Index Name': z.string().optional(),
  get Plans() {
    return z.array(PlanNode).optional();
  },
});
type PlanNode = z.infer<typeof PlanNode>;
const Explained = z.tuple([z.object({ 'QUERY PLAN': z.tuple([z.object({ Plan: PlanNode })]) })]);

/**
 * Hold a statement's plan against reading all claims.
 *
 * @returns the indexes by which it finds claims
 * @throws Error with the plan where it reads the table of claims from end to end
 */
export async function requireIndex(pool: pg.Pool, { text, values }: Statement): Promise<string[]> {
  const { rows } = await pool.query(`EXPLAIN (ANALYZE, BUFFERS OFF, FORMAT JSON) ${text}`, [...values]);
  const [explained] = Explained.parse(rows);
  const nodes = flat(explained['QUERY PLAN'][0].Plan);
  if (nodes.some((node) => node['Node Type'] === 'Seq Scan' && node['Relation Name'] === 'claims'))
    throw new Error(`reads all claims:\n${JSON.stringify(rows, null, 1)}`);
  const indexes = nodes.map((node) => node['Index Name']).filter((name) => name !== undefined);
  return [...new Set(indexes)].filter((name) => name.startsWith('claims_'));
}

const flat = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(flat)];
