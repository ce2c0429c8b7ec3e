/** What was erased is told to nobody any more. */
import type { RawTx } from '../../database/client.ts';

/**
 * Messages of the story lose the words that they were made of; one that is still to be sent is made anew from what is there
 * then. Of erased events none is sent.
 */
export async function forgetMessages(tx: RawTx, articleId: string, seqs: readonly number[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE webhook_deliveries SET body = NULL,
      state = CASE WHEN seq = ANY(${seqs}::int[]) AND state IN ('pending', 'failed') THEN 'dead' ELSE state END,
      error = CASE WHEN seq = ANY(${seqs}::int[]) AND state IN ('pending', 'failed') THEN 'erased' ELSE error END
    WHERE article_id = ${articleId}::uuid`;
}
