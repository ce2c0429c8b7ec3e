/** Who is on a story. Its clock is the database's, so that servers need not agree on one. */
import type { Pool } from 'pg';
import type { BodyOf } from '../../contract/endpoint.ts';
import { MAX_PRESENT, PRESENCE, type PutPresence } from '../../contract/live.ts';
import { Refusal } from '../../contract/problem.ts';
import { Prisma } from '../../database/client.ts';
import { visible } from '../../database/visible.ts';
import { visibleTo } from '../articles/access.ts';

interface Reader {
  readonly id: string;
}

/** The channel on which servers tell each other whose presence changed: the story's id. */
export const PRESENCE_CHANNEL = 'claimdesk_presence';

const LASTS = Prisma.raw(`interval '${PRESENCE.lasts} s'`);

/** Over `presence AS p`: those that are there, and may be. */
const THERE = Prisma.sql`p.seen_at > now() - ${LASTS} AND u.active AND ${visible(Prisma.sql`p.user_id`)}`;

export interface PresenceNow {
  /** The contract's `Presence` as JSON. */
  readonly presence: string;
  /** Milliseconds until the first of them is forgotten unless it says something; null where nobody is there. */
  readonly nextEnd: number | null;
}

/** Whether the story may be seen is asked before. */
export async function selectPresence(pool: Pool, articleId: string): Promise<PresenceNow> {
  const { text, values } = Prisma.sql`
    WITH there AS (
      SELECT p.page, p.user_id, u.name, p.claim_id, p.doing, p.since, p.seen_at,
        row_number() OVER (ORDER BY p.doing = 'reading', p.since, p.page) AS place
      FROM presence p JOIN users u ON u.id = p.user_id JOIN articles a ON a.id = p.article_id
      WHERE p.article_id = ${articleId}::uuid AND ${THERE}
    )
    SELECT json_build_object(
        'items', COALESCE(json_agg(json_build_object('page', page, 'person', json_build_object('id', user_id, 'name', name),
          'claimId', claim_id, 'doing', doing, 'since', iso_time(since)) ORDER BY place)
          FILTER (WHERE place <= ${MAX_PRESENT}), '[]'),
        'more', greatest(count(*) - ${MAX_PRESENT}, 0))::text AS presence,
      (extract(epoch FROM min(seen_at) + ${LASTS} - now()) * 1000)::float8 AS "nextEnd"
    FROM there`;
  const { rows } = await pool.query<PresenceNow>({ name: 'presence', text, values });
  const [row] = rows;
  if (row === undefined) throw new Error('a count has a row');
  return row;
}

/**
 * Note that a page is there. Servers are told where that is news; a page that repeats itself costs no notice.
 *
 * @throws Refusal NOT_FOUND also where the story is not for this person, UNKNOWN_REFERENCE for a claim of another story
 */
export async function putPresence(
  pool: Pool,
  user: Reader,
  articleId: string,
  { page, claimId, doing }: BodyOf<typeof PutPresence>,
): Promise<void> {
  const { text, values } = Prisma.sql`
    WITH story AS (
      SELECT a.id, ${claimId}::uuid IS NULL OR EXISTS (
        SELECT 1 FROM claims c WHERE c.id = ${claimId}::uuid AND c.article_id = a.id) AS known
      FROM articles a WHERE a.id = ${articleId}::uuid AND ${visibleTo(user)}
    ), old AS (
      SELECT p.claim_id, p.doing FROM presence p, story
      WHERE p.article_id = story.id AND p.user_id = ${user.id}::uuid AND p.page = ${page}::uuid
        AND p.seen_at > now() - ${LASTS}
    ), put AS (
      INSERT INTO presence AS p (article_id, user_id, page, claim_id, doing, since, seen_at)
      SELECT id, ${user.id}::uuid, ${page}::uuid, ${claimId}::uuid, ${doing}::"Doing", now(), now() FROM story WHERE known
      ON CONFLICT (article_id, user_id, page) DO UPDATE SET claim_id = EXCLUDED.claim_id, doing = EXCLUDED.doing,
        since = CASE WHEN p.claim_id IS NOT DISTINCT FROM EXCLUDED.claim_id AND p.doing = EXCLUDED.doing
          AND p.seen_at > now() - ${LASTS} THEN p.since ELSE EXCLUDED.since END,
        seen_at = EXCLUDED.seen_at
      RETURNING p.claim_id, p.doing
    )
    SELECT story.known, (SELECT pg_notify(${PRESENCE_CHANNEL}, ${articleId}) FROM put WHERE NOT EXISTS (
      SELECT 1 FROM old WHERE old.claim_id IS NOT DISTINCT FROM put.claim_id AND old.doing = put.doing)) AS told
    FROM story`;
  const { rows } = await pool.query<{ known: boolean }>({ name: 'put-presence', text, values });
  const [row] = rows;
  if (row === undefined) throw new Refusal('NOT_FOUND');
  if (!row.known)
    throw new Refusal('UNKNOWN_REFERENCE', {
      issues: [{ path: 'claimId', message: 'is not of this story' }],
    });
}

/**
 * Note that a page is closed. One that was not there stays so.
 *
 * @throws Refusal NOT_FOUND also where the story is not for this person
 */
export async function endPresence(
  pool: Pool,
  user: Reader,
  { articleId, page }: { articleId: string; page: string },
): Promise<void> {
  const { text, values } = Prisma.sql`
    WITH gone AS (
      DELETE FROM presence WHERE article_id = ${articleId}::uuid AND user_id = ${user.id}::uuid AND page = ${page}::uuid
      RETURNING article_id
    )
    SELECT (SELECT pg_notify(${PRESENCE_CHANNEL}, article_id::text) FROM gone) AS told
    FROM articles a WHERE a.id = ${articleId}::uuid AND ${visibleTo(user)}`;
  const { rows } = await pool.query({ name: 'end-presence', text, values });
  if (rows.length === 0) throw new Refusal('NOT_FOUND');
}

/** Let go of rows that have been forgotten for long. */
export async function deleteForgotten(pool: Pool): Promise<void> {
  await pool.query(`DELETE FROM presence WHERE seen_at < now() - interval '10 min'`);
}
