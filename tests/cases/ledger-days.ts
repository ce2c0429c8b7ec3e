/** Day names and dates. 6 January 2026 is a Tuesday. */
import { count, date, type LedgerCase } from '../support/ledger.ts';

const day = (from: string, more: object = {}) => ({
  period: { from, to: null, precision: 'day' as const },
  ...more,
});
const PUBLISHED = '2026-01-08T10:00:00Z';

/** Sentences in which a date is marked, and whether a day name in them is wrong. */
const SENTENCES: readonly (readonly [name: string, text: string, isWrong: boolean, language?: string])[] = [
  ['day before date', 'It sank on Monday, 6 January 2026, at noon.', true],
  ['the right day before its date', 'It sank on Tuesday, 6 January 2026, at noon.', false],
  ['date in the American order', 'It sank on Monday, January 6, 2026, at noon.', true],
  ['the right day, in the American order', 'It sank on Tuesday, January 6, 2026, at noon.', false],
  ['without a comma', 'It sank on Monday 6 January 2026.', true],
  ['an ordinal', 'It sank on Monday the 6th of January 2026.', true],
  ['a time of day between', 'It sank on Monday night, 6 January 2026.', true],
  ['an abbreviated day', 'It sank on Mon 6 Jan 2026.', true],
  ['the right abbreviated day', 'It sank on Tue 6 Jan 2026.', false],
  ['date in brackets', 'It sank on Monday (6 January 2026).', true],
  ['day in brackets', 'It sank on 6 January 2026 (Monday).', true],
  ['the right day in brackets', 'It sank on 6 January 2026 (Tuesday).', false],
  ['“a Monday”', 'It sank on 6 January 2026, a Monday.', true],
  ['a date in figures', 'It sank on Monday, 2026-01-06.', true],
  ['the year is the story’s', 'It sank on Monday, 6 January.', true],
  ['the right day, the year is the story’s', 'It sank on Tuesday, 6 January.', false],
  ['the end of last year', 'It sank on Wednesday, 31 December.', false],
  ['another day than the end of last year', 'It sank on Thursday, 31 December.', true],
  ['a date months away may be of any year', 'It sank on Monday, 6 July.', false],
  ['another day of the sentence', 'It sank on 6 January 2026, and Monday was calm.', false],
  [
    'a list of days, all right',
    'They met on Monday, 5 January 2026, Tuesday, 6 January 2026, and later.',
    false,
  ],
  [
    'a list of days, one wrong',
    'They met on Monday, 5 January 2026, Monday, 6 January 2026, and later.',
    true,
  ],
  ['a range of days', 'It sank on Monday, 6-7 January 2026.', false],
  ['a range of days, in the American order', 'It sank on Monday, January 6-7, 2026.', false],
  ['a day that the calendar lacks', 'It sank on Monday, 31 June 2026.', false],
  ['a month alone', 'It sank on Monday in January 2026.', false],
  ['“may” is no month', 'On Monday 6 may have died.', false],
  ['a year before our calendar was everyone’s', 'It sank on Monday, 6 January 1620.', false],
  ['a paper’s name', 'The Sun, 6 January 2026, had it first.', false],
  ['another language', 'It sank on Monday, 6 January 2026, at noon.', false, 'de'],
  ['English of another country', 'It sank on Monday, 6 January 2026, at noon.', true, 'en-GB'],
];

export const weekdayCases: Record<string, LedgerCase> = {
  ...Object.fromEntries(
    SENTENCES.map(([name, text, isWrong, language = 'en']) => [
      name,
      {
        text,
        language,
        marks: [date('mark', text.split(' ')[0] ?? '')],
        publishedAt: PUBLISHED,
        problems: isWrong ? ['weekday_differs: mark, mark'] : [],
      },
    ]),
  ),
  'a sentence with two marks is told once': {
    text: 'On Monday, 6 January 2026, 41 people died.',
    marks: [date('day', 'Monday, 6 January 2026'), count('dead', '41 people')],
    problems: ['weekday_differs: day, day'],
  },
  'a day that was written down': {
    text: 'It sank on Monday.',
    marks: [date('day', 'on Monday', '2026-01-06')],
    problems: ['weekday_differs: day'],
  },
  'the right day that was written down': {
    text: 'It sank on Tuesday.',
    marks: [date('day', 'on Tuesday', '6 January 2026')],
    problems: [],
  },
  'a day written down in words, without its year': {
    text: 'It sank on Monday.',
    marks: [date('day', 'on Monday', 'January 6')],
    publishedAt: PUBLISHED,
    problems: ['weekday_differs: day'],
  },
  'no year, and nothing to tell it by': {
    text: 'It sank on Monday.',
    marks: [date('day', 'on Monday', 'January 6')],
    problems: [],
  },
  'nothing written down': { text: 'It sank on Monday.', marks: [date('day', 'on Monday')], problems: [] },
  'two days in one mark': {
    text: 'It sank between Monday and Tuesday.',
    marks: [date('day', 'between Monday and Tuesday', '2026-01-06')],
    problems: [],
  },
  'a count’s day': {
    text: 'On Monday 41 people died.',
    marks: [count('dead', 'On Monday 41 people died', day('2026-01-06'))],
    problems: ['weekday_differs: dead'],
  },
  'a count’s right day': {
    text: 'On Tuesday 41 people died.',
    marks: [count('dead', 'On Tuesday 41 people died', day('2026-01-06'))],
    problems: [],
  },
  'the day on which it was said': {
    text: 'The army said on Wednesday that 41 people died.',
    marks: [count('dead', '41 people died', day('2026-01-06'))],
    problems: [],
  },
  'a count over months': {
    text: 'On Monday 41 people died.',
    marks: [
      count('dead', 'On Monday 41 people died', {
        period: { from: '2026-01-06', to: null, precision: 'month' },
      }),
    ],
    problems: [],
  },
  'a toll since a day': {
    text: 'Since Monday 41 people have died, since Monday alone.',
    marks: [count('dead', '41 people have died, since Monday', day('2026-01-06', { scope: 'cumulative' }))],
    problems: ['weekday_differs: dead'],
  },
  'a toll told on a day': {
    text: 'On Monday the toll was 41 people.',
    marks: [count('dead', 'On Monday the toll was 41 people', day('2026-01-06', { scope: 'cumulative' }))],
    problems: [],
  },
  'one fact here by day and there by date': {
    text: 'It sank on Monday.\nThe ship went down on 6 January 2026.',
    marks: [date('day', 'on Monday'), date('date', '6 January 2026', null, 'day')],
    problems: ['weekday_differs: day, date'],
  },
  'one fact here by its day and there by its date': {
    text: 'It sank on Tuesday.\nThe ship went down on 6 January 2026.',
    marks: [date('day', 'on Tuesday'), date('date', '6 January 2026', null, 'day')],
    problems: [],
  },
  'two facts': {
    text: 'It sank on Monday.\nThe ship was built on 6 January 2026.',
    marks: [date('day', 'on Monday'), date('date', '6 January 2026')],
    problems: [],
  },
  'a toll since a day of last week': {
    text: 'Since Monday 41 people have died, since  last  Monday alone.',
    marks: [
      count('dead', '41 people have died, since  last  Monday', day('2026-01-06', { scope: 'cumulative' })),
    ],
    problems: ['weekday_differs: dead'],
  },
  'a count of several days': {
    text: 'On Monday 41 people died.',
    marks: [
      count('dead', 'On Monday 41 people died', {
        period: { from: '2026-01-06', to: '2026-01-08', precision: 'day' },
      }),
    ],
    problems: [],
  },
  'a count of one day, its end written down': {
    text: 'On Monday 41 people died.',
    marks: [
      count('dead', 'On Monday 41 people died', {
        period: { from: '2026-01-06', to: '2026-01-06', precision: null },
      }),
    ],
    problems: ['weekday_differs: dead'],
  },
  'a count whose beginning is not known': {
    text: 'On Monday 41 people died.',
    marks: [
      count('dead', 'On Monday 41 people died', {
        period: { from: null, to: '2026-01-06', precision: 'day' },
      }),
    ],
    problems: [],
  },
  'an abbreviated day alone in a mark': {
    text: 'It sank on Mon. at noon.',
    marks: [date('day', 'on Mon.', '2026-01-06')],
    problems: [],
  },
  'two dates written down': {
    text: 'It sank on Monday.',
    marks: [date('day', 'on Monday', '6 January 2026 or 13 January 2026')],
    problems: [],
  },
  'the date in front of its day': {
    text: 'It sank on 6 January 2026 (Monday), and the crew swam.',
    marks: [date('day', '6 January 2026'), count('crew', 'the crew')],
    problems: ['weekday_differs: day, day'],
  },
  'one fact here by date and there by day, and wrong where it is written down': {
    text: 'The ship went down on 6 January 2026.\nIt sank on Monday.',
    marks: [date('date', '6 January 2026'), date('day', 'on Monday', '2026-01-06', 'date')],
    problems: ['weekday_differs: day'],
  },
  'one fact here by date and there by day': {
    text: 'The ship went down on 6 January 2026.\nIt sank on Monday.',
    marks: [date('date', '6 January 2026'), date('day', 'on Monday', null, 'date')],
    problems: ['weekday_differs: date, day'],
  },
  'one fact twice by day': {
    text: 'The ship went down on Tuesday.\nIt sank on Monday.',
    marks: [date('date', 'on Tuesday'), date('day', 'on Monday', null, 'date')],
    problems: [],
  },
  'one fact twice by date': {
    text: 'The ship went down on 5 January 2026.\nIt sank on 6 January 2026.',
    marks: [date('date', '5 January 2026'), date('day', '6 January 2026', null, 'date')],
    problems: [],
  },
  'a language whose name begins like English': {
    text: 'It sank on Monday, 6 January 2026.',
    language: 'enm',
    marks: [date('day', 'Monday')],
    problems: [],
  },
};
