/** Noun phrases around a place: "the mayor of Graz, a former judge," before a verb; "the two ministers" after it. */

import { wordSet } from '../word-set.ts';
import { CASE_MARKS } from './lexicon/signs.ts';
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
import { isQuoted, posAt, type View, type Words, wordAt } from './view.ts';

/** How many words a noun phrase may have: it keeps a text without stops linear. */
const LONGEST = 45;
const NOMINAL = /^(?:NOUN|PROPN|NUM|ADJ|X|SYM)$/u;
const HYPHEN = /^[-–/&.]$/u;

/** They stand before another determiner: "half the pilots". */
const WHOLES = wordSet('all both half such');

const isNominal = (view: View, at: number): boolean =>
  NOMINAL.test(posAt(view, at)) || (posAt(view, at) === 'PRON' && isIndefinite(wordAt(view, at)));
const isIndefinite = (word: string): boolean =>
  /^(?:every|some|any|no)(?:one|body)$|^(?:both|many|some|all|others?|most|few|several|none|one)$/u.test(
    word,
  );

/** The start of the bracket or quotation that ends before a place, where one does. */
function stepOverBracket(view: View, end: number): number | null {
  const last = end - 1;
  if (wordAt(view, last) === ')' || wordAt(view, last) === ']') {
    for (let at = last - 1; at >= 0 && at > last - 15; at--)
      if (wordAt(view, at) === '(' || wordAt(view, at) === '[') return at;
    return null;
  }
  const quotation = view.quotation[last] ?? null;
  if (quotation === null || quotation.end !== view.words[last]?.end) return null;
  for (let at = last; at >= 0 && at > last - 15; at--) if (view.quotation[at - 1] !== quotation) return at;
  return null;
}

/**
 * The noun phrase without what hangs on it that ends before a place.
 *
 * @param end the number of the word after it
 * @returns the number of its first word; null where none ends there
 */
export function baseBefore(view: View, end: number): number | null {
  const bracket = stepOverBracket(view, end);
  if (bracket !== null) {
    const before = wordAt(view, end - 1) === ')' ? baseBefore(view, bracket) : null;
    if (before !== null) return before;
    if (wordAt(view, end - 1) !== ')') return extendLeft(view, bracket, end);
    return null;
  }
  const head = end - 1;
  const word = wordAt(view, head);
  if (SUBJECT_PRONOUNS.has(word) && posAt(view, head) !== 'ADP') {
    return DETERMINERS.has(wordAt(view, head - 1)) && isIndefinite(word) ? head - 1 : head;
  }
  // "those close to him"
  if (OBJECT_PRONOUNS.has(word) && posAt(view, head - 1) === 'ADP') return head;
  const isPossessed = CASE_MARKS.has(word);
  if (!isNominal(view, head) && !isPossessed && !isGerundNoun(view, head)) return null;
  if (WEEKDAYS.has(word)) return null;
  return extendLeft(view, head, end);
}

const isGerundNoun = (view: View, at: number): boolean =>
  wordAt(view, at).endsWith('ing') && posAt(view, at) === 'VERB' && DETERMINERS.has(wordAt(view, at - 1));

function extendLeft(view: View, from: number, end: number): number {
  let start = from;
  for (let at = from - 1; at >= 0 && end - at < LONGEST; at--) {
    const bracket = wordAt(view, at) === ')' ? stepOverBracket(view, at + 1) : null;
    if (bracket !== null && isNominal(view, bracket - 1)) {
      at = bracket;
      continue;
    }
    if (!continues(view, at, start)) break;
    start = at;
    const word = wordAt(view, at);
    const isStart =
      (DETERMINERS.has(word) && posAt(view, at) !== 'ADJ' && posAt(view, at) !== 'NUM') ||
      POSSESSIVES.has(word);
    if (isStart) {
      if (WHOLES.has(wordAt(view, at - 1))) start = at - 1;
      break;
    }
  }
  start = withBound(view, start);
  while (start < end - 1 && (HYPHEN.test(wordAt(view, start)) || posAt(view, start) === 'ADV')) start++;
  return start;
}

/** "more than 30", "at least 12": the bound belongs to the number. */
function withBound(view: View, start: number): number {
  if (posAt(view, start) !== 'NUM') return start;
  const [second, first] = [wordAt(view, start - 1), wordAt(view, start - 2)];
  const isBound = (second === 'than' && THAN_BOUNDS.has(first)) || (second === 'least' && first === 'at');
  return isBound ? start - 2 : start;
}

function continues(view: View, at: number, start: number): boolean {
  const word = wordAt(view, at);
  const pos = posAt(view, at);
  if (isQuoted(view, at) !== isQuoted(view, start)) return false;
  if (TIME_WORDS.has(word) && !isPossessive(wordAt(view, at + 1)) && pos !== 'ADJ')
    return (
      posAt(view, start) !== 'PROPN' && !WEEKDAYS.has(word) && !SUBJECT_PRONOUNS.has(wordAt(view, start))
    );
  if (SUBJECT_PRONOUNS.has(wordAt(view, start))) return false;
  if (POSSESSIVES.has(word)) return true;
  if (OBJECT_PRONOUNS.has(word)) return false;
  if (isNominal(view, at)) return true;
  if (DETERMINERS.has(word)) return pos !== 'SCONJ';
  if (isPossessive(word)) return posAt(view, at - 1) !== 'PRON';
  if (HYPHEN.test(word)) return view.words[at]?.start === view.words[at - 1]?.end || word === '&';
  // "a returning officer", "the wounded man", "the highly regarded study"
  if (pos === 'VERB') return /(?:ing|ed)$/u.test(word) && isModifierContext(view, at);
  return (
    pos === 'ADV' &&
    MODIFIED.has(posAt(view, start)) &&
    (isModifierContext(view, at) || isPossessive(wordAt(view, at - 1)))
  );
}

const isPossessive = (word: string): boolean => CASE_MARKS.has(word);

/** A determiner stands a few words before. */
function isModifierContext(view: View, at: number): boolean {
  for (let back = at - 1; back >= 0 && back > at - 4; back--) {
    if (DETERMINERS.has(wordAt(view, back)) || POSSESSIVES.has(wordAt(view, back))) return true;
    if (!NOMINAL.test(posAt(view, back)) && posAt(view, back) !== 'ADV' && !isPossessive(wordAt(view, back)))
      return wordAt(view, back) === '-';
  }
  return wordAt(view, at - 1) === '-';
}

/**
 * The whole noun phrase that ends before a place, with what hangs on it: "a spokesman for the ministry".
 *
 * @param floor the number of the first word that may belong to it
 */
export function phraseBefore(view: View, end: number, floor = 0): Words | null {
  let start = baseBefore(view, end);
  if (start === null || start < floor) return null;
  if (SUBJECT_PRONOUNS.has(wordAt(view, end - 1)) && start === end - 1 && !isIndefinite(wordAt(view, start)))
    return { from: start, to: end };
  for (let steps = 0; steps < 8 && end - start < LONGEST; steps++) {
    const wider: number | null = widen(view, start, floor);
    if (wider === null || wider < floor) break;
    start = wider;
  }
  return { from: start, to: end };
}

function widen(view: View, start: number, floor: number): number | null {
  const before = start - 1;
  const word = wordAt(view, before);
  if (before <= floor) return null;
  if (posAt(view, before) === 'ADP' && PREPOSITIONS_OF_NOUNS.has(word)) return attach(view, before, floor);
  if (word === 'and' || word === '&' || word === 'or') {
    if (hasVerbBetween(view, floor, before)) return null;
    const left = baseBefore(view, wordAt(view, before - 1) === ',' ? before - 1 : before);
    return left;
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
function attach(view: View, preposition: number, floor: number): number | null {
  const isSecond = AND_OR.has(wordAt(view, preposition - 1));
  const participle = view.verbAt.get(preposition - 1);
  // "people living near the river"
  const end = participle?.form === 'gerund' ? participle.from : isSecond ? preposition - 1 : preposition;
  const left = baseBefore(view, end);
  if (left === null || left < floor || TIME_WORDS.has(wordAt(view, preposition - 1))) return null;
  return left;
}

function hasVerbBetween(view: View, from: number, to: number): boolean {
  for (let at = Math.max(from, to - 40); at < to; at++)
    if (view.verbAt.get(at)?.form === 'finite') return true;
  return false;
}

/** How many words of "at least 12", "more than 30", "up to 40" stand before the number. */
function boundAt(view: View, from: number): number {
  const [first, second] = [wordAt(view, from), wordAt(view, from + 1)];
  if (posAt(view, from + 2) !== 'NUM') return 0;
  const isBound =
    (first === 'at' && AT_BOUNDS.has(second)) ||
    (second === 'than' && THAN_BOUNDS.has(first)) ||
    (first === 'up' && second === 'to');
  return isBound ? 2 : 0;
}

/** The end of the noun phrase without what hangs on it that begins at a place; null where none does. */
export function baseAfter(view: View, from: number): number | null {
  const first = wordAt(view, from);
  if (SUBJECT_PRONOUNS.has(first) && !DETERMINERS.has(first)) return from + 1;
  if (OBJECT_PRONOUNS.has(first) && !POSSESSIVES.has(first)) return from + 1;
  const isDouble = WHOLES.has(first) && DETERMINERS.has(wordAt(view, from + 1));
  let at = isDouble ? from + 1 : from + boundAt(view, from);
  let head = -1;
  for (; at < view.words.length && at - from < LONGEST; at++) {
    if (isQuoted(view, at) && !isQuoted(view, from)) break;
    const word = wordAt(view, at);
    const isTime = TIME_WORDS.has(word) && !isPossessive(wordAt(view, at + 1));
    if (head !== -1 && isTime && wordAt(view, at - 1) !== '-') break;
    if (isNominal(view, at)) head = at;
    else if (!goesOn(view, at, from, head)) break;
  }
  if (head === -1) {
    const alone = SUBJECT_PRONOUNS.has(first) || first === 'her';
    return alone ? from + 1 : null;
  }
  const bracket = wordAt(view, head + 1) === '(' ? closingBracket(view, head + 1) : null;
  return bracket ?? head + 1;
}

function goesOn(view: View, at: number, from: number, head: number): boolean {
  const word = wordAt(view, at);
  const pos = posAt(view, at);
  if (DETERMINERS.has(word) || POSSESSIVES.has(word)) return head === -1;
  if (isPossessive(word)) return head !== -1;
  if (HYPHEN.test(word)) return view.words[at]?.start === view.words[at - 1]?.end || word === '&';
  if (pos === 'ADV') return head === -1 && at > from;
  return pos === 'VERB' && head === -1 && at > from && /(?:ing|ed)$/u.test(word);
}

export function closingBracket(view: View, open: number): number | null {
  for (let at = open + 1; at < view.words.length && at < open + 15; at++)
    if (wordAt(view, at) === ')') return at + 1;
  return null;
}

/** The whole noun phrase that begins at a place, with prepositions, appositions and a relative clause that hang on it. */
export function phraseAfter(view: View, from: number): Words | null {
  let end = baseAfter(view, from);
  if (end === null) return null;
  for (let steps = 0; steps < 10 && end - from < LONGEST; steps++) {
    const next: number | null = hangingAfter(view, end);
    if (next === null || next <= end) break;
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
  if (word === 'and' || word === '&' || word === 'or') {
    const next = baseAfter(view, end + 1);
    return next === null || view.verbAt.get(next)?.form === 'finite' ? null : next;
  }
  return null;
}
