import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AGAIN, Looks } from '../../client/controllers/following/looks.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Looks whose answers the test gives. */
function scene() {
  const looked: string[] = [];
  const answers: ((isDone: boolean) => void)[] = [];
  const looks = new Looks<string>((heard) => {
    looked.push(heard.join(' '));
    return new Promise((resolve) => {
      answers.push(resolve);
    });
  });
  const answer = async (isDone: boolean) => {
    answers.shift()?.(isDone);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { looks, looked, answer };
}

test('a burst is looked at once', async () => {
  const { looks, looked } = scene();
  looks.soon(['a']);
  await vi.advanceTimersByTimeAsync(100);
  looks.soon(['b']);
  await vi.advanceTimersByTimeAsync(200);
  expect(looked).toEqual(['a b']);
});

test('what is heard during a look starts one more, once the first is done', async () => {
  const { looks, looked, answer } = scene();
  looks.soon(['a']);
  await vi.advanceTimersByTimeAsync(300);
  for (const words of ['b', 'c', 'd']) {
    looks.soon([words]);
    await vi.advanceTimersByTimeAsync(1_000);
  }
  expect(looked).toEqual(['a']);
  await answer(true);
  await vi.advanceTimersByTimeAsync(300);
  expect(looked).toEqual(['a', 'b c d']);
  await answer(true);
  await vi.advanceTimersByTimeAsync(AGAIN.most);
  expect(looked).toHaveLength(2);
});

test('a look that fails is tried again, later each time, with all that was heard', async () => {
  const { looks, looked, answer } = scene();
  looks.soon(['a']);
  await vi.advanceTimersByTimeAsync(300);
  looks.soon(['b']);
  await answer(false);
  await vi.advanceTimersByTimeAsync(AGAIN.first - 1);
  expect(looked).toEqual(['a']);
  await vi.advanceTimersByTimeAsync(1);
  expect(looked).toEqual(['a', 'a b']);
  await answer(false);
  await vi.advanceTimersByTimeAsync(AGAIN.first);
  expect(looked).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(AGAIN.first);
  expect(looked).toHaveLength(3);
});

test('a look that rejects failed', async () => {
  const look = vi
    .fn<() => Promise<boolean>>()
    .mockRejectedValueOnce(new Error('gone'))
    .mockResolvedValue(true);
  const looks = new Looks<string>(look);
  looks.soon();
  await vi.advanceTimersByTimeAsync(300 + AGAIN.first);
  expect(look).toHaveBeenCalledTimes(2);
});

test('after a stop nothing is tried again, and what was heard before is forgotten', async () => {
  const { looks, looked, answer } = scene();
  looks.soon(['a']);
  await vi.advanceTimersByTimeAsync(300);
  looks.stop();
  await answer(false);
  await vi.advanceTimersByTimeAsync(AGAIN.most);
  expect(looked).toEqual(['a']);
  looks.soon(['b']);
  await vi.advanceTimersByTimeAsync(300);
  expect(looked).toEqual(['a', 'b']);
});
