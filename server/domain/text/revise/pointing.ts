/** Sentences beside another one that point at it: who says so, and that it is not so. */
import type { Side } from './aligned.ts';
import { wordsIn } from './alike.ts';
import {
  isAnaphor,
  isCue,
  isDenial,
  isFigure,
  isForeignDenial,
  isForeignTruth,
  isNegation,
  isOfVerdict,
  isStatement,
  isTimeWord,
  leadsOver,
  pointsBackAbroad,
  withoutTimes,
} from './lexicon.ts';
import type { Beside } from './model.ts';
import { perSentence } from './per-sentence.ts';
import { isInBlock, isQuoted, opensBefore } from './quoted.ts';
import { speakersIn } from './speakers.ts';
import { NOTHING, type Told } from './voices.ts';

const setOf = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const BACKWARD = setOf('above preceding foregoing');
const FORWARD = setOf('following follows below');
const THIS = setOf('this these');
const THAT = setOf('that this these those such');
const IS = setOf("is was isn't wasn't");
const LIES = setOf('lie lies');
const COUNTING = setOf('a an all');

/** So many sentences behind it take a sentence back. */
const SOON = 3;

/**
 * Does a sentence beside it in its block take back what it says, and did none before, or the other way round?
 *
 * "That count was wrong": who passed the words did not see them taken back.
 */
export function isTakenBack(older: Side, old: number, newer: Side, now: number): Beside | null {
  const [known, found] = [denialsOf(older, old), denialsOf(newer, now)];
  const without = (some: readonly Told[], others: readonly Told[]) =>
    some.find(({ words }) => !others.some((other) => other.words === words));
  const [gone, put] = [without(known, found), without(found, known)];
  if (gone === undefined && put === undefined) return null;
  return { change: 'negation_changed', was: gone?.at ?? null, now: put?.at ?? null };
}

/** The words of each sentence that takes this one back. */
const denialsOf = perSentence((side, sentence): readonly Told[] => {
  const found: number[] = [];
  for (let next = sentence + 1; next <= sentence + SOON && isInBlock(side, next); next++)
    if (takesBack(side, next)) found.push(next);
  const below = nextBlock(side, sentence);
  if (below !== null && wordsIn(side, below).some((key) => BACKWARD.has(key)) && takesBack(side, below))
    found.push(below);
  if (pointsForward(side, sentence - 1)) found.unshift(sentence - 1);
  return found.map((at) => ({ words: wordsIn(side, at).join(' '), at }));
});

/** The sentence that opens the next block; null where there is none. */
function nextBlock(side: Side, sentence: number): number | null {
  let next = sentence + 1;
  while (isInBlock(side, next)) next += 1;
  return side.revision.sentences[next] === undefined ? null : next;
}

/** "That count was wrong.", "Not true.", "Or did they?" */
const takesBack = perSentence((side, sentence): boolean => {
  const words = wordsIn(side, sentence);
  const lower = words.map((word) => word.toLowerCase());
  const pointsBack =
    lower[0] === 'that' ||
    lower.some((key, at) => isAnaphor(key) || key === 'none' || isStatement(key) || isSaidThat(lower, at));
  if (pointsBack && (lower.some(isDenial) || isLie(lower) || isUnproven(lower))) return true;
  const denies = lower.some(isForeignDenial) || (lower.some(isForeignTruth) && lower.some(isNegation));
  if (denies && lower.length <= ABROAD) return true;
  if (pointsBack && ENDING.has(lower.at(-1) ?? '')) return true;
  if (isPretence(lower)) return true;
  if (lower.length > A_FEW) return false;
  if (lower.at(-1) === '?')
    return lower.some((key) => isAnaphor(key) || isOfVerdict(key)) && !lower.some(isCue);
  return lower.every(isOfVerdict) && lower.some((key) => isDenial(key) || isNegation(key));
});
/** In other languages so many, some of which write each syllable as a word. */
const ABROAD = 7;
/** So many words are no more than a word on what stands before. */
const A_FEW = 5;

/** "He said that was not so": behind a cue, "that" is what was said before where a verb follows. */
const isSaidThat = (keys: readonly string[], at: number): boolean =>
  keys[at] === 'that' && isCue(keys[at - 1] ?? '') && IS.has(keys[at + 1] ?? '');

/** "None of this is true.", "There is no evidence for this." */
const isUnproven = (keys: readonly string[]): boolean =>
  keys.some(isNegation) && keys.some((key) => PROOF.has(key));
const PROOF = setOf(
  'true evidence proof basis verified correct accurate real confirmed sign so case happen happened checked',
);
/** "It was a drill.", "The scene is from a film.", "The shooting was staged.": it happened, and was not what it seemed. */
function isPretence(keys: readonly string[]): boolean {
  const be = keys.findIndex((key) => BEING_SO.has(key));
  if (be < 1 || be > A_FEW - 1 || !PRETENCES.has(keys.at(-1) ?? '')) return false;
  const opens = keys[0] === 'the' || keys[0] === 'all' || keys.slice(0, be).some(isAnaphor);
  return opens && !keys.slice(be).some((key) => LEADING_ELSEWHERE.has(key));
}
const BEING_SO = setOf('is was were are been');
const PRETENCES = setOf(
  'drill drills exercise exercises rehearsal rehearsals simulation simulations reenactment re-enactment film films movie movies novel fiction parody staged',
);
/** Who was on the way to a drill was in none. */
const LEADING_ELSEWHERE = setOf('to on at for near with by after before during outside inside not no never');

/** "Police found that none had", "But they did": what they had or did is said before. */
const ENDING = setOf('had did was were has have not');

/** The verb is no denial: "it lies in the hills". */
const isLie = (keys: readonly string[]): boolean =>
  keys.some((key, at) => LIES.has(key) && COUNTING.has(keys[at - 1] ?? ''));

/** "The following is false.", "What follows is not true.", "This is wrong" where nothing stands before it to point at. */
function pointsForward(side: Side, sentence: number): boolean {
  if (sentence < 0) return false;
  const words = wordsIn(side, sentence).map((word) => word.toLowerCase());
  if (!words.some(isDenial) && !isLie(words) && !isUnproven(words)) return false;
  if (words.some((word) => FORWARD.has(word))) return true;
  return THIS.has(words[0] ?? '') && !isInBlock(side, sentence) && isInBlock(side, sentence + 1);
}

/**
 * Who says so, told by the sentence right behind: "That is what Rashid said.", "Rashid said so."
 *
 * An empty string where none does. Behind a quotation of which nobody is known to have said it, the sentence may stand in
 * the next block, and need not tell that anything was said: "That was Rashid."
 */
export const voiceBehind = perSentence((side, sentence): Told => {
  const quoted = isQuoted(side, sentence);
  let next = sentence + 1;
  while (opensBefore(side, next)) next += 1;
  const words = voiceAt(side, sentence, next, quoted);
  return words === '' ? NOTHING : { words, at: next };
});

function voiceAt(side: Side, sentence: number, next: number, quoted: boolean): string {
  const isBeside = isInBlock(side, next) || (quoted && speakersIn(side, sentence).length === 0);
  if (!isBeside || isQuoted(side, next)) return '';
  const told = wordsIn(side, next);
  if (quoted && isSignature(side, next)) return told.join(' ');
  const from = told[0] === 'at' && (told[1] === 'least' || told[1] === 'any') ? LIMITING[told[1]] : 0;
  const opens = told.findIndex(
    (word, at) => at >= from && (word === 'so' || (word !== 'or' && !leadsOver(word))),
  );
  const words = told.slice(Math.max(opens, 0));
  const keys = words.map((word) => word.toLowerCase());
  const end = endsPointing(keys);
  if (keys.length <= ABROAD && keys.some(isCue) && keys.some(pointsBackAbroad)) return words.join(' ');
  if (end !== -1) return words.slice(0, end).join(' ');
  return pointsAtWords(keys, quoted) ? timeless(words) : '';
}

/** "— Rashid Oke" in a block of its own, under a quotation. */
function isSignature(side: Side, sentence: number): boolean {
  const first = side.firstOf[sentence] ?? 0;
  if (side.tokens[first]?.key !== '-' || isInBlock(side, sentence)) return false;
  return /^\p{Lu}/u.test(side.tokens[first + 1]?.key ?? '') && wordsIn(side, sentence).length <= ABROAD;
}

/** Behind "Rashid said so" and "Rashid said that at noon": after the word that stands for what was said; -1 for none. */
function endsPointing(keys: readonly string[]): number {
  const at = keys.findIndex((key, index) => POINTERS.has(key) && isCue(keys[index - 1] ?? ''));
  const [after, ...more] = keys.slice(at + 1);
  if (at === -1 || (after !== undefined && !BEHIND.has(after) && !isTimeWord(after))) return -1;
  // "That in Harran nine men died" is what was said.
  const isClause =
    keys[at] === 'that' && (more.length > SOON || more.some((key) => isFigure(key) || LEAST.has(key)));
  return isClause ? -1 : at + 1;
}
const LEAST = setOf('least most');
/** "At least," and "at any rate," have so many words. */
const LIMITING = { least: 2, any: 3 };
const POINTERS = setOf('so this that it these those');
const BEHIND = setOf('on at in to by during after before when late early again too also and while');

/** "That is what Rashid said.", "So the rebels say.", "So say the rebels.", "This was confirmed by the army." */
function pointsAtWords(keys: readonly string[], quoted: boolean): boolean {
  const [first = '', second = ''] = keys;
  const cue = keys.findIndex(isCue);
  if (first === 'so') return cue === 1 || (cue !== -1 && timeless(keys.slice(cue + 1)) === '');
  const isThat = THAT.has(first);
  if ((isThat || first === 'the') && isStatement(second)) return cue !== -1 && BEING.has(keys[2] ?? '');
  if (!isThat || !BEING.has(second)) return false;
  return cue !== -1 || quoted || isStatement(keys.at(-1) ?? '');
}
const BEING = setOf('is was were are has had came comes according');

/** Without when it was. */
const timeless = (words: readonly string[]): string => withoutTimes(words).join(' ');
