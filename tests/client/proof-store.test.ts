import { describe, expect, it } from 'vitest';
import { Entry, type Operation, operation } from '../../client/controllers/outbox/entry.ts';
import {
  ClaimStore,
  NO_FILTER,
  type PendingMark,
  progressOf,
} from '../../client/controllers/proof/claim-store.ts';
import { EditClaim } from '../../server/contract/claims.ts';
import { WithdrawComment } from '../../server/contract/comments.ts';
import { casualty, fact, idOf } from './proof-claims.ts';

const kept = (claimId: string, thing: string, write: Operation) =>
  Entry.parse({
    id: idOf(800),
    person: idOf(900),
    articleId: idOf(901),
    target: claimId,
    thing,
    operation: write,
    idempotencyKey: 'key',
    follows: null,
    label: 'an act',
    at: '2026-01-01T00:00:00.000Z',
    form: null,
  });

const pending = (number: number, start: number): PendingMark => ({
  id: idOf(number),
  revision: 1,
  kind: 'fact',
  span: { start, end: start + 4, quote: 'noon' },
  state: 'saving',
  message: null,
});
const ids = (items: readonly { id: string }[]) => items.map(({ id }) => Number(id.slice(-12)));

describe('the claim store', () => {
  it('keeps claims in the order of the text, what holds another first', () => {
    const store = new ClaimStore();
    store.putAll([
      fact(3, {}, { start: 40, end: 44 }),
      casualty(2, {}, { start: 5, end: 9 }),
      fact(1, {}, { start: 5, end: 30 }),
    ]);
    expect(ids(store.all)).toEqual([1, 2, 3]);
    expect(ids(store.placed(1))).toEqual([1, 2, 3]);
    expect(ids(store.at(6, 1))).toEqual([2, 1]);
  });

  it('leaves an answer that was overtaken by a newer one', () => {
    const store = new ClaimStore();
    store.put(casualty(1, { low: 41 }, { version: 3 }));
    expect(store.put(casualty(1, { low: 12 }, { version: 2 }))).toBe(false);
    expect(store.get(idOf(1))?.version).toBe(3);
  });

  it('tells which claims have a newer version than was known', () => {
    const store = new ClaimStore();
    store.putAll([fact(1), fact(2)]);
    expect(store.putAll([fact(1), fact(2, {}, { version: 2 }), fact(3)])).toEqual([idOf(2)]);
  });

  it('shows nothing of a claim that was erased, wherever somebody was moving it', () => {
    const store = new ClaimStore();
    store.putAll([fact(1, {}, { start: 5, end: 9 }), fact(2, {}, { start: 20, end: 24 })]);
    store.move(idOf(1), { start: 5, end: 12 });
    store.drop(idOf(1));
    expect(store.get(idOf(1))).toBeNull();
    expect(ids(store.all)).toEqual([2]);
    expect(ids(store.placed(1))).toEqual([2]);
    expect(store.at(6, 1)).toEqual([]);
  });

  it('shows a mark on its way until the claim has come', () => {
    const store = new ClaimStore();
    store.putPending(pending(1, 8));
    expect(store.at(9, 1).map((item) => item.pending?.state)).toEqual(['saving']);
    store.put(fact(1, {}, { start: 8, end: 12 }));
    expect(store.at(9, 1).map((item) => item.pending)).toEqual([null]);
    store.putPending({ ...pending(1, 8), state: 'failed' });
    expect(store.pending).toEqual([]);
  });

  it('says of a claim alone that it is not saved, not of what waits to be said on it', () => {
    const store = new ClaimStore();
    const claim = fact(1, {}, { start: 8, end: 12 });
    store.put(claim);
    const version = 1;
    const edit = operation(EditClaim, { params: { claimId: claim.id }, body: { version, summary: 'Noon' } });
    const saidNoMore = operation(WithdrawComment, { params: { commentId: idOf(7) }, query: { version } });
    const unsaved = () => store.at(9, 1).map((item) => item.unsaved);
    store.cover(new Map([[claim.id, [kept(claim.id, idOf(7), saidNoMore)]]]));
    expect([unsaved(), store.isCovered(claim.id)]).toEqual([[false], true]);
    store.cover(new Map([[claim.id, [kept(claim.id, claim.id, edit)]]]));
    expect(unsaved()).toEqual([true]);
  });

  it('shows edges where the person put them until they are settled', () => {
    const store = new ClaimStore();
    const claim = fact(1, {}, { start: 8, end: 12 });
    store.put(claim);
    store.move(claim.id, { start: 4, end: 12 });
    expect(ids(store.at(5, 1))).toEqual([1]);
    store.settle(claim.id);
    expect(store.at(5, 1)).toEqual([]);
  });

  it('places nothing that belongs to another text', () => {
    const store = new ClaimStore();
    store.putAll([
      fact(1, {}, { revision: 1, status: 'orphaned' }),
      fact(2, {}, { revision: 2 }),
      fact(3, {}, { revision: 1 }),
    ]);
    expect(ids(store.placed(2))).toEqual([2]);
    expect(ids(store.placed(1))).toEqual([3]);
  });
});

const filterCases = {
  'withdrawn ones are asked for': [NO_FILTER, [1, 2, 4]],
  'with the withdrawn': [{ ...NO_FILTER, withdrawn: true }, [1, 2, 3, 4]],
  'one kind': [{ ...NO_FILTER, kind: 'casualty_count' }, [1]],
  'one status': [{ ...NO_FILTER, status: 'withdrawn' }, [3]],
  'left to do': [{ ...NO_FILTER, status: 'left' }, [1, 2]],
} as const;

describe('filters', () => {
  const store = new ClaimStore();
  store.putAll([
    casualty(1),
    fact(2, {}, { status: 'checked' }),
    fact(3, {}, { status: 'withdrawn' }),
    fact(4, {}, { status: 'passed' }),
  ]);

  it.each(Object.entries(filterCases))('%s', (_, [filter, expected]) => {
    expect(ids(store.placed(1, filter))).toEqual(expected);
  });

  it('never hide a mark on its way', () => {
    const waiting = new ClaimStore();
    waiting.putPending(pending(1, 8));
    expect(waiting.placed(1, { ...NO_FILTER, kind: 'source' })).toHaveLength(1);
  });
});

it('counts what is left without the withdrawn, and of that what waits for review', () => {
  const statuses = ['unchecked', 'checked', 'passed', 'withdrawn', 'returned'] as const;
  expect(progressOf(statuses.map((status) => ({ status })))).toEqual({ left: 3, toReview: 1, total: 4 });
});
