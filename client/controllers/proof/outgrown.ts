/** Details that say what the text said before. Pure. */
import { Claim } from '../../../server/contract/claims.ts';

/** Whether a person has yet to say what holds. */
export const isOutgrown = ({ outgrown }: Claim): boolean => outgrown !== null && !outgrown.settled;

/** The claim with what its words say now in its details; as it is where they say nothing. */
export function asRead(claim: Claim): Claim {
  if (claim.outgrown === null) return claim;
  const read = Claim.safeParse({ ...claim, details: { ...claim.details, ...claim.outgrown.offered } });
  return read.success ? read.data : claim;
}
