/** Addresses that are told what happens, as the API shows them. */
import type { Webhook } from '../../contract/webhooks.ts';
import { webhookActions } from '../../domain/webhooks/permissions.ts';
import type { WebhookRow } from './webhooks.queries.ts';

/** @param at until when a former secret counts */
export function presentWebhook(row: WebhookRow, at: Date): Webhook {
  const former = row.formerUntil !== null && row.formerUntil > at ? row.formerUntil : null;
  return {
    id: row.id,
    url: row.url,
    types: [...row.types],
    ownerId: row.ownerId,
    active: row.active,
    stopped: row.stoppedBecause ?? (row.owned ? null : 'owner'),
    failingSince: row.failingSince?.toISOString() ?? null,
    formerUntil: former?.toISOString() ?? null,
    waiting: row.waiting,
    withdrawn: row.withdrawn,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    can: webhookActions(row),
  };
}
