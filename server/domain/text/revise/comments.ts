/** Sentences that comment on another one: whose its figure is, which figure somebody else gives, what became of its people. */
import { type Side, tellingWords } from './aligned.ts';
import { wordsIn } from './alike.ts';
import { changeInside, differenceOf } from './changes.ts';
import { isAnaphor, isFigure, isNegation, isStatement, outcomesOf, withoutTimes } from './lexicon.ts';
import type { Beside, Change } from './model.ts';
import { perSentence, perSide } from './per-sentence.ts';
import { isInBlock } from './quoted.ts';
import { speakersIn } from './speakers.ts';
import { NOTHING, type Told } from './voices.ts';

const setOf = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** So many sentences behind it comment on a sentence. */
const SOON = 3;

/** What a comment on a sentence became, or one that was put in or taken out makes of it; null where none did. */
export function changeOfComment(older: Side, old: number, newer: Side, now: number): Beside | null {
  return (
    difference(rivalBefore(older, old), rivalBefore(newer, now), 'figure_changed') ??
    difference(onFigure(older, old), onFigure(newer, now), 'attribution_changed') ??
    difference(rivalsOf(older, old), rivalsOf(newer, now), 'figure_changed') ??
    difference(onFate(older, old), onFate(newer, now), 'category_changed')
  );
}

/** The first comment that is no longer there against the first one that is new. */
function difference(known: readonly Told[], found: readonly Told[], plainly: Change): Beside | null {
  if (known.length + found.length === 0) return null;
  const without = (some: readonly Told[], others: readonly Told[]) =>
    some.find(({ words }) => !others.some((other) => other.words === words)) ?? NOTHING;
  const [was, now] = [without(known, found), without(found, known)];
  const keys = ({ words }: Told) => (words === '' ? [] : words.split(' '));
  const changed = differenceOf(keys(was), keys(now));
  if (changed === null) return null;
  const change = changeInside(changed);
  return { change: TELLING.has(change) ? change : plainly, was: was.at, now: now.at };
}

const TELLING: ReadonlySet<Change> = new Set<Change>(['negation_changed', 'figure_changed']);

const behind = (side: Side, sentence: number, is: (side: Side, at: number) => boolean): Told[] => {
  const found: Told[] = [];
  for (let at = sentence + 1; at <= sentence + SOON && isInBlock(side, at); at++)
    if (is(side, at)) found.push({ words: withoutTimes(wordsIn(side, at)).join(' '), at });
  return found;
};

/** "The army gave the figure.", "The rebels put the toll at nine." */
const onFigure = perSentence((side, sentence): readonly Told[] => behind(side, sentence, tellsOfFigure));

/** The figures of one right before. */
const rivalBefore = perSentence((side, sentence): readonly Told[] => {
  const at = sentence - 1;
  if (!isInBlock(side, sentence) || !tellsOfFigure(side, at)) return [];
  const figures = wordsIn(side, at).filter(isFigure);
  return figures.length === 0 ? [] : [{ words: figures.join(' '), at }];
});

/** The figures that others give behind of what this sentence counts: "Earlier reports said nine.", "Others spoke of nine dead." */
const rivalsOf = perSentence((side, sentence): readonly Told[] => {
  const own = wordsIn(side, sentence);
  if (!own.some(isFigure)) return [];
  const fates = new Set(own.flatMap(outcomesOf));
  const isRival = (at: number) => {
    const keys = wordsIn(side, at);
    if (speakersIn(side, at).length === 0 || !keys.some(isFigure)) return false;
    return isFigure(keys.at(-1) ?? '') || keys.flatMap(outcomesOf).some((fate) => fates.has(fate));
  };
  return behind(side, sentence, (_, at) => isRival(at)).flatMap(({ at }) =>
    at === null ? [] : [{ words: wordsIn(side, at).filter(isFigure).join(' '), at }],
  );
});

const tellsOfFigure = perSentence((side, sentence): boolean => {
  const words = wordsIn(side, sentence);
  if (!words.some(isStatement)) return false;
  const keys = words.map((key) => key.toLowerCase());
  return keys.some(
    (key, at) =>
      isStatement(key) &&
      // "The toll road" is no toll.
      (keys[at + 1] === undefined || ENDING.test(keys[at + 1] ?? '') || isFigure(keys[at + 1] ?? '')) &&
      [keys[at - 1], keys[at - 2]].some((before) => POINTING.has(before ?? '')),
  );
});
const POINTING = setOf('the that this these those his her its their such whose');
/** What may stand behind the noun itself: a verb, a preposition, another clause. */
const ENDING =
  /^(?:is|was|were|are|has|had|have|will|would|could|may|might|of|at|as|to|on|in|from|by|for|and|but|or|later|also|comes?|came|stands?|stood|rose|fell|[a-z]+ed)$/;

/** "All survived.", "Nobody was killed.": those who are counted, and what became of them. */
const onFate = perSentence((side, sentence): readonly Told[] => behind(side, sentence, tellsOfFate));

const tellsOfFate = perSentence((side, sentence): boolean => {
  if (wordsIn(side, sentence).length > BRIEF) return false;
  const keys = wordsIn(side, sentence).map((key) => key.toLowerCase());
  if (!keys.some(isFate)) return false;
  const [first = '', second = '', third = ''] = keys;
  if (second === 'of') return (QUANTITIES.has(first) || isFigure(first)) && isAnaphor(third);
  const isAll = QUANTITIES.has(first) || isFigure(first) || isNegation(first) || first === 'they';
  return isAll && (DOING.test(second) || QUANTITIES.has(second) || isFate(second) || isCountOf(keys));
});
/** "All nine were": of no houses. */
const isCountOf = ([, figure = '', verb = '']: readonly string[]): boolean =>
  isFigure(figure) && DOING.test(verb);
const BRIEF = 6;
const QUANTITIES = setOf('all both none nobody everyone everybody most some few many each several one');
const DOING = /^(?:was|were|is|are|has|had|have|later|also|soon|then|one)$/;
const FATES = setOf('survived survive lived live alive dead safe unharmed unhurt recovered escaped fled');
const isFate = (key: string): boolean => FATES.has(key) || outcomesOf(key).length > 0;

/**
 * Did a note that corrects the story and tells of what this sentence tells come, go or change? Such a note names no sentence:
 * it is about those with whose fate, figures, names or words it shares something.
 */
export function changeOfCorrection(older: Side, old: number, newer: Side, now: number): Beside | null {
  const [notes, notesNow] = [correctionsOf(older), correctionsOf(newer)];
  if (notes.length + notesNow.length === 0) return null;
  const about = (side: Side, sentence: number, all: readonly Told[]) =>
    all.filter(({ at }) => at !== sentence && isAbout(side, at ?? 0, sentence));
  const [told, toldNow] = [about(older, old, notes), about(newer, now, notesNow)];
  const isAll =
    told.some(({ at }) => takesAllBack(older, at ?? 0)) ||
    toldNow.some(({ at }) => takesAllBack(newer, at ?? 0));
  return difference(told, toldNow, isAll ? 'negation_changed' : 'reworded');
}

const correctionsOf = perSide((side): readonly Told[] => {
  const found: Told[] = [];
  let isNote = false;
  side.revision.sentences.forEach((_, at) => {
    const keys = wordsIn(side, at).map((key) => key.toLowerCase());
    const [first = '', second = ''] = HOUR.test(keys[0] ?? '') ? keys.slice(1) : keys;
    const opens = CORRECTING.has(first) || (EDITOR.test(first) && second.startsWith('note'));
    const isOfStory = tellsOfStory(keys);
    isNote = isInBlock(side, at) ? isNote || opens || isOfStory : isOfStory || (opens && endsLabel(side, at));
    if (isNote) found.push({ words: wordsIn(side, at).join(' '), at });
  });
  return found;
});
const CORRECTING = setOf('correction corrections corrected clarification clarifications erratum errata');
/** "14:40 Correction:" of a running story. */
const HOUR = /^#?\d{1,2}[:.]?\d{2}$/;
const STORIES = setOf('story article report post item piece version page');
const AMENDED = setOf('amended corrected updated edited changed withdrawn retracted removed deleted');

/** "This article was amended on Monday.", "An earlier version of this story misstated ...". */
function tellsOfStory(keys: readonly string[]): boolean {
  const story = keys.findIndex((key, at) => STORIES.has(key) && keys[at - 1] === 'this');
  if (story === -1) return false;
  const isEarlier = keys.slice(0, story).includes('version') && EARLIER.has(keys[1] ?? '');
  return isEarlier || (story === 1 && keys.slice(2, 2 + LABEL).some((key) => AMENDED.has(key)));
}
const EARLIER = setOf('earlier previous original older');
const WITHDRAWN = setOf('withdrawn retracted removed deleted false fabricated');

/** "This story has been withdrawn.": all that it tells. */
const takesAllBack = perSentence((side, note): boolean => {
  const keys = wordsIn(side, note).map((key) => key.toLowerCase());
  const story = keys.findIndex((key, at) => STORIES.has(key) && /^(?:this|the)$/.test(keys[at - 1] ?? ''));
  return story !== -1 && keys.slice(story + 1, story + 1 + LABEL).some((key) => WITHDRAWN.has(key));
});
const EDITOR = /^(?:editor's|editors'|editor|editors)$/;

/** "Correction:": a sign parts the label from what is corrected; the label may stand alone. */
function endsLabel(side: Side, sentence: number): boolean {
  const first = side.firstOf[sentence] ?? 0;
  const keys = side.tokens.slice(first, Math.min(first + LABEL, side.firstOf[sentence + 1] ?? first));
  return keys.some(({ key }) => /^[:.\-)]$/.test(key)) || keys.length < LABEL;
}
const LABEL = 5;

/** Words of this length, two of them, say that two sentences tell of one thing. */
const LONG = 5;

function isAbout(side: Side, note: number, sentence: number): boolean {
  if (takesAllBack(side, note)) return true;
  const [told, own] = [tellingWords(side, note), tellingWords(side, sentence)];
  const shares = (of: (key: string) => readonly string[]) => {
    const all = new Set(own.flatMap(of));
    return [...new Set(told.flatMap(of))].filter((one) => all.has(one)).length;
  };
  if (shares(outcomesOf) > 0 || shares((key) => (isFigure(key) ? [key] : [])) > 0) return true;
  if (shares((key) => (/^\p{Lu}\p{Ll}+/u.test(key) && key !== own[0] ? [key] : [])) > 0) return true;
  return shares((key) => (key.length >= LONG ? [key.toLowerCase()] : [])) > 1;
}
