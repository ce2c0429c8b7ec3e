/** What a sentence takes from the one before it: whose deed it tells, more than what, the answer to what. */
import type { Side } from './aligned.ts';
import { wordsIn } from './alike.ts';
import { changeInside, differenceOf } from './changes.ts';
import { comparesFigures, isActor, isAnaphor, isCondition, isFigure, opensFrame } from './lexicon.ts';
import type { Change } from './model.ts';
import { perSentence } from './per-sentence.ts';
import { settingOf } from './setting.ts';
import { isInBlock, speakersIn } from './voices.ts';

/** How far back a figure is looked for, in sentences. */
const REACH = 8;

/** What became of what a sentence hangs on; null where nothing did, or it hangs on nothing. */
export function changeOfHold(older: Side, old: number, newer: Side, now: number): Change | null {
  const [asked, askedNow] = [questionBefore(older, old), questionBefore(newer, now)];
  const question = differenceOf(asked, askedNow);
  if (question !== null && (asked.length > 0 || isBrief(older, old))) return changeInside(question);
  if (wordsIn(older, old).some((_, at, words) => comparesFigures(words, at)))
    if (figuresBefore(older, old) !== figuresBefore(newer, now)) return 'figure_changed';
  if (countedBefore(older, old) !== countedBefore(newer, now)) return 'category_changed';
  if (peopleBefore(older, old) !== peopleBefore(newer, now)) return 'reworded';
  return conditionsBefore(older, old) === conditionsBefore(newer, now) ? null : 'reworded';
}

/** A question right before it, in whatever block: to a "yes", and to the "fourteen" of an interview, it is all. */
const questionBefore = perSentence((side, sentence): readonly string[] => {
  const words = sentence > 0 ? wordsIn(side, sentence - 1) : [];
  return words.some((key) => key === '?' || key === '؟' || key === '？') ? words : [];
});

const isBrief = (side: Side, sentence: number): boolean => wordsIn(side, sentence).length <= BRIEF;
const BRIEF = 4;

/** The figures that the nearest sentence in the block before has. */
const figuresBefore = perSentence((side, sentence): string => {
  for (let at = sentence; isInBlock(side, at) && at > sentence - REACH; at--) {
    const figures = wordsIn(side, at - 1).filter(isFigure);
    if (figures.length > 0) return figures.join(' ');
  }
  return '';
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
  !MASSES.has(key.toLowerCase());
const MASSES: ReadonlySet<string> = new Set(
  `rain snow hail fog smoke fire wind ice water power food fuel aid help traffic work trade oil gas gold money peace violence
   unrest panic chaos life death sleep heavy strong light early late and but then later however meanwhile still yet
   elsewhere instead nevertheless moreover though today yesterday tomorrow now here police`.split(/\s+/),
);

/** The words in the sentence right before that make it a condition. */
const conditionsBefore = perSentence((side, sentence): string =>
  isInBlock(side, sentence)
    ? wordsIn(side, sentence - 1)
        .filter(isCondition)
        .join(' ')
        .toLowerCase()
    : '',
);
