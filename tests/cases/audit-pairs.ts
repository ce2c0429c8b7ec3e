import type { Mark } from '../support/audited.ts';
import type { FlagCase } from './audit-attributions.ts';

/** Two who say the same of one count. */
const both = (
  text: string,
  one: Partial<SaidMark>,
  other: Partial<SaidMark>,
  flags: string[],
  sources: FlagCase['sources'] = [],
): FlagCase => ({
  text,
  marks: [
    { id: 'dead', kind: 'casualty_count', quote: '41 dead', by: ['one', 'other'] },
    { id: 'one', kind: 'attribution', quote: '41', source: 'The clerk', ...one },
    { id: 'other', kind: 'attribution', quote: 'dead', source: 'the mayor', ...other },
  ],
  sources,
  flags,
});
type SaidMark = Extract<Mark, { kind: 'attribution' }>;

const SAID = 'The clerk counted 41 dead, and so did the mayor.';
export const pairCases: Record<string, FlagCase> = {
  'one source under two entries of the story': both(
    SAID,
    { details: { sourceId: 'coast' }, via: [{ sourceId: 'coast' }] },
    { details: { sourceId: 'coast' } },
    [],
    [{ id: 'coast' }],
  ),
  'through somebody else': both(
    SAID,
    { via: [{ sourceId: 'radio' }] },
    { details: { sourceId: 'mayor' } },
    [],
  ),
  'through somebody whom neither register nor story names': both(SAID, { via: [{}] }, {}, []),
  'told twice, the second time of one who came through the first': both(
    SAID,
    {},
    { via: [{ words: 'The clerk' }] },
    ['dead, one, other: the mayor'],
  ),
  'nobody is named': {
    ...both(SAID, {}, {}, []),
    marks: [
      { id: 'dead', kind: 'casualty_count', quote: '41 dead', by: ['one', 'other'] },
      { id: 'one', kind: 'attribution', quote: '41', via: [{ words: 'the mayor' }] },
      { id: 'other', kind: 'attribution', quote: 'dead', source: 'the mayor' },
    ],
  },
  'the other is not named': {
    ...both(SAID, {}, {}, []),
    marks: [
      { id: 'dead', kind: 'casualty_count', quote: '41 dead', by: ['one', 'other'] },
      { id: 'one', kind: 'attribution', quote: '41', source: 'The clerk', details: { basis: 'media' } },
      { id: 'other', kind: 'attribution', quote: 'dead' },
    ],
  },
  'somebody within the words of one who is no medium': both(
    'The clerk said 41 dead were counted by the mayor.',
    { quote: '41 dead were counted by the mayor' },
    {},
    [],
  ),
  'media, and somebody before their words': both(
    'So the mayor knew: The clerk wrote 41 dead.',
    { quote: '41 dead', details: { basis: 'media' } },
    {},
    [],
  ),
  'media, and somebody behind their words': both(
    'The clerk wrote 41 dead, the mayor as well.',
    { quote: '41 dead', details: { basis: 'media' } },
    {},
    [],
  ),
  'media, and somebody in one of two parts of their words': both(
    'The clerk wrote 41 dead, she said, were with the mayor.',
    { quote: '41 dead', content: ['41 dead', 'were with the mayor'], details: { basis: 'media' } },
    {},
    ['dead, one, other: the mayor'],
  ),
  'a speaker of another body': both(
    SAID,
    { details: { sourceId: 'clerk' } },
    { details: { sourceId: 'mayor' } },
    [],
    [{ id: 'clerk', affiliations: ['Port of Lindholm'] }, { id: 'mayor' }],
  ),
};
