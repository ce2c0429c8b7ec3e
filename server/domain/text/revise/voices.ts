/** Who is speaking where a sentence does not say so itself. */
import type { Side } from './aligned.ts';
import { holderBefore, officeOf } from './offices.ts';
import { perSentence, perSide } from './per-sentence.ts';
import { type Likeness, personIn } from './persons.ts';
import { goesOn, isInBlock } from './quoted.ts';
import {
  bareName,
  goesOnSpeaking,
  isVoice,
  mayStandFor,
  ownerOf,
  pronounOf,
  type Speaker,
  speakersIn,
  timeless,
} from './speakers.ts';

/** What another sentence tells of one. */
export interface Told {
  /** Equal where it tells the same; an empty string for nothing. */
  readonly words: string;
  /** The sentence that tells it; null for none. */
  readonly at: number | null;
}

export const NOTHING: Told = { words: '', at: null };
const NOBODY: Told = { words: '(nobody)', at: null };

/**
 * The speaker of a sentence that does not name one: the nearest before it, for a quotation wherever that stands, for the
 * story's own words within their block ("Rashid said nine died. Two more are missing."). Nothing where the sentence says it
 * itself, or nobody spoke.
 */
export const carriedVoice = (side: Side, sentence: number, isQuotation: boolean): Told =>
  (isQuotation ? voiceOfQuotation : voiceOfWords)(side, sentence);
const voiceOfQuotation = perSentence((side, sentence): Told => voiceOf(side, sentence, true));
const voiceOfWords = perSentence((side, sentence): Told => voiceOf(side, sentence, false));

function voiceOf(side: Side, sentence: number, isQuotation: boolean): Told {
  const own = speakersIn(side, sentence);
  for (const speaker of own) {
    const hangsOn = pronounOf(speaker) ?? ownerOf(bareName(speaker));
    if (hangsOn !== null) return namedBefore(side, sentence, hangsOn, goesOnSpeaking(speaker));
    const office = officeOf(speaker);
    const holder = office === null ? null : holderBefore(side, sentence, office);
    if (holder !== null) return { words: holder.name, at: holder.at };
  }
  if (own.length > 0) return NOTHING;
  const behind = speakerBehind(side, sentence);
  if (behind !== NOTHING) return behind;
  const before = isQuotation ? lastVoice(side)[sentence] : spokenInBlock(side, sentence);
  const speaker = before === undefined || before === -1 ? undefined : lastOf(side, before, isQuotation);
  if (before === undefined || speaker === undefined) return isQuotation ? NOBODY : NOTHING;
  const pronoun = pronounOf(speaker);
  if (pronoun !== null) return namedBefore(side, before, pronoun, goesOnSpeaking(speaker));
  return { words: [...timeless(speaker.name.split(' ')), speaker.cue].join(' '), at: before };
}

const lastOf = (side: Side, sentence: number, isQuotation: boolean): Speaker | undefined =>
  speakersIn(side, sentence).findLast((speaker) => !isQuotation || isVoice(speaker));

/** The nearest sentence before in the block that has a word by which something is said; -1 for none. */
function spokenInBlock(side: Side, sentence: number): number {
  for (let at = sentence; isInBlock(side, at); at--) if (speakersIn(side, at - 1).length > 0) return at - 1;
  return -1;
}

/** For each sentence the nearest one before it in which somebody speaks, -1 for none. */
const lastVoice = perSide((side) => lastOne(side, (at) => speakersIn(side, at).some(isVoice)));
/** The nearest in which somebody is named who speaks, or does what people alone do. */
const lastNamed = perSide((side) => lastOne(side, (at) => namesIn(side, at).length > 0));

function lastOne(side: Side, is: (sentence: number) => boolean): Int32Array {
  const before = new Int32Array(side.revision.sentences.length);
  let last = -1;
  for (let sentence = 0; sentence < before.length; sentence++) {
    before[sentence] = last;
    if (is(sentence)) last = sentence;
  }
  return before;
}

/**
 * Whom a pronoun stands for that speaks: the nearest before it who may be called so, without the words by which: that
 * Rashid warned or said is the same Rashid. In wire stories that is told a paragraph before, or many. "He added" goes on
 * for one who spoke; where nobody is known to be a person, whoever may be one.
 */
function namedBefore(side: Side, sentence: number, pronoun: string, goesOn: boolean): Told {
  for (const likely of goesOn ? [SPEAKING, SURE, LIKELY] : [SURE, LIKELY]) {
    const found = nearestNamed(side, sentence, pronoun, likely);
    if (found !== null) return { words: found.name, at: found.at };
  }
  return NOBODY;
}
const SPEAKING: ReadonlySet<Likeness> = new Set<Likeness>(['does']);
const SURE: ReadonlySet<Likeness> = new Set<Likeness>(['does', 'is']);
const LIKELY: ReadonlySet<Likeness> = new Set<Likeness>(['does', 'is', 'may be']);

interface Named {
  readonly name: string;
  readonly at: number;
}

/** The nearest; of somebody who speaks further before under a longer name that name. */
function nearestNamed(
  side: Side,
  sentence: number,
  pronoun: string,
  likely: ReadonlySet<Likeness>,
): Named | null {
  const before = lastNamed(side);
  let nearest: Named | null = null;
  for (let at = before[sentence] ?? -1; at !== -1; at = before[at] ?? -1) {
    const one = namesIn(side, at).find(
      ({ name, likeness }) => likely.has(likeness) && mayStandFor(pronoun, name),
    );
    if (one === undefined) continue;
    if (nearest !== null && !isCalled(nearest.name, one.name)) return nearest;
    nearest = { name: one.name, at };
    if (one.speaks) return nearest;
  }
  return nearest;
}
/** "Oke" for "Rashid Oke, the mayor", and "Tor Oke" for somebody else. */
const isCalled = (short: string, name: string): boolean => {
  const words = name.split(' ');
  return short.split(' ').every((word) => words.includes(word));
};

interface Candidate {
  readonly name: string;
  readonly likeness: Likeness;
  readonly speaks: boolean;
}

/** Who speaks in a sentence by a name, the last one first; where nobody speaks, of whom it tells. */
const namesIn = perSentence((side, sentence): readonly Candidate[] => {
  const speakers = speakersIn(side, sentence);
  if (speakers.some(isVoice))
    return speakers
      .filter((speaker) => isVoice(speaker) && pronounOf(speaker) === null)
      .map(bareName)
      .filter((name) => name !== '')
      .map((name): Candidate => ({ name, likeness: 'does', speaks: true }))
      .reverse();
  const person = personIn(side, sentence);
  return person === null ? [] : [{ ...person, speaks: person.likeness === 'does' }];
});

/** Who speaks at the end of a quotation that goes on past this sentence: “Nine died. Ten are missing,” Rashid said. */
export const speakerBehind = perSentence((side, sentence): Told => {
  for (let next = sentence + 1; goesOn(side, next - 1); next++) {
    const [speaker] = speakersIn(side, next);
    if (speaker !== undefined) return { words: `${speaker.name} ${speaker.cue}`, at: next };
  }
  return NOTHING;
});
