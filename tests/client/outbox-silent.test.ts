/** A browser's database that does not answer holds nothing up. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ApiProblem } from '../../client/api/problem.ts';
import { operation } from '../../client/controllers/outbox/entry.ts';
import { Outbox, type World } from '../../client/controllers/outbox/outbox.ts';
import { EditClaim, GiveVerdict, WithdrawClaim } from '../../server/contract/claims.ts';
import { casualty, idOf } from './proof-claims.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const never = () => new Promise<never>(() => {});

/** Nobody is reached: what is sent is kept. */
function worldOf(over: Partial<World['stored']>, sent: string[]): World {
  let made = 100;
  return {
    stored: { of: async () => [], has: async () => true, change: async () => {}, ...over },
    send: async ({ endpoint }) => {
      sent.push(endpoint);
      throw new TypeError('network');
    },
    whoIsThis: never,
    alone: (_, work) => work(),
    tellOthers: () => {},
    later: (milliseconds, act) => {
      const timer = setTimeout(act, milliseconds);
      return () => clearTimeout(timer);
    },
    now: () => '2024-03-01T12:00:00.000Z',
    newId: () => {
      made += 1;
      return idOf(made);
    },
  };
}

const write = (outbox: Outbox) => {
  const claimId = idOf(1);
  const withdrawing = operation(WithdrawClaim, { params: { claimId }, query: { version: 1 } });
  const what = { articleId: idOf(0), target: claimId, thing: claimId, operation: withdrawing };
  outbox.write({ ...what, label: 'withdrew “words”' }).catch(() => {});
};

test('one that never opens is given up after three seconds: what is written is sent, and said not to last', async () => {
  const sent: string[] = [];
  const outbox = new Outbox(idOf(900), worldOf({ of: never, change: never }, sent));
  write(outbox);
  await vi.advanceTimersByTimeAsync(2_900);
  expect([outbox.lasts, sent.length]).toEqual([true, 0]);
  await vi.advanceTimersByTimeAsync(200);
  expect(outbox.lasts).toBe(false);
  expect(sent.length).toBe(1);
});

test('one that answers at once holds nothing up, and lasts', async () => {
  const sent: string[] = [];
  const outbox = new Outbox(idOf(900), worldOf({}, sent));
  write(outbox);
  await vi.advanceTimersByTimeAsync(1);
  expect([outbox.lasts, sent.length]).toEqual([true, 1]);
});

test('what is refused since somebody else has signed in is kept, and sent once its person is back', async () => {
  const sent: string[] = [];
  const kept: unknown[] = [];
  let signedIn = idOf(901);
  const someoneElse = () => new ApiProblem({ status: 401, code: 'SOMEONE_ELSE', message: 'No.' });
  const outbox = new Outbox(idOf(900), {
    ...worldOf({ of: async () => kept, change: async (put) => void kept.push(...put) }, sent),
    send: async ({ endpoint }) => {
      if (signedIn !== idOf(900)) throw someoneElse();
      sent.push(endpoint);
      throw new ApiProblem({ status: 409, code: 'WITHDRAWN', message: 'No.' });
    },
    whoIsThis: async () => signedIn,
  });
  write(outbox);
  await vi.advanceTimersByTimeAsync(1);
  expect(outbox.isSomeoneElses).toBe(true);
  expect(outbox.kept.map(({ state }) => state)).toEqual(['waiting']);
  await vi.advanceTimersByTimeAsync(5_000);
  expect([outbox.isSomeoneElses, sent.length]).toEqual([true, 0]);
  signedIn = idOf(900);
  await outbox.tryNow();
  await vi.advanceTimersByTimeAsync(1);
  expect([outbox.isSomeoneElses, sent.length]).toEqual([false, 1]);
});

test.each([
  [false, 4],
  [true, 3],
])(
  'a verdict after an edit, of whose answer is said that it repeats: %s, is sent on version %i',
  async (isRepeat, version) => {
    const sent: unknown[] = [];
    const outbox = new Outbox(idOf(900), {
      ...worldOf({}, []),
      send: async ({ endpoint, body }, _key, onReplayed) => {
        sent.push(body?.version);
        if (isRepeat && endpoint.startsWith('PATCH')) onReplayed();
        return casualty(1, { low: 3 }, { version: 4 });
      },
      whoIsThis: async () => idOf(900),
    });
    const params = { claimId: idOf(1) };
    const what = { articleId: idOf(0), target: idOf(1), thing: idOf(1), label: 'act' };
    const edit = operation(EditClaim, { params, body: { version: 3, summary: 'Room' } });
    const verdict = operation(GiveVerdict, {
      params,
      body: { version: 3, verdict: 'accurate', reason: 'Seen.' },
    });
    await Promise.all([
      outbox.write({ ...what, operation: edit }),
      outbox.write({ ...what, operation: verdict }),
    ]);
    expect(sent).toEqual([3, version]);
  },
);
