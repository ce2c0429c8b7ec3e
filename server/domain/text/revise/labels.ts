/** Headings and rulings that tell of the words under or over them whether they are so. */
import type { Side } from './aligned.ts';
import { wordsIn } from './alike.ts';
import { isKnowing, isNegation, isRuling, labels, leadsToRuling } from './lexicon.ts';
import type { Beside } from './model.ts';
import { perSentence } from './per-sentence.ts';
import { isInBlock } from './quoted.ts';
import { NOTHING, type Told } from './voices.ts';

/** So many sentences before it a heading is looked for. */
const REACH = 40;
/** A heading has so many words at most. */
const SHORT = 5;
/** A ruling stands so many sentences behind. */
const SOON = 3;

/** Does another label stand over a sentence than before, or another ruling under it? */
export function changesLabel(older: Side, old: number, newer: Side, now: number): Beside | null {
  for (const ask of [labelOver, rulingUnder]) {
    const [told, toldNow] = [ask(older, old), ask(newer, now)];
    if (told.words !== toldNow.words) return { change: 'negation_changed', was: told.at, now: toldNow.at };
  }
  return null;
}

/** What the nearest heading says of what stands under it: "Rumours", "What is not true". */
const labelOver = perSentence((side, sentence): Told => {
  for (let at = sentence - 1; at >= 0 && at > sentence - REACH; at--) {
    if (!isHeading(side, at)) continue;
    const words = wordsIn(side, at).map((key) => key.toLowerCase());
    const denies = words.some(isNegation);
    const told = words.filter((word) => labels(word) || (denies && isKnowing(word)));
    return { words: [...(told.length > 0 ? words.filter(isNegation) : []), ...told].join(' '), at };
  }
  return NOTHING;
});

/** A few words alone in their block, without a stop. */
const isHeading = perSentence((side, sentence): boolean => {
  const last = side.tokens[(side.firstOf[sentence + 1] ?? 0) - 1];
  return isAlone(side, sentence) && last?.means === true && wordsIn(side, sentence).length <= SHORT;
});

const isAlone = (side: Side, sentence: number): boolean =>
  !isInBlock(side, sentence) && !isInBlock(side, sentence + 1);

/** "Verdict: False.", alone in a block soon after. */
const rulingUnder = perSentence((side, sentence): Told => {
  for (let next = sentence + 1; next <= sentence + SOON; next++) {
    if (!isAlone(side, next)) continue;
    const words = wordsIn(side, next).map((key) => key.toLowerCase());
    const isAll = words.every((key) => isRuling(key) || leadsToRuling(key) || isNegation(key));
    if (isAll && words.some(isRuling)) return { words: words.join(' '), at: next };
  }
  return NOTHING;
});
