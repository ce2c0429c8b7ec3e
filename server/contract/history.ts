/** What happened, in order. */
import { z } from 'zod';
import { ArticleParams } from './articles.ts';
import { ClaimParams } from './claims.ts';
import { Id, MAX_COUNTER, Time } from './common.ts';
import { endpoint } from './endpoint.ts';

/** One change. Types are `noun.verb`; they are added, never renamed. */
export const EventType = z.enum([
  'article.created',
  'article.edited',
  'article.archived',
  'article.unarchived',
  'article.members_set',
  'claim.marked',
  'claim.edited',
  'claim.withdrawn',
  'claim.restored',
  'verdict.given',
  'verdict.taken_back',
  'review.passed',
  'review.returned',
  'review.taken_back',
  'review.reopened',
  'evidence.added',
  'evidence.edited',
  'evidence.withdrawn',
  'evidence.restored',
  'citation.added',
  'citation.edited',
  'citation.withdrawn',
  'citation.restored',
  'comment.added',
  'comment.edited',
  'comment.resolved',
  'comment.reopened',
  'comment.withdrawn',
  'comment.restored',
  'source.added',
  'source.edited',
  'person.added',
  'person.joined',
  'person.edited',
  'person.deactivated',
  'person.reactivated',
  'person.password_changed',
  'person.reset_asked',
]);
export type EventType = z.infer<typeof EventType>;

export const HistoryItem = z.strictObject({
  seq: z.int(),
  type: EventType,
  at: Time,
  actor: z.strictObject({ id: Id, name: z.string() }),
  claimId: Id.nullable(),
  /** What changed: `before` and `after` where there is a before. */
  data: z.record(z.string(), z.unknown()),
  /** This event's link in the stream's HMAC chain, in hexadecimal. */
  hash: z.string(),
});
export type HistoryItem = z.infer<typeof HistoryItem>;

const query = z.strictObject({
  /** The last event already known. */
  after: z.coerce.number().int().min(0).max(MAX_COUNTER).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(200),
});
const answer = z.strictObject({ items: z.array(HistoryItem), head: z.int() });

export const GetArticleHistory = endpoint('GET /api/articles/:articleId/history', {
  summary: 'A story’s events in order',
  params: ArticleParams,
  query,
  answer,
});
export const GetClaimHistory = endpoint('GET /api/claims/:claimId/history', {
  summary: 'A claim’s events in order',
  params: ClaimParams,
  query,
  answer,
});
