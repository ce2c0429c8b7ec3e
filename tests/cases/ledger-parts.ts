/** Parts and wholes: each row that is told has a twin that is not. */
import { count, type LedgerCase, says } from '../support/ledger.ts';

const SUNK = 'The ferry sank with 41 dead';
const PASSENGERS = 'At least 41 people died, including 52 civilians.';

export const partCases: Record<string, LedgerCase> = {
  'a part larger than its whole': {
    text: 'A blast killed 41 people, including 52 civilians.',
    marks: [count('all', '41 people'), count('part', '52 civilians', { partOf: 'all' })],
    problems: ['part_exceeds_whole: all, part'],
  },
  'a part as large as its whole': {
    text: 'A blast killed 41 people, all 41 civilians.',
    marks: [count('all', '41 people'), count('part', '41 civilians', { partOf: 'all' })],
    problems: [],
  },
  '“at least” has no upper limit': {
    text: PASSENGERS,
    marks: [count('all', 'At least 41 people'), count('part', '52 civilians', { partOf: 'all' })],
    problems: [],
  },
  '“at least” stays open where a form has all three numbers': {
    text: PASSENGERS,
    marks: [
      count('all', 'At least 41 people', { low: 41, best: 41, high: 41 }),
      count('part', '52 civilians', { partOf: 'all' }),
    ],
    problems: [],
  },
  '“at least” with a highest number that is known': {
    text: PASSENGERS,
    marks: [
      count('all', 'At least 41 people', { low: 41, best: 45, high: 50 }),
      count('part', '52 civilians', { partOf: 'all' }),
    ],
    problems: ['part_exceeds_whole: all, part'],
  },
  '“more than” has no upper limit': {
    text: 'More than 40 people died, including 52 civilians.',
    marks: [count('all', 'More than 40 people'), count('part', '52 civilians', { partOf: 'all' })],
    problems: [],
  },
  '“up to” is a limit': {
    text: 'Up to 40 people died, including 41 civilians.',
    marks: [count('all', 'Up to 40 people'), count('part', '41 civilians', { partOf: 'all' })],
    problems: ['part_exceeds_whole: all, part'],
  },
  '“fewer than 40” ends at 39': {
    text: 'Fewer than 40 people died, including 40 civilians.',
    marks: [count('all', 'Fewer than 40 people'), count('part', '40 civilians', { partOf: 'all' })],
    problems: ['part_exceeds_whole: all, part'],
  },
  'a part of “up to” may be fewer': {
    text: 'A blast killed 41 people, including up to 52 civilians.',
    marks: [count('all', '41 people'), count('part', 'up to 52 civilians', { partOf: 'all' })],
    problems: [],
  },
  'a part of “at least” that is already more': {
    text: 'A blast killed 41 people, including at least 42 civilians.',
    marks: [count('all', '41 people'), count('part', 'at least 42 civilians', { partOf: 'all' })],
    problems: ['part_exceeds_whole: all, part'],
  },
  'a part within “about”': {
    text: 'About 40 people died, including 45 civilians.',
    marks: [count('all', 'About 40 people'), count('part', '45 civilians', { partOf: 'all' })],
    problems: [],
  },
  'a part beyond “about”': {
    text: 'About 40 people died, including 60 civilians.',
    marks: [count('all', 'About 40 people'), count('part', '60 civilians', { partOf: 'all' })],
    problems: ['part_exceeds_whole: all, part'],
  },
  'a part within a range': {
    text: 'Between 40 and 50 people died, including 45 civilians.',
    marks: [count('all', 'Between 40 and 50 people'), count('part', '45 civilians', { partOf: 'all' })],
    problems: [],
  },
  'a part beyond a range': {
    text: 'Between 40 and 50 people died, including 51 civilians.',
    marks: [count('all', 'Between 40 and 50 people'), count('part', '51 civilians', { partOf: 'all' })],
    problems: ['part_exceeds_whole: all, part'],
  },
  'dozens as part of a hundred': {
    text: 'A blast killed 100 people, dozens of them civilians.',
    marks: [count('all', '100 people'), count('part', 'dozens of them civilians', { partOf: 'all' })],
    problems: [],
  },
  'dozens as part of nine': {
    text: 'A blast killed nine people, dozens of them civilians.',
    marks: [count('all', 'nine people'), count('part', 'dozens of them civilians', { partOf: 'all' })],
    problems: ['part_exceeds_whole: all, part'],
  },
  'five thousand as part of dozens': {
    text: 'Dozens of people died, including 5,000 civilians.',
    marks: [count('all', 'Dozens of people'), count('part', '5,000 civilians', { partOf: 'all' })],
    problems: ['part_exceeds_whole: all, part'],
  },
  'several is no number': {
    text: 'Several people died, including nine civilians.',
    marks: [count('all', 'Several people'), count('part', 'nine civilians', { partOf: 'all' })],
    problems: [],
  },
  'a part of a part': {
    text: 'A blast killed 41 people, including 12 civilians.\nOf the civilians, 13 were children.',
    marks: [
      count('all', '41 people'),
      count('some', '12 civilians', { partOf: 'all' }),
      count('few', '13', { partOf: 'some', outcome: 'killed' }),
    ],
    problems: ['part_exceeds_whole: some, few'],
  },
  'a whole that is no longer in the story': {
    text: 'A blast killed many, including 52 civilians.',
    marks: [count('part', '52 civilians', { partOf: 'gone' })],
    problems: [],
  },
  'a part by one source of a whole by another is no mistake': {
    text: 'The army said 41 people died.\nThe hospital said 52 civilians were among the dead.',
    marks: [
      says('army', '41 people died', 'The army'),
      says('hospital', '52 civilians were among the dead', 'The hospital'),
      count('all', '41 people'),
      count('part', '52 civilians', { partOf: 'all' }),
    ],
    problems: [],
    notes: ['differs_by_source: all, part'],
  },
  'the same by one source': {
    text: 'The army said 41 people died.\nLater the army said 52 civilians were among the dead.',
    marks: [
      says('army', '41 people died', 'The army'),
      says('again', '52 civilians were among the dead', 'the army'),
      count('all', '41 people'),
      count('part', '52 civilians', { partOf: 'all' }),
    ],
    problems: ['part_exceeds_whole: all, part'],
  },
  'a rounded whole': {
    text: 'The war displaced 1.2 million people, including 1,203,000 children.',
    marks: [count('all', '1.2 million people'), count('part', '1,203,000 children', { partOf: 'all' })],
    problems: [],
  },
};

export const togetherCases: Record<string, LedgerCase> = {
  'men and women are more than all': {
    text: 'A blast killed 12 people, including 8 men and 5 women.',
    marks: [
      count('all', '12 people'),
      count('men', '8 men', { partOf: 'all' }),
      count('women', '5 women', { partOf: 'all' }),
    ],
    problems: ['parts_exceed_whole: all, men, women'],
  },
  'men and women are as many as all': {
    text: 'A blast killed 12 people, including 8 men and 4 women.',
    marks: [
      count('all', '12 people'),
      count('men', '8 men', { partOf: 'all' }),
      count('women', '4 women', { partOf: 'all' }),
    ],
    problems: [],
  },
  'civilians may be children': {
    text: 'A blast killed 12 people, including 8 civilians and 5 children.',
    marks: [
      count('all', '12 people'),
      count('civilians', '8 civilians', { partOf: 'all' }),
      count('children', '5 children', { partOf: 'all' }),
    ],
    problems: [],
  },
  'civilians are no combatants, wherever they stand': {
    text: 'A blast killed 12 people.\nThe mayor counted 8 civilians.\nThe dead include 5 soldiers.',
    marks: [
      count('all', '12 people'),
      count('civilians', '8 civilians', { partOf: 'all', outcome: 'killed' }),
      count('soldiers', '5 soldiers', { partOf: 'all', outcome: 'killed' }),
    ],
    problems: ['parts_exceed_whole: all, civilians, soldiers'],
  },
  'a part told twice counts once': {
    text: 'A blast killed 12 people, 8 of them civilians.\nThe 8 civilians were traders.\nThe dead include 4 soldiers.',
    marks: [
      count('all', '12 people'),
      count('lead', '8 of them civilians', {
        partOf: 'all',
        victims: { category: 'civilian', label: 'civilians' },
      }),
      count('again', '8 civilians', { partOf: 'all', outcome: 'killed' }),
      count('soldiers', '4 soldiers', { partOf: 'all', outcome: 'killed' }),
    ],
    problems: [],
  },
  'a row of nouns that exclude each other': {
    text: 'The storm killed 12 people, among them 8 passengers and 5 miners.',
    marks: [
      count('all', '12 people'),
      count('passengers', '8 passengers', { partOf: 'all' }),
      count('miners', '5 miners', { partOf: 'all' }),
    ],
    problems: ['parts_exceed_whole: all, passengers, miners'],
  },
  'nouns apart may be the same people': {
    text: 'The storm killed 12 people.\nAmong the dead were 8 villagers.\nAmong the dead were 5 miners.',
    marks: [
      count('all', '12 people'),
      count('villagers', '8 villagers', { partOf: 'all' }),
      count('miners', '5 miners', { partOf: 'all' }),
    ],
    problems: [],
  },
  'parts of “at least” a whole': {
    text: 'A blast killed at least 12 people, including 8 men and 5 women.',
    marks: [
      count('all', 'at least 12 people'),
      count('men', '8 men', { partOf: 'all' }),
      count('women', '5 women', { partOf: 'all' }),
    ],
    problems: [],
  },
  'parts that are “up to” prove nothing': {
    text: 'A blast killed 12 people, including up to 8 men and up to 5 women.',
    marks: [
      count('all', '12 people'),
      count('men', 'up to 8 men', { partOf: 'all' }),
      count('women', 'up to 5 women', { partOf: 'all' }),
    ],
    problems: [],
  },
  'killed and injured of a figure of both': {
    text: 'The storm left 40 casualties.\nIt killed 12 people.\nIt injured 30 people.',
    marks: [
      count('all', '40 casualties', { outcome: 'other' }),
      count('dead', '12 people', { partOf: 'all' }),
      count('hurt', '30 people', { partOf: 'all' }),
    ],
    problems: ['parts_exceed_whole: all, dead, hurt'],
  },
  'killed and injured that fit': {
    text: 'The storm left 42 casualties.\nIt killed 12 people.\nIt injured 30 people.',
    marks: [
      count('all', '42 casualties', { outcome: 'other' }),
      count('dead', '12 people', { partOf: 'all' }),
      count('hurt', '30 people', { partOf: 'all' }),
    ],
    problems: [],
  },
  'a part that is itself too large is told alone': {
    text: 'A blast killed 12 people, including 18 men and 5 women.',
    marks: [
      count('all', '12 people'),
      count('men', '18 men', { partOf: 'all' }),
      count('women', '5 women', { partOf: 'all' }),
    ],
    problems: ['part_exceeds_whole: all, men'],
  },
  'what another source adds is not summed up': {
    text: 'The army said 12 people died.\nThe army spoke of 8 civilians.\nThe hospital said 5 soldiers died.',
    marks: [
      says('army', '12 people died', 'The army'),
      says('again', '8 civilians', 'The army#2'),
      says('hospital', '5 soldiers died', 'The hospital'),
      count('all', '12 people'),
      count('civilians', '8 civilians', { partOf: 'all', outcome: 'killed' }),
      count('soldiers', '5 soldiers', { partOf: 'all' }),
    ],
    problems: [],
  },
};

export const coverCases: Record<string, LedgerCase> = Object.fromEntries(
  (
    [
      ['everyone, and too few', `${SUNK}: 8 men and 4 women.`, ['41 dead', '8 men', '4 women'], true],
      [
        'everyone, and all of them',
        'The storm killed 12 people: 8 men and 4 women.',
        ['12 people', '8 men', '4 women'],
        false,
      ],
      [
        'after a comma',
        'The storm killed 13 people, 8 men and 4 women.',
        ['13 people', '8 men', '4 women'],
        true,
      ],
      [
        'in brackets',
        'The storm killed 13 people (8 men and 4 women).',
        ['13 people', '8 men', '4 women'],
        true,
      ],
      [
        'after words',
        'The storm killed 13 people in two villages: 8 men and 4 women.',
        ['13 people', '8 men', '4 women'],
        true,
      ],
      [
        'made up of',
        'The storm killed 13 people, made up of 8 men and 4 women.',
        ['13 people', '8 men', '4 women'],
        true,
      ],
      [
        'three of them',
        'The storm killed 13 people: 5 men, 4 women and 3 children.',
        ['13 people', '5 men', '4 women', '3 children'],
        true,
      ],
      [
        'marked with more than the figure',
        'The storm killed 13 people: 8 men and 4 women.',
        ['killed 13 people', '8 men', '4 women'],
        true,
      ],
      [
        'including tells of some',
        'The storm killed 13 people, including 8 men and 4 women.',
        ['13 people', '8 men', '4 women'],
        false,
      ],
      [
        'among them tells of some',
        'The storm killed 13 people, among them 8 men and 4 women.',
        ['13 people', '8 men', '4 women'],
        false,
      ],
      [
        'of whom tells of some',
        'The storm killed 13 people, of whom 8 men and 4 women.',
        ['13 people', '8 men', '4 women'],
        false,
      ],
      [
        'someone who is not marked',
        'The storm killed 13 people: 8 men, 4 women and a child.',
        ['13 people', '8 men', '4 women'],
        false,
      ],
      [
        'someone in the middle who is not marked',
        'The storm killed 13 people: 8 men, a child and 4 women.',
        ['13 people', '8 men', '4 women'],
        false,
      ],
      [
        'others besides',
        'The storm killed 13 people: 8 men, 4 women and others.',
        ['13 people', '8 men', '4 women'],
        false,
      ],
      [
        'at least so many men',
        'The storm killed 13 people: at least 8 men and 4 women.',
        ['13 people', 'at least 8 men', '4 women'],
        false,
      ],
      [
        'at least so many people',
        'The storm killed at least 13 people: 8 men and 4 women.',
        ['at least 13 people', '8 men', '4 women'],
        false,
      ],
      [
        'without “and” the row may go on',
        'The storm killed 13 people: 8 men, 4 women.',
        ['13 people', '8 men', '4 women'],
        false,
      ],
      ['one part is no row', 'The storm killed 13 people, 8 men.', ['13 people', '8 men'], false],
      [
        'after a dash',
        'The storm killed 13 people – 8 men and 4 women.',
        ['13 people', '8 men', '4 women'],
        true,
      ],
      [
        'after a hyphen',
        'The storm killed 13 people - 8 men and 4 women.',
        ['13 people', '8 men', '4 women'],
        true,
      ],
      [
        'namely',
        'The storm killed 13 people, namely 8 men and 4 women.',
        ['13 people', '8 men', '4 women'],
        true,
      ],
      [
        'consisting of, without a comma',
        'The storm killed 13 people consisting of  8 men and 4 women.',
        ['13 people', '8 men', '4 women'],
        true,
      ],
      [
        'a longer blank before “and”',
        'The storm killed 13 people: 8 men  and  4 women.',
        ['13 people', '8 men', '4 women'],
        true,
      ],
      [
        'a noun between',
        'The storm killed 13 people: 8 men of Ardle and 4 women.',
        ['13 people', '8 men', '4 women'],
        true,
      ],
      [
        'a comma before “and”',
        'The storm killed 13 people: 8 men , and 4 women.',
        ['13 people', '8 men', '4 women'],
        true,
      ],
      [
        'a semicolon',
        'The storm killed 13 people: 8 men; and 4 women.',
        ['13 people', '8 men', '4 women'],
        false,
      ],
      [
        'the place behind',
        'The storm killed 13 people: 8 men and 4 women in Ardle and Marl.',
        ['13 people', '8 men', '4 women'],
        true,
      ],
      [
        'one more behind who is not marked',
        'The storm killed 13 people: 8 men and 4 women of Ardle, as well as one more.',
        ['13 people', '8 men', '4 women'],
        false,
      ],
      [
        'several more behind',
        'The storm killed 13 people: 8 men and 4 women plus several cooks.',
        ['13 people', '8 men', '4 women'],
        false,
      ],
      [
        'a figure behind',
        'The storm killed 13 people: 8 men and 4 women and 9 cows.',
        ['13 people', '8 men', '4 women'],
        false,
      ],
      [
        'another behind',
        'The storm killed 13 people: 8 men and 4 women  ,  and  other victims.',
        ['13 people', '8 men', '4 women'],
        false,
      ],
      [
        'an elder behind',
        'The storm killed 13 people: 8 men and 4 women and an elder.',
        ['13 people', '8 men', '4 women'],
        false,
      ],
      [
        'someone else before “and”',
        'The storm killed 13 people: 8 men with the mayor and 4 women.',
        ['13 people', '8 men', '4 women'],
        false,
      ],
      [
        'most of them',
        'The storm killed 13 people, mostly 8 men and 4 women.',
        ['13 people', '8 men', '4 women'],
        false,
      ],
      [
        'included',
        'The storm killed 13 people; included: 8 men and 4 women.',
        ['13 people', '8 men', '4 women'],
        false,
      ],
      [
        'a clause between',
        'The storm killed 13 people. It hit 8 men and 4 women.',
        ['13 people', '8 men', '4 women'],
        false,
      ],
      [
        'the same noun twice',
        'The storm killed 13 people: 8 men and 4 men.',
        ['13 people', '8 men', '4 men'],
        false,
      ],
      [
        'civilians and children may be the same',
        'The storm killed 13 people: 8 civilians and 4 children.',
        ['13 people', '8 civilians', '4 children'],
        false,
      ],
      [
        'prisoners may be anybody',
        'The storm killed 13 people: 8 prisoners and 4 women.',
        ['13 people', '8 prisoners', '4 women'],
        false,
      ],
      [
        'two of one age',
        'The storm killed 13 people: 8 men and 4 youths.',
        ['13 people', '8 men', '4 youths'],
        true,
      ],
      [
        'far from its whole',
        'The storm killed 13 people, the mayor said, and hit 8 men and 4 women.',
        ['13 people', '8 men', '4 women'],
        false,
      ],
    ] as const
  ).map(([name, text, [all, ...parts], isTold]) => [
    name,
    {
      text,
      marks: [
        count('all', all, { outcome: 'killed' }),
        ...parts.map((part) => count(part.replaceAll(' ', '-'), part, { partOf: 'all', outcome: 'killed' })),
      ],
      problems: isTold
        ? [`parts_short_of_whole: ${['all', ...parts.map((part) => part.replaceAll(' ', '-'))].join(', ')}`]
        : [],
    },
  ]),
);
