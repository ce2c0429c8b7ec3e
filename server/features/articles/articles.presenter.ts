/** Stories as the contract shows them. */
import type { Article, ArticleSummary, ClaimCounts, LastSignOff } from '../../contract/articles.ts';
import type { Queryable } from '../../database/client.ts';
import { type Actor, articleActions } from '../../domain/claims/permissions.ts';
import { presentNewestFile } from '../arrivals/arrivals.queries.ts';
import { absenceOf } from './access.ts';
import {
  type ArticleRow,
  type LastSignOffRow,
  selectCounts,
  selectFurniture,
  selectLastSignOff,
  selectMemberIds,
  selectOptionalArticle,
} from './articles.queries.ts';
import { selectRevision } from './revisions.ts';

const NO_CLAIMS: ClaimCounts = {
  unchecked: 0,
  checking: 0,
  checked: 0,
  returned: 0,
  passed: 0,
  expired: 0,
  orphaned: 0,
  withdrawn: 0,
};

function presentFields(row: ArticleRow, user: Actor) {
  const { createdById, currentRevision: _revision, ...rest } = row;
  return {
    ...rest,
    publishedAt: row.publishedAt?.toISOString() ?? null,
    deadline: row.deadline?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    createdBy: createdById,
    can: articleActions(user, row),
  };
}

/** A page of stories with what is left to do in each, by one more query. */
export async function presentSummaries(
  db: Queryable,
  rows: readonly ArticleRow[],
  user: Actor,
): Promise<ArticleSummary[]> {
  const counts = new Map(rows.map((row) => [row.id, { ...NO_CLAIMS }]));
  for (const { articleId, status, count } of await selectCounts(db, [...counts.keys()])) {
    const of = counts.get(articleId);
    if (of !== undefined) of[status] = count;
  }
  return rows.map((row) => ({ ...presentFields(row, user), counts: counts.get(row.id) ?? NO_CLAIMS }));
}

/**
 * A story whole, as this person sees it.
 *
 * @throws Refusal NOT_FOUND also where it is not for them, STORY_WITHDRAWN
 */
export async function presentArticle(db: Queryable, user: Actor, articleId: string): Promise<Article> {
  const row = await selectOptionalArticle(db, user, articleId);
  if (row === undefined) throw await absenceOf(db, user, articleId);
  const revision = await selectRevision(db, articleId, row.currentRevision);
  const { articleId: _article, blocks, sentences, ...words } = revision;
  return {
    ...presentFields(row, user),
    memberIds: await selectMemberIds(db, articleId),
    furniture: await selectFurniture(db, articleId, row.currentRevision),
    revision: { ...words, blocks: [...blocks], sentences: [...sentences] },
    signOff: lastSignOffOf(await selectLastSignOff(db, articleId)),
    arrival: await presentNewestFile(db, articleId),
  };
}

function lastSignOffOf(row: LastSignOffRow | undefined): LastSignOff | null {
  if (row === undefined) return null;
  const { revision, by, at, endedAt, endedBy, endedBecause, endedReason } = row;
  const ended =
    endedAt === null || endedBy === null || endedBecause === null
      ? null
      : { at: endedAt.toISOString(), by: endedBy, because: endedBecause, reason: endedReason ?? '' };
  return { revision, by, at: at.toISOString(), ended };
}
