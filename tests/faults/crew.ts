/** People at work on one story, and what is held to the database when they are done. */
import type { Article } from '../../server/contract/articles.ts';
import { call, ROOT } from '../support/running.ts';
import { chanceOf } from './chance.ts';
import { type Client, openClient } from './client.ts';
import { compareLedgers, walkChains } from './compared.ts';
import { bringIn, cookieOf, type Desk, type Person } from './desk.ts';
import { work } from './editor.ts';
import type { Ground } from './fault.ts';
import { differences, openReplica, type Replica, storedState } from './replica.ts';
import { STORY } from './story.ts';
import { openStream } from './stream.ts';
import { count, shortly } from './words.ts';

export interface Member {
  readonly client: Client;
  readonly replica: Replica;
  readonly cookie: string;
}

export interface Crew {
  readonly article: Article;
  readonly people: readonly Person[];
  readonly members: readonly Member[];
  /** How many writes were acknowledged so far. */
  acknowledged(): number;
  /** Everyone writes so many times, or until it is over. */
  work(times: number, isOver?: () => boolean): Promise<void>;
  /** Everyone follows the story by its stream from now on. */
  follow(): Following;
}

export interface Following {
  /** How often each person's stream broke and was taken up again. */
  resumes(): number[];
  /** Wait until everyone has been told everything, by the stream alone. @returns who was not, a sentence each */
  end(): Promise<string[]>;
}

/** Sign everyone in on the first server, past the line, and bring the story in. */
export async function gather(
  ground: Ground,
  desk: Desk,
  { patience }: { patience?: number } = {},
): Promise<Crew> {
  const people = desk.people.filter(({ role }) => role !== 'admin');
  const [first] = desk.servers;
  if (first === undefined) throw new Error('no server was started');
  const members: Member[] = [];
  for (const person of people) {
    const cookie = await cookieOf(first.url, person);
    const client = openClient({ line: desk.line, cookie, person, ...(patience ? { patience } : {}) });
    ground.undo.push(async () => client.close());
    members.push({ client, replica: openReplica(), cookie });
  }
  const article = await bringIn(first.url, members[0]?.cookie ?? '', STORY);
  return {
    article,
    people,
    members,
    acknowledged: () =>
      members.reduce(
        (sum, { client }) => sum + client.ledger.filter(({ outcome }) => outcome === 'acknowledged').length,
        0,
      ),
    work: async (times, isOver) => {
      await Promise.all(
        members.map(({ client }, number) => {
          const chance = chanceOf(ground.seed + number + 1);
          return work(client, { article, people, chance }, times, isOver);
        }),
      );
    },
    follow: () => {
      const streams = members.map(({ client, cookie, replica }) => ({
        ...{ client, replica },
        stream: openStream({ line: desk.line, cookie, articleId: article.id, replica }),
      }));
      ground.undo.push(() => Promise.all(streams.map(({ stream }) => stream.close())));
      return {
        resumes: () => streams.map(({ stream }) => stream.resumes),
        end: async () => {
          const head = await headOf(desk, article.id);
          const late = await Promise.all(
            streams.map(async ({ client, replica, stream }) =>
              (await stream.until(head))
                ? []
                : [`${client.person.name} was told up to ${replica.head()} of ${head} by the stream`],
            ),
          );
          await Promise.all(streams.map(({ stream }) => stream.close()));
          return late.flat();
        },
      };
    },
  };
}

/** The number of a story's last event. */
export async function headOf({ sql }: Desk, articleId: string): Promise<number> {
  const { rows } = await sql.query<{ head: number }>(
    'SELECT max(seq)::int AS head FROM events WHERE stream_id = $1',
    [articleId],
  );
  return rows[0]?.head ?? 0;
}

/** Hold everything that everyone was told to what is there. */
export async function judged(
  ground: Ground,
  desk: Desk,
  { article, members }: Crew,
): Promise<{ broken: string[]; seen: string[] }> {
  ground.say('comparing');
  const entries = members.flatMap(({ client }) => client.ledger);
  const broken = await compareLedgers(desk.sql, entries);
  for (const { type, key } of entries.filter(({ outcome }) => outcome === 'open'))
    broken.push(`${type} ${key} was never answered`);
  const chains = await walkChains(desk.sql, desk.historyKey);
  broken.push(...chains.broken);
  const verified = await call(process.execPath, ['dist/server/verify-history.js'], {
    cwd: ROOT,
    env: { DATABASE_URL: desk.postgres.url, CLAIMDESK_DATA_DIR: desk.dataDir },
  }).ended;
  if (verified.code !== 0)
    broken.push(`verify-history ended with ${verified.code}: ${verified.printed}${verified.errors}`);
  const stored = await storedState(desk.sql, article.id);
  for (const { client, replica } of members) {
    const whose = client.person.name;
    broken.push(...replica.broken.map((words) => `${whose}: ${words}`));
    broken.push(...differences(whose, replica.state(), stored));
  }
  const failures = new Map<string, number>();
  for (const { client } of members)
    for (const [what, times] of client.failures) failures.set(what, (failures.get(what) ?? 0) + times);
  broken.push(
    ...[...failures]
      .filter(([what]) => /^5(?!03)/.test(what))
      .map(([what, times]) => `${times} times ${what}`),
  );
  const acknowledged = entries.filter(({ outcome }) => outcome === 'acknowledged');
  const refused = entries.filter(({ outcome }) => outcome === 'refused');
  const again = entries.filter(({ tries }) => tries > 1).length;
  const codes = new Map<string, number>();
  for (const { code } of refused) codes.set(String(code), (codes.get(String(code)) ?? 0) + 1);
  return {
    broken: shortly(broken),
    seen: [
      `${count(acknowledged.length)} writes acknowledged, each present once; ${count(refused.length)} refused (${listed(codes)}), none present; ${count(again)} sent more than once (${listed(failures)})`,
      `${count(chains.events)} events, their chains recomputed; ${count(stored.size)} claims`,
    ],
  };
}

const listed = (counts: ReadonlyMap<string, number>) =>
  [...counts].map(([what, times]) => `${what} ${count(times)}`).join(', ') || 'none';
