/** Whether those who follow stories may still do so: many of them in one query. */
import type { Pool } from 'pg';
import { Prisma } from '../../database/client.ts';
import { visible } from '../../database/visible.ts';

/** By what somebody was let in, and to what. */
export interface Ticket {
  readonly articleId: string;
  readonly userId: string;
  readonly by:
    | {
        readonly session: string /** The one of the person under which it was opened. */;
        readonly epoch: number;
      }
    | { readonly token: string };
}

export interface Standing {
  /** The session or the token holds, and is one of somebody who is active. */
  readonly signedIn: boolean;
  /** The story is there and for this person. */
  readonly allowed: boolean;
  /** Milliseconds until the session or the token ends by itself; of no meaning where it does not hold. */
  readonly endsIn: number;
}

/** @returns in the order of the tickets */
export async function selectStandings(
  pool: Pool,
  now: Date,
  tickets: readonly Ticket[],
): Promise<Standing[]> {
  const asked = tickets.map(({ articleId, userId, by }, n) => ({
    ...{ n, article_id: articleId, user_id: userId },
    ...('token' in by ? { token_id: by.token } : { sid: by.session, epoch: by.epoch }),
  }));
  const { text, values } = Prisma.sql`
    SELECT CASE WHEN t.token_id IS NULL THEN EXISTS (
        SELECT 1 FROM sessions s WHERE s.sid = t.sid AND s.expire >= now()
          AND s.sess #>> '{passport,user,id}' = u.id::text AND t.epoch = u.session_epoch)
      ELSE EXISTS (
        SELECT 1 FROM api_tokens k WHERE k.id = t.token_id AND k.user_id = u.id AND k.revoked_at IS NULL
          AND k.expires_at > ${now}::timestamptz)
      END AND u.active IS TRUE AS "signedIn",
      EXISTS (SELECT 1 FROM articles a WHERE a.id = t.article_id AND ${visible(Prisma.sql`t.user_id`)}) AS allowed,
      COALESCE(extract(epoch FROM CASE WHEN t.token_id IS NULL THEN (SELECT s.expire FROM sessions s WHERE s.sid = t.sid) - now()
        ELSE (SELECT k.expires_at FROM api_tokens k WHERE k.id = t.token_id) - ${now}::timestamptz END) * 1000, 0)::float8 AS "endsIn"
    FROM json_to_recordset(${JSON.stringify(asked)}::json)
      AS t (n int, article_id uuid, user_id uuid, sid text, epoch int, token_id uuid)
    LEFT JOIN users u ON u.id = t.user_id
    ORDER BY t.n`;
  const { rows } = await pool.query<Standing>({ name: 'standings', text, values });
  return rows;
}

/** Where the streams of these stories end at this moment. */
export async function selectHeads(pool: Pool, articleIds: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await pool.query<{ id: string; head: number }>({
    name: 'live-heads',
    text: 'SELECT id, head FROM articles WHERE id = ANY($1::uuid[])',
    values: [articleIds],
  });
  return new Map(rows.map(({ id, head }) => [id, head]));
}
