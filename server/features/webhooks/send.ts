/** One message, sent once. */
import type { DeliveryError } from '../../contract/webhooks.ts';
import { askedFor } from '../../domain/webhooks/schedule.ts';
import type { OutboundCode } from '../../http/outbound/outcome.ts';
import { privateToo, publicOnly } from '../../http/outbound/public-address.ts';
import { type OutboundRules, sendOutbound } from '../../http/outbound/send.ts';
import { portsFor } from './target.ts';

/** Milliseconds for everything; the specification asks for 15 to 30 seconds. */
const TIMEOUT_MS = 15_000;
/** Bytes of an answer that are read; nobody looks at them. */
const MAX_ANSWER = 4 * 1024;

export interface Posted {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What came of it. `stopped`: whoever sent it gave up, and it counts for nothing. */
export type Sent =
  | { readonly status: number; readonly asked: number | null }
  | { readonly error: DeliveryError }
  | 'stopped';

export type Send = (message: Posted, signal: AbortSignal) => Promise<Sent>;

/** @param rules for tests, whose web is this machine: they count before those that are meant */
export function sender(
  { privateWebhooks }: { readonly privateWebhooks: boolean },
  rules: OutboundRules = {},
): Send {
  const limits = {
    ports: portsFor(privateWebhooks),
    mayReach: privateWebhooks ? privateToo : publicOnly,
    ...rules,
  };
  return async ({ url, headers, body }, signal) => {
    const outcome = await sendOutbound(
      {
        ...{ method: 'POST', url, body, signal, timeoutMs: TIMEOUT_MS, maxBytes: MAX_ANSWER, beyond: 'cut' },
        headers: { 'Content-Type': 'application/json', 'User-Agent': 'Claimdesk', ...headers },
      },
      limits,
    );
    if (outcome.ok) return { status: outcome.status, asked: askedFor(outcome.headers['retry-after']) };
    return outcome.code === 'STOPPED' ? 'stopped' : { error: ERRORS[outcome.code] };
  };
}

const ERRORS: Readonly<Record<Exclude<OutboundCode, 'STOPPED'>, DeliveryError>> = {
  ADDRESS_INVALID: 'address',
  ADDRESS_NOT_HTTPS: 'address',
  ADDRESS_CREDENTIALS: 'address',
  ADDRESS_PORT: 'address',
  ADDRESS_PRIVATE: 'private',
  NAME_UNKNOWN: 'unknown_name',
  NOT_ALLOWED: 'address',
  UNREACHABLE: 'unreachable',
  CERTIFICATE: 'certificate',
  TOO_LARGE: 'answer_broken',
  TOO_SLOW: 'too_slow',
  TOO_MANY_REDIRECTS: 'address',
  ANSWER_BROKEN: 'answer_broken',
};
