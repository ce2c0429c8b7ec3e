/** The audit over all stories. */
import type { AuditedStory, FlagCode, ListAudits } from '../../contract/audit.ts';
import type { ClaimStatus } from '../../contract/claims.ts';
import type { AnswerOf, QueryOf } from '../../contract/endpoint.ts';
import type { Queryable } from '../../database/client.ts';
import type { Actor } from '../../domain/claims/permissions.ts';
import { type ArticleRow, selectArticles } from '../articles/articles.queries.ts';
import { presentFlags } from './audit.flags.ts';
import { type StoryToAudit, selectStoriesToAudit } from './audit.queries.ts';

/**
 * One page, by deadline as the desk's list is. The flags of a page are found anew each time: no stored count could be
 * behind the story.
 *
 * @throws Refusal INVALID for a cursor that no answer gave
 */
export async function selectAudits(
  db: Queryable,
  user: Actor,
  query: QueryOf<typeof ListAudits>,
): Promise<AnswerOf<typeof ListAudits>> {
  const { rows, nextCursor } = await selectArticles(db, user, query);
  const stories = await selectStoriesToAudit(
    db,
    user,
    rows.map(({ id }) => id),
  );
  const items = rows.flatMap((row) => {
    const story = stories.get(row.id);
    return story === undefined ? [] : [presentStory(row, story, user)];
  });
  return { items, nextCursor };
}

function presentStory(row: ArticleRow, story: StoryToAudit, user: Actor): AuditedStory {
  const attributions = story.facts.claims.filter(({ kind }) => kind === 'attribution');
  const having = (status: ClaimStatus) => attributions.filter((claim) => claim.status === status).length;
  const counts = new Map<FlagCode, number>();
  for (const { code, dismissed } of presentFlags(story, user))
    if (dismissed === null) counts.set(code, (counts.get(code) ?? 0) + 1);
  const { id, title, priority, status } = row;
  return {
    article: { id, title, deadline: row.deadline?.toISOString() ?? null, priority, status },
    attributions: attributions.length,
    toReview: having('checked'),
    returned: having('returned'),
    passed: having('passed'),
    flags: [...counts].map(([code, count]) => ({ code, count })),
  };
}
