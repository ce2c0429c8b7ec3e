/** Of whom a sentence speaks that does not name them, told by the one before. */
import { type Side, tellingWords } from './aligned.ts';
import { isAlike, wordsIn } from './alike.ts';
import { isAnaphor, isCue, isObject, leadsOver } from './lexicon.ts';
import { perSentence } from './per-sentence.ts';
import { isInBlock, isQuoted } from './quoted.ts';
import { bareName, isVoice, mayStandFor, pronounOf, speakersIn } from './speakers.ts';
import { subjectOf } from './subjects.ts';
import { carriedVoice } from './voices.ts';

/**
 * Does a sentence hang on the one before it in its block, and is that one another now?
 *
 * "They killed six": who "they" are is told before.
 */
export function losesAntecedent(older: Side, old: number, newer: Side, now: number): boolean {
  if (!isInBlock(older, old) || !wordsIn(older, old).some(isAnaphor)) return false;
  return !isInBlock(newer, now) || !isAlike(older, old - 1, newer, now - 1);
}

/** What a sentence has become of: whether it stands out of its order, and whether it stands anywhere. */
export interface Fate {
  readonly moved: (sentence: number) => boolean;
  readonly gone: (sentence: number) => boolean;
}

/**
 * Does a paragraph hang on the one before it, and was it taken from there?
 *
 * "Swedish media named them": who they are is told before. Other paragraphs that are put between or worded anew leave it
 * as it is; that it moved, or that the other one moved or is gone, does not.
 */
export function losesParagraphBefore(
  older: Side,
  old: number,
  newer: Side,
  now: number,
  { moved, gone }: Fate,
): boolean {
  const pronoun = old === 0 || isInBlock(older, old) ? null : hangsBy(older, old);
  if (pronoun === null) return false;
  const [before, beforeNow] = [tellerBefore(older, old, pronoun), tellerBefore(newer, now, pronoun)];
  if (before === -1 || (isSpeaking(older, old) && !mayBeHeard(older, before, pronoun))) return false;
  if (beforeNow !== -1 && isAlike(older, before, newer, beforeNow)) return false;
  return moved(old) || moved(before) || gone(before);
}

/** The nearest sentence before that is not all somebody's words, if it may tell whom a pronoun stands for: "he" is no ministry. */
function tellerBefore(side: Side, sentence: number, pronoun: string): number {
  let before = sentence - 1;
  while (before >= 0 && isQuoted(side, before) && namesIn(side, before).length === 0) before -= 1;
  const names = before < 0 ? [] : namesIn(side, before);
  return names.length === 0 || names.some((name) => mayStandFor(pronoun, name)) ? before : -1;
}

/** Who speaks in a sentence, or else whom it speaks of. */
const namesIn = perSentence((side, sentence): readonly string[] => {
  const speakers = speakersIn(side, sentence).filter(isVoice);
  if (speakers.length > 0) return speakers.map((speaker) => pronounOf(speaker) ?? bareName(speaker));
  const subject = isQuoted(side, sentence) ? '' : subjectOf(side, sentence).toLowerCase();
  return subject === '' ? [] : [subject];
});

/** "He added": who that is, is told by whoever spoke before, and asked there. */
const isSpeaking = (side: Side, sentence: number): boolean =>
  speakersIn(side, sentence).some((speaker) => pronounOf(speaker) !== null) &&
  carriedVoice(side, sentence, false).at !== null;

/** May the one of whom the sentence before speaks, and who says nothing there, be the one who speaks now? */
const mayBeHeard = (side: Side, before: number, pronoun: string): boolean =>
  !speakersIn(side, before).some(isVoice) && namesIn(side, before).some((name) => mayStandFor(pronoun, name));

/**
 * The pronoun by which it hangs on what stands before; null for none. It begins with one, or has one as the object of its
 * only clause: that of a clause that somebody says may stand for a name before it ("The rebels said the army had attacked
 * them").
 */
function hangsBy(side: Side, sentence: number): string | null {
  // In a quotation the speaker's words hang on the speaker's.
  if (isQuoted(side, sentence)) return null;
  const keys = tellingWords(side, sentence).map((key) => key.toLowerCase());
  const first = keys.find((key) => !leadsOver(key));
  // "There was fire" stands for nothing before it.
  if (first !== undefined && first !== 'there' && isAnaphor(first)) return first;
  const object = keys.findIndex(isObject);
  return object !== -1 && !keys.slice(0, object).some(isCue) ? (keys[object] ?? null) : null;
}
