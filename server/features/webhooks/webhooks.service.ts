/** Having addresses told what happens: made, changed, stopped, withdrawn, with another secret. */
import { uuidv7 } from 'uuidv7';
import type { BodyOf } from '../../contract/endpoint.ts';
import type { EventType } from '../../contract/history.ts';
import { Refusal } from '../../contract/problem.ts';
import { type CreateWebhook, type EditWebhook, MAX_WEBHOOKS } from '../../contract/webhooks.ts';
import type { Tx } from '../../database/client.ts';
import { appendEvent, difference } from '../../database/events.ts';
import { type Done, once } from '../../database/once.ts';
import { type Actor, mayDoPerson } from '../../domain/claims/permissions.ts';
import { takesOver, webhookActions } from '../../domain/webhooks/permissions.ts';
import { FORMER_LASTS_MS } from '../../domain/webhooks/signing.ts';
import type { PersonWrite } from '../../http/write.ts';
import type { Services } from '../../services.ts';
import { newSealedKey } from './keys.ts';
import { requireTarget } from './target.ts';
import { presentWebhook } from './webhooks.presenter.ts';
import { lockOptionalWebhook, selectOptionalWebhook, type WebhookRow } from './webhooks.queries.ts';

export type WebhookServices = Pick<Services, 'db' | 'historyKey' | 'sourceKey' | 'privateWebhooks'>;

/** Any number that no other advisory lock has. */
const WEBHOOKS = 7_301_002;

/** @throws Refusal NEEDS_ADMIN */
export function requireAdmin(user: Actor): void {
  const decision = mayDoPerson(user, 'manage_webhooks');
  if (!decision.allowed) throw new Refusal(decision.code);
}

/** @throws Refusal NOT_FOUND */
export async function selectWebhook(
  db: Parameters<typeof selectOptionalWebhook>[0],
  id: string,
): Promise<WebhookRow> {
  const row = await selectOptionalWebhook(db, id);
  if (row === undefined) throw new Refusal('NOT_FOUND');
  return row;
}

/**
 * Have an address told what happens from now on.
 *
 * @throws Refusal NEEDS_ADMIN, INVALID for an address that nothing is sent to, TOO_MANY_WEBHOOKS, ID_USED
 */
export async function createWebhook(
  { db, historyKey, sourceKey, privateWebhooks }: WebhookServices,
  write: PersonWrite,
  { id = uuidv7(), url, types }: BodyOf<typeof CreateWebhook>,
): Promise<Done> {
  const { user, at } = write;
  requireAdmin(user);
  requireTarget(url, privateWebhooks);
  const add = async (tx: Tx) => {
    await requireRoom(tx);
    const secret = newSealedKey(sourceKey, id);
    await tx.webhook.create({ data: { id, url, types, ownerId: user.id, secret, createdAt: at } });
    await append(tx, historyKey, write, id, 'webhook.added', { after: { url, types } });
  };
  return once(db, write, id, add, { creates: true });
}

/** They are counted one after the other. @throws Refusal TOO_MANY_WEBHOOKS */
async function requireRoom(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${WEBHOOKS}::bigint)`;
  if ((await tx.webhook.count({ where: { withdrawnAt: null } })) >= MAX_WEBHOOKS)
    throw new Refusal('TOO_MANY_WEBHOOKS');
}

/**
 * Change an address, what it is told, or whether it is. One that was given up begins anew once it is let go on.
 *
 * @throws Refusal NOT_FOUND, STALE_VERSION, NEEDS_ADMIN, WITHDRAWN, INVALID
 */
export async function editWebhook(
  services: WebhookServices,
  write: PersonWrite,
  id: string,
  { version, ...edit }: BodyOf<typeof EditWebhook>,
): Promise<Done> {
  const { user } = write;
  if (edit.url !== undefined) requireTarget(edit.url, services.privateWebhooks);
  return change(services, write, id, { version, action: 'edit' }, async (tx, row) => {
    const before = { url: row.url, types: row.types, active: row.active, ownerId: row.ownerId };
    const after = {
      url: edit.url ?? row.url,
      types: edit.types ?? row.types,
      active: edit.active ?? row.active,
      ownerId: takesOver(edit) ? user.id : row.ownerId,
    };
    const changed = difference(before, after);
    if (!changed.changed) return null;
    const begins = after.active && !before.active;
    await tx.webhook.update({
      where: { id },
      data: {
        ...{ ...after, types: [...after.types], version: { increment: 1 }, stoppedBecause: null },
        ...(begins || after.url !== before.url ? { failingSince: null } : {}),
      },
    });
    return { type: 'webhook.edited', data: { before: changed.before, after: changed.after } };
  });
}

/** @throws Refusal NOT_FOUND, STALE_VERSION, NEEDS_ADMIN, WITHDRAWN */
export function withdrawWebhook(
  services: WebhookServices,
  write: PersonWrite,
  id: string,
  version: number,
): Promise<Done> {
  return change(services, write, id, { version, action: 'withdraw' }, async (tx) => {
    await tx.webhook.update({ where: { id }, data: { withdrawnAt: write.at, version: { increment: 1 } } });
    return { type: 'webhook.withdrawn', data: {} };
  });
}

/**
 * Bring an address back. It goes on through the eyes of whoever does that.
 *
 * @throws Refusal NOT_FOUND, NEEDS_ADMIN, NOT_WITHDRAWN, TOO_MANY_WEBHOOKS
 */
export function restoreWebhook(services: WebhookServices, write: PersonWrite, id: string): Promise<Done> {
  const { user } = write;
  return change(services, write, id, { action: 'restore' }, async (tx, row) => {
    await requireRoom(tx);
    const changed = difference({ ownerId: row.ownerId }, { ownerId: user.id });
    await tx.webhook.update({
      where: { id },
      data: { withdrawnAt: null, ownerId: user.id, version: { increment: 1 } },
    });
    return { type: 'webhook.restored', data: { before: changed.before, after: changed.after } };
  });
}

/**
 * Make another secret. Messages are signed with the one before as well for a day; one before that counts no longer.
 *
 * @throws Refusal NOT_FOUND, STALE_VERSION, NEEDS_ADMIN, WITHDRAWN
 */
export function rotateSecret(
  services: WebhookServices,
  write: PersonWrite,
  id: string,
  version: number,
): Promise<Done> {
  return change(services, write, id, { version, action: 'rotate' }, async (tx, row) => {
    const formerUntil = new Date(write.at.getTime() + FORMER_LASTS_MS);
    await tx.webhook.update({
      where: { id },
      data: {
        ...{ secret: newSealedKey(services.sourceKey, id), secretUsed: false },
        ...{ former: Uint8Array.from(row.secret), formerUntil, version: { increment: 1 } },
      },
    });
    return { type: 'webhook.secret_made', data: { formerUntil: formerUntil.toISOString() } };
  });
}

interface Seen {
  /** Absent where the change holds whatever happened meanwhile. */
  readonly version?: number;
  readonly action: ReturnType<typeof webhookActions>[number];
}
type Told = { readonly type: EventType; readonly data: Record<string, unknown> };

/** One change to one address, with its event. @param work null where nothing changes */
export async function change(
  { db, historyKey }: Pick<Services, 'db' | 'historyKey'>,
  write: PersonWrite,
  id: string,
  { version, action }: Seen,
  work: (tx: Tx, row: WebhookRow) => Promise<Told | null>,
): Promise<Done> {
  requireAdmin(write.user);
  return once(db, write, id, async (tx) => {
    const row = await lockOptionalWebhook(tx, id);
    if (row === undefined) throw new Refusal('NOT_FOUND');
    if (version !== undefined && row.version !== version)
      throw new Refusal('STALE_VERSION', { current: presentWebhook(row, write.at) });
    if (!webhookActions(row).includes(action))
      throw new Refusal(row.withdrawn ? 'WITHDRAWN' : 'NOT_WITHDRAWN');
    const told = await work(tx, row);
    if (told !== null) await append(tx, historyKey, write, id, told.type, told.data);
  });
}

export async function append(
  tx: Tx,
  historyKey: Buffer,
  { user, at }: Pick<PersonWrite, 'user' | 'at'>,
  id: string,
  type: EventType,
  data: Record<string, unknown>,
): Promise<void> {
  await appendEvent(tx, historyKey, { stream: { kind: 'webhook', id }, type, at, actor: user, data });
}
