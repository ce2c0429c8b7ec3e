import type { Range } from '../../../contract/common.ts';
import { hullOf } from '../../claims/spans-of.ts';
import { isAgency } from '../agency.ts';
import type { Attribution, AuditedStory, FoundFlag } from '../story.ts';
import { contentSpans } from '../story.ts';
import { quoted, sayerOf, sourceKey } from '../words.ts';

/**
 * Somebody says what somebody else said: through another outlet, by media that name no one, or inside of another's
 * words. What a source told the story's own agency is first-hand.
 */
export function secondHand(story: AuditedStory): FoundFlag[] {
  return story.attributions.flatMap((attribution) => {
    const through = passedOnBy(story, attribution);
    if (through === null) return [];
    const sayer = sayerOf(story, attribution);
    const said = sayer === null ? 'This' : `What ${quoted(sayer)} says`;
    return [
      {
        code: 'second_hand',
        claimIds: [attribution.id, ...through.others],
        span: attribution.details.source ?? attribution.details.cue ?? attribution.span,
        explanation: through.isMedia
          ? `${quoted(through.name)} only passes on what others said or found.`
          : `${said} comes through ${quoted(through.name)}: it was not heard from the source.`,
        basis: `${sourceKey(attribution)}|${through.key}`,
      } as const,
    ];
  });
}

interface Through {
  readonly name: string;
  /** Its entry or printed words: what a flag was found by is kept, and the register's names are not. */
  readonly key: string;
  readonly isMedia: boolean;
  readonly others: readonly string[];
}

function passedOnBy(story: AuditedStory, attribution: Attribution): Through | null {
  const { details } = attribution;
  const own = (name: string | null) => isAgency(story.agency, name);
  for (const { sourceId, span } of details.via) {
    const registered = story.sources.get(sourceId ?? '')?.name ?? null;
    const name = span?.quote ?? registered;
    if (name !== null && !own(name) && !own(registered) && !OURSELVES.test(name))
      return { name, key: sourceId ?? name, isMedia: false, others: [] };
  }
  const sayer = sayerOf(story, attribution);
  const registered = story.sources.get(details.sourceId ?? '');
  const isMedia = details.basis === 'media' || (details.basis === null && registered?.kind === 'media');
  if (isMedia && sayer !== null && !own(sayer) && !own(registered?.name ?? null))
    return { name: sayer, key: sourceKey(attribution), isMedia: true, others: [] };
  const outer = outerOf(story, attribution);
  const name = outer === undefined ? null : sayerOf(story, outer);
  return outer === undefined || name === null
    ? null
    : { name, key: sourceKey(outer), isMedia: false, others: [outer.id] };
}

const OURSELVES = /^(?:us|me|reporters|journalists|a news conference)$/iu;

/** Another source's attribution in whose content this one's source and cue stand, or which this one names. */
function outerOf(story: AuditedStory, inner: Attribution): Attribution | undefined {
  const { source, cue } = inner.details;
  const said = source === null || cue === null ? null : hullOf([source, cue]);
  const key = sourceKey(inner);
  return story.attributions.find(
    (outer) =>
      outer.id !== inner.id &&
      (inner.attributionIds.includes(outer.id) || (said !== null && holds(outer, said))) &&
      sourceKey(outer) !== key,
  );
}

const holds = (outer: Attribution, said: Range): boolean =>
  contentSpans(outer).some(({ start, end }) => start <= said.start && said.end <= end);
