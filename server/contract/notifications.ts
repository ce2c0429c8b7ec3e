/** What a person is told of: what concerns them in stories that they may see. */
import { z } from 'zod';
import { Cursor, Flag, Id, Limit, MAX_COUNTER, Time } from './common.ts';
import { endpoint } from './endpoint.ts';

/**
 * Why somebody is told.
 *
 * `mention`: a comment names them. `assignment`: a claim was given to them. `return`: a reviewer sent their verdict back.
 * `reply`: an answer in a thread that they write in. `comment`: a new thread on a claim that is assigned to them or bears
 * their verdict. `expired`: their verdict holds no longer, because what it was about was changed.
 */
export const NotificationReason = z.enum(['mention', 'assignment', 'return', 'reply', 'comment', 'expired']);
export type NotificationReason = z.infer<typeof NotificationReason>;

/** When an e-mail tells of it: for itself, among others once a day, or not at all. */
export const MailWhen = z.enum(['at_once', 'daily', 'none']);
export type MailWhen = z.infer<typeof MailWhen>;

/** How a person is told for one reason. */
export const Way = z.strictObject({
  /** In Claimdesk: in the list, and counted as unread. */
  app: z.boolean(),
  mail: MailWhen,
});
export type Way = z.infer<typeof Way>;

export const Ways = z.strictObject({
  mention: Way,
  assignment: Way,
  return: Way,
  reply: Way,
  comment: Way,
  expired: Way,
});
export type Ways = z.infer<typeof Ways>;

/** Of whoever has set nothing: what waits for them comes at once, what they may want to know once a day. */
export const DEFAULT_WAYS: Ways = {
  mention: { app: true, mail: 'at_once' },
  assignment: { app: true, mail: 'at_once' },
  return: { app: true, mail: 'at_once' },
  reply: { app: true, mail: 'daily' },
  comment: { app: true, mail: 'daily' },
  expired: { app: true, mail: 'daily' },
};

/** Whether this machine knows a time zone by this name. Offsets (+01:00) are no names: they know nothing of summer. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** When a person's summary is sent. */
const summary = {
  /** Hour of the day, 0 to 23, in `timeZone`. */
  summaryHour: z.int().min(0).max(23),
  /** Of the IANA time zone database. */
  timeZone: z.string().max(64).refine(isTimeZone, 'must be a time zone such as Europe/Berlin'),
};

/** How a person wants to be told. It is nobody else's matter. */
export const NotificationSettings = z.strictObject({
  ways: Ways,
  ...summary,
  /** 0 for whoever has set nothing. */
  version: z.int().min(0),
  /** False where this server sends no e-mail to anybody: what is set for it waits. */
  sendsMail: z.boolean(),
  can: z.array(z.enum(['edit'])),
});
export type NotificationSettings = z.infer<typeof NotificationSettings>;

/** Of whoever has set nothing. */
export const DEFAULT_SETTINGS = { ways: DEFAULT_WAYS, summaryHour: 8, timeZone: 'UTC', version: 0 } as const;

/** Words of a comment that are shown, in UTF-16 code units at most. */
export const MAX_EXCERPT = 300;

export const Notification = z.strictObject({
  id: Id,
  reason: NotificationReason,
  at: Time,
  readAt: Time.nullable(),
  /** As history names them. */
  actor: z.strictObject({ id: Id, name: z.string() }),
  story: z.strictObject({ id: Id, title: z.string() }),
  /** The first of them, where there are several. */
  claim: z.strictObject({ id: Id, quote: z.string() }).nullable(),
  /** Of how many claims it tells: one newer text may end many verdicts. */
  count: z.int().min(1),
  /** `words`: how the comment begins; null where it was withdrawn. */
  comment: z.strictObject({ id: Id, words: z.string().nullable() }).nullable(),
  can: z.array(z.enum(['read', 'unread'])),
});
export type Notification = z.infer<typeof Notification>;

/** What is left to read. */
export const Unread = z.strictObject({ unread: z.int().min(0) });
export type Unread = z.infer<typeof Unread>;

const Ids = z.array(Id).min(1).max(200);

/**
 * What a reader of the database saw at one moment: PostgreSQL's `pg_snapshot` (xmin:xmax:xip,…) as text. Opaque to
 * everyone else.
 *
 * Neither ids nor times order what is written at the same moment: one that began first may be there last.
 */
const Seen = z.string().max(20_000).refine(isSnapshot, 'is not what a list said');

function isSnapshot(text: string): boolean {
  const parts = /^([1-9]\d{0,18}):([1-9]\d{0,18}):((?:[1-9]\d{0,18}(?:,[1-9]\d{0,18})*)?)$/.exec(text);
  if (parts === null) return false;
  const [xmin, xmax] = [BigInt(parts[1] ?? 0), BigInt(parts[2] ?? 0)];
  const open = (parts[3] ?? '').split(',').filter((xid) => xid !== '');
  const bounds = [xmin, ...open.map(BigInt)];
  return (
    xmin <= xmax &&
    [xmin, xmax].every((xid) => BigInt.asIntN(64, xid) === xid && BigInt.asUintN(32, xid) !== 0n) &&
    bounds.every((xid, at) => at === 0 || (xid >= (bounds[at - 1] ?? xid) && xid < xmax))
  );
}

export const ListNotifications = endpoint('GET /api/notifications', {
  summary: 'What one is told of, the newest first, with how many are unread',
  query: z.strictObject({ unread: Flag.optional(), cursor: Cursor, limit: Limit }),
  answer: z.strictObject({
    items: z.array(Notification),
    nextCursor: z.string().nullable(),
    /** All that was there when this was answered, for `MarkRead`. */
    seen: z.string(),
    ...Unread.shape,
  }),
});
export const MarkRead = endpoint('PUT /api/notifications/read', {
  summary:
    'These are read, or all that was there when a list was answered: what was written down since stays unread',
  body: z
    .strictObject({ ids: Ids.optional(), seen: Seen.optional() })
    .refine(
      ({ ids, seen }) => (ids === undefined) !== (seen === undefined),
      'names ids, or what a list said',
    ),
  answer: Unread,
});
export const MarkUnread = endpoint('PUT /api/notifications/unread', {
  summary: 'These are unread again',
  body: z.strictObject({ ids: Ids }),
  answer: Unread,
});

export const GetNotificationSettings = endpoint('GET /api/notification-settings', {
  summary: 'How one is told, and when',
  answer: NotificationSettings,
});
export const SetNotificationSettings = endpoint('PUT /api/notification-settings', {
  summary: 'Say how one wants to be told, for each reason, and when the summary of a day comes',
  body: z.strictObject({ ways: Ways, ...summary, version: z.int().min(0).max(MAX_COUNTER) }),
  answer: NotificationSettings,
});
