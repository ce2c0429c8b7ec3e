/** Messages that are to be sent, taken by one server at a time. */
import type { DeliveryError, MessageType } from '../../contract/webhooks.ts';
import { Prisma, type Queryable, type RawTx } from '../../database/client.ts';
import type { ToTell } from './message.ts';
import { OWNS, type WebhookRow } from './webhooks.queries.ts';

/** A message that this server sends now. */
export interface Taken
  extends ToTell,
    Pick<WebhookRow, 'url' | 'secret' | 'former' | 'formerUntil' | 'secretUsed'> {
  readonly id: string;
  readonly type: MessageType;
  /** This one included: whoever took it later has more. */
  readonly attempts: number;
  readonly tries: number;
  readonly body: string | null;
}

/**
 * Milliseconds after which a message that was taken and not told of again is taken by another: longer than a try may
 * last, with whatever two servers' clocks differ by.
 */
const TAKEN_FOR_MS = 2 * 60 * 1000;

/** For raw SQL over `webhooks w` and `webhook_deliveries d`: a stopped address still takes a test. */
const due = (
  at: Date,
) => Prisma.sql`d.webhook_id = w.id AND d.state IN ('pending', 'failed') AND d.next_at <= ${at}
  AND (w.active OR d.type = 'webhook.test')`;
const OPEN = Prisma.sql`JOIN users u ON u.id = w.owner_id AND ${OWNS} WHERE w.withdrawn_at IS NULL`;

/** Addresses to which something is to be sent. */
export async function selectDueWebhooks(db: Queryable, at: Date): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT w.id FROM webhooks w ${OPEN} AND EXISTS (SELECT 1 FROM webhook_deliveries d WHERE ${due(at)})`;
  return rows.map(({ id }) => id);
}

/** Take what has waited longest for an address; what another server is taking at this moment is passed over. */
export async function takeNext(db: Queryable, webhookId: string, at: Date): Promise<Taken | undefined> {
  const [taken] = await db.$queryRaw<Taken[]>`
    WITH next AS (
      SELECT d.id FROM webhooks w JOIN webhook_deliveries d ON ${due(at)} ${OPEN} AND w.id = ${webhookId}::uuid
      ORDER BY d.next_at, d.seq, d.id LIMIT 1 FOR UPDATE OF d SKIP LOCKED
    )
    UPDATE webhook_deliveries d SET attempts = d.attempts + 1, tries = d.tries + 1, last_at = ${at},
      next_at = ${new Date(at.getTime() + TAKEN_FOR_MS)}
    FROM next, webhooks w WHERE d.id = next.id AND w.id = d.webhook_id
    RETURNING d.id, d.webhook_id AS "webhookId", d.type, d.article_id AS "articleId", d.seq, d.claim_id AS "claimId",
      d.created_at AS "createdAt", d.attempts, d.tries, d.body, w.owner_id AS "ownerId", w.url, w.secret, w.former,
      w.former_until AS "formerUntil", w.secret_used AS "secretUsed"`;
  return taken;
}

/**
 * Hold a message while its words are made: an erasure comes before, and is not told of any more, or after, and takes the
 * words with it.
 *
 * @returns false where it is not this one's to send any more
 */
export async function holdTaken(tx: Queryable, { id, attempts }: Taken): Promise<boolean> {
  const held = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM webhook_deliveries
    WHERE id = ${id}::uuid AND attempts = ${attempts} AND state IN ('pending', 'failed') FOR UPDATE`;
  return held.length > 0;
}

/** Keep the words of a message that is held before they are sent, so that every try sends the same. */
export async function keepBody(tx: RawTx, { id, webhookId, secretUsed }: Taken, body: string): Promise<void> {
  await tx.$executeRaw`UPDATE webhook_deliveries SET body = ${body} WHERE id = ${id}::uuid`;
  if (!secretUsed) await tx.$executeRaw`UPDATE webhooks SET secret_used = TRUE WHERE id = ${webhookId}::uuid`;
}

/** What came of a try. */
export interface Result {
  readonly state: 'delivered' | 'failed' | 'dead';
  readonly status: number | null;
  readonly error: DeliveryError | null;
  /** Of a failed one. */
  readonly nextAt: Date | null;
}

/** Unless another took it meanwhile, because this took too long. @returns whether it was this one's to tell */
export async function tellResult(tx: RawTx, { id, attempts }: Taken, result: Result): Promise<boolean> {
  const { state, status, error, nextAt } = result;
  const told = await tx.$executeRaw`
    UPDATE webhook_deliveries SET state = ${state}::"DeliveryState", status = ${status}, error = ${error},
      next_at = COALESCE(${nextAt}, next_at)
    WHERE id = ${id}::uuid AND attempts = ${attempts} AND state IN ('pending', 'failed')`;
  return told === 1;
}

/** As if it had not been taken: the next one to look sends it. */
export async function letGo(tx: RawTx, { id, attempts }: Taken, at: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE webhook_deliveries SET attempts = attempts - 1, tries = tries - 1, next_at = ${at}
    WHERE id = ${id}::uuid AND attempts = ${attempts}`;
}
