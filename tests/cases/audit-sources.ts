import type { FlagCase } from './audit-attributions.ts';

export const secondHandCases: Record<string, FlagCase> = {
  'told to another outlet': {
    text: 'A clerk told Coast Radio the pumps were off.',
    marks: [
      {
        id: 'clerk',
        kind: 'attribution',
        quote: 'the pumps were off',
        source: 'A clerk',
        via: [{ words: 'Coast Radio' }],
      },
    ],
    flags: ['clerk: A clerk'],
    says: ['What “A clerk” says comes through “Coast Radio”: it was not heard from the source.'],
  },
  'told to an outlet that only the register names': {
    text: 'A clerk told them the pumps were off.',
    marks: [
      {
        id: 'clerk',
        kind: 'attribution',
        quote: 'the pumps were off',
        source: 'A clerk',
        via: [{ sourceId: 'coast' }],
      },
    ],
    sources: [{ id: 'coast', name: 'Coast Radio' }],
    flags: ['clerk: A clerk'],
  },
  'told to the story’s own agency, however it is written': {
    text: 'A clerk told Agence France-Presse the pumps were off.',
    agency: 'AFP',
    marks: [
      {
        id: 'clerk',
        kind: 'attribution',
        quote: 'the pumps were off',
        source: 'A clerk',
        via: [{ words: 'Agence France-Presse' }],
      },
    ],
    flags: [],
  },
  'told to the own agency, which the register knows by another name': {
    text: 'A clerk told the agency the pumps were off.',
    agency: 'Coast Press',
    marks: [
      {
        id: 'clerk',
        kind: 'attribution',
        quote: 'the pumps were off',
        source: 'A clerk',
        via: [{ words: 'the agency', sourceId: 'coast' }],
      },
    ],
    sources: [{ id: 'coast', name: 'Coast Press' }],
    flags: [],
  },
  'told to reporters': {
    text: 'A clerk told reporters the pumps were off.',
    marks: [
      {
        id: 'clerk',
        kind: 'attribution',
        quote: 'the pumps were off',
        source: 'A clerk',
        via: [{ words: 'reporters' }],
      },
    ],
    flags: [],
  },
  'media that name them': {
    text: 'Norwegian media named them.',
    marks: [
      {
        id: 'media',
        kind: 'attribution',
        quote: 'them',
        source: 'Norwegian media',
        details: { basis: 'media' },
      },
    ],
    flags: ['media: Norwegian media'],
    says: ['“Norwegian media” only passes on what others said or found.'],
  },
  'media as the register has them': {
    text: 'Coast Radio named them.',
    marks: [
      {
        id: 'media',
        kind: 'attribution',
        quote: 'them',
        source: 'Coast Radio',
        details: { sourceId: 'radio' },
      },
    ],
    sources: [{ id: 'radio', kind: 'media' }],
    flags: ['media: Coast Radio'],
  },
  'the own agency’s count': {
    text: 'A Reuters tally has 41 dead.',
    agency: 'Reuters',
    marks: [
      { id: 'own', kind: 'attribution', quote: '41 dead', source: 'Reuters', details: { basis: 'media' } },
    ],
    flags: [],
  },
  'somebody inside of another’s words': {
    text: 'Ada Moor said the crew had told her that the pumps were off.',
    marks: [
      {
        id: 'moor',
        kind: 'attribution',
        quote: 'the crew had told her that the pumps were off',
        source: 'Ada Moor',
        cue: 'said',
      },
      { id: 'crew', kind: 'attribution', quote: 'the pumps were off', source: 'the crew', cue: 'told' },
    ],
    flags: ['crew, moor: the crew'],
  },
  'an attribution that names another': {
    text: 'The crew slept, the mate heard.\nAda Moor read his letter out.',
    marks: [
      {
        id: 'mate',
        kind: 'attribution',
        quote: 'The crew slept',
        source: 'the mate',
        cue: 'heard',
        by: ['moor'],
      },
      { id: 'moor', kind: 'attribution', quote: 'his letter', source: 'Ada Moor', cue: 'read' },
    ],
    flags: ['mate, moor: the mate'],
  },
  'the same source within its own words': {
    text: 'Ada Moor said Ada Moor warned the crew.',
    marks: [
      {
        id: 'outer',
        kind: 'attribution',
        quote: 'Ada Moor warned the crew',
        source: 'Ada Moor',
        cue: 'said',
      },
      { id: 'inner', kind: 'attribution', quote: 'the crew', source: 'Ada Moor#2', cue: 'warned' },
    ],
    flags: [],
  },
};

export const independenceCases: Record<string, FlagCase> = {
  'one came through the other, by its entry': {
    text: 'A clerk told the radio that 41 died.\nCoast Radio counted 41 dead.',
    marks: [
      { id: 'dead', kind: 'casualty_count', quote: '41 died', by: ['clerk', 'radio'] },
      { id: 'clerk', kind: 'attribution', quote: '41 died', source: 'A clerk', via: [{ sourceId: 'coast' }] },
      {
        id: 'radio',
        kind: 'attribution',
        quote: '41 dead',
        source: 'Coast Radio',
        details: { sourceId: 'coast' },
      },
    ],
    flags: ['dead, clerk, radio: Coast Radio'],
    says: ['“A clerk” and “Coast Radio” may be one source and not two: one came through the other.'],
  },
  'one came through the other, by its words': {
    text: 'A clerk told Coast Radio that 41 died.\nCoast radio counted 41 dead.',
    marks: [
      { id: 'dead', kind: 'casualty_count', quote: '41 died', by: ['clerk', 'radio'] },
      {
        id: 'clerk',
        kind: 'attribution',
        quote: '41 died',
        source: 'A clerk',
        via: [{ words: 'Coast Radio' }],
      },
      { id: 'radio', kind: 'attribution', quote: '41 dead', source: 'Coast radio' },
    ],
    flags: ['dead, clerk, radio: Coast radio'],
  },
  'media that quote the other': {
    text: 'Coast Radio said the mayor had seen 41 bodies.\nForty-one were buried, the mayor said.',
    marks: [
      { id: 'bodies', kind: 'casualty_count', quote: '41 bodies', by: ['mayor'] },
      {
        id: 'radio',
        kind: 'attribution',
        quote: 'the mayor had seen 41 bodies',
        source: 'Coast Radio',
        details: { basis: 'media' },
      },
      { id: 'mayor', kind: 'attribution', quote: '41 bodies', source: 'the mayor', cue: 'seen' },
    ],
    flags: ['bodies, radio, mayor: the mayor'],
    says: ['“Coast Radio” and “the mayor” may be one source and not two: one quotes the other.'],
  },
  'a speaker and the body spoken for': {
    text: 'The port authority counted 41 dead.\nIts spokesman Jon Vik said 41 died.',
    marks: [
      { id: 'dead', kind: 'casualty_count', quote: '41 dead', by: ['authority', 'vik'] },
      {
        id: 'authority',
        kind: 'attribution',
        quote: '41 dead',
        source: 'The port authority',
        details: { sourceId: 'port' },
      },
      { id: 'vik', kind: 'attribution', quote: '41 died', source: 'Jon Vik', details: { sourceId: 'vik' } },
    ],
    sources: [
      { id: 'port', name: 'Port of Lindholm', aliases: ['Port Authority'] },
      { id: 'vik', affiliations: ['port authority'] },
    ],
    flags: ['dead, authority, vik: Jon Vik'],
    says: ['“The port authority” and “Jon Vik” may be one source and not two: one speaks for the other.'],
  },
  'two who tell the same fact in two places': {
    text: 'A clerk told Coast Radio that 41 died.\nCoast Radio counted 41 dead.',
    marks: [
      { id: 'first', kind: 'casualty_count', quote: '41 died', by: ['clerk'] },
      { id: 'again', kind: 'casualty_count', quote: '41 dead', by: ['radio'], sameFactAs: 'first' },
      {
        id: 'clerk',
        kind: 'attribution',
        quote: '41 died',
        source: 'A clerk',
        via: [{ words: 'Coast Radio' }],
      },
      { id: 'radio', kind: 'attribution', quote: '41 dead', source: 'Coast Radio#2' },
    ],
    flags: ['first, clerk, radio: Coast Radio'],
  },
  'two who do not know each other': {
    text: 'A clerk said 41 died.\nThe mayor counted 41 dead.',
    marks: [
      { id: 'dead', kind: 'casualty_count', quote: '41 died', by: ['clerk', 'mayor'] },
      { id: 'clerk', kind: 'attribution', quote: '41 died', source: 'A clerk' },
      { id: 'mayor', kind: 'attribution', quote: '41 dead', source: 'The mayor' },
    ],
    flags: [],
  },
  'one through the other, of different claims': {
    text: 'A clerk told Coast Radio that 41 died.\nCoast Radio said it rained.',
    marks: [
      { id: 'dead', kind: 'casualty_count', quote: '41 died', by: ['clerk'] },
      { id: 'rain', kind: 'fact', quote: 'it rained', by: ['radio'] },
      {
        id: 'clerk',
        kind: 'attribution',
        quote: '41 died',
        source: 'A clerk',
        via: [{ words: 'Coast Radio' }],
      },
      { id: 'radio', kind: 'attribution', quote: 'it rained', source: 'Coast Radio#2' },
    ],
    flags: [],
  },
};

const twice = (first: string, second: string, name?: string): FlagCase['marks'] => [
  { id: 'a', kind: 'attribution', quote: 'one', source: first, ...entry(name) },
  { id: 'b', kind: 'attribution', quote: 'two', source: second, ...entry(name) },
];
const entry = (name: string | undefined) => (name === undefined ? {} : { details: { sourceId: name } });
const described = (
  first: string,
  second: string,
  name: string | undefined,
  flags: string[],
  aliases: string[] = [],
): FlagCase => ({
  text: `${first} told us one.\nThen ${second} told us two.`,
  marks: twice(first, second, name),
  sources: name === undefined ? [] : [{ id: name, name, aliases }],
  flags,
});

export const descriptionCases: Record<string, FlagCase> = {
  'two descriptions of one entry': described('A diplomat', 'Norway’s ambassador', 'Norway’s ambassador', [
    'b, a: Norway’s ambassador',
  ]),
  'a full name, then a brief one': described('Harbour chief Ada Moor', 'Moor', 'Ada Moor', []),
  'another title later on': described('Harbour chief Ada Moor', 'Mayor Moor', 'Ada Moor', [
    'b, a: Mayor Moor',
  ]),
  'a courtesy title': described('Ada Moor', 'Mrs Moor', 'Ada Moor', []),
  'an apposition tells more of the same one': described('Ada Moor, a nurse,', 'Moor, 42,', 'Ada Moor', []),
  initials: described('the Lindholm Port Authority', 'the LPA', 'Lindholm Port Authority', []),
  'an alias of the register': described(
    'Lindholm Port Authority',
    'Havnevesenet',
    'Lindholm Port Authority',
    [],
    ['Havnevesenet'],
  ),
  'what stands for a name': described(
    'Lindholm Port Authority',
    'the authority',
    'Lindholm Port Authority',
    [],
  ),
  'a pronoun': described('Lindholm Port Authority', 'they', 'Lindholm Port Authority', []),
  'a rank more': described('minister Jon Vik', 'deputy minister Jon Vik', 'Jon Vik', [
    'b, a: deputy minister Jon Vik',
  ]),
  'a title more is no other one': described('Jon Vik', 'former minister Jon Vik', 'Jon Vik', []),
  'the same words': described('Ada Moor', 'Ada Moor', 'Ada Moor', []),
  'one name under two titles, without an entry': described('Mayor Ada Moor', 'Nurse Ada Moor', undefined, [
    'b, a: Nurse Ada Moor',
  ]),
  'two names': described('Mayor Ada Moor', 'Mayor Jon Vik', undefined, []),
  'two bodies with the same last words': described(
    'Lindholm Centre for Human Rights',
    'Storvik Network for Human Rights',
    undefined,
    [],
  ),
  'three descriptions are one flag': {
    text: 'A diplomat told us one.\nNorway’s ambassador told us two.\nA foreign envoy told us three.',
    marks: [
      ...twice('A diplomat', 'Norway’s ambassador', 'envoy'),
      {
        id: 'c',
        kind: 'attribution',
        quote: 'three',
        source: 'A foreign envoy',
        details: { sourceId: 'envoy' },
      },
    ],
    sources: [{ id: 'envoy' }],
    flags: ['b, a: Norway’s ambassador'],
  },
  'a full description that has both brief ones': {
    text: 'The fleet’s spokesman told us one.\nJon Vik, the fleet’s spokesman, told us two.\nVik told us three.',
    marks: [
      ...twice('The fleet’s spokesman', 'Jon Vik, the fleet’s spokesman,', 'Jon Vik'),
      { id: 'c', kind: 'attribution', quote: 'three', source: 'Vik#2', details: { sourceId: 'Jon Vik' } },
    ],
    sources: [{ id: 'Jon Vik' }],
    flags: [],
  },
  'titles as printed': {
    text: 'Jon Vik left.\nJon Vik came back.',
    marks: [
      { id: 'a', kind: 'source', quote: 'Jon Vik', details: { titleAsPrinted: 'spokesman' } },
      { id: 'b', kind: 'source', quote: 'Jon Vik#2', details: { titleAsPrinted: 'commander' } },
    ],
    flags: ['b, a: Jon Vik'],
  },
  'a title and a wording are not compared': {
    text: 'Jon Vik left.\nThe harbour chief told us one.',
    marks: [
      {
        id: 'a',
        kind: 'source',
        quote: 'Jon Vik',
        details: { titleAsPrinted: 'spokesman', sourceId: 'vik' },
      },
      {
        id: 'b',
        kind: 'attribution',
        quote: 'one',
        source: 'The harbour chief',
        details: { sourceId: 'vik' },
      },
    ],
    sources: [{ id: 'vik' }],
    flags: [],
  },
};
