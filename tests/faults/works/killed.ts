/** `kill -9` of the server, then of PostgreSQL, again and again while people write. */
import { setTimeout } from 'node:timers/promises';
import { type Crew, gather, judged } from '../crew.ts';
import { openDesk } from '../desk.ts';
import type { Fault, Ground } from '../fault.ts';
import { catchUp } from '../follow.ts';
import { quantile } from '../words.ts';

/** Writes that are acknowledged between one kill and the next: it is killed at work. */
const BETWEEN = 8;

export const killed: Fault = async (ground) => {
  const [editors, reviewers, times] = ground.quick ? [4, 1, 2] : [12, 4, 20];
  const desk = await openDesk(ground, { editors, reviewers });
  const [server] = desk.servers;
  if (server === undefined) throw new Error('no server was started');
  const crew = await gather(ground, desk);
  let isOver = false;
  const working = crew.work(Number.POSITIVE_INFINITY, () => isOver);
  // It is waited for below; until then a failure is no unhandled one.
  working.catch(() => {});
  const ofServer = await killAgain(ground, crew, server.url, times, async () => {
    await server.kill();
    await server.start();
  });
  const ofDatabase = await killAgain(ground, crew, server.url, times, async () => {
    await desk.postgres.kill();
    await desk.postgres.start();
  });
  isOver = true;
  await working;
  for (const { client, replica } of crew.members) await catchUp(client, crew.article.id, replica);
  const { broken, seen } = await judged(ground, desk, crew);
  const told = (what: string, seconds: readonly number[]) =>
    `back after ${what} was killed: median ${quantile(seconds, 0.5).toFixed(1)} s, at most ${Math.max(...seconds).toFixed(1)} s (reach 5 s)`;
  return {
    test: 'kill -9 of the server, then of PostgreSQL, in mid-load',
    size: `${times} times each, ${crew.people.length} people writing`,
    broken,
    seen: [told('the server', ofServer), told('PostgreSQL', ofDatabase), ...seen],
  };
};

/** @returns seconds from each kill until the server says that it is ready, with the start that it takes */
async function killAgain(
  ground: Ground,
  crew: Crew,
  url: string,
  times: number,
  killAndStart: () => Promise<void>,
): Promise<number[]> {
  const seconds: number[] = [];
  for (let time = 1; time <= times; time += 1) {
    const before = crew.acknowledged();
    const end = performance.now() + 120_000;
    while (crew.acknowledged() < before + BETWEEN) {
      if (performance.now() > end) throw new Error('nothing was acknowledged for two minutes');
      await setTimeout(20);
    }
    const began = performance.now();
    await killAndStart();
    await untilReady(url);
    seconds.push((performance.now() - began) / 1000);
    ground.say(`killed ${time} times, back after ${seconds.at(-1)?.toFixed(1)} s`);
  }
  return seconds;
}

/** @throws Error where it is not ready within a minute */
export async function untilReady(url: string): Promise<void> {
  for (const end = performance.now() + 60_000; performance.now() < end; ) {
    const isReady = await fetch(`${url}/api/ready`, { signal: AbortSignal.timeout(5000) }).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    await setTimeout(20);
  }
  throw new Error('the server did not become ready within a minute');
}
