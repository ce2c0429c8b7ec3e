import type { ClaimStatus } from '../../server/contract/claims.ts';
import type { VerifiableFacts } from '../../server/domain/claims/states.ts';

/** Nothing was done yet; a row says what differs. */
export const UNTOUCHED: VerifiableFacts = {
  withdrawn: false,
  placed: true,
  verdict: null,
  review: null,
  assigned: false,
};
const holds = { expired: false, verdict: 'accurate' } as const;
const expired = { expired: true, verdict: 'accurate' } as const;
const passed = { decision: 'passed', reopened: false } as const;
const returned = { decision: 'returned', reopened: false } as const;

interface StateCase {
  facts: Partial<VerifiableFacts>;
  status: ClaimStatus;
  verified?: boolean;
}

export const stateCases: Record<string, StateCase> = {
  'nothing done': { facts: {}, status: 'unchecked' },
  assigned: { facts: { assigned: true }, status: 'checking' },
  'a verdict': { facts: { verdict: holds }, status: 'checked' },
  'a verdict on an assigned claim': { facts: { verdict: holds, assigned: true }, status: 'checked' },
  'a verdict that expired': { facts: { verdict: expired }, status: 'expired' },
  'a verdict that expired on an assigned claim': {
    facts: { verdict: expired, assigned: true },
    status: 'expired',
  },
  'passed, then the verdict expired': { facts: { verdict: expired, review: passed }, status: 'expired' },
  passed: { facts: { verdict: holds, review: passed }, status: 'passed', verified: true },
  returned: { facts: { verdict: holds, review: returned }, status: 'returned' },
  'passed, then the evidence changed': {
    facts: { verdict: holds, review: { ...passed, reopened: true } },
    status: 'checked',
  },
  'returned, then the evidence changed': {
    facts: { verdict: holds, review: { ...returned, reopened: true } },
    status: 'checked',
  },
  'passed as inaccurate is not verified': {
    facts: { verdict: { expired: false, verdict: 'inaccurate' }, review: passed },
    status: 'passed',
  },
  'passed as waived is not verified': {
    facts: { verdict: { expired: false, verdict: 'waived' }, review: passed },
    status: 'passed',
  },
  'a review without a verdict says nothing': { facts: { review: passed }, status: 'unchecked' },
  orphaned: { facts: { placed: false }, status: 'orphaned' },
  'orphaned and assigned': { facts: { placed: false, assigned: true }, status: 'orphaned' },
  'orphaned hides a verdict that expired': { facts: { placed: false, verdict: expired }, status: 'orphaned' },
  'orphaned hides a pass': {
    facts: { placed: false, verdict: holds, review: passed },
    status: 'orphaned',
  },
  withdrawn: { facts: { withdrawn: true }, status: 'withdrawn' },
  'withdrawn hides orphaned': { facts: { withdrawn: true, placed: false }, status: 'withdrawn' },
  'withdrawn hides a pass': {
    facts: { withdrawn: true, verdict: holds, review: passed },
    status: 'withdrawn',
  },
};
