/** What an entry of the register was cited for, over the stories that whoever asks may see. */
import type { Pool } from 'pg';
import { z } from 'zod';
import { Id } from '../../contract/common.ts';
import type { QueryOf } from '../../contract/endpoint.ts';
import type { ListSourceUses, SourceRecord } from '../../contract/sources.ts';
import { Prisma } from '../../database/client.ts';
import type { Prisma as Types } from '../../database/generated/client.ts';
import { readCursor, writeCursor } from '../../http/cursor.ts';
import { visibleTo } from '../articles/access.ts';
import { CLAIM_JOINS, type ClaimReader, LISTED_CLAIM_JSON, readerOf } from '../claims/claim-json.ts';

type Sql = Types.Sql;

/** Live claims that name an entry in any role, each role a row, of stories that this person may see. */
const uses = (user: ClaimReader, sourceId: string): Sql => Prisma.sql`
  SELECT named.* FROM (
    SELECT id, article_id, created_at, withdrawn_at,
      CASE kind WHEN 'attribution' THEN 'said' ELSE 'named' END AS role, details #>> '{source,quote}' AS printed
    FROM claims WHERE source_id = ${sourceId}
    UNION ALL
    SELECT id, article_id, created_at, withdrawn_at, 'through', (
      SELECT step.through #>> '{span,quote}'
      FROM jsonb_array_elements(details -> 'via') WITH ORDINALITY AS step (through, n)
      WHERE step.through ->> 'sourceId' = ${sourceId} ORDER BY step.n LIMIT 1)
    FROM claims WHERE via_source_ids <> '[]' AND via_source_ids @> ${JSON.stringify([sourceId])}::jsonb
  ) named JOIN articles a ON a.id = named.article_id
  WHERE named.withdrawn_at IS NULL AND ${visibleTo(user)}`;

/**
 * How what a source said fared: the attributions to it and the claims that they are linked to, each once.
 *
 * A verdict counts while it holds: one that expired, or that a reviewer returned, leaves the claim open. What came
 * through the source or only names it is counted, but did not fare well or badly by it.
 */
export async function selectRecord(pool: Pool, user: ClaimReader, sourceId: string): Promise<SourceRecord> {
  const { text, values } = Prisma.sql`
    WITH uses AS (${uses(user, sourceId)}), said AS (
      SELECT id FROM uses WHERE role = 'said'
      UNION SELECT l.claim_id FROM uses JOIN claim_attributions l ON l.attribution_id = uses.id WHERE role = 'said'
    ), fared AS (
      SELECT CASE WHEN c.status IN ('checked', 'passed') THEN v.verdict::text ELSE 'open' END AS how, count(*)::int AS n
      FROM said JOIN claims c ON c.id = said.id LEFT JOIN verdicts v ON v.id = c.verdict_id
      WHERE c.withdrawn_at IS NULL GROUP BY 1
    )
    SELECT json_build_object('stories', (SELECT count(DISTINCT article_id) FROM uses),
      'said', (SELECT count(*) FROM uses WHERE role = 'said'),
      'through', (SELECT count(*) FROM uses WHERE role = 'through'),
      'named', (SELECT count(*) FROM uses WHERE role = 'named'),
      ${Prisma.join(
        FARED.map(
          ([key, how]) => Prisma.sql`${key}::text, COALESCE((SELECT n FROM fared WHERE how = ${how}), 0)`,
        ),
      )}) AS record`;
  const { rows } = await pool.query<{ record: SourceRecord }>({ name: 'source-record', text, values });
  const [row] = rows;
  if (row === undefined) throw new Error('a count has no row');
  return row.record;
}

const FARED = [
  ['verified', 'accurate'],
  ['inaccurate', 'inaccurate'],
  ['disputed', 'disputed'],
  ['unverifiable', 'unverifiable'],
  ['waived', 'waived'],
  ['open', 'open'],
] as const;

/** Where a page ended: the last claim's time in milliseconds, its id, and in which role it named the source. */
const Place = z.tuple([z.int().min(0).max(253_402_300_799_999), Id, z.enum(['said', 'through', 'named'])]);

interface UseRow {
  readonly id: string;
  readonly at: Date;
  readonly role: z.infer<typeof Place>[2];
  readonly body: string;
}

/**
 * One page of claims that name a source, newest first, as `GET /api/sources/:sourceId/uses` answers: JSON text.
 *
 * @throws Refusal INVALID for a cursor that no answer gave
 */
export async function selectUsesText(
  pool: Pool,
  user: ClaimReader,
  sourceId: string,
  { cursor, limit }: QueryOf<typeof ListSourceUses>,
): Promise<string> {
  const place = readCursor(cursor, Place);
  const { text, values } = Prisma.sql`
    SELECT c.id, c.created_at AS at, used.role, json_build_object('role', used.role,
      'asPrinted', COALESCE(used.printed, p.quote), 'claim', ${LISTED_CLAIM_JSON})::text AS body
    FROM ${readerOf(user)}, (
      SELECT * FROM (${uses(user, sourceId)}) every ${place === null ? Prisma.empty : after(place)}
      ORDER BY created_at DESC, id DESC, role DESC LIMIT ${limit + 1}
    ) used JOIN claims c ON c.id = used.id JOIN articles a ON a.id = c.article_id ${CLAIM_JOINS}
    ORDER BY c.created_at DESC, c.id DESC, used.role DESC`;
  const name = place === null ? 'source-uses' : 'source-uses-after';
  const { rows } = await pool.query<UseRow>({ name, text, values });
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const next =
    rows.length > limit && last !== undefined ? writeCursor([last.at.getTime(), last.id, last.role]) : null;
  return `{"items":[${items.map(({ body }) => body).join(',')}],"nextCursor":${JSON.stringify(next)}}`;
}

const after = ([at, id, role]: z.infer<typeof Place>): Sql =>
  Prisma.sql`WHERE (created_at, id, role) < (to_timestamp(${at / 1000}::float8), ${id}::uuid, ${role})`;
