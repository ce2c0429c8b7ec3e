/**
 * Webhooks: addresses that are told what happens, as the Standard Webhooks specification has it
 * (https://www.standardwebhooks.com).
 */
import { z } from 'zod';
import { ArticleStatus } from './articles.ts';
import { Claim } from './claims.ts';
import { Cursor, Id, Limit, page, Time, Version, VersionQuery, WebAddress } from './common.ts';
import { endpoint } from './endpoint.ts';
import { type EventType, HistoryPage, HistoryQuery } from './history.ts';

/**
 * What an address can be told.
 *
 * `claim.verified`: found accurate, passed by a second person, unchanged since; also where such a claim was withdrawn and is
 * brought back. `claim.expired`: a verdict that held was about other words, details or links.
 */
export const WebhookType = z.enum([
  'story.created',
  'story.signed_off',
  'claim.verified',
  'claim.returned',
  'claim.expired',
]);
export type WebhookType = z.infer<typeof WebhookType>;

/** A `webhook.test` is sent because a person asked for it. */
export const MessageType = z.enum([...WebhookType.options, 'webhook.test']);
export type MessageType = z.infer<typeof MessageType>;

const ANNOUNCED_BY: Partial<Readonly<Record<EventType, WebhookType>>> = {
  'article.created': 'story.created',
  'article.imported': 'story.created',
  'article.signed_off': 'story.signed_off',
  'review.passed': 'claim.verified',
  'claim.restored': 'claim.verified',
  'review.returned': 'claim.returned',
  'claim.edited': 'claim.expired',
  'claim.replaced': 'claim.expired',
};

/**
 * What an event is told as; null for nothing.
 *
 * Of `claim.verified` the event does not tell all: whoever stores the message looks whether the claim is verified.
 *
 * @param data what the event says
 */
export function announcedBy(type: EventType, data: Readonly<Record<string, unknown>>): WebhookType | null {
  const announced = ANNOUNCED_BY[type] ?? null;
  return announced === 'claim.expired' && data['expired'] === undefined ? null : announced;
}

/** The story of a message, as it is when the message is first sent. */
export const MessageStory = z.strictObject({
  id: Id,
  title: z.string(),
  status: ArticleStatus,
  /** Of its current text. */
  revision: z.int(),
  version: Version,
  /** Where people read it. */
  url: z.string(),
});
export type MessageStory = z.infer<typeof MessageStory>;
const about = {
  story: MessageStory,
  /** The number of the event in the story’s history: where two messages of a story come in another order, the higher is the later. */
  seq: z.int(),
  /** The event’s link in the HMAC chain of the history, in hexadecimal. */
  hash: z.string(),
};
export const StoryMessage = z.strictObject({
  type: z.enum(['story.created', 'story.signed_off']),
  /** When it happened. */
  timestamp: Time,
  data: z.strictObject(about),
});
export const ClaimMessage = z.strictObject({
  type: z.enum(['claim.verified', 'claim.returned', 'claim.expired']),
  timestamp: Time,
  data: z.strictObject({
    ...about,
    /** As `GET /api/claims/{claimId}` answers it to the owner of the address when the message is first sent; `version` says which it is. */
    claim: Claim,
  }),
});
export const TestMessage = z.strictObject({
  type: z.literal('webhook.test'),
  timestamp: Time,
  data: z.strictObject({ webhook: Id }),
});
export const WebhookMessage = z.discriminatedUnion('type', [StoryMessage, ClaimMessage, TestMessage]);
export type WebhookMessage = z.infer<typeof WebhookMessage>;

export const WebhookAction = z.enum(['edit', 'rotate', 'test', 'withdraw', 'restore']);
export type WebhookAction = z.infer<typeof WebhookAction>;

export const Webhook = z.strictObject({
  id: Id,
  url: z.string(),
  types: z.array(WebhookType),
  /** Whoever set the address last: it is told what they may see, and no more. */
  ownerId: Id,
  /** False: what happens meanwhile is never sent; what was to be sent before waits. */
  active: z.boolean(),
  /**
   * Why nothing is sent although nobody stopped it. `gone`: it answered 410. `failing`: it took nothing for days. `owner`:
   * its owner is no admin any more; an admin who sets the address becomes its owner.
   */
  stopped: z.enum(['gone', 'failing', 'owner']).nullable(),
  /** Since when nothing came through; null where the last try did. */
  failingSince: Time.nullable(),
  /** Until when messages are signed with the secret before as well; null where there is none. */
  formerUntil: Time.nullable(),
  /** Messages that are still to be sent. */
  waiting: z.int(),
  withdrawn: z.boolean(),
  version: Version,
  createdAt: Time,
  can: z.array(WebhookAction),
});
export type Webhook = z.infer<typeof Webhook>;

export const DeliveryState = z.enum(['pending', 'delivered', 'failed', 'dead']);
export type DeliveryState = z.infer<typeof DeliveryState>;

/** Why a message was not taken. */
export const DeliveryError = z.enum([
  /** It answered, with another status than 2xx. */
  'answer',
  'answer_broken',
  'too_slow',
  'unreachable',
  'unknown_name',
  'certificate',
  /** Not an address that messages are sent to. */
  'address',
  /** It leads to a network that is not public. */
  'private',
  /** What it tells was erased. */
  'erased',
  /** Its story is not for the owner of the address. */
  'not_for_owner',
  /** What it is signed with cannot be read. */
  'secret',
]);
export type DeliveryError = z.infer<typeof DeliveryError>;

export const Delivery = z.strictObject({
  /** `webhook-id`: the same at every try. */
  id: Id,
  webhookId: Id,
  type: MessageType,
  /** Null for a test. */
  story: z.strictObject({ id: Id, title: z.string() }).nullable(),
  claimId: Id.nullable(),
  seq: z.int().nullable(),
  /** `failed`: it is tried again at `nextAt`. `dead`: it is not. */
  state: DeliveryState,
  attempts: z.int(),
  /** Null for one that is not tried again. */
  nextAt: Time.nullable(),
  /** HTTP status of the last answer; null for none. */
  status: z.int().nullable(),
  error: DeliveryError.nullable(),
  lastAt: Time.nullable(),
  createdAt: Time,
  can: z.array(z.enum(['redeliver'])),
});
export type Delivery = z.infer<typeof Delivery>;

/** At a time, without those that were withdrawn. */
export const MAX_WEBHOOKS = 50;

/** How the secret begins; after it the key in base64. */
export const SECRET_PREFIX = 'whsec_';

const Types = z
  .array(WebhookType)
  .min(1, 'choose at least one')
  .max(WebhookType.options.length)
  .refine((types) => new Set(types).size === types.length, 'names a type twice');
const WebhookParams = z.strictObject({ webhookId: Id });
const DeliveryParams = z.strictObject({ deliveryId: Id });

const WithSecret = z.strictObject({
  webhook: Webhook,
  /** `whsec_…`, to check signatures with. Null where a write is repeated after something was signed with it. */
  secret: z.string().nullable(),
});

export const ListWebhooks = endpoint('GET /api/webhooks', {
  summary: 'Addresses that are told what happens, the newest first, withdrawn ones last (admins)',
  answer: z.strictObject({ items: z.array(Webhook) }),
});
export const CreateWebhook = endpoint('POST /api/webhooks', {
  summary:
    'Have an address told what happens from now on; its secret is in this answer and nowhere else (admins)',
  body: z.strictObject({ id: Id.optional(), url: WebAddress, types: Types }),
  answer: WithSecret,
  creates: true,
});
export const EditWebhook = endpoint('PATCH /api/webhooks/:webhookId', {
  summary:
    'Change the address or what it is told, stop it or let it go on; who sets more than `active` owns it then (admins)',
  params: WebhookParams,
  body: z.strictObject({
    version: Version,
    url: WebAddress.optional(),
    types: Types.optional(),
    active: z.boolean().optional(),
  }),
  answer: Webhook,
});
export const WithdrawWebhook = endpoint('DELETE /api/webhooks/:webhookId', {
  summary: 'Tell an address nothing more; it can be restored (admins)',
  params: WebhookParams,
  query: VersionQuery,
  answer: Webhook,
});
export const RestoreWebhook = endpoint('POST /api/webhooks/:webhookId/restore', {
  summary: 'Bring an address back as it was (admins)',
  params: WebhookParams,
  answer: Webhook,
});
export const RotateSecret = endpoint('POST /api/webhooks/:webhookId/secret', {
  summary: 'Make another secret; for a day messages are signed with the one before as well (admins)',
  params: WebhookParams,
  body: z.strictObject({ version: Version }),
  answer: WithSecret,
});
export const TestWebhook = endpoint('POST /api/webhooks/:webhookId/test', {
  summary: 'Send a message that tells of nothing, once, also to an address that is stopped (admins)',
  params: WebhookParams,
  body: z.strictObject({ id: Id.optional() }),
  answer: Delivery,
  creates: true,
});
export const GetWebhookHistory = endpoint('GET /api/webhooks/:webhookId/history', {
  summary: 'What was done to an address, in order (admins)',
  params: WebhookParams,
  query: HistoryQuery,
  answer: HistoryPage,
});
export const ListDeliveries = endpoint('GET /api/webhooks/:webhookId/deliveries', {
  summary: 'Messages to an address, the newest first, without those of stories that one may not see (admins)',
  params: WebhookParams,
  query: z.strictObject({ state: DeliveryState.optional(), cursor: Cursor, limit: Limit }),
  answer: page(Delivery),
});
export const GetDelivery = endpoint('GET /api/webhook-deliveries/:deliveryId', {
  summary: 'One message with the body that is sent (admins)',
  params: DeliveryParams,
  answer: z.strictObject({
    delivery: Delivery,
    /** JSON of a `WebhookMessage`; null before the first try, and once what it tells was erased. */
    body: z.string().nullable(),
  }),
});
export const Redeliver = endpoint('POST /api/webhook-deliveries/:deliveryId/redeliver', {
  summary: 'Send a message again under its own id, with a schedule of its own if it fails (admins)',
  params: DeliveryParams,
  answer: Delivery,
});
