/** Apart from the other tests of casualty counts, so that a run of mutations can leave these out: each reads long texts. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CasualtyDetails } from '../../server/contract/claims.ts';
import { proposeCasualties } from '../../server/domain/extraction/casualties/propose.ts';

function propose(text: string) {
  const block = { role: 'paragraph' as const, start: 0, end: text.length };
  const sentence = { block: 0, start: 0, end: text.length };
  const passage = {
    text,
    blocks: [block],
    sentences: [sentence],
    language: 'en',
    publishedAt: '2014-01-08T20:00:00Z',
  };
  return proposeCasualties(passage, [{ ...sentence, index: 0, words: [] }]);
}

const long = {
  digits: '1'.repeat(1_000_000),
  'one verb': 'killed '.repeat(40_000),
  'people and verbs': 'nine people were killed and '.repeat(8_000),
  parts: '12 people, including three nurses, among them '.repeat(6_000),
  names: 'Ada Brook '.repeat(30_000),
  'open quotes': '"“('.repeat(100_000),
  emoji: '👩‍👩‍👧‍👦'.repeat(30_000),
  'right to left': 'قتل تسعة أشخاص '.repeat(20_000),
  'white space': ' '.repeat(1_000_000),
  dates: 'on 3 January since Tuesday '.repeat(8_000),
};
test.each(Object.entries(long))('a long text is read in linear time: %s', (_name, text) => {
  expect(propose(text).length).toBeLessThanOrEqual(text.length);
});

test('any words give proposals that lie in the text and fit the contract', () => {
  const words = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc
      .array(
        fc.constantFrom(
          ...'9 dozens of at least people soldiers Ada Brook one were killed to kill not could freed missing since , ; ( ) and who that including them both another a the toll on Tuesday in January 2014 shot dead death most 👩 “ — ’s'.split(
            ' ',
          ),
        ),
        { maxLength: 40 },
      )
      .map((list) => list.join(' ')),
  );
  fc.assert(
    fc.property(words, (text) => {
      const proposals = propose(text);
      const keys = new Set(proposals.map(({ key }) => key));
      expect(keys.size).toBe(proposals.length);
      for (const { span, details, partOf, confidence } of proposals) {
        expect(text.slice(span.start, span.end)).toBe(span.quote);
        expect(span.quote).not.toBe('');
        expect(CasualtyDetails.parse(details)).toEqual(details);
        if (partOf !== null) expect(keys).toContain(partOf);
        expect(confidence).toBeGreaterThan(0);
        expect(confidence).toBeLessThan(1);
      }
    }),
    { numRuns: 500 },
  );
});
