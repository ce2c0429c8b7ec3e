import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Paced } from '../../client/controllers/following/paced.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('runs at once, and once more for all that is asked within the pause', async () => {
  const run = vi.fn<() => void>();
  const paced = new Paced(4_000, run);
  for (let at = 0; at < 10; at += 1) {
    paced.soon();
    await vi.advanceTimersByTimeAsync(300);
  }
  expect(run).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(run).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(run).toHaveBeenCalledTimes(2);
});

test('what is stopped does not run any more', async () => {
  const run = vi.fn<() => void>();
  const paced = new Paced(4_000, run);
  paced.soon();
  paced.soon();
  paced.stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(run).toHaveBeenCalledTimes(1);
});
