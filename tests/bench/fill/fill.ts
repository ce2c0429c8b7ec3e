/** Fill a database with stories, claims and the people who work on them; the same on every run. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { hashPassword } from '../../../server/features/people/passwords.ts';
import { claimStatements } from './claims.ts';
import { FUNCTIONS, OF, sqlList } from './functions.ts';
import { type Stories, storyStatements } from './text.ts';
import { NAME_BEGINNINGS, NAME_ENDINGS } from './words.ts';

export interface Filled {
  /** Who reads and writes in the bench: a reviewer, who may do all that can be done with a claim. */
  readonly reader: { readonly email: string; readonly password: string };
  /** The story of many sentences. */
  readonly longStory: string;
  readonly claims: number;
  readonly stories: number;
}

const PEOPLE = ['Bench editor', 'Bench checker', 'Bench reviewer'] as const;

/** @param sizes the stories of ordinary length, and the long one */
export async function fill(url: string, ordinary: Stories, long: Stories): Promise<Filled> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(FUNCTIONS);
    const password = randomBytes(18).toString('base64url');
    await addPeople(client, await hashPassword(password));
    await addSources(client);
    for (const stories of [ordinary, long])
      for (const statement of [...storyStatements(stories), ...claimStatements(stories)])
        await client.query(statement);
    await client.query('VACUUM ANALYZE');
    const counted = await client.query<{ stories: number; claims: number; long: string }>(
      `SELECT (SELECT count(*)::int FROM articles) AS stories, (SELECT count(*)::int FROM claims) AS claims,
        (SELECT article_id FROM sentences GROUP BY article_id ORDER BY count(*) DESC LIMIT 1) AS long`,
    );
    const [row] = counted.rows;
    if (row === undefined) throw new Error('nothing was filled in');
    return {
      reader: { email: emailOf(PEOPLE.length), password },
      longStory: row.long,
      claims: row.claims,
      stories: row.stories,
    };
  } finally {
    await client.end();
  }
}

const emailOf = (number: number) => `person${number}@bench.test`;

async function addPeople(client: pg.Client, passwordHash: string): Promise<void> {
  for (const [index, name] of PEOPLE.entries())
    await client.query(
      `INSERT INTO users (id, name, email, role, password_hash, created_at)
       VALUES (pg_temp.id_of(${OF.user}, $1), $2, $3, $4, $5, pg_temp.moment(0))`,
      [index + 1, name, emailOf(index + 1), index === 2 ? 'reviewer' : 'editor', passwordHash],
    );
}

async function addSources(client: pg.Client): Promise<void> {
  await client.query(
    `INSERT INTO sources (id, name, kind, aliases, search, created_by_id, created_at)
     SELECT pg_temp.id_of(${OF.source}, n), name, 'person', '{}', lower(name), pg_temp.id_of(${OF.user}, 1),
       pg_temp.moment(n)
     FROM (SELECT n, 'Office of ' || pg_temp.pick(${sqlList(NAME_BEGINNINGS)}, n, 31)
       || pg_temp.pick(${sqlList(NAME_ENDINGS)}, n, 32) || ' ' || n AS name FROM generate_series(0, 199) n) named`,
  );
}
