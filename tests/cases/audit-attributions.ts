import type { StoryCase } from '../support/audited.ts';

/** A story, the flags of the table's code (claim ids, then the words pointed at), and what each of them says. */
export type FlagCase = StoryCase & { readonly flags: readonly string[]; readonly says?: readonly string[] };

export const unattributedCases: Record<string, FlagCase> = {
  'a count that nobody stated': {
    text: 'At least 41 people died when the ferry sank.',
    marks: [{ id: 'dead', kind: 'casualty_count', quote: 'At least 41 people died' }],
    flags: ['dead: At least 41 people died'],
    says: ['Nobody is said to have counted “At least 41 people died”.'],
  },
  'a count that names its attribution': {
    text: 'At least 41 people died when the ferry sank, the harbour office said.',
    marks: [
      { id: 'dead', kind: 'casualty_count', quote: 'At least 41 people died', by: ['office'] },
      {
        id: 'office',
        kind: 'attribution',
        quote: 'the ferry sank',
        source: 'the harbour office',
        cue: 'said',
      },
    ],
    flags: [],
  },
  'a count inside of what was said': {
    text: 'The harbour office said at least 41 people died.',
    marks: [
      { id: 'dead', kind: 'casualty_count', quote: '41 people' },
      {
        id: 'office',
        kind: 'attribution',
        quote: 'at least 41 people died',
        source: 'The harbour office',
        cue: 'said',
      },
    ],
    flags: [],
  },
  'a count of which the content holds the greater part': {
    text: 'The harbour office said at least 41 people died.',
    marks: [
      { id: 'dead', kind: 'casualty_count', quote: 'at least 41 people died.' },
      {
        id: 'office',
        kind: 'attribution',
        quote: 'at least 41 people died',
        cue: 'said',
        content: ['41 people died'],
      },
    ],
    flags: [],
  },
  'a count of which the content holds a word': {
    text: 'At least 41 people died, the harbour office said.',
    marks: [
      { id: 'dead', kind: 'casualty_count', quote: 'At least 41 people died' },
      { id: 'office', kind: 'attribution', quote: 'died', cue: 'said' },
    ],
    flags: ['dead: At least 41 people died'],
  },
  'an attribution in which nothing is filled in yet': {
    text: 'At least 41 people died.',
    marks: [
      { id: 'dead', kind: 'casualty_count', quote: 'At least 41 people died' },
      { id: 'empty', kind: 'attribution', quote: 'At least 41 people died.', details: { mode: 'indirect' } },
    ],
    flags: ['dead: At least 41 people died'],
  },
  'what the reporter counted': {
    text: 'At least 41 people died.',
    marks: [
      { id: 'dead', kind: 'casualty_count', quote: 'At least 41 people died' },
      { id: 'own', kind: 'attribution', quote: 'At least 41 people died.', details: { basis: 'own' } },
    ],
    flags: [],
  },
  'an attribution whose words are gone says nothing': {
    text: 'At least 41 people died, the harbour office said.',
    marks: [
      { id: 'dead', kind: 'casualty_count', quote: 'At least 41 people died', by: ['office'] },
      {
        id: 'office',
        kind: 'attribution',
        quote: 'At least 41 people died',
        cue: 'said',
        status: 'orphaned',
      },
    ],
    flags: ['dead: At least 41 people died'],
  },
  'a count whose words are gone': {
    text: 'At least 41 people died.',
    marks: [{ id: 'dead', kind: 'casualty_count', quote: 'At least 41 people died', status: 'orphaned' }],
    flags: [],
  },
  'a part in the sentence of an attributed whole': {
    text: 'At least 41 people died, nine of them children, the harbour office said.',
    marks: [
      { id: 'dead', kind: 'casualty_count', quote: 'At least 41 people died', by: ['office'] },
      { id: 'children', kind: 'casualty_count', quote: 'nine of them children', details: { partOf: 'dead' } },
      { id: 'office', kind: 'attribution', quote: 'At least 41 people died', cue: 'said' },
    ],
    flags: [],
  },
  'a part in another sentence than its whole': {
    text: 'At least 41 people died, the harbour office said.\nNine of them were children.',
    marks: [
      { id: 'dead', kind: 'casualty_count', quote: 'At least 41 people died', by: ['office'] },
      { id: 'children', kind: 'casualty_count', quote: 'Nine of them', details: { partOf: 'dead' } },
      { id: 'office', kind: 'attribution', quote: 'At least 41 people died', cue: 'said' },
    ],
    flags: ['children: Nine of them'],
  },
  'a whole and its part are asked about once': {
    text: 'At least 41 people died, nine of them children.',
    marks: [
      { id: 'dead', kind: 'casualty_count', quote: 'At least 41 people died' },
      { id: 'children', kind: 'casualty_count', quote: 'nine of them children', details: { partOf: 'dead' } },
    ],
    flags: ['dead, children: At least 41 people died'],
  },
  'one fact is asked about once, however often it is told': {
    text: 'At least 41 people died.\nThe 41 were buried on Friday.',
    marks: [
      { id: 'first', kind: 'casualty_count', quote: 'At least 41 people died' },
      { id: 'again', kind: 'casualty_count', quote: 'The 41', sameFactAs: 'first' },
    ],
    flags: ['first, again: At least 41 people died'],
  },
  'a fact that is attributed where it is told again': {
    text: 'At least 41 people died.\nThe harbour office counted 41 dead.',
    marks: [
      { id: 'first', kind: 'casualty_count', quote: 'At least 41 people died', sameFactAs: 'again' },
      { id: 'again', kind: 'casualty_count', quote: '41 dead', by: ['office'] },
      { id: 'office', kind: 'attribution', quote: '41 dead', cue: 'counted' },
    ],
    flags: [],
  },
  'a figure of the headline that the story attributes': {
    text: '[Ferry kills 41]\nAt least 41 people died, the harbour office said.',
    marks: [
      { id: 'headline', kind: 'casualty_count', quote: 'kills 41', details: { best: 41 } },
      {
        id: 'dead',
        kind: 'casualty_count',
        quote: 'At least 41 people died',
        by: ['office'],
        details: { low: 41 },
      },
      { id: 'office', kind: 'attribution', quote: 'At least 41 people died', cue: 'said' },
    ],
    flags: [],
  },
  'a figure of the headline with another outcome in the story': {
    text: '[Ferry kills 41]\nAt least 41 people were hurt, the harbour office said.',
    marks: [
      { id: 'headline', kind: 'casualty_count', quote: 'kills 41', details: { best: 41 } },
      {
        id: 'hurt',
        kind: 'casualty_count',
        quote: '41 people',
        by: ['office'],
        details: { low: 41, outcome: 'injured' },
      },
      { id: 'office', kind: 'attribution', quote: 'At least 41 people were hurt', cue: 'said' },
    ],
    flags: ['headline: kills 41'],
  },
  'a headline without a figure': {
    text: '[Hostages freed]\nNine hostages were freed, the mayor said.',
    marks: [
      { id: 'headline', kind: 'casualty_count', quote: 'Hostages freed', details: { outcome: 'freed' } },
      {
        id: 'nine',
        kind: 'casualty_count',
        quote: 'Nine hostages',
        by: ['mayor'],
        details: { outcome: 'freed', best: 9 },
      },
      { id: 'mayor', kind: 'attribution', quote: 'Nine hostages', cue: 'said' },
    ],
    flags: [],
  },
  'the same figure twice in the story is two counts': {
    text: 'Nine died in Lindholm.\nNine died in Storvik, the mayor said.',
    marks: [
      { id: 'lindholm', kind: 'casualty_count', quote: 'Nine died in Lindholm', details: { best: 9 } },
      {
        id: 'storvik',
        kind: 'casualty_count',
        quote: 'Nine died in Storvik',
        by: ['mayor'],
        details: { best: 9 },
      },
      { id: 'mayor', kind: 'attribution', quote: 'Nine died in Storvik', cue: 'said' },
    ],
    flags: ['lindholm: Nine died in Lindholm'],
  },
  'an accusation': {
    text: 'The owner bribed the inspectors for years.',
    marks: [{ id: 'bribe', kind: 'fact', quote: 'The owner bribed the inspectors' }],
    flags: ['bribe: The owner bribed the inspectors'],
    says: ['“bribed” accuses somebody, and nobody is said to have said so.'],
  },
  'a charge before the claim': {
    text: 'The crew was blamed for closing the wrong valve.',
    marks: [{ id: 'valve', kind: 'fact', quote: 'closing the wrong valve' }],
    flags: ['valve: closing the wrong valve'],
  },
  'a charge within the claim stands with whoever brings it': {
    text: 'Ada Moor accused the owner on Friday.',
    marks: [{ id: 'charge', kind: 'fact', quote: 'Ada Moor accused the owner' }],
    flags: [],
  },
  'an accusation in another clause': {
    text: 'The owner, who bribed inspectors, bought the ferry in May.',
    marks: [{ id: 'bought', kind: 'fact', quote: 'bought the ferry' }],
    flags: [],
  },
  'the date of an accusation': {
    text: 'The owner bribed the inspectors in May.',
    marks: [{ id: 'may', kind: 'fact', quote: 'in May', details: { about: 'date' } }],
    flags: [],
  },
  'a fact that accuses nobody': {
    text: 'The ferry had room for 120 passengers.',
    marks: [{ id: 'room', kind: 'fact', quote: '120 passengers', details: { about: 'quantity' } }],
    flags: [],
  },
  'a source that the story names': {
    text: 'Ada Moor was murdered.',
    marks: [{ id: 'moor', kind: 'source', quote: 'Ada Moor was murdered' }],
    flags: [],
  },
  'an accusation of a quantity': {
    text: 'The owner stole 40,000 crowns.',
    marks: [{ id: 'stole', kind: 'fact', quote: 'stole 40,000 crowns', details: { about: 'quantity' } }],
    flags: ['stole: stole 40,000 crowns'],
  },
  'an accusation of something else': {
    text: 'The owner bribed the inspectors.',
    marks: [{ id: 'bribe', kind: 'fact', quote: 'bribed the inspectors', details: { about: 'other' } }],
    flags: ['bribe: bribed the inspectors'],
  },
  'a count and another one in the same sentence that is no part of it': {
    text: 'At least 41 people died, nine were hurt.',
    marks: [
      { id: 'dead', kind: 'casualty_count', quote: 'At least 41 people died' },
      { id: 'hurt', kind: 'casualty_count', quote: 'nine were hurt', details: { outcome: 'injured' } },
    ],
    flags: ['dead: At least 41 people died', 'hurt: nine were hurt'],
  },
  'a part in the next sentence is asked about there': {
    text: 'At least 41 people died.\nNine of them were children.',
    marks: [
      { id: 'dead', kind: 'casualty_count', quote: 'At least 41 people died' },
      { id: 'children', kind: 'casualty_count', quote: 'Nine of them', details: { partOf: 'dead' } },
    ],
    flags: ['dead: At least 41 people died', 'children: Nine of them'],
  },
  'a count that a source of the register is said to have stated': {
    text: 'At least 41 people died.',
    marks: [
      { id: 'dead', kind: 'casualty_count', quote: 'At least 41 people died', by: ['office'] },
      { id: 'office', kind: 'attribution', quote: 'people died', details: { sourceId: 'office' } },
    ],
    sources: [{ id: 'office', name: 'Harbour office' }],
    flags: [],
  },
  'a count whose source alone is marked': {
    text: 'At least 41 people died, the harbour office said.',
    marks: [
      { id: 'dead', kind: 'casualty_count', quote: 'At least 41 people died', by: ['office'] },
      { id: 'office', kind: 'attribution', quote: 'people died', source: 'the harbour office' },
    ],
    flags: [],
  },
  'a figure of the headline with another figure in the story': {
    text: '[Ferry kills 41]\nForty people died, the harbour office said.',
    marks: [
      { id: 'headline', kind: 'casualty_count', quote: 'kills 41', details: { low: 41, best: 41, high: 41 } },
      {
        id: 'dead',
        kind: 'casualty_count',
        quote: 'Forty people',
        by: ['office'],
        details: { low: 40, best: 40, high: 40 },
      },
      { id: 'office', kind: 'attribution', quote: 'Forty people died', cue: 'said' },
    ],
    flags: ['headline: kills 41'],
  },
  'an accusation in the headline that a count of the story does not tell': {
    text: '[Owner bribed inspectors]\nForty people died, the harbour office said.',
    marks: [
      { id: 'headline', kind: 'fact', quote: 'Owner bribed inspectors' },
      { id: 'dead', kind: 'casualty_count', quote: 'Forty people', by: ['office'] },
      { id: 'office', kind: 'attribution', quote: 'Forty people died', cue: 'said' },
    ],
    flags: ['headline: Owner bribed inspectors'],
  },
  'hearsay is told there': {
    text: 'The ferry reportedly sank with 41 people.',
    marks: [{ id: 'dead', kind: 'casualty_count', quote: '41 people' }],
    flags: [],
  },
};

const clerk = {
  kind: 'attribution',
  quote: 'the wreck was empty',
  source: 'A port clerk',
  cue: 'said',
} as const;

export const unnamedOnlyCases: Record<string, FlagCase> = {
  'one without a name, and nobody else': {
    text: 'A port clerk said the wreck was empty.',
    marks: [{ ...clerk, id: 'clerk', details: { basis: 'unnamed' } }],
    flags: ['clerk: A port clerk'],
    says: ['“A port clerk” has no name, and nobody else says so.'],
  },
  'one with a name': {
    text: 'A port clerk said the wreck was empty.',
    marks: [{ ...clerk, id: 'clerk', details: { basis: 'named' } }],
    flags: [],
  },
  'one that the register has as unnamed': {
    text: 'A port clerk said the wreck was empty.',
    marks: [{ ...clerk, id: 'clerk', details: { sourceId: 'entry' } }],
    sources: [{ id: 'entry', kind: 'unnamed' }],
    flags: ['clerk: A port clerk'],
  },
  'the editor knows better than the register': {
    text: 'A port clerk said the wreck was empty.',
    marks: [{ ...clerk, id: 'clerk', details: { sourceId: 'entry', basis: 'document' } }],
    sources: [{ id: 'entry', kind: 'unnamed' }],
    flags: [],
  },
  'one whose words have no name': {
    text: 'A security source said the wreck was empty.',
    marks: [{ ...clerk, id: 'source', source: 'A security source' }],
    flags: ['source: A security source'],
  },
  'several without a name': {
    text: 'Western diplomats said the wreck was empty.',
    marks: [{ ...clerk, id: 'source', source: 'Western diplomats' }],
    flags: ['source: Western diplomats'],
  },
  'a name before the office': {
    text: 'Ada Moor, a port official, said the wreck was empty.',
    marks: [{ ...clerk, id: 'moor', source: 'Ada Moor, a port official,' }],
    flags: [],
  },
  'a name behind the office': {
    text: 'Port official Ada Moor said the wreck was empty.',
    marks: [{ ...clerk, id: 'moor', source: 'Port official Ada Moor' }],
    flags: [],
  },
  'the press office of an open body': {
    text: 'The harbour office said the wreck was empty.',
    marks: [{ ...clerk, id: 'office', source: 'The harbour office' }],
    flags: [],
  },
  'somebody named and those around': {
    text: 'The mayor and her aides said the wreck was empty.',
    marks: [{ ...clerk, id: 'mayor', source: 'The mayor and her aides' }],
    flags: [],
  },
  'one that is confidential has no name for readers': {
    text: 'A port clerk said the wreck was empty.',
    marks: [{ ...clerk, id: 'clerk', details: { sourceId: 'entry' } }],
    sources: [{ id: 'entry', confidential: true }],
    flags: ['clerk: A port clerk'],
  },
  'a second source for the same claim': {
    text: 'A port clerk said the wreck was empty.\nThe mayor confirmed it.',
    marks: [
      { ...clerk, id: 'clerk', details: { basis: 'unnamed' } },
      { id: 'empty', kind: 'fact', quote: 'the wreck was empty', by: ['clerk', 'mayor'] },
      { id: 'mayor', kind: 'attribution', quote: 'it', source: 'The mayor', cue: 'confirmed' },
    ],
    flags: [],
  },
  'a second source where the same fact is told again': {
    text: 'A port clerk said the wreck was empty.\nThe mayor said nobody was in it.',
    marks: [
      { ...clerk, id: 'clerk', details: { basis: 'unnamed' } },
      { id: 'empty', kind: 'fact', quote: 'the wreck was empty' },
      { id: 'nobody', kind: 'fact', quote: 'nobody was in it', sameFactAs: 'empty' },
      { id: 'mayor', kind: 'attribution', quote: 'nobody was in it', source: 'The mayor', cue: 'said#2' },
    ],
    flags: [],
  },
  'the same unnamed one twice is one': {
    text: 'A port clerk said the wreck was empty.\nA port clerk said nobody was in it.',
    marks: [
      { ...clerk, id: 'clerk', details: { basis: 'unnamed' } },
      { id: 'empty', kind: 'fact', quote: 'the wreck was empty', by: ['clerk', 'again'] },
      {
        id: 'again',
        kind: 'attribution',
        quote: 'nobody was in it',
        source: 'A port clerk#2',
        details: { basis: 'named' },
      },
    ],
    flags: ['clerk, empty: A port clerk'],
  },
  'one that speaks twice in one sentence is told once': {
    text: 'A port clerk said the wreck was empty, calling it a loss.',
    marks: [
      { ...clerk, id: 'clerk', details: { basis: 'unnamed' } },
      { ...clerk, id: 'calls', quote: 'a loss', cue: 'calling it', details: { basis: 'unnamed' } },
      { id: 'empty', kind: 'fact', quote: 'the wreck was empty' },
    ],
    flags: ['clerk, empty, calls: A port clerk'],
  },
  'two of them in one sentence are two': {
    text: 'A port clerk said the wreck was empty, and a diver agreed.',
    marks: [
      { ...clerk, id: 'clerk', details: { basis: 'unnamed' } },
      { ...clerk, id: 'diver', source: 'a diver', cue: 'agreed', details: { basis: 'unnamed' } },
    ],
    flags: ['clerk: A port clerk', 'diver: a diver'],
  },
  'of several claims those that rest on it alone': {
    text: 'A port clerk said the wreck was empty and the pumps were off.\nThe mayor confirmed it.',
    marks: [
      {
        ...clerk,
        id: 'clerk',
        quote: 'the wreck was empty and the pumps were off',
        details: { basis: 'unnamed' },
      },
      { id: 'empty', kind: 'fact', quote: 'the wreck was empty', by: ['mayor'] },
      { id: 'pumps', kind: 'fact', quote: 'the pumps were off' },
      { id: 'mayor', kind: 'attribution', quote: 'it', source: 'The mayor', cue: 'confirmed' },
    ],
    flags: ['clerk, pumps: A port clerk'],
  },
};
