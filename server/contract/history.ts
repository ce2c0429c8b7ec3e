/** What happened, in order. */
import { z } from 'zod';
import { ArticleParams } from './articles.ts';
import { ClaimParams } from './claims.ts';
import { Id, MAX_COUNTER, prose, Time } from './common.ts';
import { endpoint } from './endpoint.ts';

/** One change. Types are `noun.verb`; they are added, never renamed. */
export const EventType = z.enum([
  'article.created',
  'article.imported',
  'article.edited',
  'article.archived',
  'article.unarchived',
  'article.members_set',
  'article.signed_off',
  'article.reopened',
  'article.sign_off_voided',
  'article.revised',
  'article.arrived',
  'article.withdrawn',
  'article.restored',
  'article.erased',
  'claim.marked',
  'claim.edited',
  'claim.withdrawn',
  'claim.restored',
  'claim.erased',
  'claim.source_moved',
  'claim.replaced',
  'verdict.given',
  'verdict.confirmed',
  'verdict.taken_back',
  'verdict.desk_told',
  'verdict.desk_untold',
  'review.passed',
  'review.returned',
  'review.taken_back',
  'review.reopened',
  'evidence.added',
  'evidence.edited',
  'evidence.withdrawn',
  'evidence.restored',
  'evidence.erased',
  'citation.added',
  'citation.edited',
  'citation.withdrawn',
  'citation.restored',
  'citation.erased',
  'comment.added',
  'comment.edited',
  'comment.resolved',
  'comment.reopened',
  'comment.withdrawn',
  'comment.restored',
  'comment.erased',
  'flag.dismissed',
  'flag.restored',
  'suggestion.dismissed',
  'suggestion.restored',
  'file.attached',
  'evidence.snapshot_taken',
  'payload.erased',
  'payload.erased_elsewhere',
  'source.added',
  'source.edited',
  'source.merged',
  'source.unmerged',
  'source.made_confidential',
  'source.made_open',
  'source.readers_set',
  'source.identity_read',
  'person.added',
  'person.joined',
  'person.edited',
  'person.deactivated',
  'person.reactivated',
  'person.password_changed',
  'person.reset_asked',
  'person.token_made',
  'person.token_revoked',
  'webhook.added',
  'webhook.edited',
  'webhook.withdrawn',
  'webhook.restored',
  'webhook.secret_made',
  'webhook.tested',
  'webhook.redelivered',
  'webhook.stopped',
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
  /** True where what it said was erased for legal reasons: `data` is then empty. */
  erased: z.boolean(),
  /** This event's link in the stream's HMAC chain, in hexadecimal. */
  hash: z.string(),
});
export type HistoryItem = z.infer<typeof HistoryItem>;

/** The part before the dot of an event's type. */
export const EventNoun = z.enum([
  'article',
  'claim',
  'verdict',
  'review',
  'evidence',
  'citation',
  'comment',
  'flag',
  'suggestion',
  'file',
  'payload',
  'source',
  'person',
  'webhook',
]);
export type EventNoun = z.infer<typeof EventNoun>;

export const HistoryQuery = z.strictObject({
  /** The last event already known. */
  after: z.coerce.number().int().min(0).max(MAX_COUNTER).default(0),
  /** Given: newest first, from the event before this one on; for reading backwards from `head + 1`. */
  before: z.coerce.number().int().min(1).max(MAX_COUNTER).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(200),
  actorId: Id.optional(),
  claimId: Id.optional(),
  noun: EventNoun.optional(),
});
export const HistoryPage = z.strictObject({ items: z.array(HistoryItem), head: z.int() });

export const GetArticleHistory = endpoint('GET /api/articles/:articleId/history', {
  summary: 'A story’s events in order',
  params: ArticleParams,
  query: HistoryQuery,
  answer: HistoryPage,
});
export const GetClaimHistory = endpoint('GET /api/claims/:claimId/history', {
  summary: 'A claim’s events in order',
  params: ClaimParams,
  query: HistoryQuery,
  answer: HistoryPage,
});
export const ErasePayload = endpoint('DELETE /api/articles/:articleId/history/:seq', {
  summary: 'Erase what an event says, for legal reasons; the event and the chain stay (admins)',
  params: z.strictObject({ articleId: Id, seq: z.coerce.number().int().min(1).max(MAX_COUNTER) }),
  body: z.strictObject({ reason: prose(2000) }),
  answer: HistoryItem,
});

/** The first thing wrong with one stream. */
export const BrokenLink = z.strictObject({
  stream: z.strictObject({ kind: z.enum(['article', 'source', 'person', 'webhook', 'unknown']), id: Id }),
  seq: z.int(),
  what: z.enum([
    /** The event is not what was chained: altered, moved or put in. */
    'changed',
    /** A number is missing: events were removed. */
    'removed',
    /** What the event says is not what was chained. */
    'payload_changed',
    /** What the event says is gone, and nobody erased it by right. */
    'payload_removed',
    /** The stream ends before its head: its tail was cut. */
    'cut',
    /** There are events after the stream's head. */
    'beyond_head',
  ]),
});
export type BrokenLink = z.infer<typeof BrokenLink>;
export const VerifyHistory = endpoint('POST /api/history/verify', {
  summary: 'Walk the chain of every stream and report the first broken link of each (admins)',
  answer: z.strictObject({
    streams: z.int(),
    events: z.int(),
    /** Payloads erased by right. */
    erased: z.int(),
    broken: z.array(BrokenLink),
  }),
});
