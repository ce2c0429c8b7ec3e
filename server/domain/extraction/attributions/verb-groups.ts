/** Verbs with what goes before them: "has not yet said", "to leave", "was being told". */

import type { Word } from '../analyse.ts';
import { type VerbForm, verbForm } from './lexicon/forms.ts';
import { FRAMES, type Frame } from './lexicon/frames.ts';
import { MODIFYING, NOUNS, NOUNS_ADJECTIVES } from './lexicon/tags.ts';
import { AUXILIARIES, BE, DETERMINERS, HAVE, MODALS, NOT, POSSESSIVES } from './lexicon/words.ts';
import type { Quotation } from './quotations.ts';

export interface VerbGroup {
  /** The first word of the group, auxiliaries and adverbs included. */
  readonly from: number;
  /** The verb itself. */
  readonly head: number;
  readonly to: number;
  readonly form: 'finite' | 'gerund' | 'infinitive' | 'participle';
  readonly passive: boolean;
  /** A passive without its auxiliary, hung on a noun: "a man said to be ill". */
  readonly reduced: boolean;
  readonly negated: boolean;
  /** What is known of a verb of saying, thinking or wanting; undefined for every other verb. */
  readonly known: { readonly form: VerbForm; readonly frame: Readonly<Frame> } | undefined;
}

/** Words of a group that may stand between its auxiliaries and its verb. */
const LONGEST_GROUP = 10;

export function findVerbGroups(
  words: readonly Word[],
  quotation: readonly (Quotation | null)[],
): VerbGroup[] {
  const groups: VerbGroup[] = [];
  let at = 0;
  while (at < words.length) {
    const group = groupAt(words, at, quotation);
    if (group === null) at++;
    else {
      groups.push(group);
      at = group.to;
    }
  }
  return groups;
}

const lowerAt = (words: readonly Word[], index: number): string => words[index]?.lower ?? '';

const isAuxiliary = (words: readonly Word[], index: number): boolean => {
  const word = words[index];
  if (word === undefined || !AUXILIARIES.has(word.lower)) return false;
  // After a name "'s" is mostly its case: "Rome's saying".
  if (/^['’]s$/u.test(word.lower))
    return word.pos === 'AUX' || word.pos === 'VERB' || words[index - 1]?.pos === 'PRON';
  return word.pos !== 'NOUN' && word.pos !== 'PROPN';
};

function groupAt(
  words: readonly Word[],
  from: number,
  quotation: readonly (Quotation | null)[],
): VerbGroup | null {
  let at = from;
  let infinitive = false;
  if (lowerAt(words, at) === 'to' && isBaseAhead(words, at + 1)) {
    infinitive = true;
    at++;
  }
  let auxiliaries = 0;
  const limit = Math.min(words.length, from + LONGEST_GROUP);
  for (; at < limit; at++) {
    const word = words[at];
    if (word === undefined || quotation[at] !== quotation[from]) break;
    if (isAuxiliary(words, at)) auxiliaries++;
    else if (auxiliaries > 0 || infinitive || NOT.has(word.lower)) {
      if (word.pos !== 'ADV' && !NOT.has(word.lower)) break;
    } else if (!(word.pos === 'ADV' && isVerb(words, at + 1) && words[at - 1]?.pos !== 'DET')) break;
  }
  if (at < limit && quotation[at] === quotation[from] && isVerb(words, at, auxiliaries > 0 || infinitive))
    return make(words, from, at, infinitive);
  // Without a verb behind them: "is ready", "has a plan".
  const last = lastAuxiliary(words, from, at);
  return last === null ? null : make(words, from, last, infinitive);
}

function lastAuxiliary(words: readonly Word[], from: number, to: number): number | null {
  for (let at = Math.min(to, words.length) - 1; at >= from; at--) if (isAuxiliary(words, at)) return at;
  return null;
}

/** "to leave", "to not leave", not "to Rome". */
function isBaseAhead(words: readonly Word[], index: number): boolean {
  const word = words[index];
  if (word === undefined) return false;
  if (word.pos === 'ADV' && !DETERMINERS.has(word.lower)) return isBaseAhead2(words[index + 1]);
  return isBaseAhead2(word) || word.lower === 'be' || word.lower === 'have';
}
const isBaseAhead2 = (word: Word | undefined): boolean =>
  word !== undefined && (word.pos === 'VERB' || word.pos === 'AUX') && !/(?:ing|ed)$/u.test(word.lower);

/** Forms that are hardly ever anything but verbs, whatever the tagger says. */
const ALWAYS: ReadonlySet<string> = new Set(
  `said says told tells wrote writes added adds thinks thought knew believes insisted argued argues asks asked announced
  acknowledged warned insists explained explains urged urges denied denies`.split(/\s+/u),
);

function isVerb(words: readonly Word[], index: number, afterAuxiliary = false): boolean {
  const word = words[index];
  if (word === undefined) return false;
  if (word.pos === 'VERB') return !isModifier(words, index);
  if (ALWAYS.has(word.lower) && word.pos !== 'ADJ') return !isModifier(words, index);
  return afterAuxiliary && verbForm(word.lower)?.tenses.has('participle') === true && word.pos === 'ADJ';
}

/** "the proposed law", "according to": no verb of a clause. */
function isModifier(words: readonly Word[], index: number): boolean {
  const word = words[index];
  const before = words[index - 1];
  const after = words[index + 1];
  if (word === undefined) return false;
  if (word.lower === 'according' || word.lower === 'including') return true;
  if (before === undefined) return false;
  const isBetween = after !== undefined && NOUNS_ADJECTIVES.has(after.pos);
  // "a later press call"
  if (MODIFYING.has(before.pos) && words[index - 2]?.pos === 'DET' && isBetween) return true;
  // "Monday's widely panned debate"
  const second = words[index - 2]?.lower ?? '';
  if (
    isBetween &&
    (before.lower === "'s" || (before.pos === 'ADV' && second === "'s")) &&
    /ed$/u.test(word.lower) &&
    words[index - 1]?.pos !== 'AUX'
  )
    return true;
  if (DETERMINERS.has(before.lower) && before.lower !== 'that' && before.pos === 'DET')
    return isBetween || word.lower.endsWith('ing');
  return POSSESSIVES.has(before.lower) && before.lower !== 'her' && isBetween;
}

function make(words: readonly Word[], from: number, head: number, infinitive: boolean): VerbGroup {
  const lower = lowerAt(words, head);
  const form = verbForm(lower);
  const frame = form === undefined ? undefined : FRAMES.get(form.verb);
  const isAux = isAuxiliary(words, head);
  const before = words.slice(from, head);
  const passive =
    !isAux && isPastForm(lower, form) && before.some(({ lower: one }) => BE.has(one) || one === 'got');
  const reduced =
    !infinitive &&
    !before.some(({ lower: one }) => AUXILIARIES.has(one)) &&
    isReduced(words, from, head, form);
  return {
    from,
    head,
    to: head + 1,
    form: reduced ? 'participle' : infinitive ? 'infinitive' : formOf(words, from, head, lower, form),
    passive: reduced || (passive && !endsPerfect(before)),
    reduced,
    negated: before.some(({ lower: one }) => NOT.has(one)),
    known: isAux || form === undefined || frame === undefined ? undefined : { form, frame },
  };
}

/** Verbs that take an infinitive in the passive alone, and those that take one of "be" or "have" in it alone. */
const REDUCED: Readonly<Record<string, RegExp>> = {
  believe: /./u,
  think: /^(?:be|have)$/u,
  say: /^(?:be|have)$/u,
  report: /^(?:be|have)$/u,
  allege: /^(?:be|have)$/u,
  presume: /^(?:be|have)$/u,
  estimate: /^(?:be|have)$/u,
  understand: /^(?:be|have)$/u,
};

/** "a man said to be ill", "the mill, believed to hold grain": behind a noun, and no pronoun that would be its subject. */
function isReduced(words: readonly Word[], from: number, head: number, form: VerbForm | undefined): boolean {
  const before = words[from - 1];
  if (before === undefined || form === undefined || !form.tenses.has('participle')) return false;
  if (!NOUNS.has(before.pos) && before.lower !== ',') return false;
  if (lowerAt(words, head + 1) !== 'to' || !isBaseAhead(words, head + 2)) return false;
  return REDUCED[form.verb]?.test(lowerAt(words, head + 2)) === true;
}

/** "'d said", "'s said": the short form may be of "have". Only a clear form of "have" last makes it active. */
const endsPerfect = (before: readonly Word[]): boolean => {
  const last = before.filter(({ lower }) => AUXILIARIES.has(lower)).at(-1);
  return last !== undefined && HAVE.has(last.lower) && !BE.has(last.lower);
};

const isPastForm = (lower: string, form: VerbForm | undefined): boolean =>
  form === undefined ? !lower.endsWith('ing') : form.tenses.has('participle');

function formOf(
  words: readonly Word[],
  from: number,
  head: number,
  lower: string,
  form: VerbForm | undefined,
): VerbGroup['form'] {
  const first = words.slice(from, head + 1).find(({ lower: one }) => AUXILIARIES.has(one));
  if (first !== undefined) {
    if (first.lower === 'being' || first.lower === 'having') return 'gerund';
    return first.lower === 'been' || (first.lower === 'be' && !MODALS.has(lowerAt(words, from)))
      ? 'participle'
      : 'finite';
  }
  if (form === undefined) return lower.endsWith('ing') ? 'gerund' : 'finite';
  if (form.tenses.has('gerund')) return 'gerund';
  const isParticipleAlone = form.tenses.has('participle') && !form.tenses.has('past');
  return isParticipleAlone && !form.tenses.has('base') ? 'participle' : 'finite';
}
