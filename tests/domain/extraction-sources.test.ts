import { describe, expect, it } from 'vitest';
import { analyse } from '../../server/domain/extraction/analyse.ts';
import type { Proposal } from '../../server/domain/extraction/model.ts';
import { proposeSources } from '../../server/domain/extraction/sources.ts';
import { brokenPromise } from '../support/extractor-contract.ts';
import { attribution, fact, passageOf, spanIn } from '../support/passages.ts';

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
    'a person with a rank, at the sentence’s beginning': {
      text: 'General Otto Lenn said it rained.',
      given: [{ source: 'General Otto Lenn', content: 'it rained' }],
      expected: [[8, 'Otto Lenn', 'General']],
    },
    'a person who saw it': {
      text: 'Eyewitness Leo Brandt said it rained.',
      given: [{ source: 'Eyewitness Leo Brandt', content: 'it rained' }],
      expected: [[11, 'Leo Brandt', null]],
    },
    'a harbour master': {
      text: 'It rained, harbour master Ada Moor said.',
      given: [{ source: 'harbour master Ada Moor', content: 'It rained' }],
      expected: [[26, 'Ada Moor', 'harbour master']],
    },
    'the head of a mission': {
      text: 'It rained, mission head Ada Moor said.',
      given: [{ source: 'mission head Ada Moor', content: 'It rained' }],
      expected: [[24, 'Ada Moor', 'mission head']],
    },
    'a leader with what is led': {
      text: 'Rail union leader Max Stein said it rained.',
      given: [{ source: 'Rail union leader Max Stein', content: 'it rained' }],
      expected: [[18, 'Max Stein', 'Rail union leader']],
    },
    'an office before its name': {
      text: 'A spokesman for the refugee agency, Ben Cole, said it rained.',
      given: [{ source: 'A spokesman for the refugee agency, Ben Cole', content: 'it rained' }],
      expected: [[36, 'Ben Cole', 'spokesman for the refugee agency']],
    },
    'an office before its name and a doctor’s': {
      text: 'It rained, the head of the island’s hospital, Dr Per Lund, said.',
      given: [{ source: 'the head of the island’s hospital, Dr Per Lund', content: 'It rained' }],
      expected: [[49, 'Per Lund', 'head of the island’s hospital']],
    },
    'a body at the sentence’s beginning': {
      text: 'Police said it rained.',
      given: [{ source: 'Police', content: 'it rained', basis: 'organisation' }],
      expected: [],
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
    'a document and a paper that can be looked up': {
      text: 'The Tarvo Report said it rained. The Lind Courier said it was cold.',
      given: [
        { source: 'The Tarvo Report', content: 'it rained', basis: 'document' },
        { source: 'The Lind Courier', content: 'it was cold', basis: 'media' },
      ],
      expected: [
        [4, 'Tarvo Report', null],
        [37, 'Lind Courier', null],
      ],
    },
    'whose words they are, in the possessive': {
      text: 'It rained, by Ana Bly’s count.',
      given: [{ source: 'Ana Bly’s', content: 'It rained' }],
      expected: [[14, 'Ana Bly', null]],
    },
    'whose words they are, after an s': {
      text: 'It rained, by James Hollis’ count.',
      given: [{ source: 'James Hollis’', content: 'It rained' }],
      expected: [[14, 'James Hollis', null]],
    },
    'a name with an apostrophe within': {
      text: 'Rory O’Dell said it rained.',
      given: [{ source: 'Rory O’Dell', content: 'it rained' }],
      expected: [[0, 'Rory O’Dell', null]],
    },
    'a body with small words in its name': {
      text: 'The Ministry of Health and Welfare said it rained.',
      given: [{ source: 'The Ministry of Health and Welfare', content: 'it rained', basis: 'organisation' }],
      expected: [[4, 'Ministry of Health and Welfare', null]],
    },
    'a body with a number in its name': {
      text: 'The Channel 4 Newsroom said it rained.',
      given: [{ source: 'Channel 4 Newsroom', content: 'it rained', basis: 'media' }],
      expected: [[14, 'Newsroom', null]],
    },
    'a person of whom the source says more': {
      text: 'Ana Bly who left at noon said it rained.',
      given: [{ source: 'Ana Bly who left at noon', content: 'it rained' }],
      expected: [[0, 'Ana Bly', null]],
    },
    'the longer of two that share words': {
      text: 'The Skerry Observatory for Rain said it rained. The Skerry Observatory said it was cold.',
      given: [
        { source: 'The Skerry Observatory for Rain', content: 'it rained', basis: 'organisation' },
        { source: 'The Skerry Observatory', content: 'it was cold', basis: 'organisation' },
      ],
      expected: [[4, 'Skerry Observatory for Rain', null]],
    },
    'one whose name others spell in capitals': {
      text: 'Ana Bly said it rained. ANA BLY said it was cold.',
      given: [
        { source: 'Ana Bly', content: 'it rained' },
        { source: 'ANA BLY', content: 'it was cold' },
      ],
      expected: [[0, 'Ana Bly', null]],
    },
    'a name that stands for itself only after it spoke': {
      text: 'Blyton said it rained. Blyton is a town, said Bly.',
      given: [{ source: 'Blyton', content: 'it rained', sourceName: 'Bly' }],
      expected: [],
    },
    'a title over a line end': {
      text: 'It rained, said Ana Bly, the interior\nminister, at noon.',
      given: [{ source: 'Ana Bly', content: 'It rained' }],
      expected: [[16, 'Ana Bly', 'interior minister']],
    },
    'a title in the sentence before is another’s': {
      text: 'They met the mayor. Ana Bly said it rained.',
      given: [{ source: 'Ana Bly', content: 'it rained' }],
      expected: [[20, 'Ana Bly', null]],
    },
    'nobody, by what the text claims alone': {
      text: 'It rained.',
      given: [{ source: 'It', content: 'rained', basis: null }],
      expected: [],
    },
    'others without a name': {
      text: 'Others said it rained. Both said it was cold.',
      given: [
        { source: 'Others', content: 'it rained' },
        { source: 'Both', content: 'it was cold' },
      ],
      expected: [],
    },
    'a phrase too long to be a name': {
      text: `The ${'very '.repeat(20)}old harbour said it rained.`,
      given: [
        { source: `The ${'very '.repeat(20)}old harbour`, content: 'it rained', basis: 'organisation' },
      ],
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

  it('says why, and is surer of a source with a title', () => {
    const text = 'Ana Bly said it rained. Mayor Oskar Molk said it was cold.';
    const said = [
      { ...attribution(text, 'a0', { content: ['it rained'], source: 'Ana Bly' }) },
      { ...attribution(text, 'a1', { content: ['it was cold'], source: 'Mayor Oskar Molk' }) },
    ];
    const passage = passageOf(text);
    const [plain, titled] = proposeSources(passage, analyse(passage), [...said, fact(text, 'f', 'Ana')]);
    expect(plain).toMatchObject({ rule: 'source-name', why: 'speaks in this story; named here first' });
    expect(titled).toMatchObject({
      rule: 'source-title',
      why: 'speaks in this story; named here first, as Mayor',
      sentence: 1,
      key: 'source-30-40',
    });
    expect(titled?.confidence).toBeGreaterThan(plain?.confidence ?? 1);
  });

  it('proposes no source where nobody speaks', () => {
    expect(sourcesOf('Ana Bly left.', [])).toEqual([]);
  });
});
