/** Two texts of a story beside each other, block by block. Pure. */
import { diffArrays } from 'diff';
import type { BlockRole } from '../../../server/contract/articles.ts';

export interface TextBlock {
  readonly role: BlockRole;
  readonly text: string;
}

/**
 * One line of the comparison.
 *
 * A block that stands elsewhere has two: `moved_away` where it was, and `moved_here` where it is; both name both blocks.
 */
export interface Row {
  readonly kind: 'same' | 'changed' | 'removed' | 'added' | 'moved_away' | 'moved_here';
  /** Numbers of the blocks, from 0; null where there is none. */
  readonly older: number | null;
  readonly newer: number | null;
}

/** Blocks with fewer words in common than this share of the longer one are two. */
const LIKE = 0.4;
/** A word that so many blocks have tells nothing about which of them a block became. */
const COMMON = 20;

/**
 * Which block became which: first those that stand as they stood, then the likest of the rest. What is like but stands
 * in another order was moved. One block in the place of one other is that one, written anew.
 */
export function align(older: readonly TextBlock[], newer: readonly TextBlock[]): Row[] {
  const to = samePlaces(older, newer);
  const free = likest(older, newer, to);
  for (const [from, at] of inOrder(free, to, newer.length)) to[from] = at;
  const moved = new Map(free.filter(([from]) => to[from] === -1));
  anew(older, newer, to, moved);
  return rowsOf(older, newer, to, moved);
}

/** The newer block for each older one; -1 for none. */
function samePlaces(older: readonly TextBlock[], newer: readonly TextBlock[]): number[] {
  const to = older.map(() => -1);
  let [from, at] = [0, 0];
  const texts = (blocks: readonly TextBlock[]) => blocks.map(({ text }) => text);
  for (const { added, removed, count } of diffArrays(texts(older), texts(newer))) {
    if (!added && !removed) for (let step = 0; step < count; step += 1) to[from + step] = at + step;
    if (!added) from += count;
    if (!removed) at += count;
  }
  return to;
}

type Pair = readonly [older: number, newer: number];

/** Pairs of the blocks that have no place yet, the likest first; each block in one. */
function likest(older: readonly TextBlock[], newer: readonly TextBlock[], to: readonly number[]): Pair[] {
  const taken = new Set(to);
  const before = older.flatMap((block, number) =>
    to[number] === -1 ? [{ number, words: wordsOf(block) }] : [],
  );
  const byWord = new Map<string, number[]>();
  before.forEach(({ words }, index) => {
    for (const word of words) {
      const having = byWord.get(word);
      if (having === undefined) byWord.set(word, [index]);
      else having.push(index);
    }
  });
  const found = newer.flatMap((block, at) => {
    if (taken.has(at)) return [];
    const words = wordsOf(block);
    const candidates = new Set([...words].flatMap((word) => few(byWord.get(word))));
    return [...candidates].flatMap((index) => {
      const was = before[index];
      const like = was === undefined ? 0 : likeness(was.words, words);
      return was !== undefined && like >= LIKE ? [{ pair: [was.number, at] as Pair, like }] : [];
    });
  });
  const distance = ([from, at]: Pair) => Math.abs(from - at);
  found.sort((a, b) => b.like - a.like || distance(a.pair) - distance(b.pair));
  const [usedOlder, usedNewer] = [new Set<number>(), new Set<number>()];
  return found.flatMap(({ pair }) => {
    if (usedOlder.has(pair[0]) || usedNewer.has(pair[1])) return [];
    usedOlder.add(pair[0]);
    usedNewer.add(pair[1]);
    return [pair];
  });
}

const few = (indices: readonly number[] = []) => (indices.length > COMMON ? [] : indices);

const wordsOf = ({ text }: TextBlock): ReadonlySet<string> =>
  new Set(text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []);

/** The words that both have, as a share of the longer one's: 0 to 1. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += 1;
  return shared / Math.max(1, a.size, b.size);
}

/** Of these pairs as many as stand in one order with each other and with what stands as it stood. */
function inOrder(pairs: readonly Pair[], to: readonly number[], length: number): Pair[] {
  const limits = gaps(to, length);
  const fitting = pairs.filter(([from, at]) => {
    const { after = -1, before = length } = limits[from] ?? {};
    return after < at && at < before;
  });
  return longestRising(fitting.toSorted((a, b) => a[0] - b[0]));
}

/** For each older block, between which newer ones it would stand in order. */
function gaps(to: readonly number[], length: number): { after: number; before: number }[] {
  const limits = to.map(() => ({ after: -1, before: length }));
  let last = -1;
  to.forEach((at, from) => {
    const limit = limits[from];
    if (limit !== undefined) limit.after = last;
    if (at !== -1) last = at;
  });
  let next = length;
  for (let from = to.length - 1; from >= 0; from -= 1) {
    const limit = limits[from];
    if (limit !== undefined) limit.before = next;
    if (to[from] !== -1) next = to[from] ?? next;
  }
  return limits;
}

/** The longest part of the pairs, which rise in their first number, that rises in the second as well. */
function longestRising(pairs: readonly Pair[]): Pair[] {
  /** The pair at which the best run of each length ends, and the one before each pair. */
  const ends: number[] = [];
  const before: number[] = [];
  pairs.forEach(([, at], index) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    before[index] = ends[low - 1] ?? -1;
    ends[low] = index;
  });
  const run: Pair[] = [];
  for (let index = ends.at(-1) ?? -1; index !== -1; index = before[index] ?? -1) {
    const pair = pairs[index];
    if (pair !== undefined) run.push(pair);
  }
  return run.reverse();
}

/** Where one block alone gave way to one of the same role, they are shown beside each other, unlike as they are. */
function anew(
  older: readonly TextBlock[],
  newer: readonly TextBlock[],
  to: number[],
  moved: ReadonlyMap<number, number>,
): void {
  const arrived = new Set(moved.values());
  let last = -1;
  let waiting: number[] = [];
  const close = (next: number) => {
    const fresh: number[] = [];
    for (let at = last + 1; at < next; at += 1) if (!arrived.has(at)) fresh.push(at);
    const [[from], [at]] = [waiting, fresh];
    const isOne = waiting.length === 1 && fresh.length === 1 && from !== undefined && at !== undefined;
    if (isOne && older[from]?.role === newer[at]?.role) to[from] = at;
    waiting = [];
    last = next;
  };
  // What is paired here stands between two that were paired before: the walk goes by those.
  [...to, newer.length].forEach((at, from) => {
    if (at !== -1) close(at);
    else if (!moved.has(from)) waiting.push(from);
  });
}

/** In the order of the newer text; what is in the older one alone stands where it stood. */
function rowsOf(
  older: readonly TextBlock[],
  newer: readonly TextBlock[],
  to: readonly number[],
  moved: ReadonlyMap<number, number>,
): Row[] {
  const cameFrom = new Map([...moved].map(([from, at]) => [at, from]));
  const rows: Row[] = [];
  let shown = 0;
  const upTo = (end: number) => {
    for (; shown < end; shown += 1) {
      const from = cameFrom.get(shown);
      rows.push(
        from === undefined
          ? { kind: 'added', older: null, newer: shown }
          : { kind: 'moved_here', older: from, newer: shown },
      );
    }
  };
  to.forEach((at, from) => {
    const there = moved.get(from);
    if (at !== -1) {
      upTo(at);
      const isSame = older[from]?.text === newer[at]?.text;
      rows.push({ kind: isSame ? 'same' : 'changed', older: from, newer: at });
      shown = at + 1;
    } else if (there !== undefined) rows.push({ kind: 'moved_away', older: from, newer: there });
    else rows.push({ kind: 'removed', older: from, newer: null });
  });
  upTo(newer.length);
  return rows;
}
