/** Hearsay hung on a noun: "the tower, said to be their store", "a tunnel thought to lead to the bank". */
import { objectEnd } from './ends.ts';
import type { Found } from './find.ts';
import { QUESTION_WORDS, RELATIVE, SUBORDINATORS } from './lexicon/words.ts';
import { phraseBefore } from './noun-phrases.ts';
import type { VerbGroup } from './verb-groups.ts';
import { isQuoted, type View, wordAt } from './view.ts';

/** How far back the noun may begin: it keeps a text without stops linear. */
const LONGEST = 20;

export function reducedPassiveOf(view: View, verb: VerbGroup): Found | null {
  if (!verb.reduced) return null;
  const end = wordAt(view, verb.from - 1) === ',' ? verb.from - 1 : verb.from;
  const theme = phraseBefore(view, end, Math.max(0, end - LONGEST));
  if (theme === null) return null;
  return {
    rule: 'reduced-passive',
    source: null,
    cue: { from: verb.from, to: verb.to },
    content: [theme, { from: verb.to, to: restEnd(view, verb) }],
    listener: null,
    isSpeech: true,
    isHearsay: true,
  };
}

/** Up to a comma or to the verb of the clause that the noun is in: "a man said to be a smuggler was held". */
function restEnd(view: View, verb: VerbGroup): number {
  const limit = objectEnd(view, verb.to + 1, verb);
  let isInner = false;
  for (let at = verb.to + 1; at < limit; at++) {
    if (isQuoted(view, at)) continue;
    const word = wordAt(view, at);
    if (word === ',') return at;
    if (RELATIVE.has(word) || QUESTION_WORDS.has(word) || SUBORDINATORS.has(word)) isInner = true;
    const other = view.verbAt.get(at);
    if (other?.form !== 'finite' || other.from !== at) continue;
    if (!isInner) return at;
    isInner = false;
  }
  return limit;
}
