/** Where marked words are on the newer revision. */
import type { Span } from '../../../contract/common.ts';
import type { Aligned, Side } from './aligned.ts';
import { isBoundWord } from './lexicon.ts';
import type { Token } from './tokens.ts';
import { tells } from './tokens.ts';

/** Tokens of one revision, `to` exclusive. */
export interface TokenRange {
  readonly from: number;
  readonly to: number;
}

/** The tokens that a span touches; empty where it holds none. */
export function tokensIn({ tokens }: Side, { start, end }: Pick<Span, 'start' | 'end'>): TokenRange {
  const from = firstWhere(tokens, (token) => token.end > start);
  const to = firstWhere(tokens, (token) => token.start >= end);
  return { from, to: Math.max(from, to) };
}

/** The first token for which a question, once true, stays true. */
function firstWhere(tokens: readonly Token[], isAfter: (token: Token) => boolean): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const token = tokens[middle];
    if (token !== undefined && isAfter(token)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * The newer tokens that took the place of older ones; null where nothing did.
 *
 * From the words that are still there outwards: what was put in between belongs to them, and what was exchanged at an
 * edge does as far as the exchange lies inside. Where none is left, what stands between the same neighbours has
 * taken their place.
 */
export function locate(aligned: Aligned, range: TokenRange): TokenRange | null {
  const kept = keptTokens(aligned, range);
  const [first, last] = [kept[0], kept.at(-1)];
  const found =
    first === undefined || last === undefined
      ? replacement(aligned, range)
      : {
          from: leftEdge(aligned, range, first),
          to: rightEdge(aligned, range, last),
        };
  return found === null ? null : trimmed(aligned, range, withBounds(aligned, range, found));
}

interface Kept {
  readonly old: number;
  readonly now: number;
}

/** Words that are still there, without strays that a moved sentence took far away. */
function keptTokens({ to, newer }: Aligned, range: TokenRange): Kept[] {
  const kept: Kept[] = [];
  for (let old = range.from; old < range.to; old++) {
    const now = to[old] ?? -1;
    if (now !== -1) kept.push({ old, now });
  }
  const rises = kept.every(({ now }, index) => index === 0 || now > (kept[index - 1]?.now ?? -1));
  const spread = (kept.at(-1)?.now ?? 0) - (kept[0]?.now ?? 0);
  if (rises && spread < 2 * (range.to - range.from) + STRETCH) return kept;
  const counts = new Map<number, number>();
  for (const { now } of kept) {
    const sentence = newer.sentenceOf[now] ?? -1;
    counts.set(sentence, (counts.get(sentence) ?? 0) + 1);
  }
  const [main] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [-1];
  return kept.filter(({ now }) => newer.sentenceOf[now] === main);
}

/** So many tokens may be put into marked words before they count as torn apart. */
const STRETCH = 24;

function leftEdge(aligned: Aligned, range: TokenRange, first: Kept): number {
  const lost = first.old - range.from;
  if (lost === 0) return first.now;
  const { outside, before } = leftNeighbour(aligned, range.from);
  const floor = Math.max(before + 1, sentenceStart(aligned.newer, first.now));
  const put = Math.max(first.now - floor, 0);
  return first.now - (outside === 0 && before !== -1 ? put : Math.min(put, lost));
}

function rightEdge(aligned: Aligned, range: TokenRange, last: Kept): number {
  const lost = range.to - 1 - last.old;
  if (lost === 0) return last.now + 1;
  const { outside, after } = rightNeighbour(aligned, range.to - 1);
  const ceiling = Math.min(after, sentenceEnd(aligned.newer, last.now));
  const put = Math.max(ceiling - last.now - 1, 0);
  return last.now + 1 + (outside === 0 && after < aligned.newer.tokens.length ? put : Math.min(put, lost));
}

const sentenceStart = ({ firstOf, sentenceOf }: Side, token: number): number =>
  firstOf[sentenceOf[token] ?? 0] ?? 0;
const sentenceEnd = ({ firstOf, sentenceOf, tokens }: Side, token: number): number =>
  firstOf[(sentenceOf[token] ?? 0) + 1] ?? tokens.length;

/** The nearest older token before that is still there in the same sentence, and how many lost ones lie between. */
function leftNeighbour({ to, older }: Aligned, from: number): { outside: number; before: number } {
  const floor = sentenceStart(older, from);
  let outside = 0;
  for (let old = from - 1; old >= floor; old--) {
    const now = to[old] ?? -1;
    if (now !== -1) return { outside, before: now };
    outside += 1;
  }
  return { outside, before: -1 };
}

function rightNeighbour({ to, older, newer }: Aligned, last: number): { outside: number; after: number } {
  const ceiling = sentenceEnd(older, last);
  let outside = 0;
  for (let old = last + 1; old < ceiling; old++) {
    const now = to[old] ?? -1;
    if (now !== -1) return { outside, after: now };
    outside += 1;
  }
  return { outside, after: newer.tokens.length };
}

/** What stands between the neighbours that are still there, in the same sentence. */
function replacement(aligned: Aligned, range: TokenRange): TokenRange | null {
  const { newer } = aligned;
  const left = leftNeighbour(aligned, range.from);
  const right = rightNeighbour(aligned, range.to - 1);
  const anchor = left.before !== -1 ? left.before : right.after < newer.tokens.length ? right.after : -1;
  if (anchor === -1) return null;
  const from = Math.max(left.before + 1, sentenceStart(newer, anchor));
  const to = Math.min(right.after, sentenceEnd(newer, anchor));
  const put = to - from;
  const lost = range.to - range.from;
  if (put <= 0 || put > 2 * (lost + left.outside + right.outside) + STRETCH) return null;
  const all = left.outside + lost + right.outside;
  const start = from + Math.round((left.outside * put) / all);
  const end = to - Math.round((right.outside * put) / all);
  return end > start ? { from: start, to: end } : null;
}

/** "About", put before a figure, belongs to it. */
function withBounds({ to, older, newer }: Aligned, range: TokenRange, found: TokenRange): TokenRange {
  // A bound that stood outside the marked words stays outside them, whatever it is now.
  if (isBoundWord(older.tokens[range.from - 1]?.key ?? '')) return found;
  const isPutIn = (now: number) => isBoundWord(newer.tokens[now]?.key ?? '') && !isTaken(to, range, now);
  let from = found.from;
  if ((newer.tokens[found.from]?.key ?? '').startsWith('#'))
    while (from > sentenceStart(newer, found.from) && isPutIn(from - 1)) from -= 1;
  return { from, to: found.to };
}

/** Does the token just before the marked words, or one a few before it, still stand here? */
function isTaken(to: Int32Array, range: TokenRange, now: number): boolean {
  for (let old = Math.max(range.from - 8, 0); old < range.from; old++) if (to[old] === now) return true;
  return false;
}

/** Without punctuation at an edge that had none. */
function trimmed({ older, newer }: Aligned, range: TokenRange, found: TokenRange): TokenRange | null {
  let { from, to } = found;
  const isWord = (token: Token | undefined) => token !== undefined && tells(token);
  if (isWord(older.tokens[range.from])) while (from < to && !isWord(newer.tokens[from])) from += 1;
  if (isWord(older.tokens[range.to - 1])) while (to > from && !isWord(newer.tokens[to - 1])) to -= 1;
  return to > from ? { from, to } : null;
}

/**
 * The span of newer tokens. Where the older span cut a token that stands unchanged, so does this one.
 */
export function spanOf(
  { older, newer }: Aligned,
  was: Pick<Span, 'start' | 'end'>,
  range: TokenRange,
  found: TokenRange,
): Span {
  const { text } = newer.revision;
  const start = edge(older, newer, range.from, found.from, was.start, 'start');
  const end = edge(older, newer, range.to - 1, found.to - 1, was.end, 'end');
  return { start, end, quote: text.slice(start, end) };
}

function edge(older: Side, newer: Side, old: number, now: number, at: number, side: 'start' | 'end'): number {
  const [before, after] = [older.tokens[old], newer.tokens[now]];
  if (before === undefined || after === undefined) return at;
  const printed = (of: Side, token: Token) => of.revision.text.slice(token.start, token.end);
  const cut = side === 'start' ? at - before.start : at - before.end;
  const isInside = cut !== 0 && Math.abs(cut) < before.end - before.start;
  const same = printed(older, before) === printed(newer, after);
  return after[side] + (isInside && same && (side === 'start') === cut > 0 ? cut : 0);
}
