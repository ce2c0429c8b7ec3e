/** Comments as the contract shows them. */
import type { Comment } from '../../contract/comments.ts';
import { Refusal } from '../../contract/problem.ts';
import type { Queryable } from '../../database/client.ts';
import type { Actor } from '../../domain/claims/permissions.ts';
import { type CommentFacts, commentActions } from '../../domain/claims/permissions-attached.ts';
import { type CommentRow, selectOptionalComment } from './comments.queries.ts';

export function commentFacts(row: CommentRow): CommentFacts {
  const { createdBy, withdrawn, articleStatus, claimStatus, parentId } = row;
  return { createdBy, withdrawn, articleStatus, claimStatus, isThreadStart: parentId === null };
}

/** What was withdrawn is taken back from everyone else: its author alone still reads the words. */
export function presentComment(row: CommentRow, user: Actor): Comment {
  const { articleStatus: _article, claimStatus: _claim, erased, ...shown } = row;
  const isTakenBack = row.withdrawn && row.createdBy !== user.id;
  return {
    ...shown,
    body: isTakenBack ? '' : row.body,
    mentions: isTakenBack ? [] : [...row.mentions],
    createdAt: row.createdAt.toISOString(),
    can: erased ? [] : commentActions(user, commentFacts(row)),
  };
}

/** @throws Refusal NOT_FOUND also where the story is not for this person */
export async function showComment(db: Queryable, user: Actor, commentId: string): Promise<Comment> {
  const row = await selectOptionalComment(db, user, commentId);
  if (row === undefined) throw new Refusal('NOT_FOUND');
  return presentComment(row, user);
}
