/** Rows that others change while somebody has one of them in hand. */
export interface Claimlike {
  readonly version: number;
  readonly words: string;
}
type Shown = readonly [words: string, held?: string];

const row = (version: number, words: string): Claimlike => ({ version, words });

/** What is fetched over rows `a` and `b` at version 2, of which `b` is in hand. */
export const takenInCases: Readonly<
  Record<
    string,
    {
      readonly news: Readonly<Record<string, Claimlike>>;
      readonly shown: Readonly<Record<string, Shown>>;
      /** Rows that a key may not decide on at that moment. */
      readonly toBeRead: readonly string[];
      readonly waiting: number;
    }
  >
> = {
  'nothing new': {
    news: { a: row(2, 'a'), b: row(2, 'b') },
    shown: { a: ['a'], b: ['b'] },
    toBeRead: [],
    waiting: 0,
  },
  'one that is not in hand is taken in where it stands': {
    news: { b: row(2, 'b'), a: row(3, 'A') },
    shown: { a: ['A'], b: ['b'] },
    toBeRead: ['a'],
    waiting: 0,
  },
  'one that is in hand is held': {
    news: { a: row(2, 'a'), b: row(3, 'B') },
    shown: { a: ['a'], b: ['b', 'B'] },
    toBeRead: ['b'],
    waiting: 1,
  },
  'what changed without a new version counts': {
    news: { a: row(2, 'A'), b: row(2, 'B') },
    shown: { a: ['A'], b: ['b', 'B'] },
    toBeRead: ['a', 'b'],
    waiting: 1,
  },
  'what was fetched before is dropped': {
    news: { a: row(1, 'old'), b: row(1, 'old') },
    shown: { a: ['a'], b: ['b'] },
    toBeRead: [],
    waiting: 0,
  },
  'a row that is new waits to be asked for': {
    news: { c: row(1, 'c'), a: row(2, 'a'), b: row(2, 'b') },
    shown: { a: ['a'], b: ['b'] },
    toBeRead: [],
    waiting: 1,
  },
  'a row that is gone stays where it is': {
    news: { b: row(2, 'b') },
    shown: { a: ['a'], b: ['b'] },
    toBeRead: [],
    waiting: 0,
  },
};

/** Rows a, b, c are shown; `held` are in hand; the list is `fresh` when it is laid out anew. */
export const orderCases: Readonly<
  Record<string, { readonly fresh: string; readonly held: string; readonly expected: string }>
> = {
  'as it is by now': { fresh: 'c b a', held: '', expected: 'c b a' },
  'without those that are gone': { fresh: 'a c', held: '', expected: 'a c' },
  'with those that are new': { fresh: 'x a y b c', held: '', expected: 'x a y b c' },
  'one in hand stays behind the one before it': { fresh: 'c a', held: 'b', expected: 'c a b' },
  'the first one in hand stays first': { fresh: 'b c', held: 'a', expected: 'a b c' },
  'several in hand stay together': { fresh: 'a x', held: 'b c', expected: 'a b c x' },
  'all are gone but one in hand': { fresh: '', held: 'c', expected: 'c' },
};
