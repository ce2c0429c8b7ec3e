/** Questions that come at the same time and are asked together. */
import { describe, expect, test, vi } from 'vitest';
import { type Sharing, together } from '../server/database/together.ts';

/** Asks that a test answers when it wants to. */
function asks(sharing: Partial<Sharing<string>> = {}) {
  const sent: { questions: readonly string[]; answer: () => void; fail: (error: Error) => void }[] = [];
  const ask = together<string, string>(
    (questions) =>
      new Promise((resolve, reject) => {
        sent.push({
          questions,
          answer: () => resolve(questions.map((question) => `${question}!`)),
          fail: reject,
        });
      }),
    { most: 10, patience: 60_000, ...sharing },
  );
  const next = async (index: number) => {
    const one = await vi.waitUntil(() => sent[index]);
    return one;
  };
  return { ask, sent, next };
}

const questionsOf = (sent: readonly { questions: readonly string[] }[]) =>
  sent.map(({ questions }) => questions);

describe('what is asked together', () => {
  test('the first at once, and alone', async () => {
    const { ask, sent, next } = asks();
    const answer = ask('a');
    expect(questionsOf(sent)).toEqual([['a']]);
    (await next(0)).answer();
    expect(await answer).toBe('a!');
  });

  test('what comes while one is under way goes in the next, each with its own answer', async () => {
    const { ask, sent, next } = asks();
    const answers = Promise.all(['a', 'b', 'c'].map(ask));
    expect(questionsOf(sent)).toEqual([['a']]);
    (await next(0)).answer();
    (await next(1)).answer();
    expect(await answers).toEqual(['a!', 'b!', 'c!']);
    expect(questionsOf(sent)).toEqual([['a'], ['b', 'c']]);
  });

  test('the same question again is asked again: an answer is never older than its question', async () => {
    const { ask, sent, next } = asks();
    const first = ask('a');
    const second = ask('a');
    (await next(0)).answer();
    await first;
    (await next(1)).answer();
    await second;
    expect(questionsOf(sent)).toEqual([['a'], ['a']]);
  });

  test('no more than fit', async () => {
    const { ask, sent, next } = asks({ most: 2 });
    const answers = Promise.all(['a', 'b', 'c', 'd'].map(ask));
    for (const index of [0, 1, 2]) (await next(index)).answer();
    await answers;
    expect(questionsOf(sent)).toEqual([['a'], ['b', 'c'], ['d']]);
  });

  test('those of one key one after the other in their order; others go past', async () => {
    const { ask, sent, next } = asks({ keyOf: (question) => question.slice(0, 1) });
    const answers = Promise.all(['x', 'a1', 'a2', 'b1', 'a3'].map(ask));
    for (const index of [0, 1, 2, 3]) (await next(index)).answer();
    await answers;
    expect(questionsOf(sent)).toEqual([['x'], ['a1', 'b1'], ['a2'], ['a3']]);
  });
});

test('where asking fails it fails for those who travelled together, and nobody else', async () => {
  const { ask, next } = asks();
  const answers = Promise.allSettled(['a', 'b', 'c'].map(ask));
  (await next(0)).answer();
  (await next(1)).fail(new Error('lost'));
  const later = ask('d');
  (await next(2)).answer();
  expect((await answers).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
  expect(await later).toBe('d!');
});

test('a question that takes too long holds up nobody else, and is still answered', async () => {
  const { ask, sent, next } = asks({ patience: 1 });
  const slow = ask('slow');
  const other = ask('other');
  (await next(1)).answer();
  expect(await other).toBe('other!');
  const last = ask('last');
  (await next(2)).answer();
  expect(await last).toBe('last!');
  (await next(0)).answer();
  expect(await slow).toBe('slow!');
  expect(questionsOf(sent)).toEqual([['slow'], ['other'], ['last']]);
});
