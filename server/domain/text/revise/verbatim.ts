/** Sentences that stand on the newer revision word for word, punctuation and all: most do, and little has to be asked of them. */
import type { Aligned } from './aligned.ts';
import type { TokenRange } from './locate.ts';

/** For each older sentence where its first token is now, -1 where the sentence is not the same. */
const starts = new WeakMap<Aligned, Int32Array>();

function startsOf(aligned: Aligned): Int32Array {
  const known = starts.get(aligned);
  if (known !== undefined) return known;
  const { older, newer, groups } = aligned;
  const found = new Int32Array(older.revision.sentences.length).fill(-1);
  for (const group of groups) {
    const [old = -1, ...olds] = group.older;
    const [now = -1, ...news] = group.newer;
    if (olds.length + news.length > 0) continue;
    const [from, fromNow] = [older.firstOf[old] ?? 0, newer.firstOf[now] ?? 0];
    const length = (older.firstOf[old + 1] ?? from) - from;
    let same = (newer.firstOf[now + 1] ?? fromNow) - fromNow === length;
    for (let at = 0; same && at < length; at++)
      same = older.tokens[from + at]?.key === newer.tokens[fromNow + at]?.key;
    if (same) found[old] = fromNow;
  }
  starts.set(aligned, found);
  return found;
}

/** Where words of one such sentence are now; null where the general way has to find them. */
export function verbatimRange(aligned: Aligned, { from, to }: TokenRange): TokenRange | null {
  const { older } = aligned;
  const sentence = older.sentenceOf[from] ?? -1;
  if (sentence === -1 || older.sentenceOf[to - 1] !== sentence) return null;
  const start = startsOf(aligned)[sentence] ?? -1;
  if (start === -1) return null;
  const shift = start - (older.firstOf[sentence] ?? 0);
  return { from: from + shift, to: to + shift };
}
