/** Messages to addresses, as people look at them. */
import { z } from 'zod';
import type { QueryOf } from '../../contract/endpoint.ts';
import { Refusal } from '../../contract/problem.ts';
import { Delivery, type ListDeliveries } from '../../contract/webhooks.ts';
import { Prisma, type Queryable } from '../../database/client.ts';
import type { Prisma as Types } from '../../database/generated/client.ts';
import { mayRedeliver } from '../../domain/webhooks/permissions.ts';
import { readCursor, writeCursor } from '../../http/cursor.ts';
import { visibleTo } from '../articles/access.ts';
import { OWNS } from './webhooks.queries.ts';

interface Reader {
  readonly id: string;
}

interface DeliveryRow
  extends Omit<Delivery, 'nextAt' | 'lastAt' | 'createdAt' | 'can' | 'story' | 'type' | 'error'> {
  readonly type: string;
  readonly error: string | null;
  readonly articleId: string | null;
  readonly title: string | null;
  readonly nextAt: Date;
  readonly lastAt: Date | null;
  readonly createdAt: Date;
  readonly active: boolean;
  readonly owned: boolean;
  readonly withdrawn: boolean;
}

/** Those of stories that this person may see, and tests. */
const deliveries = (user: Reader, which: Types.Sql): Types.Sql => Prisma.sql`
  SELECT d.id, d.webhook_id AS "webhookId", d.type, d.article_id AS "articleId", a.title, d.claim_id AS "claimId", d.seq,
    d.state, d.attempts, d.next_at AS "nextAt", d.status, d.error, d.last_at AS "lastAt", d.created_at AS "createdAt",
    w.active, ${OWNS} AS owned, w.withdrawn_at IS NOT NULL AS withdrawn
  FROM webhook_deliveries d JOIN webhooks w ON w.id = d.webhook_id JOIN users u ON u.id = w.owner_id
  LEFT JOIN articles a ON a.id = d.article_id
  WHERE (d.article_id IS NULL OR ${visibleTo(user)}) AND ${which}`;

function presentDelivery(row: DeliveryRow): Delivery {
  const { articleId, title, active, owned, withdrawn, nextAt, lastAt, createdAt, ...told } = row;
  const isOpen = row.state === 'pending' || row.state === 'failed';
  return Delivery.parse({
    ...told,
    story: articleId === null ? null : { id: articleId, title },
    nextAt: isOpen ? nextAt.toISOString() : null,
    lastAt: lastAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
    can: mayRedeliver(row.state, { active, owned, withdrawn }) ? ['redeliver'] : [],
  });
}

/** The newest first. */
export async function selectDeliveries(
  db: Queryable,
  user: Reader,
  webhookId: string,
  { state, cursor, limit }: QueryOf<typeof ListDeliveries>,
): Promise<{ items: Delivery[]; nextCursor: string | null }> {
  const before = readCursor(cursor, z.tuple([z.uuid()]));
  const rows = await db.$queryRaw<DeliveryRow[]>`
    ${deliveries(user, Prisma.sql`d.webhook_id = ${webhookId}::uuid`)}
    ${state === undefined ? Prisma.empty : Prisma.sql`AND d.state = ${state}::"DeliveryState"`}
    ${before === null ? Prisma.empty : Prisma.sql`AND d.id < ${before[0]}::uuid`}
    ORDER BY d.id DESC LIMIT ${limit + 1}`;
  const items = rows.slice(0, limit).map(presentDelivery);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? writeCursor([last.id]) : null };
}

/** @throws Refusal NOT_FOUND also where its story is not for this person */
export async function selectDelivery(db: Queryable, user: Reader, id: string): Promise<Delivery> {
  const [row] = await db.$queryRaw<DeliveryRow[]>(deliveries(user, Prisma.sql`d.id = ${id}::uuid`));
  if (row === undefined) throw new Refusal('NOT_FOUND');
  return presentDelivery(row);
}

/** What is sent; null before the first try. Whether this person may see it is asked before. */
export async function selectBody(db: Queryable, id: string): Promise<string | null> {
  const [row] = await db.$queryRaw<{ body: string | null }[]>`
    SELECT body FROM webhook_deliveries WHERE id = ${id}::uuid`;
  return row?.body ?? null;
}
