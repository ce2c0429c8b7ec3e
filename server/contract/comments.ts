/** Talk on a mark, in threads one level deep. */
import { z } from 'zod';
import { ClaimParams } from './claims.ts';
import { Id, prose, Time, Version, VersionQuery } from './common.ts';
import { endpoint } from './endpoint.ts';

const Body = prose(10_000);

export const Comment = z.strictObject({
  id: Id,
  claimId: Id,
  /** The comment that began the thread; null for that one itself. */
  parentId: Id.nullable(),
  body: z.string(),
  /** Of a thread's first comment: settled. */
  resolved: z.boolean(),
  edited: z.boolean(),
  withdrawn: z.boolean(),
  createdBy: Id,
  createdAt: Time,
  version: Version,
  can: z.array(z.enum(['edit', 'resolve', 'reply', 'withdraw', 'restore'])),
});
export type Comment = z.infer<typeof Comment>;

const CommentParams = z.strictObject({ commentId: Id });
export const ListComments = endpoint('GET /api/claims/:claimId/comments', {
  summary: 'The comments on a claim, oldest first',
  params: ClaimParams,
  answer: z.strictObject({ items: z.array(Comment) }),
});
export const CreateComment = endpoint('POST /api/claims/:claimId/comments', {
  summary: 'Comment on a claim, or answer a comment; an answer reopens a settled thread',
  params: ClaimParams,
  body: z.strictObject({ id: Id.optional(), body: Body, parentId: Id.nullable().optional() }),
  answer: Comment,
  creates: true,
});
export const EditComment = endpoint('PATCH /api/comments/:commentId', {
  summary: 'Change one’s own words, or settle and reopen a thread',
  params: CommentParams,
  body: z.strictObject({ version: Version, body: Body.optional(), resolved: z.boolean().optional() }),
  answer: Comment,
});
export const WithdrawComment = endpoint('DELETE /api/comments/:commentId', {
  summary: 'Withdraw one’s own comment',
  params: CommentParams,
  query: VersionQuery,
  answer: Comment,
});
export const RestoreComment = endpoint('POST /api/comments/:commentId/restore', {
  summary: 'Bring one’s own withdrawn comment back',
  params: CommentParams,
  answer: Comment,
});
