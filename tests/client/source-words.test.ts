/** What the register's pages say of an entry. */
import { describe, expect, test } from 'vitest';
import { alike, faredIn, mergeWords, placesIn, tellingOf } from '../../client/components/source-words.ts';
import type { Source, SourceRecord } from '../../server/contract/sources.ts';
import { idOf } from './proof-claims.ts';

const NONE: SourceRecord = {
  stories: 0,
  said: 0,
  through: 0,
  named: 0,
  verified: 0,
  inaccurate: 0,
  disputed: 0,
  unverifiable: 0,
  waived: 0,
  open: 0,
};
const record = (over: Partial<SourceRecord>): SourceRecord => ({ ...NONE, ...over });

const source = (number: number, name: string, over: Partial<Source> = {}): Source => ({
  id: idOf(number),
  name,
  kind: 'person',
  aliases: [],
  affiliations: [],
  note: null,
  description: null,
  confidential: false,
  readerIds: [],
  mergedInto: null,
  createdBy: idOf(900),
  createdAt: '2024-03-01T10:00:00.000Z',
  version: 1,
  can: [],
  ...over,
});

describe('where an entry is named', () => {
  const cases = {
    'in every role': [
      record({ stories: 4, said: 12, through: 3, named: 1 }),
      'in 4 stories: 12 said, 3 passed on, 1 named',
    ],
    'in one role of one story': [record({ stories: 1, said: 1 }), 'in 1 story: 1 said'],
    'ten is not none': [record({ stories: 2, through: 10 }), 'in 2 stories: 10 passed on'],
    nowhere: [NONE, null],
  } as const;
  test.each(Object.entries(cases))('%s', (_, [given, words]) => {
    expect(placesIn(given)).toBe(words);
  });
});

describe('how what it said fared', () => {
  const cases = {
    'the four that are always told': [
      record({ verified: 5, inaccurate: 1, disputed: 2, open: 4 }),
      'verified 5, inaccurate 1, disputed 2, open 4',
    ],
    'nothing checked yet': [record({ open: 3 }), 'verified 0, inaccurate 0, disputed 0, open 3'],
    'the rarer two where there are any': [
      record({ unverifiable: 1, waived: 2 }),
      'verified 0, inaccurate 0, disputed 0, unverifiable 1, waived 2, open 0',
    ],
  } as const;
  test.each(Object.entries(cases))('%s', (_, [given, words]) => {
    expect(faredIn(given)).toBe(words);
  });
});

describe('what a merge will do', () => {
  test('in numbers', () => {
    expect(mergeWords(record({ stories: 2, said: 3, through: 1 }), 'A', 'B')).toBe(
      '4 places in 2 stories name “A” and will name “B” instead.',
    );
  });
  test('one place', () => {
    expect(mergeWords(record({ stories: 1, named: 1 }), 'A', 'B')).toBe(
      '1 place in 1 story names “A” and will name “B” instead.',
    );
  });
  test('nothing that one may see', () => {
    expect(mergeWords(NONE, 'A', 'B')).toContain('No claim that you may see names “A”.');
  });
});

describe('names that are alike', () => {
  const cases = {
    'a family name': [
      ['Mira Halloran', 'M. Halloran', 'Jo Penn'],
      [0, 1],
    ],
    'case and accents aside': [
      ['José Marín', 'JOSE MARIN'],
      [0, 1],
    ],
    'initials make none': [['A. Penn', 'A. Lund'], []],
    'particles make none': [['Jan de Wit', 'Piet de Boer'], []],
    'short names are looked at whole': [
      ['Li', 'Li', 'Wu'],
      [0, 1],
    ],
    'another alphabet': [
      ['Мира Холлоран', 'М. Холлоран'],
      [0, 1],
    ],
    'one word twice in one name': [['Port Port', 'Harbour'], []],
  } as const;
  test.each(Object.entries(cases))('%s', (_, [names, expected]) => {
    const found = names.map((name, number) => source(number, name));
    expect([...alike(found)].sort()).toEqual(expected.map(idOf));
  });
});

describe('what tells an entry from others', () => {
  const cases = {
    'its description and its bodies': [
      { description: 'a deckhand', affiliations: ['Ferry Line', 'Union'] },
      'a deckhand · Ferry Line · Union',
    ],
    'its other names where there is nothing else': [{ aliases: ['MH', 'Mira'] }, 'also MH, Mira'],
    'not its name again': [{ description: 'Mira Halloran', confidential: true }, ''],
    nothing: [{}, ''],
  } as const;
  test.each(Object.entries(cases))('%s', (_, [over, words]) => {
    const {
      aliases = [],
      affiliations = [],
      ...rest
    } = { aliases: undefined, affiliations: undefined, ...over };
    expect(
      tellingOf(
        source(1, 'Mira Halloran', { ...rest, aliases: [...aliases], affiliations: [...affiliations] }),
      ),
    ).toBe(words);
  });
});
