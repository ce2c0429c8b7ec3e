/** Which sentences of two revisions are the same in other words. */
import type { Pairing } from './pairs.ts';

/** The telling tokens of each sentence, by number. */
export type SentenceWords = readonly (readonly string[])[];

/** Sentences of both revisions that belong together: one and one, or more where a sentence was split or joined. */
export interface Group {
  readonly older: readonly number[];
  readonly newer: readonly number[];
}

/** Half of what both say. Below it a sentence is another one. */
const ALIKE = 0.5;
/** Where one stands alone between the same neighbours as another stood, less is enough. */
const ALIKE_IN_PLACE = 0.34;
/** How much of a sentence has to be in another, for it to be a piece of it. */
const PIECE = 0.6;
/** A word in more sentences than this tells none of them apart. */
const COMMON = 100;
/** So many are compared word by word. */
const MOST = 12;

/**
 * Group the sentences that are left over.
 *
 * The most alike first, each with one other; then pieces: a sentence beside a partner, most of whose words the other one
 * has and the partner has not.
 */
export function groupAlike(older: SentenceWords, newer: SentenceWords, pairs: Pairing): Group[] {
  const taken = new Set(pairs);
  const freeOld = older.flatMap((words, index) => (pairs[index] === -1 && words.length > 0 ? [index] : []));
  const freeNew = newer.flatMap((words, index) => (!taken.has(index) && words.length > 0 ? [index] : []));
  const gapOfOld = gapsOfOlder(older.length, pairs);
  const gapOfNew = gapsOfNewer(newer.length, taken);
  const candidates = candidatePairs(older, newer, freeOld, freeNew).map((pair) => {
    const inPlace = gapOfOld[pair.older] === gapOfNew[pair.newer];
    return { ...pair, inPlace, rank: pair.likeness + (inPlace ? 0.15 : 0) };
  });
  candidates.sort((a, b) => b.rank - a.rank || a.older - b.older || a.newer - b.newer);

  const newOf = new Map<number, number[]>();
  const oldOf = new Map<number, number[]>();
  for (const { older: from, newer: to, likeness, inPlace } of candidates) {
    if (likeness < (inPlace ? ALIKE_IN_PLACE : ALIKE) || newOf.has(from) || oldOf.has(to)) continue;
    newOf.set(from, [to]);
    oldOf.set(to, [from]);
  }
  addPieces(older, newer, freeNew, newOf, oldOf);
  addPieces(newer, older, freeOld, oldOf, newOf);
  return [...newOf].flatMap(([from, news]): Group[] => {
    const olds = [...new Set(news.flatMap((to) => oldOf.get(to) ?? []))].sort((a, b) => a - b);
    // A group of several older sentences is told once, by its first.
    return olds[0] === from ? [{ older: olds, newer: [...news].sort((a, b) => a - b) }] : [];
  });
}

/** For each sentence the newer place of the last unchanged one before it. */
function gapsOfOlder(count: number, pairs: Pairing): number[] {
  let last = -1;
  return Array.from({ length: count }, (_, index) => {
    const to = pairs[index] ?? -1;
    if (to !== -1) last = to;
    return last;
  });
}
function gapsOfNewer(count: number, taken: ReadonlySet<number>): number[] {
  let last = -1;
  return Array.from({ length: count }, (_, index) => {
    if (taken.has(index)) last = index;
    return last;
  });
}

interface Candidate {
  readonly older: number;
  readonly newer: number;
  /** Share of the words of both that both have, by weight: 0 to 1. */
  readonly likeness: number;
}

/**
 * For each older sentence the newer ones that share the most with it, by the words that few sentences have.
 *
 * Counted through an index from words to sentences, so that unlike sentences are never compared.
 */
function candidatePairs(
  older: SentenceWords,
  newer: SentenceWords,
  freeOld: readonly number[],
  freeNew: readonly number[],
): Candidate[] {
  const having = new Map<string, number[]>();
  for (const index of freeNew)
    for (const word of new Set(newer[index])) {
      const at = having.get(word);
      if (at === undefined) having.set(word, [index]);
      else at.push(index);
    }
  return freeOld.flatMap((from) => {
    const words = older[from] ?? [];
    const shared = new Map<number, number>();
    for (const word of new Set(words)) {
      const at = having.get(word) ?? [];
      if (at.length <= COMMON) for (const to of at) shared.set(to, (shared.get(to) ?? 0) + weight(word));
    }
    return [...shared]
      .sort(([, a], [, b]) => b - a)
      .slice(0, MOST)
      .map(([to]) => ({ older: from, newer: to, likeness: likeness(words, newer[to] ?? []) }));
  });
}

/** Little words join anything to anything; figures are what changes. */
const weight = (word: string): number => (word.startsWith('#') ? 0.5 : word.length <= 3 ? 0.3 : 1);
const total = (words: readonly string[]): number => words.reduce((sum, word) => sum + weight(word), 0);

/** Dice's coefficient of two bags of words, by weight. */
function likeness(one: readonly string[], other: readonly string[]): number {
  const both = common(one, other);
  const all = total(one) + total(other);
  return all === 0 ? 0 : (2 * both) / all;
}

function common(one: readonly string[], other: readonly string[]): number {
  const left = bag(other);
  let sum = 0;
  for (const word of one) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    left.set(word, count - 1);
    sum += weight(word);
  }
  return sum;
}

function bag(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Sentences beside a partner that hold what the partner lost. */
function addPieces(
  wholes: SentenceWords,
  pieces: SentenceWords,
  free: readonly number[],
  piecesOf: Map<number, number[]>,
  wholesOf: Map<number, number[]>,
): void {
  for (const piece of free) {
    if (wholesOf.has(piece)) continue;
    for (const neighbour of [piece - 1, piece + 1]) {
      const [whole, ...others] = wholesOf.get(neighbour) ?? [];
      if (whole === undefined || others.length > 0) continue;
      const left = without(wholes[whole] ?? [], pieces[neighbour] ?? []);
      const words = pieces[piece] ?? [];
      if (common(words, left) < PIECE * total(words)) continue;
      piecesOf.set(whole, [...(piecesOf.get(whole) ?? []), piece]);
      wholesOf.set(piece, [whole]);
      break;
    }
  }
}

function without(words: readonly string[], taken: readonly string[]): string[] {
  const left = bag(taken);
  return words.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0;
  });
}
