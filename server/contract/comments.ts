/** Talk on a mark, in threads one level deep. */
import { z } from 'zod';
import { ClaimParams } from './claims.ts';
import { Cursor, Id, Limit, page, prose, SearchWords, Time, Version, VersionQuery } from './common.ts';
import { endpoint } from './endpoint.ts';

const Body = prose(10_000);

/** People whom one comment names at most. */
export const MAX_MENTIONS = 50;
/** Of people whom the words name as `@` with their name after it: each may see the story. */
const Mentions = z.array(Id).max(MAX_MENTIONS);

export const Comment = z.strictObject({
  id: Id,
  claimId: Id,
  /** The comment that began the thread; null for that one itself. */
  parentId: Id.nullable(),
  body: z.string(),
  /** People whom the words name with an @. */
  mentions: z.array(Id),
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
  body: z.strictObject({
    id: Id.optional(),
    body: Body,
    mentions: Mentions.optional(),
    parentId: Id.nullable().optional(),
  }),
  answer: Comment,
  creates: true,
});
export const EditComment = endpoint('PATCH /api/comments/:commentId', {
  summary: 'Change one’s own words, or settle and reopen a thread',
  params: CommentParams,
  body: z.strictObject({
    version: Version,
    body: Body.optional(),
    /** Whom the words name; those of before where it is left out. */
    mentions: Mentions.optional(),
    resolved: z.boolean().optional(),
  }),
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

/** Somebody whom a comment can name: the words have `@` and the name, `mentions` the id. */
export const Mentionable = z.strictObject({ id: Id, name: z.string() });
export type Mentionable = z.infer<typeof Mentionable>;

export const ListMentionable = endpoint('GET /api/articles/:articleId/mentionable', {
  summary: 'Whom a comment in a story can name: the others who may see it, by name',
  params: z.strictObject({ articleId: Id }),
  query: z.strictObject({
    /** How a name or a later word of it begins, with or without accents. */
    q: SearchWords.default(''),
    cursor: Cursor,
    limit: Limit,
  }),
  answer: page(Mentionable),
});
