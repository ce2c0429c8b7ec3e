/** Whose name can be printed beside what they did: people of the newsroom, and those whose work came in with a story. */
import { Prisma } from '../../database/client.ts';

/** For raw SQL, in place of a table: ids and names. */
export const NAMED_PEOPLE_SQL = '(SELECT id, name FROM users UNION ALL SELECT id, name FROM story_people)';
export const NAMED_PEOPLE = Prisma.raw(NAMED_PEOPLE_SQL);
