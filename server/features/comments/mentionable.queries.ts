/** Whom a comment can name. */
import { z } from 'zod';
import type { ListMentionable } from '../../contract/comments.ts';
import { storable } from '../../contract/common.ts';
import type { AnswerOf, QueryOf } from '../../contract/endpoint.ts';
import { Prisma, type Queryable } from '../../database/client.ts';
import type { Prisma as Types } from '../../database/generated/client.ts';
import { visible } from '../../database/visible.ts';
import { readCursor, writeCursor } from '../../http/cursor.ts';

/** Without accents, and the same in whatever letters of one kind it was typed. */
const folded = (text: Types.Sql): Types.Sql => Prisma.sql`lower(unaccent(normalize(${text}, NFKC)))`;

/**
 * People who may see a story, beside whoever asks, by name. `q` is how the name or a later word of it begins.
 *
 * That the one who asks may see it is asked before.
 */
export async function selectMentionable(
  db: Queryable,
  user: { readonly id: string },
  articleId: string,
  { q, cursor, limit }: QueryOf<typeof ListMentionable>,
): Promise<AnswerOf<typeof ListMentionable>> {
  const after = readCursor(cursor, z.tuple([z.string().max(400).refine(storable), z.uuid()]));
  const rows = await db.$queryRaw<{ id: string; name: string; folded: string }[]>`
    WITH people AS (
      SELECT u.id, u.name, ${folded(Prisma.sql`u.name`)} COLLATE "C" AS folded
      FROM users u JOIN articles a ON a.id = ${articleId}::uuid AND ${visible(Prisma.sql`u.id`)}
      WHERE u.active AND u.id <> ${user.id}::uuid
    ), asked AS (SELECT ${folded(Prisma.sql`${q.trim()}::text`)} AS q)
    SELECT p.id, p.name, p.folded FROM people p, asked
    WHERE (starts_with(p.folded, asked.q) OR strpos(p.folded, ' ' || asked.q) > 0)
      ${after === null ? Prisma.empty : Prisma.sql`AND (p.folded, p.id) > (${after[0]}::text, ${after[1]}::uuid)`}
    ORDER BY p.folded, p.id LIMIT ${limit + 1}`;
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: rows.slice(0, limit).map(({ id, name }) => ({ id, name })),
    nextCursor: last === undefined ? null : writeCursor([last.folded, last.id]),
  };
}
