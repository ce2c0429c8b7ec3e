import { describe, expect, test } from 'vitest';
import { ArticleStatus } from '../../server/contract/articles.ts';
import { ClaimStatus } from '../../server/contract/claims.ts';
import { Role } from '../../server/contract/people.ts';
import { BlockerCode, Policy } from '../../server/contract/sign-off.ts';
import { countIndependentSources } from '../../server/domain/claims/independent-sources.ts';
import { countSourcesOfEach } from '../../server/domain/claims/linked-witnesses.ts';
import type { Decision } from '../../server/domain/claims/permissions.ts';
import {
  blockersOf,
  mayEverSignOff,
  mayReopen,
  maySignOff,
  signOffActions,
  toAcknowledge,
} from '../../server/domain/claims/sign-off.ts';
import { rowsOf } from '../cases/claims-permissions.ts';
import {
  blockerCases,
  claimOf,
  detailsOf,
  linkedCases,
  ME,
  STRICT,
  signOffPermissions,
  sourceCases,
  verdictsOf,
} from '../cases/claims-sign-off.ts';

const answerOf = (decision: Decision): string => (decision.allowed ? 'yes' : decision.code);

describe('what stands in the way', () => {
  test.each(Object.entries(blockerCases))('%s', (_name, { policy, claims, blockers, acknowledge = [] }) => {
    const live = claims.map(claimOf);
    const found = blockersOf(live, { ...STRICT, ...policy });
    expect(found.map(({ code, claimIds }) => `${code}: ${claimIds.join(' ')}`)).toEqual(blockers);
    expect(toAcknowledge(live).map(({ claimId, verdict }) => `${claimId} ${verdict}`)).toEqual(acknowledge);
  });

  test('has a case for each code, and for each status of a live claim', () => {
    const all = Object.values(blockerCases);
    const codes = new Set(all.flatMap(({ blockers }) => blockers.map((line) => line.split(':')[0])));
    expect([...codes].sort()).toEqual([...BlockerCode.options].sort());
    const statuses = new Set(all.flatMap(({ claims }) => claims.map((line) => line.split(' ')[1])));
    expect([...statuses, 'withdrawn'].sort()).toEqual([...ClaimStatus.options].sort());
  });
});

test.each(rowsOf(signOffPermissions))(
  'a $role, where policy asks a $policy: $story, verdicts of $verdicts',
  (row) => {
    const actor = { id: ME, role: Role.parse(row.role) };
    const policy = Policy.parse({ ...STRICT, signOffBy: row.policy });
    const articleStatus = ArticleStatus.parse(row.story);
    const claims = (verdictsOf[row.verdicts ?? ''] ?? []).map(claimOf);
    const facts = { articleStatus, claims };
    expect(answerOf(maySignOff(actor, facts, policy))).toBe(row.sign_off);
    expect(answerOf(mayReopen(actor, articleStatus))).toBe(row.reopen);
    expect(signOffActions(actor, facts, policy)).toEqual([
      ...(row.sign_off === 'yes' ? ['sign_off'] : []),
      ...(row.reopen === 'yes' ? ['reopen'] : []),
    ]);
    const passing = ['yes', 'NOT_READY', 'SIGNED_OFF', 'ARCHIVED'];
    const ever = passing.includes(row.sign_off ?? '') ? 'yes' : row.sign_off;
    expect(answerOf(mayEverSignOff(actor, claims, policy))).toBe(ever);
  },
);

const documentOf = (one: object) => ({ publisher: null, url: null, title: 'Document', ...one });

describe('independent sources', () => {
  test.each(Object.entries(sourceCases))('%s', (_name, { said, evidence, register, agency, count }) => {
    const found = countIndependentSources({
      attributions: (said ?? []).map(detailsOf),
      evidence: (evidence ?? []).map(documentOf),
      register: new Map(Object.entries(register ?? {})),
      agency: agency ?? null,
    });
    expect(found).toBe(count);
  });

  test.each(Object.entries(linkedCases))('of linked counts: %s', (_name, { claims, agency, sources }) => {
    const found = countSourcesOfEach(
      Object.entries(claims).map(([id, { kind = 'casualty_count', same, said = [], evidence = [] }]) => ({
        id,
        kind,
        sameFactAs: same ?? null,
        attributions: said.map(detailsOf),
        evidence: evidence.map(documentOf),
      })),
      { register: new Map(), agency: agency ?? null },
    );
    expect(Object.fromEntries(found)).toEqual(sources);
  });
});
