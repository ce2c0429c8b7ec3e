import { foldName } from '../../sources/search-text.ts';
import type { Attribution, AuditedStory, FoundFlag } from '../story.ts';
import { contentSpans } from '../story.ts';
import { quoted, sayerOf, sourceKey } from '../words.ts';

/** Two sources of one fact, of which one has it from the other, quotes the other, or speaks for the other. */
export function independence(story: AuditedStory): FoundFlag[] {
  const seen = new Set<string>();
  return story.claims.flatMap((claim) => {
    const same = story.sameFacts(claim);
    if (same[0] !== claim) return [];
    const sayers = [...new Set(same.flatMap((one) => story.attributionsOf(one)))];
    return pairsOf(sayers).flatMap(([one, other]) => {
      const pair = [one.id, other.id].sort().join();
      const [a, b] = [sayerOf(story, one), sayerOf(story, other)];
      if (a === null || b === null || sourceKey(one) === sourceKey(other) || seen.has(pair)) return [];
      const how = dependence(story, one, other) ?? dependence(story, other, one);
      if (how === null) return [];
      seen.add(pair);
      return [
        {
          code: 'may_not_be_independent',
          claimIds: [claim.id, one.id, other.id],
          span: (one.span.start > other.span.start ? one : other).details.source ?? claim.span,
          explanation: `${quoted(a)} and ${quoted(b)} may be one source and not two: ${how}.`,
          basis: `${how}|${[sourceKey(one), sourceKey(other)].sort().join()}`,
        } as const,
      ];
    });
  });
}

const pairsOf = <T>(all: readonly T[]): [T, T][] =>
  all.flatMap((one, at) => all.slice(at + 1).map((other): [T, T] => [one, other]));

function dependence(story: AuditedStory, one: Attribution, other: Attribution): string | null {
  const names = namesOf(story, other);
  const isThrough = one.details.via.some(
    ({ sourceId, span }) =>
      (sourceId !== null && sourceId === other.details.sourceId) ||
      (span !== null && names.has(foldName(span.quote))),
  );
  if (isThrough) return 'one came through the other';
  const source = other.details.source;
  const quotes =
    one.details.basis === 'media' &&
    source !== null &&
    contentSpans(one).some(({ start, end }) => start <= source.start && source.end <= end);
  if (quotes) return 'one quotes the other';
  const affiliations = story.sources.get(one.details.sourceId ?? '')?.affiliations ?? [];
  return affiliations.some((body) => names.has(foldName(body))) ? 'one speaks for the other' : null;
}

function namesOf(story: AuditedStory, { details }: Attribution): Set<string> {
  const registered = story.sources.get(details.sourceId ?? '');
  const printed = details.source === null ? [] : [details.source.quote];
  return new Set([...printed, ...(registered ? [registered.name, ...registered.aliases] : [])].map(foldName));
}
