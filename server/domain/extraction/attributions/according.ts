/** "According to the ministry, …" and other cues that are no verbs: "in his view", "citing police". */

import { wordSet } from '../word-set.ts';
import { clauseEnd, trimmed } from './ends.ts';
import type { Found } from './find.ts';
import { STOPS_DASHES, STOPS_NO_COLON } from './lexicon/signs.ts';
import { DETERMINERS_NAMES, DETERMINERS_NOUNS } from './lexicon/tags.ts';
import { WHO_WHICH, WHO_WHICH_THAT } from './lexicon/words.ts';
import { phraseAfter } from './noun-phrases.ts';
import {
  finiteFrom,
  hasFinite,
  isQuoted,
  LONGEST_CLAUSE,
  posAt,
  type View,
  type Words,
  wordAt,
} from './view.ts';

export function findAccording(view: View): Found[] {
  const found: Found[] = [];
  for (let at = 0; at < view.words.length; at++) {
    if (isQuoted(view, at)) continue;
    const length = cueLength(view, at);
    if (length === 0) continue;
    const source = sourceAfter(view, at + length);
    if (source === null) continue;
    const content = contentAround(view, at, source.to);
    if (content === null) continue;
    found.push({
      rule: 'according-to',
      source,
      cue: { from: at, to: at + length },
      content,
      listener: null,
      isSpeech: true,
    });
    at = source.to - 1;
  }
  return found;
}

/** "Went according to plan": nobody says so. */
const IDIOMS = wordSet('plan schedule custom');

function cueLength(view: View, at: number): number {
  const word = wordAt(view, at);
  if (word === 'according' && wordAt(view, at + 1) === 'to') return IDIOMS.has(wordAt(view, at + 2)) ? 0 : 2;
  if (
    word === 'per' &&
    DETERMINERS_NAMES.has(posAt(view, at + 1)) &&
    /^(?:[,(]|)$/u.test(wordAt(view, at - 1)) &&
    posAt(view, at + 1) !== 'NOUN'
  )
    return 1;
  return 0;
}

const LONGEST = 40;

/** The source with all that is told of it: to the next comma that ends it. */
function sourceAfter(view: View, from: number): Words | null {
  const phrase = phraseAfter(view, from) ?? toComma(view, from);
  if (phrase === null) return null;
  let to = phrase.to;
  // "a report that was seen by the paper", "figures released on Monday by the ministry"
  const isRelative = WHO_WHICH_THAT.has(wordAt(view, to));
  if (isRelative || /ed$|ing$|^seen$|^by$/u.test(wordAt(view, to))) {
    while (
      to < view.words.length &&
      to < from + LONGEST &&
      !STOPS_DASHES.has(wordAt(view, to)) &&
      !isQuoted(view, to)
    )
      to++;
  }
  return { from, to: apposition(view, to) };
}

/** Words that no noun phrase was seen in: as far as the next sign. */
function toComma(view: View, from: number): Words | null {
  let to = from;
  while (
    to < view.words.length &&
    to < from + 8 &&
    /[\p{L}\p{N}]/u.test(wordAt(view, to)) &&
    !isQuoted(view, to)
  )
    to++;
  return to > from ? { from, to } : null;
}

/** ", the party's leader": told of the source, between commas or to the end. */
function apposition(view: View, end: number): number {
  if (wordAt(view, end) !== ',') return end;
  const first = wordAt(view, end + 1);
  if (!DETERMINERS_NOUNS.has(posAt(view, end + 1)) && !WHO_WHICH.has(first)) return end;
  for (let at = end + 1; at < view.words.length && at < end + LONGEST; at++) {
    if (isQuoted(view, at)) return end;
    if (STOPS_NO_COLON.has(wordAt(view, at)))
      return WHO_WHICH.has(first) || !hasFinite(view, end + 1, at) ? at : end;
  }
  return end;
}

function contentAround(view: View, cue: number, after: number): Words[] | null {
  const isFirst = cue === 0 || (cue <= 2 && !hasFinite(view, 0, cue));
  if (isFirst) {
    const from = wordAt(view, after) === ',' ? after + 1 : after;
    const to = endOf(view, from, Math.min(view.words.length, from + LONGEST_CLAUSE));
    return to > from ? [{ from, to }] : null;
  }
  let begin = Math.max(0, cue - LONGEST_CLAUSE);
  for (let at = cue - 1; at > 0 && at > cue - 250; at--)
    if (wordAt(view, at) === ';' && !isQuoted(view, at)) {
      begin = at + 1;
      break;
    }
  const left = { from: begin, to: trimmed(view, begin, cue) };
  if (left.to <= left.from) return null;
  // A clause is broken by it: "The plan, according to the mayor, has failed."
  const isBroken = wordAt(view, after) === ',' && !hasFinite(view, left.from, left.to);
  if (!isBroken) return [left];
  const right = {
    from: after + 1,
    to: trimmed(view, after + 1, Math.min(view.words.length, after + LONGEST_CLAUSE)),
  };
  return right.to > right.from ? [left, right] : [left];
}

function endOf(view: View, from: number, limit: number): number {
  const verb = finiteFrom(view, from, limit);
  return verb === null ? trimmed(view, from, limit) : clauseEnd(view, from, verb);
}
