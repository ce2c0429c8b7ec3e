/** What addresses are to be told of events: written with them, so that neither is ever there without the other. */
import type { EventType } from '../contract/history.ts';
import { announcedBy } from '../contract/webhooks.ts';
import type { RawTx } from './client.ts';

interface Told {
  readonly type: EventType;
  readonly claimId?: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly seq: number;
}

/**
 * Put down what addresses are to be told of these events of a story, for whoever sends it. Most events are told to nobody
 * and cost nothing.
 *
 * Whether the owner of an address may see the story is asked when it is sent. Whether a claim is verified is asked now, when its status
 * is what the event made it.
 */
export async function tellHooks(
  tx: RawTx,
  { articleId, at }: { readonly articleId: string; readonly at: Date },
  events: readonly Told[],
): Promise<void> {
  const told = events.flatMap(({ type, data, seq, claimId }) => {
    const announced = announcedBy(type, data);
    return announced === null ? [] : [{ type: announced, seq, claim_id: claimId ?? null }];
  });
  if (told.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO webhook_deliveries (id, webhook_id, type, article_id, seq, claim_id, next_at, created_at)
    SELECT uuid_v7(${at}::timestamptz), w.id, told.type, ${articleId}::uuid, told.seq, told.claim_id, ${at}, ${at}
    FROM json_to_recordset(${JSON.stringify(told)}::json) AS told (type text, seq int, claim_id uuid)
    JOIN webhooks w ON w.active AND w.withdrawn_at IS NULL AND told.type = ANY(w.types)
    WHERE told.type <> 'claim.verified' OR EXISTS (
      SELECT 1 FROM claims c JOIN verdicts v ON v.id = c.verdict_id
      WHERE c.id = told.claim_id AND c.status = 'passed' AND v.verdict = 'accurate')`;
}
