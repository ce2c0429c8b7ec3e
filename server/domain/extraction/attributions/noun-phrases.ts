/** Noun phrases around a place: "the mayor of Graz, a former judge," before a verb; "the two ministers" after it. */

import { wordSet } from '../word-set.ts';
import { CASE_MARKS, FINISHED } from './lexicon/signs.ts';
import { MODIFIED } from './lexicon/tags.ts';
import {
  AND_OR,
  AT_BOUNDS,
  DETERMINERS,
  OBJECT_PRONOUNS,
  POSSESSIVES,
  PREPOSITIONS_OF_NOUNS,
  RELATIVE,
  SUBJECT_PRONOUNS,
  THAN_BOUNDS,
  TIME_PREPOSITIONS,
  TIME_WORDS,
  WEEKDAYS,
} from './lexicon/words.ts';
import {
  firstFrom,
  hasFinite,
  isJoined,
  isQuoted,
  lastBefore,
  lastQuoted,
  posAt,
  quoteStart,
  type View,
  type Words,
  wordAt,
} from './view.ts';

/** How many words a noun phrase may have: it keeps a text without stops linear. */
const LONGEST = 45;
const NOMINAL = /^(?:NOUN|PROPN|NUM|ADJ|X|SYM)$/u;
const PARTICIPLE = /(?:ing|ed)$/u;
const HYPHEN = /^[-–/&.]$/u;

/** They stand before another determiner: "half the pilots". */
const WHOLES = wordSet('all both half such');

/** They head a noun phrase as a noun does: "many of them", "the others". */
const INDEFINITE =
  wordSet(`everyone everybody someone somebody anyone anybody noone nobody both many some all other others most
  few several none one`);

const JOINS = wordSet('and & or');
const OPEN_BRACKETS = wordSet('( [');
const CLOSED_BRACKETS = wordSet(') ]');

/** How many words a bracket or a quotation within a noun phrase may have. */
const LONGEST_ASIDE = 15;

const isNominal = (view: View, at: number): boolean =>
  NOMINAL.test(posAt(view, at)) || (posAt(view, at) === 'PRON' && INDEFINITE.has(wordAt(view, at)));

/** "today", not "today's". */
export const isTime = (view: View, at: number): boolean =>
  TIME_WORDS.has(wordAt(view, at)) && !CASE_MARKS.has(wordAt(view, at + 1));

/** The start of the bracket that ends before a place, where one does. */
const bracketBefore = (view: View, end: number): number | null =>
  CLOSED_BRACKETS.has(wordAt(view, end - 1))
    ? lastBefore(end, LONGEST_ASIDE, (at) => OPEN_BRACKETS.has(wordAt(view, at)))
    : null;

/** The start of the title that ends before a place, where one does: a quotation that does not end as speech does. */
function titleBefore(view: View, end: number): number | null {
  const last = end - 1;
  if (!isQuoted(view, last) || view.quotation[last] === view.quotation[end]) return null;
  const start = quoteStart(view, last);
  return end - start < LONGEST_ASIDE && !FINISHED.has(lastQuoted(view, end)) ? start : null;
}

/**
 * The noun phrase without what hangs on it that ends before a place.
 *
 * @param end the number of the word after it
 * @returns the number of its first word; null where none ends there
 */
export function baseBefore(view: View, end: number): number | null {
  const bracket = bracketBefore(view, end);
  if (bracket !== null) return baseBefore(view, bracket);
  const title = titleBefore(view, end);
  if (title !== null) return extendLeft(view, title, end);
  const head = end - 1;
  const word = wordAt(view, head);
  if (SUBJECT_PRONOUNS.has(word)) {
    return DETERMINERS.has(wordAt(view, head - 1)) && INDEFINITE.has(word) ? head - 1 : head;
  }
  // "those close to him"
  if (OBJECT_PRONOUNS.has(word) && posAt(view, head - 1) === 'ADP') return head;
  const isHead = isNominal(view, head) || CASE_MARKS.has(word) || isGerundNoun(view, head);
  return isHead ? extendLeft(view, head, end) : null;
}

const isGerundNoun = (view: View, at: number): boolean =>
  wordAt(view, at).endsWith('ing') && posAt(view, at) === 'VERB' && DETERMINERS.has(wordAt(view, at - 1));

function extendLeft(view: View, from: number, end: number): number {
  let start = from;
  for (let at = from - 1; at >= 0 && end - at < LONGEST; at--) {
    const aside = bracketBefore(view, at + 1) ?? titleBefore(view, at + 1);
    if (aside !== null) {
      at = aside;
      continue;
    }
    if (!continues(view, at, start)) break;
    start = at;
    if (isDeterminer(view, at) && posAt(view, at) !== 'ADJ') {
      if (WHOLES.has(wordAt(view, at - 1))) start = at - 1;
      break;
    }
  }
  start = withBound(view, start);
  return HYPHEN.test(wordAt(view, start)) ? start + 1 : start;
}

/** "more than 30", "at least 12": the bound belongs to the number. */
const withBound = (view: View, start: number): number => (isBound(view, start - 2) ? start - 2 : start);

/** Whether two words bound the number behind them: "at least 12", "more than 30", "up to 40". */
function isBound(view: View, from: number): boolean {
  const [first, second] = [wordAt(view, from), wordAt(view, from + 1)];
  if (posAt(view, from + 2) !== 'NUM') return false;
  if (second === 'than') return THAN_BOUNDS.has(first);
  return (first === 'at' && AT_BOUNDS.has(second)) || (first === 'up' && second === 'to');
}

function continues(view: View, at: number, start: number): boolean {
  const word = wordAt(view, at);
  const pos = posAt(view, at);
  if ((isQuoted(view, at) && !isQuoted(view, start)) || SUBJECT_PRONOUNS.has(wordAt(view, start)))
    return false;
  if (isTime(view, at) && pos !== 'ADJ') return posAt(view, start) !== 'PROPN' && !WEEKDAYS.has(word);
  if (POSSESSIVES.has(word) || CASE_MARKS.has(word) || isNominal(view, at)) return true;
  if (DETERMINERS.has(word)) return pos !== 'SCONJ';
  if (HYPHEN.test(word)) return isJoined(view, at) || word === '&';
  // "a returning officer", "the wounded man", "the highly regarded study"
  if (pos === 'VERB') return PARTICIPLE.test(word) && isModifier(view, at);
  return (
    pos === 'ADV' &&
    MODIFIED.has(posAt(view, start)) &&
    (isModifier(view, at) || CASE_MARKS.has(wordAt(view, at - 1)))
  );
}

const isDeterminer = (view: View, at: number): boolean =>
  DETERMINERS.has(wordAt(view, at)) || POSSESSIVES.has(wordAt(view, at));

/** A determiner or a hyphen stands a few words before, with nothing else than nouns and what describes them between. */
function isModifier(view: View, at: number): boolean {
  const border = lastBefore(at, 3, (back) => isDeterminer(view, back) || !isInside(view, back));
  return border !== null && (isDeterminer(view, border) || wordAt(view, border) === '-');
}
const isInside = (view: View, at: number): boolean =>
  NOMINAL.test(posAt(view, at)) || posAt(view, at) === 'ADV' || CASE_MARKS.has(wordAt(view, at));

/**
 * The whole noun phrase that ends before a place, with what hangs on it: "a spokesman for the ministry".
 *
 * @param floor the number of the first word that may belong to it
 */
export function phraseBefore(view: View, end: number, floor = 0): Words | null {
  let start = baseBefore(view, end);
  if (start === null || start < floor) return null;
  if (
    SUBJECT_PRONOUNS.has(wordAt(view, end - 1)) &&
    start === end - 1 &&
    !INDEFINITE.has(wordAt(view, start))
  )
    return { from: start, to: end };
  while (end - start < LONGEST) {
    const wider: number | null = widen(view, start, floor);
    if (wider === null || wider < floor) break;
    start = wider;
  }
  return { from: start, to: end };
}

function widen(view: View, start: number, floor: number): number | null {
  const before = start - 1;
  const word = wordAt(view, before);
  if (posAt(view, before) === 'ADP' && PREPOSITIONS_OF_NOUNS.has(word)) return attach(view, before);
  if (JOINS.has(word)) {
    if (hasFinite(view, floor, before)) return null;
    return baseBefore(view, wordAt(view, before - 1) === ',' ? before - 1 : before);
  }
  const verb = view.verbAt.get(before);
  if (verb === undefined) return null;
  // "the doctor who wrote the letter", "people living in the valley"
  const relative = verb.from - 1;
  if (RELATIVE.has(wordAt(view, relative)) && wordAt(view, relative - 1) !== ',')
    return baseBefore(view, relative);
  const isReduced = verb.form === 'gerund' && verb.from > floor && wordAt(view, relative) !== ',';
  return isReduced && posAt(view, relative) !== 'ADP' ? baseBefore(view, verb.from) : null;
}

/** "for the ministry" on "a spokesman"; not on a verb, and not where it begins the sentence. */
function attach(view: View, preposition: number): number | null {
  const isSecond = AND_OR.has(wordAt(view, preposition - 1));
  const participle = view.verbAt.get(preposition - 1);
  // "people living near the river"
  const end = participle?.form === 'gerund' ? participle.from : isSecond ? preposition - 1 : preposition;
  return TIME_WORDS.has(wordAt(view, preposition - 1)) ? null : baseBefore(view, end);
}

/** The end of the noun phrase without what hangs on it that begins at a place; null where none does. */
export function baseAfter(view: View, from: number): number | null {
  const first = wordAt(view, from);
  if (SUBJECT_PRONOUNS.has(first) && !DETERMINERS.has(first)) return from + 1;
  if (OBJECT_PRONOUNS.has(first) && !POSSESSIVES.has(first)) return from + 1;
  const isDouble = WHOLES.has(first) && DETERMINERS.has(wordAt(view, from + 1));
  let at = isDouble ? from + 1 : from + (isBound(view, from) ? 2 : 0);
  let head = -1;
  for (; at < view.words.length && at - from < LONGEST; at++) {
    if (head !== -1 && isTime(view, at) && wordAt(view, at - 1) !== '-') break;
    if (isNominal(view, at)) head = at;
    else if (!goesOn(view, at, from, head)) break;
  }
  if (head === -1) {
    const alone = SUBJECT_PRONOUNS.has(first) || first === 'her';
    return alone ? from + 1 : null;
  }
  return closingBracket(view, head + 1) ?? head + 1;
}

function goesOn(view: View, at: number, from: number, head: number): boolean {
  const word = wordAt(view, at);
  const pos = posAt(view, at);
  if (DETERMINERS.has(word) || POSSESSIVES.has(word)) return head === -1;
  if (CASE_MARKS.has(word)) return head !== -1;
  if (HYPHEN.test(word)) return isJoined(view, at) || word === '&';
  return head === -1 && at > from && (pos === 'ADV' || (pos === 'VERB' && PARTICIPLE.test(word)));
}

/** The place behind the bracket that opens at a place, where one does. */
export function closingBracket(view: View, open: number): number | null {
  if (wordAt(view, open) !== '(') return null;
  const closed = firstFrom(open, LONGEST_ASIDE, (at) => wordAt(view, at) === ')');
  return closed === null ? null : closed + 1;
}

/** The whole noun phrase that begins at a place, with prepositions, appositions and a relative clause that hang on it. */
export function phraseAfter(view: View, from: number): Words | null {
  let end = baseAfter(view, from);
  if (end === null) return null;
  while (end - from < LONGEST) {
    const next: number | null = hangingAfter(view, end);
    if (next === null) break;
    end = next;
  }
  return { from, to: end };
}

function hangingAfter(view: View, end: number): number | null {
  const word = wordAt(view, end);
  if (posAt(view, end) === 'ADP' && PREPOSITIONS_OF_NOUNS.has(word)) {
    if (TIME_PREPOSITIONS.has(word) && TIME_WORDS.has(wordAt(view, end + 1))) return null;
    return baseAfter(view, end + 1);
  }
  if (JOINS.has(word)) {
    const next = baseAfter(view, end + 1);
    return next === null || view.verbAt.get(next)?.form === 'finite' ? null : next;
  }
  return null;
}
