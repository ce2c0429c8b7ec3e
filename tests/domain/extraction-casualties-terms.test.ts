import { expect, test } from 'vitest';
import { type OutcomeTerm, outcomeTermAt } from '../../server/domain/extraction/casualties/outcome-words.ts';
import { termCases } from '../cases/extraction-casualties-terms.ts';

const shown = (term: OutcomeTerm): string =>
  [
    term.outcome,
    term.part,
    ...(term.part === 'verb' ? [term.form] : []),
    term.length,
    ...(term.needsPeople ? ['people'] : []),
    ...(term.passiveOnly === true ? ['passive'] : []),
  ].join(' ');

test.each(Object.entries(termCases))('%s', (text, expected) => {
  const words = text.split(' ');
  const found = words.flatMap((_, index) => {
    const term = outcomeTermAt(words, index);
    return term === null ? [] : [`${index}: ${shown(term)}`];
  });
  expect(found.join('; ')).toBe(expected);
});
