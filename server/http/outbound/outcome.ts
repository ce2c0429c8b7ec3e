/** What came of a request to another host. */
import type { IncomingHttpHeaders } from 'node:http';

/** Why nothing was fetched or sent. Stable: they are kept in records and answered by the API. */
export type OutboundCode =
  /** Not a web address. */
  | 'ADDRESS_INVALID'
  | 'ADDRESS_NOT_HTTPS'
  /** With a name or password in it. */
  | 'ADDRESS_CREDENTIALS'
  /** A port that is not allowed. */
  | 'ADDRESS_PORT'
  /** It leads, or one of its addresses does, to a network that is not public. */
  | 'ADDRESS_PRIVATE'
  | 'NAME_UNKNOWN'
  /** `whyNot` said so: the host asks programs to stay away. */
  | 'NOT_ALLOWED'
  | 'UNREACHABLE'
  /** The host does not prove to be the one that was asked for. */
  | 'CERTIFICATE'
  /** Headers or body, as sent or unpacked. */
  | 'TOO_LARGE'
  /** Not whole within the time given. */
  | 'TOO_SLOW'
  | 'TOO_MANY_REDIRECTS'
  /** Not HTTP, cut off, or packed in a way that was not asked for. */
  | 'ANSWER_BROKEN'
  /** The caller's signal. */
  | 'STOPPED';

export interface OutboundAnswer {
  readonly ok: true;
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Unpacked. */
  readonly body: Buffer;
  /** Where it came from, after redirects. */
  readonly url: string;
}

export interface OutboundRefusal {
  readonly ok: false;
  readonly code: OutboundCode;
  /** The address at fault: the first, or one that a redirect led to. */
  readonly url: string;
}

export type Outcome = OutboundAnswer | OutboundRefusal;

/** Thrown inside; callers get a value. */
export class OutboundFailure extends Error {
  readonly code: OutboundCode;

  constructor(code: OutboundCode) {
    super(code);
    this.code = code;
  }
}

/** What sockets, TLS and the HTTP parser throw before an answer is there, as a code. */
export function codeOfFailure(error: unknown): OutboundCode {
  if (error instanceof OutboundFailure) return error.code;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'HPE_HEADER_OVERFLOW') return 'TOO_LARGE';
  if (code.startsWith('HPE_')) return 'ANSWER_BROKEN';
  return /CERT|ERR_TLS|ERR_SSL|SIGNATURE|ISSUER|EPROTO/.test(code) ? 'CERTIFICATE' : 'UNREACHABLE';
}
