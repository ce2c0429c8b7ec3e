/** Two deeds of one sentence that changed places: "killed 12 and injured 30", "injured 30 and killed 12". */
import type { Aligned, Side } from './aligned.ts';
import { isAnaphor, isBinding, isCue, isFigure, isNegation, reachesOver, standsAlone } from './lexicon.ts';
import type { TokenRange } from './locate.ts';
import { tells } from './tokens.ts';

/** A sentence's telling words, and how many of them stand before the marked ones. */
interface Line {
  readonly keys: readonly string[];
  readonly at: number;
}

/**
 * Is the sentence the same but for two parts that "and" joins, each in the other's place, one of them with the marked words?
 *
 * Only where neither part holds a word that may reach over both: who says so, a negation, a condition, a place or a day.
 */
export function isTurnedRound(aligned: Aligned, range: TokenRange, found: TokenRange): boolean {
  const { older, newer, groups, groupOfOlder } = aligned;
  const group = groups[groupOfOlder[older.sentenceOf[range.from] ?? -1] ?? -1];
  if (group === undefined || group.older.length + group.newer.length !== 2) return false;
  const [was, is] = [lineOf(older, range), lineOf(newer, found)];
  if (was.keys.length !== is.keys.length) return false;
  return was.keys.some((key, and) => key === 'and' && turnsAt(was, is, and));
}

function lineOf({ tokens, firstOf, sentenceOf }: Side, { from }: TokenRange): Line {
  const sentence = sentenceOf[from] ?? 0;
  const first = firstOf[sentence] ?? 0;
  const line = tokens.slice(first, firstOf[sentence + 1]);
  const keys = line.filter(tells).map(({ key }, index) => (index === 0 ? key.toLowerCase() : key));
  return { keys, at: line.slice(0, from - first).filter(tells).length };
}

/** The words before both parts, and the ones behind them, are found by trying: either part may begin or end as the other does. */
function turnsAt(was: Line, is: Line, and: number): boolean {
  const most = was.keys.findIndex((key, at) => key !== is.keys[at]);
  for (let from = Math.min(most, and - 1); from >= 0; from--)
    for (let to = was.keys.length; to > and + 1; to--) {
      const [first, second] = [was.keys.slice(from, and), was.keys.slice(and + 1, to)];
      const turned = [...was.keys.slice(0, from), ...second, 'and', ...first, ...was.keys.slice(to)];
      if (turned.every((key, at) => key.toLowerCase() === is.keys[at]?.toLowerCase()))
        return (
          isSelfContained(first) && isSelfContained(second) && is.at === newPlace(was.at, { from, and, to })
        );
      if (was.keys[to - 1] !== is.keys[to - 1]) break;
    }
  return false;
}

/** Where a word stands once the parts around "and" have changed places. */
function newPlace(at: number, { from, and, to }: { from: number; and: number; to: number }): number {
  const second = to - and - 1;
  if (at >= from && at < and) return at + second + 1;
  if (at > and && at < to) return at - (and - from) - 1;
  return at;
}

/** Without a figure of its own it may share the one of the other: "nine men and women". */
export const isSelfContained = (keys: readonly string[]): boolean =>
  keys.some(isFigure) &&
  !keys.some(
    (key) =>
      isCue(key) ||
      isNegation(key) ||
      isBinding(key) ||
      isAnaphor(key) ||
      standsAlone(key) ||
      reachesOver(key),
  );
