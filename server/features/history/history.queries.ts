/** Events as the API shows them, built by PostgreSQL. */
import type { Pool } from 'pg';
import type { QueryOf } from '../../contract/endpoint.ts';
import type { GetArticleHistory } from '../../contract/history.ts';
import { Refusal } from '../../contract/problem.ts';
import { Prisma } from '../../database/client.ts';
import type { Prisma as Types } from '../../database/generated/client.ts';
import { visibleTo } from '../articles/access.ts';

type Sql = Types.Sql;
type Page = QueryOf<typeof GetArticleHistory>;
interface Reader {
  readonly id: string;
}

/** A payload may have been erased for legal reasons; its event stays. */
const EVENT_JSON = Prisma.raw(`json_build_object('seq', e.seq, 'type', e.type, 'at', iso_time(e.at),
  'actor', json_build_object('id', e.actor_id, 'name', e.actor_name), 'claimId', e.claim_id,
  'data', COALESCE(d.payload, '{}'), 'erased', d.payload IS NULL, 'hash', encode(e.link, 'hex'))`);

/**
 * A story's events after one that is known, as `GET /api/articles/:articleId/history` answers: the whole body as JSON
 * text.
 *
 * @throws Refusal NOT_FOUND also where the story is not for this person
 */
export function selectArticleHistoryText(
  pool: Pool,
  user: Reader,
  articleId: string,
  page: Page,
): Promise<string> {
  const story = Prisma.sql`articles a WHERE a.id = ${articleId}::uuid AND ${visibleTo(user)}`;
  return selectHistory(pool, 'article-history', story, Prisma.sql`TRUE`, page);
}

/**
 * The same for one claim. `head` is its story's.
 *
 * @throws Refusal NOT_FOUND also where the story is not for this person
 */
export function selectClaimHistoryText(
  pool: Pool,
  user: Reader,
  claimId: string,
  page: Page,
): Promise<string> {
  const story = Prisma.sql`claims c JOIN articles a ON a.id = c.article_id
    WHERE c.id = ${claimId}::uuid AND ${visibleTo(user)}`;
  return selectHistory(pool, 'claim-history', story, Prisma.sql`e.claim_id = ${claimId}::uuid`, page);
}

/** By a statement that PostgreSQL plans once per connection: one name, one text. */
async function selectHistory(pool: Pool, name: string, story: Sql, which: Sql, page: Page): Promise<string> {
  const { text, values } = Prisma.sql`
    SELECT json_build_object('head', a.head, 'items', COALESCE((
      SELECT json_agg(item.event ORDER BY item.seq) FROM (
        SELECT e.seq, ${EVENT_JSON} AS event FROM events e
        LEFT JOIN event_payloads d ON d.stream_id = e.stream_id AND d.seq = e.seq
        WHERE e.stream_id = a.id AND ${which} AND e.seq > ${page.after} ORDER BY e.seq LIMIT ${page.limit}
      ) item), '[]'))::text AS body
    FROM ${story}`;
  const { rows } = await pool.query<{ body: string }>({ name, text, values });
  const [row] = rows;
  if (row === undefined) throw new Refusal('NOT_FOUND');
  return row.body;
}
