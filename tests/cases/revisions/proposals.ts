/** Texts with words replaced, and how the corrected text is read: its sentences, a stroke between two. */
import type { BlockRole } from '../../../server/contract/articles.ts';

interface Row {
  readonly text: string;
  /** What an editor said of the older text: roles by part, and where a sentence goes on or begins. */
  readonly roles?: readonly { readonly part: number; readonly role: BlockRole }[];
  readonly joinedBefore?: readonly string[];
  readonly splitBefore?: readonly string[];
  readonly replaced: readonly (readonly [quote: string, wording: string])[];
  readonly expected: string;
  /** What has to be said of it for that, besides the roles: before which words a sentence goes on, before which one begins. */
  readonly join?: readonly string[];
  readonly split?: readonly string[];
}

const HEAD = 'Ferry sinks off Port Elsen\n\n';

export const proposalCases: Readonly<Record<string, Row>> = {
  'a figure': {
    text: `${HEAD}It took 41 people. Rain fell.`,
    replaced: [['41', '1,043']],
    expected: 'Ferry sinks off Port Elsen / It took 1,043 people. / Rain fell.',
  },
  'a stop inside of the replaced words': {
    text: `${HEAD}It took 41 people in all. Rain fell.`,
    replaced: [['41 people', '43 people. Nine were children']],
    expected: 'Ferry sinks off Port Elsen / It took 43 people. / Nine were children in all. / Rain fell.',
  },
  'a stop at the end of the replaced words': {
    text: `${HEAD}They met the doctor Ekdal on Monday. Rain fell.`,
    replaced: [['the doctor', 'a friend.']],
    expected: 'Ferry sinks off Port Elsen / They met a friend. Ekdal on Monday. / Rain fell.',
    join: ['Ekdal'],
  },
  'a sentence that comes to begin small': {
    text: `${HEAD}It was led by him. Nine died. Rain fell.`,
    replaced: [['Nine', 'some nine']],
    expected: 'Ferry sinks off Port Elsen / It was led by him. / some nine died. / Rain fell.',
    split: ['some nine'],
  },
  'a sentence that an editor joined': {
    text: `${HEAD}It took 41. People said so. Rain fell.`,
    joinedBefore: ['People'],
    replaced: [['41', '1,043']],
    expected: 'Ferry sinks off Port Elsen / It took 1,043. People said so. / Rain fell.',
    join: ['People'],
  },
  'a sentence that an editor split': {
    text: `${HEAD}It took 41 people, and rain fell. Snow fell.`,
    splitBefore: ['and rain'],
    replaced: [
      ['41', '9'],
      ['Snow', 'More snow'],
    ],
    expected: 'Ferry sinks off Port Elsen / It took 9 people, / and rain fell. / More snow fell.',
    split: ['and rain'],
  },
  'a split inside of the replaced words is gone': {
    text: `${HEAD}It took 41 people, and rain fell. Snow fell.`,
    splitBefore: ['and rain'],
    replaced: [['people, and rain', 'clerks; sleet']],
    expected: 'Ferry sinks off Port Elsen / It took 41 clerks; sleet fell. / Snow fell.',
  },
  'a split at the first replaced word': {
    text: `${HEAD}It took 41 people, and rain fell. Snow fell.`,
    splitBefore: ['and rain'],
    replaced: [['and rain', 'while sleet']],
    expected: 'Ferry sinks off Port Elsen / It took 41 people, / while sleet fell. / Snow fell.',
    split: ['while sleet'],
  },
  'a split right behind the replaced words': {
    text: `${HEAD}It took 41 people, and rain fell. Snow fell.`,
    splitBefore: ['and rain'],
    replaced: [['41 people, ', '9 clerks, ']],
    expected: 'Ferry sinks off Port Elsen / It took 9 clerks, / and rain fell. / Snow fell.',
    split: ['and rain'],
  },
  'a role that an editor gave': {
    text: `${HEAD}It took 41 people.\n\nRain fell.`,
    roles: [{ part: 2, role: 'heading' }],
    replaced: [['41', '43']],
    expected: 'Ferry sinks off Port Elsen / It took 43 people. / Rain fell.',
  },
  'a paragraph more': {
    text: `${HEAD}It took 41 people. Rain fell.\n\nMenu`,
    replaced: [['41 people.', '43 people.\n\n118 users have voted.\n\n']],
    expected: 'Ferry sinks off Port Elsen / It took 43 people. / 118 users have voted. / Rain fell.',
  },
};

/** The sentences around a stretch of "Rain fell. Nine died. Snow fell.", by its first and last unit. */
export const aroundCases: Readonly<Record<string, { stretch: readonly [number, number]; expected: string }>> =
  {
    'within one': { stretch: [16, 20], expected: 'Nine died.' },
    'the whole of one': { stretch: [11, 21], expected: 'Nine died.' },
    'from one into the next': { stretch: [16, 24], expected: 'Nine died. Snow fell.' },
    'over all': { stretch: [5, 24], expected: 'Rain fell. Nine died. Snow fell.' },
    'up to where the next begins': { stretch: [11, 22], expected: 'Nine died. ' },
    'between two': { stretch: [10, 11], expected: ' ' },
  };
