/** Cues that are nouns or adjectives: "her claim that", "issued a statement saying", "is confident that". */

import { wordSet } from '../word-set.ts';
import { skipSetting } from './complements.ts';
import { clauseEnd, nounClauseEnd, objectEnd, subjectNounEnd } from './ends.ts';
import type { Found } from './find.ts';
import {
  ADJECTIVES,
  GIVING,
  INFINITIVE_NOUNS,
  MESSAGES,
  PREPOSITION_NOUNS,
  SPREADING,
  THAT_NOUNS,
} from './lexicon/nouns.ts';
import { CASE_MARKS } from './lexicon/signs.ts';
import { LEADING, MODIFYING, NOUNS_VERBS } from './lexicon/tags.ts';
import { BE, EMPTY_SUBJECTS, LIKE_BE, NOT, POSSESSIVES, RELATIVE } from './lexicon/words.ts';
import { baseBefore } from './noun-phrases.ts';
import { type Subject, subjectOf } from './subjects.ts';
import type { VerbGroup } from './verb-groups.ts';
import { finiteFrom, isQuoted, posAt, type View, type Words, wordAt } from './view.ts';

/** The subject of each verb group, as the walk over the sentence saw it. */
export type Subjects = ReadonlyMap<VerbGroup, Subject>;

export function findNominal(view: View, subjects: Subjects): Found[] {
  return view.words.flatMap((_, at) => {
    if (isQuoted(view, at)) return [];
    return nounCue(view, at, subjects) ?? adjectiveCue(view, at, subjects) ?? [];
  });
}

function nounCue(view: View, at: number, subjects: Subjects): Found | null {
  if (!NOUNS_VERBS.has(posAt(view, at)) || view.verbAt.get(at)?.form === 'finite') return null;
  const said = saidBehind(view, at);
  if (said === null) return null;
  const start = baseBefore(view, at + 1) ?? at;
  const owner = possessorOf(view, start, at);
  const giver = owner === null ? giverOf(view, start, subjects) : null;
  if (said.needsSource && owner === null && giver === null) return null;
  const from = giver === null ? (owner === null ? start : owner.to) : giver.verb.from;
  const cueFrom = Math.min(from, at);
  const source = owner ?? (giver === null ? null : { from: giver.subject.from, to: giver.subject.to });
  return {
    rule: said.rule,
    source,
    cue: { from: cueFrom, to: said.cueEnd },
    content: [said.content],
    listener: null,
    isSpeech: false,
    isHearsay: source === null && PASSED_ON.has(wordAt(view, at)),
  };
}
/** Told by nobody who is named, they are passed on; a fear or a hope is somebody's. */
const PASSED_ON = wordSet(`
  claim claims allegation allegations accusation accusations report reports rumour rumours rumor rumors speculation
  suggestion suggestions`);

interface Said {
  readonly rule: string;
  readonly cueEnd: number;
  readonly content: Words;
  readonly needsSource: boolean;
}

const NO_VERB: VerbGroup = {
  from: -1,
  head: -1,
  to: 0,
  form: 'finite',
  passive: false,
  reduced: false,
  known: undefined,
};

function saidBehind(view: View, at: number): Said | null {
  const noun = wordAt(view, at);
  const next = wordAt(view, at + 1);
  if (MESSAGES.has(noun)) {
    const verb = view.verbAt.get(at + 1);
    if (verb?.form === 'gerund' && verb.known?.frame.clause === true)
      return said('noun-message', verb.to, clauseEnd(view, verb.to, verb), verb.to, true);
  }
  if (THAT_NOUNS.has(noun)) {
    const spreads = SPREADING.has(next);
    const that = spreads ? skipSetting(view, at + 2) : at + 1;
    const isClause = wordAt(view, that) === 'that' && view.verbAt.get(that + 1)?.from !== that + 1;
    if (isClause) {
      const end = nounClauseEnd(view, that + 1, clauseEnd(view, that + 1, NO_VERB));
      const to = !spreads && isSubject(view, at) ? subjectNounEnd(view, that + 1, end, false) : end;
      return said('noun-that', that, to, spreads ? at + 2 : that, false);
    }
  }
  const infinitive = view.verbAt.get(at + 1);
  if (INFINITIVE_NOUNS.has(noun) && infinitive?.form === 'infinitive' && infinitive.from === at + 1) {
    const end = objectEnd(view, at + 2, NO_VERB);
    const to = isSubject(view, at) ? subjectNounEnd(view, at + 2, end, true) : end;
    return said('noun-infinitive', at + 1, to, at + 1, true);
  }
  if (PREPOSITION_NOUNS.get(next)?.has(noun) === true)
    return said('noun-preposition', at + 2, phraseEnd(view, at + 2), at + 2, true);
  return null;
}

/** A noun with no verb before it in its sentence, and no preposition right before its phrase: "amid claims that". */
function isSubject(view: View, noun: number): boolean {
  const start = baseBefore(view, noun + 1) ?? noun;
  return !LEADING.has(posAt(view, start - 1)) && finiteFrom(view, 0, start) === null;
}

/** Of a noun phrase, or of a gerund with what it takes. */
function phraseEnd(view: View, from: number): number {
  const limit = objectEnd(view, from, NO_VERB);
  for (let at = from; at < limit; at++) {
    const verb = view.verbAt.get(at);
    const isMain = verb?.form === 'finite' && verb.from === at && !RELATIVE.has(wordAt(view, at - 1));
    if (!isQuoted(view, at) && ((isMain && at > from) || wordAt(view, at) === ',')) return at;
  }
  return limit;
}

const said = (rule: string, from: number, to: number, cueEnd: number, needsSource: boolean): Said | null =>
  to > from ? { rule, cueEnd, content: { from, to }, needsSource } : null;

/** "the senator's claim", "his claim". */
function possessorOf(view: View, start: number, noun: number): Words | null {
  if (POSSESSIVES.has(wordAt(view, start))) return { from: start, to: start + 1 };
  for (let at = noun - 1; at > start; at--)
    if (CASE_MARKS.has(wordAt(view, at))) return { from: start, to: at };
  return null;
}

/** "issued a statement", "made the claim": the verb right before the noun phrase, and its subject. */
function giverOf(
  view: View,
  start: number,
  subjects: Subjects,
): { verb: VerbGroup; subject: Subject } | null {
  const verb = view.verbAt.get(start - 1);
  if (verb === undefined || verb.passive || !GIVING.has(wordAt(view, verb.head))) return null;
  const subject = subjects.get(verb) ?? subjectOf(view, verb);
  return subject === null ? null : { verb, subject };
}

function adjectiveCue(view: View, at: number, subjects: Subjects): Found | null {
  const next = wordAt(view, at + 1);
  if (ADJECTIVES.get(next)?.has(wordAt(view, at)) !== true) return null;
  const verb = verbBefore(view, at);
  if (verb === undefined || verb.form !== 'finite') return null;
  const subject = subjects.get(verb) ?? subjectOf(view, verb);
  if (subject === null || EMPTY_SUBJECTS.has(wordAt(view, subject.from))) return null;
  const from = next === 'that' || next === 'to' ? at + 1 : at + 2;
  const to =
    next === 'that' || next === 'to' ? clauseEnd(view, from + 1, NO_VERB) : objectEnd(view, from, NO_VERB);
  if (to <= from) return null;
  return {
    rule: 'adjective',
    source: { from: subject.from, to: subject.to },
    cue: { from: verb.from, to: from },
    content: [{ from, to }],
    listener: null,
    isSpeech: false,
  };
}

/** A form of "be", "feel" or "remain", with at most two adverbs or "not" between; "is worried" is one group. */
function verbBefore(view: View, at: number): VerbGroup | undefined {
  const own = view.verbAt.get(at);
  if (own?.passive === true) return own;
  for (let back = at - 1; back >= 0 && back >= at - 3; back--) {
    const verb = view.verbAt.get(back);
    if (verb !== undefined)
      return BE.has(wordAt(view, verb.head)) || LIKE_BE.has(wordAt(view, verb.head)) ? verb : undefined;
    if (!MODIFYING.has(posAt(view, back)) && !NOT.has(wordAt(view, back))) return undefined;
  }
  return undefined;
}
