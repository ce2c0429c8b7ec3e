/**
 * IP addresses and what they are. The first and last of every range of IANA's special-purpose registries, and their
 * neighbours outside.
 */
import type { AddressKind } from '../../server/http/outbound/public-address.ts';

interface Case {
  readonly expected: AddressKind;
  readonly addresses: readonly string[];
}

export const addressCases: Readonly<Record<string, Case>> = {
  // https://www.iana.org/assignments/iana-ipv4-special-registry
  'this network, RFC 791': { expected: 'never', addresses: ['0.0.0.0', '0.0.0.1', '0.255.255.255'] },
  'private use, RFC 1918': {
    expected: 'private',
    addresses: [
      '10.0.0.0',
      '10.255.255.255',
      '172.16.0.0',
      '172.31.255.255',
      '192.168.0.0',
      '192.168.255.255',
    ],
  },
  'shared address space, RFC 6598': { expected: 'private', addresses: ['100.64.0.0', '100.127.255.255'] },
  'loopback, RFC 1122': { expected: 'private', addresses: ['127.0.0.0', '127.0.0.1', '127.255.255.255'] },
  'link-local, RFC 3927, with the keys of clouds': {
    expected: 'never',
    addresses: ['169.254.0.0', '169.254.169.254', '169.254.255.255'],
  },
  'protocol assignments, RFC 6890, and what stands in them': {
    expected: 'never',
    addresses: [
      '192.0.0.0',
      '192.0.0.7',
      '192.0.0.8',
      '192.0.0.9',
      '192.0.0.10',
      '192.0.0.170',
      '192.0.0.171',
      '192.0.0.255',
    ],
  },
  'documentation, RFC 5737': {
    expected: 'never',
    addresses: ['192.0.2.0', '192.0.2.255', '198.51.100.0', '198.51.100.255', '203.0.113.0', '203.0.113.255'],
  },
  'AS112, RFC 7535 and 7534': {
    expected: 'never',
    addresses: ['192.31.196.0', '192.31.196.255', '192.175.48.0', '192.175.48.255'],
  },
  'AMT, RFC 7450': { expected: 'never', addresses: ['192.52.193.0', '192.52.193.255'] },
  '6to4 relays, RFC 7526, and 6a44, RFC 6751': {
    expected: 'never',
    addresses: ['192.88.99.0', '192.88.99.2', '192.88.99.255'],
  },
  'benchmarking, RFC 2544': { expected: 'never', addresses: ['198.18.0.0', '198.19.255.255'] },
  'multicast, RFC 5771': { expected: 'never', addresses: ['224.0.0.0', '224.0.0.251', '239.255.255.255'] },
  'reserved, RFC 1112, and broadcast, RFC 919': {
    expected: 'never',
    addresses: ['240.0.0.0', '255.255.255.254', '255.255.255.255'],
  },
  'IPv4 beside every range': {
    expected: 'public',
    addresses: [
      '1.0.0.0',
      '9.255.255.255',
      '11.0.0.0',
      '100.63.255.255',
      '100.128.0.0',
      '126.255.255.255',
      '128.0.0.0',
      '169.253.255.255',
      '169.255.0.0',
      '172.15.255.255',
      '172.32.0.0',
      '191.255.255.255',
      '192.0.1.0',
      '192.0.1.255',
      '192.0.3.0',
      '192.31.195.255',
      '192.31.197.0',
      '192.52.192.255',
      '192.52.194.0',
      '192.88.98.255',
      '192.88.100.0',
      '192.167.255.255',
      '192.169.0.0',
      '192.175.47.255',
      '192.175.49.0',
      '198.17.255.255',
      '198.20.0.0',
      '198.51.99.255',
      '198.51.101.0',
      '203.0.112.255',
      '203.0.114.0',
      '223.255.255.255',
    ],
  },
  // https://www.iana.org/assignments/iana-ipv6-special-registry
  'loopback, RFC 4291': { expected: 'private', addresses: ['::1', '0:0:0:0:0:0:0:1'] },
  'unspecified, RFC 4291': { expected: 'never', addresses: ['::', '0:0:0:0:0:0:0:0'] },
  'IPv4-compatible, RFC 4291, deprecated': {
    expected: 'never',
    addresses: ['::2', '::127.0.0.1', '::8.8.8.8', '::ffff:ffff'],
  },
  'mapped, RFC 4291: what the IPv4 address is': {
    expected: 'public',
    addresses: ['::ffff:8.8.8.8', '::ffff:808:808'],
  },
  'mapped private ones': {
    expected: 'private',
    addresses: [
      '::ffff:127.0.0.1',
      '::ffff:7f00:1',
      '::ffff:10.1.2.3',
      '0:0:0:0:0:ffff:c0a8:1',
      '::FFFF:172.16.0.1',
    ],
  },
  'mapped ones that are never reached': {
    expected: 'never',
    addresses: ['::ffff:0.0.0.0', '::ffff:169.254.169.254', '::ffff:a9fe:a9fe', '::ffff:224.0.0.1'],
  },
  'translated, RFC 2765, obsolete': { expected: 'never', addresses: ['::ffff:0:7f00:1', '::ffff:0:808:808'] },
  'NAT64, RFC 6052: what the IPv4 address is': {
    expected: 'public',
    addresses: ['64:ff9b::8.8.8.8', '64:ff9b::808:808'],
  },
  'NAT64 of private ones': {
    expected: 'private',
    addresses: ['64:ff9b::127.0.0.1', '64:ff9b::a00:1', '64:ff9b::192.168.1.1'],
  },
  'NAT64 of those that are never reached': {
    expected: 'never',
    addresses: ['64:ff9b::169.254.169.254', '64:ff9b::0.0.0.0', '64:ff9b::ffff:ffff'],
  },
  'beside NAT64': {
    expected: 'never',
    addresses: ['64:ff9b::1:808:808', '64:ff9a:ffff::', '64:ff9b:0:0:1::'],
  },
  'local NAT64, RFC 8215': { expected: 'never', addresses: ['64:ff9b:1::', '64:ff9b:1:ffff::8.8.8.8'] },
  'discard only, RFC 6666, and dummy, RFC 9780': {
    expected: 'never',
    addresses: ['100::', '100::1', '100:0:0:1::1'],
  },
  'protocol assignments, RFC 2928': { expected: 'never', addresses: ['2001::', '2001:1ff:ffff::'] },
  'Teredo, RFC 4380': { expected: 'never', addresses: ['2001::1', '2001:0:4136:e378:8000:63bf:3fff:fdd2'] },
  'anycast of PCP, TURN and SRP, RFC 7723, 8155, 9665': {
    expected: 'never',
    addresses: ['2001:1::1', '2001:1::2', '2001:1::3'],
  },
  'benchmarking, RFC 5180': { expected: 'never', addresses: ['2001:2::', '2001:2:0:ffff::1'] },
  'AMT and AS112 in IPv6, RFC 7450, 7535, 7534': {
    expected: 'never',
    addresses: ['2001:3::1', '2001:4:112::1', '2620:4f:8000::', '2620:4f:8000:ffff::1'],
  },
  'ORCHID, RFC 4843 and 7343, and drones, RFC 9374': {
    expected: 'never',
    addresses: ['2001:10::1', '2001:20::1', '2001:2f:ffff::', '2001:30::1'],
  },
  'documentation, RFC 3849 and 9637': {
    expected: 'never',
    addresses: ['2001:db8::', '2001:db8:ffff::1', '3fff::', '3fff:fff:ffff::1'],
  },
  '6to4, RFC 3056, to whatever IPv4 address': {
    expected: 'never',
    addresses: ['2002::', '2002:7f00:1::1', '2002:808:808::1', '2002:ffff:ffff::'],
  },
  'segment routing, RFC 9602': { expected: 'never', addresses: ['5f00::', '5f00:ffff::1'] },
  'unique local, RFC 4193': {
    expected: 'private',
    addresses: ['fc00::', 'fd12:3456:789a::1', 'fdff:ffff::1'],
  },
  'link-local, RFC 4291, with and without a zone': {
    expected: 'never',
    addresses: ['fe80::', 'fe80::1', 'fe80::1%eth0', 'fe80::1%1', 'febf:ffff::1'],
  },
  'a zone on any address': {
    expected: 'never',
    addresses: ['::1%lo', '2606:4700::1111%eth0', '::ffff:8.8.8.8%eth0'],
  },
  'site-local, RFC 3879, deprecated': { expected: 'never', addresses: ['fec0::1', 'feff:ffff::1'] },
  'multicast, RFC 4291': { expected: 'never', addresses: ['ff00::', 'ff02::1', 'ff0e::1', 'ffff::1'] },
  'what IANA has given to nobody': {
    expected: 'never',
    addresses: ['1fff:ffff::1', '200::1', '400::1', '4000::', '8000::1', 'e000::1', 'fbff::1', 'fe00::1'],
  },
  'IPv6 beside the ranges': {
    expected: 'public',
    addresses: [
      '2000::',
      '2001:200::',
      '2001:db7:ffff::',
      '2001:db9::',
      '2003::',
      '2606:4700:4700::1111',
      '2620:4f:7fff::1',
      '2620:4f:8001::',
      '2a00:1450:4001::1',
      '3ffe:ffff::1',
      '3fff:1000::',
    ],
  },
  'no address at all': {
    expected: 'never',
    addresses: [
      '',
      'localhost',
      '127.1',
      '0177.0.0.1',
      '0x7f.0.0.1',
      '2130706433',
      '8.8.8.8.',
      '[::1]',
      ' 8.8.8.8',
    ],
  },
};
