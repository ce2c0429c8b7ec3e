import { isNameless } from '../lexicon.ts';
import type { Attribution, AuditedStory, FoundFlag, PlacedClaim } from '../story.ts';
import { quoted, sayerOf, sourceKey } from '../words.ts';

/** What rests on one unnamed source and on no other, told once for each attribution. */
export function unnamedOnly(story: AuditedStory): FoundFlag[] {
  return story.attributions
    .filter((attribution) => isUnnamed(story, attribution))
    .flatMap((attribution) => {
      const attributed = story.attributedTo(attribution);
      const resting = attributed.filter((claim) => restsOn(story, claim, attribution));
      if (attributed.length > 0 && resting.length === 0) return [];
      const sayer = sayerOf(story, attribution);
      return [
        {
          code: 'unnamed_only',
          claimIds: [attribution.id, ...resting.map(({ id }) => id)],
          span: attribution.details.source ?? attribution.span,
          explanation: `${sayer === null ? 'The only source' : quoted(sayer)} has no name, and nobody else says so.`,
          basis: sourceKey(attribution),
        } as const,
      ];
    });
}

/** As the editor has it; where they have not said, as the register has it, or as the words read. */
function isUnnamed(story: AuditedStory, { details }: Attribution): boolean {
  if (details.basis !== null) return details.basis === 'unnamed';
  const registered = story.sources.get(details.sourceId ?? '');
  if (registered?.kind === 'unnamed' || registered?.confidential === true) return true;
  return details.source !== null && isNameless(details.source.quote);
}

/** No other source says so, here or where the same fact is told again. */
const restsOn = (story: AuditedStory, claim: PlacedClaim, attribution: Attribution): boolean =>
  story
    .sameFacts(claim)
    .flatMap((same) => story.attributionsOf(same))
    .every((other) => sourceKey(other) === sourceKey(attribution));
