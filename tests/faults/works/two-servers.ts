/** Two servers on one database: one of them is killed, or their clocks differ. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { certificateFor } from '../../support/certificate.ts';
import { gather, judged } from '../crew.ts';
import { openDesk } from '../desk.ts';
import type { Fault } from '../fault.ts';
import { count, sum } from '../words.ts';
import { assertApart, keysEnd, messagesComeOnce } from './ends.ts';

export const clocksApart: Fault = async (ground) => {
  const [editors, reviewers, each] = ground.quick ? [4, 1, 8] : [16, 4, 25];
  // Of whom webhooks are sent to, on this machine.
  const certificate = certificateFor('127.0.0.1');
  const trusted = path.join(ground.folder, 'receiver.pem');
  await writeFile(trusted, certificate.cert);
  const env = { WEBHOOKS_PRIVATE: 'yes', NODE_EXTRA_CA_CERTS: trusted };
  const clock = ['--import', path.join(import.meta.dirname, '..', 'shifted-clock.js')];
  const desk = await openDesk(ground, {
    ...{ editors, reviewers, servers: 2, nodeArgs: [[], clock] },
    environments: [env, { ...env, FAULTS_HOURS: '1' }],
  });
  await assertApart(desk);
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
  const { rows } = await desk.sql.query<{ back: number; early: number }>(
    `SELECT count(*) FILTER (WHERE at < before)::int AS back,
      extract(epoch FROM max(at) - now())::float8 AS early
     FROM (SELECT at, lag(at) OVER (ORDER BY seq) AS before FROM events WHERE stream_id = $1) told`,
    [crew.article.id],
  );
  const [{ back, early } = { back: 0, early: 0 }] = rows;
  if (early > 1) broken.push(`an event has a time that is ${early} s ahead of the database's`);
  const ends = [await keysEnd(desk), await messagesComeOnce(ground, desk, certificate)];
  return {
    test: 'two servers whose clocks are an hour apart',
    size: `${crew.people.length} people, ${crew.people.length * each} deeds, taking turns between the two`,
    broken: [...late, ...broken, ...ends.flatMap((one) => one.broken)],
    seen: [
      `times are the database's at both; ${back} events have an earlier time than the one before them, and all came in the order of their numbers to everyone, by streams that went over to the other server ${count(sum(following.resumes()))} times`,
      ...ends.flatMap((one) => one.seen),
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
