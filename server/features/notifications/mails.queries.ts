/** E-mails that are to be sent, taken by one server at a time. */
import type { NotificationReason } from '../../contract/notifications.ts';
import { Prisma, type Queryable, type RawTx } from '../../database/client.ts';
import { forTheirEyes, visible } from '../../database/visible.ts';
import type { MailItem } from '../../domain/notifications/mail.ts';
import type { SendError } from '../../domain/notifications/mail-schedule.ts';
import type { SummarySettings } from '../../domain/notifications/summary.ts';

/** Why one was not sent, or not taken. `nothing_left`: it was read meanwhile, or its reader may not see it any more. */
export type MailError = SendError | 'too_old' | 'nothing_left' | 'no_access';

/** An e-mail that this server sends now. */
export interface TakenMail {
  readonly id: string;
  readonly userId: string;
  /** Null for a summary. */
  readonly notificationId: string | null;
  /** This one included: whoever took it later has more. */
  readonly attempts: number;
  readonly createdAt: Date;
}

const HOUR_MS = 60 * 60 * 1000;
/** Milliseconds after which one that was taken and not told of again is taken by another: longer than a try may last. */
const TAKEN_FOR_MS = 3 * 60 * 1000;

/** Take what has waited longest; what another server is taking at this moment is passed over. */
export async function takeMail(db: Queryable, at: Date): Promise<TakenMail | undefined> {
  const [taken] = await db.$queryRaw<TakenMail[]>`
    WITH next AS (
      SELECT m.id FROM mails m WHERE m.state IN ('pending', 'failed') AND m.next_at <= ${at}
      ORDER BY m.next_at, m.id LIMIT 1 FOR UPDATE SKIP LOCKED
    )
    UPDATE mails m SET attempts = m.attempts + 1, next_at = ${new Date(at.getTime() + TAKEN_FOR_MS)}
    FROM next WHERE m.id = next.id
    RETURNING m.id, m.user_id AS "userId", m.notification_id AS "notificationId", m.attempts, m.created_at AS "createdAt"`;
  return taken;
}

/** What came of a try. */
export interface MailResult {
  readonly state: 'delivered' | 'failed' | 'dead';
  readonly error: MailError | null;
  /** Of a failed one. */
  readonly nextAt: Date | null;
}

/** Unless another took it meanwhile, because this took too long. */
export async function tellMail(db: RawTx, { id, attempts }: TakenMail, result: MailResult): Promise<void> {
  const { state, error, nextAt } = result;
  await db.$executeRaw`
    UPDATE mails SET state = ${state}::"DeliveryState", error = ${error}, next_at = COALESCE(${nextAt}, next_at)
    WHERE id = ${id}::uuid AND attempts = ${attempts} AND state IN ('pending', 'failed')`;
}

/** As if it had not been taken: the next one to look at that time sends it. */
export async function letGoOf(db: RawTx, { id, attempts }: TakenMail, at: Date): Promise<void> {
  await db.$executeRaw`
    UPDATE mails SET attempts = attempts - 1, next_at = ${at}
    WHERE id = ${id}::uuid AND attempts = ${attempts} AND state IN ('pending', 'failed')`;
}

/** To whom it goes, with what they have set; undefined for whoever has no access any more. */
export async function selectReader(
  db: Queryable,
  userId: string,
): Promise<{ readonly name: string; readonly address: string; readonly ways: unknown } | undefined> {
  const [row] = await db.$queryRaw<{ name: string; address: string; ways: unknown }[]>`
    SELECT u.name, u.email AS address, s.reasons AS ways
    FROM users u LEFT JOIN notification_settings s ON s.user_id = u.id
    WHERE u.id = ${userId}::uuid AND u.active`;
  return row;
}

/**
 * Whether what it tells lies in the bin at this moment, for its reader's eyes: then it waits. A summary lets go of such
 * things instead, for one that comes when they are back.
 */
export async function waitsInBin(db: RawTx, { id, userId, notificationId }: TakenMail): Promise<boolean> {
  const binned = Prisma.sql`a.id = n.article_id AND a.withdrawn_at IS NOT NULL AND n.read_at IS NULL
    AND ${forTheirEyes(Prisma.sql`n.user_id`)}`;
  if (notificationId === null) {
    await db.$executeRaw`
      UPDATE notifications n SET summary_id = NULL FROM articles a
      WHERE n.summary_id = ${id}::uuid AND n.user_id = ${userId}::uuid AND ${binned}`;
    return false;
  }
  const rows = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM notifications n JOIN articles a ON ${binned} LEFT JOIN comments t ON t.id = n.comment_id
    WHERE n.id = ${notificationId}::uuid AND n.user_id = ${userId}::uuid AND t.withdrawn_at IS NULL`;
  return rows.length > 0;
}

interface ItemRow {
  readonly reason: NotificationReason;
  readonly count: number;
  readonly actor: string;
  readonly articleId: string;
  readonly title: string;
  readonly restricted: boolean;
  readonly claimId: string | null;
  readonly commentId: string | null;
}

/** What it tells of: what is unread, of stories that its reader may see at this moment; the oldest first. */
export async function selectItems(
  db: Queryable,
  { id, userId, notificationId }: TakenMail,
): Promise<MailItem[]> {
  const which =
    notificationId === null
      ? Prisma.sql`n.summary_id = ${id}::uuid`
      : Prisma.sql`n.id = ${notificationId}::uuid`;
  const rows = await db.$queryRaw<ItemRow[]>`
    SELECT n.reason, n.count, e.actor_name AS actor, a.id AS "articleId", a.title, a.access = 'restricted' AS restricted,
      n.claim_id AS "claimId", n.comment_id AS "commentId"
    FROM notifications n JOIN articles a ON a.id = n.article_id AND ${visible(Prisma.sql`n.user_id`)}
    JOIN events e ON e.stream_id = n.article_id AND e.seq = n.seq
    LEFT JOIN comments t ON t.id = n.comment_id
    WHERE ${which} AND n.user_id = ${userId}::uuid AND n.read_at IS NULL AND t.withdrawn_at IS NULL
    ORDER BY n.id`;
  return rows.map(({ articleId, title, restricted, claimId, commentId, ...row }) => ({
    ...row,
    story: { id: articleId, title, restricted },
    claim: claimId === null ? null : { id: claimId },
    comment: commentId === null ? null : { id: commentId },
  }));
}

/** Somebody for whom something waits to be told in a summary. */
export interface Waiting {
  readonly userId: string;
  /** When the oldest of it happened. */
  readonly since: Date;
  /** What they have set; null for nothing. */
  readonly settings: SummarySettings | null;
}

/** What happened longer before a summary is due than this is told in none: a day that was missed is still told, a month is not. */
const SUMMARY_REACHES_BACK_MS = 48 * HOUR_MS;
/** A summary is due once a day, wherever its reader is and whatever clocks are set to: never longer ago than this. */
const LONGEST_DUE_MS = 26 * HOUR_MS;
/** Things that one summary tells. The oldest come first; what is over is for the next one. */
const MOST_IN_SUMMARY = 1000;

/** For raw SQL over `notifications n`: what a summary is to tell, of no story that lies in the bin. */
const WAITS = Prisma.sql`n.mail = 'daily' AND n.summary_id IS NULL AND n.read_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM articles a WHERE a.id = n.article_id AND a.withdrawn_at IS NOT NULL)`;

export async function selectWaiting(db: Queryable, now: Date): Promise<Waiting[]> {
  const from = new Date(now.getTime() - LONGEST_DUE_MS - SUMMARY_REACHES_BACK_MS);
  const rows = await db.$queryRaw<
    { userId: string; since: Date; summaryHour: number | null; timeZone: string | null }[]
  >`
    SELECT n.user_id AS "userId", min(n.at) AS since, s.summary_hour AS "summaryHour", s.time_zone AS "timeZone"
    FROM notifications n JOIN users u ON u.id = n.user_id AND u.active
    LEFT JOIN notification_settings s ON s.user_id = n.user_id
    WHERE ${WAITS} AND n.at >= ${from}
    GROUP BY n.user_id, s.user_id`;
  return rows.map(({ userId, since, summaryHour, timeZone }) => ({
    ...{ userId, since },
    settings: summaryHour === null || timeZone === null ? null : { summaryHour, timeZone },
  }));
}

/**
 * Put down the summary of a day, with what it tells: what is unread of what happened in the time before `at`. A day has one, whoever
 * looks and however often, and one that would tell nothing is none.
 *
 * @param now when it is written down
 */
export async function writeSummary(
  tx: RawTx,
  userId: string,
  { at, day }: { readonly at: Date; readonly day: string },
  now: Date,
): Promise<void> {
  const from = new Date(at.getTime() - SUMMARY_REACHES_BACK_MS);
  await tx.$executeRaw`
    WITH waiting AS (
      SELECT n.id FROM notifications n
      WHERE n.user_id = ${userId}::uuid AND ${WAITS} AND n.at >= ${from} AND n.at < ${at}
      ORDER BY n.id LIMIT ${MOST_IN_SUMMARY}
    ), summary AS (
      INSERT INTO mails (id, user_id, day, next_at, created_at)
      SELECT uuid_v7(${now}::timestamptz), ${userId}::uuid, ${day}::date, ${now}, ${now}
      WHERE EXISTS (SELECT 1 FROM waiting)
      ON CONFLICT DO NOTHING RETURNING id
    )
    UPDATE notifications n SET summary_id = summary.id FROM summary, waiting WHERE n.id = waiting.id`;
}
