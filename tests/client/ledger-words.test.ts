import { describe, expect, test } from 'vitest';
import {
  figureWords,
  relationWords,
  whenWords,
  whereWords,
  whoWords,
} from '../../client/components/ledger/words.ts';
import { CasualtyDetails } from '../../server/contract/claims.ts';
import { count, type Details, ledgerOf } from '../support/ledger.ts';

const details = (given: Details): CasualtyDetails => CasualtyDetails.parse({ outcome: 'killed', ...given });
const period = (from: string | null, to: string | null, more: Details = {}) =>
  whenWords(details({ period: { from, to, precision: 'day' }, ...more }));

test('figures as they are printed, or with what bounds them', () => {
  expect(figureWords(details({ low: 385, modifier: 'at_least' }))).toBe('≥ 385');
  expect(figureWords(details({ low: 12, modifier: 'vague', wording: 'dozens' }))).toBe('“dozens”');
  expect(figureWords(details({}))).toBe('–');
});

test('people by their noun, or else by what they are', () => {
  expect(whoWords(details({ victims: { category: 'civilian', label: 'villagers' } }))).toBe('villagers');
  expect(whoWords(details({ victims: { category: 'aid_worker', label: null } }))).toBe('aid worker');
  expect(whoWords(details({ victims: { category: 'unspecified', label: null } }))).toBe('');
  expect(whoWords(details({}))).toBe('');
});

describe('when', () => {
  test.each([
    ['a day', period('2026-03-02', null), '2 Mar 2026'],
    ['one day told twice', period('2026-03-02', '2026-03-02'), '2 Mar 2026'],
    ['a stretch', period('2026-03-02', '2026-03-04'), '2 Mar 2026 to 4 Mar 2026'],
    ['a toll since', period('2026-03-02', null, { scope: 'cumulative' }), 'since 2 Mar 2026'],
    ['an end alone', period(null, '2026-03-04'), 'until 4 Mar 2026'],
    ['nothing', period(null, null), ''],
    ['no period', whenWords(details({})), ''],
  ])('%s', (_name, words, expected) => {
    expect(words).toBe(expected);
  });
});

test('where words stand, sentences counted from one', () => {
  expect(whereWords({ role: 'headline', sentence: 0 })).toBe('Headline');
  expect(whereWords({ role: 'paragraph', sentence: 8 })).toBe('Sentence 9');
});

test('what a figure is part of, or the same as, for one who hears it', () => {
  const { figures } = ledgerOf({
    text: 'A raid killed 41 people, including 12 children.\nThe raid killed 41 people.',
    marks: [
      count('all', '41 people'),
      count('part', '12 children', { partOf: 'all' }),
      count('again', '41 people#2', {}, { sameFactAs: 'all' }),
    ],
  });
  const byId = new Map(figures.map((figure) => [figure.claimId, figure]));
  expect(figures.map((figure) => [figure.claimId, relationWords(figure, byId)])).toEqual([
    ['all', ''],
    ['again', ', the same fact as 41 people'],
    ['part', ', part of 41 people'],
  ]);
});
