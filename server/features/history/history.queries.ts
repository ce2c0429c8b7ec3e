/** Events as the API shows them, built by PostgreSQL. */
import type { Pool } from 'pg';
import type { QueryOf } from '../../contract/endpoint.ts';
import type { EventType, GetArticleHistory, HistoryItem } from '../../contract/history.ts';
import type { Role } from '../../contract/people.ts';
import { Refusal } from '../../contract/problem.ts';
import { Prisma, type Queryable } from '../../database/client.ts';
import type { Prisma as Types } from '../../database/generated/client.ts';
import { historyOpenTo } from '../articles/access.ts';

type Sql = Types.Sql;
export type HistoryPageQuery = QueryOf<typeof GetArticleHistory>;
interface Reader {
  readonly id: string;
  readonly role: Role;
}

/** What was withdrawn is taken back: its words stay in the payload and are shown again once it is restored. */
const SHOWN = `CASE WHEN e.type LIKE 'comment.%' AND EXISTS (
    SELECT 1 FROM comments t WHERE t.id = (d.payload ->> 'comment')::uuid AND t.withdrawn_at IS NOT NULL)
  THEN d.payload #- '{before,body}' #- '{after,body}' ELSE d.payload END`;

/** A payload may have been erased for legal reasons; its event stays. */
const EVENT_JSON = Prisma.raw(`json_build_object('seq', e.seq, 'type', e.type, 'at', iso_time(e.at),
  'actor', json_build_object('id', e.actor_id, 'name', e.actor_name), 'claimId', e.claim_id,
  'data', COALESCE(${SHOWN}, '{}'), 'erased', d.payload IS NULL, 'hash', encode(e.link, 'hex'))`);
const EVENTS = Prisma.raw(
  'events e LEFT JOIN event_payloads d ON d.stream_id = e.stream_id AND d.seq = e.seq',
);

/**
 * A story's events, as `GET /api/articles/:articleId/history` answers: the whole body as JSON text.
 *
 * @throws Refusal NOT_FOUND also where the story is not for this person, or in the bin and they no admin
 */
export function selectArticleHistoryText(
  pool: Pool,
  user: Reader,
  articleId: string,
  page: HistoryPageQuery,
): Promise<string> {
  const story = Prisma.sql`SELECT a.id, a.head FROM articles a WHERE a.id = ${articleId}::uuid AND ${historyOpenTo(user)}`;
  return selectHistoryText(pool, story, page);
}

/**
 * The same for one claim. `head` is its story's.
 *
 * @throws Refusal NOT_FOUND also where the story is not for this person, or in the bin and they no admin
 */
export function selectClaimHistoryText(
  pool: Pool,
  user: Reader,
  claimId: string,
  page: HistoryPageQuery,
): Promise<string> {
  const story = Prisma.sql`SELECT a.id, a.head FROM claims c JOIN articles a ON a.id = c.article_id
    WHERE c.id = ${claimId}::uuid AND ${historyOpenTo(user)}`;
  return selectHistoryText(pool, story, page, Prisma.sql`AND e.claim_id = ${claimId}::uuid`);
}

/**
 * A page of any stream's events: after one that is known, or backwards from `before` on, newest first.
 *
 * @param stream a query for the stream's `id` and `head`: no row where this person may not read it
 * @param which `AND …` over `events AS e`, for some of the stream's events only
 * @returns the body of the answer as JSON text
 * @throws Refusal NOT_FOUND where `stream` gives no row
 */
export async function selectHistoryText(
  pool: Pool,
  stream: Sql,
  { after, before, limit, ...filters }: HistoryPageQuery,
  which: Sql = Prisma.empty,
): Promise<string> {
  const older = before === undefined ? Prisma.empty : Prisma.sql`AND e.seq < ${before}`;
  const order = before === undefined ? Prisma.raw('ASC') : Prisma.raw('DESC');
  const { text, values } = Prisma.sql`
    SELECT json_build_object('head', stream.head, 'items', COALESCE((
      SELECT json_agg(item.event ORDER BY item.seq ${order}) FROM (
        SELECT e.seq, ${EVENT_JSON} AS event FROM ${EVENTS}
        WHERE e.stream_id = stream.id ${which} ${filtered(filters)} AND e.seq > ${after} ${older}
        ORDER BY e.seq ${order} LIMIT ${limit}
      ) item), '[]'))::text AS body
    FROM (${stream}) stream`;
  const { rows } = await pool.query<{ body: string }>({ name: nameOf(text), text, values });
  const [row] = rows;
  if (row === undefined) throw new Refusal('NOT_FOUND');
  return row.body;
}

/** An event as it is told, with what tells whether it concerns who may see the story. */
export interface ToldEvent {
  readonly seq: number;
  readonly type: EventType;
  /** The item as JSON, on one line. */
  readonly item: string;
}

/** The events of a stream after one that is known, in their order. Whether it may be read is asked before. */
export async function selectToldEvents(
  pool: Pool,
  streamId: string,
  { after, limit }: Pick<HistoryPageQuery, 'after' | 'limit'>,
): Promise<ToldEvent[]> {
  const { text, values } = Prisma.sql`
    SELECT e.seq, e.type, ${EVENT_JSON}::text AS item FROM ${EVENTS}
    WHERE e.stream_id = ${streamId}::uuid AND e.seq > ${after} ORDER BY e.seq LIMIT ${limit}`;
  const { rows } = await pool.query<ToldEvent>({ name: 'told-events', text, values });
  return rows;
}

function filtered({ actorId, claimId, noun }: Pick<HistoryPageQuery, 'actorId' | 'claimId' | 'noun'>): Sql {
  const conditions = [
    actorId === undefined ? null : Prisma.sql`AND e.actor_id = ${actorId}::uuid`,
    claimId === undefined ? null : Prisma.sql`AND e.claim_id = ${claimId}::uuid`,
    noun === undefined ? null : Prisma.sql`AND split_part(e.type, '.', 1) = ${noun}`,
  ].filter((condition) => condition !== null);
  return conditions.length === 0 ? Prisma.empty : Prisma.join(conditions, ' ');
}

/** One prepared statement for each combination of filters: by its text, of which there are not many. */
const names = new Map<string, string>();

function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = `history-${names.size}`;
  names.set(text, name);
  return name;
}

/**
 * One event. Whether its stream may be read is asked before.
 *
 * @throws Refusal NOT_FOUND
 */
export async function selectHistoryItem(db: Queryable, streamId: string, seq: number): Promise<HistoryItem> {
  const [row] = await db.$queryRaw<{ event: HistoryItem }[]>`
    SELECT ${EVENT_JSON} AS event FROM ${EVENTS} WHERE e.stream_id = ${streamId}::uuid AND e.seq = ${seq}`;
  if (row === undefined) throw new Refusal('NOT_FOUND');
  return row.event;
}
