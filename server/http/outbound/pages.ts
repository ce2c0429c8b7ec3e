/** Pages of other hosts, fetched because a person asked for one. */
import type { ProblemCode } from '../../contract/problem.ts';
import { MAX_STORY_FILE_BYTES } from '../../contract/story-files.ts';
import type { OutboundCode } from './outcome.ts';
import { type OutboundRules, sendOutbound } from './send.ts';
import { openVisits, USER_AGENT } from './visits.ts';

/** What another host gave, or why nothing. */
export type Fetched =
  | {
      readonly ok: true;
      readonly bytes: Buffer;
      /** As it was sent, with its charset; null where none was. */
      readonly contentType: string | null;
      /** Where it came from, after redirects. */
      readonly url: string;
    }
  | {
      readonly ok: false;
      readonly code: ProblemCode;
      /** The address at fault, or what it answered, where the code alone does not tell. */
      readonly detail: string | null;
    };

export interface Fetching {
  readonly fetchPage: (url: string, signal: AbortSignal) => Promise<Fetched>;
  /** Whoever waits is told that nothing came. */
  close(): void;
}

/** What is fetched at most, in bytes; how long it may take, in milliseconds; how often it may lead elsewhere. */
export interface PageLimits {
  readonly maxBytes: number;
  readonly timeoutMs: number;
  readonly redirects: number;
}

/** Soon enough that whoever asked is still waiting once it is read as well. */
export const PAGE_LIMITS: PageLimits = { maxBytes: MAX_STORY_FILE_BYTES, timeoutMs: 15_000, redirects: 5 };

/** At the same time, for all people together: each may take as much memory as a page is large. */
const AT_ONCE = 8;

const ACCEPT =
  'text/html, application/xhtml+xml, application/xml;q=0.9, application/json;q=0.9, text/plain;q=0.8, */*;q=0.5';

export function openFetching(rules: OutboundRules, limits: PageLimits, now: () => Date): Fetching {
  const stop = new AbortController();
  const whyNot = openVisits(rules, now);
  let under = 0;
  return {
    fetchPage: async (url, signal) => {
      if (under >= AT_ONCE) return refused('FETCH_BUSY');
      under += 1;
      try {
        const outcome = await sendOutbound(
          {
            method: 'GET',
            url,
            headers: { 'User-Agent': USER_AGENT, Accept: ACCEPT },
            signal: AbortSignal.any([signal, stop.signal]),
            ...limits,
          },
          { ...rules, whyNot },
        );
        if (!outcome.ok) return refused(PROBLEM_OF[outcome.code], outcome.url === url ? null : outcome.url);
        if (outcome.status < 200 || outcome.status > 299)
          return refused('FETCH_NO_PAGE', `it answered ${outcome.status}`);
        const { body: bytes, headers, url: from } = outcome;
        return { ok: true, bytes, contentType: headers['content-type'] ?? null, url: from };
      } finally {
        under -= 1;
      }
    },
    close: () => stop.abort(),
  };
}

const refused = (code: ProblemCode, detail: string | null = null): Fetched => ({ ok: false, code, detail });

/** As the API tells them. */
const PROBLEM_OF: Readonly<Record<OutboundCode, ProblemCode>> = {
  ADDRESS_INVALID: 'ADDRESS_INVALID',
  ADDRESS_NOT_HTTPS: 'ADDRESS_NOT_HTTPS',
  ADDRESS_CREDENTIALS: 'ADDRESS_CREDENTIALS',
  ADDRESS_PORT: 'ADDRESS_PORT',
  ADDRESS_PRIVATE: 'ADDRESS_PRIVATE',
  NAME_UNKNOWN: 'NAME_UNKNOWN',
  NOT_ALLOWED: 'FETCH_ROBOTS',
  UNREACHABLE: 'FETCH_UNREACHABLE',
  CERTIFICATE: 'FETCH_CERTIFICATE',
  TOO_LARGE: 'FETCH_TOO_LARGE',
  TOO_SLOW: 'FETCH_TOO_SLOW',
  TOO_MANY_REDIRECTS: 'FETCH_REDIRECTS',
  ANSWER_BROKEN: 'FETCH_BROKEN',
  STOPPED: 'FETCH_STOPPED',
};
