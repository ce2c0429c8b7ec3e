/**
 * Addresses that are no public host's.
 *
 * From IANA's registries of special-purpose addresses for IPv4 (RFC 6890, RFC 8190) and IPv6, and from those of multicast
 * addresses. A few ranges in them are reachable from everywhere (AS112, AMT, anycast of protocols): no story lies there, and
 * they are refused with the rest.
 */

/**
 * `private`: this machine and networks that a newsroom may have of its own, which may be allowed. `never`: what belongs to
 * nobody, to a link (where clouds keep their keys), to many at once, or leads to an IPv4 address that somebody else chose.
 */
export type SpecialKind = 'private' | 'never';

export interface SpecialRange {
  /** CIDR. */
  readonly range: `${string}/${number}`;
  readonly kind: SpecialKind;
  readonly what: string;
  readonly source: string;
}

export const SPECIAL_IPV4: readonly SpecialRange[] = [
  { range: '0.0.0.0/8', kind: 'never', what: 'this network', source: 'RFC 791, 3.2' },
  { range: '10.0.0.0/8', kind: 'private', what: 'private use', source: 'RFC 1918' },
  { range: '100.64.0.0/10', kind: 'private', what: 'shared by a carrier’s customers', source: 'RFC 6598' },
  { range: '127.0.0.0/8', kind: 'private', what: 'loopback', source: 'RFC 1122, 3.2.1.3' },
  { range: '169.254.0.0/16', kind: 'never', what: 'link-local', source: 'RFC 3927' },
  { range: '172.16.0.0/12', kind: 'private', what: 'private use', source: 'RFC 1918' },
  { range: '192.0.0.0/24', kind: 'never', what: 'protocol assignments', source: 'RFC 6890, 2.1' },
  { range: '192.0.2.0/24', kind: 'never', what: 'documentation', source: 'RFC 5737' },
  { range: '192.31.196.0/24', kind: 'never', what: 'AS112', source: 'RFC 7535' },
  { range: '192.52.193.0/24', kind: 'never', what: 'AMT', source: 'RFC 7450' },
  { range: '192.88.99.0/24', kind: 'never', what: '6to4 relays, deprecated', source: 'RFC 7526' },
  { range: '192.168.0.0/16', kind: 'private', what: 'private use', source: 'RFC 1918' },
  { range: '192.175.48.0/24', kind: 'never', what: 'AS112, directly delegated', source: 'RFC 7534' },
  { range: '198.18.0.0/15', kind: 'never', what: 'benchmarking', source: 'RFC 2544' },
  { range: '198.51.100.0/24', kind: 'never', what: 'documentation', source: 'RFC 5737' },
  { range: '203.0.113.0/24', kind: 'never', what: 'documentation', source: 'RFC 5737' },
  { range: '224.0.0.0/4', kind: 'never', what: 'multicast', source: 'RFC 5771' },
  { range: '240.0.0.0/4', kind: 'never', what: 'reserved, and the limited broadcast', source: 'RFC 1112, 4' },
];

/** Of what lies in GLOBAL_IPV6 and of what may be private. */
export const SPECIAL_IPV6: readonly SpecialRange[] = [
  { range: '::1/128', kind: 'private', what: 'loopback', source: 'RFC 4291' },
  { range: 'fc00::/7', kind: 'private', what: 'unique local', source: 'RFC 4193' },
  { range: '2001::/23', kind: 'never', what: 'protocol assignments, Teredo, ORCHID', source: 'RFC 2928' },
  { range: '2001:db8::/32', kind: 'never', what: 'documentation', source: 'RFC 3849' },
  { range: '2002::/16', kind: 'never', what: '6to4', source: 'RFC 3056' },
  { range: '2620:4f:8000::/48', kind: 'never', what: 'AS112, directly delegated', source: 'RFC 7534' },
  { range: '3fff::/20', kind: 'never', what: 'documentation', source: 'RFC 9637' },
];

/** The one range from which public hosts have their IPv6 addresses (RFC 4291, 2.4; IANA's registry of address space). */
export const GLOBAL_IPV6 = '2000::/3';

/**
 * Prefixes of 96 bits before an IPv4 address, which is what is reached: mapped ones (RFC 4291, 2.5.5.2) by the operating
 * system, translated ones (RFC 6052) by a network that has IPv6 alone and so has public hosts under them.
 */
export const BEFORE_IPV4 = ['::ffff:', '64:ff9b::'] as const;
