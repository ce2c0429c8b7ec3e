/** Stories as rows. */
import { z } from 'zod';
import type { ListArticles, Priority } from '../../contract/articles.ts';
import type { ClaimStatus } from '../../contract/claims.ts';
import { Time } from '../../contract/common.ts';
import type { QueryOf } from '../../contract/endpoint.ts';
import { Prisma, type Queryable } from '../../database/client.ts';
import { readCursor, writeCursor } from '../../http/cursor.ts';
import { visibleTo } from './access.ts';
import { articleFilter } from './article-filter.ts';

export interface ArticleRow {
  readonly id: string;
  readonly title: string;
  readonly byline: string | null;
  readonly agency: string | null;
  readonly dateline: string | null;
  readonly publishedAt: Date | null;
  readonly language: string;
  readonly sourceUrl: string | null;
  readonly deadline: Date | null;
  readonly priority: Priority;
  readonly access: 'newsroom' | 'restricted';
  readonly status: 'checking' | 'signed_off' | 'archived';
  readonly currentRevision: number;
  readonly version: number;
  readonly head: number;
  readonly createdById: string;
  readonly createdAt: Date;
}

const COLUMNS = Prisma.sql`a.id, a.title, a.byline, a.agency, a.dateline, a.published_at AS "publishedAt", a.language,
  a.source_url AS "sourceUrl", a.deadline, a.priority, a.access, a.status, a.current_revision AS "currentRevision",
  a.version, a.head, a.created_by_id AS "createdById", a.created_at AS "createdAt"`;

interface Reader {
  readonly id: string;
}

/** A story that this person may see. */
export async function selectOptionalArticle(
  db: Queryable,
  user: Reader,
  articleId: string,
): Promise<ArticleRow | undefined> {
  const [row] = await db.$queryRaw<ArticleRow[]>`
    SELECT ${COLUMNS} FROM articles a WHERE a.id = ${articleId}::uuid AND ${visibleTo(user)}`;
  return row;
}

export async function selectMemberIds(db: Queryable, articleId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ user_id: string }[]>`
    SELECT user_id FROM article_members WHERE article_id = ${articleId}::uuid ORDER BY user_id`;
  return rows.map((row) => row.user_id);
}

export interface LastSignOffRow {
  readonly revision: number;
  readonly by: string;
  readonly at: Date;
  readonly endedAt: Date | null;
  readonly endedBy: string | null;
  readonly endedBecause: 'reopened' | 'new_revision' | null;
  readonly endedReason: string | null;
}

/** The newest sign-off of a story: where one stands, it is that. */
export async function selectLastSignOff(
  db: Queryable,
  articleId: string,
): Promise<LastSignOffRow | undefined> {
  const [row] = await db.$queryRaw<LastSignOffRow[]>`
    SELECT revision, by_id AS by, at, ended_at AS "endedAt", ended_by_id AS "endedBy", ended_because AS "endedBecause",
      ended_reason AS "endedReason"
    FROM sign_offs WHERE article_id = ${articleId}::uuid ORDER BY at DESC, id DESC LIMIT 1`;
  return row;
}

/** Texts that were left out of a story's revision on import. */
export async function selectFurniture(db: Queryable, articleId: string, revision: number): Promise<string[]> {
  const [row] = await db.$queryRaw<{ furniture: unknown }[]>`
    SELECT furniture FROM revisions WHERE article_id = ${articleId}::uuid AND number = ${revision}`;
  return z.array(z.string()).parse(row?.furniture ?? []);
}

/** The deadline of the last row, null for one without, and its id. */
const DeskKey = z.tuple([Time.nullable(), z.uuid()]);
/** As an instant: PostgreSQL takes fewer offsets from UTC than ISO 8601 has. */
const deadlineOf = ([deadline]: z.infer<typeof DeskKey>) => (deadline === null ? null : new Date(deadline));

/** Stories by deadline, soonest first, those without one last. One more than the page tells whether there is another. */
export async function selectArticles(
  db: Queryable,
  user: Reader,
  query: QueryOf<typeof ListArticles>,
): Promise<{ rows: ArticleRow[]; nextCursor: string | null }> {
  const after = readCursor(query.cursor, DeskKey);
  // Without a status the desk shows all but the archived.
  const conditions = [articleFilter(user, { ...query, status: query.status ?? 'not_archived' })];
  if (after !== null)
    conditions.push(Prisma.sql`(COALESCE(a.deadline, 'infinity'::timestamptz), a.id)
      > (COALESCE(${deadlineOf(after)}::timestamptz, 'infinity'::timestamptz), ${after[1]}::uuid)`);
  const rows = await db.$queryRaw<ArticleRow[]>`
    SELECT ${COLUMNS} FROM articles a WHERE ${Prisma.join(conditions, ' AND ')}
    ORDER BY COALESCE(a.deadline, 'infinity'::timestamptz), a.id LIMIT ${query.limit + 1}`;
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  const more = rows.length > query.limit && last !== undefined;
  return {
    rows: shown,
    nextCursor: more ? writeCursor([last.deadline?.toISOString() ?? null, last.id]) : null,
  };
}

/** How many claims each story has in each status; a status without claims has no row. */
export function selectCounts(
  db: Queryable,
  articleIds: readonly string[],
): Promise<{ articleId: string; status: ClaimStatus; count: number }[]> {
  return db.$queryRaw`
    SELECT article_id AS "articleId", status, count(*)::int AS count FROM claims
    WHERE article_id = ANY(${articleIds}::uuid[]) AND erased_at IS NULL GROUP BY article_id, status`;
}

/** Stories that this person may see and that hold the same text in any revision, newest first. */
export function selectSameText(
  db: Queryable,
  user: Reader,
  sha256: Buffer,
): Promise<{ id: string; title: string; createdAt: Date }[]> {
  return db.$queryRaw`
    SELECT a.id, a.title, a.created_at AS "createdAt" FROM articles a
    WHERE ${visibleTo(user)} AND EXISTS (SELECT 1 FROM revisions r WHERE r.article_id = a.id AND r.sha256 = ${sha256})
    ORDER BY a.created_at DESC, a.id LIMIT 10`;
}
