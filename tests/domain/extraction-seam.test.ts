/** What every extractor promises (see `Extractor`), asked of each that Claimdesk has. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { english } from '../../server/domain/extraction/english.ts';
import type { Extractor, Passage, Proposal } from '../../server/domain/extraction/model.ts';
import { suggest } from '../../server/domain/extraction/suggest.ts';
import { brokenPromise } from '../support/extractor-contract.ts';
import { anyText, anyUnits } from '../support/extractor-texts.ts';
import { attribution, count, fact, passageOf } from '../support/passages.ts';

const EXTRACTORS: readonly [name: string, extractor: Extractor, language: string][] = [
  ['English', english, 'en'],
];

describe('English, behind a dateline', () => {
  it.each([
    ['ARDLE, May 3 (AP) — A ferry sank off Marl, killing nine people, Ada Brook said.', 'A ferry'],
    ['ARDLE (Reuters) - A ferry sank off Marl, killing nine people, Ada Brook said.', 'A ferry'],
    ['A ferry — old and slow — sank off Marl, killing nine people, Ada Brook said.', 'A ferry — old'],
  ])('%s', (text, begins) => {
    const found = english.propose(passageOf(`Ferry sinks off Marl\n\n${text}`));
    const said = found.find(({ kind }) => kind === 'attribution');
    expect(said?.span.quote.startsWith(begins), said?.span.quote).toBe(true);
    expect(found.flatMap(({ kind, span }) => (kind === 'source' ? [span.quote] : []))).toEqual(['Ada Brook']);
    const counted = found.flatMap((one) => (one.kind === 'casualty_count' ? [one.details.perpetrator] : []));
    expect(counted).toEqual([null]);
  });
});

describe('English, of a story that tells its own day', () => {
  const days = (text: string, publishedAt: string | null = null) =>
    english
      .propose(passageOf(text, { publishedAt }))
      .flatMap((one) =>
        one.kind === 'fact' && one.details.about === 'date'
          ? [`${one.span.quote}: ${one.details.value}`]
          : one.kind === 'casualty_count' && one.details.period !== null
            ? [`${one.span.quote}: ${one.details.period.from}`]
            : [],
      );

  it('reads a weekday by the day of its byline', () => {
    const text = 'Ferry sinks\n\nBy Ada Brook - Jan 08,2014\n\nNine people died on Tuesday.';
    expect(days(text)).toEqual(['Nine people: 2014-01-07', 'Tuesday: 2014-01-07']);
  });
  it('reads a weekday by the day of its dateline, which is no fact itself', () => {
    const text = 'Ferry sinks\n\nARDLE, Jan. 8, 2014 (AP) — Nine people died on Tuesday.';
    expect(days(text)).toEqual(['Nine people: 2014-01-07', 'Tuesday: 2014-01-07']);
  });
  it('knows no day where none has a year', () => {
    const text = 'Ferry sinks\n\nARDLE, Jan. 8 (AP) — Nine people died on Tuesday.';
    expect(days(text)).toEqual([]);
  });
  it('takes what is kept with the story first', () => {
    const text = 'Ferry sinks\n\nARDLE, Jan. 8, 2014 (AP) — Nine people died on Tuesday.';
    expect(days(text, '2014-01-15T08:00:00Z')).toEqual(['Nine people: 2014-01-14', 'Tuesday: 2014-01-14']);
  });
});

describe.each(EXTRACTORS)('%s', (_name, extractor, language) => {
  const published = fc.constantFrom(null, '2014-01-08T16:00:00Z', '2014-01-08');

  it('keeps its promises on any text', () => {
    fc.assert(
      fc.property(anyText, published, (text, publishedAt) => {
        const passage = passageOf(text, { language, publishedAt });
        expect(brokenPromise(passage, extractor.propose(passage))).toBeNull();
      }),
      { numRuns: 1500 },
    );
  });

  it('keeps its promises on what is no text', () => {
    fc.assert(
      fc.property(anyUnits, (text) => {
        const passage = passageOf(text, { language });
        expect(brokenPromise(passage, extractor.propose(passage))).toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  it('proposes the same for the same passage, whatever it read before', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, other) => {
        const passage = passageOf(text, { language });
        const first = extractor.propose(passage);
        extractor.propose(passageOf(`${other} ${text} ${other}`, { language }));
        expect(extractor.propose(passage)).toEqual(first);
      }),
      { numRuns: 300 },
    );
  });

  it('reads its language in every country, and no other', () => {
    expect([language, `${language}-GB`, language.toUpperCase()].every((tag) => extractor.reads(tag))).toBe(
      true,
    );
    expect(['qaa', `${language}x`, '', 'x-en'].some((tag) => extractor.reads(tag))).toBe(false);
  });

  it('proposes nothing for nothing', () => {
    expect(extractor.propose({ text: '', blocks: [], sentences: [], language, publishedAt: null })).toEqual(
      [],
    );
  });
});

describe('the promises themselves', () => {
  const text = 'Molk said 12 people drowned. It rained.';
  const passage = passageOf(text);
  const said = attribution(text, 'a', { content: ['12 people drowned'], source: 'Molk', cue: 'said' });
  const counted = count(text, 'c', '12 people');
  const rained = { ...fact(text, 'f', 'rained'), sentence: 1 };
  const sound: Proposal[] = [said, { ...counted, attributedBy: ['a'] }, rained];

  it('are kept by sound proposals', () => {
    expect(brokenPromise(passage, sound)).toBeNull();
    expect(brokenPromise(passage, [said, counted, { ...count(text, 'd', '12'), partOf: 'c' }])).toBeNull();
  });

  const broken: Record<string, Proposal[]> = {
    'two of one key': [said, { ...rained, key: 'a' }],
    'out of order': [rained, said],
    'a quote that is not there': [{ ...rained, span: { ...rained.span, quote: 'snowed' } }],
    'a span outside': [{ ...rained, span: { start: 30, end: 99, quote: 'rained' } }],
    'a span of an attribution that is not there': [
      { ...said, details: { ...said.details, cue: { start: 0, end: 4, quote: 'said' } } },
    ],
    'another sentence': [{ ...rained, sentence: 0 }],
    'details that are none': [{ ...said, details: { ...said.details, sourceId: 'nobody' } }],
    'a confidence above one': [{ ...rained, confidence: 1.1 }],
    'a confidence that is no number': [{ ...rained, confidence: Number.NaN }],
    'a rule without a name': [{ ...rained, rule: ' ' }],
    'no reason': [{ ...rained, why: ' ' }],
    'a reason that shouts': [{ ...rained, why: 'look!' }],
    'a source without a name': [{ ...said, sourceName: ' ' }],
    'said by nobody': [{ ...rained, attributedBy: ['z'] }],
    'said by a count': [counted, { ...rained, attributedBy: ['c'] }],
    'said by itself': [{ ...said, attributedBy: ['a'] }],
    'part of nothing': [{ ...counted, partOf: 'z' }],
    'part of an attribution': [said, { ...counted, partOf: 'a' }],
    'a fact that is part of something': [counted, { ...rained, partOf: 'c' }],
    'part of itself': [{ ...counted, partOf: 'c' }],
    'parts of one another': [
      { ...counted, partOf: 'd' },
      { ...count(text, 'd', '12'), partOf: 'c' },
    ],
  };
  it.each(Object.entries(broken))('notice %s', (_name, proposals) => {
    expect(brokenPromise(passage, proposals)).not.toBeNull();
  });
});

describe('suggest', () => {
  const whole = (passage: Passage): Proposal[] => [fact(passage.text, 'f', passage.text)];
  const french: Extractor = { reads: (language) => language === 'fr', propose: whole };

  it('takes the extractor of the language', () => {
    const passage = passageOf('Il pleut.', { language: 'fr' });
    expect(suggest(passage, [english, french])?.map(({ key }) => key)).toEqual(['f']);
    expect(suggest(passage, [french, { ...french, propose: () => [] }])).toHaveLength(1);
  });

  it.each(['fr', 'de', 'ar', 'zh', 'enm'])(
    'has nothing to say in a language that nobody reads: %s',
    (language) => {
      expect(suggest(passageOf('Molk said 12 people drowned.', { language }))).toBeNull();
    },
  );

  it('reads English', () => {
    expect(suggest(passageOf(''))).toEqual([]);
  });
});
