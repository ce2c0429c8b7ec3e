/** Notifications as rows and as the API shows them: only of stories that their person may see at this moment. */
import { z } from 'zod';
import type { QueryOf } from '../../contract/endpoint.ts';
import { type ListNotifications, MAX_EXCERPT, Notification } from '../../contract/notifications.ts';
import { Prisma, type Queryable } from '../../database/client.ts';
import type { Prisma as Types } from '../../database/generated/client.ts';
import { readCursor, writeCursor } from '../../http/cursor.ts';
import { visibleTo } from '../articles/access.ts';

interface Reader {
  readonly id: string;
}

interface NotificationRow {
  readonly id: string;
  readonly reason: string;
  readonly at: Date;
  readonly readAt: Date | null;
  readonly actorId: string;
  readonly actorName: string;
  readonly articleId: string;
  readonly title: string;
  readonly claimId: string | null;
  readonly quote: string | null;
  readonly count: number;
  readonly commentId: string | null;
  readonly words: string | null;
}

/** Those of one person that are shown in Claimdesk. For raw SQL over `notifications n` and `articles a`. */
export const shownTo = (user: Reader): Types.Sql => Prisma.sql`n.user_id = ${user.id}::uuid AND n.in_app
  AND EXISTS (SELECT 1 FROM articles a WHERE a.id = n.article_id AND ${visibleTo(user)})`;

/**
 * The newest first. A claim's words are those of its newest place; a comment that was withdrawn has none.
 *
 * Words are cut in the database, which counts code points: enough of them for any excerpt.
 */
export const selectRows = (
  db: Queryable,
  user: Reader,
  which: Types.Sql,
  limit: number,
): Promise<NotificationRow[]> => db.$queryRaw`
  SELECT n.id, n.reason, n.at, n.read_at AS "readAt", n.actor_id AS "actorId", e.actor_name AS "actorName",
    a.id AS "articleId", a.title, n.claim_id AS "claimId", p.quote, n.count, n.comment_id AS "commentId",
    CASE WHEN t.withdrawn_at IS NULL THEN left(t.body, ${MAX_EXCERPT + 1}::int) END AS words
  FROM notifications n JOIN articles a ON a.id = n.article_id AND ${visibleTo(user)}
  JOIN events e ON e.stream_id = n.article_id AND e.seq = n.seq
  LEFT JOIN claims c ON c.id = n.claim_id
  LEFT JOIN placements p ON p.claim_id = c.id AND p.revision = c.placed_revision
  LEFT JOIN comments t ON t.id = n.comment_id
  WHERE n.user_id = ${user.id}::uuid AND ${which}
  ORDER BY n.id DESC LIMIT ${limit}`;

export async function selectNotifications(
  db: Queryable,
  user: Reader,
  { unread, cursor, limit }: QueryOf<typeof ListNotifications>,
): Promise<{ items: Notification[]; nextCursor: string | null }> {
  const before = readCursor(cursor, z.tuple([z.uuid()]));
  const which = Prisma.sql`n.in_app
    ${unread === undefined ? Prisma.empty : unread ? Prisma.sql`AND n.read_at IS NULL` : Prisma.sql`AND n.read_at IS NOT NULL`}
    ${before === null ? Prisma.empty : Prisma.sql`AND n.id < ${before[0]}::uuid`}`;
  const rows = await selectRows(db, user, which, limit + 1);
  const items = rows.slice(0, limit).map(presentNotification);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? writeCursor([last.id]) : null };
}

/**
 * What is there at this moment, as PostgreSQL tells moments apart. Asked before what is to be seen: so it covers no more
 * than that.
 */
export async function selectSeen(db: Queryable): Promise<string> {
  const [row] = await db.$queryRaw<{ seen: string }[]>`SELECT pg_current_snapshot()::text AS seen`;
  if (row === undefined) throw new Error('PostgreSQL tells no snapshot');
  return row.seen;
}

/**
 * For raw SQL over `notifications n`: true for those that were there at a moment that `selectSeen` told. Those that came
 * out of a backup bear numbers of another server, which may lie ahead of this one's: they were there.
 */
export const wasThere = (
  seen: string,
): Types.Sql => Prisma.sql`(pg_visible_in_snapshot(n.xid, ${seen}::pg_snapshot)
  OR n.xid >= pg_snapshot_xmax(pg_current_snapshot()))`;

export async function countUnread(db: Queryable, user: Reader): Promise<number> {
  const [row] = await db.$queryRaw<{ unread: number }[]>`
    SELECT count(*)::int AS unread FROM notifications n WHERE n.read_at IS NULL AND ${shownTo(user)}`;
  return row?.unread ?? 0;
}

function presentNotification(row: NotificationRow): Notification {
  return Notification.parse({
    id: row.id,
    reason: row.reason,
    at: row.at.toISOString(),
    readAt: row.readAt?.toISOString() ?? null,
    actor: { id: row.actorId, name: row.actorName },
    story: { id: row.articleId, title: row.title },
    claim: row.claimId === null ? null : { id: row.claimId, quote: row.quote ?? '' },
    count: row.count,
    comment: row.commentId === null ? null : { id: row.commentId, words: excerpt(row.words) },
    can: [row.readAt === null ? 'read' : 'unread'],
  });
}

/** How a text begins, in `MAX_EXCERPT` UTF-16 code units at most; no pair is split. */
export function excerpt(words: string | null): string | null {
  if (words === null || words.length <= MAX_EXCERPT) return words;
  return `${words.slice(0, MAX_EXCERPT - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
