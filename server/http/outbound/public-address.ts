/** Which addresses are public: pure, by tables. */
import { BlockList, isIP } from 'node:net';
import { BEFORE_IPV4, GLOBAL_IPV6, SPECIAL_IPV4, SPECIAL_IPV6, type SpecialKind } from './special-ranges.ts';

export type AddressKind = 'public' | SpecialKind;

const lists: Readonly<Record<SpecialKind, BlockList>> = { private: new BlockList(), never: new BlockList() };
const global = new BlockList();

function add(list: BlockList, range: string, before = ''): void {
  const [network = '', bits] = range.split('/');
  const type = before !== '' || network.includes(':') ? 'ipv6' : 'ipv4';
  list.addSubnet(`${before}${network}`, Number(bits) + (before === '' ? 0 : 96), type);
}

for (const { range, kind } of SPECIAL_IPV4)
  for (const before of ['', ...BEFORE_IPV4]) add(lists[kind], range, before);
for (const { range, kind } of SPECIAL_IPV6) add(lists[kind], range);
for (const before of BEFORE_IPV4) add(global, '0.0.0.0/0', before);
add(global, GLOBAL_IPV6);

/**
 * What an IP address is. Anything that is none, or names the zone of a link, is `never`.
 *
 * @param address as the resolver gives it, without brackets
 */
export function kindOfAddress(address: string): AddressKind {
  const family = isIP(address);
  if (family === 0 || address.includes('%')) return 'never';
  const type = family === 6 ? 'ipv6' : 'ipv4';
  if (lists.never.check(address, type)) return 'never';
  if (lists.private.check(address, type)) return 'private';
  return family === 4 || global.check(address, type) ? 'public' : 'never';
}

/** Decides on one address; see the two below. */
export type MayReach = (address: string) => boolean;

export const publicOnly: MayReach = (address) => kindOfAddress(address) === 'public';

/** Also the newsroom's own networks, where whoever runs Claimdesk says so. Never what is `never`. */
export const privateToo: MayReach = (address) => kindOfAddress(address) !== 'never';
