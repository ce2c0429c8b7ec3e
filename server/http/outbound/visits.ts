/** Which addresses of other hosts may be visited, as their robots.txt says (RFC 9309). */
import type { OutboundCode, Outcome } from './outcome.ts';
import { ALLOW_ALL, MAX_ROBOTS_BYTES, mayVisit, type Robots, readRobots } from './robots.ts';
import { type OutboundRules, sendOutbound } from './send.ts';

/** As robots.txt names it. */
export const PRODUCT = 'Claimdesk';
/** What other hosts are told of who asks. */
export const USER_AGENT = `${PRODUCT} (fetches single stories when a person asks)`;

/** Milliseconds for which the rules of a host are kept (2.4: no longer than a day), and for which a host that did not give them. */
const KEPT = { rules: 60 * 60 * 1000, failure: 60 * 1000 } as const;
/** Hosts, each with rules as long as may be. The one that was read first is forgotten first. */
const MAX_HOSTS = 100;

const LIMITS = { maxBytes: MAX_ROBOTS_BYTES, beyond: 'cut', timeoutMs: 10_000, redirects: 5 } as const;

export type WhyNot = NonNullable<OutboundRules['whyNot']>;

/** The rules of a host, or why there are none: a host that cannot be reached gives no page either. */
type Known = Robots | OutboundCode;

/** What the robots.txt of each address's host says; each is read once for a while. */
export function openVisits(rules: OutboundRules, now: () => Date): WhyNot {
  const kept = new Map<string, { readonly known: Known; readonly until: number }>();

  const keep = (origin: string, known: Known): void => {
    const lasts = typeof known === 'string' ? KEPT.failure : KEPT.rules;
    kept.delete(origin);
    kept.set(origin, { known, until: now().getTime() + lasts });
    for (const oldest of kept.keys()) {
      if (kept.size <= MAX_HOSTS) break;
      kept.delete(oldest);
    }
  };
  const robotsOf = async (origin: string, signal: AbortSignal): Promise<Known> => {
    const before = kept.get(origin);
    if (before !== undefined && before.until > now().getTime()) return before.known;
    const headers = { 'User-Agent': USER_AGENT, Accept: 'text/plain, */*;q=0.1' };
    const url = `${origin}/robots.txt`;
    const known = readOutcome(await sendOutbound({ method: 'GET', url, headers, signal, ...LIMITS }, rules));
    // Whoever stopped waiting has learnt nothing of the host.
    if (!signal.aborted) keep(origin, known);
    return known;
  };

  return async (url, signal) => {
    if (url.pathname === '/robots.txt') return null;
    const known = await robotsOf(url.origin, signal);
    if (typeof known === 'string') return known;
    return mayVisit(known, url) ? null : 'NOT_ALLOWED';
  };
}

/**
 * A host without rules (4xx, or redirects without end) may be visited everywhere; one that should have given them and did
 * not (5xx, no answer) nowhere (2.3.1).
 */
function readOutcome(outcome: Outcome): Known {
  if (!outcome.ok) return outcome.code === 'TOO_MANY_REDIRECTS' ? ALLOW_ALL : outcome.code;
  const { status, body } = outcome;
  if (status >= 200 && status < 300) return readRobots(body.toString('utf8'), PRODUCT);
  return status >= 300 && status < 500 ? ALLOW_ALL : 'NOT_ALLOWED';
}
