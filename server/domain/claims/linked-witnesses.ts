/** Who stands behind a count that a story tells more than once. */
import type { AttributionDetails, ClaimKind } from '../../contract/claims.ts';
import type { Id } from '../../contract/common.ts';
import { countIndependentSources, type SupportingEvidence, type Witnesses } from './independent-sources.ts';
import { sameFactGroups } from './links.ts';

/** A live claim with what speaks for it alone. */
export interface WitnessedClaim {
  readonly id: Id;
  readonly kind: ClaimKind;
  readonly sameFactAs: Id | null;
  readonly attributions: readonly AttributionDetails[];
  readonly evidence: readonly SupportingEvidence[];
}

/**
 * Count the independent sources of each casualty count.
 *
 * Counts that are linked as the same fact share theirs: the toll of a headline rests on whoever the story names for it
 * further down, and the same source named at both places is still one. Other kinds are asked for none.
 *
 * @param claims the live ones of one story; a link to a claim that is not among them joins nothing
 */
export function countSourcesOfEach(
  claims: readonly WitnessedClaim[],
  { register, agency }: Pick<Witnesses, 'register' | 'agency'>,
): Map<Id, number> {
  const counts = claims.filter(({ kind }) => kind === 'casualty_count');
  const byId = new Map(counts.map((count) => [count.id, count]));
  const linked = sameFactGroups(counts).map((ids) => ids.flatMap((id) => byId.get(id) ?? []));
  const inGroup = new Set(linked.flat());
  const alone = counts.filter((count) => !inGroup.has(count)).map((count) => [count]);
  return new Map(
    [...linked, ...alone].flatMap((group) => {
      const sources = countIndependentSources({
        attributions: group.flatMap(({ attributions }) => attributions),
        evidence: group.flatMap(({ evidence }) => evidence),
        register,
        agency,
      });
      return group.map(({ id }): [Id, number] => [id, sources]);
    }),
  );
}
