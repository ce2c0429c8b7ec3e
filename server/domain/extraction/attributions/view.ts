/** One sentence as the rules look at it: its words, which of them are quoted, and its verbs. */

import type { AnalysedSentence, Word } from '../analyse.ts';
import { QUOTE_CLOSES, STRAY } from './lexicon/signs.ts';
import type { Quotation } from './quotations.ts';
import { repairTags } from './tags.ts';
import { findVerbGroups, type VerbGroup } from './verb-groups.ts';

export interface View {
  readonly words: readonly Word[];
  readonly sentence: AnalysedSentence;
  /** The quotation that a word stands in, its marks included; null outside. */
  readonly quotation: readonly (Quotation | null)[];
  readonly verbs: readonly VerbGroup[];
  /** The verb group that holds a word, by the word's number. */
  readonly verbAt: ReadonlyMap<number, VerbGroup>;
}

/** Numbers of words; `to` is exclusive. */
export interface Words {
  readonly from: number;
  readonly to: number;
}

/** Look at sentences and quotations in one pass: both stand in the order of the text. */
export function viewSentences(
  sentences: readonly AnalysedSentence[],
  quotations: readonly Quotation[],
): View[] {
  let next = 0;
  return sentences.map((sentence) => {
    const own = sentence.words.filter((_, index) => !isStray(sentence.words, index));
    const quotation = own.map(({ start }) => {
      while ((quotations[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++;
      const here = quotations[next];
      return here !== undefined && here.start <= start ? here : null;
    });
    const words = repairTags(own);
    const verbs = findVerbGroups(words, quotation);
    const verbAt = new Map<number, VerbGroup>();
    for (const verb of verbs) for (let at = verb.from; at < verb.to; at++) verbAt.set(at, verb);
    return { words, sentence, quotation, verbs, verbAt };
  });
}

/** A slip of the key right behind a possessive, which parts it from its noun: "the union's` chief". */
function isStray(words: readonly Word[], index: number): boolean {
  const [before, word] = [words[index - 1], words[index]];
  if (word === undefined || before === undefined || !STRAY.has(word.text)) return false;
  return /^['’]s$/u.test(before.lower) && before.end === word.start && words[index + 1]?.start !== word.end;
}

export const wordAt = (view: View, index: number): string => view.words[index]?.lower ?? '';
export const posAt = (view: View, index: number): string => view.words[index]?.pos ?? '';
export const isQuoted = (view: View, index: number): boolean => (view.quotation[index] ?? null) !== null;

/** No blank stands between a word and the one before it. */
export const isJoined = (view: View, at: number): boolean =>
  view.words[at - 1] !== undefined && view.words[at]?.start === view.words[at - 1]?.end;

/** The nearest of so many places before one that fits; null for none. */
export function lastBefore(end: number, reach: number, fits: (at: number) => boolean): number | null {
  for (let at = end - 1; at >= Math.max(0, end - reach); at--) if (fits(at)) return at;
  return null;
}

/** The nearest of so many places from one on that fits; null for none. */
export function firstFrom(from: number, reach: number, fits: (at: number) => boolean): number | null {
  for (let at = from; at < from + reach; at++) if (fits(at)) return at;
  return null;
}

/** The number of the first word of the quotation that a word stands in. */
export function quoteStart(view: View, at: number): number {
  const quotation = view.quotation[at];
  let start = at;
  while (start > 0 && view.quotation[start - 1] === quotation) start--;
  return start;
}

/** The number of the word after the quotation that a word stands in. */
export function quoteEnd(view: View, at: number): number {
  const quotation = view.quotation[at];
  let end = at;
  while (end < view.words.length && view.quotation[end] === quotation) end++;
  return end;
}

/** The last word or sign within a quotation that ends before a place, its closing mark left out. */
export function lastQuoted(view: View, end: number): string {
  const quotation = view.quotation[end - 1] ?? null;
  let at = end - 1;
  while (at > 0 && view.quotation[at - 1] === quotation && QUOTE_CLOSES.has(wordAt(view, at))) at--;
  return wordAt(view, at);
}

/** How many words of a sentence any rule looks at: it keeps a text without stops linear. */
export const LONGEST_CLAUSE = 250;

/** Whether a finite verb stands between two words; of a longer stretch its end is looked at. */
export function hasFinite(view: View, from: number, to: number): boolean {
  return finiteFrom(view, Math.max(from, to - LONGEST_CLAUSE), to) !== null;
}

/** The first finite verb between two words, null for none. */
export function finiteFrom(view: View, from: number, to: number): VerbGroup | null {
  const limit = Math.min(to, view.words.length, from + LONGEST_CLAUSE);
  for (let at = from; at < limit; at++) {
    const verb = view.verbAt.get(at);
    if (verb !== undefined && verb.head === at && verb.form === 'finite') return verb;
  }
  return null;
}
