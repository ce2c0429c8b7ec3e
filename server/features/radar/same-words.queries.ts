/** Stories whose current text has certain words. */
import type { SayingStory } from '../../contract/radar.ts';
import { Prisma, type Queryable } from '../../database/client.ts';
import type { Prisma as Types } from '../../database/generated/client.ts';
import { hasWords, searchedFor, wordKeys } from '../../domain/text/revise/same-words.ts';
import { visibleTo } from '../articles/access.ts';
import { type StoredRevision, selectRevision } from '../articles/revisions.ts';

type Sql = Types.Sql;

export interface Words {
  readonly quote: string;
  /** A BCP 47 tag. */
  readonly language: string;
  /** The story in which they were marked. */
  readonly articleId: string;
}

interface Candidate {
  readonly id: string;
  readonly title: string;
  readonly revision: number;
  readonly language: string;
}

/** So many stories are named; and so many, newest first, are read for words as common as those. */
const MOST_STORIES = 10;
const MOST_READ = 200;

/**
 * Stories that this person may see, newest first, whose current text has the words.
 *
 * The desk's search index names those that have all of them somewhere; only those are read, and compared word by word. As
 * for the desk, words beyond the first 100,000 UTF-16 code units of a story are not found.
 */
export async function selectSaying(
  db: Queryable,
  user: { readonly id: string },
  words: Words,
): Promise<{ stories: SayingStory[]; moreStories: boolean }> {
  const keys = wordKeys(words.quote, words.language);
  if (keys === '') return { stories: [], moreStories: false };
  const candidates = await db.$queryRaw<Candidate[]>(candidatesQuery(user, words));
  const stories: SayingStory[] = [];
  for (const { id, title, revision, language } of candidates) {
    if (!hasWords(keysOf(await selectRevision(db, id, revision), language), keys)) continue;
    if (stories.length === MOST_STORIES) return { stories, moreStories: true };
    stories.push({ id, title, own: id === words.articleId });
  }
  return { stories, moreStories: false };
}

export function candidatesQuery(user: { readonly id: string }, words: Words): Sql {
  const looked = searchedFor(words.quote, words.language);
  const parts = looked.numbers.map((ways) => Prisma.sql`(${Prisma.join(ways.map(plain), ' || ')})`);
  if (looked.words !== null) parts.unshift(plain(looked.words));
  const match =
    looked.words === null
      ? Prisma.sql`a.language = ${words.language}`
      : Prisma.sql`a.search @@ (${Prisma.join(parts, ' && ')})`;
  return Prisma.sql`
    SELECT a.id, a.title, a.current_revision AS revision, a.language FROM articles a
    WHERE ${match} AND ${visibleTo(user)} ORDER BY a.created_at DESC, a.id DESC LIMIT ${MOST_READ}`;
}

/** As `search_vector` and `search_query` read words. */
const plain = (words: string): Sql => Prisma.sql`plainto_tsquery('simple', unaccent(${words}))`;

/** Revisions are kept in memory, and never altered: what was read of one is kept with it. */
const read = new WeakMap<StoredRevision, string>();

function keysOf(revision: StoredRevision, language: string): string {
  const known = read.get(revision);
  if (known !== undefined) return known;
  const keys = wordKeys(revision.text, language);
  read.set(revision, keys);
  return keys;
}
