/** Which expired verdicts a person may confirm by the words alone. */
import type { ClaimChange } from '../../contract/revisions.ts';
import { keepsVerdict } from '../text/revise/model.ts';
import { hasWords, wordKeys } from '../text/revise/same-words.ts';

/** The newest verdict on a claim, as a newer text finds it. */
export interface FoundVerdict {
  readonly holds: boolean;
  /** It had expired, and could be confirmed until now. */
  readonly confirmable: boolean;
  /** The corrected wording of an inaccurate claim. */
  readonly correction: string | null;
}

/** What a newer text is to a claim. */
export interface NewerWords {
  readonly change: ClaimChange;
  /** True where words that the claim's details point at are gone: who it came through, a part of what was said. */
  readonly losesPart: boolean;
  /** The claim's words and those of its sentence, on the older text and on the newer one. */
  readonly before: readonly string[];
  readonly now: readonly string[];
  /** A BCP 47 tag. */
  readonly language: string;
}

/**
 * Can the verdict be confirmed once the newer text has come?
 *
 * Only where this text and all before it, since it was given, put the claim in other words and did no more. Once another
 * change came in between it is not, also where a later text takes that change back: nobody looked at it. Nor is a verdict
 * “inaccurate” whose corrected wording the newer text has: what was wrong is right by now.
 */
export function confirmableOn({ holds, confirmable, correction }: FoundVerdict, newer: NewerWords): boolean {
  const { change, losesPart, language, before, now } = newer;
  const isReworded = change === 'reworded' && !losesPart;
  const stays = confirmable && (isReworded || keepsVerdict(change));
  if (!(holds ? isReworded : stays)) return false;
  if (correction === null) return true;
  const sought = wordKeys(correction, language);
  const say = (texts: readonly string[]) => texts.some((text) => hasWords(wordKeys(text, language), sought));
  return say(before) || !say(now);
}
