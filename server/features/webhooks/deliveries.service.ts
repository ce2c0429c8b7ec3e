/** What people have sent: tests, and messages once more. */
import { uuidv7 } from 'uuidv7';
import { Refusal } from '../../contract/problem.ts';
import type { Database } from '../../database/client.ts';
import { type Done, once } from '../../database/once.ts';
import type { PersonWrite } from '../../http/write.ts';
import type { Services } from '../../services.ts';
import { selectDelivery } from './deliveries.queries.ts';
import { lockOptionalWebhook } from './webhooks.queries.ts';
import { append, change, requireAdmin } from './webhooks.service.ts';

type DeliveryServices = Pick<Services, 'db' | 'historyKey'>;

/**
 * Have a message sent that tells of nothing.
 *
 * @throws Refusal NOT_FOUND, NEEDS_ADMIN, WITHDRAWN, ID_USED
 */
export async function testWebhook(
  { db, historyKey }: DeliveryServices,
  write: PersonWrite,
  webhookId: string,
  id: string = uuidv7(),
): Promise<Done> {
  const { at } = write;
  requireAdmin(write.user);
  return once(
    db,
    write,
    id,
    async (tx) => {
      const row = await lockOptionalWebhook(tx, webhookId);
      if (row === undefined) throw new Refusal('NOT_FOUND');
      if (row.withdrawn) throw new Refusal('WITHDRAWN');
      await tx.webhookDelivery.create({
        data: { id, webhookId, type: 'webhook.test', nextAt: at, createdAt: at },
      });
      await append(tx, historyKey, write, webhookId, 'webhook.tested', { delivery: id });
    },
    { creates: true },
  );
}

/**
 * Put a message on the schedule once more, as soon as may be and under its own id.
 *
 * @throws Refusal NOT_FOUND also where its story is not for this person, NEEDS_ADMIN, WITHDRAWN, WEBHOOK_STOPPED
 */
export async function redeliver(services: DeliveryServices, write: PersonWrite, id: string): Promise<Done> {
  requireAdmin(write.user);
  const { webhookId } = await selectDelivery(services.db.prisma, write.user, id);
  return change(services, write, webhookId, { action: 'test' }, async (tx, hook) => {
    if (!hook.active || !hook.owned) throw new Refusal('WEBHOOK_STOPPED');
    const [row] = await tx.$queryRaw<{ state: string }[]>`
      SELECT state FROM webhook_deliveries WHERE id = ${id}::uuid FOR UPDATE`;
    if (row === undefined) throw new Refusal('NOT_FOUND');
    // It is about to be sent.
    if (row.state === 'pending') return null;
    await tx.$executeRaw`
      UPDATE webhook_deliveries SET state = 'pending', tries = 0, next_at = ${write.at}, error = NULL
      WHERE id = ${id}::uuid`;
    return { type: 'webhook.redelivered', data: { delivery: id } };
  });
}

/** So long is known what was sent. */
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/** Forget what was sent, or could not be, long ago. @returns how many messages */
export const forgetOldDeliveries = ({ prisma }: Pick<Database, 'prisma'>, at: Date): Promise<number> =>
  prisma.$executeRaw`
    DELETE FROM webhook_deliveries WHERE created_at < ${new Date(at.getTime() - KEPT_MS)}`;
