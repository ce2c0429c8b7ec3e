import { expect, test } from 'vitest';
import { confirmableOn } from '../../server/domain/claims/confirmable.ts';
import { confirmableCases } from '../cases/claims-confirmable.ts';

test.each(Object.entries(confirmableCases))('%s', (_, { verdict, newer, expected }) => {
  expect(confirmableOn(verdict, newer)).toBe(expected);
});
