import { describe, expect, it } from 'vitest';
import { analyse } from '../../server/domain/extraction/analyse.ts';
import { proposeFacts } from '../../server/domain/extraction/facts.ts';
import { factCases, measureCases } from '../cases/extraction-facts.ts';
import { brokenPromise } from '../support/extractor-contract.ts';
import { passageOf } from '../support/passages.ts';

function factsOf(text: string, publishedAt: string | null = null) {
  const passage = passageOf(text, { publishedAt });
  const proposals = proposeFacts(passage, analyse(passage));
  expect(brokenPromise(passage, proposals)).toBeNull();
  return proposals.flatMap((proposal) => (proposal.kind === 'fact' ? [proposal] : []));
}

describe('proposeFacts', () => {
  it.each(Object.entries(factCases))('%s', (_name, { text, publishedAt, expected, why }) => {
    const facts = factsOf(text, publishedAt);
    expect(facts.map(({ span, details }) => [span.quote, details.about, details.value])).toEqual(expected);
    if (why !== undefined) expect(facts[0]?.why).toContain(why);
  });

  it.each(Object.entries(measureCases))('reads what %s measures', (words, value) => {
    const facts = factsOf(`They put it at ${words} in all.`);
    expect(facts.map(({ span, details }) => [span.quote, details.about, details.value])).toEqual([
      [words, 'quantity', value],
    ]);
  });

  it('tells which rule found a figure, and is surer of money than of dozens', () => {
    const [money, share, measure, age, count, vague] = [
      'They put it at $40 in all.',
      'They put it at 40% in all.',
      'They put it at 40 km in all.',
      'They met Ana Bly, 42, in all.',
      'The storm broke 40 boats.',
      'The storm broke dozens of boats.',
    ].map((text) => factsOf(text)[0]);
    expect([money, share, measure, age, count].map((fact) => fact?.rule)).toEqual([
      'fact-money',
      'fact-share',
      'fact-measure',
      'fact-age',
      'fact-count',
    ]);
    expect([money, share, measure, age, count].map((fact) => fact?.why)).toEqual([
      'amount of money',
      'share',
      'measure',
      'age',
      'a count',
    ]);
    expect(money?.confidence).toBeGreaterThan(count?.confidence ?? 1);
    expect(count?.confidence).toBeGreaterThan(vague?.confidence ?? 0.26);
  });

  it('is surest where day and date disagree', () => {
    const [wrong, plain, year] = [
      'On Tuesday, 8 January 2014.',
      'It was on 8 January 2014.',
      'It was in 2014.',
    ].map((text) => factsOf(text)[0]?.confidence ?? 0);
    expect(wrong).toBeGreaterThan(plain ?? 1);
    expect(plain).toBeGreaterThan(year ?? 1);
  });

  it('leaves bylines and datelines alone, and counts sentences from the first', () => {
    const text =
      'Ferry sinks off Tarvo\n\nBy Ana Bly\n8 January 2014\n\nIt rained. The storm broke 40 boats on the quay.';
    const facts = factsOf(text);
    expect(facts.map(({ span }) => span.quote)).toEqual(['40 boats']);
    expect(facts[0]?.sentence).toBe(passageOf(text).sentences.length - 1);
  });
});
