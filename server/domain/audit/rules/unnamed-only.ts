import type { Id } from '../../../contract/common.ts';
import { isNameless } from '../lexicon.ts';
import type { Attribution, AuditedStory, FoundFlag, PlacedClaim } from '../story.ts';
import { quoted, sayerOf, sourceKey } from '../words.ts';

/** What rests on one unnamed source and on no other, told once for each sentence in which it speaks. */
export function unnamedOnly(story: AuditedStory): FoundFlag[] {
  const told = new Map<string, Found>();
  for (const attribution of story.attributions.filter((one) => isUnnamed(story, one))) {
    const attributed = story.attributedTo(attribution);
    const resting = attributed.filter((claim) => restsOn(story, claim, attribution));
    if (attributed.length > 0 && resting.length === 0) continue;
    const key = `${sourceKey(attribution)}|${attribution.sentence}`;
    const { first, others } = told.get(key) ?? { first: attribution, others: [] };
    const also = first === attribution ? resting : [attribution, ...resting];
    told.set(key, { first, others: [...others, ...also.map(({ id }) => id)] });
  }
  return [...told.values()].map(({ first, others }) => flagOf(story, first, others));
}

interface Found {
  readonly first: Attribution;
  readonly others: readonly Id[];
}

function flagOf(story: AuditedStory, first: Attribution, others: readonly Id[]): FoundFlag {
  const sayer = sayerOf(story, first);
  return {
    code: 'unnamed_only',
    claimIds: [first.id, ...new Set(others)],
    span: first.details.source ?? first.span,
    explanation: `${sayer === null ? 'The only source' : quoted(sayer)} has no name, and nobody else says so.`,
    basis: sourceKey(first),
  };
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
