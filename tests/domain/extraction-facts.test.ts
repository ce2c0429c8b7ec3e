import { describe, expect, it } from 'vitest';
import { analyse } from '../../server/domain/extraction/analyse.ts';
import { proposeFacts } from '../../server/domain/extraction/facts.ts';
import { factCases } from '../cases/extraction-facts.ts';
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
