/** When an e-mail that was not taken is sent again, and when it is given up. */

/** Why a try failed: what is told of it is no more than this. */
export type SendError = 'unreachable' | 'too_slow' | 'sign_in' | 'refused' | 'not_now' | 'broken';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** Seconds after each try in vain: nine tries in a little less than a day. */
export const MAIL_RETRY_AFTER_S: readonly number[] = [
  ...[30, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE],
  ...[HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR],
];

/** At most so much longer: mails that failed together are not all sent in one second. */
const JITTER = 0.2;

/** An e-mail that was put down so long ago is news to nobody: it is not sent any more. */
export const TOO_OLD_MS = 24 * HOUR * 1000;

/**
 * Milliseconds until the next try; null for none: its recipient is refused for good, or it was tried often enough.
 *
 * @param attempts how many there were, this one included
 * @param chance from 0 to 1: how much of the jitter
 */
export function mailWaitAfter(
  { error, attempts }: { readonly error: SendError; readonly attempts: number },
  chance: number,
): number | null {
  const delay = error === 'refused' ? undefined : MAIL_RETRY_AFTER_S[attempts - 1];
  return delay === undefined ? null : Math.round(1000 * delay * (1 + JITTER * chance));
}

/** What is known of a failure. */
export interface Failure {
  /** The library's, or the system's. */
  readonly code: string | null;
  /** Of SMTP (RFC 5321, 4.2); null where the server said nothing. */
  readonly status: number | null;
  /** What it answered; null where it is not known. */
  readonly command: string | null;
}

/**
 * Why a try failed. A recipient or a message that is refused for good (5xx) is not sent again; that this server may not
 * sign in or send in its name, or that the other one has no time, passes.
 */
export function sendErrorOf({ code, status, command }: Failure): SendError {
  if (code === 'EAUTH' || code === 'ENOAUTH' || code === 'EOAUTH2') return 'sign_in';
  if (code === 'ETIMEDOUT') return 'too_slow';
  const isMessage = code === 'EENVELOPE' || code === 'EMESSAGE';
  if (status !== null && status >= 500 && isMessage && command !== 'MAIL FROM') return 'refused';
  if (status !== null) return 'not_now';
  return code === 'EPROTOCOL' || isMessage ? 'broken' : 'unreachable';
}
