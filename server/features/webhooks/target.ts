/** Which addresses messages are sent to. */
import { type Issue, Refusal } from '../../contract/problem.ts';
import type { OutboundCode } from '../../http/outbound/outcome.ts';
import { kindOfAddress } from '../../http/outbound/public-address.ts';
import { readTarget } from '../../http/outbound/target.ts';

/** Beside 443, where receivers that have no proxy before them listen. */
const PORTS: readonly number[] = [443, 8443];

export const portsFor = (privateToo: boolean): readonly number[] | 'any' => (privateToo ? 'any' : PORTS);

const WORDS: Partial<Readonly<Record<OutboundCode, string>>> = {
  ADDRESS_NOT_HTTPS: 'must begin with https://',
  ADDRESS_CREDENTIALS: 'must not hold a name or a password: everyone who sees the list could read it',
  ADDRESS_PORT: `must be on port ${PORTS.join(' or ')}`,
};

/**
 * Refuse what will never be sent to, as far as its letters tell. Where its name leads is looked at each time.
 *
 * @throws Refusal INVALID
 */
export function requireTarget(url: string, privateToo: boolean): void {
  const target = readTarget(url, portsFor(privateToo));
  if (typeof target === 'string') throw invalid(WORDS[target] ?? 'must be a web address (https://…)');
  if (/^[\d.]+$|:/.test(target.host) && isRefused(target.host, privateToo))
    throw invalid('must not lead into a network that is not public');
}

const isRefused = (host: string, privateToo: boolean): boolean => {
  const kind = kindOfAddress(host);
  return kind === 'never' || (kind === 'private' && !privateToo);
};

const invalid = (message: string): Refusal => {
  const issues: Issue[] = [{ path: 'url', message }];
  return new Refusal('INVALID', { issues });
};
