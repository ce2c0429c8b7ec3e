/** What is written when a verdict counts no longer: what was handed out with it is found by this. */
import type { Tx } from '../../database/client.ts';

export interface EndedVerdict {
  readonly verdictId: string;
  readonly claimId: string;
  readonly how: 'changed' | 'taken_back' | 'expired' | 'confirmed';
  /** The claim's words while it held. */
  readonly quote: string;
}

/** What these claims mean was changed: their expired verdicts can no longer be confirmed by their wording alone. */
export async function forbidConfirming(tx: Tx, claimIds: readonly string[]): Promise<void> {
  if (claimIds.length === 0) return;
  await tx.$executeRaw`
    UPDATE verdicts SET confirmable = FALSE WHERE claim_id = ANY(${claimIds}::uuid[]) AND confirmable`;
}

/**
 * Write down that these verdicts of one story ended, in one statement.
 *
 * Where the verdict before was confirmed by this one, what was handed out with that one is concerned as well. One that
 * ended already stays as it was written.
 */
export async function insertVerdictEnds(
  tx: Tx,
  { user, at }: { readonly user: { readonly id: string }; readonly at: Date },
  articleId: string,
  ended: readonly EndedVerdict[],
): Promise<void> {
  if (ended.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO verdict_ends (verdict_id, verdict_ids, claim_id, article_id, how, quote, by_id, at)
    SELECT t."verdictId", ARRAY[t."verdictId"] || COALESCE(before.confirmed, '{}'), t."claimId", ${articleId}::uuid,
      t.how::"VerdictEndHow", t.quote, ${user.id}::uuid, ${at}
    FROM json_to_recordset(${JSON.stringify(ended)}::json) AS t ("verdictId" uuid, "claimId" uuid, how text, quote text)
    LEFT JOIN LATERAL (
      SELECT CASE WHEN e.how = 'confirmed' THEN e.verdict_ids END AS confirmed FROM verdict_ends e
      WHERE e.claim_id = t."claimId" ORDER BY e.verdict_id DESC LIMIT 1
    ) before ON TRUE
    ON CONFLICT (verdict_id) DO NOTHING`;
}
