/** Participles with a subject of their own behind a preposition: "with the observatory reporting that …". */
import { BODY_WORDS, NAME_TITLES } from './lexicon/sources.ts';
import { TIME_WORDS } from './lexicon/words.ts';
import { baseAfter, phraseAfter, phraseBefore } from './noun-phrases.ts';
import { type Subject, skipBack } from './subjects.ts';
import type { VerbGroup } from './verb-groups.ts';
import { posAt, type View, type Words, wordAt } from './view.ts';

/** How far back a subject of this kind may begin: it keeps a text without stops linear. */
const LONGEST = 20;

const OPENS = /^(?:with|after|despite|amid)$/u;

/** The subject that a participle has to itself; null where it shares another verb's. */
export function absoluteSubject(view: View, verb: VerbGroup): Subject | null {
  const end = skipBack(view, verb.from);
  const phrase = wordAt(view, end - 1) === ',' ? withApposition(view, end - 1) : phraseBack(view, end);
  if (phrase === null || !OPENS.test(wordAt(view, phrase.from - 1))) return null;
  // "after two days saying nothing"
  if (TIME_WORDS.has(wordAt(view, phrase.to - 1))) return null;
  return { ...phrase, where: 'before' };
}

const phraseBack = (view: View, end: number): Words | null =>
  phraseBefore(view, end, Math.max(0, end - LONGEST));

/**
 * "after the head of the union, Ada Brook, urging …": only a name or noun between the commas, and only of somebody who
 * speaks. Any other comma parts the participle from what stands before: "left after the vote, urging …".
 */
function withApposition(view: View, closing: number): Words | null {
  for (let open = closing - 1; open > 0 && open > closing - LONGEST; open--) {
    if (wordAt(view, open) !== ',') continue;
    if (phraseAfter(view, open + 1)?.to !== closing) return null;
    const host = phraseBack(view, open);
    return host !== null && isSpeaker(view, host.from) ? { from: host.from, to: closing } : null;
  }
  return null;
}

/** The head of the noun phrase that begins here is a person's or a body's. */
function isSpeaker(view: View, from: number): boolean {
  const head = (baseAfter(view, from) ?? from + 1) - 1;
  const word = wordAt(view, head);
  return posAt(view, head) === 'PROPN' || word === 'head' || NAME_TITLES.has(word) || BODY_WORDS.has(word);
}
