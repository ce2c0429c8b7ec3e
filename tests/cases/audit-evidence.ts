import type { FlagCase } from './audit-attributions.ts';

const ROOM = 'The ferry had room for 120 passengers.\nThe room was for 120.';
const room = {
  id: 'room',
  kind: 'fact',
  quote: 'room for 120 passengers',
  details: { about: 'quantity' },
} as const;
const again = { id: 'again', kind: 'fact', quote: 'The room was for 120', sameFactAs: 'room' } as const;

export const noEvidenceCases: Record<string, FlagCase> = {
  'a verdict that cites nothing': {
    text: ROOM,
    marks: [{ ...room, verdict: 'accurate' }],
    flags: ['room: room for 120 passengers'],
    says: ['The verdict “accurate” on “room for 120 passengers” cites no evidence.'],
  },
  'no verdict yet': { text: ROOM, marks: [room], flags: [] },
  'a verdict that cites something': {
    text: ROOM,
    marks: [{ ...room, verdict: 'inaccurate' }],
    cited: [{ claimId: 'room' }],
    flags: [],
  },
  'an attribution whose claim cites something': {
    text: 'There was room for 120 passengers, the owner said.',
    marks: [
      { ...room, verdict: 'accurate' },
      {
        id: 'said',
        kind: 'attribution',
        quote: 'There was room for 120 passengers',
        source: 'the owner',
        cue: 'said',
        verdict: 'accurate',
      },
    ],
    cited: [{ claimId: 'room' }],
    flags: [],
  },
  'a claim does not rest on what only its attribution cites': {
    text: 'There was room for 120 passengers, the owner said.',
    marks: [
      { ...room, verdict: 'accurate' },
      { id: 'said', kind: 'attribution', quote: 'There was room for 120 passengers', verdict: 'accurate' },
    ],
    cited: [{ claimId: 'said' }],
    flags: ['room: room for 120 passengers'],
  },
  'disputed without a word of either side': {
    text: ROOM,
    marks: [{ ...room, verdict: 'disputed' }],
    flags: ['room: room for 120 passengers'],
  },
  waived: { text: ROOM, marks: [{ ...room, verdict: 'waived' }], flags: [] },
  'unverifiable: there is nothing to cite': {
    text: ROOM,
    marks: [{ ...room, verdict: 'unverifiable' }],
    flags: [],
  },
  'a verdict that holds no more': {
    text: ROOM,
    marks: [{ ...room, verdict: 'accurate', expired: true }],
    flags: [],
  },
  'cited where the same fact is told again': {
    text: ROOM,
    marks: [room, { ...again, verdict: 'accurate' }],
    cited: [{ claimId: 'room' }],
    flags: [],
  },
};

export const noLocatorCases: Record<string, FlagCase> = {
  'a document': {
    text: ROOM,
    marks: [room],
    cited: [{ claimId: 'room', locator: null }],
    flags: ['room: room for 120 passengers'],
  },
  'a document with a page': {
    text: ROOM,
    marks: [room],
    cited: [{ claimId: 'room', locator: 'p. 2' }],
    flags: [],
  },
  'a file with words alone': {
    text: ROOM,
    marks: [room],
    cited: [{ claimId: 'room', kind: 'file', locator: null, quote: 'Room for 120' }],
    flags: ['room: room for 120 passengers'],
  },
  'a web page with words to search for': {
    text: ROOM,
    marks: [room],
    cited: [{ claimId: 'room', kind: 'link', locator: null, quote: 'Room for 120' }],
    flags: [],
  },
  'a web page without any': {
    text: ROOM,
    marks: [room],
    cited: [{ claimId: 'room', kind: 'link', locator: null }],
    flags: ['room: room for 120 passengers'],
  },
  'an interview': {
    text: ROOM,
    marks: [room],
    cited: [{ claimId: 'room', kind: 'interview', locator: null }],
    flags: [],
  },
  'an observation': {
    text: ROOM,
    marks: [room],
    cited: [{ claimId: 'room', kind: 'observation', locator: null }],
    flags: [],
  },
  'one document behind two claims is one flag': {
    text: ROOM,
    marks: [room, again],
    cited: [
      { claimId: 'again', evidenceId: 'list', locator: null },
      { claimId: 'room', evidenceId: 'list', locator: null },
      { claimId: 'room', evidenceId: 'list', locator: null },
    ],
    flags: ['room, again: room for 120 passengers'],
  },
};

const own = (cited: object, story: object = {}, flags = ['room: room for 120 passengers']): FlagCase => ({
  text: ROOM,
  marks: [room],
  agency: 'AFP',
  cited: [{ claimId: 'room', ...cited }],
  ...story,
  flags,
});

export const ownAgencyCases: Record<string, FlagCase> = {
  'its publisher': own({ publisher: 'AFP' }),
  'its publisher by its whole name': own({ publisher: 'Agence France-Presse' }),
  'its host': own({ url: 'https://factcheck.afp.com/room' }),
  'a host that does not begin with its name': own(
    { url: 'https://apnews.com/x' },
    { agency: 'Associated Press' },
  ),
  'an agency that no list knows': own({ url: 'https://www.coastpress.example/x' }, { agency: 'Coast Press' }),
  'the page that the story comes from': own(
    { url: 'http://www.paper.example/story/?from=mail' },
    { agency: null, sourceUrl: 'https://paper.example/story' },
  ),
  'another page of the paper': own(
    { url: 'https://paper.example/other' },
    { sourceUrl: 'https://paper.example/story' },
    [],
  ),
  'another publisher': own({ publisher: 'Harbour office', url: 'https://harbour.example/afp' }, {}, []),
  'a host with the name inside of another word': own({ url: 'https://afpicture.example/x' }, {}, []),
  'a top level of that name is nobody’s': own({ url: 'https://room.aa/x' }, { agency: 'AA' }, []),
  'a story without an agency': own({ publisher: 'AFP' }, { agency: undefined }, []),
  'what contradicts the claim': own({ publisher: 'AFP', stance: 'contradicts' }, {}, []),
  'what is cited for context': own({ publisher: 'AFP', stance: 'context' }, {}, []),
  'an address that is none': own({ url: 'no address' }, { sourceUrl: 'no address' }, []),
};

const quoting = (quote: string | null, flags: string[], more: object = {}): FlagCase => ({
  text: ROOM,
  marks: [room],
  cited: [{ claimId: 'room', quote, ...more }],
  flags,
});
const ABSENT = ['room: room for 120 passengers'];

export const figureAbsentCases: Record<string, FlagCase> = {
  'another figure': quoting('Room for 112', ABSENT),
  'the figure': quoting('Room for 120', []),
  'the figure in words': quoting('a hundred and twenty seats', []),
  'no words quoted': quoting(null, []),
  'words that contradict have another figure': quoting('Room for 112', [], { stance: 'contradicts' }),
  'words for context': quoting('Built in 1988', [], { stance: 'context' }),
  'in one of two quotes': {
    text: ROOM,
    marks: [room],
    cited: [
      { claimId: 'room', quote: 'Room for 112' },
      { claimId: 'room', quote: 'Room for 120' },
    ],
    flags: [],
  },
  'a claim without figures': {
    text: 'The ferry sank.',
    marks: [{ id: 'sank', kind: 'fact', quote: 'The ferry sank' }],
    cited: [{ claimId: 'sank', quote: 'It lies at 40 metres' }],
    flags: [],
  },
  'a large figure in another language': quoting('Der Fähre ist nach dem Register für 112 zugelassen', ABSENT),
  'a small figure, which another language may have in words': {
    text: 'Nine died.',
    marks: [{ id: 'nine', kind: 'casualty_count', quote: 'Nine died' }],
    cited: [{ claimId: 'nine', quote: 'Neuf des passagers sont morts dans le naufrage' }],
    flags: [],
  },
  'a small figure that English has not': {
    text: 'Nine died.',
    marks: [{ id: 'nine', kind: 'casualty_count', quote: 'Nine died' }],
    cited: [{ claimId: 'nine', quote: 'Eight of the passengers died in the wreck' }],
    flags: ['nine: Nine died'],
  },
  'in what somebody said': {
    text: 'The mayor said 41 died.',
    marks: [{ id: 'mayor', kind: 'attribution', quote: '41 died', source: 'The mayor' }],
    cited: [{ claimId: 'mayor', quote: 'Fourteen died' }],
    flags: ['mayor: 41 died'],
  },
};

const FAR = `${'a long and winding stretch of words '.repeat(6)}`;

/** Two counts of one fact, the first told late. */
function figures(first: Bounds, second: Bounds, isLate: boolean): FlagCase {
  return {
    text: 'Many died.\nSo said the mayor.\nOthers died, the owner said.',
    marks: [
      { id: 'dead', kind: 'casualty_count', quote: 'Many died', by: ['mayor'], details: first },
      { id: 'mayor', kind: 'attribution', quote: 'So', source: 'the mayor', cue: 'said' },
      { id: 'other', kind: 'casualty_count', quote: 'Others died', sameFactAs: 'dead', details: second },
      { id: 'owner', kind: 'attribution', quote: 'Others died', source: 'the owner', cue: 'said#2' },
    ],
    flags: isLate ? ['dead, mayor: Many died'] : [],
  };
}
interface Bounds {
  readonly low?: number;
  readonly best?: number;
  readonly high?: number;
}

export const lateCases: Record<string, FlagCase> = {
  'disputed, and told a sentence later': {
    text: 'The pumps were off.\nSo said the mayor.',
    marks: [
      { id: 'pumps', kind: 'fact', quote: 'The pumps were off', by: ['mayor'], verdict: 'disputed' },
      { id: 'mayor', kind: 'attribution', quote: 'So', source: 'the mayor', cue: 'said' },
    ],
    flags: ['pumps, mayor: The pumps were off'],
    says: ['This is contested (its verdict is disputed), and only “said” afterwards tells who says so.'],
  },
  'told at the end of the sentence': {
    text: 'The pumps were off, the mayor said.',
    marks: [
      { id: 'pumps', kind: 'fact', quote: 'The pumps were off', by: ['mayor'], verdict: 'disputed' },
      { id: 'mayor', kind: 'attribution', quote: 'The pumps', source: 'the mayor', cue: 'said' },
    ],
    flags: [],
  },
  'told far along in the sentence': {
    text: `The pumps were off, in ${FAR}, the mayor said.`,
    marks: [
      { id: 'pumps', kind: 'fact', quote: 'The pumps were off', by: ['mayor'], verdict: 'disputed' },
      { id: 'mayor', kind: 'attribution', quote: 'The pumps', source: 'the mayor', cue: 'said' },
    ],
    flags: ['pumps, mayor: The pumps were off'],
  },
  'not contested': {
    text: 'The pumps were off.\nSo said the mayor.',
    marks: [
      { id: 'pumps', kind: 'fact', quote: 'The pumps were off', by: ['mayor'], verdict: 'accurate' },
      { id: 'mayor', kind: 'attribution', quote: 'So', source: 'the mayor', cue: 'said' },
    ],
    flags: [],
  },
  'disputed once, but not as it now stands': {
    text: 'The pumps were off.\nSo said the mayor.',
    marks: [
      {
        id: 'pumps',
        kind: 'fact',
        quote: 'The pumps were off',
        by: ['mayor'],
        verdict: 'disputed',
        expired: true,
      },
      { id: 'mayor', kind: 'attribution', quote: 'So', source: 'the mayor', cue: 'said' },
    ],
    flags: [],
  },
  'somebody denies it': {
    text: 'The pumps were off.\nSo said the mayor.\nThe owner denied it.',
    marks: [
      { id: 'pumps', kind: 'fact', quote: 'The pumps were off', by: ['mayor', 'owner'] },
      { id: 'mayor', kind: 'attribution', quote: 'So', source: 'the mayor', cue: 'said' },
      { id: 'owner', kind: 'attribution', quote: 'it', source: 'The owner', cue: 'denied' },
    ],
    flags: ['pumps, mayor: The pumps were off'],
    says: ['This is contested (somebody denies it), and only “said” afterwards tells who says so.'],
  },
  'evidence contradicts it': {
    text: 'The pumps were off.\nSo said the mayor.',
    marks: [
      { id: 'pumps', kind: 'fact', quote: 'The pumps were off', by: ['mayor'] },
      { id: 'mayor', kind: 'attribution', quote: 'So', source: 'the mayor', cue: 'said' },
    ],
    cited: [{ claimId: 'pumps', stance: 'contradicts' }],
    flags: ['pumps, mayor: The pumps were off'],
    says: ['This is contested (evidence contradicts it), and only “said” afterwards tells who says so.'],
  },
  'another source has another figure': {
    text: 'Forty-one died.\nSo said the mayor.\nThirty died, the owner said.',
    marks: [
      {
        id: 'dead',
        kind: 'casualty_count',
        quote: 'Forty-one died',
        by: ['mayor'],
        details: { best: 41, low: 41, high: 41 },
      },
      { id: 'mayor', kind: 'attribution', quote: 'So', source: 'the mayor', cue: 'said' },
      {
        id: 'fewer',
        kind: 'casualty_count',
        quote: 'Thirty died',
        sameFactAs: 'dead',
        details: { best: 30 },
      },
      { id: 'owner', kind: 'attribution', quote: 'Thirty died', source: 'the owner', cue: 'said#2' },
    ],
    flags: ['dead, mayor: Forty-one died'],
    says: [
      'This is contested (another source has another figure), and only “said” afterwards tells who says so.',
    ],
  },
  'another source has a figure that fits': {
    text: 'Forty-one died.\nSo said the mayor.\nMore than 30 died, the owner said.',
    marks: [
      { id: 'dead', kind: 'casualty_count', quote: 'Forty-one died', by: ['mayor'], details: { best: 41 } },
      { id: 'mayor', kind: 'attribution', quote: 'So', source: 'the mayor', cue: 'said' },
      {
        id: 'more',
        kind: 'casualty_count',
        quote: 'More than 30 died',
        sameFactAs: 'dead',
        details: { low: 31 },
      },
      { id: 'owner', kind: 'attribution', quote: 'More than 30 died', source: 'the owner', cue: 'said#2' },
    ],
    flags: [],
  },
  'one of two sources in time': {
    text: 'The pumps were off, the clerk said.\nSo said the mayor.',
    marks: [
      { id: 'pumps', kind: 'fact', quote: 'The pumps were off', by: ['mayor', 'clerk'], verdict: 'disputed' },
      { id: 'clerk', kind: 'attribution', quote: 'The pumps', source: 'the clerk', cue: 'said' },
      { id: 'mayor', kind: 'attribution', quote: 'So', source: 'the mayor', cue: 'said#2' },
    ],
    flags: [],
  },
  'an attribution without a place of its own': {
    text: 'The pumps were off.\nSo said the mayor.',
    marks: [
      { id: 'pumps', kind: 'fact', quote: 'The pumps were off', by: ['mayor', 'quote'], verdict: 'disputed' },
      { id: 'mayor', kind: 'attribution', quote: 'So', source: 'the mayor', cue: 'said' },
      { id: 'quote', kind: 'attribution', quote: 'The pumps' },
    ],
    flags: [],
  },
  'a headline is given time': {
    text: '[Pumps were off]\nSo said the mayor.',
    marks: [
      { id: 'pumps', kind: 'fact', quote: 'Pumps were off', by: ['mayor'], verdict: 'disputed' },
      { id: 'mayor', kind: 'attribution', quote: 'So', source: 'the mayor', cue: 'said' },
    ],
    flags: [],
  },
  'nobody says so at all': {
    text: 'The pumps were off.',
    marks: [{ id: 'pumps', kind: 'fact', quote: 'The pumps were off', verdict: 'disputed' }],
    flags: [],
  },
  'a cue without a source': {
    text: 'The pumps were off.\nSo it was said.',
    marks: [
      { id: 'pumps', kind: 'fact', quote: 'The pumps were off', by: ['saying'], verdict: 'disputed' },
      { id: 'saying', kind: 'attribution', quote: 'So', cue: 'said' },
    ],
    flags: ['pumps, saying: The pumps were off'],
  },
  'a source before its cue': {
    text: 'The pumps were off.\nThe mayor said so.',
    marks: [
      { id: 'pumps', kind: 'fact', quote: 'The pumps were off', by: ['mayor'], verdict: 'disputed' },
      { id: 'mayor', kind: 'attribution', quote: 'so', source: 'The mayor', cue: 'said' },
    ],
    flags: ['pumps, mayor: The pumps were off'],
    says: ['This is contested (its verdict is disputed), and only “The mayor” afterwards tells who says so.'],
  },
  'the first of two sources, both late': {
    text: 'The pumps were off.\nSaid was it first by Moor.\nThe mayor said so.',
    marks: [
      { id: 'pumps', kind: 'fact', quote: 'The pumps were off', by: ['mayor', 'moor'], verdict: 'disputed' },
      { id: 'mayor', kind: 'attribution', quote: 'Said', source: 'The mayor', cue: 'said' },
      { id: 'moor', kind: 'attribution', quote: 'it', source: 'Moor' },
    ],
    flags: ['pumps, mayor, moor: The pumps were off'],
    says: ['This is contested (its verdict is disputed), and only “Moor” afterwards tells who says so.'],
  },
  'disputed where the same fact is told again': {
    text: 'The pumps were off.\nSo said the mayor.\nThe pumps, then, were off.',
    marks: [
      { id: 'pumps', kind: 'fact', quote: 'The pumps were off', by: ['mayor'] },
      { id: 'mayor', kind: 'attribution', quote: 'So', source: 'the mayor', cue: 'said' },
      { id: 'again', kind: 'fact', quote: 'The pumps, then', sameFactAs: 'pumps', verdict: 'disputed' },
    ],
    flags: ['pumps, mayor: The pumps were off'],
  },
  'evidence that supports it': {
    text: 'The pumps were off.\nSo said the mayor.',
    marks: [
      { id: 'pumps', kind: 'fact', quote: 'The pumps were off', by: ['mayor'] },
      { id: 'mayor', kind: 'attribution', quote: 'So', source: 'the mayor', cue: 'said' },
    ],
    cited: [{ claimId: 'pumps', stance: 'supports' }],
    flags: [],
  },
  'a source that the story names is no contested claim': {
    text: 'Ada Moor left.\nSo said the mayor.',
    marks: [
      { id: 'moor', kind: 'source', quote: 'Ada Moor', by: ['mayor'], verdict: 'disputed' },
      { id: 'mayor', kind: 'attribution', quote: 'So', source: 'the mayor', cue: 'said' },
    ],
    flags: [],
  },
  'an attribution is no contested claim': {
    text: 'The clerk said no.\nSo said the mayor.',
    marks: [
      {
        id: 'clerk',
        kind: 'attribution',
        quote: 'no',
        source: 'The clerk',
        cue: 'said',
        by: ['mayor'],
        verdict: 'disputed',
      },
      { id: 'mayor', kind: 'attribution', quote: 'So', source: 'the mayor', cue: 'said#2' },
    ],
    flags: [],
  },
  'higher figures of another source': figures({ best: 41 }, { low: 50 }, true),
  'lower figures of another source': figures({ best: 41 }, { high: 40 }, true),
  'a range that begins with the other figure': figures({ best: 41 }, { low: 41, high: 50 }, false),
  'a range that ends with the other figure': figures({ best: 41 }, { low: 30, high: 41 }, false),
  'a lower bound below': figures({ low: 41 }, { low: 30 }, false),
  'no figure at all': figures({}, { best: 50 }, false),
  'no figure of the other': figures({ best: 41 }, {}, false),
  'a lower bound of which the best is beyond the other': figures({ low: 41, best: 45 }, { high: 42 }, false),
  'an upper bound of which the best is beyond the other': figures({ high: 41, best: 35 }, { low: 40 }, false),
  'another figure that nobody is said to have stated': {
    ...figures({ best: 41 }, { best: 50 }, false),
    marks: figures({ best: 41 }, { best: 50 }, false).marks.filter(({ id }) => id !== 'owner'),
  },
};
