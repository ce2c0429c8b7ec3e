/** What stands behind a verb of saying: the words that are said, and where they begin and end. */

import { wordSet } from '../word-set.ts';
import { clauseEnd, infinitiveEnd, objectEnd } from './ends.ts';
import { COLONS, COMMA_COLON, FINISHED } from './lexicon/signs.ts';
import { LEADING, NAMES_PRONOUNS, SMALL_BEGINS } from './lexicon/tags.ts';
import {
  BEFORE_SETTING_TIME,
  CLAUSE_BORDERS,
  KEPT_ADVERBS,
  QUESTION_WORDS,
  SUBORDINATORS,
} from './lexicon/words.ts';
import { baseAfter, isTime, phraseAfter } from './noun-phrases.ts';
import { subjectOf } from './subjects.ts';
import { isKnown, type KnownVerb, type VerbGroup } from './verb-groups.ts';
import { firstFrom, isQuoted, lastQuoted, posAt, quoteEnd, type View, type Words, wordAt } from './view.ts';

export type Pattern = 'quote' | 'clause' | 'question' | 'infinitive' | 'order' | 'object' | 'preposition';

export interface Complement extends Words {
  readonly pattern: Pattern;
  /** Where the cue ends: behind a preposition that belongs to it. */
  readonly cueEnd: number;
  /** To whom it was said. */
  readonly listener: Words | null;
}

/** Find what a verb's own frame lets stand behind it; null where nothing of the kind does. */
export function complementOf(view: View, verb: VerbGroup): Complement | null {
  if (!isKnown(verb) || verb.passive) return null;
  const start = skipAdverbs(view, verb.to, verb.known.frame.prepositions);
  const next = skipSetting(view, start);
  const isSet = next > start;
  return (
    amount(view, verb, start) ??
    direct(view, verb, start, null) ??
    afterListener(view, verb, start) ??
    (isSet ? markedAfterSetting(view, verb, next) : null) ??
    nominal(view, verb, start) ??
    (isSet ? (direct(view, verb, next, null) ?? bareClause(view, verb, next, null)) : null)
  );
}

/** "put the toll at 60", "puts its losses at up to $3 million": what is put somewhere else is put there by hand. */
function amount(view: View, verb: KnownVerb, from: number): Complement | null {
  if (verb.known.form.verb !== 'put') return null;
  let at = baseAfter(view, from) ?? from;
  for (let round = 0; round < 2 && wordAt(view, at) === 'of'; round++) at = baseAfter(view, at + 1) ?? at + 1;
  if (wordAt(view, at) !== 'at' || !view.words.slice(from, at).some(({ lower }) => AMOUNTS.has(lower)))
    return null;
  const number = firstFrom(at + 1, BEFORE_NUMBER, (place) => posAt(view, place) === 'NUM');
  return number === null ? null : complement('object', from, objectEnd(view, number, verb), verb.to);
}
/** "at more than $", "at up to". */
const BEFORE_NUMBER = 4;
const AMOUNTS = wordSet(`
  toll tolls number numbers figure figures total totals count counts cost costs loss losses damage damages value price
  size dead injured wounded missing turnout population share strength age`);

/** @param kept words that the verb goes on with: "set forth" */
function skipAdverbs(view: View, from: number, kept: ReadonlySet<string>): number {
  let at = from;
  while (
    posAt(view, at) === 'ADV' &&
    !kept.has(wordAt(view, at)) &&
    !QUESTION_WORDS.has(wordAt(view, at)) &&
    !KEPT_ADVERBS.has(wordAt(view, at))
  )
    at++;
  return at;
}

const complement = (
  pattern: Pattern,
  from: number,
  to: number,
  cueEnd: number,
  listener: Words | null = null,
): Complement | null => (to > from ? { pattern, from, to, cueEnd, listener } : null);

/** What begins with a mark or word of its own: a quote, "that", "whether", "to". */
function direct(view: View, verb: KnownVerb, at: number, listener: Words | null): Complement | null {
  const { frame } = verb.known;
  const word = wordAt(view, at);
  const isMark = COMMA_COLON.has(word);
  const quoteAt = isMark ? at + 1 : at;
  if (isQuoted(view, quoteAt) && !isQuoted(view, verb.head)) {
    if (frame.quote)
      return complement('quote', quoteAt, quotedClauseEnd(view, quoteAt, verb), verb.to, listener);
    if (isMark) return null;
  }
  if (word === ':' && frame.quote && frame.clause)
    return complement('clause', at + 1, clauseEnd(view, at + 1, verb), verb.to, listener);
  if (
    word === 'that' &&
    (frame.clause || frame.listener) &&
    !view.verbAt.has(at + 1) &&
    !endsClause(view, at + 1)
  )
    return complement('clause', at, clauseEnd(view, at, verb), verb.to, listener);
  if (QUESTION_WORDS.has(word) && (frame.question || (frame.clause && word !== 'if')))
    return complement('question', at, clauseEnd(view, at, verb), verb.to, listener);
  if (word === 'as' && wordAt(view, at + 1) === 'much')
    return complement('object', at, at + 2, verb.to, listener);
  // "threatened to “crush” them"
  if (word === 'to' && isQuoted(view, at + 1) && frame.infinitive)
    return complement('infinitive', at, clauseEnd(view, at, verb), verb.to);
  const infinitive = view.verbAt.get(at);
  if (infinitive?.form === 'infinitive' && infinitive.from === at && (frame.infinitive || listener !== null))
    return listener === null
      ? complement('infinitive', at, infinitiveEnd(view, at, verb), verb.to)
      : complement('order', listener.from, clauseEnd(view, at, verb), verb.to);
  if (frame.prepositions.has(word)) {
    const second = frame.prepositions.has(wordAt(view, at + 1)) ? at + 2 : at + 1;
    const isEmpty = /^(?:[.,;:]|)$/u.test(wordAt(view, second));
    return isEmpty
      ? null
      : complement('preposition', second, afterPreposition(view, second, verb), second, listener);
  }
  return null;
}

/** "called on drivers to stay away": the infinitive belongs to it. */
function afterPreposition(view: View, from: number, verb: VerbGroup): number {
  const end = phraseAfter(view, from)?.to ?? from;
  const isOrder = view.verbAt.get(end)?.form === 'infinitive';
  return isOrder ? clauseEnd(view, end, verb) : objectEnd(view, from, verb);
}

/** "having said that, …": the pronoun, and no clause; but "said that, in Rome, …". */
const endsClause = (view: View, at: number): boolean =>
  /^[.;!?]?$/u.test(wordAt(view, at)) || (wordAt(view, at) === ',' && wordAt(view, at + 1) === 'there');

/** A quote alone; or the clause, where words go on behind it: "said “no deal” was likely". */
function quotedClauseEnd(view: View, from: number, verb: VerbGroup): number {
  const at = quoteEnd(view, from);
  const isFinished = FINISHED.has(lastQuoted(view, at));
  return isFinished || wordAt(view, at) === ',' ? at : clauseEnd(view, from, verb);
}

/** "told reporters that", "warned the government: “…”". */
function afterListener(view: View, verb: KnownVerb, at: number): Complement | null {
  if (!verb.known.frame.listener || isQuoted(view, at)) return null;
  for (const listener of [phraseAfter(view, at), short(view, at)]) {
    if (listener === null) continue;
    const next = skipSetting(view, listener.to);
    const found = direct(view, verb, next, listener) ?? bareClause(view, verb, next, listener);
    // "warned the fighting “risks costing us”": no listener, the subject of what is quoted.
    if (found?.pattern === 'quote' && next === found.from && !NAMES_PRONOUNS.has(posAt(view, next - 1)))
      return complement('clause', listener.from, found.to, found.cueEnd);
    if (found !== null) return found;
  }
  return null;
}
const short = (view: View, from: number): Words | null => {
  const to = baseAfter(view, from);
  return to === null ? null : { from, to };
};

/** "said the plan would fail": a clause without "that". */
function bareClause(view: View, verb: KnownVerb, at: number, listener: Words | null): Complement | null {
  const { frame } = verb.known;
  if (!(frame.clause || frame.listener) || !beginsClause(view, at, verb)) return null;
  return complement('clause', at, clauseEnd(view, at, verb), verb.to, listener);
}

/** How far behind its first word the verb of a clause may stand. */
const LONGEST_SUBJECT = 30;

/** Verbs that hardly ever take a noun alone: what follows is a clause. */
const SAYING: ReadonlySet<string> = new Set(
  'say think believe claim argue hope insist contend assert'.split(' '),
);

/** Its subject is what stands here, or a subordinate clause begins here: "said if it rains they will stay". */
function beginsClause(view: View, at: number, reporting: KnownVerb): boolean {
  if (/^(?:[.,;:]|and|but|)$/u.test(wordAt(view, at))) return false;
  if (SUBORDINATORS.has(wordAt(view, at)) && posAt(view, at) === 'SCONJ' && wordAt(view, at) !== 'as')
    return hasVerb(view, at + 1);
  const isLenient = SAYING.has(reporting.known.form.verb);
  for (let next = at; next < at + LONGEST_SUBJECT; next++) {
    if (COLONS.has(wordAt(view, next))) return false;
    const verb = view.verbAt.get(next);
    if (verb === undefined || verb.form !== 'finite' || verb.from !== next) continue;
    const subject = subjectOf(view, verb);
    if (subject?.where === 'relative') continue;
    // "The ferry, she said on Monday, is late."
    const isOther = wordAt(view, next - 1) === ',' && posAt(view, at) === 'ADP';
    if (isLenient && next > at && !isOther) return true;
    if (subject === null) continue;
    // "reporters missing since May had been freed": what stands right before the verb hangs on a preposition.
    const hangs =
      subject.from > at + 1 &&
      LEADING.has(posAt(view, subject.from - 1)) &&
      !hasBorder(view, at, subject.from);
    return hangs || (subject.from >= at && subject.from <= at + 1);
  }
  return false;
}

/** "Had held since January": what leads a clause elsewhere leads a time here. */
function hasVerb(view: View, from: number): boolean {
  return firstFrom(from, LONGEST_SUBJECT, (at) => view.verbAt.has(at)) !== null;
}

const hasBorder = (view: View, from: number, to: number): boolean =>
  view.words.slice(from, to).some(({ lower }) => CLAUSE_BORDERS.has(lower));

function nominal(view: View, verb: KnownVerb, at: number): Complement | null {
  const { frame } = verb.known;
  if (isTime(view, at)) return null;
  if (frame.clause) {
    const clause = bareClause(view, verb, at, null);
    if (clause !== null) return clause;
  }
  const phrase = phraseAfter(view, at);
  const isSmall = phrase === null && !isQuoted(view, at);
  if (isSmall && !SMALL_BEGINS.has(posAt(view, at))) return null;
  const base = baseAfter(view, at) ?? at + 1;
  for (const end of new Set([base, phrase?.to ?? base])) {
    const next = view.verbAt.get(end);
    if (frame.order && next?.form === 'infinitive' && next.from === end)
      return complement('order', at, clauseEnd(view, end, verb), verb.to);
  }
  if (!frame.object) return null;
  return complement('object', at, objectEnd(view, at, verb), verb.to);
}

/** "said on Monday in Rome that", "said in a statement: “…”", "said in March he would". */
function markedAfterSetting(view: View, verb: KnownVerb, next: number): Complement | null {
  const { frame } = verb.known;
  if (!frame.clause && !frame.quote) return null;
  const found = direct(view, verb, next, null);
  if (found !== null && found.pattern !== 'infinitive' && found.pattern !== 'preposition') return found;
  return frame.object ? null : bareClause(view, verb, next, null);
}

const SETTING =
  /^(?:in|on|at|during|after|before|to|by|via|from|through|with|last|this|earlier|late|early|of|for)$/u;

/** Behind words that tell when, where and how something was said. */
export function skipSetting(view: View, from: number): number {
  let at = from;
  for (let next = behindSetting(view, at); next !== null; next = behindSetting(view, at)) at = next;
  return at;
}

function behindSetting(view: View, from: number): number | null {
  const isAside = wordAt(view, from) === ',' && SETTING.test(wordAt(view, from + 1));
  const next = settingAt(view, isAside ? from + 1 : from);
  const isClosed = next !== null && isAside && wordAt(view, next) === ',' && !isQuoted(view, next + 1);
  return isClosed ? next + 1 : next;
}

function settingAt(view: View, at: number): number | null {
  const word = wordAt(view, at);
  if (isQuoted(view, at)) return null;
  if (isTime(view, at)) return at + 1;
  if (BEFORE_SETTING_TIME.has(word) && isTime(view, at + 1)) return at + 2;
  if (BEFORE_SETTING_TIME.has(word) && wordAt(view, at + 1) === 'on') return settingAt(view, at + 1);
  if (!SETTING.test(word) || view.verbAt.has(at)) return null;
  const end = baseAfter(view, at + 1);
  return end === null || SUBORDINATORS.has(wordAt(view, at + 1)) ? null : end;
}
