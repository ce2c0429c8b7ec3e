/** Which stories a person may see, said in SQL. */
import { Prisma } from './client.ts';
import type { Prisma as Types } from './generated/client.ts';

/**
 * For raw SQL over `articles AS a`: true where the story is there for this person: for their eyes, and not in the bin. Admins
 * are no exception.
 */
export const visible = (userId: Types.Sql): Types.Sql =>
  Prisma.sql`(a.withdrawn_at IS NULL AND ${forTheirEyes(userId)})`;

/** The same of a story wherever it is, in the bin too. */
export const forTheirEyes = (userId: Types.Sql): Types.Sql => Prisma.sql`(a.access = 'newsroom' OR EXISTS (
    SELECT 1 FROM article_members m WHERE m.article_id = a.id AND m.user_id = ${userId}))`;
