/** Parts of speech put right where words around tell more than the tagger saw. */

import type { Word } from '../analyse.ts';
import { wordSet } from '../word-set.ts';
import { type VerbForm, verbForm } from './lexicon/forms.ts';
import { FRAMES, type Frame } from './lexicon/frames.ts';
import { CLOSES_SUBJECT, OPENS_TEXT } from './lexicon/signs.ts';
import {
  NAMES_DETERMINERS_PRONOUNS,
  NOUNS,
  NOUNS_ADJECTIVES,
  NOUNS_NUMBERS,
  OBJECT_BEGINS,
  VERBS,
} from './lexicon/tags.ts';
import { AFTER_LISTED_NAME, AT_BOUNDS, POSSESSIVES } from './lexicon/words.ts';
import { isGivenName } from './names.ts';

/** Behind what may be a noun, they show that it is a verb. */
const CLAUSE_OPENERS = wordSet('that how whether');

/** Before a hyphen, they leave a verb a verb. */
const PREFIXES = wordSet('re co pre un over out mis de');

interface Kind {
  /** Without a verb that the tagger saw. */
  readonly isHeadline: boolean;
  /** Of words in small letters, so that a capital tells a name. */
  readonly isPlain: boolean;
}

/** The words of a sentence, some of them with another part of speech. */
export function repairTags(words: readonly Word[]): Word[] {
  const isHeadline = !words.some(({ pos }) => VERBS.has(pos));
  const isPlain = words.filter(({ text }) => /^\p{Ll}{4}/u.test(text)).length > 2;
  return words.map((word, index) => {
    // With its capital no list of small words takes it for a month.
    if (isGivenName(words, index)) return { ...word, pos: 'PROPN', lower: word.text };
    const pos = repaired(words, word, index, { isHeadline, isPlain });
    return pos === word.pos ? word : { ...word, pos };
  });
}

function repaired(
  words: readonly Word[],
  word: Word,
  index: number,
  { isHeadline, isPlain }: Kind,
): Word['pos'] {
  if (word.pos === 'ADV') return isHyphen(words, index + 1) ? 'ADJ' : 'ADV';
  const form = verbForm(word.lower);
  if (word.pos === 'VERB') {
    if (isSecondHalf(words, index)) return 'ADJ';
    return (form === undefined || isInName(words, index) || isSurname(words, index, isPlain)) &&
      isName(words, word, index)
      ? 'PROPN'
      : 'VERB';
  }
  if (!NOUNS_ADJECTIVES.has(word.pos) || form === undefined) return word.pos;
  const frame = FRAMES.get(form.verb);
  return frame !== undefined && isVerbHere(words, index, form, frame, isHeadline) ? 'VERB' : word.pos;
}

/** Between two words, with no blanks: "well-known". */
const isHyphen = (words: readonly Word[], index: number): boolean =>
  words[index]?.text === '-' &&
  words[index]?.start === words[index - 1]?.end &&
  words[index]?.end === words[index + 1]?.start;

/** "well-known", "long-serving"; not "re-elected". */
const isSecondHalf = (words: readonly Word[], index: number): boolean =>
  isHyphen(words, index - 1) && !PREFIXES.has(words[index - 2]?.lower ?? '');

/** "Ted Cruz": a capital in the middle of a sentence. */
const isName = (words: readonly Word[], { text }: Word, index: number): boolean =>
  /^\p{Lu}\p{Ll}/u.test(text) && index > 0 && !OPENS_TEXT.has(words[index - 1]?.text ?? '');

/** "Dr Omar Tell, head of the hospital,": behind a name, in a sentence of small letters. */
const isSurname = (words: readonly Word[], index: number, isPlain: boolean): boolean =>
  isPlain && words[index - 1]?.pos === 'PROPN' && /^\p{Lu}\p{Ll}/u.test(words[index - 1]?.text ?? '');

/** "the Harbour Echo newspaper": between a name and a noun in small letters. */
const isInName = (words: readonly Word[], index: number): boolean =>
  words[index - 1]?.pos === 'PROPN' &&
  /^\p{Lu}/u.test(words[index - 1]?.text ?? '') &&
  words[index + 1]?.pos === 'NOUN' &&
  /^\p{Ll}/u.test(words[index + 1]?.text ?? '');

function isVerbHere(
  words: readonly Word[],
  index: number,
  form: VerbForm,
  frame: Readonly<Frame>,
  isHeadline: boolean,
): boolean {
  const before = words[index - 1];
  const after = words[index + 1];
  if (before === undefined || after === undefined) return false;
  if (form.tenses.has('gerund')) {
    if (before.lower === ',') return !AFTER_LISTED_NAME.has(after.lower);
    return (
      NOUNS.has(before.pos) &&
      (beginsPhrase(after, words[index + 2]) || (after.lower === 'that' && frame.quote && frame.clause))
    );
  }
  const hasSubject =
    NOUNS_NUMBERS.has(before.pos) ||
    (before.pos === 'ADJ' && words[index - 2]?.pos === 'DET') ||
    (before.pos === 'PRON' && !POSSESSIVES.has(before.lower)) ||
    CLOSES_SUBJECT.has(before.text);
  if (!hasSubject) return false;
  if (CLAUSE_OPENERS.has(after.lower)) return frame.clause || frame.question;
  const isInflected = form.tenses.has('present') || form.tenses.has('past');
  if (after.lower === 'to') return isInflected && frame.infinitive && isVerbAfter(words, index + 2);
  if (!isHeadline && form.tenses.has('present') && isFirstVerb(words, index))
    return (frame.object || frame.clause) && NAMES_DETERMINERS_PRONOUNS.has(after.pos);
  if (!isHeadline || !isInflected) return false;
  return (
    frame.prepositions.has(after.lower) || ((frame.object || frame.clause) && OBJECT_BEGINS.has(after.pos))
  );
}

/** No noun goes on with another noun phrase: "the office reporting a fire", "reporting at least six". */
function beginsPhrase(word: Word, next: Word | undefined): boolean {
  if (word.lower === 'at') return AT_BOUNDS.has(next?.lower ?? '');
  return word.pos === 'DET' || word.pos === 'NUM';
}

/** How far back another verb of the clause may stand. */
const LONGEST_CLAUSE = 25;

/** No verb before it in its clause. */
const isFirstVerb = (words: readonly Word[], index: number): boolean =>
  !words.slice(Math.max(0, index - LONGEST_CLAUSE), index).some(({ pos }) => VERBS.has(pos));

const isVerbAfter = (words: readonly Word[], index: number): boolean => VERBS.has(words[index]?.pos ?? '');
