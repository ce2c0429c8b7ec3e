/** The test's side of the crowd. */
import { fork } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Asked, Crowded, Sent } from './crowd-words.ts';

type Of<Kind extends Crowded['kind']> = Extract<Crowded, { kind: Kind }>;

export interface Crowd {
  /** Once all have begun. */
  join(place: Omit<Extract<Asked, { kind: 'join' }>, 'kind'>): Promise<void>;
  /** Once all have been told this event, or nothing more comes for long. */
  until(seq: number): Promise<void>;
  tell(sent: readonly Sent[]): Promise<Of<'told'>>;
  close(): Promise<void>;
}

/** Milliseconds. */
const IN_TIME = 30_000;

export function openCrowd(): Crowd {
  const child = fork(path.join(import.meta.dirname, 'crowd.ts'), { execArgv: ['--import', 'tsx'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));

  const ask = <Kind extends Crowded['kind']>(asked: Asked, kind: Kind): Promise<Of<Kind>> =>
    new Promise((resolve, reject) => {
      const over = () => reject(new Error('the crowd ended'));
      child.once('exit', over);
      child.once('message', (told: Crowded) => {
        child.off('exit', over);
        if (isOf(told, kind)) resolve(told);
        else reject(new Error(`the crowd answered ${told.kind}`));
      });
      child.send(asked);
    });

  return {
    join: async (place) => {
      const { broken } = await ask({ kind: 'join', ...place }, 'joined');
      if (broken.length > 0) throw new Error(`the readers could not begin: ${broken.slice(0, 3).join('; ')}`);
    },
    until: async (seq) => {
      for (const end = performance.now() + IN_TIME; performance.now() < end; await sleep(100))
        if ((await ask({ kind: 'where' }, 'where')).least >= seq) return;
    },
    tell: (sent) => ask({ kind: 'tell', sent }, 'told'),
    close: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

const isOf = <Kind extends Crowded['kind']>(told: Crowded, kind: Kind): told is Of<Kind> =>
  told.kind === kind;
