/** The attributions of one sentence: a walk over its verbs, each with its subject and what it says. */

import type { Range } from '../../../contract/common.ts';
import { absoluteSubject } from './absolutes.ts';
import { type Complement, complementOf, skipSetting } from './complements.ts';
import { isDeed } from './deeds.ts';
import { trimmed } from './ends.ts';
import { DASHES, FINISHED, GOES_ON_BEHIND, STOPS } from './lexicon/signs.ts';
import {
  ALWAYS_SUBORDINATE,
  COORDINATORS,
  QUESTION_WORDS,
  SENTENCE_JOINS,
  SUBORDINATORS,
} from './lexicon/words.ts';
import { findNominal } from './nominal-cues.ts';
import { baseAfter } from './noun-phrases.ts';
import { passiveOf } from './passives.ts';
import { reducedPassiveOf } from './reduced-passives.ts';
import { type Subject, skipBack, subjectOf } from './subjects.ts';
import { isKnown, type KnownVerb, type VerbGroup } from './verb-groups.ts';
import {
  finiteFrom,
  firstFrom,
  hasFinite,
  isQuoted,
  LONGEST_CLAUSE,
  lastBefore,
  lastQuoted,
  posAt,
  quoteEnd,
  quoteStart,
  type View,
  type Words,
  wordAt,
} from './view.ts';

/** An attribution as it is found, in words of one sentence. */
export interface Found {
  readonly rule: string;
  readonly source: Words | null;
  readonly cue: Words;
  readonly content: readonly Words[];
  readonly listener: Words | null;
  /** Speech proper, not a stance or a plan: kept also inside what another one says. */
  readonly isSpeech: boolean;
  /** Passed on, and nobody says so. */
  readonly isHearsay?: boolean;
}

export function findInSentence(view: View): Found[] {
  const found: Found[] = [];
  const subjects: Walk = { last: null, reporting: null, insideTo: 0 };
  const byVerb = new Map<VerbGroup, Subject>();
  for (const verb of view.verbs) {
    const subject = subjectFor(view, verb, subjects);
    if (subject !== null) byVerb.set(verb, subject);
    if (verb.reduced && !isQuoted(view, verb.head)) {
      const hearsay = reducedPassiveOf(view, verb);
      if (hearsay !== null) found.push(hearsay);
    } else if (verb.known !== undefined && !isQuoted(view, verb.head) && !isInCue(found, verb)) {
      const one = passiveOf(view, verb, subject) ?? attributionOf(view, verb, subject);
      if (one !== null) {
        found.push(one);
        const end = Math.max(...one.content.map(({ to }) => to));
        if (verb.head >= subjects.insideTo) {
          subjects.reporting = subject;
          subjects.insideTo = end;
        }
      }
    }
    if (verb.form === 'finite' && subject !== null && subject.where !== 'relative') subjects.last = subject;
  }
  return [...found, ...findNominal(view, byVerb)];
}

/** "was quoted as saying" is one cue. */
const isInCue = (found: readonly Found[], verb: VerbGroup): boolean =>
  (found.at(-1)?.cue.to ?? 0) > verb.head;

interface Walk {
  /** The subject of the nearest finite verb before. */
  last: Subject | null;
  /** Of the reporting verb that the sentence hangs on. */
  reporting: Subject | null;
  insideTo: number;
}

function subjectFor(view: View, verb: VerbGroup, walk: Walk): Subject | null {
  const inside = verb.head < walk.insideTo;
  const shared = inside ? walk.last : (walk.reporting ?? walk.last);
  if (verb.form === 'finite') {
    const before = wordAt(view, skipBack(view, verb.from) - 1);
    if (COORDINATORS.has(before)) return sharedSubject(shared) ?? subjectOf(view, verb);
    return subjectOf(view, verb) ?? (before === ',' ? sharedSubject(shared) : null);
  }
  const own = verb.form === 'gerund' ? absoluteSubject(view, verb) : null;
  if (own !== null) return own;
  const ahead = shared === null ? subjectAhead(view, verb) : null;
  return sharedSubject(shared) ?? ahead;
}

const sharedSubject = (subject: Subject | null): Subject | null =>
  subject === null ? null : { ...subject, where: 'shared' };

/** "Citing a report, the mayor said", "the mayor, citing a report, said": of the next finite verb behind a comma. */
function subjectAhead(view: View, verb: VerbGroup): Subject | null {
  const isAside = wordAt(view, verb.from - 1) === ',';
  if (verb.form !== 'gerund' || (verb.from > 3 && !isAside)) return null;
  const comma = firstFrom(verb.to, LONGEST_CLAUSE, (at) => wordAt(view, at) === ',' && !isQuoted(view, at));
  const next = comma === null ? null : finiteFrom(view, comma, comma + 40);
  return next === null ? null : sharedSubject(subjectOf(view, next));
}

function attributionOf(view: View, verb: VerbGroup, subject: Subject | null): Found | null {
  if (!isKnown(verb) || verb.passive || subject === null) return null;
  const { frame } = verb.known;
  const isSpeech = frame.quote && frame.clause;
  const cue = { from: verb.from, to: verb.to };
  const base = { source: { from: subject.from, to: subject.to }, listener: null, isSpeech };
  if (isBeforeBlock(view, verb)) return { ...base, rule: 'quote-next', cue, content: [] };
  const complement = subject.where === 'after' ? null : complementOf(view, verb);
  const left = leftContent(view, verb, subject, complement);
  if (left !== null) {
    const from = subject.where === 'after' ? subject.to : skipSetting(view, afterListener(view, verb));
    const right = rightPart(view, from, subject.where === 'after') ?? laterQuote(view, left, from);
    if (right === null && left.rule === 'clause-before' && isSubordinate(view, left)) return null;
    const content = right === null ? [left] : [left, right];
    return { ...base, rule: left.rule, cue, content, listener: listenerBehind(view, verb, subject) };
  }
  if (complement === null || overlap(subject, complement) || isAct(verb, complement)) return null;
  if (isDeed(view, verb, subject, complement)) return null;
  if (complement.pattern === 'object' && isNobody(view, subject)) return null;
  const form = verb.form === 'finite' ? '' : `${verb.form}-`;
  return {
    ...base,
    rule: `${form}${complement.pattern}`,
    cue: { from: verb.from, to: complement.cueEnd },
    content: [{ from: complement.from, to: complement.to }],
    listener: complement.listener,
  };
}

/** "Neither side reported casualties": nobody did, and there is no claim. */
const isNobody = (view: View, { from }: Subject): boolean =>
  /^(?:neither|nobody|no|none)$/u.test(wordAt(view, from));

/** "…, he told reporters": whom it was told, right behind the verb. */
const listenerBehind = (view: View, verb: KnownVerb, { where }: Subject): Words | null =>
  verb.known.frame.listener && where === 'before' && !isQuoted(view, verb.to)
    ? phraseOf(view, verb.to)
    : null;
/** Without what hangs on it: "told Reuters by telephone". */
function phraseOf(view: View, from: number): Words | null {
  const to = baseAfter(view, from);
  return to === null ? null : { from, to };
}

const overlap = (one: Words, other: Words): boolean => one.to > other.from && one.from < other.to;

/** "He added:" at the end of a paragraph: what follows is what was said. */
const isBeforeBlock = (view: View, verb: KnownVerb): boolean =>
  wordAt(view, view.words.length - 1) === ':' &&
  verb.known.frame.quote &&
  skipSetting(view, afterListener(view, verb)) >= view.words.length - 1;

/** "to discuss the budget": what somebody is to do, more often than what was said. */
const isAct = (verb: VerbGroup, { pattern }: Complement): boolean =>
  verb.form === 'infinitive' && (pattern === 'object' || pattern === 'preposition');

/** Behind whom it was told, up to the next sign or quotation. */
function afterListener(view: View, verb: KnownVerb): number {
  if (!verb.known.frame.listener) return verb.to;
  const end = firstFrom(verb.to, LONGEST_LISTENER, (at) => STOPS.has(wordAt(view, at)) || isQuoted(view, at));
  return end ?? view.words.length;
}
const LONGEST_LISTENER = 30;

/** "…, he said": what stands before the source and the cue. */
function leftContent(
  view: View,
  verb: KnownVerb,
  subject: Subject,
  complement: Complement | null,
): (Words & { rule: string }) | null {
  const { frame } = verb.known;
  if (verb.form !== 'finite' || !frame.quote) return null;
  if (subject.where === 'shared' || subject.where === 'relative') return null;
  const end = Math.min(subject.from, verb.from);
  const before = end - 1;
  if (isQuoted(view, before)) {
    const isSpeech =
      isFinished(view, before) && (!hasSaid(view, quoteStart(view, before)) || hasFinite(view, 0, end));
    return complement === null || isSpeech
      ? { from: beginOf(view, before), to: end, rule: 'quote-before' }
      : null;
  }
  if (wordAt(view, before) !== ',' && !DASHES.has(wordAt(view, before))) return null;
  const isSpeech = isQuoted(view, before - 1);
  // "“…”, he said, “…”" goes on behind the cue.
  const goesOn =
    complement === null ||
    complement.pattern === 'preposition' ||
    (complement.pattern === 'quote' && isSpeech);
  if (!goesOn) return null;
  const from = beginOf(view, before - 1);
  if (isSpeech) return { from, to: before, rule: 'quote-before' };
  if (!frame.clause || !(hasFinite(view, from, before) || isParenthetic(view, subject, verb))) return null;
  const to = trimmed(view, from, before);
  return to > from ? { from, to, rule: 'clause-before' } : null;
}

/** Where what is said begins that ends with a word: with its quotation, or with the sentence. */
function beginOf(view: View, last: number): number {
  if (!isQuoted(view, last)) return sentenceBegin(view, last);
  const start = quoteStart(view, last);
  return hasSaid(view, start) ? sentenceBegin(view, start) : start;
}

const isParenthetic = (view: View, subject: Subject, verb: KnownVerb): boolean =>
  wordAt(view, subject.where === 'after' ? subject.to : skipSetting(view, afterListener(view, verb))) === ',';

const isFinished = (view: View, at: number): boolean => FINISHED.has(lastQuoted(view, at + 1));

/** Words of the sentence stand before the quotation: they are said too, not only what is quoted. */
const hasSaid = (view: View, start: number): boolean =>
  lastBefore(start, LONGEST_CLAUSE, (at) => /[\p{L}\p{N}]/u.test(wordAt(view, at))) !== null;

function sentenceBegin(view: View, before: number): number {
  const border = lastBefore(before, LONGEST_CLAUSE, (at) => wordAt(view, at) === ';' && !isQuoted(view, at));
  return border === null ? Math.max(0, before - LONGEST_CLAUSE) : border + 1;
}

/** "When it rained, they said no": no clause that anybody says; but "when it rains, ferries stop, they said". */
const isSubordinate = (view: View, { from, to }: Words): boolean => {
  const first = SENTENCE_JOINS.has(wordAt(view, from)) ? from + 1 : from;
  const word = wordAt(view, first);
  const comma = view.words.findIndex(({ lower }, at) => lower === ',' && at > first);
  if (comma !== -1 && hasFinite(view, comma, to)) return false;
  return SUBORDINATORS.has(word) && (posAt(view, first) === 'SCONJ' || ALWAYS_SUBORDINATE.has(word));
};

/** "…, he said, …": what goes on behind the cue, up to a clause of its own. */
function rightPart(view: View, from: number, isInverted: boolean): Words | null {
  if (!GOES_ON_BEHIND.has(wordAt(view, from)) && !isQuoted(view, from)) return null;
  const start = isQuoted(view, from) ? from : from + 1;
  if (isQuoted(view, start)) return { from: start, to: quoteEnd(view, start) };
  const first = wordAt(view, start);
  if (
    /^(?:and|but|while|though|although|who|which|according|noting)?$/u.test(first) ||
    view.verbAt.get(start)?.form === 'gerund'
  )
    return null;
  if (QUESTION_WORDS.has(first) || (isInverted && posAt(view, start) === 'DET')) return null;
  const to = trimmed(view, start, view.words.length);
  return to > start && to - start < LONGEST_CLAUSE ? { from: start, to } : null;
}

/** "“…,” he said, pointing at the door, “…”": the other half of a quotation. */
function laterQuote(view: View, left: Words, from: number): Words | null {
  if (!isQuoted(view, left.from)) return null;
  const at = firstFrom(from, 40, (place) => isQuoted(view, place) || isSpeaking(view.verbAt.get(place)));
  return at === null || !isQuoted(view, at) ? null : { from: at, to: quoteEnd(view, at) };
}
const isSpeaking = (verb: VerbGroup | undefined): boolean =>
  verb?.form === 'finite' || verb?.known?.frame.quote === true;

/** Offsets of words: UTF-16 code units into the text. */
export function rangeOf(view: View, { from, to }: Words): Range {
  const start = view.words[from]?.start ?? 0;
  return { start, end: view.words[to - 1]?.end ?? start };
}
