/** What is shown of an audit row by row: each with all that its card says, so that it changes as one or not at all. */
import type { AuditedAttribution, Flag } from '../../server/contract/audit.ts';
import type { Claim } from '../../server/contract/claims.ts';
import { byClaim, flagsOf, looseFlags } from './audit-groups.ts';

export interface AuditRow {
  /** Null for a claim that nobody is named for. */
  readonly item: AuditedAttribution | null;
  readonly flags: readonly Flag[];
  /** The claims that are attributed here, by id. */
  readonly claims: ReadonlyMap<string, Claim>;
}

/** The row of a claim that nobody is named for. */
export const looseId = (claimId: string): string => `loose-${claimId}`;

/** In the order of the text; those that nobody is named for at the end. */
export function rowsOf(
  { items, flags }: { readonly items: readonly AuditedAttribution[]; readonly flags: readonly Flag[] },
  claims: readonly Claim[],
): ReadonlyMap<string, AuditRow> {
  const known = new Map(claims.map((claim) => [claim.id, claim]));
  const attributed = (ids: readonly string[]) =>
    new Map(ids.flatMap((id): [string, Claim][] => withId(id, known.get(id))));
  return new Map([
    ...items.map((item): [string, AuditRow] => [
      item.claim.id,
      { item, flags: flagsOf(flags, item), claims: attributed(item.attributed) },
    ]),
    ...byClaim(looseFlags(flags, items)).map(([id, about]): [string, AuditRow] => [
      looseId(id),
      { item: null, flags: about, claims: new Map() },
    ]),
  ]);
}

const withId = (id: string, claim: Claim | undefined): [string, Claim][] =>
  claim === undefined ? [] : [[id, claim]];
