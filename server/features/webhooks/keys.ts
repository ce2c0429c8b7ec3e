/** The keys that messages are signed with, as they lie in the database and as they are told. */
import { randomBytes } from 'node:crypto';
import { KEY_BYTES, secretOf } from '../../domain/webhooks/signing.ts';
import { openBytes, sealBytes } from '../sources/sealed.ts';
import type { WebhookRow } from './webhooks.queries.ts';

type Keyed = Pick<WebhookRow, 'id' | 'secret' | 'former' | 'formerUntil'>;

export const newSealedKey = (sourceKey: Buffer, webhookId: string): Uint8Array<ArrayBuffer> =>
  sealBytes(sourceKey, webhookId, randomBytes(KEY_BYTES));

/**
 * The secret, as the receiver is told it: until something was signed with it, so that whoever lost the answer asks again.
 *
 * @throws CannotOpen
 */
export const toldSecret = (sourceKey: Buffer, row: Keyed & Pick<WebhookRow, 'secretUsed'>): string | null =>
  row.secretUsed ? null : secretOf(openBytes(sourceKey, row.id, row.secret));

/** What a message is signed with at a time, the newest first. @throws CannotOpen */
export function signingKeys(
  sourceKey: Buffer,
  { id, secret, former, formerUntil }: Keyed,
  at: Date,
): Buffer[] {
  const both = former !== null && formerUntil !== null && formerUntil > at ? [secret, former] : [secret];
  return both.map((sealed) => openBytes(sourceKey, id, sealed));
}
