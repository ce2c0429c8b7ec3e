import { describe, expect, it } from 'vitest';
import { analyse } from '../../server/domain/extraction/analyse.ts';
import type { Proposal } from '../../server/domain/extraction/model.ts';
import { proposeSources } from '../../server/domain/extraction/sources.ts';
import { brokenPromise } from '../support/extractor-contract.ts';
import { attribution, passageOf, spanIn } from '../support/passages.ts';

type Attribution = Extract<Proposal, { kind: 'attribution' }>;
interface Given {
  readonly source: string;
  readonly content: string;
  readonly sourceName?: string;
  readonly basis?: Attribution['details']['basis'];
  readonly nth?: number;
}

function sourcesOf(text: string, given: readonly Given[]) {
  const passage = passageOf(text);
  const attributions = given.map(
    ({ source, content, sourceName = null, basis = 'named', nth = 0 }, index): Proposal => {
      const one = attribution(text, `a${index}`, { content: [content] });
      return { ...one, sourceName, details: { ...one.details, source: spanIn(text, source, nth), basis } };
    },
  );
  const proposals = proposeSources(passage, analyse(passage), attributions);
  expect(brokenPromise(passage, proposals)).toBeNull();
  return proposals.map(({ span, kind, details }) => [
    span.start,
    span.quote,
    kind === 'source' ? details.titleAsPrinted : null,
  ]);
}

describe('proposeSources', () => {
  const cases: Record<string, { text: string; given: Given[]; expected: unknown[] }> = {
    'a person who speaks': {
      text: 'Ana Bly said it rained.',
      given: [{ source: 'Ana Bly', content: 'it rained' }],
      expected: [[0, 'Ana Bly', null]],
    },
    'a person with a title before': {
      text: 'It rained, harbour spokesperson Ada Brook said.',
      given: [{ source: 'harbour spokesperson Ada Brook', content: 'It rained' }],
      expected: [[32, 'Ada Brook', 'harbour spokesperson']],
    },
    'a person with an office behind': {
      text: 'Ana Bly, the interior minister, said it rained.',
      given: [{ source: 'Ana Bly, the interior minister,', content: 'it rained' }],
      expected: [[0, 'Ana Bly', 'interior minister']],
    },
    'a pronoun, at the first mention of its name': {
      text: 'Mayor Ana Bly left at once. Later she said it rained.',
      given: [{ source: 'she', content: 'it rained', sourceName: 'Ana Bly' }],
      expected: [[6, 'Ana Bly', 'Mayor']],
    },
    'a person who speaks twice': {
      text: 'Ana Bly said it rained. Bly said it was cold.',
      given: [
        { source: 'Ana Bly', content: 'it rained' },
        { source: 'Bly', content: 'it was cold', nth: 1, sourceName: 'Ana Bly' },
      ],
      expected: [[0, 'Ana Bly', null]],
    },
    'a body': {
      text: 'The Skerry Observatory said it rained.',
      given: [{ source: 'The Skerry Observatory', content: 'it rained', basis: 'organisation' }],
      expected: [[4, 'Skerry Observatory', null]],
    },
    'a body without a capital': {
      text: 'The interior ministry said it rained.',
      given: [{ source: 'The interior ministry', content: 'it rained', basis: 'organisation' }],
      expected: [[4, 'interior ministry', null]],
    },
    'a body of a country': {
      text: 'The Swedish coast guard, which led the search, said it rained.',
      given: [
        {
          source: 'The Swedish coast guard, which led the search,',
          content: 'it rained',
          basis: 'organisation',
        },
      ],
      expected: [[4, 'Swedish coast guard', null]],
    },
    'a paper that could be anybody’s': {
      text: 'A message said it rained.',
      given: [{ source: 'A message', content: 'it rained', basis: 'document' }],
      expected: [],
    },
    'a name within a longer word is none': {
      text: 'Blyton is a town. Bly said it rained.',
      given: [{ source: 'Bly', content: 'it rained', nth: 1 }],
      expected: [[18, 'Bly', null]],
    },
    'two in the order of the text': {
      text: 'Molk left. Ana Bly said it rained, and Molk said it was cold.',
      given: [
        { source: 'Ana Bly', content: 'it rained' },
        { source: 'Molk', content: 'it was cold', nth: 1 },
      ],
      expected: [
        [0, 'Molk', null],
        [11, 'Ana Bly', null],
      ],
    },
    'nobody by name': {
      text: 'Officials said it rained.',
      given: [{ source: 'Officials', content: 'it rained', basis: 'unnamed' }],
      expected: [],
    },
    'a pronoun that nobody could resolve': {
      text: 'She said it rained.',
      given: [{ source: 'She', content: 'it rained' }],
      expected: [],
    },
    'a name that is not in the text': {
      text: 'She said it rained.',
      given: [{ source: 'She', content: 'it rained', sourceName: 'Ana Bly' }],
      expected: [],
    },
  };
  it.each(Object.entries(cases))('%s', (_name, { text, given, expected }) => {
    expect(sourcesOf(text, given)).toEqual(expected);
  });

  it('proposes no source where nobody speaks', () => {
    expect(sourcesOf('Ana Bly left.', [])).toEqual([]);
  });
});
