/** Where what is said ends. */

import { wordSet } from '../word-set.ts';
import type { Tense } from './lexicon/forms.ts';
import { MESSAGES, OCCASIONS } from './lexicon/nouns.ts';
import { DASHES, DASHES_HYPHEN, STOPS } from './lexicon/signs.ts';
import { NOUNS_PRONOUNS } from './lexicon/tags.ts';
import {
  AND_BUT,
  AND_OR,
  AND_OR_BUT_COMMA,
  ARTICLES,
  AUXILIARIES,
  BEFORE_TIME,
  CONCESSIONS,
  CONTRASTS,
  MESSAGE_DETERMINERS,
  OBJECT_ENDS,
  RELATIVE,
  REPORT_JOINS,
  SETTING_PREPOSITIONS,
  SUBJECT_PRONOUNS,
  SUBORDINATORS,
  THOUGHT_BEGINS,
  TIME_WORDS,
} from './lexicon/words.ts';
import { baseAfter } from './noun-phrases.ts';
import type { VerbGroup } from './verb-groups.ts';
import { finiteFrom, isQuoted, LONGEST_CLAUSE, posAt, type View, wordAt } from './view.ts';

/** The end of a clause: the number of the word after its last one. Marks at its end are left out. */
export function clauseEnd(view: View, from: number, verb: VerbGroup): number {
  let at = from;
  const limit = Math.min(view.words.length, from + LONGEST_CLAUSE);
  for (; at < limit; at++) {
    if (isQuoted(view, at)) continue;
    if (at > from && breaksClause(view, at, verb)) break;
  }
  return trimmed(view, from, at);
}

function breaksClause(view: View, at: number, verb: VerbGroup): boolean {
  const word = wordAt(view, at);
  if (word === ';') return true;
  const isComma = word === ',';
  const next = isComma || DASHES.has(word) ? at + 1 : at;
  const first = wordAt(view, next);
  if (first === 'according' && wordAt(view, next + 1) === 'to') return true;
  if (isComma && CONCESSIONS.has(first)) return true;
  if (isComma && isRelativeVerb(view, verb) && isFiniteVerb(view, next)) return true;
  if (isComma && view.verbAt.get(next)?.known !== undefined && view.verbAt.get(next)?.form === 'gerund')
    return true;
  if (!REPORT_JOINS.has(first)) return false;
  return beginsReport(view, next + 1, verb, next > at || first !== 'and');
}

/** "who knew that it would fail, told": the comma that ends the relative clause ends what was known. */
const isRelativeVerb = (view: View, verb: VerbGroup): boolean => RELATIVE.has(wordAt(view, verb.from - 1));

/** "and called it a shame", ", but the mayor said". */
function beginsReport(view: View, from: number, matrix: VerbGroup, isMarked: boolean): boolean {
  const own = view.verbAt.get(from);
  if (own?.from === from) return own.known !== undefined && isCoordinated(view, own, matrix);
  const verb = isMarked ? verbBehindSubject(view, from) : undefined;
  if (verb === undefined) return false;
  const isContrast = wordAt(view, from - 2) === ',' && CONTRASTS.has(wordAt(view, from - 1));
  const isHeGoingOn = SUBJECT_PRONOUNS.has(wordAt(view, from)) && matrix.known?.frame.quote === true;
  return isReport(verb) || (isContrast && !isHeGoingOn);
}

/**
 * Coordinated verbs share their form: "said … and called …", not "say … and fled …". A verb of speech needs no more than
 * that: "says … and said …".
 */
function isCoordinated(view: View, one: VerbGroup, other: VerbGroup): boolean {
  return (
    !AUXILIARIES.has(wordAt(view, one.from)) &&
    one.form === other.form &&
    (isReport(one) || TENSES.some((tense) => isOf(one, tense) && isOf(other, tense)))
  );
}
const TENSES: readonly Tense[] = ['present', 'past', 'base', 'gerund'];
const isOf = ({ known }: VerbGroup, tense: Tense): boolean => known?.form.tenses.has(tense) === true;

/** It takes a quote and a clause. */
const isReport = ({ known }: VerbGroup): boolean => known?.frame.quote === true && known.frame.clause;

/** The end of an infinitive: a finite clause that a comma joins to it is another thought: "to close the mine, and she hopes". */
export function infinitiveEnd(view: View, from: number, verb: VerbGroup): number {
  const limit = clauseEnd(view, from, verb);
  for (let at = from + 1; at < limit; at++) {
    if (isQuoted(view, at) || wordAt(view, at) !== ',' || !REPORT_JOINS.has(wordAt(view, at + 1))) continue;
    if (SUBJECT_PRONOUNS.has(wordAt(view, at + 2)) && beginsSubclause(view, at + 1))
      return trimmed(view, from, at);
  }
  return limit;
}

/** The end of an object: of a clause, and before a comma that begins another thought. */
export function objectEnd(view: View, from: number, verb: VerbGroup): number {
  const limit = clauseEnd(view, from, verb);
  for (let at = from + 1; at < limit; at++) {
    if (isQuoted(view, at)) continue;
    const word = wordAt(view, at);
    if (word === ',' && endsObject(view, at + 1)) return trimmed(view, from, at);
    if (isFreeDash(view, at) || beginsSetting(view, at)) return trimmed(view, from, at);
    if (word === 'and' && beginsSubclause(view, at)) return trimmed(view, from, at);
    if (AND_BUT.has(word) && at > from + 1 && isFiniteVerb(view, at + 1)) return trimmed(view, from, at);
    if (OBJECT_ENDS.has(word) && beginsSubclause(view, at)) return trimmed(view, from, at);
  }
  return limit;
}

/** " - a charge that stung": what stands behind a dash is told, not said. */
const isFreeDash = (view: View, at: number): boolean =>
  DASHES_HYPHEN.has(wordAt(view, at)) && view.words[at]?.start !== view.words[at - 1]?.end;

/** When and where it was said: "during his visit", "at a rally", "on Monday", "last year", "in a letter". */
function beginsSetting(view: View, at: number): boolean {
  const word = wordAt(view, at);
  const next = wordAt(view, at + 1);
  if (SETTING_PREPOSITIONS.has(word)) return posAt(view, at) === 'ADP' || word === 'since';
  if (word === 'earlier' && BEFORE_TIME.has(next)) return true;
  if (word === 'on' || BEFORE_TIME.has(word)) return TIME_WORDS.has(next) || next === 'twitter';
  if (word !== 'in') return false;
  return MESSAGE_DETERMINERS.has(next) && isMessageAhead(view, at + 2);
}
function isMessageAhead(view: View, from: number): boolean {
  for (let at = from; at < from + 4; at++)
    if (MESSAGES.has(wordAt(view, at)) || OCCASIONS.has(wordAt(view, at))) return true;
  return false;
}

const isFiniteVerb = (view: View, at: number): boolean => {
  const verb = view.verbAt.get(posAt(view, at) === 'ADV' ? at + 1 : at);
  return verb?.form === 'finite' && (verb.from === at || verb.from === at + 1);
};

const beginsSubclause = (view: View, at: number): boolean => verbBehindSubject(view, at + 1) !== undefined;

/** The finite verb right behind a noun phrase that begins at a place. */
function verbBehindSubject(view: View, from: number): VerbGroup | undefined {
  const verb = view.verbAt.get(baseAfter(view, from) ?? -1);
  return verb?.form === 'finite' ? verb : undefined;
}

function endsObject(view: View, at: number): boolean {
  const word = wordAt(view, at);
  if (RELATIVE.has(word) || THOUGHT_BEGINS.has(word)) {
    if (!AND_OR.has(word)) return true;
    return isFiniteVerb(view, at + 1) || beginsSubclause(view, at);
  }
  if (SUBJECT_PRONOUNS.has(word) || beginsSubclause(view, at - 1)) return true;
  if (ARTICLES.has(word) && !hasAndAhead(view, at)) return true;
  return view.verbAt.get(at)?.form === 'gerund' || view.verbAt.get(at)?.form === 'finite';
}

/** Of a list, and not of an apposition. */
function hasAndAhead(view: View, from: number): boolean {
  for (let at = from; at < from + 12 && !STOPS.has(wordAt(view, at)); at++)
    if (AND_OR.has(wordAt(view, at))) return true;
  return wordAt(view, from) === ',';
}

const MARK = /^(?:[.,;:!?…—–(-]|--|\.\.\.)$/u;

/** Marks at the end belong to the sentence, unless a quotation holds them. */
export function trimmed(view: View, from: number, to: number): number {
  let end = Math.min(to, view.words.length);
  while (end > from && MARK.test(wordAt(view, end - 1)) && !isQuoted(view, end - 1)) end--;
  return end;
}

/**
 * The end of what hangs on a noun: before the verb of the clause that the noun is in ("the claim that it fell angered
 * many") and before the clause that follows its comma ("asked about the claim that it fell, she laughed").
 */
export function nounClauseEnd(view: View, from: number, limit: number): number {
  let verbs = 0;
  for (let at = from; at < limit; at++) {
    if (isQuoted(view, at)) continue;
    if (wordAt(view, at) === ',' && beginsSubclause(view, at)) return trimmed(view, from, at);
    const verb = view.verbAt.get(at);
    if (verb === undefined || verb.form !== 'finite' || verb.from !== at || at === from) continue;
    const before = wordAt(view, at - 1);
    if (verbs > 0 && !hasOwnSubject(view, at) && !AND_OR_BUT_COMMA.has(before) && !RELATIVE.has(before))
      return trimmed(view, from, at);
    verbs++;
  }
  return trimmed(view, from, limit);
}

/**
 * The same for a noun that is itself a subject, so that a verb has to follow: "the claim that drivers used drugs could not be
 * verified", "its plan to close the mine was ignored".
 *
 * @param limit where it ends without that
 * @param hasVerb what hangs on the noun is an infinitive: each finite verb is another's
 */
export function subjectNounEnd(view: View, from: number, limit: number, hasVerb: boolean): number {
  if (finiteFrom(view, limit, view.words.length) !== null) return limit;
  let isTold = hasVerb;
  let last = -1;
  for (let at = from; at < limit; at++) {
    if (isQuoted(view, at)) continue;
    const verb = view.verbAt.get(at);
    const isFiniteVerb = verb?.form === 'finite' && verb.from === at;
    const isMissed = verb === undefined && OUTCOMES_OF_TALK.has(wordAt(view, at));
    if (isTold && (isMissed || (isFiniteVerb && !goesOn(wordAt(view, at - 1))))) last = at;
    isTold ||= isFiniteVerb;
  }
  return last === -1 ? limit : trimmed(view, from, last);
}
const goesOn = (before: string): boolean =>
  RELATIVE.has(before) ||
  AND_OR_BUT_COMMA.has(before) ||
  SUBJECT_PRONOUNS.has(before) ||
  SUBORDINATORS.has(before);
/** What becomes of a rumour, a fear or a claim: a tagger takes these for nouns and adjectives. */
const OUTCOMES_OF_TALK = wordSet('spread kept drew drove led sparked proved grew swirled sent');

/** A noun or pronoun stands right before the verb, and no other verb between it and the one before. */
const hasOwnSubject = (view: View, at: number): boolean =>
  NOUNS_PRONOUNS.has(posAt(view, at - 1)) && !view.verbAt.has(at - 1);
