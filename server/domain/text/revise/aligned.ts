/** Two revisions laid beside one another, token by token. */
import { diffArrays } from 'diff';
import { type Group, groupAlike } from './likeness.ts';
import type { RevisedText } from './model.ts';
import { pairUnchanged, pairWithin } from './pairs.ts';
import { comparing, type Token, tells } from './tokens.ts';

/** One revision as tokens. */
export interface Side {
  readonly revision: RevisedText;
  readonly tokens: readonly Token[];
  /** The first token of each sentence, and at its end the number of all tokens that stand in sentences. */
  readonly firstOf: readonly number[];
  /** The sentence of each token. */
  readonly sentenceOf: Int32Array;
  /** The keys of the tokens of each sentence that count outside a claim as well. */
  readonly telling: readonly (readonly string[])[];
}

export interface Aligned {
  readonly older: Side;
  readonly newer: Side;
  /** The newer token for each older one, -1 where it is gone. */
  readonly to: Int32Array;
  /** The group of each sentence, -1 for one that is alone: what was changed, split or joined together. */
  readonly groupOfOlder: Int32Array;
  readonly groupOfNewer: Int32Array;
  readonly groups: readonly Group[];
  /** True for an older sentence that no longer stands between the ones it stood between. */
  readonly moved: readonly boolean[];
}

/** Lay two revisions beside one another. Linear in their length but for sentences that were reworded. */
export function align(olderText: RevisedText, newerText: RevisedText): Aligned {
  const older = sideOf(olderText);
  const newer = sideOf(newerText);
  const [wordsOfOlder, wordsOfNewer] = [older.telling, newer.telling];
  const keysOf = (words: readonly (readonly string[])[]) => words.map((one) => one.join('\n'));
  const [keys, keysNow] = [keysOf(wordsOfOlder), keysOf(wordsOfNewer)];
  const known = pairWithin(paragraphsOf(older, keys), paragraphsOf(newer, keysNow));
  const pairs = pairUnchanged(keys, keysNow, known);
  const unchanged = [...pairs].flatMap((now, old): Group[] =>
    now === -1 || keys[old] === '' ? [] : [{ older: [old], newer: [now] }],
  );
  const alike = [...unchanged, ...groupAlike(wordsOfOlder, wordsOfNewer, pairs)];
  const certain = new Set(known.map(([old]) => old));
  const groups = withoutGuesses(alike, certain, { older, newer, keys, keysNow });

  const to = new Int32Array(older.tokens.length).fill(-1);
  const groupOfOlder = new Int32Array(wordsOfOlder.length).fill(-1);
  const groupOfNewer = new Int32Array(wordsOfNewer.length).fill(-1);
  groups.forEach((group, index) => {
    for (const old of group.older) groupOfOlder[old] = index;
    for (const now of group.newer) groupOfNewer[now] = index;
    mapTokens(tokensOf(older, group.older), tokensOf(newer, group.newer), older, newer, to);
  });
  return { older, newer, to, groupOfOlder, groupOfNewer, groups, moved: outOfOrder(groups, older) };
}

/** Where each block of a revision begins among its sentences. */
function paragraphsOf({ revision: { sentences } }: Side, keys: readonly string[]) {
  const opens = sentences.flatMap(({ block }, at) => (sentences[at - 1]?.block === block ? [] : [at]));
  return { keys, firstOf: [...opens, sentences.length] };
}

interface Keyed {
  readonly older: Side;
  readonly newer: Side;
  readonly keys: readonly string[];
  readonly keysNow: readonly string[];
}

/**
 * Without pairs of a sentence that a revision has more than once, where its paragraph is another and none of its neighbours
 * in that went along; of one that was a paragraph of its own, none of the sentences around.
 *
 * "Two men were shot" in the paragraph on Harran is not the one in the paragraph on Dorvan.
 */
function withoutGuesses(
  groups: readonly Group[],
  certain: ReadonlySet<number>,
  { older, newer, keys, keysNow }: Keyed,
): Group[] {
  const [often, oftenNow] = [repeated(keys), repeated(keysNow)];
  const partners = new Map(groups.flatMap(({ older: olds, newer: news }) => olds.map((old) => [old, news])));
  return groups.filter(({ older: [old = -1, ...olds], newer: [now = -1, ...news] }) => {
    const key = keys[old] ?? '';
    if (certain.has(old) || olds.length + news.length > 0 || key !== keysNow[now]) return true;
    if (!often.has(key) && !oftenNow.has(key)) return true;
    const isAlone = ![-1, 1].some((step) => isBeside(older, old, step));
    const around = [-1, 1].filter((step) =>
      isAlone ? keys[old + step] !== undefined : isBeside(older, old, step),
    );
    return (
      around.length === 0 ||
      around.some(
        (step) => (isAlone || isBeside(newer, now, step)) && partners.get(old + step)?.includes(now + step),
      )
    );
  });
}

function repeated(keys: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  return new Set(keys.filter((key) => seen.has(key) || !seen.add(key)));
}

const isBeside = ({ revision: { sentences } }: Side, sentence: number, step: number): boolean =>
  sentences[sentence + step] !== undefined &&
  sentences[sentence + step]?.block === sentences[sentence]?.block;

/**
 * A newer text of today is the older one of tomorrow: its tokens, and all that was asked of its sentences, are kept for a
 * while. What a side says follows from its revision alone.
 */
const recent: Side[] = [];
const KEPT = { sides: 4, length: 4_000_000 };

export function sideOf(revision: RevisedText): Side {
  const at = recent.findIndex((side) => isSameText(side.revision, revision));
  const side = (at === -1 ? undefined : recent.splice(at, 1)[0]) ?? readSide(revision);
  recent.unshift(side);
  let length = 0;
  const last = recent.findIndex((one, index) => {
    length += one.revision.text.length;
    return index >= KEPT.sides || (index > 0 && length > KEPT.length);
  });
  if (last !== -1) recent.length = last;
  return side;
}

function isSameText(one: RevisedText, other: RevisedText): boolean {
  return (
    one.language === other.language &&
    one.text === other.text &&
    one.sentences.length === other.sentences.length &&
    one.sentences.every((sentence, index) => {
      const same = other.sentences[index];
      return (
        same !== undefined &&
        sentence.start === same.start &&
        sentence.end === same.end &&
        sentence.block === same.block
      );
    })
  );
}

function readSide(revision: RevisedText): Side {
  const firstOf: number[] = [];
  const tokens: Token[] = [];
  const telling: string[][] = [];
  const compare = comparing(revision.language);
  for (const { start, end } of revision.sentences) {
    firstOf.push(tokens.length);
    const keys: string[] = [];
    for (const token of compare(revision.text.slice(start, end))) {
      tokens.push({ ...token, start: token.start + start, end: token.end + start });
      if (tells(token)) keys.push(token.key);
    }
    telling.push(keys);
  }
  firstOf.push(tokens.length);
  const sentenceOf = new Int32Array(tokens.length);
  for (let sentence = 0; sentence < revision.sentences.length; sentence++)
    sentenceOf.fill(sentence, firstOf[sentence], firstOf[sentence + 1]);
  return { revision, tokens, firstOf, sentenceOf, telling };
}

/** The keys of the tokens of one sentence that count outside a claim as well. */
export const tellingWords = ({ telling }: Side, sentence: number): readonly string[] =>
  telling[sentence] ?? [];

/** The numbers of the tokens of some sentences. */
export function tokensOf({ firstOf }: Side, sentences: readonly number[]): number[] {
  const found: number[] = [];
  for (const sentence of sentences)
    for (let at = firstOf[sentence] ?? 0; at < (firstOf[sentence + 1] ?? 0); at++) found.push(at);
  return found;
}

function mapTokens(
  olds: readonly number[],
  news: readonly number[],
  older: Side,
  newer: Side,
  to: Int32Array,
): void {
  // A word that came to open a sentence is still that word; whether it is the same is asked later.
  const keys = (side: Side, at: readonly number[]) =>
    at.map((index) => side.tokens[index]?.key.toLowerCase() ?? '');
  let [old, now] = [0, 0];
  for (const { count, added, removed } of diffArrays(keys(older, olds), keys(newer, news))) {
    if (!added && !removed)
      for (let step = 0; step < count; step++) to[olds[old + step] ?? 0] = news[now + step] ?? -1;
    if (!added) old += count;
    if (!removed) now += count;
  }
}

/**
 * Which sentences are out of order: all but the heaviest run of groups that rises in both revisions.
 *
 * Heaviest in tokens, so that of two paragraphs that changed places the shorter one counts as moved.
 */
function outOfOrder(groups: readonly Group[], older: Side): boolean[] {
  const ordered = groups
    .map((group, index) => ({ index, group, from: group.older[0] ?? 0, to: group.newer[0] ?? 0 }))
    .sort((a, b) => a.from - b.from);
  const stays = heaviestRise(
    ordered.map(({ group, to }) => ({ to, weight: tokensOf(older, group.older).length })),
  );
  const moved = Array.from({ length: older.revision.sentences.length }, () => false);
  ordered.forEach(({ group }, at) => {
    if (stays.has(at)) return;
    for (const sentence of group.older) moved[sentence] = true;
  });
  return moved;
}

interface Step {
  readonly to: number;
  readonly weight: number;
}

/** The heaviest rising subsequence, by a tree of running maxima (Fenwick): n log n. */
function heaviestRise(steps: readonly Step[]): Set<number> {
  const ranks = new Map(
    [...new Set(steps.map(({ to }) => to))].sort((a, b) => a - b).map((to, rank) => [to, rank + 1]),
  );
  const best: { weight: number; at: number }[] = Array.from({ length: ranks.size + 1 }, () => ({
    weight: 0,
    at: -1,
  }));
  const before: number[] = [];
  let heaviest = { weight: 0, at: -1 };
  steps.forEach(({ to, weight }, at) => {
    const rank = ranks.get(to) ?? 1;
    let found = { weight: 0, at: -1 };
    for (let node = rank - 1; node > 0; node -= node & -node) {
      const here = best[node];
      if (here !== undefined && here.weight > found.weight) found = here;
    }
    before[at] = found.at;
    const mine = { weight: found.weight + Math.max(weight, 1), at };
    for (let node = rank; node < best.length; node += node & -node)
      if (mine.weight > (best[node]?.weight ?? 0)) best[node] = mine;
    if (mine.weight > heaviest.weight) heaviest = mine;
  });
  const chain = new Set<number>();
  for (let at = heaviest.at; at !== -1; at = before[at] ?? -1) chain.add(at);
  return chain;
}
