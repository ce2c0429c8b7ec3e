/** What withdrawing a claim, and bringing it back, does to the suggestion that it was. */
import type { Tx } from '../../database/client.ts';

interface Changed {
  readonly id: string;
  readonly state: 'open' | 'accepted';
}

/**
 * Open the suggestion again whose claim was withdrawn, in every revision in which it stands.
 *
 * @returns the one of the newest revision, null where the claim was marked by hand
 */
export async function reopenSuggestion(tx: Tx, claimId: string): Promise<Changed | null> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH changed AS (
      UPDATE suggestions SET state = 'open' WHERE claim_id = ${claimId}::uuid AND state = 'accepted'
      RETURNING id, revision
    )
    SELECT id FROM changed ORDER BY revision DESC LIMIT 1`;
  return changedTo('open', rows);
}

/**
 * The claim is back: its suggestion is accepted again, unless somebody dismissed it or made another claim of it since.
 */
export async function closeSuggestion(tx: Tx, claimId: string): Promise<Changed | null> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH changed AS (
      UPDATE suggestions SET state = 'accepted' WHERE claim_id = ${claimId}::uuid AND state = 'open'
      RETURNING id, revision
    )
    SELECT id FROM changed ORDER BY revision DESC LIMIT 1`;
  return changedTo('accepted', rows);
}

function changedTo(state: Changed['state'], [newest]: readonly { readonly id: string }[]): Changed | null {
  return newest === undefined ? null : { id: newest.id, state };
}
