/** What lies in the bin as the contract shows it. */
import type { WithdrawArticle } from '../../contract/articles.ts';
import type { BinItem } from '../../contract/bin.ts';
import type { AnswerOf } from '../../contract/endpoint.ts';
import { Refusal } from '../../contract/problem.ts';
import type { Queryable } from '../../database/client.ts';
import type { Actor } from '../../domain/claims/permissions.ts';
import { binActions } from '../../domain/claims/permissions-bin.ts';
import { binnedFor, visibleTo } from '../articles/access.ts';
import type { BinRow } from './bin.queries.ts';

export function presentBinItem(row: BinRow, user: Actor): BinItem {
  const { kind, id, claimId, words, version, reason, byId, byName } = row;
  return {
    kind,
    id,
    article: { id: row.articleId, title: row.articleTitle },
    claimId,
    words,
    withdrawn: {
      at: row.withdrawnAt.toISOString(),
      by: byId === null || byName === null ? null : { id: byId, name: byName },
      reason,
    },
    version,
    can: binActions(user, row),
  };
}

/**
 * Where a story is, for whoever withdrew it. A repeat may come when they may not see it any more.
 *
 * @throws Refusal NOT_FOUND
 */
export async function presentStanding(
  db: Queryable,
  user: Actor,
  articleId: string,
): Promise<AnswerOf<typeof WithdrawArticle>> {
  const [story] = await db.$queryRaw<AnswerOf<typeof WithdrawArticle>[]>`
    SELECT a.id, a.version, a.withdrawn_at IS NOT NULL AS withdrawn FROM articles a
    WHERE a.id = ${articleId}::uuid AND (${visibleTo(user)} OR ${binnedFor(user)})`;
  if (story === undefined) throw new Refusal('NOT_FOUND');
  return story;
}
