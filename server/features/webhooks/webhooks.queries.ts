/** Addresses that are told what happens, as rows. */
import type { WebhookType } from '../../contract/webhooks.ts';
import { Prisma, type Queryable } from '../../database/client.ts';
import type { Prisma as Types } from '../../database/generated/client.ts';

export interface WebhookRow {
  readonly id: string;
  readonly url: string;
  readonly types: readonly WebhookType[];
  readonly ownerId: string;
  /** Whether the owner is an admin who has access. */
  readonly owned: boolean;
  readonly active: boolean;
  readonly stoppedBecause: 'gone' | 'failing' | null;
  readonly failingSince: Date | null;
  /** Sealed. */
  readonly secret: Uint8Array;
  readonly secretUsed: boolean;
  readonly former: Uint8Array | null;
  readonly formerUntil: Date | null;
  readonly waiting: number;
  readonly withdrawn: boolean;
  readonly version: number;
  readonly createdAt: Date;
}

/** For raw SQL over `users u`: an owner who is no admin any more is not spoken for. */
export const OWNS = Prisma.raw(`(u.active AND u.role = 'admin')`);

const webhooks = (which: Types.Sql): Types.Sql => Prisma.sql`
  SELECT w.id, w.url, w.types, w.owner_id AS "ownerId", ${OWNS} AS owned, w.active, w.stopped_because AS "stoppedBecause",
    w.failing_since AS "failingSince", w.secret, w.secret_used AS "secretUsed", w.former, w.former_until AS "formerUntil",
    (SELECT count(*)::int FROM webhook_deliveries d
     WHERE d.webhook_id = w.id AND d.state IN ('pending', 'failed')) AS waiting,
    w.withdrawn_at IS NOT NULL AS withdrawn, w.version, w.created_at AS "createdAt"
  FROM webhooks w JOIN users u ON u.id = w.owner_id ${which}`;

/** The newest first, withdrawn ones last. */
export const selectWebhooks = (db: Queryable): Promise<WebhookRow[]> =>
  db.$queryRaw(webhooks(Prisma.sql`ORDER BY w.withdrawn_at IS NOT NULL, w.id DESC`));

export async function selectOptionalWebhook(db: Queryable, id: string): Promise<WebhookRow | undefined> {
  const [row] = await db.$queryRaw<WebhookRow[]>(webhooks(Prisma.sql`WHERE w.id = ${id}::uuid`));
  return row;
}

/** The same, its row locked until the transaction ends. */
export async function lockOptionalWebhook(db: Queryable, id: string): Promise<WebhookRow | undefined> {
  await db.$queryRaw`SELECT id FROM webhooks WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  return selectOptionalWebhook(db, id);
}
