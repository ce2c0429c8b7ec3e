/** Very many readers on one story, while it changes ten times a second. */
import { setTimeout as sleep } from 'node:timers/promises';
import { uuidv7 } from 'uuidv7';
import type { Meant } from '../client.ts';
import { type Crew, gather, headOf, judged, type Member } from '../crew.ts';
import { type Desk, openDesk } from '../desk.ts';
import { mark, newToken } from '../editor.ts';
import type { Fault, Ground } from '../fault.ts';
import { catchUp } from '../follow.ts';
import { startBare } from '../readers/bare.ts';
import { clock } from '../readers/clock.ts';
import { openCrowd } from '../readers/crowd-side.ts';
import type { Delays, Sent } from '../readers/crowd-words.ts';
import { type Held, openFiles, watchMemory } from '../readers/memory.ts';
import { openReplica } from '../replica.ts';
import { openStream } from '../stream.ts';
import { count } from '../words.ts';

/** Milliseconds to all readers, for 99 of 100 events. */
const REACH = 250;
/** How much more the server may hold in the last third of the time than in the first. */
const FLAT = 1.1;
/** Events a second. */
const PACE = 10;
/** Streams that one person may have open at a server. */
const OF_ONE = 100;
/** Files and connections beside those of the readers. */
const BESIDE = 300;
const WRITERS = 5;

interface Wanted {
  readonly readers: number;
  readonly seconds: number;
  /** Comments of full length in the story before: more than all buffers on a slow reader's way hold. */
  readonly long: number;
}

export const readers: Fault = async (ground) => {
  const wanted: Wanted = ground.quick
    ? { readers: 200, seconds: 10, long: 400 }
    : { readers: 2_000, seconds: 60, long: 400 };
  const named = {
    test: `${count(wanted.readers)} readers on one story, ${PACE} events a second through PostgreSQL`,
    size: `${count(wanted.seconds * PACE)} events to each of them`,
  };
  const files = await openFiles('self');
  if (files !== null && files.most < wanted.readers + BESIDE)
    return { ...named, broken: [], seen: [], skipped: `only ${files.most} files may be open (ulimit -n)` };

  const desk = await openDesk(ground, { editors: Math.ceil(wanted.readers / OF_ONE), reviewers: 1 });
  const crew = await gather(ground, desk);
  const slowOne = crew.members.at(-1);
  if (slowOne === undefined) throw new Error('nobody is there');
  const claimIds = await prepare(ground, crew, wanted.long);
  const slow = await openSlow(ground, desk, crew, slowOne);
  const ours = await measured(ground, desk, crew, { wanted, claimIds });
  const dropped = await slow.end();
  const bare = await bareLoop(ground, desk, { wanted, frames: ours.frames });
  for (const { client, replica } of crew.members)
    if (replica !== slowOne.replica) await catchUp(client, crew.article.id, replica);
  const whole = await judged(ground, desk, crew);
  return {
    ...named,
    broken: [...ours.broken, ...dropped.broken, ...bare.broken, ...whole.broken],
    seen: [...ours.seen, ...bare.seen, ...dropped.seen, ...whole.seen],
  };
};

/** A claim of each writer, with long comments in all. */
async function prepare(ground: Ground, { article, members }: Crew, long: number): Promise<string[]> {
  ground.say(`${count(long)} long comments for the slow reader`);
  const writers = members.slice(0, WRITERS);
  return Promise.all(
    writers.map(async ({ client }) => {
      const marked = mark({ article, chance: ground.chance });
      await client.write(marked);
      for (let written = 0; written < long / writers.length; written += 1) {
        // Three bytes each in UTF-8.
        await client.write(comment(marked.claimId, `${newToken()} ${'–'.repeat(9_900)}`));
      }
      return marked.claimId;
    }),
  );
}

/** @param token its words, which nothing else says */
const comment = (claimId: string, token: string): Meant => ({
  ...{ method: 'POST', path: `/api/claims/${claimId}/comments`, type: 'comment.added', claimId, token },
  body: { id: uuidv7(), body: token },
});

/** One who begins at the beginning, and takes nothing. */
async function openSlow(ground: Ground, desk: Desk, { article }: Crew, { cookie, replica }: Member) {
  const stream = openStream({ line: desk.line, cookie, articleId: article.id, replica });
  ground.undo.push(() => stream.close());
  if (!(await stream.until(1))) throw new Error('the slow reader was told nothing');
  stream.pause();
  const [at, since] = [replica.head(), performance.now()];
  return {
    end: async () => {
      const seconds = (performance.now() - since) / 1000;
      stream.resume();
      const head = await headOf(desk, article.id);
      const isTold = await stream.until(head);
      const broken = isTold ? [] : [`the slow reader was told up to ${replica.head()} of ${head}`];
      if (stream.resumes === 0) broken.push('the slow reader was never sent away');
      await stream.close();
      return {
        broken,
        seen: [
          `a slow reader stopped at event ${at} and took nothing for ${seconds.toFixed(0)} s: sent away, it came back ${stream.resumes} times, and was told all up to ${head}, no gap, none twice`,
        ],
      };
    },
  };
}

interface Measuring {
  readonly wanted: Wanted;
  readonly claimIds: readonly string[];
}

/** Many follow, some write. */
async function measured(ground: Ground, desk: Desk, crew: Crew, { wanted, claimIds }: Measuring) {
  const [server] = desk.servers;
  if (server === undefined) throw new Error('no server was started');
  const { article, members } = crew;
  const before = await headOf(desk, article.id);
  const crowd = openCrowd();
  ground.undo.push(() => crowd.close());
  const began = performance.now();
  await crowd.join({
    ...{ host: '127.0.0.1', port: server.port, path: `/api/articles/${article.id}/events`, after: before },
    ...{ readers: wanted.readers, cookies: members.slice(0, -1).map(({ cookie }) => cookie) },
  });
  ground.say(`all readers are there after ${((performance.now() - began) / 1000).toFixed(1)} s`);
  const memory = watchMemory(server.pid);
  const written = await paced(wanted.seconds * PACE, async (number) => {
    const writer = number % claimIds.length;
    const token = newToken();
    await members[writer]?.client.write(comment(claimIds[writer] ?? '', token));
    return token;
  });
  const held = memory();
  const files = await openFiles(server.pid);
  const sent = await numbered(desk, article.id, before, written);
  await crowd.until(await headOf(desk, article.id));
  const { broken: noted, frames, ...delays } = await crowd.tell(sent);
  const broken = [...noted];
  await crowd.close();
  if (sent.length < written.length) broken.push(`${written.length - sent.length} writes are no events`);
  broken.push(...(await otherThanStored(desk, article.id, before, frames)));
  if (delays.toAll.p99 > REACH)
    broken.push(`99 of 100 events reached all within ${ms(delays.toAll.p99)}, not ${REACH} ms`);
  if (held !== null && held.last > held.first * FLAT)
    broken.push(`the server held ${megabytes(held.first)}, then ${megabytes(held.last)}`);
  const seen = [...told('Claimdesk', delays, held), `the server had ${filesOf(files)} open`];
  for (const words of seen) ground.say(words);
  return { broken, frames, seen };
}

/** The same bytes, as often, to as many. */
async function bareLoop(
  ground: Ground,
  { postgres }: Desk,
  { wanted, frames }: { wanted: Wanted; frames: readonly (readonly [number, string])[] },
) {
  const bare = await startBare(postgres.url);
  ground.undo.push(() => bare.close());
  const crowd = openCrowd();
  ground.undo.push(() => crowd.close());
  const { port } = new URL(bare.server.url);
  await crowd.join({
    ...{ host: '127.0.0.1', port: Number(port), path: '/', cookies: [], readers: wanted.readers },
    after: (frames[0]?.[0] ?? 1) - 1,
  });
  ground.say('the bare loop');
  const memory = watchMemory(bare.server.process.pid);
  const written = await paced(frames.length, async (number) => {
    const [, frame = ''] = frames[number] ?? [];
    await bare.write(Buffer.from(frame, 'latin1').toString('utf8'));
    return number;
  });
  const held = memory();
  await crowd.until(frames.at(-1)?.[0] ?? 0);
  const sent = written.map(({ what, ...times }) => ({ seq: frames[what]?.[0] ?? 0, ...times }));
  const { broken, toEach, toAll, fromAnswer } = await crowd.tell(sent);
  await crowd.close();
  return {
    broken: broken.map((words) => `bare loop: ${words}`),
    seen: told('a bare loop beside it', { toEach, toAll, fromAnswer }, held),
  };
}

interface Written<T> {
  readonly what: T;
  readonly at: number;
  readonly answeredAt: number;
}

/** Write in step, however long each takes. */
async function paced<T>(times: number, write: (number: number) => Promise<T>): Promise<Written<T>[]> {
  const under: Promise<Written<T>>[] = [];
  const begin = clock();
  for (let number = 0; number < times; number += 1) {
    await sleep(Math.max(0, begin + (number * 1000) / PACE - clock()));
    const at = clock();
    const writing = write(number).then((what) => ({ what, at, answeredAt: clock() }));
    // It is waited for below; until then a failure is no unhandled one.
    writing.catch(() => {});
    under.push(writing);
  }
  return Promise.all(under);
}

/** Which events tell of these writes, by their words, in plain SQL. */
async function numbered(
  { sql }: Desk,
  articleId: string,
  after: number,
  written: readonly Written<string>[],
): Promise<Sent[]> {
  const { rows } = await sql.query<{ seq: number; token: string }>(
    `SELECT seq, payload #>> '{after,body}' AS token FROM event_payloads WHERE stream_id = $1 AND seq > $2`,
    [articleId, after],
  );
  const seqs = new Map(rows.map(({ seq, token }) => [token, seq]));
  return written.flatMap(({ what, ...times }) => {
    const seq = seqs.get(what);
    return seq === undefined ? [] : [{ seq, ...times }];
  });
}

/** Hold what the first reader was told, which all others were told as well, to the events. */
async function otherThanStored(
  { sql }: Desk,
  articleId: string,
  after: number,
  frames: readonly (readonly [number, string])[],
): Promise<string[]> {
  const replica = openReplica(after);
  const broken: string[] = [];
  const { rows } = await sql.query<{ seq: number; link: string }>(
    `SELECT seq, encode(link, 'hex') AS link FROM events WHERE stream_id = $1 AND seq > $2 ORDER BY seq`,
    [articleId, after],
  );
  for (const [number, { seq, link }] of rows.entries()) {
    const [, frame = ''] = frames[number] ?? [];
    const data = Buffer.from(/^data: (.*)$/m.exec(frame)?.[1] ?? 'null', 'latin1');
    replica.take(JSON.parse(data.toString('utf8')));
    if (replica.head() !== seq || replica.hash() !== link) broken.push(`event ${seq} was told otherwise`);
  }
  if (frames.length !== rows.length) broken.push(`${frames.length} events were told of ${rows.length}`);
  return [...replica.broken, ...broken];
}

const ms = (value: number) => `${value.toFixed(0)} ms`;
const megabytes = (bytes: number) => `${(bytes / 1024 ** 2).toFixed(0)} MB`;
const delay = ({ p50, p99, most }: Delays) => `median ${ms(p50)}, p99 ${ms(p99)}, at most ${ms(most)}`;
const filesOf = (files: { open: number; most: number } | null) =>
  files === null
    ? 'an unknown number of files'
    : `${count(files.open)} files of ${count(files.most)} (ulimit -n)`;

function told(
  whose: string,
  { toEach, toAll, fromAnswer }: Record<'toEach' | 'toAll' | 'fromAnswer', Delays>,
  held: Held | null,
): string[] {
  return [
    `${whose}: from when a write was sent until all had it: ${delay(toAll)} (reach: p99 ${REACH} ms); until each had it: ${delay(toEach)}; from its answer until all had it: ${delay(fromAnswer)}`,
    ...(held === null
      ? []
      : [
          `${whose} held ${megabytes(held.first)} in the first third of the time, ${megabytes(held.last)} in the last`,
        ]),
  ];
}
