/** Who can be asked to check a claim. */
import type { Article } from '../../../server/contract/articles.ts';
import type { User } from '../../../server/contract/people.ts';

/**
 * The people who can work on a story, as the server takes them: with access, more than viewers, and members where the
 * story is restricted. Whoever is asked already stays among them.
 */
export const assignees = (
  people: Iterable<User>,
  { access, memberIds }: Pick<Article, 'access' | 'memberIds'>,
  assigneeId: string | null,
): User[] =>
  [...people].filter(
    ({ id, active, role }) =>
      id === assigneeId || (active && role !== 'viewer' && (access === 'newsroom' || memberIds.includes(id))),
  );
