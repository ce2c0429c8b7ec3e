/** Who stands before a quotation of which no words tell who said it. */
import type { Side } from './aligned.ts';
import { isAlike, wordsIn } from './alike.ts';
import { perSentence } from './per-sentence.ts';
import { goesOn, isInBlock, isQuoted } from './quoted.ts';
import { isVoice, speakersIn } from './speakers.ts';
import { subjectOf } from './subjects.ts';
import { NOTHING, speakerBehind, type Told } from './voices.ts';

/** Where a quotation stood and stands. */
export interface Behind {
  readonly was: number | null;
  readonly now: number | null;
}

/**
 * Behind whom a quotation stands of which nobody is known to have said it, where that is another than before; else null.
 *
 * "Rashid was angry. “We lost 14 men.”" Words by which something is said are known of some languages alone, and people
 * who then speak weep, rise and shake their heads.
 */
export function losesLeadIn(older: Side, old: number, newer: Side, now: number): Behind | null {
  if (speakersIn(older, old).length > 0 || speakerBehind(older, old) !== NOTHING) return null;
  const [lead, leadNow] = [leadIn(older, old), leadIn(newer, now)];
  const isOther = leadNow === null || (lead !== null && !isAlike(older, lead, newer, leadNow));
  if (lead !== null && speakersIn(older, lead).length === 0 && isOther) return { was: lead, now: leadNow };
  const [by, byNow] = [introducedBy(older, old), introducedBy(newer, now)];
  return by.words === byNow.words ? null : { was: by.at, now: byNow.at };
}

/** The sentence before the one in which the quotation begins; null where that opens its block. */
function leadIn(side: Side, sentence: number): number | null {
  const opens = opening(side, sentence);
  return isInBlock(side, opens) && wordsIn(side, opens - 1).length > 0 ? opens - 1 : null;
}

/** The sentence in which the quotation begins. */
function opening(side: Side, sentence: number): number {
  let opens = sentence;
  while (opens > 0 && goesOn(side, opens - 1)) opens -= 1;
  return opens;
}

/** Whom the sentences before the quotation speak of, back to one in which somebody says something. */
const introducedBy = perSentence((side, sentence): Told => {
  for (let before = opening(side, sentence) - 1; before >= 0; before--) {
    if (speakersIn(side, before).some(isVoice)) return NOTHING;
    if (isQuoted(side, before)) continue;
    const subject = subjectOf(side, before);
    if (subject !== '') return { words: subject, at: before };
  }
  return NOTHING;
});
