import { describe, expect, test } from 'vitest';
import {
  alike,
  firstNews,
  foundOut,
  type Hands,
  isToBeRead,
  type Kind,
  laidAnew,
  lookedAt,
  put,
  type Rows,
  released,
  rowOf,
  takenIn,
  UNREAD,
  waiting,
  withMore,
} from '../../client/controllers/following/rows.ts';
import { changedWords, lookFirst, waitingWords } from '../../client/controllers/following/words.ts';
import { type Claimlike, orderCases, takenInCases } from '../cases/follow-rows.ts';

const KIND: Kind<Claimlike> = { version: ({ version }) => version, alike };
const row = (version: number, words: string): Claimlike => ({ version, words });
const mapOf = (rows: Readonly<Record<string, Claimlike>>) => new Map(Object.entries(rows));
const BEGUN = withMore<Claimlike>(new Map(), mapOf({ a: row(2, 'a'), b: row(2, 'b') }));
const hands = (held: string, now = 10_000): Hands => ({ holds: (id) => held.split(' ').includes(id), now });
const NOW = 10_000;
const shownOf = (rows: Rows<Claimlike>) =>
  Object.fromEntries(
    [...rows].map(([id, { value, held }]) => [id, held === null ? [value.words] : [value.words, held.words]]),
  );

describe('what others did, with one row in hand', () => {
  test.each(Object.entries(takenInCases))('%s', (_name, { news, shown, toBeRead, waiting: count }) => {
    const rows = takenIn(BEGUN, mapOf(news), KIND, hands('b'));
    expect(shownOf(rows)).toEqual(shown);
    expect([...rows.keys()]).toEqual(['a', 'b']);
    expect([...rows].flatMap(([id, one]) => (isToBeRead(one, NOW + 1) ? [id] : []))).toEqual(toBeRead);
    expect(waiting(rows, mapOf(news))).toBe(count);
  });

  test('a held row is shown once it is let go of, and to be read from then on', () => {
    const held = takenIn(BEGUN, mapOf({ b: row(3, 'B') }), KIND, hands('b'));
    expect(shownOf(released(held, hands('b', NOW + 5_000)))).toEqual(shownOf(held));
    const free = released(held, hands('', NOW + 5_000));
    expect(shownOf(free)).toEqual({ a: ['a'], b: ['B'] });
    expect(isToBeRead(free.get('b'), NOW + 5_000 + UNREAD - 1)).toBe(true);
    expect(isToBeRead(free.get('b'), NOW + 5_000 + UNREAD)).toBe(false);
    expect(isToBeRead(free.get('a'), NOW)).toBe(false);
    expect(isToBeRead(undefined, NOW)).toBe(false);
  });

  test('what became the same again is held no more', () => {
    const held = takenIn(BEGUN, mapOf({ b: row(2, 'B') }), KIND, hands('b'));
    expect(shownOf(takenIn(held, mapOf({ b: row(2, 'b') }), KIND, hands('b')))).toEqual(shownOf(BEGUN));
  });
});

describe('what the person does themselves', () => {
  test('is shown at once, and what it brought about is not news', () => {
    const own = put(BEGUN, 'b', row(3, 'mine'), KIND);
    expect(shownOf(takenIn(own, mapOf({ b: row(3, 'mine') }), KIND, hands('b')))).toEqual({
      a: ['a'],
      b: ['mine'],
    });
  });

  test('that was told before it was answered is held no more', () => {
    const told = takenIn(BEGUN, mapOf({ b: row(3, 'mine') }), KIND, hands('b'));
    expect(shownOf(put(told, 'b', row(3, 'mine'), KIND))).toEqual({ a: ['a'], b: ['mine'] });
  });

  test('leaves what somebody did after it held', () => {
    const told = takenIn(BEGUN, mapOf({ b: row(4, 'theirs') }), KIND, hands('b'));
    expect(shownOf(put(told, 'b', row(3, 'mine'), KIND))).toEqual({ a: ['a'], b: ['mine', 'theirs'] });
  });

  test('and was answered late puts nothing old over what is shown', () => {
    expect(put(BEGUN, 'b', row(1, 'late'), KIND)).toBe(BEGUN);
    expect(put(BEGUN, 'x', row(9, 'elsewhere'), KIND)).toBe(BEGUN);
  });
});

describe('rows that are laid out anew', () => {
  const three = withMore<Claimlike>(new Map(), mapOf({ a: row(1, 'a'), b: row(1, 'b'), c: row(1, 'c') }));
  test.each(Object.entries(orderCases))('%s', (_name, { fresh, held, expected }) => {
    const ids = fresh.split(' ').filter((id) => id !== '');
    const after = laidAnew(three, new Map(ids.map((id) => [id, row(1, id)])), KIND, hands(held));
    expect([...after.keys()].join(' ')).toBe(expected);
  });

  test('show what was held, which is to be read first; what is new stands in its place', () => {
    const held = takenIn(BEGUN, mapOf({ b: row(3, 'B') }), KIND, hands('b'));
    const fresh = mapOf({ c: row(1, 'c'), b: row(3, 'B'), a: row(2, 'a') });
    const after = laidAnew(held, fresh, KIND, hands('b'));
    expect(shownOf(after)).toEqual({ c: ['c'], b: ['B'], a: ['a'] });
    expect(['a', 'b', 'c'].filter((id) => isToBeRead(after.get(id), NOW))).toEqual(['b']);
    expect(waiting(after, fresh)).toBe(0);
  });
});

test.each<[unknown, unknown, boolean]>([
  [{ a: 1, b: [2, null] }, { b: [2, null], a: 1 }, true],
  [{ a: 1 }, { a: 1, b: undefined }, false],
  [{ a: undefined }, { b: undefined }, false],
  [[1, 2], [2, 1], false],
  [[], {}, false],
  [new Map([['a', { b: 1 }]]), new Map([['a', { b: 1 }]]), true],
  [new Map([['a', 1]]), new Map([['a', 2]]), false],
  [null, {}, false],
])('%j and %j are alike: %s', (one, other, expected) => {
  expect(alike(one, other)).toBe(expected);
});

test('rows are to be read by nobody who has them in no list', () => {
  expect(rowOf(1)).toEqual({ value: 1, held: null, changedAt: null, isNews: false });
});

test.each([
  [1, '1 change – show it'],
  [2, '2 changes – show them'],
])('%i waiting', (count, words) => {
  expect(waitingWords(count)).toBe(words);
});

test('whoever decides too early is told who was there before them', () => {
  expect(lookFirst('Rana')).toBe('Rana changed this a moment ago. Look at it, then decide again.');
  expect(lookFirst(null)).toMatch(/^Someone changed this/);
});

describe('what a row is found to be after a refusal', () => {
  test('is shown at once, in hand or not, and is to be read', () => {
    const found = foundOut(BEGUN, 'b', row(3, 'B'), KIND, NOW);
    expect(shownOf(found)).toEqual({ a: ['a'], b: ['B'] });
    expect(isToBeRead(found.get('b'), NOW + UNREAD - 1)).toBe(true);
    expect(isToBeRead(found.get('b'), NOW + UNREAD)).toBe(false);
  });

  test('is what was held of it, where that is newer yet', () => {
    const held = takenIn(BEGUN, mapOf({ b: row(4, 'later') }), KIND, hands('b'));
    expect(shownOf(foundOut(held, 'b', row(3, 'B'), KIND, NOW))).toEqual({ a: ['a'], b: ['later'] });
  });
});

describe('a row that somebody changed', () => {
  const newsOf = (rows: Rows<Claimlike>) => [...rows].flatMap(([id, { isNews }]) => (isNews ? [id] : []));
  const changed = takenIn(BEGUN, mapOf({ a: row(3, 'A'), b: row(3, 'B') }), KIND, hands('b'));

  test('is news once it is shown, also where it was held before', () => {
    expect(newsOf(BEGUN)).toEqual([]);
    expect(newsOf(changed)).toEqual(['a']);
    expect(newsOf(released(changed, hands('')))).toEqual(['a', 'b']);
  });

  test('is none any more once its person was there, or decided on it', () => {
    expect(newsOf(lookedAt(changed, 'a'))).toEqual([]);
    expect(newsOf(put(changed, 'a', row(4, 'mine'), KIND))).toEqual([]);
    expect(lookedAt(changed, 'b')).toBe(changed);
  });

  test('or is new is where one goes on', () => {
    const fresh = mapOf({ b: row(2, 'b'), c: row(1, 'c'), a: row(2, 'a') });
    expect(firstNews(BEGUN, laidAnew(BEGUN, fresh, KIND, hands('')))).toBe('c');
    expect(
      firstNews(BEGUN, laidAnew(BEGUN, mapOf({ a: row(2, 'a'), b: row(3, 'B') }), KIND, hands(''))),
    ).toBe('b');
    expect(firstNews(BEGUN, BEGUN)).toBeNull();
  });
});

test('a row says who changed it, as far as that is known', () => {
  expect(changedWords('Rana')).toBe('Rana changed this');
  expect(changedWords(null)).toBe('Changed since you looked');
});
