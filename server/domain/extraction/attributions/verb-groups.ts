/** Verbs with what goes before them: "has not yet said", "to leave", "was being told". */

import type { Word } from '../analyse.ts';
import { wordSet } from '../word-set.ts';
import { type VerbForm, verbForm } from './lexicon/forms.ts';
import { FRAMES, type Frame } from './lexicon/frames.ts';
import { MODIFYING, NOUNS, NOUNS_ADJECTIVES, VERBS } from './lexicon/tags.ts';
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
  /** What is known of a verb of saying, thinking or wanting; undefined for every other verb. */
  readonly known: { readonly form: VerbForm; readonly frame: Readonly<Frame> } | undefined;
}

/** A verb of saying, thinking or wanting. */
export type KnownVerb = VerbGroup & { readonly known: NonNullable<VerbGroup['known']> };

export const isKnown = (verb: VerbGroup): verb is KnownVerb => verb.known !== undefined;

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
  // "by May was": a month.
  if (word.lower === 'may' && word.text !== 'may' && index > 0 && words[index - 1]?.pos === 'ADP')
    return false;
  // After a name "'s" is mostly its case: "Rome's saying".
  if (word.lower === "'s") return VERBS.has(word.pos) || words[index - 1]?.pos === 'PRON';
  return !NOUNS.has(word.pos);
};

function groupAt(
  words: readonly Word[],
  from: number,
  quotation: readonly (Quotation | null)[],
): VerbGroup | null {
  const infinitive = lowerAt(words, from) === 'to' && isBaseAhead(words, from + 1);
  let isBegun = infinitive;
  let at = infinitive ? from + 1 : from;
  let last: number | null = null;
  const isOpen = (): boolean =>
    at < words.length && at < from + LONGEST_GROUP && quotation[at] === quotation[from];
  for (; isOpen(); at++) {
    if (isAuxiliary(words, at)) last = at;
    else if (!isAdverb(words, at, isBegun)) break;
    isBegun ||= last !== null || NOT.has(lowerAt(words, at));
  }
  if (isOpen() && isVerb(words, at, last !== null || infinitive)) return make(words, from, at, infinitive);
  // Without a verb behind them: "is ready", "has a plan".
  return last === null ? null : make(words, from, last, infinitive);
}

/** Within a group any adverb; before it one that a verb follows at once, as in "never said" and "openly denied". */
const isAdverb = (words: readonly Word[], at: number, isBegun: boolean): boolean =>
  NOT.has(lowerAt(words, at)) ||
  (words[at]?.pos === 'ADV' && (isBegun || (isVerb(words, at + 1) && words[at - 1]?.pos !== 'DET')));

/** "to leave", "to not leave", not "to Rome". */
function isBaseAhead(words: readonly Word[], index: number): boolean {
  const isAfterAdverb = words[index]?.pos === 'ADV' && !DETERMINERS.has(lowerAt(words, index));
  const base = words[isAfterAdverb ? index + 1 : index];
  return base !== undefined && VERBS.has(base.pos) && !PARTICIPLE.test(base.lower);
}
const PARTICIPLE = /(?:ing|ed)$/u;

/** Forms that are hardly ever anything but verbs, whatever the tagger says. */
const ALWAYS: ReadonlySet<string> = new Set(
  `said says told tells wrote writes added adds thinks thought knew believes insisted argued argues asks asked announced
  acknowledged warned insists explained explains urged urges denied denies`.split(/\s+/u),
);

function isVerb(words: readonly Word[], index: number, afterAuxiliary = false): boolean {
  const word = words[index];
  if (word === undefined) return false;
  if (word.pos === 'ADJ') return afterAuxiliary && verbForm(word.lower)?.tenses.has('participle') === true;
  return (word.pos === 'VERB' || ALWAYS.has(word.lower)) && !isModifier(words, word, index);
}

const PREPOSITIONS = wordSet('according including');

/** "the proposed law", "according to": no verb of a clause. */
function isModifier(words: readonly Word[], word: Word, index: number): boolean {
  if (PREPOSITIONS.has(word.lower)) return true;
  const [second, before, after] = [words[index - 2], words[index - 1], words[index + 1]];
  if (before === undefined) return false;
  if (before.pos === 'DET' && before.lower !== 'that' && word.lower.endsWith('ing')) return true;
  if (after === undefined || !NOUNS_ADJECTIVES.has(after.pos)) return false;
  // "a later press call"
  if (MODIFYING.has(before.pos) && second?.pos === 'DET') return true;
  // "Monday's widely panned debate"
  const owner = before.pos === 'ADV' ? second : before;
  if (owner?.lower === "'s" && owner.pos !== 'AUX' && word.lower.endsWith('ed')) return true;
  if (before.pos === 'DET') return before.lower !== 'that';
  return POSSESSIVES.has(before.lower) && before.lower !== 'her';
}

function make(words: readonly Word[], from: number, head: number, infinitive: boolean): VerbGroup {
  const lower = lowerAt(words, head);
  const form = verbForm(lower);
  const frame = form === undefined ? undefined : FRAMES.get(form.verb);
  const isAux = isAuxiliary(words, head);
  const before = words.slice(from, head);
  const passive = !isAux && isPastForm(lower, form) && before.some(({ lower: one }) => BE.has(one));
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
  const last = before.findLast(({ lower }) => AUXILIARIES.has(lower))?.lower ?? '';
  return HAVE.has(last) && !BE.has(last);
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
