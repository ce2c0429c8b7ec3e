/** When a message that was not taken is sent again, and when an address is given up. */
import type { MessageType } from '../../contract/webhooks.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/**
 * Seconds after each try in vain: the schedule that the Standard Webhooks specification recommends. Ten tries in a little more
 * than three days, so that a receiver may break down on a Friday evening.
 */
export const RETRY_AFTER_S: readonly number[] = [
  5,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];

/** At most so much longer than the schedule says: receivers that broke down together are not all asked in one second. */
export const JITTER = 0.2;

/** Seconds. A receiver that asks for more time gets no more than this. */
const LONGEST_ASKED_S = 24 * HOUR;

/** Who takes nothing for so long is asked no more. */
export const GIVES_UP_AFTER_MS = 3 * 24 * HOUR * 1000;

/** A test is for whoever looks at it now. */
const delaysOf = (type: MessageType): readonly number[] => (type === 'webhook.test' ? [] : RETRY_AFTER_S);

/**
 * How long to wait after a try in vain, in milliseconds.
 *
 * @param tries how many there were, this one included
 * @param chance from 0 to 1: how much of the jitter
 * @param asked what the receiver asked for (`Retry-After`), in seconds; null for nothing
 * @returns null where it is not tried again
 */
export function waitAfter(
  { type, tries }: { readonly type: MessageType; readonly tries: number },
  { chance, asked }: { readonly chance: number; readonly asked: number | null },
): number | null {
  const delay = delaysOf(type)[tries - 1];
  if (delay === undefined) return null;
  const spread = delay * (1 + JITTER * chance);
  return Math.round(1000 * Math.max(spread, Math.min(asked ?? 0, LONGEST_ASKED_S)));
}

/**
 * Whether an address is to be given up after a try in vain: it says itself that it is gone for good, or has taken nothing
 * for days.
 */
export function stopsAfter(
  status: number | null,
  { failingSince, at }: { readonly failingSince: Date; readonly at: Date },
): 'gone' | 'failing' | null {
  if (status === 410) return 'gone';
  return at.getTime() - failingSince.getTime() >= GIVES_UP_AFTER_MS ? 'failing' : null;
}

/** Seconds of a `Retry-After` header that gives some (RFC 9110, 10.2.3); null for another or none. */
export function askedFor(header: string | undefined): number | null {
  return header !== undefined && /^\d{1,9}$/.test(header.trim()) ? Number(header) : null;
}
