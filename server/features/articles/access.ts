/** Which stories a person may see, in one place for every list, search, export and change. */
import type { Role } from '../../contract/people.ts';
import { Refusal } from '../../contract/problem.ts';
import { asBytea, Prisma, type Queryable } from '../../database/client.ts';
import type { Head } from '../../database/events.ts';
import type { Prisma as Types } from '../../database/generated/client.ts';
import type { SeenArticle } from './last-seen.ts';

interface Reader {
  readonly id: string;
}

/** For raw SQL over `articles AS a`: true where this person may see the story. Admins are no exception. */
export const visibleTo = (user: Reader): Types.Sql => visible(Prisma.sql`${user.id}::uuid`);

const visible = (userId: Types.Sql): Types.Sql => Prisma.sql`(a.access = 'newsroom' OR EXISTS (
    SELECT 1 FROM article_members m WHERE m.article_id = a.id AND m.user_id = ${userId}))`;

export interface LockedArticle {
  readonly id: string;
  readonly status: 'checking' | 'signed_off' | 'archived';
  readonly access: 'newsroom' | 'restricted';
  readonly currentRevision: number;
  readonly version: number;
}

/** Who writes, as they were when their request came in. */
interface Writer extends Reader {
  readonly role: Role;
}

/**
 * Lock a story's row until the transaction ends: changes to one story come one after the other, so what a decision
 * was made on is still so when it is written.
 *
 * What may have changed while this waited for the lock is asked after it, by a statement of its own: the one that
 * waits sees who may see the story, and who the writer is, as it was before.
 *
 * @throws Refusal NOT_FOUND also where the story is not for this person, NOT_SIGNED_IN where they were deactivated or
 *   given another role since their request came in
 */
export async function lockArticle(tx: Queryable, user: Writer, articleId: string): Promise<LockedArticle> {
  const [[article], [now]] = await Promise.all([
    lockRow(tx, user, articleId),
    tx.$queryRaw<{ isAnother: boolean }[]>`
      SELECT ${isAnother(user)} AS "isAnother"
      FROM articles a WHERE a.id = ${articleId}::uuid AND ${visibleTo(user)}`,
  ]);
  if (article === undefined || now === undefined) throw new Refusal('NOT_FOUND');
  if (now.isAnother) throw new Refusal('NOT_SIGNED_IN');
  return article;
}

/**
 * `lockArticle`, and the next number of the story's stream in the same two statements, for the busiest writes.
 *
 * The second one begins when the row is locked: it waits for nobody, and sees the link of the event before.
 *
 * @throws Refusal as `lockArticle` does
 */
export async function lockArticleAndHead(
  tx: Queryable,
  user: Writer,
  articleId: string,
): Promise<{ article: LockedArticle; head: Head }> {
  const [[article], [now]] = await Promise.all([
    lockRow(tx, user, articleId),
    tx.$queryRaw<(Head & { isAnother: boolean })[]>`
      WITH taken AS (
        UPDATE articles a SET head = a.head + 1 WHERE a.id = ${articleId}::uuid AND ${visibleTo(user)}
        RETURNING a.id, a.head
      )
      SELECT taken.head AS seq, ${isAnother(user)} AS "isAnother",
        (SELECT e.link FROM events e WHERE e.stream_id = taken.id AND e.seq = taken.head - 1) AS previous
      FROM taken`,
  ]);
  if (article === undefined || now === undefined) throw new Refusal('NOT_FOUND');
  if (now.isAnother) throw new Refusal('NOT_SIGNED_IN');
  return { article, head: { seq: now.seq, previous: now.previous } };
}

/** Columns of `told` that `takenAsSeen` compares, and what they hold. */
export const SEEN_COLUMNS =
  'article_id uuid, head int, last_link bytea, status "ArticleStatus", revision int, user_id uuid, role "Role"';

export function seenValues(user: Writer, { article, head }: SeenArticle): Record<string, unknown> {
  return {
    article_id: article.id,
    head: head.seq,
    last_link: asBytea(head.link),
    status: article.status,
    revision: article.currentRevision,
    user_id: user.id,
    role: user.role,
  };
}

/**
 * For raw SQL over rows `told`: lock their stories `AS a`, each where nothing happened to it since it was seen, nobody
 * holds it at this moment and its writer may see it. It waits for nobody, so what it finds about the writer is of this
 * moment as well.
 *
 * @param also what else has to be so, about `told` and `a`
 */
export const takenAsSeen = (also: Types.Sql): Types.Sql => Prisma.sql`
  SELECT a.id FROM articles a
  WHERE a.id = told.article_id AND a.head = told.head AND a.status = told.status AND a.current_revision = told.revision
    AND ${visible(Prisma.sql`told.user_id`)} AND NOT ${another(Prisma.sql`told.user_id`, Prisma.sql`told.role`)}
    AND EXISTS (SELECT 1 FROM events e WHERE e.stream_id = a.id AND e.seq = a.head AND e.link = told.last_link)
    AND ${also}
  FOR UPDATE OF a SKIP LOCKED`;

const lockRow = (tx: Queryable, user: Writer, articleId: string) => tx.$queryRaw<LockedArticle[]>`
  SELECT a.id, a.status, a.access, a.current_revision AS "currentRevision", a.version
  FROM articles a WHERE a.id = ${articleId}::uuid AND ${visibleTo(user)} FOR UPDATE`;

/** True where the writer was deactivated or given another role since their request came in. */
const isAnother = (user: Writer): Types.Sql =>
  another(Prisma.sql`${user.id}::uuid`, Prisma.sql`${user.role}::"Role"`);

const another = (id: Types.Sql, role: Types.Sql): Types.Sql =>
  Prisma.sql`EXISTS (SELECT 1 FROM users u WHERE u.id = ${id} AND (NOT u.active OR u.role <> ${role}))`;

/**
 * The same story for reading, without a lock.
 *
 * @throws Refusal NOT_FOUND also where the story is not for this person
 */
export async function requireArticle(db: Queryable, user: Reader, articleId: string): Promise<LockedArticle> {
  const [article] = await db.$queryRaw<LockedArticle[]>`
    SELECT a.id, a.status, a.access, a.current_revision AS "currentRevision", a.version
    FROM articles a WHERE a.id = ${articleId}::uuid AND ${visibleTo(user)}`;
  if (article === undefined) throw new Refusal('NOT_FOUND');
  return article;
}
