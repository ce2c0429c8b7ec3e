/** What the line at the head of every page says of writes that are not saved yet. */
import { expect, test } from 'vitest';
import { ApiProblem, offline } from '../../client/api/problem.ts';
import { Entry, operation } from '../../client/controllers/outbox/entry.ts';
import type { State, Waiting } from '../../client/controllers/outbox/line.ts';
import { Outbox } from '../../client/controllers/outbox/outbox.ts';
import { type Unsaved, unsavedWords } from '../../client/controllers/outbox/words.ts';
import { WithdrawClaim } from '../../server/contract/claims.ts';
import { idOf } from './proof-claims.ts';

const withdrawing = operation(WithdrawClaim, { params: { claimId: idOf(1) }, query: { version: 1 } });
const items = (...states: State[]): Waiting[] =>
  states.map((state, n) => ({
    entry: Entry.parse({
      ...{ id: idOf(n), person: idOf(900), articleId: idOf(0), target: idOf(1), thing: idOf(1) },
      ...{ operation: withdrawing, idempotencyKey: `key-${n}`, follows: null, label: 'withdrew “words”' },
      ...{ at: '2024-03-01T12:00:00.000Z', form: null },
    }),
    state,
    kept: true,
    refused: null,
  }));

const NOTHING: Unsaved = {
  items: [],
  lasts: true,
  unread: 0,
  isSomeoneElses: false,
  isSignedOut: false,
};

const cases: Record<string, [Partial<Unsaved>, string | null]> = {
  'nothing waits': [{}, null],
  'nobody is signed in, and nothing waits': [{ isSignedOut: true }, null],
  'nobody was reached': [
    { items: items('waiting') },
    '1 change is not saved yet: Claimdesk cannot be reached.',
  ],
  'it is being sent': [{ items: items('sending') }, '1 change is not saved yet: saving…'],
  'one waits for a sign-in': [
    { items: items('waiting'), isSignedOut: true },
    '1 change is not saved yet: sign in again to save it.',
  ],
  'several wait for a sign-in': [
    { items: items('waiting', 'waiting'), isSignedOut: true },
    '2 changes are not saved yet: sign in again to save them.',
  ],
  'one was not taken, and another waits for a sign-in': [
    { items: items('refused', 'waiting'), isSignedOut: true },
    '1 change was not taken and needs you to look again. 1 change is not saved yet: sign in again to save it.',
  ],
  'one was not taken, and another waits': [
    { items: items('refused', 'waiting') },
    '1 change was not taken and needs you to look again. 1 change is not saved yet: they wait for that, or for Claimdesk.',
  ],
  'somebody else is signed in': [
    { items: items('waiting'), isSomeoneElses: true },
    '1 change is not saved yet: somebody else is signed in here.',
  ],
};

test.each(Object.entries(cases))('%s', (_name, [given, expected]) => {
  expect(unsavedWords({ ...NOTHING, ...given })).toBe(expected);
});

test('whether somebody has to sign in is known by the last answer', async () => {
  const nobody = new ApiProblem({ status: 401, code: 'NOT_SIGNED_IN', message: 'Sign in first.' });
  let problem = nobody;
  let made = 100;
  const outbox = new Outbox(idOf(900), {
    // Kept by nothing but the page.
    stored: { of: () => Promise.reject(new Error('closed')), has: async () => true, change: async () => {} },
    send: () => Promise.reject(problem),
    whoIsThis: () => Promise.reject(problem),
    alone: (_, work) => work(),
    tellOthers: () => {},
    later: () => () => {},
    now: () => '2024-03-01T12:00:00.000Z',
    newId: () => {
      made += 1;
      return idOf(made);
    },
  });
  const what = { articleId: idOf(0), target: idOf(1), thing: idOf(1), label: 'withdrew “words”' };
  expect(await outbox.write({ ...what, operation: withdrawing })).toBe('kept');
  expect(outbox.isSignedOut).toBe(true);
  problem = offline(undefined);
  await outbox.tryNow();
  await expect.poll(() => outbox.isSignedOut).toBe(false);
});
