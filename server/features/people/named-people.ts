/**
 * Whose name can be printed beside what they did: people of the newsroom, and those whose work came in with a story.
 *
 * The latter are said to be from elsewhere wherever they are named: a document may call its people as ours are called.
 */
import { Prisma, type Queryable } from '../../database/client.ts';
import { visibleTo } from '../articles/access.ts';

/** For raw SQL, in place of a table: ids and names. */
export const NAMED_PEOPLE_SQL =
  "(SELECT id, name FROM users UNION ALL SELECT id, name || ' (elsewhere)' FROM story_people)";
export const NAMED_PEOPLE = Prisma.raw(NAMED_PEOPLE_SQL);

/** The same, each as the document calls them that they came with. */
export const PEOPLE_AS_WRITTEN = Prisma.raw(
  '(SELECT id, name FROM users UNION ALL SELECT id, name FROM story_people)',
);

/**
 * For raw SQL: true where what was done by `by` is this account's to answer for: its own, and what came with a story that it
 * brought in. Nobody brings in their own verdicts under other names and reviews them.
 */
export const answersFor = (account: string, by: string): string =>
  `(${by} = ${account} OR EXISTS (SELECT FROM story_people p WHERE p.id = ${by} AND p.brought_by_id = ${account}))`;

/** Those of these ids that are people from elsewhere, of stories that this person may see, with their names as written. */
export const selectPeopleElsewhere = (
  db: Queryable,
  user: { readonly id: string },
  ids: readonly string[],
): Promise<{ id: string; name: string; articleId: string }[]> =>
  db.$queryRaw`
    SELECT p.id, p.name, p.article_id AS "articleId" FROM story_people p JOIN articles a ON a.id = p.article_id
    WHERE p.id = ANY(${ids}::uuid[]) AND ${visibleTo(user)} ORDER BY p.id`;
