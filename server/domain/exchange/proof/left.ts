/** What is left to do before a story can be signed off. */
import type { Claim, ClaimStatus } from '../../../contract/claims.ts';

export interface Left {
  /** Claims that are not withdrawn. */
  readonly all: number;
  /** Of these, with a verdict that a second person passed. */
  readonly passed: number;
  /** The others by state, those without one left out, in the order in which they are dealt with. */
  readonly open: readonly { readonly status: ClaimStatus; readonly count: number }[];
  /** Passed, but the story says something that is not so. */
  readonly inaccurate: number;
}

const ORDER: readonly ClaimStatus[] = ['returned', 'expired', 'orphaned', 'unchecked', 'checking', 'checked'];

export function factsLeft(claims: readonly Pick<Claim, 'status' | 'verdict'>[]): Left {
  const live = claims.filter(({ status }) => status !== 'withdrawn');
  const count = (status: ClaimStatus) => live.filter((claim) => claim.status === status).length;
  return {
    all: live.length,
    passed: count('passed'),
    open: ORDER.map((status) => ({ status, count: count(status) })).filter((state) => state.count > 0),
    inaccurate: live.filter(({ status, verdict }) => status === 'passed' && verdict?.verdict === 'inaccurate')
      .length,
  };
}
