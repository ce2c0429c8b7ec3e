/** Whether a sentence really ends where the Unicode rules say so. */
import {
  AFTER_TIMES,
  BEFORE_FIGURES,
  CRIES,
  CUES,
  MIDDLE_OR_LAST,
  MONTHS_AND_DAYS,
  NAMES_WITH_MARKS,
  NEVER_LAST,
  STARTERS,
  STATES,
  TIMES_OF_DAY,
  TITLES,
  TITLES_OR_ENDS,
} from './abbreviations.ts';
import { MONTH_NAMES } from './dates.ts';

/** What is known about a proposed border besides the words around it. */
export interface BorderContext {
  /** Where the sentence that would end here began: UTF-16 code units into the block. */
  readonly start: number;
  readonly english: boolean;
  /** Whether the border lies within double quotation marks. */
  readonly quoted: boolean;
}

const LABEL = /^[•⁃‣◦*(–-]?\s*(?:\d{1,3}|\p{L})[.)]+\s*$/u;

/** How far a decision looks back and ahead, in UTF-16 code units: enough for a title and a name. */
const BACK = 64;
const AHEAD = 96;

/** The words around a border, taken apart. */
interface Place {
  /** The word that the stop follows, with the stops inside it: `U.S`, `Inc`, `385`. */
  readonly word: string;
  /** The word before that one. */
  readonly before: string;
  /** `.`, `?!`, `...`, `…`. Empty where no stop precedes. */
  readonly stop: string;
  /** Closing quotes and brackets behind the stop. */
  readonly closers: string;
  /** What follows, from the first letter or figure on. */
  readonly next: string;
  /** The first word of what follows, without apostrophe and what is behind it. */
  readonly nextWord: string;
  /** The sentence so far, where it is short. */
  readonly sentence: string;
}

const LEFT = /(?:(\S*?)\s+)?["'“‘«([]*([^\s"“”«»()[\]]*?)((?:\s?\.){2,}|[.!?…。！？؟]+)(["'”’»)\]]*)$/u;
const OPENERS = /^["'“”‘’«»„([{¿¡\s]+/u;

function lookAround(words: string, at: number, start: number): Place {
  const left = words.slice(Math.max(start, at - BACK), at).trimEnd();
  const match = LEFT.exec(left);
  const next = words.slice(at, at + AHEAD).replace(OPENERS, '');
  return {
    before: match?.[1] ?? '',
    word: match?.[2] ?? '',
    stop: (match?.[3] ?? '').replace(/\s/gu, ''),
    closers: match?.[4] ?? '',
    next,
    sentence: at - start <= BACK ? words.slice(start, at).trim() : '',
    nextWord: /^[\p{L}\p{M}-]+/u.exec(next)?.[0] ?? '',
  };
}

/**
 * Decide whether a new sentence begins at an offset into a block's words.
 *
 * The first question that knows an answer decides; where none does, the Unicode rules were right.
 */
export function isBorder(words: string, at: number, context: BorderContext): boolean {
  const place = lookAround(words, at, context.start);
  if (/^\p{Ll}/u.test(place.next) && !SMALL_NAME.test(place.next)) return false;
  // "1.", "• 9.", "a.)" at the beginning of a block number it, and so does a number that begins a later sentence.
  if (at <= BACK && LABEL.test(words.slice(0, at))) return false;
  if (
    /^\d{1,2}[.)]+$/u.test(place.sentence) &&
    !/\?["'”’»)\]]*\s*$/u.test(words.slice(Math.max(0, context.start - 8), context.start))
  )
    return false;
  // "It sank.[3] Nobody knew": a reference belongs to what stands before it.
  if (/\[$/u.test(words.slice(at - 1, at)) && /^\d/u.test(place.next)) return false;
  if (/^(?:\.{2,}|…+)$/u.test(place.stop)) return endsInEllipsis(place, context);
  if (place.closers !== '') return !isSpeech(place, context);
  if (/^[!?]/u.test(place.stop) && NAMES_WITH_MARKS.has(place.word.toLowerCase()))
    return STARTERS.has(place.nextWord);
  if (place.stop !== '.' || place.word === '') return true;
  return isInitial(place) ?? (context.english ? afterEnglishWord(place) : afterAnyWord(place));
}

/** Names that begin with a small letter, also at the beginning of a sentence. */
const SMALL_NAME = /^(?:(?:al|el|an|ar|as|ash|ad)-\p{Lu}|(?:de|di|da|van|von|bin)\s\p{Lu}|[ei]\p{Lu}\p{L})/u;

const SPEAKER = String.raw`(?:\p{Lu}[\p{L}\p{M}.'’-]*\s+(?:(?:of|the|de|la|van|von|bin|al)\s+){0,2}){1,5}`;
const SPEECH = new RegExp(`^${SPEAKER}(?<cue>\\p{Ll}+)(?<rest>.*)$`, 'su');
const AFTER_SAID = /^(?:[.,;]|$|\s+(?:in|on|at|after|during|as|from|to|when|while|before|of|about|with)\b)/u;
const AFTER_CRY = /^(?!\s+(?:that|if|whether|why|how|when|for|not)\b)/u;
const AFTER_TOLD = /^(?:\s+[\p{L}\p{M}'’-]+){1,4}(?:[.,;]|$)/u;

/** A quote that ends in its own stop goes on if only a name and a word of saying follow: “Who pays?” Varga asked. */
function isSpeech({ closers, next, nextWord }: Place, { english }: BorderContext): boolean {
  if (!english || !/["'”’»]/u.test(closers) || STARTERS.has(nextWord)) return false;
  const { cue = '', rest = '' } = SPEECH.exec(next)?.groups ?? {};
  if (cue === 'told') return AFTER_TOLD.test(rest);
  return (CUES.has(cue) && AFTER_SAID.test(rest)) || (CRIES.has(cue) && AFTER_CRY.test(rest));
}

/**
 * Three dots leave words out or trail off; four are an ellipsis and a stop. In a quote or in brackets only a small
 * word that begins sentences shows a new one, and "I" is a capital anywhere.
 */
function endsInEllipsis({ stop, closers, nextWord }: Place, { quoted }: BorderContext): boolean {
  if (stop.length >= 4) return true;
  if (nextWord === 'I') return false;
  return quoted || /[)\]]/u.test(closers) ? STARTERS.has(nextWord) : true;
}

/** Initials of a name, or letters with stops (U.S.): null for other words. */
function isInitial(place: Place): boolean | null {
  const { word, before, nextWord, next } = place;
  if (!/^(?:\p{L}\.)*\p{L}$/u.test(word) || TIMES_OF_DAY.has(word.toLowerCase())) return null;
  if (!/^\p{Lu}/u.test(word)) return null;
  // "You and I. Did you": the pronoun, unless a name stands before it.
  if (word === 'I' && !/^\p{Lu}/u.test(before)) return true;
  if (/^\p{N}/u.test(next)) return false;
  return STARTERS.has(nextWord) || endsInState(place);
}

/** "They met in Selma, Ala. Varga was there": a town's state, then somebody who does something. */
const endsInState = ({ word, before, next }: Place): boolean =>
  before.endsWith(',') && STATES.has(word.toLowerCase()) && SUBJECT.test(next);
const SUBJECT = new RegExp(
  `^${SPEAKER}(?:is|was|were|are|has|had|have|will|would|did|does|said|says|told|asked|added|called|won|lost|left)\\b`,
  'u',
);

/** "At 6 a.m. Varga left": what begins a sentence with its time has not said anything yet. */
const OPENS_WITH_TIME =
  /^["“‘(]*(?:(?:just|shortly|soon|only)\s+)?(?:at|by|around|about|before|after|until|since|from)\s[^,;]*$/iu;

function afterEnglishWord(place: Place): boolean {
  const { word: glued, next, nextWord, sentence } = place;
  const word = glued.replace(/^.*[—–/]/u, '');
  const lower = word.toLowerCase();
  const figure = /^[\p{N}$€£¥]/u.test(next);
  const starter = STARTERS.has(nextWord);
  if (NEVER_LAST.has(lower)) return false;
  if (TIMES_OF_DAY.has(lower)) return !figure && !AFTER_TIMES.test(next) && !OPENS_WITH_TIME.test(sentence);
  if (figure && (BEFORE_FIGURES.has(lower) || MONTHS_AND_DAYS.has(lower))) return false;
  // A small "no" or "sun" is a word; with a capital, or before a name, it may be a title or a day.
  if (TITLES.has(lower) && isAbbreviated(word)) return starter && TITLES_OR_ENDS.has(lower);
  if (MIDDLE_OR_LAST.has(lower) && isAbbreviated(word)) return starter || endsInState(place);
  return true;
}

/** "Miss." and "co.", but not "miss" and "me": abbreviations of these kinds have a capital or are no words. */
const isAbbreviated = (word: string): boolean =>
  /^\p{Lu}/u.test(word) || /^(?:co|st|etc|al|approx|dr|mr|mrs)$/u.test(word);

const ORDINAL_DAY = new RegExp(`^(?:${MONTH_NAMES})\\b`, 'iu');
/** Titles that several languages shorten alike. */
const SHARED_TITLES = new Set('dr prof st mr mme sr sra nr hr bzw vgl ing dott núm mgr gen'.split(' '));

function afterAnyWord({ word, next }: Place): boolean {
  if (SHARED_TITLES.has(word.toLowerCase()) || /^(?:\p{L}\.)+\p{L}$/u.test(word)) return false;
  // "am 8. Januar": a day, not an end.
  return !(/^\d{1,2}$/u.test(word) && ORDINAL_DAY.test(next));
}
