/** What the signs and the order of a text say of who speaks, where every word stands as it stood. */
import type { Side } from './aligned.ts';
import { isCue } from './lexicon.ts';
import type { TokenRange } from './locate.ts';
import { perSentence } from './per-sentence.ts';
import { isBetweenMarks } from './quoted.ts';
import { speakersIn } from './speakers.ts';

/** Marked words on one revision. */
export interface Place {
  readonly side: Side;
  readonly range: TokenRange;
}

/** Are they no longer somebody's very words, or only now, or does nobody stand as the speaker any more? */
export function changesSpeech(was: Place, now: Place): boolean {
  const [old, late] = [sentenceOf(was), sentenceOf(now)];
  return (
    isSpoken(was) !== isSpoken(now) ||
    isSaid(was.side, old) !== isSaid(now.side, late) ||
    turnsRound(was, now)
  );
}

const sentenceOf = ({ side, range }: Place): number => side.sentenceOf[range.from] ?? 0;

/** Do they begin within quotation marks, or with one? */
const isSpoken = ({ side, range }: Place): boolean => isBetweenMarks(side, range.from);

/** Does the sentence say who says it? One that was split or joined may have left its speaker behind, or found one. */
const isSaid = (side: Side, sentence: number): boolean => speakersIn(side, sentence).length > 0;

/** "The minister said the officer" and "The minister, said the officer,": a comma before the cue, and nothing else. */
export function turnsRound(was: Place, now: Place): boolean {
  const [old, late] = [cutCuesIn(was.side, sentenceOf(was)), cutCuesIn(now.side, sentenceOf(now))];
  return old.length === late.length && old.some((isCut, index) => isCut !== late[index]);
}

/** The tokens by which something is said. */
export const cuesIn = perSentence(({ tokens, firstOf }, sentence): readonly number[] => {
  const found: number[] = [];
  for (let at = firstOf[sentence] ?? 0; at < (firstOf[sentence + 1] ?? 0); at++)
    if (isCue(tokens[at]?.key ?? '')) found.push(at);
  return found;
});

/** For each of them between words whether a comma stands right before it. */
const cutCuesIn = perSentence((side, sentence): readonly boolean[] =>
  cuesIn(side, sentence)
    .filter((at) => at !== side.firstOf[sentence])
    .map((at) => side.tokens[at - 1]?.key === ','),
);
