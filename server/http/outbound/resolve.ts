/** From a host's name to the addresses that may be reached. */
import { lookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { OutboundFailure } from './outcome.ts';
import type { MayReach } from './public-address.ts';

/** Every address of a name, as text. Rejects where the name is unknown. */
export type Resolve = (host: string) => Promise<readonly string[]>;

/** As every other program on this machine resolves names. */
export const systemResolve: Resolve = async (host) =>
  (await lookup(host, { all: true })).map(({ address }) => address);

/**
 * All addresses of a host, each allowed. One that is not refuses the host: a name that answers with a public and a private
 * address waits for the connection to fall back to the private one.
 *
 * @throws OutboundFailure NAME_UNKNOWN, ADDRESS_PRIVATE
 */
export async function allowedAddresses(
  host: string,
  mayReach: MayReach,
  resolve: Resolve,
): Promise<readonly string[]> {
  const addresses = isIP(host) === 0 ? await resolve(host).catch(() => []) : [host];
  if (addresses.length === 0) throw new OutboundFailure('NAME_UNKNOWN');
  if (!addresses.every(mayReach)) throw new OutboundFailure('ADDRESS_PRIVATE');
  return addresses;
}

/** In place of a second look-up when the connection is made, whose answer could be another one (DNS rebinding). */
export function alreadyResolved(addresses: readonly string[]): LookupFunction {
  const found = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_host, options, callback) => {
    const [first] = found;
    if (options.all === true || first === undefined) callback(null, found);
    else callback(null, first.address, first.family);
  };
}
