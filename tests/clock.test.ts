/** Time by the database's clock. Both clocks are made up. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openClock } from '../server/database/clock.ts';

const NOON = Date.parse('2026-03-02T12:00:00.000Z');
const HOUR = 3_600_000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A database whose clock may be set, over a line on which each answer takes `ways` milliseconds there and back. */
function world(ways: readonly (readonly [there: number, back: number])[] = [[0, 0]]) {
  let steady = 500;
  let calendar = NOON - 3 * HOUR;
  let nth = 0;
  const made = {
    database: NOON,
    away: false,
    asked: 0,
    pass: (ms: number) => {
      steady += ms;
      calendar += ms;
      made.database += ms;
    },
    /** As `pass`, while this machine is asleep. */
    sleep: (ms: number) => {
      calendar += ms;
      made.database += ms;
    },
    source: {
      ask: async () => {
        made.asked += 1;
        if (made.away) throw new Error('away');
        const [there = 0, back = 0] = ways[nth++ % ways.length] ?? [];
        made.pass(there);
        const told = made.database;
        made.pass(back);
        return told;
      },
      steady: () => steady,
      calendar: () => calendar,
    },
  };
  return made;
}

test('is the database’s, whatever this machine’s calendar says, and goes on between two looks', async () => {
  const here = world();
  const clock = await openClock(here.source);
  expect(clock.now().getTime()).toBe(NOON);
  here.pass(1_234);
  expect(clock.now().getTime()).toBe(NOON + 1_234);
  expect(Math.abs(clock.now().getTime() - Date.now())).toBeGreaterThan(HOUR);
});

test('goes by the answer that came soonest, and counts its way', async () => {
  const here = world([
    [5, 400],
    [4, 2],
    [90, 0],
  ]);
  const clock = await openClock(here.source);
  // Half of six milliseconds is taken for the way back: it was two.
  expect(clock.now().getTime()).toBe(here.database + 1);
});

test('follows the database where its clock is set, at the next look', async () => {
  const here = world();
  const clock = await openClock(here.source);
  here.database -= HOUR;
  expect(clock.now().getTime()).toBe(NOON);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(clock.now().getTime()).toBe(NOON - HOUR);
});

test('goes on while the database is away, and looks no more once it is stopped', async () => {
  const here = world();
  const clock = await openClock(here.source);
  here.away = true;
  here.pass(60_000);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(clock.now().getTime()).toBe(NOON + 60_000);
  clock.stop();
  const before = here.asked;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(here.asked).toBe(before);
});

test('is not open before the database has told it once', async () => {
  const here = world();
  here.away = true;
  await expect(openClock(here.source)).rejects.toThrow('away');
});

test('finds out at once that this machine was asleep, and asks no more often otherwise', async () => {
  const here = world();
  const clock = await openClock(here.source);
  here.pass(5_000);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(here.asked).toBe(3);
  here.sleep(HOUR);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(clock.now().getTime()).toBe(here.database);
  expect(here.asked).toBe(6);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(here.asked).toBe(6);
});

test('looks again where the machine fell asleep over a look', async () => {
  const here = world();
  const clock = await openClock({
    ...here.source,
    ask: async () => {
      const told = await here.source.ask();
      if (here.asked <= 3) here.sleep(HOUR);
      return told;
    },
  });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(clock.now().getTime()).toBe(here.database);
});

test('keeps what a quick answer told over a slow one, unless the slow one shows it wrong', async () => {
  const slow = [900, 0] as const;
  const here = world([[1, 1], [1, 1], [1, 1], slow, slow, slow]);
  const clock = await openClock(here.source);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(here.asked).toBe(6);
  expect(clock.now().getTime()).toBe(here.database);
  const moved = world([[1, 1], [1, 1], [1, 1], slow, slow, slow]);
  const other = await openClock(moved.source);
  moved.database += HOUR;
  await vi.advanceTimersByTimeAsync(20_000);
  expect(Math.abs(other.now().getTime() - moved.database)).toBeLessThanOrEqual(450);
});
