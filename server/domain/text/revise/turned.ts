/** One sentence with who says so before what is said, and with the same behind it. */
import type { Aligned, Side } from './aligned.ts';
import { isCue, isNegation, opensFrame, opensWords } from './lexicon.ts';
import type { TokenRange } from './locate.ts';
import { cuesIn } from './speech.ts';
import type { Token } from './tokens.ts';

/** Who says so, by which word, and what: each as keys. */
interface Said {
  readonly who: string;
  readonly cue: string;
  readonly content: string;
  readonly isBehind: boolean;
}

/**
 * Did who says so change sides, and is everything else as it was? "Rashid said nine died.", "Nine died, Rashid said."
 *
 * Only where the whole sentence is said by one word, so that nothing in it can be said by another than before.
 */
export function isToldFromOtherSide(aligned: Aligned, range: TokenRange, found: TokenRange): boolean {
  const { older, newer, groups, groupOfOlder } = aligned;
  const group = groups[groupOfOlder[older.sentenceOf[range.from] ?? -1] ?? -1];
  if (group === undefined || group.older.length + group.newer.length !== 2) return false;
  const was = saidIn(older, range);
  const now = was === null ? null : saidIn(newer, found);
  if (was === null || now === null) return false;
  return (
    was.isBehind !== now.isBehind && was.who === now.who && was.cue === now.cue && was.content === now.content
  );
}

function saidIn(side: Side, { from, to }: TokenRange): Said | null {
  const first = side.firstOf[side.sentenceOf[from] ?? -1] ?? 0;
  const end = side.firstOf[(side.sentenceOf[from] ?? -1) + 1] ?? first;
  const [at, ...more] = cuesIn(side, side.sentenceOf[from] ?? -1);
  if (at === undefined || more.length > 0) return null;
  const tokens = side.tokens.slice(first, end);
  const cue = at - first;
  const before = tokens.slice(0, cue);
  if (cue > 0 && before.every(({ means }) => means) && from > first + cue) {
    const behind = tokens.slice(cue + 1);
    const content = opensWords(behind[0]?.key ?? '') ? behind.slice(1) : behind;
    return told(before, tokens[cue], content, false);
  }
  const comma = before.findLastIndex(({ key }) => key === ',');
  if (comma === -1 || to > first + comma) return null;
  const tail = tokens.slice(comma + 1).filter(({ means }) => means);
  const said = tail.findIndex(({ key }) => isCue(key));
  const isAtEdge = said === 0 || said === tail.length - 1;
  const who = tail.filter((_, index) => index !== said);
  return isAtEdge ? told(who, tail[said], tokens.slice(0, comma), true) : null;
}

function told(
  who: readonly Token[],
  cue: Token | undefined,
  content: readonly Token[],
  isBehind: boolean,
): Said | null {
  if (who.length === 0 || cue === undefined || who.some(({ key }) => isNegation(key))) return null;
  return { who: line(who), cue: cue.key.toLowerCase(), content: line(trimmed(content)), isBehind };
}

/** Without the signs at its ends. */
function trimmed(tokens: readonly Token[]): readonly Token[] {
  const first = tokens.findIndex(({ means }) => means);
  return first === -1 ? [] : tokens.slice(first, tokens.findLastIndex(({ means }) => means) + 1);
}

/** A little word may have come to open the sentence, or to open it no more. */
const line = (tokens: readonly Token[]): string =>
  tokens.map(({ key }, at) => (at === 0 && opensFrame(key) ? key.toLowerCase() : key)).join(' ');
