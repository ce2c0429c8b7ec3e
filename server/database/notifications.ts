/** What people are to be told of events: written with them, so that neither is ever there without the other. */
import type { EventType } from '../contract/history.ts';
import { channelsOf } from '../domain/notifications/channels.ts';
import {
  type Around,
  commentOf,
  concernsSomebody,
  type Happened,
  toldOf,
} from '../domain/notifications/told.ts';
import { Prisma, type RawTx } from './client.ts';
import { visible } from './visible.ts';

interface Write {
  readonly articleId: string;
  readonly at: Date;
  readonly actor: { readonly id: string };
}

interface Event {
  readonly seq: number;
  readonly type: EventType;
  readonly claimId?: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * Put down whom these events of one write concern. Most events concern nobody and cost nothing.
 *
 * Who may not see the story at this moment is not told, and it is asked again whenever one is read or sent.
 */
export async function tellPeople(
  tx: RawTx,
  { articleId, at, actor }: Write,
  events: readonly Event[],
): Promise<void> {
  const happened = events
    .map((event): Happened => ({ ...event, claimId: event.claimId ?? null }))
    .filter(concernsSomebody);
  if (happened.length === 0) return;
  const told = toldOf(happened, await selectAround(tx, happened), actor.id);
  if (told.length === 0) return;
  const people = await selectPeople(tx, articleId, [...new Set(told.map(({ userId }) => userId))]);
  const written = told.flatMap((one) => {
    const stored = people.get(one.userId);
    const way = stored === undefined ? null : channelsOf(stored.ways, one.reason);
    return way === null ? [] : [{ ...one, ...way }];
  });
  if (written.length === 0) return;
  // A mail that is sent at once is there with what it tells, or neither is.
  await tx.$executeRaw`
    WITH written AS (
      INSERT INTO notifications (id, user_id, reason, article_id, seq, claim_id, comment_id, count, actor_id, in_app, mail, at)
      SELECT uuid_v7(${at}::timestamptz), told."userId", told.reason, ${articleId}::uuid, told.seq, told."claimId",
        told."commentId", told.count, ${actor.id}::uuid, told.app, told.mail, ${at}
      FROM json_to_recordset(${JSON.stringify(written)}::json) AS told
        ("userId" uuid, reason text, seq int, "claimId" uuid, "commentId" uuid, count int, app boolean, mail text)
      RETURNING id, user_id, mail
    )
    INSERT INTO mails (id, user_id, notification_id, next_at, created_at)
    SELECT uuid_v7(${at}::timestamptz), user_id, id, ${at}, ${at} FROM written WHERE mail = 'at_once'`;
}

/** Those of these people who may see the story at this moment, each with what they have set. */
async function selectPeople(
  tx: RawTx,
  articleId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly ways: unknown }>> {
  const rows = await tx.$queryRaw<{ id: string; ways: unknown }[]>`
    SELECT u.id, s.reasons AS ways FROM users u
    JOIN articles a ON a.id = ${articleId}::uuid AND ${visible(Prisma.sql`u.id`)}
    LEFT JOIN notification_settings s ON s.user_id = u.id
    WHERE u.id = ANY(${ids}::uuid[]) AND u.active`;
  return new Map(rows.map((row) => [row.id, row]));
}

interface ClaimPeople {
  readonly id: string;
  readonly assignee: string | null;
  readonly judge: string | null;
}
interface Thread {
  readonly id: string;
  readonly people: readonly string[];
}

/** What the events do not say themselves. */
async function selectAround(tx: RawTx, events: readonly Happened[]): Promise<(event: Happened) => Around> {
  const claims = await tx.$queryRaw<ClaimPeople[]>`
    SELECT c.id, c.assignee_id AS assignee, v.by_id AS judge FROM claims c LEFT JOIN verdicts v ON v.id = c.verdict_id
    WHERE c.id = ANY(${events.map(({ claimId }) => claimId)}::uuid[])`;
  const comments = events.map(commentOf).filter((id) => id !== null);
  const threads =
    comments.length === 0
      ? []
      : await tx.$queryRaw<Thread[]>`
          SELECT t.id, array_agg(DISTINCT o.created_by_id::text) AS people FROM comments t
          JOIN comments o ON (o.id = t.parent_id OR o.parent_id = t.parent_id) AND o.id <> t.id AND o.withdrawn_at IS NULL
          WHERE t.id = ANY(${comments}::uuid[]) GROUP BY t.id`;
  const byClaim = new Map(claims.map((claim) => [claim.id, claim]));
  const byComment = new Map(threads.map(({ id, people }) => [id, people]));
  return (event) => {
    const claim = byClaim.get(event.claimId ?? '');
    return {
      assignee: claim?.assignee ?? null,
      judge: claim?.judge ?? null,
      thread: byComment.get(commentOf(event) ?? '') ?? [],
    };
  };
}
