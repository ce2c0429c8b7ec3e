/** What is kept up, and how fast it is started again. Time is made up. */
import { expect, test } from 'vitest';
import { type Clock, keepUp } from '../server/database/kept-up.ts';

/** Milliseconds. */
const MINUTE = 60_000;

interface Behaviour {
  /** How long it stays up after a start, by the number of the start from 1; undefined: the start fails. */
  readonly lasts: (nth: number) => number | undefined;
  /** Whether it answers, by the number of the question from 1. */
  readonly answers?: (nth: number) => boolean;
  /** After so many starts nobody looks any more. */
  readonly starts: number;
}

/** Everything that was told and done, with its moment. It is up at first, and ends at once. */
async function run({ lasts, answers = () => true, starts }: Behaviour) {
  let now = 0;
  let upUntil = 0;
  let started = 0;
  let asked = 0;
  const done: { at: number; what: string }[] = [];
  const note = (what: string) => void done.push({ at: now, what });
  const clock: Clock = {
    now: () => now,
    wait: async (ms) => {
      now += ms;
    },
  };
  let isOver = () => {};
  const over = new Promise<void>((resolve) => {
    isOver = resolve;
  });
  const kept = keepUp(
    {
      isUp: async () => now < upUntil,
      start: async () => {
        started += 1;
        note('start');
        if (started === starts) {
          void kept.stop();
          isOver();
        }
        const ms = lasts(started);
        if (ms === undefined) throw new Error('it does not start');
        upUntil = now + ms;
      },
      ask: async () => {
        asked += 1;
        note('ask');
        if (!answers(asked)) throw new Error('it does not answer');
      },
    },
    { gone: () => note('gone'), failed: () => note('failed'), back: () => note('back') },
    clock,
  );
  await over;
  await kept.stop();
  const moments = done.filter(({ what }) => what === 'start').map(({ at }) => at);
  return {
    told: done.map(({ what }) => what),
    gaps: moments.slice(1).map((at, nth) => at - (moments[nth] ?? 0)),
  };
}

/** Half a pause at least, and a look. */
const PAUSES = [250, 500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000];
function toGrow(gaps: readonly number[]): void {
  expect(gaps.length).toBe(PAUSES.length);
  for (const [nth, pause] of PAUSES.entries()) {
    expect(gaps[nth]).toBeGreaterThanOrEqual(pause / 2);
    expect(gaps[nth]).toBeLessThanOrEqual(pause + 2 * 250);
  }
}

test('what does not start is tried at growing distances, at once at first', async () => {
  const { told, gaps } = await run({ lasts: () => undefined, starts: PAUSES.length + 1 });
  toGrow(gaps);
  expect(told.slice(0, 4)).toEqual(['gone', 'start', 'failed', 'start']);
  expect(told).not.toContain('back');
});

test('what starts and ends at once is started at growing distances as well', async () => {
  const { told, gaps } = await run({ lasts: () => 1, starts: PAUSES.length + 1 });
  toGrow(gaps);
  expect(told.slice(0, 5)).toEqual(['gone', 'start', 'ask', 'back', 'gone']);
});

test('what was up for a minute is started again at once', async () => {
  const { gaps } = await run({ lasts: (nth) => (nth === 6 ? MINUTE + 1 : 1), starts: 8 });
  // The sixth start lasts; the seventh comes with the next look, and the eighth after the first pause.
  expect(gaps[4]).toBeGreaterThanOrEqual(2000);
  expect(gaps[5]).toBeGreaterThan(MINUTE);
  expect(gaps[5]).toBeLessThanOrEqual(MINUTE + 2 * 250);
  expect(gaps[6]).toBeLessThanOrEqual(3 * 250);
});

test('what was up for less than a minute is not', async () => {
  const { gaps } = await run({ lasts: (nth) => (nth === 6 ? MINUTE - 1000 : 1), starts: 8 });
  expect(gaps[5]).toBeGreaterThanOrEqual(MINUTE - 1000 + 4000);
});

test('it is told to be back once it answers, without a second start', async () => {
  const { told } = await run({
    lasts: (nth) => (nth === 1 ? MINUTE : 1),
    answers: (nth) => nth > 2,
    starts: 2,
  });
  expect(told.slice(0, 7)).toEqual(['gone', 'start', 'ask', 'failed', 'ask', 'failed', 'ask']);
  expect(told[7]).toBe('back');
});
