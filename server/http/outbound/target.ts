/** A web address that is to be reached, read and checked before anything is looked up: pure. */
import { isIP } from 'node:net';
import type { OutboundCode } from './outcome.ts';

export interface Target {
  readonly url: URL;
  /** A name without a trailing dot, or an IP address without brackets: what is looked up and what the certificate names. */
  readonly host: string;
  readonly port: number;
}

/** As stories and evidence keep addresses, in UTF-16 code units. */
const MAX_LENGTH = 2000;

/**
 * Read an address. The URL Standard's parser has brought odd forms of IPv4 addresses (octal, hexadecimal, one number, full
 * width digits) into the usual one, and refuses zone ids.
 *
 * @param ports that may be reached; `any` where whoever runs Claimdesk chose the address
 * @param base what a relative address (of a redirect) is relative to
 */
export function readTarget(
  address: string,
  ports: readonly number[] | 'any',
  base?: URL,
): Target | OutboundCode {
  if (address.length > MAX_LENGTH || !URL.canParse(address, base)) return 'ADDRESS_INVALID';
  const url = new URL(address, base);
  if (url.protocol !== 'https:') return 'ADDRESS_NOT_HTTPS';
  if (url.username !== '' || url.password !== '') return 'ADDRESS_CREDENTIALS';
  const port = url.port === '' ? 443 : Number(url.port);
  if (ports !== 'any' && !ports.includes(port)) return 'ADDRESS_PORT';
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
  if (host === '' || (host.includes(':') && isIP(host) === 0)) return 'ADDRESS_INVALID';
  url.hash = '';
  return { url, host, port };
}
