/** What a sentence takes from the one before it: whose deed it tells, more than what, the answer to what. */
import type { Side } from './aligned.ts';
import { wordsIn } from './alike.ts';
import { changeInside, differenceOf } from './changes.ts';
import { comparesFigures, isActor, isAnaphor, isCondition, isFigure, isMass, opensFrame } from './lexicon.ts';
import type { Beside } from './model.ts';
import { perSentence } from './per-sentence.ts';
import { isInBlock } from './quoted.ts';
import { settingOf } from './setting.ts';
import { speakersIn } from './speakers.ts';
import { NOTHING, type Told } from './voices.ts';

/** How far back a figure is looked for, in sentences. */
const REACH = 8;

/** What became of what a sentence hangs on; null where nothing did, or it hangs on nothing. */
export function changeOfHold(older: Side, old: number, newer: Side, now: number): Beside | null {
  const before = { was: beforeOf(old), now: beforeOf(now) };
  const [asked, askedNow] = [questionBefore(older, old), questionBefore(newer, now)];
  const question = differenceOf(asked, askedNow);
  if (question !== null && (asked.length > 0 || isBrief(older, old)))
    return { change: changeInside(question), ...before };
  if (wordsIn(older, old).some((_, at, words) => comparesFigures(words, at))) {
    const [figures, figuresNow] = [figuresBefore(older, old), figuresBefore(newer, now)];
    if (figures.words !== figuresNow.words)
      return { change: 'figure_changed', was: figures.at, now: figuresNow.at };
  }
  if (countedBefore(older, old) !== countedBefore(newer, now))
    return { change: 'category_changed', ...before };
  const isSame =
    peopleBefore(older, old) === peopleBefore(newer, now) &&
    conditionsBefore(older, old) === conditionsBefore(newer, now) &&
    !changesTime(older, old, newer, now);
  return isSame ? null : { change: 'reworded', ...before };
}

const beforeOf = (sentence: number): number | null => (sentence > 0 ? sentence - 1 : null);

/** A question right before it, in whatever block: to a "yes", and to the "fourteen" of an interview, it is all. */
const questionBefore = perSentence((side, sentence): readonly string[] => {
  const words = sentence > 0 ? wordsIn(side, sentence - 1) : [];
  return words.some((key) => key === '?' || key === '؟' || key === '？') ? words : [];
});

const isBrief = (side: Side, sentence: number): boolean => wordsIn(side, sentence).length <= BRIEF;
const BRIEF = 4;

/** The figures that the nearest sentence in the block before has. */
const figuresBefore = perSentence((side, sentence): Told => {
  for (let at = sentence; isInBlock(side, at) && at > sentence - REACH; at--) {
    const figures = wordsIn(side, at - 1).filter(isFigure);
    if (figures.length > 0) return { words: figures.join(' '), at: at - 1 };
  }
  return NOTHING;
});

/** What the sentence right before counts, where this one has a figure and does not say of what: "Nine were damaged." */
const countedBefore = perSentence((side, sentence): string => {
  const isBare = (_: string, at: number, words: readonly string[]) =>
    isFigure(words[at] ?? '') && (words[at + 1] === undefined || DOES.test(words[at + 1] ?? ''));
  if (!isInBlock(side, sentence) || !wordsIn(side, sentence).some(isBare)) return '';
  const words = wordsIn(side, sentence - 1);
  return words.filter((_, at) => isFigure(words[at - 1] ?? '')).join(' ');
});
const DOES = /^(?:was|were|is|are|has|had|have|did|fled|fell|died|[a-z]+ed)$/;

/**
 * The names and the fighters in the sentence right before, in their order: "the vessel", "the loser" and who did it are among
 * them. Of a sentence with a speaker of its own they are not asked.
 */
const peopleBefore = perSentence((side, sentence): string => {
  if (!isInBlock(side, sentence) || speakersIn(side, sentence).length > 0) return '';
  const before = sentence - 1;
  const keys = wordsIn(side, before);
  const { places, times } = settingOf(side, before);
  const told = new Set(`${places} ${times}`.split(' '));
  const first = side.tokens[side.firstOf[before] ?? 0]?.key ?? '';
  return keys
    .filter(
      (key, at) =>
        isActor(key) ||
        (!told.has(key.toLowerCase()) && (at === 0 ? isNameFirst(first) : /^\p{Lu}/u.test(key))),
    )
    .join(' ');
});

/**
 * A word that opens a sentence is a name where it is none that has no need of an article: many things ("Shells"), a doing
 * ("Fighting"), a way ("Reportedly"), or what cannot be counted ("Rain").
 */
const isNameFirst = (key: string): boolean =>
  /^\p{Lu}/u.test(key) &&
  !opensFrame(key) &&
  !isAnaphor(key) &&
  !/(?:s|ing|ly|ed)$/u.test(key) &&
  !isMass(key);

/** The words in the sentence right before that make it a condition, and for how long or since when it holds where it begins with that. */
const conditionsBefore = perSentence((side, sentence): string => {
  if (!isInBlock(side, sentence)) return '';
  const words = wordsIn(side, sentence - 1).map((key) => key.toLowerCase());
  const end = LASTING.has(words[0] ?? '') ? words.slice(0, PHRASE).findIndex((key) => TIMES.test(key)) : -1;
  return [...words.slice(0, end + 1), ...words.filter(isCondition)].join(' ');
});
const PHRASE = 6;
const LASTING: ReadonlySet<string> = new Set(['for', 'since', 'until', 'over', 'within', 'after', 'before']);
const TIMES = /^(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?|centur(?:y|ies))$/;

/** Is the sentence right before told as what is, was or will be, and was it as another? Where a verb alone tells it, nobody knows. */
function changesTime(older: Side, old: number, newer: Side, now: number): boolean {
  const [was, is] = [timeBefore(older, old), timeBefore(newer, now)];
  return was !== '' && is !== '' && was !== is;
}
const timeBefore = perSentence((side, sentence): string => {
  const words = isInBlock(side, sentence) ? wordsIn(side, sentence - 1) : [];
  const told = words.map((key) => TENSES.get(key.toLowerCase()) ?? '').find((tense) => tense !== '');
  return told ?? '';
});
const TENSES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    now: 'is are am has have does do',
    before: 'was were had did',
    later: 'will shall',
    perhaps: 'would could may might should can must',
  }).flatMap(([tense, words]) => words.split(' ').map((word): [string, string] => [word, tense])),
);
