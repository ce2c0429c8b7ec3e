/** Two servers on one database: one of them is killed, or their clocks differ. */
import path from 'node:path';
import { gather, judged } from '../crew.ts';
import { openDesk } from '../desk.ts';
import type { Fault } from '../fault.ts';
import { count, sum } from '../words.ts';

export const clocksApart: Fault = async (ground) => {
  const [editors, reviewers, each] = ground.quick ? [4, 1, 8] : [16, 4, 25];
  const clock = ['--import', path.join(import.meta.dirname, '..', 'shifted-clock.js')];
  const desk = await openDesk(ground, {
    ...{ editors, reviewers, servers: 2, nodeArgs: [[], clock] },
    environments: [{}, { FAULTS_HOURS: '1' }],
  });
  const crew = await gather(ground, desk);
  // Everyone goes back and forth between the two with each connection, with the session that the first one opened.
  const [near, ahead] = desk.line.targets;
  if (near === undefined || ahead === undefined) throw new Error('two servers are needed');
  let turn = 0;
  const turning = setInterval(() => {
    turn += 1;
    desk.line.targets = turn % 2 === 0 ? [near, ahead] : [ahead, near];
    desk.line.cutAll();
  }, 1000);
  ground.undo.push(async () => clearInterval(turning));
  const following = crew.follow();
  await crew.work(each);
  clearInterval(turning);
  const late = await following.end();
  const { broken, seen } = await judged(ground, desk, crew);
  const { rows } = await desk.sql.query<{ back: number; hours: number }>(
    `SELECT count(*) FILTER (WHERE at < before)::int AS back,
      extract(epoch FROM max(at) - min(at))::int / 3600.0 AS hours
     FROM (SELECT at, lag(at) OVER (ORDER BY seq) AS before FROM events WHERE stream_id = $1) told`,
    [crew.article.id],
  );
  const [{ back, hours } = { back: 0, hours: 0 }] = rows;
  if (back === 0)
    broken.push('no event has an earlier time than the one before it: both clocks were not in use');
  return {
    test: 'two servers whose clocks are an hour apart',
    size: `${crew.people.length} people, ${crew.people.length * each} deeds, taking turns between the two`,
    broken: [...late, ...broken],
    seen: [
      `${back} events have an earlier time than the one before them, over ${Number(hours).toFixed(1)} hours; all came in the order of their numbers to everyone, by streams that went over to the other server ${count(sum(following.resumes()))} times`,
      ...seen,
    ],
  };
};

export const oneOfTwo: Fault = async (ground) => {
  const [editors, reviewers, each] = ground.quick ? [4, 1, 8] : [16, 4, 25];
  const desk = await openDesk(ground, { editors, reviewers, servers: 2 });
  const crew = await gather(ground, desk);
  const following = crew.follow();
  const working = crew.work(each);
  working.catch(() => {});
  const half = (crew.people.length * each) / 3;
  for (let isWriting = true; isWriting && crew.acknowledged() < half; )
    isWriting = await Promise.race([
      working.then(() => false),
      new Promise<boolean>((resolve) => setTimeout(() => resolve(true), 20)),
    ]);
  await desk.servers[0]?.kill();
  const heads = crew.members.map(({ replica }) => replica.head());
  const before = following.resumes();
  await working;
  const late = await following.end();
  const after = following.resumes();
  // All were on the first one: the line leads there as long as it takes connections.
  if (after.some((resumes, number) => resumes <= (before[number] ?? 0)))
    late.push('somebody’s stream was not broken by the kill');
  const { broken, seen } = await judged(ground, desk, crew);
  return {
    test: 'two servers, one killed: its readers go on at the other',
    size: `${crew.people.length} people, ${crew.people.length * each} deeds`,
    broken: [...late, ...broken],
    seen: [
      `when it was killed, the streams of all ${count(heads.length)} readers had told events up to ${Math.min(...heads)} to ${Math.max(...heads)}; at the other each went on with the next one, no gap, none twice`,
      ...seen,
    ],
  };
};
