import type { Span } from '../../../contract/common.ts';
import { HEARSAY } from '../lexicon.ts';
import type { Attribution, AuditedStory, FoundFlag, PlacedClaim } from '../story.ts';
import { quoted, touches, wordsAt } from '../words.ts';

/**
 * "Reportedly", "said to be", "have been accused of": passed on, and nobody says so.
 *
 * Told at the attribution where there is one for these words, with the claims that it covers; else at the claim.
 */
export function hearsay(story: AuditedStory): FoundFlag[] {
  const told = story.attributions.flatMap((attribution) => {
    const words = wordsOf(attribution);
    return words === null ? [] : [{ attribution, words }];
  });
  const flags = told.map(({ attribution, words }) => {
    const covered = story.attributedTo(attribution).map(({ id }) => id);
    return flagOf(words, [attribution.id, ...covered], attribution.details.mode ?? '');
  });
  const heard = story.claims
    .filter(({ kind }) => kind === 'casualty_count' || kind === 'fact')
    .flatMap((claim) => {
      const words = wordsAt(claim, HEARSAY);
      return words === null || isTold(story, claim, words, told) ? [] : [{ claim, words }];
    });
  const byPlace = new Map<number, typeof heard>();
  for (const one of heard) byPlace.set(one.words.start, [...(byPlace.get(one.words.start) ?? []), one]);
  for (const [one, ...others] of byPlace.values())
    if (one !== undefined)
      flags.push(flagOf(one.words, [one.claim.id, ...others.map(({ claim }) => claim.id)], ''));
  return flags;
}

interface Told {
  readonly attribution: Attribution;
  readonly words: Span;
}

/** A cue of this kind; else the whole where the editor marked it as hearsay, or as said by nobody. */
function wordsOf({ details, span }: Attribution): Span | null {
  if (details.cue !== null && details.cue.quote.search(HEARSAY) !== -1) return details.cue;
  if (details.mode === 'hearsay' || (details.basis === 'none' && details.source === null))
    return details.cue ?? span;
  return null;
}

const isTold = (story: AuditedStory, claim: PlacedClaim, words: Span, told: readonly Told[]): boolean =>
  told.some((one) => touches(one.words, words) || story.attributionsOf(claim).includes(one.attribution));

const flagOf = (words: Span, claimIds: readonly string[], mode: string): FoundFlag => ({
  code: 'hearsay',
  claimIds,
  span: words,
  explanation: `${quoted(words.quote)} passes on what nobody is named for.`,
  basis: `${mode}|${words.quote}`,
});
