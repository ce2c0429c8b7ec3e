/** One fact told more than once, headlines and tolls: each row that is told has a twin that is not. */
import { count, type Details, type LedgerCase, says } from '../support/ledger.ts';

const at = (name: string, day: string, more: Details = {}): Details => ({
  place: { name, precision: 'town' },
  period: { from: day, to: null, precision: 'day' },
  ...more,
});

export const sameFactCases: Record<string, LedgerCase> = {
  'linked, and two figures': {
    text: 'A raid killed 41 people.\nThe raid left 42 people dead.',
    marks: [count('lead', '41 people'), count('later', '42 people', {}, { sameFactAs: 'lead' })],
    problems: ['same_fact_differs: lead, later'],
  },
  'linked, and one figure': {
    text: 'A raid killed 41 people.\nThe raid left 41 people dead.',
    marks: [count('lead', '41 people'), count('later', '41 people#2', {}, { sameFactAs: 'lead' })],
    problems: [],
  },
  'linked, three figures': {
    text: 'A raid killed 41 people.\nThe raid left 42 people dead.\nIt killed 44 people.\nAgain: it killed 41 people.',
    marks: [
      count('a', '41 people'),
      count('b', '42 people', {}, { sameFactAs: 'a' }),
      count('c', '44 people', {}, { sameFactAs: 'b' }),
      count('d', '41 people#2', {}, { sameFactAs: 'a' }),
    ],
    problems: ['same_fact_differs: a, b, c'],
  },
  'linked, “at least” and more': {
    text: 'A raid killed at least 41 people.\nThe raid left 42 people dead.',
    marks: [count('lead', 'at least 41 people'), count('later', '42 people', {}, { sameFactAs: 'lead' })],
    problems: [],
  },
  'linked, “at least” and fewer': {
    text: 'A raid killed at least 41 people.\nThe raid left 40 people dead.',
    marks: [count('lead', 'at least 41 people'), count('later', '40 people', {}, { sameFactAs: 'lead' })],
    problems: ['same_fact_differs: lead, later'],
  },
  'linked, ranges that overlap': {
    text: 'A raid killed 30 to 40 people.\nThe raid left 38 to 45 people dead.',
    marks: [count('lead', '30 to 40 people'), count('later', '38 to 45 people', {}, { sameFactAs: 'lead' })],
    problems: [],
  },
  'linked, ranges apart': {
    text: 'A raid killed 30 to 40 people.\nThe raid left 41 to 45 people dead.',
    marks: [count('lead', '30 to 40 people'), count('later', '41 to 45 people', {}, { sameFactAs: 'lead' })],
    problems: ['same_fact_differs: lead, later'],
  },
  'linked, about': {
    text: 'A raid killed about 40 people.\nThe raid left 44 people dead.',
    marks: [count('lead', 'about 40 people'), count('later', '44 people', {}, { sameFactAs: 'lead' })],
    problems: [],
  },
  'linked, far from about': {
    text: 'A raid killed about 40 people.\nThe raid left 55 people dead.',
    marks: [count('lead', 'about 40 people'), count('later', '55 people', {}, { sameFactAs: 'lead' })],
    problems: ['same_fact_differs: lead, later'],
  },
  'linked, round millions': {
    text: 'The war displaced 1.2 million people.\nThe office counts 1,204,000 displaced.',
    marks: [
      count('lead', '1.2 million people'),
      count('later', '1,204,000 displaced', {}, { sameFactAs: 'lead' }),
    ],
    problems: [],
  },
  'linked, other millions': {
    text: 'The war displaced 1.2 million people.\nThe office counts 1,404,000 displaced.',
    marks: [
      count('lead', '1.2 million people'),
      count('later', '1,404,000 displaced', {}, { sameFactAs: 'lead' }),
    ],
    problems: ['same_fact_differs: lead, later'],
  },
  'linked, of two days: the second may be later': {
    text: 'The raid had killed 41 people by Monday.\nThe raid had killed 44 people by Tuesday.',
    marks: [
      count('lead', '41 people', at('Halven', '2026-03-02')),
      count('later', '44 people', at('Halven', '2026-03-03'), { sameFactAs: 'lead' }),
    ],
    problems: [],
  },
  'linked, two sources: no mistake': {
    text: 'The army said 41 people died.\nThe hospital said 44 people died.',
    marks: [
      says('army', '41 people died', 'The army'),
      says('hospital', '44 people died', 'The hospital'),
      count('a', '41 people'),
      count('b', '44 people', {}, { sameFactAs: 'a' }),
    ],
    problems: [],
    notes: ['differs_by_source: a, b'],
  },
  'linked, two sources that agree': {
    text: 'The army said 41 people died.\nThe hospital said at least 40 people died.',
    marks: [
      says('army', '41 people died', 'The army'),
      says('hospital', 'at least 40 people died', 'The hospital'),
      count('a', '41 people'),
      count('b', 'at least 40 people', {}, { sameFactAs: 'a' }),
    ],
    problems: [],
  },
  'linked, one source twice': {
    text: 'The army said 41 people died.\nThe army later said 44 people died.',
    marks: [
      says('army', '41 people died', 'The army'),
      says('again', '44 people died', 'The army#2'),
      count('a', '41 people'),
      count('b', '44 people', {}, { sameFactAs: 'a' }),
    ],
    problems: ['same_fact_differs: a, b'],
  },
  'linked, sources told by links': {
    text: 'The army spoke.\nThe hospital spoke.\nA raid killed 41 people.\nIt killed 44 people.',
    marks: [
      says('army', 'The army spoke', 'The army'),
      says('hospital', 'The hospital spoke', 'The hospital'),
      count('a', '41 people', {}, { by: ['army'] }),
      count('b', '44 people', {}, { by: ['hospital'], sameFactAs: 'a' }),
    ],
    problems: [],
    notes: ['differs_by_source: a, b'],
  },
  'linked, the story’s own figure is one of its sources’': {
    text: 'A raid killed 44 people.\nThe army said 41 people died.\nThe hospital said 44 people died.',
    marks: [
      says('army', '41 people died', 'The army'),
      says('hospital', '44 people died', 'The hospital'),
      count('own', '44 people'),
      count('a', '41 people', {}, { sameFactAs: 'own' }),
      count('b', '44 people#2', {}, { sameFactAs: 'own' }),
    ],
    problems: [],
    notes: ['differs_by_source: a, b'],
  },
  'linked, the story’s own figure is nobody’s': {
    text: 'A raid killed 50 people.\nThe army said 41 people died.\nThe hospital said 41 people died.',
    marks: [
      says('army', '41 people died', 'The army'),
      says('hospital', '41 people died#2', 'The hospital'),
      count('own', '50 people'),
      count('a', '41 people', {}, { sameFactAs: 'own' }),
      count('b', '41 people#2', {}, { sameFactAs: 'own' }),
    ],
    problems: ['same_fact_differs: own, a'],
  },
  'linked, other outcomes are not compared': {
    text: 'A raid killed 41 people.\nIt injured 60 people.',
    marks: [count('dead', '41 people'), count('hurt', '60 people', {}, { sameFactAs: 'dead' })],
    problems: [],
  },
  'linked, others besides': {
    text: 'A raid killed 41 people.\nAnother 12 people died later.',
    marks: [count('lead', '41 people'), count('more', '12 people', {}, { sameFactAs: 'lead' })],
    problems: [],
  },
  'not linked: two attacks': {
    text: 'A bomb killed 12 people at a market.\nIn the north, gunmen killed 5 people.',
    marks: [count('a', '12 people'), count('b', '5 people')],
    problems: [],
  },
  'not linked: all else is the same': {
    text: 'A bomb killed 12 people in Halven on Monday.\nThe Halven bomb killed 14 people on Monday.',
    marks: [
      count('a', '12 people', at('Halven', '2026-03-02')),
      count('b', '14 people', at('Halven', '2026-03-02')),
    ],
    problems: ['same_fact_differs: a, b'],
  },
  'not linked: another day': {
    text: 'A bomb killed 12 people in Halven on Monday.\nThe Halven bomb killed 14 people on Tuesday.',
    marks: [
      count('a', '12 people', at('Halven', '2026-03-02')),
      count('b', '14 people', at('Halven', '2026-03-03')),
    ],
    problems: [],
  },
  'not linked: another place': {
    text: 'A bomb killed 12 people in Halven on Monday.\nA bomb killed 14 people in Tarvo on Monday.',
    marks: [
      count('a', '12 people', at('Halven', '2026-03-02')),
      count('b', '14 people', at('Tarvo', '2026-03-02')),
    ],
    problems: [],
  },
  'not linked: other people': {
    text: 'A bomb killed 12 people in Halven on Monday.\nIn Halven 14 soldiers were killed on Monday.',
    marks: [
      count('a', '12 people', at('Halven', '2026-03-02')),
      count('b', '14 soldiers', at('Halven', '2026-03-02')),
    ],
    problems: [],
  },
  'not linked: another cause': {
    text: 'A bomb killed 12 people in Halven on Monday.\nA fire killed 14 people in Halven on Monday.',
    marks: [
      count('a', '12 people', at('Halven', '2026-03-02', { cause: 'bomb' })),
      count('b', '14 people', at('Halven', '2026-03-02', { cause: 'fire' })),
    ],
    problems: [],
  },
  'not linked: a whole country has room for two': {
    text: 'A bomb killed 12 people on Monday.\nA bomb killed 14 people on Monday.',
    marks: [
      count(
        'a',
        '12 people',
        at('Norland', '2026-03-02', { place: { name: 'Norland', precision: 'country' } }),
      ),
      count(
        'b',
        '14 people',
        at('Norland', '2026-03-02', { place: { name: 'Norland', precision: 'country' } }),
      ),
    ],
    problems: [],
  },
  'not linked: a toll of a whole country': {
    text: 'The war has killed 120 people.\nThe war has killed 140 people.',
    marks: [
      count(
        'a',
        '120 people',
        at('Norland', '2026-03-02', {
          place: { name: 'Norland', precision: 'country' },
          scope: 'cumulative',
        }),
      ),
      count(
        'b',
        '140 people',
        at('Norland', '2026-03-02', {
          place: { name: 'Norland', precision: 'country' },
          scope: 'cumulative',
        }),
      ),
    ],
    problems: ['same_fact_differs: a, b'],
  },
  'not linked: two sources say nothing of each other': {
    text: 'The army said 41 people died in Halven.\nThe hospital said 44 people died in Halven.',
    marks: [
      says('army', '41 people died', 'The army'),
      says('hospital', '44 people died', 'The hospital'),
      count('a', '41 people', at('Halven', '2026-03-02')),
      count('b', '44 people', at('Halven', '2026-03-02')),
    ],
    problems: [],
  },
  'not linked: one source': {
    text: 'The army said 41 people died in Halven.\nThe army also said 44 people died in Halven.',
    marks: [
      says('army', '41 people died', 'The army'),
      says('again', '44 people died', 'The army#2'),
      count('a', '41 people', at('Halven', '2026-03-02')),
      count('b', '44 people', at('Halven', '2026-03-02')),
    ],
    problems: ['same_fact_differs: a, b'],
  },
  'not linked: parts of one whole': {
    text: 'A bomb killed 26 people.\nIn the hall 12 people died.\nIn the yard 14 people died.',
    marks: [
      count('all', '26 people'),
      count('a', '12 people', at('Halven', '2026-03-02', { partOf: 'all' })),
      count('b', '14 people', at('Halven', '2026-03-02', { partOf: 'all' })),
    ],
    problems: [],
  },
  'not linked: a part and its whole': {
    text: 'A bomb killed 26 people.\nIn the hall 12 people died.',
    marks: [
      count('all', '26 people', at('Halven', '2026-03-02')),
      count('a', '12 people', at('Halven', '2026-03-02', { partOf: 'all' })),
    ],
    problems: [],
  },
};

export const headlineCases: Record<string, LedgerCase> = {
  'another figure than the story': {
    text: '[44 dead as ferry sinks]\nAt least 50 people died when the ferry sank.',
    marks: [count('head', '44 dead'), count('lead', 'At least 50 people')],
    problems: ['headline_differs: head, lead'],
  },
  'the figure of the story': {
    text: '[44 dead as ferry sinks]\nThe ferry sank and 44 people died.',
    marks: [count('head', '44 dead'), count('lead', '44 people')],
    problems: [],
  },
  'linked, another figure': {
    text: '[44 dead as ferry sinks]\nThe ferry sank and 45 people died.\nIn the north 44 people died.',
    marks: [
      count('head', '44 dead'),
      count('lead', '45 people', {}, { sameFactAs: 'head' }),
      count('north', '44 people'),
    ],
    problems: ['headline_differs: head, lead'],
  },
  'a standfirst is held to the same': {
    text: '{A ferry sank and 44 people are dead.}\nThe ferry sank and 41 people died.',
    marks: [count('stand', '44 people'), count('lead', '41 people')],
    problems: ['headline_differs: stand, lead'],
  },
  'the sum of two attacks': {
    text: '[17 killed in two attacks]\nA bomb killed 12 people.\nGunmen killed 5 people.',
    marks: [count('head', '17 killed'), count('a', '12 people'), count('b', '5 people')],
    problems: [],
  },
  'one of two attacks': {
    text: '[12 killed at market]\nA bomb killed 12 people.\nGunmen killed 5 people.',
    marks: [count('head', '12 killed'), count('a', '12 people'), count('b', '5 people')],
    problems: [],
  },
  'more than all attacks together': {
    text: '[20 killed in two attacks]\nA bomb killed 12 people.\nGunmen killed 5 people.',
    marks: [count('head', '20 killed'), count('a', '12 people'), count('b', '5 people')],
    problems: ['headline_differs: head, a'],
  },
  'more than all, of which one is open': {
    text: '[20 killed in two attacks]\nA bomb killed at least 12 people.\nGunmen killed 5 people.',
    marks: [count('head', '20 killed'), count('a', 'at least 12 people'), count('b', '5 people')],
    problems: [],
  },
  'another five besides': {
    text: '[17 killed at market]\nA bomb killed 12 people.\nAnother 5 people died in hospital.',
    marks: [count('head', '17 killed'), count('a', '12 people'), count('b', '5 people')],
    problems: [],
  },
  'fewer than the first of several': {
    text: '[9 killed at market]\nA bomb killed 12 people.\nAnother 5 people died in hospital.',
    marks: [count('head', '9 killed'), count('a', '12 people'), count('b', '5 people')],
    problems: ['headline_differs: head, a'],
  },
  'people whom nobody has counted': {
    text: '[17 killed at market]\nA bomb killed several people, 12 of them children.',
    marks: [
      count('head', '17 killed'),
      count('all', 'several people'),
      count('part', '12 of them children', {
        partOf: 'all',
        victims: { category: 'child', label: 'children' },
      }),
    ],
    problems: [],
  },
  'a part of the story’s total': {
    text: '[Nine children die on ferry]\nThe ferry sank and 41 people died, including 9 children.',
    marks: [
      count('head', 'Nine children'),
      count('all', '41 people'),
      count('part', '9 children', { partOf: 'all' }),
    ],
    problems: [],
  },
  'another figure of children': {
    text: '[Nine children die on ferry]\nThe ferry sank and 41 people died, including 8 children.',
    marks: [
      count('head', 'Nine children'),
      count('all', '41 people'),
      count('part', '8 children', { partOf: 'all' }),
    ],
    problems: ['headline_differs: head, part'],
  },
  'of other people than the story has counted so far': {
    text: '[12 killed at market]\nA bomb killed 8 soldiers.',
    marks: [count('head', '12 killed'), count('a', '8 soldiers')],
    problems: [],
  },
  'of fewer than the soldiers alone': {
    text: '[6 killed at market]\nA bomb killed 8 soldiers.',
    marks: [count('head', '6 killed'), count('a', '8 soldiers')],
    problems: ['headline_differs: head, a'],
  },
  'of another outcome': {
    text: '[12 injured at market]\nA bomb killed 8 people.',
    marks: [count('head', '12 injured'), count('a', '8 people')],
    problems: [],
  },
  'a toll of the war is background': {
    text: '[12 killed at market]\nThe war has killed 800 people since May.',
    marks: [count('head', '12 killed'), count('war', '800 people')],
    problems: [],
  },
  'what happened long ago is background': {
    text: '[12 killed at market]\nA bomb killed 30 people there in 2019.',
    marks: [
      count('head', '12 killed'),
      count('then', '30 people', { period: { from: '2019-05-01', to: null, precision: 'month' } }),
    ],
    publishedAt: '2026-03-03T09:00:00Z',
    problems: [],
  },
  'what happened yesterday is not': {
    text: '[12 killed at market]\nA bomb killed 30 people there on Monday.',
    marks: [
      count('head', '12 killed'),
      count('now', '30 people', { period: { from: '2026-03-02', to: null, precision: 'day' } }),
    ],
    publishedAt: '2026-03-03T09:00:00Z',
    problems: ['headline_differs: head, now'],
  },
  'rounds a large figure': {
    text: '[4,000 displaced by flood]\nThe flood displaced 4,120 people.',
    marks: [count('head', '4,000 displaced'), count('lead', '4,120 people')],
    problems: [],
  },
  'rounds too far': {
    text: '[5,000 displaced by flood]\nThe flood displaced 4,120 people.',
    marks: [count('head', '5,000 displaced'), count('lead', '4,120 people')],
    problems: ['headline_differs: head, lead'],
  },
  'a vague word over one figure': {
    text: '[Dozens killed on ferry]\nThe ferry sank and 41 people died.',
    marks: [count('head', 'Dozens killed'), count('lead', '41 people')],
    problems: [],
  },
  'the headline’s source is another': {
    text: '[Army: 44 dead]\nThe hospital said 41 people died.',
    marks: [
      says('army', '44 dead', 'Army'),
      says('hospital', '41 people died', 'The hospital'),
      count('head', '44 dead'),
      count('lead', '41 people'),
    ],
    problems: [],
  },
  'a figure that the story does not count at all': {
    text: '[44 dead as ferry sinks]\nThe ferry sank in a storm.',
    marks: [count('head', '44 dead')],
    problems: [],
  },
};

const toll = (to: string | null, more: Details = {}): Details => ({
  scope: 'cumulative',
  period: { from: '2026-01-03', to, precision: 'day' },
  ...more,
});

export const cumulativeCases: Record<string, LedgerCase> = {
  'falls from one day to the next': {
    text: 'By Monday 400 people had died.\nBy Thursday 385 people had died.',
    marks: [count('a', '400 people', toll('2026-02-02')), count('b', '385 people', toll('2026-02-05'))],
    problems: ['cumulative_falls: a, b'],
  },
  'falls, the later one told first': {
    text: 'By Thursday 385 people had died.\nBy Monday 400 people had died.',
    marks: [count('b', '385 people', toll('2026-02-05')), count('a', '400 people', toll('2026-02-02'))],
    problems: ['cumulative_falls: b, a'],
  },
  rises: {
    text: 'By Monday 385 people had died.\nBy Thursday 400 people had died.',
    marks: [count('a', '385 people', toll('2026-02-02')), count('b', '400 people', toll('2026-02-05'))],
    problems: [],
  },
  'stays as it was': {
    text: 'By Monday 385 people had died.\nBy Thursday 385 people had died.',
    marks: [count('a', '385 people', toll('2026-02-02')), count('b', '385 people#2', toll('2026-02-05'))],
    problems: [],
  },
  '“at least” may be more': {
    text: 'By Monday 400 people had died.\nBy Thursday at least 385 people had died.',
    marks: [
      count('a', '400 people', toll('2026-02-02')),
      count('b', 'at least 385 people', toll('2026-02-05')),
    ],
    problems: [],
  },
  'falls below what was sure': {
    text: 'By Monday more than 400 people had died.\nBy Thursday 385 people had died.',
    marks: [
      count('a', 'more than 400 people', toll('2026-02-02')),
      count('b', '385 people', toll('2026-02-05')),
    ],
    problems: ['cumulative_falls: a, b'],
  },
  'an open end is now': {
    text: 'So far 385 people have died.\nBy Monday 400 people had died.',
    marks: [count('now', '385 people', toll(null)), count('then', '400 people', toll('2026-02-02'))],
    problems: ['cumulative_falls: now, then'],
  },
  'two of one day are not one after the other': {
    text: 'By Monday 400 people had died.\nBy Monday 385 people had died.',
    marks: [count('a', '400 people', toll('2026-02-02')), count('b', '385 people', toll('2026-02-02'))],
    problems: [],
  },
  'of another place': {
    text: 'By Monday 400 people had died.\nBy Thursday 385 people had died.',
    marks: [
      count('a', '400 people', toll('2026-02-02', { place: { name: 'Norland', precision: 'country' } })),
      count('b', '385 people', toll('2026-02-05', { place: { name: 'Halven', precision: 'town' } })),
    ],
    problems: [],
  },
  'from another beginning': {
    text: 'By Monday 400 people had died.\nBy Thursday 385 people had died.',
    marks: [
      count('a', '400 people', toll('2026-02-02')),
      count(
        'b',
        '385 people',
        toll('2026-02-05', { period: { from: '2026-02-01', to: '2026-02-05', precision: 'day' } }),
      ),
    ],
    problems: [],
  },
  'of nothing that is known to be the same': {
    text: 'By Monday 400 people had died.\nBy Thursday 385 people had died.',
    marks: [
      count('a', '400 people', toll(null, { period: { from: null, to: '2026-02-02', precision: 'day' } })),
      count('b', '385 people', toll(null, { period: { from: null, to: '2026-02-05', precision: 'day' } })),
    ],
    problems: [],
  },
  'of one place, whatever its beginning': {
    text: 'By Monday 400 people had died.\nBy Thursday 385 people had died.',
    marks: [
      count(
        'a',
        '400 people',
        toll(null, {
          place: { name: 'Halven', precision: 'town' },
          period: { from: null, to: '2026-02-02', precision: 'day' },
        }),
      ),
      count(
        'b',
        '385 people',
        toll(null, {
          place: { name: 'Halven', precision: 'town' },
          period: { from: null, to: '2026-02-05', precision: 'day' },
        }),
      ),
    ],
    problems: ['cumulative_falls: a, b'],
  },
  '“the toll” of one story': {
    text: 'The toll rose to 1,204 by Friday.\nBy Saturday the death toll was 1,100.',
    marks: [
      count('a', '1,204', toll(null, { period: { from: null, to: '2026-02-06', precision: 'day' } })),
      count('b', '1,100', toll(null, { period: { from: null, to: '2026-02-07', precision: 'day' } })),
    ],
    problems: ['cumulative_falls: a, b'],
  },
  '“the toll” that rises': {
    text: 'The toll was 1,100 by Friday.\nBy Saturday the death toll was 1,204.',
    marks: [
      count('a', '1,100', toll(null, { period: { from: null, to: '2026-02-06', precision: 'day' } })),
      count('b', '1,204', toll(null, { period: { from: null, to: '2026-02-07', precision: 'day' } })),
    ],
    problems: [],
  },
  '“a toll” may be of something else': {
    text: 'A toll of 1,204 was given on Friday.\nOn Saturday a toll of 1,100 was given.',
    marks: [
      count('a', '1,204', toll(null, { period: { from: null, to: '2026-02-06', precision: 'day' } })),
      count('b', '1,100', toll(null, { period: { from: null, to: '2026-02-07', precision: 'day' } })),
    ],
    problems: [],
  },
  'of one cause, whatever its beginning': {
    text: 'By Monday 400 people had died in the quake.\nBy Thursday 385 people had died in it.',
    marks: [
      count(
        'a',
        '400 people',
        toll(null, { cause: 'quake', period: { from: null, to: '2026-02-02', precision: 'day' } }),
      ),
      count(
        'b',
        '385 people',
        toll(null, { cause: 'Quake', period: { from: null, to: '2026-02-05', precision: 'day' } }),
      ),
    ],
    problems: ['cumulative_falls: a, b'],
  },
  'of two causes': {
    text: 'By Monday 400 people had died in the quake.\nBy Thursday 385 people had died of cholera.',
    marks: [
      count('a', '400 people', toll('2026-02-02', { cause: 'quake' })),
      count('b', '385 people', toll('2026-02-05', { cause: 'cholera' })),
    ],
    problems: [],
  },
  'of other people': {
    text: 'By Monday 400 people had died.\nBy Thursday 385 children had died.',
    marks: [count('a', '400 people', toll('2026-02-02')), count('b', '385 children', toll('2026-02-05'))],
    problems: [],
  },
  'by another source': {
    text: 'The army said 400 people died.\nThe hospital said 385 people died.',
    marks: [
      says('army', '400 people died', 'The army'),
      says('hospital', '385 people died', 'The hospital'),
      count('a', '400 people', toll('2026-02-02')),
      count('b', '385 people', toll('2026-02-05')),
    ],
    problems: [],
  },
  'of single incidents': {
    text: 'On Monday 400 people died.\nOn Thursday 385 people died.',
    marks: [
      count('a', '400 people', toll('2026-02-02', { scope: 'incident' })),
      count('b', '385 people', toll('2026-02-05', { scope: 'incident' })),
    ],
    problems: [],
  },
};

export const vagueCases: Record<string, LedgerCase> = {
  'dozens and 34': {
    text: 'A raid killed dozens of people.\nThe raid killed 34 people.',
    marks: [count('lead', 'dozens of people'), count('later', '34 people', {}, { sameFactAs: 'lead' })],
    problems: ['vague_beside_exact: lead, later'],
  },
  'dozens over 34': {
    text: '[Dozens killed in raid]\nThe raid killed 34 people.',
    marks: [count('head', 'Dozens killed'), count('later', '34 people', {}, { sameFactAs: 'head' })],
    problems: ['vague_beside_exact: head, later'],
  },
  'several and three': {
    text: 'A raid killed several people.\nThe raid killed three people.',
    marks: [count('lead', 'several people'), count('later', 'three people', {}, { sameFactAs: 'lead' })],
    problems: ['vague_beside_exact: lead, later'],
  },
  'dozens and nine cannot both be': {
    text: 'A raid killed dozens of people.\nThe raid killed nine people.',
    marks: [count('lead', 'dozens of people'), count('later', 'nine people', {}, { sameFactAs: 'lead' })],
    problems: ['same_fact_differs: lead, later'],
  },
  'dozens and at least 34': {
    text: 'A raid killed dozens of people.\nThe raid killed at least 34 people.',
    marks: [
      count('lead', 'dozens of people'),
      count('later', 'at least 34 people', {}, { sameFactAs: 'lead' }),
    ],
    problems: [],
  },
  'dozens and dozens': {
    text: 'A raid killed dozens of people.\nThe raid killed dozens.',
    marks: [count('lead', 'dozens of people'), count('later', 'dozens#2', {}, { sameFactAs: 'lead' })],
    problems: [],
  },
  'dozens of another fact': {
    text: 'A raid killed dozens of people.\nA fire killed 34 people.',
    marks: [count('lead', 'dozens of people'), count('later', '34 people')],
    problems: [],
  },
  'dozens, says another': {
    text: 'Residents said dozens of people died.\nThe hospital said 34 people died.',
    marks: [
      says('residents', 'dozens of people died', 'Residents'),
      says('hospital', '34 people died', 'The hospital'),
      count('a', 'dozens of people'),
      count('b', '34 people', {}, { sameFactAs: 'a' }),
    ],
    problems: [],
  },
  'dozens in the story’s own words': {
    text: 'A raid killed dozens of people.\nThe hospital said 34 people died.',
    marks: [
      says('hospital', '34 people died', 'The hospital'),
      count('a', 'dozens of people'),
      count('b', '34 people', {}, { sameFactAs: 'a' }),
    ],
    problems: ['vague_beside_exact: a, b'],
  },
};
