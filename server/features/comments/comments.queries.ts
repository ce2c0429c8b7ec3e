/** Comments as rows, each with what a decision about it depends on. */
import type { ArticleStatus } from '../../contract/articles.ts';
import type { ClaimStatus } from '../../contract/claims.ts';
import { Prisma, type Queryable } from '../../database/client.ts';
import type { Prisma as Types } from '../../database/generated/client.ts';
import { visibleTo } from '../articles/access.ts';

export interface CommentRow {
  readonly id: string;
  readonly claimId: string;
  /** The comment that began the thread; null for that one itself. */
  readonly parentId: string | null;
  readonly body: string;
  readonly mentions: readonly string[];
  readonly resolved: boolean;
  readonly edited: boolean;
  readonly withdrawn: boolean;
  readonly erased: boolean;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly version: number;
  readonly articleStatus: ArticleStatus;
  readonly claimStatus: ClaimStatus;
}

interface Reader {
  readonly id: string;
}

/** One that was erased is shown as withdrawn where others answer it, and else not at all. */
const STANDS = Prisma.sql`(t.erased_at IS NULL OR EXISTS (
  SELECT 1 FROM comments o WHERE o.parent_id = t.id AND o.erased_at IS NULL))`;

function selectCommentsWhere(db: Queryable, user: Reader, condition: Types.Sql): Promise<CommentRow[]> {
  return db.$queryRaw`
    SELECT t.id, t.claim_id AS "claimId", t.parent_id AS "parentId", t.body, t.mentions, t.resolved_at IS NOT NULL AS resolved,
      t.edited_at IS NOT NULL AS edited, t.withdrawn_at IS NOT NULL AS withdrawn, t.erased_at IS NOT NULL AS erased, t.created_by_id AS "createdBy",
      t.created_at AS "createdAt", t.version, a.status AS "articleStatus", c.status AS "claimStatus"
    FROM comments t JOIN claims c ON c.id = t.claim_id JOIN articles a ON a.id = c.article_id
    WHERE ${condition} AND ${STANDS} AND ${visibleTo(user)} ORDER BY t.created_at, t.id`;
}

/** The comments on a claim, oldest first, withdrawn included. */
export const selectClaimComments = (db: Queryable, user: Reader, claimId: string) =>
  selectCommentsWhere(db, user, Prisma.sql`t.claim_id = ${claimId}::uuid`);

/** The comments on some claims, oldest first, withdrawn included. */
export const selectCommentsOf = (db: Queryable, user: Reader, claimIds: readonly string[]) =>
  selectCommentsWhere(db, user, Prisma.sql`t.claim_id = ANY(${claimIds}::uuid[])`);

export async function selectOptionalComment(
  db: Queryable,
  user: Reader,
  commentId: string,
): Promise<CommentRow | undefined> {
  const [row] = await selectCommentsWhere(db, user, Prisma.sql`t.id = ${commentId}::uuid`);
  return row;
}
