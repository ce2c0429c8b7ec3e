/** Who a verb is said of: its subject, wherever English puts it. */

import { wordSet } from '../word-set.ts';
import {
  COMMA_COLON,
  COMMA_COLONS,
  DASHES_HYPHEN,
  FINISHED,
  OPENING_MARKS,
  TAIL_ENDS,
} from './lexicon/signs.ts';
import { ANTECEDENTS, TAIL_BEGINS } from './lexicon/tags.ts';
import {
  AND_OR,
  BEFORE_HOST,
  BEFORE_TIME_BACK,
  COORDINATORS,
  OBJECT_PRONOUNS,
  OF_FROM_WITH,
  RELATIVE,
  SUBJECT_PRONOUNS,
  TIME_WORDS,
  WEEKDAYS,
  WHO_WHICH_THAT,
} from './lexicon/words.ts';
import { baseAfter, phraseAfter, phraseBefore } from './noun-phrases.ts';
import type { VerbGroup } from './verb-groups.ts';
import {
  finiteFrom,
  firstFrom,
  isQuoted,
  lastBefore,
  lastQuoted,
  posAt,
  type View,
  type Words,
  wordAt,
} from './view.ts';

export interface Subject extends Words {
  readonly where: 'before' | 'after' | 'shared' | 'relative';
}

const BORDERS = wordSet(', ; : — – ― “ " --');

/** How far back the other comma of an apposition may stand. */
const LONGEST_APPOSITION = 40;

/**
 * The subject right before a verb, or right after it in "said the mayor"; null where it has to be shared with another
 * verb, or where there is none.
 */
export function subjectOf(view: View, verb: VerbGroup): Subject | null {
  const end = skipBack(view, verb.from);
  const before = wordAt(view, end - 1);
  if (before === 'whom' && wordAt(view, end - 2) === 'of')
    return { from: end - 3, to: end, where: 'relative' };
  if (WHO_WHICH_THAT.has(before) && isRelative(view, end - 1))
    return { from: end - 1, to: end, where: 'relative' };
  if (before === ',' || DASHES_HYPHEN.has(before)) return withApposition(view, end) ?? inverted(view, verb);
  if (isQuoted(view, end - 1)) {
    const turned = inverted(view, verb);
    if (turned !== null) return turned;
  }
  const relative = withRelative(view, verb, end);
  if (relative !== null) return relative;
  const floor = clauseFloor(view, end);
  const phrase = phraseBefore(view, end, floor);
  if (phrase === null || isObjectOf(view, phrase)) return inverted(view, verb);
  const hasList = view.words.slice(floor, phrase.from).some(({ lower }) => lower === ',');
  return { ...phrase, from: hasList ? floor : phrase.from, where: 'before' };
}

/** Back over adverbs and words of time: "the court this month also rejected". */
export function skipBack(view: View, from: number): number {
  let end = from;
  while (end > 0) {
    const word = wordAt(view, end - 1);
    const isTime = TIME_WORDS.has(word) && posAt(view, end) !== 'PART';
    if (posAt(view, end - 1) === 'ADV' && !SUBJECT_PRONOUNS.has(word) && !COORDINATORS.has(word)) end--;
    else if (isTime && BEFORE_TIME_BACK.has(wordAt(view, end - 2))) end -= 2;
    else if (WEEKDAYS.has(word) && end > 1) end--;
    else if (OPENING_MARKS.has(word) && isQuoted(view, end) && !COMMA_COLON.has(wordAt(view, end - 2))) end--;
    else break;
  }
  return end;
}

/** "the doctors who wrote the letter said": the verb before has a relative pronoun of its own. */
function withRelative(view: View, verb: VerbGroup, end: number): Subject | null {
  const at = lastBefore(end, LONGEST_APPOSITION, (back) => {
    const other = view.verbAt.get(back);
    const isVerb = other !== undefined && other.form === 'finite' && other !== verb;
    return isVerb || COMMA_COLONS.has(wordAt(view, back)) || isQuoted(view, back);
  });
  const other = at === null ? undefined : view.verbAt.get(at);
  if (other === undefined) return null;
  const pronoun = skipBack(view, other.from) - 1;
  if (!RELATIVE.has(wordAt(view, pronoun)) || !isRelative(view, pronoun)) return null;
  if (hasCoordinator(view, other.to, end)) return null;
  const host = phraseBefore(view, pronoun, clauseFloor(view, pronoun));
  return host === null ? null : { from: host.from, to: end, where: 'before' };
}
const hasCoordinator = (view: View, from: number, to: number): boolean =>
  view.words.slice(from, to).some(({ lower }, index) => lower === 'and' && view.verbAt.has(from + index + 1));

/** "that" before a verb is a relative pronoun where a noun stands before it. */
const isRelative = (view: View, at: number): boolean =>
  wordAt(view, at) !== 'that' || ANTECEDENTS.has(posAt(view, at - 1)) || wordAt(view, at - 1) === ',';

const isObjectOf = (view: View, { from, to }: Words): boolean =>
  to - from === 1 && OBJECT_PRONOUNS.has(wordAt(view, from)) && !SUBJECT_PRONOUNS.has(wordAt(view, from));

/** Where the clause of a place begins at the earliest: after the last comma, colon, dash or quotation. */
function clauseFloor(view: View, end: number): number {
  const border = lastBefore(end, LONGEST_APPOSITION, (at) => isBorder(view, at));
  return border === null ? 0 : (listStart(view, border) ?? border + 1);
}

/** A mark inside of a quotation is none, unless what is quoted ends there as speech does, and no title. */
const isBorder = (view: View, at: number): boolean =>
  isQuoted(view, at)
    ? !isQuoted(view, at + 1) && FINISHED.has(lastQuoted(view, at + 1))
    : BORDERS.has(wordAt(view, at));

/** "Ford, Kia and Seat said": the comma of a list is no border. The start of the list; null where there is none. */
function listStart(view: View, comma: number): number | null {
  if (wordAt(view, comma) !== ',') return null;
  const next = baseAfter(view, comma + 1);
  if (next === null || wordAt(view, next) !== 'and') return null;
  const last = baseAfter(view, next + 1);
  if (last === null || !view.verbAt.has(last)) return null;
  for (let at = comma; wordAt(view, at) === ','; ) {
    const one = phraseBefore(view, at);
    if (one === null) return null;
    if (wordAt(view, one.from - 1) !== ',') return isHost(view, one) ? one.from : null;
    at = one.from - 1;
  }
  return null;
}

/** "the mayor, a former judge, said": from the noun that the apposition belongs to. */
function withApposition(view: View, end: number): Subject | null {
  const closing = end - 1;
  const mark = wordAt(view, closing);
  for (let open = openingOf(view, closing, mark); open !== null; open = openingOf(view, open, mark)) {
    if (!isApposition(view, open + 1, closing)) return null;
    const host = phraseBefore(view, open, clauseFloor(view, open));
    if (host !== null && isHost(view, host)) {
      const to = isAside(view, open + 1) ? host.to : end - 1;
      return { from: host.from, to, where: 'before' };
    }
  }
  return null;
}

/** A noun phrase at the start of its clause: not what a preposition or a verb before it takes. */
function isHost(view: View, { from, to }: Words): boolean {
  if (TIME_WORDS.has(wordAt(view, to - 1)) || /^\d+$/u.test(wordAt(view, from))) return false;
  const before = wordAt(view, from - 1);
  return (
    from === 0 || COORDINATORS.has(before) || BEFORE_HOST.has(before) || posAt(view, from - 1) === 'SCONJ'
  );
}

const isGerund = (view: View, at: number): boolean => view.verbAt.get(at)?.form === 'gerund';

/** ", speaking in Rome," and ", at the debate,": told of the act, not of who acts. */
const isAside = (view: View, first: number): boolean =>
  isGerund(view, first) || (posAt(view, first) === 'ADP' && !OF_FROM_WITH.has(wordAt(view, first)));

const openingOf = (view: View, closing: number, mark: string): number | null =>
  lastBefore(closing, LONGEST_APPOSITION, (at) => wordAt(view, at) === mark && !isQuoted(view, at));

/** What may stand between the commas: no clause of its own, unless a relative pronoun begins it. */
function isApposition(view: View, from: number, to: number): boolean {
  if (isQuoted(view, from)) return false;
  if (posAt(view, from) === 'CCONJ' && !AND_OR.has(wordAt(view, from))) return false;
  const verb = finiteFrom(view, from, to);
  if (verb === null || view.words.slice(from, verb.head).some(({ lower }) => OPENS_RELATIVE.has(lower)))
    return true;
  // "elected in May"
  return verb.head === from && wordAt(view, from).endsWith('ed');
}
const OPENS_RELATIVE = wordSet('who which that whom whose where');

/** "said the mayor": after a quote or a comma, with nothing but the end, a comma or more about the subject behind it. */
function inverted(view: View, verb: VerbGroup): Subject | null {
  if (verb.known?.frame.quote !== true || verb.from !== verb.head) return null;
  const before = wordAt(view, verb.from - 1);
  const isAfterSpeech = before === ',' || isQuoted(view, verb.from - 1) || verb.from === 0;
  if (!isAfterSpeech || verb.form !== 'finite' || isQuoted(view, verb.from)) return null;
  // "“…,” warned the mayor", but "…, told the mayor" has another subject.
  if (verb.known.frame.listener && before === ',') return null;
  if (TIME_WORDS.has(wordAt(view, verb.to))) return null;
  const phrase = phraseAfter(view, verb.to);
  if (phrase === null || isObjectOf(view, phrase)) return null;
  // "the group “Clean Rivers” said it was late": what is quoted is a title.
  const isSpeech = before !== ',' && FINISHED.has(lastQuoted(view, verb.from));
  if (view.verbAt.get(phrase.to)?.form === 'finite' && !isSpeech) return null;
  return { from: phrase.from, to: withTail(view, phrase.to), where: 'after' };
}

/** "said the mayor, a former judge" to the end of the sentence or the next comma that closes it. */
function withTail(view: View, end: number): number {
  if (wordAt(view, end) !== ',') return end;
  const first = wordAt(view, end + 1);
  const second = wordAt(view, end + 2);
  const begins =
    RELATIVE.has(first) ||
    ((posAt(view, end + 1) === 'DET' || TAIL_BEGINS.has(posAt(view, end + 1))) && second !== '');
  if (!begins || isQuoted(view, end + 1)) return end;
  if (RELATIVE.has(first) && view.verbAt.get(end + 2)?.known?.frame.clause === true) return end;
  const close = firstFrom(
    end + 1,
    LONGEST_APPOSITION,
    (at) =>
      isQuoted(view, at) ||
      TAIL_ENDS.has(wordAt(view, at)) ||
      (wordAt(view, at) === ',' && (isGerund(view, at + 1) || isQuoted(view, at + 1))),
  );
  return close ?? view.words.length;
}
