/** Which addresses are public, and which web addresses are read at all. */
import { describe, expect, test } from 'vitest';
import { kindOfAddress, privateToo, publicOnly } from '../server/http/outbound/public-address.ts';
import { readTarget } from '../server/http/outbound/target.ts';
import { addressCases } from './cases/outbound-addresses.ts';
import { targetCases } from './cases/outbound-targets.ts';

const addresses = Object.entries(addressCases).flatMap(([what, { expected, addresses }]) =>
  addresses.map((address) => ({ what, address, expected })),
);

describe('an address', () => {
  test.each(addresses)('$address is $expected: $what', ({ address, expected }) => {
    expect(kindOfAddress(address)).toBe(expected);
    expect(publicOnly(address)).toBe(expected === 'public');
    expect(privateToo(address)).toBe(expected !== 'never');
  });

  test.each(addresses.filter(({ address }) => /^\d+(\.\d+){3}$/.test(address)))(
    '$address is the same behind a prefix',
    ({ address, expected }) => {
      expect(kindOfAddress(`::ffff:${address}`)).toBe(expected);
      expect(kindOfAddress(`64:ff9b::${address}`)).toBe(expected);
    },
  );
});

test.each(Object.entries(targetCases))('%s', (_name, { address, ports, expected }) => {
  const target = readTarget(address, ports ?? [443]);
  if (typeof expected === 'string' || typeof target === 'string') expect(target).toBe(expected);
  else {
    expect(target.host).toBe(expected.host);
    expect(target.port).toBe(expected.port ?? 443);
    if (expected.url !== undefined) expect(target.url.href).toBe(expected.url);
  }
});
