/** Signatures as the Standard Webhooks specification has them: HMAC-SHA256 over id, time and body. */
import { createHmac } from 'node:crypto';
import { SECRET_PREFIX } from '../../contract/webhooks.ts';

/** The specification asks for 24 to 64. */
export const KEY_BYTES = 32;

/** For how long messages are signed with the secret before as well: the receiver may change it at any time of a day. */
export const FORMER_LASTS_MS = 24 * 60 * 60 * 1000;

/** As the receiver is told it. */
export const secretOf = (key: Uint8Array): string => `${SECRET_PREFIX}${Buffer.from(key).toString('base64')}`;

export interface Signed {
  readonly 'webhook-id': string;
  /** Seconds since 1970, of this try. */
  readonly 'webhook-timestamp': string;
  /** One for each key, the newest first, with a blank between two. */
  readonly 'webhook-signature': string;
}

/** @param body exactly what is sent */
export function sign(
  keys: readonly Uint8Array[],
  { id, at, body }: { readonly id: string; readonly at: Date; readonly body: string },
): Signed {
  const seconds = String(Math.floor(at.getTime() / 1000));
  const signed = `${id}.${seconds}.${body}`;
  return {
    'webhook-id': id,
    'webhook-timestamp': seconds,
    'webhook-signature': keys
      .map((key) => `v1,${createHmac('sha256', key).update(signed, 'utf8').digest('base64')}`)
      .join(' '),
  };
}
