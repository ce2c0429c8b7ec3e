import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ClaimStatus, ReviewDecision, VerdictValue } from '../../server/contract/claims.ts';
import { deriveStatus, isVerified } from '../../server/domain/claims/states.ts';
import { stateCases, UNTOUCHED } from '../cases/claims-states.ts';

test.each(Object.entries(stateCases))('%s', (_name, { facts, status, verified = false }) => {
  const all = { ...UNTOUCHED, ...facts };
  expect(deriveStatus(all)).toBe(status);
  expect(isVerified(all)).toBe(verified);
});

test('every claim has a status, and only a passed one is verified', () => {
  const facts = fc.record({
    withdrawn: fc.boolean(),
    placed: fc.boolean(),
    verdict: fc.option(
      fc.record({ expired: fc.boolean(), verdict: fc.constantFrom(...VerdictValue.options) }),
    ),
    review: fc.option(
      fc.record({ decision: fc.constantFrom(...ReviewDecision.options), reopened: fc.boolean() }),
    ),
    assigned: fc.boolean(),
  });
  fc.assert(
    fc.property(facts, (any) => {
      expect(ClaimStatus.options).toContain(deriveStatus(any));
      if (isVerified(any)) expect(deriveStatus(any)).toBe('passed');
    }),
  );
});
