/** Two texts block by block, and what stands beside what. */

const A = 'Ferry sinks off Lindholm';
const B = 'At least 41 people died when a ferry sank off Lindholm on Tuesday.';
const B44 = 'At least 44 people died when a ferry sank off Lindholm on Tuesday.';
const C = 'The harbour office said that nobody knew how many were aboard.';
const D = 'Divers go on searching the hull until the evening tide.';
const E = 'The minister is to visit the island today.';

interface Row {
  readonly older: readonly string[];
  readonly newer: readonly string[];
  /** Kind, the older block and the newer. */
  readonly expected: readonly (readonly [kind: string, older: number | null, newer: number | null])[];
}

export const alignmentCases: Record<string, Row> = {
  'nothing on either side': { older: [], newer: [], expected: [] },
  'the same': {
    older: [A, B],
    newer: [A, B],
    expected: [
      ['same', 0, 0],
      ['same', 1, 1],
    ],
  },
  'all new': { older: [], newer: [A], expected: [['added', null, 0]] },
  'all gone': {
    older: [A, B],
    newer: [],
    expected: [
      ['removed', 0, null],
      ['removed', 1, null],
    ],
  },
  'a figure changed': {
    older: [A, B, C],
    newer: [A, B44, C],
    expected: [
      ['same', 0, 0],
      ['changed', 1, 1],
      ['same', 2, 2],
    ],
  },
  'one put in': {
    older: [A, C],
    newer: [A, B, C],
    expected: [
      ['same', 0, 0],
      ['added', null, 1],
      ['same', 1, 2],
    ],
  },
  'one left out': {
    older: [A, B, C],
    newer: [A, C],
    expected: [
      ['same', 0, 0],
      ['removed', 1, null],
      ['same', 2, 1],
    ],
  },
  'one left out before a changed one': {
    older: [A, D, B, C],
    newer: [A, B44, C],
    expected: [
      ['same', 0, 0],
      ['removed', 1, null],
      ['changed', 2, 1],
      ['same', 3, 2],
    ],
  },
  'one put in before a changed one': {
    older: [A, B, C],
    newer: [A, D, B44, C],
    expected: [
      ['same', 0, 0],
      ['added', null, 1],
      ['changed', 1, 2],
      ['same', 2, 3],
    ],
  },
  'one put in after a changed one': {
    older: [A, B, C],
    newer: [A, B44, D, C],
    expected: [
      ['same', 0, 0],
      ['changed', 1, 1],
      ['added', null, 2],
      ['same', 2, 3],
    ],
  },
  'moved down': {
    older: [A, B, C, D],
    newer: [A, C, D, B],
    expected: [
      ['same', 0, 0],
      ['moved_away', 1, 3],
      ['same', 2, 1],
      ['same', 3, 2],
      ['moved_here', 1, 3],
    ],
  },
  'moved up': {
    older: [A, C, D, B],
    newer: [A, B, C, D],
    expected: [
      ['same', 0, 0],
      ['moved_here', 3, 1],
      ['same', 1, 2],
      ['same', 2, 3],
      ['moved_away', 3, 1],
    ],
  },
  'moved and worded anew': {
    older: [A, B, C, D],
    newer: [A, C, D, B44],
    expected: [
      ['same', 0, 0],
      ['moved_away', 1, 3],
      ['same', 2, 1],
      ['same', 3, 2],
      ['moved_here', 1, 3],
    ],
  },
  'written anew, one for one': {
    older: [A, D, C],
    newer: [A, E, C],
    expected: [
      ['same', 0, 0],
      ['changed', 1, 1],
      ['same', 2, 2],
    ],
  },
  'the headline written anew above a text put in': {
    older: [A, C],
    newer: ['Storm over', C, E],
    expected: [
      ['changed', 0, 0],
      ['same', 1, 1],
      ['added', null, 2],
    ],
  },
  'two for one, none like it': {
    older: [A, D, C],
    newer: [A, E, 'Nothing else is known of it.', C],
    expected: [
      ['same', 0, 0],
      ['removed', 1, null],
      ['added', null, 1],
      ['added', null, 2],
      ['same', 2, 3],
    ],
  },
  'the same block twice, one left out': {
    older: [A, B, C, B, D],
    newer: [A, B, C, D],
    expected: [
      ['same', 0, 0],
      ['same', 1, 1],
      ['same', 2, 2],
      ['removed', 3, null],
      ['same', 4, 3],
    ],
  },
  'a block split in two keeps the likelier half': {
    older: [A, `${B} ${C}`, D],
    newer: [A, B, C, D],
    expected: [
      ['same', 0, 0],
      ['changed', 1, 1],
      ['added', null, 2],
      ['same', 2, 3],
    ],
  },
  'right to left': {
    older: ['قال مسؤول إن 12 شخصا أصيبوا في الحريق'],
    newer: ['قال مسؤول إن 14 شخصا أصيبوا في الحريق'],
    expected: [['changed', 0, 0]],
  },
};

interface Words {
  readonly older: string;
  readonly newer: string;
  /** With a minus in front what is out, with a plus what is in. */
  readonly expected: readonly string[];
}

export const wordCases: Record<string, Words> = {
  'a figure': {
    older: 'At least 41 died',
    newer: 'At least 44 died',
    expected: ['At least ', '-41', '+44', ' died'],
  },
  'two words in a row are one change': {
    older: 'and 41 people died there at noon',
    newer: 'and 43 children died there at noon',
    expected: ['and ', '-41 people', '+43 children', ' died there at noon'],
  },
  'a separator is part of its figure': {
    older: 'some 1,500 were there',
    newer: 'some 1.500 were there',
    expected: ['some ', '-1,500', '+1.500', ' were there'],
  },
  'a word put in': { older: 'It is true.', newer: 'It is not true.', expected: ['It is ', '+not ', 'true.'] },
  'a word left out at the end': { older: 'It is so now', newer: 'It is so', expected: ['It is so', '- now'] },
  'nothing in common is shown whole': {
    older: 'One two three',
    newer: 'Four five six',
    expected: ['-One two three', '+Four five six'],
  },
  'from nothing': { older: '', newer: 'New', expected: ['+New'] },
  'to nothing': { older: 'Old', newer: '', expected: ['-Old'] },
  'the same': { older: 'Same words', newer: 'Same words', expected: ['Same words'] },
  'combining marks stay whole': {
    older: 'cafe\u0301 open',
    newer: 'cafe open',
    expected: ['-cafe\u0301', '+cafe', ' open'],
  },
};
