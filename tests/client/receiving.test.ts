import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { call } from '../../client/api/http.ts';
import { Entry, keepable, operation } from '../../client/controllers/outbox/entry.ts';
import { Outbox } from '../../client/controllers/outbox/outbox.ts';
import { Receiving } from '../../client/pages/article/receiving.ts';
import { Session } from '../../client/pages/article/session.ts';
import { confirmVerdict, giveVerdict, pass } from '../../client/pages/article/verdict-acts.ts';
import { type Claim, EditClaim } from '../../server/contract/claims.ts';
import type { EventType, HistoryItem } from '../../server/contract/history.ts';
import { casualty, fact, idOf } from './proof-claims.ts';

const [ME, OTHER] = [900, 901];
const event = (seq: number, type: EventType, who: number, claim: number | null = 1): HistoryItem => ({
  seq,
  type,
  at: '2024-03-01T10:00:00.000Z',
  actor: { id: idOf(who), name: who === ME ? 'Me' : 'Rana' },
  claimId: claim === null ? null : idOf(claim),
  data: {},
  erased: false,
  hash: '',
});

/** One's own writes go to the server at once; nothing of them is kept on the way. */
const outboxOf = (person: string) => {
  let made = 500;
  return new Outbox(person, {
    stored: { of: async () => [], has: async () => true, change: async () => {} },
    send: async ({ endpoint: key, params, query, body }, idempotencyKey) => {
      const endpoint = keepable(key);
      if (endpoint === null) throw new Error(`${key} is not kept`);
      return call(endpoint, { params, query, idempotencyKey, ...(body === null ? {} : { body }) });
    },
    whoIsThis: async () => person,
    alone: (_, work) => work(),
    tellOthers: () => {},
    later: () => () => {},
    now: () => '2024-03-01T10:00:00.000Z',
    newId: () => {
      made += 1;
      return idOf(made);
    },
  });
};

/** What the server holds, and whether it answers. */
let claims: Claim[];
let isAway: boolean;
let sent: { path: string; body: unknown }[];
let outbox: Outbox;
let session: Session;
let receiving: Receiving;

beforeEach(() => {
  vi.useFakeTimers();
  [claims, isAway, sent] = [[], false, []];
  vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => {}, removeItem: () => {} });
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('fetch', async (address: string, { body }: RequestInit) => {
    const { pathname } = new URL(address, 'http://desk.test');
    if (typeof body === 'string') sent.push({ path: pathname, body: JSON.parse(body) });
    const one = claims.find(({ id }) => pathname.includes(id));
    if (isAway) return new Response('{}', { status: 503 });
    if (pathname.endsWith('/claims')) return Response.json({ items: claims, head: 1 });
    return one === undefined ? new Response('{}', { status: 503 }) : Response.json(one);
  });
  outbox = outboxOf(idOf(ME));
  session = new Session(
    idOf(0),
    idOf(ME),
    () => {},
    () => {},
    outbox,
  );
  receiving = new Receiving(session, { openClaim: () => null, hold: () => () => {} });
  // The text that is shown is all that is asked of it here.
  session.article = { revision: { number: 1 } } as NonNullable<Session['article']>;
});
afterEach(() => {
  receiving.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const look = () => vi.advanceTimersByTimeAsync(1_000);
const at = (version: number) => casualty(1, { low: 41 }, { version });

it('knows another’s change that came with one’s own before it was told', async () => {
  session.store.put(at(1));
  let answer = (_: unknown) => {};
  const write = session.queue(idOf(1), () => new Promise((resolve) => (answer = resolve)));
  claims = [at(3)];
  receiving.take([event(1, 'claim.edited', ME)]);
  await look();
  receiving.take([event(2, 'claim.edited', OTHER)]);
  await look();
  expect(session.versionSince(idOf(1), 1)).toBe(1);
  answer(null);
  await write;
});

it('knows another’s change to the evidence while one’s own write is on its way', async () => {
  session.store.put(at(1));
  let answer = (_: unknown) => {};
  const write = session.queue(idOf(1), () => new Promise((resolve) => (answer = resolve)));
  claims = [at(2)];
  receiving.take([event(1, 'evidence.edited', OTHER, null)]);
  await look();
  expect(session.versionSince(idOf(1), 1)).toBe(1);
  const fields = { verdict: 'accurate', reason: 'The log says so.' };
  await giveVerdict(session, at(1), fields, 1, () => idOf(5)).catch(() => {});
  expect(sent.at(-1)?.body).toMatchObject({ version: 1 });
  answer(null);
  await write;
});

it('leaves one’s own write one’s own', async () => {
  session.store.put(at(1));
  session.take(at(2));
  claims = [at(2)];
  receiving.take([event(1, 'claim.edited', ME), event(2, 'comment.added', OTHER)]);
  await look();
  expect(session.versionSince(idOf(1), 1)).toBe(2);
});

it('looks again at what it could not fetch', async () => {
  session.store.put(at(1));
  session.store.put(fact(2));
  claims = [at(2), fact(2, {}, { version: 2 })];
  isAway = true;
  receiving.take([event(1, 'claim.edited', OTHER)]);
  await look();
  expect(session.head).toBe(0);
  isAway = false;
  receiving.take([event(2, 'claim.edited', OTHER, 2)]);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(session.store.get(idOf(2))?.version).toBe(2);
  expect(session.store.get(idOf(1))?.version).toBe(2);
});

it('knows a change made before the page was loaded anew: what was begun earlier is not sent on it', () => {
  session.takeForeign(at(2));
  expect(session.versionSince(idOf(1), 1)).toBe(1);
  expect(session.versionSince(idOf(1), 2)).toBe(2);
  // What one's own write made is one's own.
  session.take(at(3));
  expect(session.versionSince(idOf(1), 2)).toBe(3);
});

it('decides on nothing by one key that somebody else changed under it', async () => {
  session.store.put(at(1));
  claims = [at(2)];
  receiving.take([event(1, 'claim.edited', OTHER)]);
  await vi.advanceTimersByTimeAsync(500);
  expect(session.store.get(idOf(1))?.version).toBe(2);
  for (const decide of [pass, confirmVerdict]) {
    sent = [];
    expect(await decide(session, at(2))).toBe(false);
    expect(sent).toEqual([]);
    expect(session.notice).toBe('Rana changed this claim a moment ago. Look at it, then decide again.');
  }
  await vi.advanceTimersByTimeAsync(2_000);
  for (const decide of [pass, confirmVerdict]) {
    sent = [];
    const done = decide(session, at(2));
    await vi.advanceTimersByTimeAsync(10_000);
    await done;
    expect(sent.at(-1)?.body).toMatchObject({ version: 2 });
  }
});

it('builds on no version that may be of a write whose answer was lost: sent again as it was, it is done once', async () => {
  session.store.put(at(1));
  let fail = (_: Error) => {};
  const write = session.queue(idOf(1), () => new Promise((_, reject) => (fail = reject)));
  claims = [at(2)];
  receiving.take([event(1, 'verdict.given', ME)]);
  await look();
  expect(session.store.get(idOf(1))?.version).toBe(2);
  fail(new Error('the line broke'));
  await write.catch(() => {});
  expect(session.versionSince(idOf(1), 1)).toBe(1);
  // After an earlier write of one's own, which was answered, it is that one's version.
  session.take(at(3));
  claims = [at(4)];
  receiving.take([event(2, 'claim.edited', ME)]);
  await look();
  expect(session.versionSince(idOf(1), 1)).toBe(3);
  expect(session.isJustChanged(idOf(1))).toBe(false);
});

it('takes no change of another for one’s own that an answer to a repeat shows', async () => {
  session.store.put(at(1));
  claims = [at(3)];
  const summary = 'By the coast guard';
  const edit = operation(EditClaim, { params: { claimId: idOf(1) }, body: { version: 1, summary } });
  await session.kept.write({ target: idOf(1), thing: idOf(1), operation: edit, label: 'an edit' });
  expect(session.versionSince(idOf(1), 1)).toBe(1);
  expect(session.isJustChanged(idOf(1))).toBe(true);
  expect(session.own.get(idOf(1))).toBe(2);
});

it('takes an answer that shows one’s own change alone for one’s own', async () => {
  session.store.put(at(1));
  claims = [at(2)];
  const summary = 'By the coast guard';
  const edit = operation(EditClaim, { params: { claimId: idOf(1) }, body: { version: 1, summary } });
  await session.kept.write({ target: idOf(1), thing: idOf(1), operation: edit, label: 'an edit' });
  expect(session.versionSince(idOf(1), 1)).toBe(2);
  expect(session.isJustChanged(idOf(1))).toBe(false);
});

it('takes a kept edit that was put on another’s change for no change of one’s own', async () => {
  session.store.put(at(1));
  claims = [at(3)];
  const summary = 'By the coast guard';
  const put = Entry.parse({
    ...{ id: idOf(40), person: idOf(ME), articleId: idOf(0), target: idOf(1), thing: idOf(1) },
    operation: operation(EditClaim, { params: { claimId: idOf(1) }, body: { version: 2, summary } }),
    ...{ idempotencyKey: 'key', follows: null, put: 2, label: 'an edit', form: null },
    at: '2024-03-01T10:00:00.000Z',
  });
  await outbox.takeOver([put]);
  await look();
  expect(session.store.get(idOf(1))?.version).toBe(3);
  expect(session.versionSince(idOf(1), 1)).toBe(1);
  expect(session.isJustChanged(idOf(1))).toBe(true);
});
