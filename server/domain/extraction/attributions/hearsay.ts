/** "Reportedly", "allegedly": passed on, and nobody says so. */

import { HEARSAY } from '../../audit/lexicon.ts';
import { trimmed } from './ends.ts';
import type { Found } from './find.ts';
import { ADVERB_BORDERS } from './lexicon/signs.ts';
import { AND_BUT, RELATIVE, SUBORDINATORS } from './lexicon/words.ts';
import { isQuoted, posAt, type View, type Words, wordAt } from './view.ts';

const LONGEST = 60;

export function findHearsay(view: View): Found[] {
  return view.words.flatMap((word, at) => {
    if (!/ly$/u.test(word.lower) || isQuoted(view, at) || word.lower.search(HEARSAY) === -1) return [];
    const content = clauseAround(view, at);
    if (content.length === 0) return [];
    const cue = { from: at, to: at + 1 };
    return [
      { rule: 'hearsay-adverb', source: null, cue, content, listener: null, isSpeech: true, isHearsay: true },
    ];
  });
}

/** The clause in which an adverb stands, on both sides of it. */
function clauseAround(view: View, adverb: number): Words[] {
  let from = adverb;
  while (from > 0 && adverb - from < LONGEST && !isBorder(view, from - 1)) from--;
  if (AND_BUT.has(wordAt(view, from))) from++;
  let to = adverb + 1;
  while (to < view.words.length && to - adverb < LONGEST && !isBorder(view, to)) to++;
  const parts = [
    { from, to: trimmed(view, from, adverb) },
    { from: adverb + 1, to: trimmed(view, adverb + 1, to) },
  ];
  return parts.filter((part) => part.to > part.from);
}

const isBorder = (view: View, at: number): boolean =>
  ADVERB_BORDERS.has(wordAt(view, at)) ||
  RELATIVE.has(wordAt(view, at)) ||
  (SUBORDINATORS.has(wordAt(view, at)) && posAt(view, at) === 'SCONJ') ||
  (AND_BUT.has(wordAt(view, at)) && view.verbAt.has(at + 1));
