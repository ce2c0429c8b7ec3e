/** Persons whom a sentence tells of in which nobody speaks: "Rashid lost his wife." stands before "he said". */
import { isOffice } from '../../claims/reading/titles.ts';
import type { Side } from './aligned.ts';
import { wordsIn } from './alike.ts';
import { isFigure, isHuman, isMass } from './lexicon.ts';
import { perSentence, perSide } from './per-sentence.ts';
import { isQuoted } from './quoted.ts';
import { isNamedAsPerson, isPerson, speakersIn } from './speakers.ts';
import { subjectOf } from './subjects.ts';

const setOf = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** How surely the one a sentence begins with is a person. */
export type Likeness = 'does' | 'is' | 'may be';

export interface Person {
  /** In small letters. */
  readonly name: string;
  readonly likeness: Likeness;
}

/** The person that a sentence begins with; null for none. */
export const personIn = perSentence((side, sentence): Person | null => {
  if (isQuoted(side, sentence)) return null;
  const subject = subjectOf(side, sentence) || relativeIn(side, sentence);
  if (subject === '') return null;
  const name = subject.toLowerCase();
  const words = wordsIn(side, sentence).map((word) => word.toLowerCase());
  const behind = words.slice(words.indexOf(name.split(' ').at(-1) ?? '') + 1);
  if (placesOf(side).has(subject)) return null;
  if (behind.slice(0, BEHIND).some(isHuman)) return { name, likeness: 'does' };
  if (!isSentence(side, sentence) || /^\p{Lo}/u.test(subject)) return null;
  const isSure =
    isTitled(name) ||
    behind.some((word) => OWN.has(word)) ||
    isDescribed(side, sentence, subject) ||
    isFullName(subject) ||
    speakersOf(side).has(name);
  if (isSure) return { name, likeness: 'is' };
  const isThing = isMass(name) || /(?:ing|ly|ed)$/u.test(name);
  return isThing ? null : { name, likeness: 'may be' };
});

/** "Her neighbour, Ilse Ekdal,": who is told by whose he or she is. */
function relativeIn({ tokens, firstOf }: Side, sentence: number): string {
  const own = tokens.slice(firstOf[sentence], firstOf[sentence + 1]).map(({ key }) => key);
  const comma = own.indexOf(',');
  if (!OWNING.test(own[0] ?? '') || comma === -1 || comma > PHRASE) return '';
  const names = own.slice(comma + 1, own.indexOf(',', comma + 1));
  return names.every((name) => /^\p{Lu}\p{Ll}/u.test(name)) ? names.join(' ') : '';
}
const OWNING = /^(?:his|her|their)$/iu;

/** So many words behind who does it: "Rashid, 45, later wept". */
const BEHIND = 3;
/** What towns and ministries do not have. */
const OWN = setOf('his her he she himself herself');

/** "The driver", "Police Chief Tor Maren". */
const isTitled = (name: string): boolean => {
  const words = name.split(' ');
  return isPerson(words.at(-1) ?? '') || (words.some(isOffice) && !words.some((word) => THINGS.has(word)));
};

/** A heading ends without a stop. */
const isSentence = ({ tokens, firstOf }: Side, sentence: number): boolean =>
  tokens[(firstOf[sentence + 1] ?? 0) - 1]?.means === false;

/** "Maren, 61," and "Rashid, the mayor,": behind a comma an age or an office. */
function isDescribed({ tokens, firstOf }: Side, sentence: number, subject: string): boolean {
  const own = tokens.slice(firstOf[sentence], firstOf[sentence + 1]);
  const end = own.findIndex(({ key }) => key === subject.split(' ').at(-1)) + 1;
  if (end === 0 || own[end]?.key !== ',') return false;
  const next = own.slice(end + 1).findIndex(({ key }) => key === ',');
  const phrase = own.slice(end + 1, next === -1 ? end + 1 + PHRASE : end + 1 + next);
  const [first] = phrase;
  if (phrase.length === 1) return first !== undefined && isFigure(first.key);
  const head = phrase.findIndex(({ key }) => ENDING.test(key));
  return phrase.slice(0, head === -1 ? phrase.length : head).some(({ key }) => isPerson(key.toLowerCase()));
}
const PHRASE = 6;
/** "A town of bakers" is no baker. */
const ENDING = /^(?:of|for|in|at|on|from|near|with|who|where|which)$/u;

/** "Tor Ekdal": two names or three, none of them of a thing. */
function isFullName(subject: string): boolean {
  const words = subject.split(' ');
  const isNames = words.length > 1 && words.length <= 3 && words.every((word) => /^\p{Lu}\p{Ll}/u.test(word));
  return (
    isNames && isNamedAsPerson(subject.toLowerCase()) && !words.some((word) => THINGS.has(word.toLowerCase()))
  );
}
const THINGS = setOf(`
  north south east west northern southern eastern western new old upper lower great central united san saint st mount port
  fort lake river island islands street road avenue square bridge bay valley hill hills beach coast airport harbour harbor
  station hospital school university college church mosque temple market park hotel stadium prison camp tower palace house
  hall cup games league union army front movement tours buses trains airways motors radio line lines airlines company bank group party council city town village county province state republic kingdom
  the a an all most some many several few two three four five six seven eight nine ten monday tuesday wednesday thursday
  friday saturday sunday january february march april may june july august september october november december`);

/** Names before which "in" or "near" stands somewhere: "in Harran". */
const placesOf = perSide(({ tokens }): ReadonlySet<string> => {
  const found = new Set<string>();
  tokens.forEach(({ key }, at) => {
    if (!PLACING.has(key.toLowerCase())) return;
    const names: string[] = [];
    for (let next = at + 1; /^\p{Lu}\p{Ll}/u.test(tokens[next]?.key ?? ''); next++)
      names.push(tokens[next]?.key ?? '');
    if (names.length > 0) found.add(names.join(' '));
  });
  return found;
});
const PLACING = setOf('in near outside inside around across');

/** Whoever speaks somewhere, by a name alone. */
const speakersOf = perSide((side): ReadonlySet<string> => {
  const found = new Set<string>();
  side.revision.sentences.forEach((_, at) => {
    for (const { name } of speakersIn(side, at)) {
      const words = name.split(' ');
      if (words.length <= 3 && words.every((word) => /^\p{Lu}/u.test(word))) found.add(name.toLowerCase());
    }
  });
  return found;
});
