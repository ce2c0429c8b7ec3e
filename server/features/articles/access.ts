/** Which stories a person may see, in one place for every list, search, export and change. */
import type { Role } from '../../contract/people.ts';
import { Refusal } from '../../contract/problem.ts';
import { asBytea, Prisma, type Queryable } from '../../database/client.ts';
import type { Head } from '../../database/events.ts';
import type { Prisma as Types } from '../../database/generated/client.ts';
import { forTheirEyes, visible } from '../../database/visible.ts';
import type { SeenArticle } from './last-seen.ts';

interface Reader {
  readonly id: string;
}

/**
 * For raw SQL over `articles AS a`: true where the story is there for this person, and not in the bin. Admins are no
 * exception.
 */
export const visibleTo = (user: Reader): Types.Sql => visible(Prisma.sql`${user.id}::uuid`);

/** The same of a story wherever it is, in the bin too: for what left the desk, and for the law. */
export const forEyesOf = (user: Reader): Types.Sql => forTheirEyes(Prisma.sql`${user.id}::uuid`);

/** Whose history is open to whom: of a story in the bin to admins, who find there what the law wants erased. */
export const historyOpenTo = (user: Reader & { readonly role: Role }): Types.Sql =>
  user.role === 'admin' ? forEyesOf(user) : visibleTo(user);

/** The same of a story that lies in the bin. */
export const binnedFor = (user: Reader): Types.Sql =>
  Prisma.sql`(a.withdrawn_at IS NOT NULL AND ${forEyesOf(user)})`;

/** Why a story is not there for this person: it was erased, lies in the bin, or there is none that they may know of. */
export async function absenceOf(db: Queryable, user: Reader, articleId: string): Promise<Refusal> {
  const [binned] = await db.$queryRaw<
    { erasedAt: Date | null; byId: string | null; byName: string | null }[]
  >`
    SELECT a.erased_at AS "erasedAt", e.actor_id AS "byId", e.actor_name AS "byName"
    FROM articles a LEFT JOIN LATERAL (
      SELECT e.actor_id, e.actor_name FROM events e
      WHERE a.erased_at IS NOT NULL AND e.stream_id = a.id AND e.type LIKE '%.erased' AND e.type = 'article.erased'
    ) e ON TRUE
    WHERE a.id = ${articleId}::uuid AND ${binnedFor(user)}`;
  if (binned === undefined) return new Refusal('NOT_FOUND');
  const { erasedAt, byId, byName } = binned;
  if (erasedAt === null || byId === null || byName === null) return new Refusal('STORY_WITHDRAWN');
  return new Refusal('STORY_ERASED', {
    erased: { at: erasedAt.toISOString(), by: { id: byId, name: byName } },
  });
}

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
 * @throws Refusal NOT_FOUND also where the story is not for this person, STORY_WITHDRAWN, STORY_ERASED, NOT_SIGNED_IN where they were
 *   deactivated or given another role since their request came in
 */
export async function lockArticle(tx: Queryable, user: Writer, articleId: string): Promise<LockedArticle> {
  const article = await lockWhere(tx, user, articleId, visibleTo(user));
  if (article === undefined) throw await absenceOf(tx, user, articleId);
  return article;
}

/**
 * `lockArticle` for a story that lies in the bin.
 *
 * @returns null where the story does not lie there
 * @throws Refusal NOT_FOUND also where the story is not for this person, NOT_SIGNED_IN, STORY_ERASED
 */
export async function lockBinned(
  tx: Queryable,
  user: Writer,
  articleId: string,
): Promise<LockedArticle | null> {
  const article = await lockWhere(tx, user, articleId, binnedFor(user));
  if (article === undefined) await requireArticle(tx, user, articleId);
  else {
    const absence = await absenceOf(tx, user, articleId);
    if (absence.code === 'STORY_ERASED') throw absence;
  }
  return article ?? null;
}

/**
 * `lockArticle` for a story wherever it is, in the bin too.
 *
 * @throws Refusal NOT_FOUND also where the story is not for this person, NOT_SIGNED_IN
 */
export async function lockWherever(tx: Queryable, user: Writer, articleId: string): Promise<LockedArticle> {
  const article = await lockWhere(tx, user, articleId, forEyesOf(user));
  if (article === undefined) throw new Refusal('NOT_FOUND');
  return article;
}

async function lockWhere(
  tx: Queryable,
  user: Writer,
  articleId: string,
  seen: Types.Sql,
): Promise<LockedArticle | undefined> {
  const [[article], [now]] = await Promise.all([
    lockRow(tx, articleId, seen),
    tx.$queryRaw<{ isAnother: boolean }[]>`
      SELECT ${isAnother(user)} AS "isAnother" FROM articles a WHERE a.id = ${articleId}::uuid AND ${seen}`,
  ]);
  if (article === undefined || now === undefined) return undefined;
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
    lockRow(tx, articleId, visibleTo(user)),
    tx.$queryRaw<(Head & { isAnother: boolean })[]>`
      WITH taken AS (
        UPDATE articles a SET head = a.head + 1 WHERE a.id = ${articleId}::uuid AND ${visibleTo(user)}
        RETURNING a.id, a.head
      )
      SELECT taken.head AS seq, ${isAnother(user)} AS "isAnother",
        (SELECT e.link FROM events e WHERE e.stream_id = taken.id AND e.seq = taken.head - 1) AS previous
      FROM taken`,
  ]);
  if (article === undefined || now === undefined) throw await absenceOf(tx, user, articleId);
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

const lockRow = (tx: Queryable, articleId: string, seen: Types.Sql) => tx.$queryRaw<LockedArticle[]>`
  SELECT a.id, a.status, a.access, a.current_revision AS "currentRevision", a.version
  FROM articles a WHERE a.id = ${articleId}::uuid AND ${seen} FOR UPDATE`;

/** True where the writer was deactivated or given another role since their request came in. */
const isAnother = (user: Writer): Types.Sql =>
  another(Prisma.sql`${user.id}::uuid`, Prisma.sql`${user.role}::"Role"`);

const another = (id: Types.Sql, role: Types.Sql): Types.Sql =>
  Prisma.sql`EXISTS (SELECT 1 FROM users u WHERE u.id = ${id} AND (NOT u.active OR u.role <> ${role}))`;

/**
 * The same story for reading, without a lock.
 *
 * @throws Refusal NOT_FOUND also where the story is not for this person, STORY_WITHDRAWN, STORY_ERASED
 */
export const requireArticle = (db: Queryable, user: Reader, articleId: string): Promise<LockedArticle> =>
  requireWhere(db, user, { articleId, seen: visibleTo(user) });

/**
 * The same where its history is read.
 *
 * @throws Refusal as `requireArticle` does; to admins one in the bin is there
 */
export const requireHistory = (
  db: Queryable,
  user: Reader & { readonly role: Role },
  articleId: string,
): Promise<LockedArticle> => requireWhere(db, user, { articleId, seen: historyOpenTo(user) });

/**
 * The same for a story wherever it is, in the bin too.
 *
 * @throws Refusal NOT_FOUND also where the story is not for this person
 */
export const requireWherever = (db: Queryable, user: Reader, articleId: string): Promise<LockedArticle> =>
  requireWhere(db, user, { articleId, seen: forEyesOf(user) });

async function requireWhere(
  db: Queryable,
  user: Reader,
  { articleId, seen }: { readonly articleId: string; readonly seen: Types.Sql },
): Promise<LockedArticle> {
  const [article] = await db.$queryRaw<LockedArticle[]>`
    SELECT a.id, a.status, a.access, a.current_revision AS "currentRevision", a.version
    FROM articles a WHERE a.id = ${articleId}::uuid AND ${seen}`;
  if (article === undefined) throw await absenceOf(db, user, articleId);
  return article;
}

/**
 * To be asked once the story is locked: what was erased cannot be changed any more.
 *
 * @throws Refusal ERASED
 */
export async function requireNotErased(
  db: Queryable,
  table: 'claims' | 'evidence' | 'citations' | 'comments',
  id: string,
): Promise<void> {
  const [erased] = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM ${Prisma.raw(table)} WHERE id = ${id}::uuid AND erased_at IS NOT NULL`;
  if (erased !== undefined) throw new Refusal('ERASED');
}
