/** The rest of the sentence in which marked words stand, on both revisions. */
import type { Aligned, Side } from './aligned.ts';
import { wordsIn } from './alike.ts';
import { type Difference, differenceOf } from './changes.ts';
import { isBinding, isCue, isEdgeWord, isFigure, outcomesOf, standsAlone } from './lexicon.ts';
import type { TokenRange } from './locate.ts';
import { isSelfContained, isTurnedRound } from './order.ts';
import { tells } from './tokens.ts';

export interface Around {
  readonly difference: Difference | null;
  /** The older tokens that were compared, by their place in the run. */
  readonly indices: readonly number[];
  /** True where the words around are the same but for the place of the marked ones among them. */
  readonly isReordered: boolean;
}

/**
 * Compare the rest of the sentence, or of the sentences that one was split into or joined from.
 *
 * "12 killed and 30 injured" may become "30 injured and 12 killed": the rest is the same without the word that joins.
 */
export function differenceAround(aligned: Aligned, range: TokenRange, found: TokenRange): Around {
  const { older, newer, groups, groupOfOlder, groupOfNewer } = aligned;
  const olds = around(older, range, groupOfOlder, (group) => groups[group]?.older ?? []);
  const news = around(newer, found, groupOfNewer, (group) => groups[group]?.newer ?? []);
  const [keysBefore, keysNow] = [contextKeys(older, olds), contextKeys(newer, news)];
  const difference = differenceOf(keysBefore, keysNow);
  const place = (keys: readonly string[], indices: readonly number[], { from }: TokenRange, without = '') =>
    keys.filter((key, at) => (indices[at] ?? from) < from && key !== without).length;
  if (difference === null) {
    const [was, is] = [place(keysBefore, olds, range), place(keysNow, news, found)];
    const crossed = keysBefore.slice(Math.min(was, is), Math.max(was, is));
    return {
      difference:
        edgesDiffer(aligned, range, found) ?? roleDiffers(crossed) ?? scopeDiffers(aligned, range, found),
      indices: olds,
      isReordered: was !== is,
    };
  }
  const joined = (keys: readonly string[]) => keys.filter((key) => key !== 'and');
  if (differenceOf(joined(keysBefore), joined(keysNow)) === null) {
    const [was, is] = [place(keysBefore, olds, range, 'and'), place(keysNow, news, found, 'and')];
    const crossed = joined(keysBefore).slice(Math.min(was, is), Math.max(was, is));
    return {
      difference:
        edgesDiffer(aligned, range, found) ??
        (crossed.length > 0 && !(isCounted(older, range) && isSelfContained(crossed)) ? difference : null) ??
        scopeDiffers(aligned, range, found),
      indices: olds,
      isReordered: !isSplit(aligned, range),
    };
  }
  if (isTurnedRound(aligned, range, found))
    return { difference: edgesDiffer(aligned, range, found, limits), indices: olds, isReordered: true };
  return { difference, indices: olds, isReordered: false };
}

/**
 * Words that went from one side of the marked ones to the other, or to what stands beside them: "12 killed and about 30
 * injured" has the words of "about 12 killed and 30 injured".
 */
function edgesDiffer(
  { older, newer }: Aligned,
  range: TokenRange,
  found: TokenRange,
  isEdge = isEdgeWord,
): Difference | null {
  const [before, after] = [
    edgeWords(older, range.from - 1, -1, isEdge),
    edgeWords(older, range.to, 1, isEdge),
  ];
  const [beforeNow, afterNow] = [
    edgeWords(newer, found.from - 1, -1, isEdge),
    edgeWords(newer, found.to, 1, isEdge),
  ];
  if (before.join(' ') === beforeNow.join(' ') && after.join(' ') === afterNow.join(' ')) return null;
  return { removed: [...before, ...after], added: [...beforeNow, ...afterNow], removedAt: [] };
}

/** Do the marked words have a figure of their own, or one right before them? */
const isCounted = ({ tokens }: Side, { from, to }: TokenRange): boolean =>
  tokens.slice(Math.max(from - 1, 0), to).some(({ key }) => isFigure(key));

/** Who says so says both of what "and" joins, and "allegedly" only the one that it stands by. */
const limits = (key: string): boolean => isEdgeWord(key) && (!isCue(key) || key.endsWith('ly'));

/** The words right beside marked ones that say how far they go, in one direction. */
function edgeWords(
  { tokens, sentenceOf }: Side,
  from: number,
  step: 1 | -1,
  isEdge: (key: string) => boolean,
): string[] {
  const found: string[] = [];
  for (let at = from; sentenceOf[at] === sentenceOf[from - step]; at += step) {
    const token = tokens[at];
    if (token === undefined) break;
    if (!tells(token)) continue;
    const key = token.key.toLowerCase();
    if (!isEdge(key)) break;
    found.push(key);
  }
  return found;
}

/** "Six soldiers killed" and "Killed six soldiers": what stood on one side stands on the other, and is no count beside it. */
function roleDiffers(crossed: readonly string[]): Difference | null {
  if (crossed.length === 0 || crossed.some(isFigure) || standsAlone(crossed[0] ?? '')) return null;
  return { removed: crossed, added: [], removedAt: [] };
}

/** "If the wall falls. Nine men die.": the word that makes it a condition stands in a sentence of its own now. */
function scopeDiffers(aligned: Aligned, range: TokenRange, found: TokenRange): Difference | null {
  if (!isSplit(aligned, range)) return null;
  const binding = (side: Side, { from }: TokenRange) =>
    wordsIn(side, side.sentenceOf[from] ?? 0)
      .map((key) => key.toLowerCase())
      .filter(isBinding)
      .sort();
  return differenceOf(binding(aligned.older, range), binding(aligned.newer, found));
}

const isSplit = ({ older, groups, groupOfOlder }: Aligned, { from }: TokenRange): boolean => {
  const group = groups[groupOfOlder[older.sentenceOf[from] ?? -1] ?? -1];
  return group !== undefined && group.older.length + group.newer.length > 2;
};

/** The telling tokens of the sentences around a range, without the range. */
function around(
  side: Side,
  { from, to }: TokenRange,
  groupOf: Int32Array,
  sentencesOf: (group: number) => readonly number[],
): number[] {
  const own = new Set<number>();
  for (let index = from; index < to; index++) {
    const sentence = side.sentenceOf[index] ?? -1;
    own.add(sentence);
    for (const other of sentencesOf(groupOf[sentence] ?? -1)) own.add(other);
  }
  return [...own]
    .sort((a, b) => a - b)
    .flatMap((sentence) => {
      const first = side.firstOf[sentence] ?? 0;
      const indices: number[] = [];
      for (let index = first; index < (side.firstOf[sentence + 1] ?? first); index++) {
        const token = side.tokens[index];
        if ((index < from || index >= to) && token !== undefined && tells(token)) indices.push(index);
      }
      return indices;
    });
}

/** A word that opens a sentence is written large for that alone. */
export function contextKeys(side: Side, indices: readonly number[]): string[] {
  return indices.map((index) => {
    const key = side.tokens[index]?.key ?? '';
    const opens = side.firstOf[side.sentenceOf[index] ?? -1] === index;
    return opens ? key.toLowerCase() : key;
  });
}

/** What happened to the marked ones, by the word for it that stands nearest to them in their sentence; of two the one before. */
export function nearestOutcome({ tokens, firstOf, sentenceOf }: Side, { from, to }: TokenRange): string {
  const sentence = sentenceOf[from] ?? 0;
  const first = firstOf[sentence] ?? 0;
  const last = firstOf[sentence + 1] ?? first;
  for (let step = 1; from - step >= first || to + step <= last; step++) {
    const beside = [from - step, to + step - 1].filter((at) => at >= first && at < last);
    const [outcome] = beside.flatMap((at) => outcomesOf(tokens[at]?.key ?? ''));
    if (outcome !== undefined) return outcome;
  }
  return '';
}
