/** Lines of the ledger: in which order counts stand, under what, and who is said to have stated them. */
import { count, date, type LedgerCase, says } from '../support/ledger.ts';

interface Lines extends Omit<LedgerCase, 'problems'> {
  /** A line each: under which outcome, how deep, the count, what it tells again or is part of, who says so. */
  readonly lines: readonly string[];
}

const said = (id: string, quote: string, source: string | undefined, sourceId: string | null) =>
  ({
    kind: 'attribution',
    id,
    quote,
    ...(source === undefined ? {} : { source }),
    details: { sourceId },
  }) as const;

export const lineCases: Readonly<Record<string, Lines>> = {
  'in the story’s own voice': {
    text: 'A raid killed 41 people.',
    marks: [count('all', '41 people')],
    lines: ['killed: all'],
  },
  'by whom it is linked to': {
    text: 'A raid killed 41 people.\nThe army said so.',
    marks: [count('all', '41 people', {}, { by: ['army'] }), says('army', 'so', 'The army')],
    lines: ['killed: all, says The army'],
  },
  'by two': {
    text: 'A raid killed 41 people.\nThe army said so.\nThe mayor said the same.',
    marks: [
      count('all', '41 people', {}, { by: ['army', 'mayor'] }),
      says('army', 'so', 'The army'),
      says('mayor', 'the same', 'The mayor'),
    ],
    lines: ['killed: all, says The army and The mayor'],
  },
  'by one in whose words it stands': {
    text: 'The army said a raid killed 41 people.',
    marks: [says('army', 'a raid killed 41 people', 'The army'), count('all', '41 people')],
    lines: ['killed: all, says The army'],
  },
  'by one in whose words it stands, and another behind them': {
    text: 'The army said a raid killed 41 people, and 12 men were hurt.',
    marks: [
      says('army', 'a raid killed 41 people', 'The army'),
      count('all', '41 people'),
      count('hurt', '12 men', { outcome: 'injured' }),
    ],
    lines: ['killed: all, says The army', 'injured: hurt'],
  },
  'by the inmost': {
    text: 'The army said the mayor told it that 41 people died, and that 12 men were hurt.',
    marks: [
      says('army', 'the mayor told it that 41 people died, and that 12 men were hurt', 'The army'),
      says('mayor', '41 people died', 'the mayor'),
      count('all', '41 people'),
      count('hurt', '12 men', { outcome: 'injured' }),
    ],
    lines: ['killed: all, says the mayor', 'injured: hurt, says The army'],
  },
  'by the inmost of two that begin together': {
    text: 'The army said 41 people died, the mayor told it, on Monday.',
    marks: [
      says('army', '41 people died, the mayor told it, on Monday', 'The army'),
      says('mayor', '41 people died', 'the mayor'),
      count('all', '41 people'),
    ],
    lines: ['killed: all, says the mayor'],
  },
  'linked to another than the one in whose words it stands': {
    text: 'The army said the mayor counts 41 dead.',
    marks: [
      says('army', 'the mayor counts 41 dead', 'The army'),
      says('mayor', 'counts', 'the mayor'),
      count('all', '41 dead', { outcome: 'killed' }, { by: ['mayor'] }),
    ],
    lines: ['killed: all, says the mayor'],
  },
  'a part by whoever states its whole': {
    text: 'The army said 41 people died – 12 of them children.',
    marks: [
      says('army', '41 people died', 'The army'),
      count('all', '41 people'),
      count('part', '12 of them children', { partOf: 'all', outcome: 'killed' }),
    ],
    lines: ['killed: all, says The army', 'killed: > part of all, says The army'],
  },
  'a part in another sentence by nobody': {
    text: 'The army said 41 people died.\nOf them 12 were children.',
    marks: [
      says('army', '41 people died', 'The army'),
      count('all', '41 people'),
      count('part', '12 were children', { partOf: 'all', outcome: 'killed' }),
    ],
    lines: ['killed: all, says The army', 'killed: > part of all'],
  },
  'a part by another than its whole': {
    text: 'The army said 41 people died, and the mayor said 12 were children.',
    marks: [
      says('army', '41 people died', 'The army'),
      says('mayor', '12 were children', 'the mayor'),
      count('all', '41 people'),
      count('part', '12 were children', { partOf: 'all', outcome: 'killed' }),
    ],
    lines: ['killed: all, says The army', 'killed: > part of all, says the mayor'],
  },
  'one source in two wordings, by its entry': {
    text: 'A raid killed 41 people.\nThe army said so.\nColonel Ekdal said so.',
    marks: [
      count('all', '41 people', {}, { by: ['army', 'ekdal'] }),
      said('army', 'said so', 'The army', 'entry'),
      said('ekdal', 'said so#2', 'Colonel Ekdal', 'entry'),
    ],
    sources: [{ id: 'entry', name: 'Army of Harran' }],
    lines: ['killed: all, says The army'],
  },
  'a source that is not printed, by its entry': {
    text: 'A raid killed 41 people, it was said.',
    marks: [count('all', '41 people', {}, { by: ['army'] }), said('army', 'it was said', undefined, 'entry')],
    sources: [{ id: 'entry', name: 'Army of Harran' }],
    lines: ['killed: all, says Army of Harran'],
  },
  'a source of which nothing is known': {
    text: 'A raid killed 41 people, it was said.',
    marks: [count('all', '41 people', {}, { by: ['army'] }), said('army', 'it was said', undefined, null)],
    lines: ['killed: all'],
  },
  'a confidential source by its description alone': {
    text: 'A raid killed 41 people, Colonel Ekdal said.',
    marks: [
      count('all', '41 people', {}, { by: ['ekdal'] }),
      said('ekdal', 'A raid killed', 'Colonel Ekdal', 'entry'),
    ],
    sources: [{ id: 'entry', name: 'an officer', confidential: true }],
    lines: ['killed: all, says an officer in confidence'],
  },
  'outcomes in their order, counts in that of the text': {
    text: 'Some 9 fled, 8 were freed, 7 were held, 6 are missing, 5 were hurt, 4 died.\nAnd 3 died.',
    marks: [
      count('fled', '9 fled', { outcome: 'displaced' }),
      count('freed', '8 were freed', { outcome: 'freed' }),
      count('held', '7 were held', { outcome: 'detained' }),
      count('missing', '6 are missing', { outcome: 'missing' }),
      count('hurt', '5 were hurt', { outcome: 'injured' }),
      count('dead', '4 died', { outcome: 'killed' }),
      count('later', '3 died', { outcome: 'killed' }),
      count('other', 'Some', { outcome: 'other' }),
    ],
    lines: [
      'killed: dead',
      'killed: later',
      'injured: hurt',
      'missing: missing',
      'detained: held',
      'freed: freed',
      'displaced: fled',
      'other: other',
    ],
  },
  'told again': {
    text: 'A raid killed 41 people.\nThe raid left 41 people dead, 12 of them children.',
    marks: [
      count('all', '41 people'),
      count('again', '41 people#2', {}, { sameFactAs: 'all' }),
      count('part', '12 of them children', { partOf: 'again', outcome: 'killed' }),
    ],
    lines: ['killed: all', 'killed: again as all', 'killed: > part of all'],
  },
  'a part of a part': {
    text: 'A raid killed 41 people, 12 of them children, 3 of these girls.',
    marks: [
      count('all', '41 people'),
      count('part', '12 of them children', { partOf: 'all', outcome: 'killed' }),
      count('girls', '3 of these girls', { partOf: 'part', outcome: 'killed' }),
    ],
    lines: ['killed: all', 'killed: > part of all', 'killed: > > girls of part'],
  },
  'a part of what is no longer there': {
    text: 'In all 12 of them were children.',
    marks: [count('part', '12 of them', { partOf: 'gone', outcome: 'killed' }), date('day', 'In all')],
    lines: ['killed: part'],
  },
};

/** Figures that are added to one told before, and figures that are not. The count is in brackets. */
export const additionCases: Readonly<Record<string, boolean>> = {
  'Another [12 people] died.': true,
  'A further [five] died.': true,
  'An additional [five people] died.': true,
  'The other [five] died.': true,
  'Another some-what large [five] died.': true,
  'Another day went by and [five] died.': false,
  '[Another 12 people] died.': true,
  '[A further five] died.': true,
  '[An additional 12] died.': true,
  '[At least another 12] died.': true,
  '[About 12 more] died.': true,
  '[12 more people] died.': true,
  '[Five people] more died.': true,
  '[Five] more died.': true,
  '[Three] others died.': true,
  '[Three other] people died.': true,
  '[1,200 soldiers more] died.': true,
  '[30] or more died.': false,
  '[30] and more died.': false,
  '[More than 30] died.': false,
  '[Five] more than on Monday died.': false,
  '[Five people] died.': false,
  '[Five people] died, and more of them were hurt.': false,
};

interface Told extends Omit<LedgerCase, 'problems'> {
  readonly explanations: readonly string[];
}

const partOf = (whole: string, outcome: 'killed' | 'injured' | 'missing' | 'detained' = 'killed') => ({
  partOf: whole,
  outcome,
});

/** What is said of a finding, whole sentences. */
export const explanationCases: Readonly<Record<string, Told>> = {
  'a part larger than its whole': {
    text: 'A blast killed 41 people, including 52 civilians.',
    marks: [count('all', '41 people'), count('part', '52 civilians', partOf('all'))],
    explanations: ['A part is larger than its whole: 52 civilians, given as part of 41 people.'],
  },
  'parts that come to too much': {
    text: 'A blast killed 12 people, including 8 men and 5 women.',
    marks: [
      count('all', '12 people'),
      count('men', '8 men', partOf('all')),
      count('women', '5 women', partOf('all')),
    ],
    explanations: [
      'The parts come to more than the whole: 8 men and 5 women, together 13, as parts of 12 people.',
    ],
  },
  'parts that come to too much at least': {
    text: 'A blast killed 12 people, including at least 8 men and 5 women.',
    marks: [
      count('all', '12 people'),
      count('men', 'at least 8 men', partOf('all')),
      count('women', '5 women', partOf('all')),
    ],
    explanations: [
      'The parts come to more than the whole: at least 8 men and 5 women, together at least 13, as parts of 12 people.',
    ],
  },
  'a list that leaves some out': {
    text: 'The storm killed 13 people: 8 men and 4 women.',
    marks: [
      count('all', '13 people'),
      count('men', '8 men', partOf('all')),
      count('women', '4 women', partOf('all')),
    ],
    explanations: [
      '13 people, and a list of all of them that comes to less: 8 men and 4 women, together 12.',
    ],
  },
  'killed, injured and missing of all who were hit': {
    text: 'The storm hit 13 people: 8 were killed, 5 injured and 2 missing.',
    marks: [
      count('all', '13 people', { outcome: 'other' }),
      count('killed', '8 were killed', partOf('all')),
      count('injured', '5 injured', partOf('all', 'injured')),
      count('missing', '2 missing', partOf('all', 'missing')),
    ],
    explanations: ['The parts come to more than the whole: 8, 5 and 2, together 15, as parts of 13 people.'],
  },
  'the detained may have been injured': {
    text: 'The raid hit 13 people: 8 were killed, 5 injured and 2 detained.',
    marks: [
      count('all', '13 people', { outcome: 'other' }),
      count('killed', '8 were killed', partOf('all')),
      count('injured', '5 injured', partOf('all', 'injured')),
      count('detained', '2 detained', partOf('all', 'detained')),
    ],
    explanations: [],
  },
  'women who were hurt are no part of the dead': {
    text: 'The storm killed 13 people: 8 men died and 9 women were hurt.',
    marks: [
      count('all', '13 people'),
      count('men', '8 men', partOf('all')),
      count('women', '9 women', partOf('all', 'injured')),
    ],
    explanations: [],
  },
  'two figures of one fact': {
    text: 'A raid killed 41 people.\nThe raid left 42 people dead.',
    marks: [count('lead', '41 people'), count('later', '42 people', {}, { sameFactAs: 'lead' })],
    explanations: ['One fact, two figures: 41 people and 42 people killed.'],
  },
  'three figures of one fact': {
    text: 'A raid killed 41 people.\nThe raid left 42 people dead.\nIt killed 44 people.',
    marks: [
      count('lead', '41 people'),
      count('later', '42 people', {}, { sameFactAs: 'lead' }),
      count('last', '44 people', {}, { sameFactAs: 'lead' }),
    ],
    explanations: ['One fact, 3 figures: 41 people, 42 people and 44 people killed.'],
  },
  'a vague figure of one fact': {
    text: 'A raid killed dozens of people.\nThe raid left 9 people dead.',
    marks: [count('lead', 'dozens of people'), count('later', '9 people', {}, { sameFactAs: 'lead' })],
    explanations: ['One fact, two figures: “dozens” people and 9 people killed.'],
  },
  'two sources': {
    text: 'The army said a raid killed 41 people.\nThe mayor said it left 42 people dead.',
    marks: [
      says('army', 'a raid killed 41 people', 'The army'),
      says('mayor', 'it left 42 people dead', 'The mayor'),
      count('lead', '41 people'),
      count('later', '42 people', {}, { sameFactAs: 'lead' }),
    ],
    explanations: ['Sources differ: 41 people according to The army and 42 people according to The mayor.'],
  },
  'a headline': {
    text: '[Raid kills 41 people]\nA raid killed 42 people.',
    marks: [count('head', '41 people', { outcome: 'killed' }), count('lead', '42 people')],
    explanations: ['The headline says 41 people killed, the story 42 people.'],
  },
  'a standfirst': {
    text: '[Raid]\n{It killed 41 people}\nA raid killed 42 people.',
    marks: [
      count('head', '41 people', { outcome: 'killed' }),
      count('lead', '42 people', {}, { sameFactAs: 'head' }),
    ],
    explanations: ['The standfirst says 41 people killed, the story 42 people.'],
  },
  'a day and its date': {
    text: 'It sank on Monday, 6 January 2026, and 4 people died.',
    marks: [count('dead', '4 people')],
    explanations: ['6 January 2026 is a Tuesday, not a Monday.'],
  },
};
