/** The HMAC chain of a stream's events: what makes an altered, moved, added or removed event noticeable. */
import { createHash, createHmac } from 'node:crypto';
import canonicalize from 'canonicalize';

/** What of an event is chained. The payload takes part by its digest alone, so that it can be erased. */
export interface ChainedEvent {
  streamId: string;
  seq: number;
  type: string;
  /** ISO 8601, UTC, milliseconds. */
  at: string;
  actorId: string;
  actorName: string;
  claimId: string | null;
  /** SHA-256, hexadecimal. */
  payloadDigest: string;
}

/** JSON in canonical form (RFC 8785), as UTF-8. */
export function canonical(value: unknown): Buffer {
  return Buffer.from(canonicalize(value) ?? 'null', 'utf8');
}

/** SHA-256 of a payload in canonical form. */
export function digestOf(payload: unknown): Buffer {
  return createHash('sha256').update(canonical(payload)).digest();
}

/**
 * The link of an event: HMAC-SHA-256 over the link before and the event in canonical form.
 *
 * @param previous null for the first event of a stream
 */
export function linkOf(key: Buffer, previous: Uint8Array | null, event: ChainedEvent): Buffer {
  return createHmac('sha256', key)
    .update(previous ?? Buffer.alloc(32))
    .update(canonical(event))
    .digest();
}
