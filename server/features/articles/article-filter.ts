/** Which stories are meant, in one place for the desk and for claims of the stories that it lists. */
import type { ArticleStatus } from '../../contract/articles.ts';
import { Prisma } from '../../database/client.ts';
import type { Prisma as Types } from '../../database/generated/client.ts';
import { visibleTo } from './access.ts';

export interface ArticleFilters {
  readonly status?: ArticleStatus | 'not_archived' | undefined;
  /** Words of the story. */
  readonly q?: string | undefined;
  /** Brought in by this person, or with a claim assigned to them. */
  readonly mine?: boolean | undefined;
}

/** The condition that a story `a` fits: for this person's eyes, and as they asked. */
export function articleFilter(user: { readonly id: string }, { status, q, mine }: ArticleFilters): Types.Sql {
  const all: Types.Sql[] = [visibleTo(user)];
  if (status === 'not_archived') all.push(Prisma.sql`a.status <> 'archived'`);
  else if (status !== undefined) all.push(Prisma.sql`a.status = ${status}::"ArticleStatus"`);
  if (q !== undefined && q.trim() !== '') all.push(Prisma.sql`a.search @@ search_query(${q})`);
  if (mine === true)
    all.push(Prisma.sql`(a.created_by_id = ${user.id}::uuid OR EXISTS (SELECT 1 FROM claims own
      WHERE own.article_id = a.id AND own.assignee_id = ${user.id}::uuid AND own.status <> 'withdrawn'))`);
  return Prisma.join(all, ' AND ');
}
