/** A database that is gone: nobody listens, the line is dead, every connection is held, the disk is full. */
import { setTimeout } from 'node:timers/promises';
import { type Crew, gather, judged } from '../crew.ts';
import { type Desk, openDesk } from '../desk.ts';
import type { Fault, Ground } from '../fault.ts';
import { catchUp } from '../follow.ts';
import { quantile } from '../words.ts';
import { untilReady } from './killed.ts';

/** Seconds within which a refusal has to be there: before the client counts the server as away. */
const REACH = 20;

export const databaseGone: Fault = (ground) =>
  away(ground, 'database gone: nobody listens where it was', async ({ postgres }, forSoLong) => {
    await postgres.halt();
    await forSoLong();
    await postgres.start();
  });

export const databaseSilent: Fault = (ground) =>
  away(
    ground,
    'database gone: the line to it is dead and says nothing',
    async ({ databaseLine }, forSoLong) => {
      databaseLine.state = 'silent';
      await forSoLong();
      // As when the line is back: what was under way is not.
      databaseLine.state = 'open';
      databaseLine.cutAll();
    },
  );

export const poolExhausted: Fault = (ground) =>
  away(ground, 'pool exhausted: what every write waits for is held', async ({ sql }, forSoLong) => {
    const holder = await sql.connect();
    try {
      await holder.query('BEGIN; LOCK TABLE articles IN ACCESS EXCLUSIVE MODE');
      await forSoLong();
    } finally {
      await holder.query('ROLLBACK');
      holder.release();
    }
  });

type Ending = (desk: Desk, forSoLong: () => Promise<void>) => Promise<void>;

/** Let people write on while something is away, ask for pages and for what needs the database, then let it come back. */
export async function away(
  ground: Ground,
  test: string,
  ending: Ending,
  wanted: { readonly databaseFolder?: string } = {},
): ReturnType<Fault> {
  const [editors, reviewers, seconds] = ground.quick ? [4, 1, 12] : [24, 8, 30];
  const desk = await openDesk(ground, { editors, reviewers, ...wanted });
  const crew = await gather(ground, desk);
  const [server] = desk.servers;
  if (server === undefined) throw new Error('no server was started');
  let isOver = false;
  const working = crew.work(Number.POSITIVE_INFINITY, () => isOver);
  working.catch(() => {});
  await acknowledges(crew, 10);
  const probes = openProbes(server.url, crew);
  ground.say(`away for ${seconds} s`);
  await ending(desk, async () => {
    await probes.ask(seconds);
  });
  const began = performance.now();
  await untilReady(server.url);
  await acknowledges(crew, 10);
  const back = (performance.now() - began) / 1000;
  isOver = true;
  await working;
  for (const { client, replica } of crew.members) await catchUp(client, crew.article.id, replica);
  const { broken, seen } = await judged(ground, desk, crew);
  return {
    test,
    size: `${seconds} s, ${crew.people.length} people writing`,
    broken: [...probes.broken(), ...broken],
    seen: [
      ...probes.seen(),
      `writing again ${back.toFixed(1)} s after it was back, without a restart`,
      ...seen,
    ],
  };
}

async function acknowledges(crew: Crew, writes: number): Promise<void> {
  const before = crew.acknowledged();
  for (const end = performance.now() + 120_000; crew.acknowledged() < before + writes; ) {
    if (performance.now() > end) throw new Error('nothing was acknowledged for two minutes');
    await setTimeout(20);
  }
}

/** What is asked while something is away. */
function openProbes(url: string, { article, members }: Crew) {
  const cookie = members[0]?.cookie ?? '';
  const answers: { what: string; status: number; code: string; seconds: number }[] = [];
  const ask = async (what: string, path: string, headers: Record<string, string> = {}) => {
    const began = performance.now();
    const told = (status: number, code: string) =>
      answers.push({ what, status, code, seconds: (performance.now() - began) / 1000 });
    try {
      const response = await fetch(`${url}${path}`, { headers, signal: AbortSignal.timeout(60_000) });
      const text = await response.text();
      const isProblem = response.headers.get('Content-Type')?.startsWith('application/problem+json');
      told(response.status, isProblem ? (/"code":"(\w+)"/.exec(text)?.[1] ?? '') : '');
    } catch {
      told(0, 'no answer');
    }
  };
  return {
    ask: async (seconds: number) => {
      const under: Promise<void>[] = [];
      for (const end = performance.now() + seconds * 1000; performance.now() < end; ) {
        under.push(ask('page', '/'), ask('health', '/api/health'), ask('ready', '/api/ready'));
        under.push(ask('data', `/api/articles/${article.id}/claims`, { Cookie: cookie }));
        await setTimeout(1000);
      }
      // Each within its own patience: what hangs is found here.
      await Promise.all(under);
    },
    broken: () =>
      answers.flatMap(({ what, status, code, seconds }) => {
        const isRight =
          what === 'page' || what === 'health'
            ? status === 200
            : status === 200 || (status === 503 && code === 'UNAVAILABLE');
        if (!isRight) return [`${what} was answered with ${status} ${code} after ${seconds.toFixed(1)} s`];
        return seconds > REACH ? [`${what} was answered after ${seconds.toFixed(1)} s`] : [];
      }),
    seen: () => {
      const of503 = answers.filter(({ status }) => status === 503).map(({ seconds }) => seconds);
      const pages = answers.filter(({ what }) => what === 'page').map(({ seconds }) => seconds);
      return [
        `${of503.length} times 503 UNAVAILABLE, median after ${quantile(of503, 0.5).toFixed(1)} s, at most ${Math.max(0, ...of503).toFixed(1)} s; the page ${pages.length} times, at most after ${Math.max(0, ...pages).toFixed(1)} s`,
      ];
    },
  };
}
