/** What people made of each rule's suggestions. */
import { Refusal } from '../../contract/problem.ts';
import type { RuleCounts } from '../../contract/suggestions.ts';
import type { Queryable } from '../../database/client.ts';
import type { Actor } from '../../domain/claims/permissions.ts';
import { visibleTo } from '../articles/access.ts';

/**
 * Counts over the stories that this person may see. A decision is counted once, in the revision in which it was made.
 *
 * @throws Refusal NEEDS_ADMIN
 */
export async function selectRuleCounts(db: Queryable, user: Actor): Promise<RuleCounts[]> {
  if (user.role !== 'admin') throw new Refusal('NEEDS_ADMIN');
  return db.$queryRaw`
    SELECT s.rule, s.kind,
      count(*) FILTER (WHERE s.state = 'accepted' AND NOT s.edited)::int AS accepted,
      count(*) FILTER (WHERE s.state = 'accepted' AND s.edited)::int AS edited,
      count(*) FILTER (WHERE s.state = 'dismissed')::int AS dismissed,
      count(*) FILTER (WHERE s.state = 'open')::int AS open
    FROM suggestions s JOIN articles a ON a.id = s.article_id
    WHERE NOT s.carried AND (s.state <> 'open' OR s.revision = a.current_revision) AND ${visibleTo(user)}
    GROUP BY s.rule, s.kind ORDER BY count(*) DESC, s.rule, s.kind`;
}
