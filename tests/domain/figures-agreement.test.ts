import { describe, expect, test } from 'vitest';
import {
  cohensKappa,
  fieldsSince,
  isTakenBack,
  settlementOf,
} from '../../server/domain/figures/agreement.ts';
import { fieldsCases, kappaCases, laterOf, NOW, settlementCases } from '../cases/figures-agreement.ts';

describe('Cohen’s kappa', () => {
  const judged = (table: readonly (readonly number[])[]) =>
    table.flatMap((row, first) =>
      row.map((claims, second) => ({ first: `value ${first}`, second: `value ${second}`, claims })),
    );
  test.each(Object.entries(kappaCases))('%s', (_name, { table, kappa }) => {
    const found = cohensKappa(judged(table));
    if (kappa === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(kappa, 4);
    // It is the same whoever is called the first.
    const turned = judged(table).map(({ first, second, claims }) => ({
      first: second,
      second: first,
      claims,
    }));
    expect(cohensKappa(turned)).toEqual(found);
  });

  test('is the same however the cases are grouped', () => {
    const single = [...Array(5).keys()].map((at) => ({
      first: at < 3 ? 'accurate' : 'disputed',
      second: at < 2 ? 'accurate' : 'disputed',
      claims: 1,
    }));
    const grouped = [
      { first: 'accurate', second: 'accurate', claims: 2 },
      { first: 'accurate', second: 'disputed', claims: 1 },
      { first: 'disputed', second: 'disputed', claims: 2 },
    ];
    expect(cohensKappa(single)).toBe(cohensKappa(grouped));
  });
});

describe('how a return ended', () => {
  test.each(Object.entries(settlementCases))('%s', (_name, row) => {
    const later = laterOf(row.later);
    const claim = { kind: row.kind ?? 'fact', status: row.status, verdict: 'accurate', later } as const;
    expect(settlementOf(claim, { reviewFacts: row.reviewFacts ?? true })).toBe(row.settled);
    expect(isTakenBack(later)).toBe(row.takenBack ?? false);
  });
});

describe('what changed since a return', () => {
  test.each(Object.entries(fieldsCases))('%s', (_name, { now, after = 'accurate', edits, fields }) => {
    const later = laterOf(edits.map((before) => ({ type: 'claim.edited', before })));
    const found = fieldsSince({ ...NOW, ...now }, { before: 'accurate', after }, later);
    const told = found.map(
      (one) => `${one.field}: ${JSON.stringify(one.before)} → ${JSON.stringify(one.after)}`,
    );
    expect(told).toEqual(fields);
  });

  test('is not read from other events', () => {
    const later = laterOf([{ type: 'review.reopened', before: { details: {} } }]);
    expect(fieldsSince(NOW, { before: 'accurate', after: 'accurate' }, later)).toEqual([]);
  });
});
