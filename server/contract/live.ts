/** A story while others are at work on it: its events as they happen, and who is there. */
import { z } from 'zod';
import { ArticleParams } from './articles.ts';
import { Id, MAX_COUNTER, Time } from './common.ts';
import { endpoint } from './endpoint.ts';

/** What somebody does on a story's page. `editing` with a claim is a soft hold: shown to others, and refused to nobody. */
export const Doing = z.enum(['reading', 'editing', 'commenting']);
export type Doing = z.infer<typeof Doing>;

/** One open page of a person on a story. */
export const Present = z.strictObject({
  /** Chosen by the page, which has it as long as it is open. */
  page: Id,
  person: z.strictObject({ id: Id, name: z.string() }),
  /** The claim that the page is on. */
  claimId: Id.nullable(),
  doing: Doing,
  /** When this page began to do this there, by the database's clock. */
  since: Time,
});
export type Present = z.infer<typeof Present>;

/** How many pages are told of by name. */
export const MAX_PRESENT = 50;

/** Who is on a story. Those who write come first, then those who have been there longest. */
export const Presence = z.strictObject({
  items: z.array(Present).max(MAX_PRESENT),
  /** Pages that are there as well, and not told of. */
  more: z.int().min(0),
});
export type Presence = z.infer<typeof Presence>;

/** Seconds after which a page that has said nothing is not there any more, and in which it should have said so again. */
export const PRESENCE = { lasts: 45, repeated: 20 } as const;

/**
 * Why a stream of events ends. After `restart` and `slow` the reader comes back, when the last `retry:` says, with the
 * last id that it saw. `not_allowed`: the story is not for this person any more. `signed_out`: whoever came is nobody now.
 */
export const Bye = z.strictObject({ because: z.enum(['restart', 'slow', 'not_allowed', 'signed_out']) });
export type Bye = z.infer<typeof Bye>;

export const FollowArticle = endpoint('GET /api/articles/:articleId/events', {
  summary:
    'A story’s events as they happen, as Server-Sent Events: `change` as in its history, `presence`, and `bye` at the end; goes on after `Last-Event-ID`',
  params: ArticleParams,
  query: z.strictObject({
    /** The last event already known; `Last-Event-ID` counts before it. */
    after: z.coerce.number().int().min(0).max(MAX_COUNTER).default(0),
  }),
  answer: z.unknown(),
  media: ['text/event-stream'],
});
export const GetPresence = endpoint('GET /api/articles/:articleId/presence', {
  summary: 'Who is on a story',
  params: ArticleParams,
  answer: Presence,
});
export const PutPresence = endpoint('PUT /api/articles/:articleId/presence', {
  summary: 'Say that a page is there, and what is done on it; forgotten after 45 seconds without a word',
  params: ArticleParams,
  body: z.strictObject({ page: Id, claimId: Id.nullable(), doing: Doing }),
  answer: Presence,
});
export const EndPresence = endpoint('DELETE /api/articles/:articleId/presence/:page', {
  summary: 'Say that a page is closed',
  params: z.strictObject({ ...ArticleParams.shape, page: Id }),
  answer: Presence,
});
