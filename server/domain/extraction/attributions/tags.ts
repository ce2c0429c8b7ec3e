/** Parts of speech put right where words around tell more than the tagger saw. */
import type { Word } from '../analyse.ts';
import { type VerbForm, verbForm } from './lexicon/forms.ts';
import { FRAMES, type Frame } from './lexicon/frames.ts';
import { POSSESSIVES } from './lexicon/words.ts';

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
  const form = verbForm(word.lower);
  if (word.pos === 'VERB') return isName(words, index, form) ? 'PROPN' : 'VERB';
  if (!/^(?:NOUN|PROPN|ADJ)$/u.test(word.pos) || form === undefined) return word.pos;
  const frame = FRAMES.get(form.verb);
  return frame !== undefined && isVerbHere(words, index, form, frame, isHeadline) ? 'VERB' : word.pos;
}

/** "Ted Cruz": a capital in the middle of a sentence, beside another name. */
function isName(words: readonly Word[], index: number, form: VerbForm | undefined): boolean {
  const word = words[index];
  if (word === undefined || form !== undefined || !/^\p{Lu}\p{Ll}/u.test(word.text)) return false;
  const isFirst = index === 0 || /^["“‘']$/u.test(words[index - 1]?.text ?? '');
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
    if (before.lower === ',') return !/^(?:and|,|is|was)$/u.test(after.lower);
    return (
      /^(?:NOUN|PROPN)$/u.test(before.pos) &&
      (beginsPhrase(words, index + 1) || (after.lower === 'that' && frame.quote && frame.clause))
    );
  }
  const hasSubject =
    /^(?:NOUN|PROPN|NUM)$/u.test(before.pos) ||
    (before.pos === 'ADJ' && words[index - 2]?.pos === 'DET') ||
    (before.pos === 'PRON' && !POSSESSIVES.has(before.lower)) ||
    /^[)”"]$/u.test(before.text);
  if (!hasSubject) return false;
  if (after.lower === 'that' || after.lower === 'how') return frame.clause || frame.question;
  const isInflected = form.tenses.has('present') || form.tenses.has('past');
  if (after.lower === 'to') return isInflected && frame.infinitive && isVerbAfter(words, index + 2);
  if (!isHeadline && form.tenses.has('present') && isFirstVerb(words, index))
    return (frame.object || frame.clause) && /^(?:PROPN|DET|PRON)$/u.test(after.pos);
  if (!isHeadline || !isInflected) return false;
  return (
    frame.prepositions.has(after.lower) ||
    ((frame.object || frame.clause) && /^(?:DET|PROPN|NOUN|ADJ|PRON|NUM)$/u.test(after.pos))
  );
}

/** No noun goes on with another noun phrase: "the office reporting a fire", "reporting at least six". */
function beginsPhrase(words: readonly Word[], index: number): boolean {
  const word = words[index];
  if (word === undefined) return false;
  if (word.lower === 'at') return /^(?:least|most)$/u.test(words[index + 1]?.lower ?? '');
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
