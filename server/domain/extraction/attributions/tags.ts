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
} from './lexicon/tags.ts';
import { AFTER_LISTED_NAME, AT_BOUNDS, POSSESSIVES } from './lexicon/words.ts';

/** Behind what may be a noun, they show that it is a verb. */
const CLAUSE_OPENERS = wordSet('that how whether');

/** Before a hyphen, they leave a verb a verb. */
const PREFIXES = wordSet('re co pre un over out mis de');

/** The words of a sentence, some of them with another part of speech. */
export function repairTags(words: readonly Word[]): Word[] {
  const isHeadline = !words.some(({ pos }) => pos === 'VERB' || pos === 'AUX');
  return words.map((word, index) => {
    const pos = repaired(words, index, isHeadline);
    return pos === word.pos ? word : { ...word, pos };
  });
}

function repaired(words: readonly Word[], index: number, isHeadline: boolean): Word['pos'] {
  const word = words[index];
  if (word === undefined) return 'X';
  if (word.pos === 'ADV' && isFirstHalf(words, index)) return 'ADJ';
  const form = verbForm(word.lower);
  if (word.pos === 'VERB') {
    if (isSecondHalf(words, index)) return 'ADJ';
    return isName(words, index, form) ? 'PROPN' : 'VERB';
  }
  if (!NOUNS_ADJECTIVES.has(word.pos) || form === undefined) return word.pos;
  const frame = FRAMES.get(form.verb);
  return frame !== undefined && isVerbHere(words, index, form, frame, isHeadline) ? 'VERB' : word.pos;
}

/** "well-known", "long-serving"; not "re-elected". */
function isSecondHalf(words: readonly Word[], index: number): boolean {
  const [first, hyphen, word] = [words[index - 2], words[index - 1], words[index]];
  return (
    hyphen?.text === '-' &&
    hyphen.end === word?.start &&
    hyphen.start === first?.end &&
    !PREFIXES.has(first.lower)
  );
}

/** "well-known" */
const isFirstHalf = (words: readonly Word[], index: number): boolean =>
  words[index + 1]?.text === '-' && words[index + 1]?.start === words[index]?.end;

/** "Ted Cruz": a capital in the middle of a sentence, beside another name. */
function isName(words: readonly Word[], index: number, form: VerbForm | undefined): boolean {
  const word = words[index];
  if (word === undefined || form !== undefined || !/^\p{Lu}\p{Ll}/u.test(word.text)) return false;
  const isFirst = index === 0 || OPENS_TEXT.has(words[index - 1]?.text ?? '');
  return (
    !isFirst &&
    (words[index + 1]?.pos === 'PROPN' ||
      words[index - 1]?.pos === 'PROPN' ||
      words.some(({ pos, lower, text }) => pos === 'NOUN' && lower === text))
  );
}

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
      (beginsPhrase(words, index + 1) || (after.lower === 'that' && frame.quote && frame.clause))
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
function beginsPhrase(words: readonly Word[], index: number): boolean {
  const word = words[index];
  if (word === undefined) return false;
  if (word.lower === 'at') return AT_BOUNDS.has(words[index + 1]?.lower ?? '');
  return word.pos === 'DET' || word.pos === 'NUM';
}

/** No verb before it in its clause. */
function isFirstVerb(words: readonly Word[], index: number): boolean {
  for (let at = index - 1; at >= 0 && at > index - 25; at--) {
    const word = words[at];
    if (word === undefined || word.lower === ',') return false;
    if (word.pos === 'VERB' || word.pos === 'AUX') return false;
  }
  return true;
}

const isVerbAfter = (words: readonly Word[], index: number): boolean =>
  words[index]?.pos === 'VERB' || words[index]?.pos === 'AUX';
