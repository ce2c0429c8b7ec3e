import { describe, expect, test } from 'vitest';
import { SourceAction } from '../../server/contract/sources.ts';
import type { Decision } from '../../server/domain/claims/permissions.ts';
import { mayMerge, maySource, sourceActions } from '../../server/domain/sources/permissions.ts';
import { mergeCases, sourcePermissionCases } from '../cases/sources-permissions.ts';

const said = (decision: Decision) => (decision.allowed ? 'yes' : decision.code);

describe('an entry of the register', () => {
  test.each(Object.entries(sourcePermissionCases))('%s', (_what, { who, source, expected }) => {
    const decided = SourceAction.options.map((action) => [action, said(maySource(who, source, action))]);
    expect(Object.fromEntries(decided)).toEqual(expected);
    expect(sourceActions(who, source)).toEqual(
      SourceAction.options.filter((action) => expected[action] === 'yes'),
    );
  });
});

describe('a merge', () => {
  test.each(Object.entries(mergeCases))('%s', (_what, { who, from, into, expected }) => {
    expect(said(mayMerge(who, from, into))).toBe(expected);
  });
});
