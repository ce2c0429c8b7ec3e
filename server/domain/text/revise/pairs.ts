/** Which sentences of two revisions are the same: first those that stand unchanged. */

/** The sentences of one revision by number, each known by the words that it holds; an empty string for none. */
export type Keys = readonly string[];

/** Number of the newer sentence for each older one, -1 where none is it. */
export type Pairing = Int32Array;

/**
 * Pair the sentences that stand unchanged, moved ones included.
 *
 * A sentence that each revision has once is certain. From there its neighbours are, as long as they are equal, which
 * tells two same sentences apart by where they stand. What is left of those is paired in order where both revisions have
 * as many between the same neighbours, and otherwise not at all: to guess which of two was deleted would hand one
 * source's words to another.
 *
 * @param known what is known to be the same already
 */
export function pairUnchanged(older: Keys, newer: Keys, known: readonly Pair[] = []): Pairing {
  const pairs = new Int32Array(older.length).fill(-1);
  const taken = new Uint8Array(newer.length);
  const certain = [...known, ...uniquePairs(older, newer)];
  for (const [from, to] of certain) {
    pairs[from] = to;
    taken[to] = 1;
  }
  for (const [from, to] of certain)
    for (const step of [-1, 1]) spread(older, newer, { pairs, taken }, from + step, to + step, step);
  pairRest(older, newer, pairs, taken);
  return pairs;
}

/** Sentences by number that belong to paragraphs which stand unchanged: each is the one at its place in the other. */
export function pairWithin(older: Paragraphs, newer: Paragraphs): Pair[] {
  const whole = ({ keys, firstOf }: Paragraphs) =>
    firstOf.slice(0, -1).map((first, at) => keys.slice(first, firstOf[at + 1]).join(BORDER));
  return [...pairUnchanged(whole(older), whole(newer))].flatMap((now, old): Pair[] => {
    const [first = 0, end = 0] = older.firstOf.slice(old, old + 2);
    const there = newer.firstOf[now];
    if (there === undefined) return [];
    return Array.from({ length: end - first }, (_, step): Pair => [first + step, there + step]);
  });
}
const BORDER = '\n\n';

/** The sentences of a revision, and where each of its paragraphs begins, with the number of all at the end. */
interface Paragraphs {
  readonly keys: Keys;
  readonly firstOf: readonly number[];
}

/** The numbers of an older and of a newer sentence. */
export type Pair = readonly [number, number];

function uniquePairs(older: Keys, newer: Keys): Pair[] {
  const [of, to] = [positions(older), positions(newer)];
  return [...of].flatMap(([key, [first, ...more]]): Pair[] => {
    const [there, ...others] = to.get(key) ?? [];
    const isUnique = first !== undefined && there !== undefined && more.length + others.length === 0;
    return isUnique ? [[first, there]] : [];
  });
}

function positions(keys: Keys): Map<string, number[]> {
  const found = new Map<string, number[]>();
  keys.forEach((key, index) => {
    if (key === '') return;
    const at = found.get(key);
    if (at === undefined) found.set(key, [index]);
    else at.push(index);
  });
  return found;
}

/** Pair equal neighbours, one after another, until one differs or is taken. */
function spread(
  older: Keys,
  newer: Keys,
  { pairs, taken }: { pairs: Pairing; taken: Uint8Array },
  from: number,
  to: number,
  step: number,
): void {
  // Neither is free past the first or the last sentence.
  for (let old = from, now = to; pairs[old] === -1 && taken[now] === 0; old += step, now += step) {
    if (older[old] === '' || older[old] !== newer[now]) return;
    pairs[old] = now;
    taken[now] = 1;
  }
}

/** Between the same neighbours, as many of a kind as before: in order. */
function pairRest(older: Keys, newer: Keys, pairs: Pairing, taken: Uint8Array): void {
  const gapsOfNewer = new Map<string, number[]>();
  let last = -1;
  for (let now = 0; now < newer.length; now++) {
    if (taken[now] === 1) last = now;
    else addTo(gapsOfNewer, `${last} ${newer[now]}`, now);
  }
  const gapsOfOlder = new Map<string, number[]>();
  let before = -1;
  older.forEach((key, old) => {
    const to = pairs[old] ?? -1;
    if (to !== -1) before = to;
    else if (key !== '') addTo(gapsOfOlder, `${before} ${key}`, old);
  });
  for (const [gap, olds] of gapsOfOlder) {
    const news = gapsOfNewer.get(gap) ?? [];
    if (news.length !== olds.length) continue;
    olds.forEach((old, index) => {
      pairs[old] = news[index] ?? -1;
    });
  }
}

function addTo(map: Map<string, number[]>, key: string, value: number): void {
  const at = map.get(key);
  if (at === undefined) map.set(key, [value]);
  else at.push(value);
}
