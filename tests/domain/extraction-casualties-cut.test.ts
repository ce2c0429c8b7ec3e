/** What stands at the edge of a text: every rule that looks at the next word finds one day that there is none. */
import { expect, test } from 'vitest';
import { CasualtyDetails } from '../../server/contract/claims.ts';
import { proposeCasualties } from '../../server/domain/extraction/casualties/propose.ts';
import { cutCases } from '../cases/extraction-casualties-cut.ts';

function propose(text: string) {
  const place = { block: 0, start: 0, end: text.length };
  const passage = {
    text,
    blocks: [{ role: 'headline' as const, start: 0, end: text.length }],
    sentences: [place],
    language: 'en',
    publishedAt: '2014-01-08T20:00:00Z',
  };
  return proposeCasualties(passage, [{ ...place, index: 0, words: [] }]);
}

const starts = (text: string): number[] =>
  [...text.matchAll(/[^\s\p{L}\d]|[\p{L}\d]+/gu)].map(({ index }) => index);

test.each(cutCases)('cut anywhere, it is read up to there and from there on: %s', (text) => {
  for (const at of starts(text))
    for (const part of [text.slice(0, at), text.slice(at)])
      for (const { span, details, confidence, why } of propose(part)) {
        expect(part.slice(span.start, span.end)).toBe(span.quote);
        expect(span.quote).toBe(span.quote.trim());
        expect(CasualtyDetails.parse(details)).toEqual(details);
        expect(confidence).toBeGreaterThan(0);
        expect(why).not.toContain('undefined');
      }
});
