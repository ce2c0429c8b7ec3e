/** Claims over all stories, newest first. */
import type { Pool } from 'pg';
import { z } from 'zod';
import type { ListClaims } from '../../contract/claims.ts';
import { Id } from '../../contract/common.ts';
import type { QueryOf } from '../../contract/endpoint.ts';
import { Prisma } from '../../database/client.ts';
import { readCursor, writeCursor } from '../../http/cursor.ts';
import { claimFilter } from './claim-filter.ts';
import { CLAIM_JOINS, type ClaimReader, LISTED_CLAIM_JSON, readerOf } from './claim-json.ts';

/** Where a page ended: the last claim's time, in milliseconds up to the end of the year 9999, and its id. */
const Place = z.tuple([z.int().min(0).max(253_402_300_799_999), Id]);

interface Row {
  readonly id: string;
  readonly at: Date;
  readonly body: string;
}

/**
 * One page, as `GET /api/claims` answers: the whole body as JSON text.
 *
 * The page is chosen from claims and stories alone; only its own claims are then joined with their words and checks.
 *
 * @throws Refusal INVALID for a cursor that no answer gave
 */
export async function selectClaimsText(
  pool: Pool,
  user: ClaimReader,
  { cursor, limit, ...filters }: QueryOf<typeof ListClaims>,
): Promise<string> {
  const place = readCursor(cursor, Place);
  // Put together anew each time it is looked at, so looked at once.
  const { text, values } = Prisma.sql`
    SELECT c.id, c.created_at AS at, ${LISTED_CLAIM_JSON}::text AS body
    FROM ${readerOf(user)}, (
      SELECT c.* FROM claims c JOIN articles a ON a.id = c.article_id
      WHERE ${claimFilter(user, filters)} ${place === null ? Prisma.empty : after(place)}
      ORDER BY c.created_at DESC, c.id DESC LIMIT ${limit + 1}
    ) c JOIN articles a ON a.id = c.article_id ${CLAIM_JOINS}
    ORDER BY c.created_at DESC, c.id DESC`;
  const { rows } = await pool.query<Row>({ name: nameOf(text), text, values });
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const next = rows.length > limit && last !== undefined ? writeCursor([last.at.getTime(), last.id]) : null;
  return `{"items":[${items.map(({ body }) => body).join(',')}],"nextCursor":${JSON.stringify(next)}}`;
}

const after = ([at, id]: z.infer<typeof Place>) =>
  Prisma.sql`AND (c.created_at, c.id) < (to_timestamp(${at / 1000}::float8), ${id}::uuid)`;

/** One prepared statement for each combination of filters: by its text, of which there are not many. */
const names = new Map<string, string>();

function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = `claims-${names.size}`;
  names.set(text, name);
  return name;
}
