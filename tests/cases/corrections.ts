/** Texts, corrections of claims in them, and what is put in place. A claim is told by its words, or by words and which of them. */

interface Row {
  readonly text: string;
  readonly language?: string;
  /** Words as they stand, how often they stood before, and what should stand there. `!` in front: its verdict was returned. */
  readonly corrections: readonly (readonly [quote: string, wording: string | null, nth?: number])[];
  readonly expected: string;
  /** By the place of the correction in the list, from 0. */
  readonly left?: Readonly<Record<number, string>>;
}

export const correctionCases: Readonly<Record<string, Row>> = {
  'one figure': {
    text: 'The ferry had room for 120 passengers.',
    corrections: [['120', '112']],
    expected: 'The ferry had room for 112 passengers.',
  },
  'what stands behind shifts': {
    text: 'At least 9 died and 30 were hurt, 4 of them badly.',
    corrections: [
      ['4', 'fourteen'],
      ['9', '1,009'],
      ['30', '3'],
    ],
    expected: 'At least 1,009 died and 3 were hurt, fourteen of them badly.',
  },
  'corrections that touch': {
    text: 'It was 12killed.',
    corrections: [
      ['12', '14 '],
      ['killed', 'hurt'],
    ],
    expected: 'It was 14hurt.',
  },
  'the same words elsewhere stay': {
    text: 'It took 41 people. Of the 41 people nine were children.',
    corrections: [['41 people', '43 people', 1]],
    expected: 'It took 41 people. Of the 43 people nine were children.',
  },
  'in the headline': {
    text: 'Ferry sinks, 41 dead\n\nAt least 41 people died.',
    corrections: [
      ['41 dead', '43 dead'],
      ['41 people', '43 people'],
    ],
    expected: 'Ferry sinks, 43 dead\n\nAt least 43 people died.',
  },
  'blanks around a wording are nothing': {
    text: 'It took 41 people.',
    corrections: [['41', '  43 ']],
    expected: 'It took 43 people.',
  },

  'no wording': {
    text: 'It took 41 people.',
    corrections: [['41', null]],
    expected: 'It took 41 people.',
    left: { 0: 'no_wording' },
  },
  'a blank wording': {
    text: 'It took 41 people.',
    corrections: [['41', ' \t ']],
    expected: 'It took 41 people.',
    left: { 0: 'no_wording' },
  },
  'a returned verdict': {
    text: 'It took 41 people.',
    corrections: [['41', '!43']],
    expected: 'It took 41 people.',
    left: { 0: 'returned' },
  },
  'the words stand so already': {
    text: 'It took 41 people.',
    corrections: [['41', '41']],
    expected: 'It took 41 people.',
    left: { 0: 'says_so' },
  },
  'the sentence stands so already but for its stop': {
    text: 'It took 41 people.',
    corrections: [['It took 41 people', 'It took 41 people.']],
    expected: 'It took 41 people.',
    left: { 0: 'says_so' },
  },
  'several lines': {
    text: 'It took 41 people.',
    corrections: [['41', '43\n\nMore follows']],
    expected: 'It took 41 people.',
    left: { 0: 'not_one_line' },
  },
  'a sign that no text holds': {
    text: 'It took 41 people.',
    corrections: [['41', '4\u00073']],
    expected: 'It took 41 people.',
    left: { 0: 'not_one_line' },
  },
  'others are put in place all the same': {
    text: 'It took 41 people and 3 dogs.',
    corrections: [
      ['41', null],
      ['3', '4'],
    ],
    expected: 'It took 41 people and 4 dogs.',
    left: { 0: 'no_wording' },
  },

  'a whole sentence for a part of one': {
    text: 'The ferry had room for 120 passengers, the office said.',
    corrections: [['120 passengers', 'The register has 112 passengers.']],
    expected: 'The ferry had room for 120 passengers, the office said.',
    left: { 0: 'whole_sentence' },
  },
  'a sentence behind the words': {
    text: 'The ferry had room for 120 passengers on two decks.',
    corrections: [['120 passengers', '112 passengers. The register says so']],
    expected: 'The ferry had room for 120 passengers on two decks.',
    left: { 0: 'whole_sentence' },
  },
  'a whole sentence for a whole one': {
    text: 'It rained. Nobody was hurt. It is calm.',
    corrections: [['Nobody was hurt.', 'Two were hurt.']],
    expected: 'It rained. Two were hurt. It is calm.',
  },
  'a sentence for one marked without its stop': {
    text: 'It rained. Nobody was hurt. It is calm.',
    corrections: [['Nobody was hurt', 'Two were hurt.']],
    expected: 'It rained. Two were hurt. It is calm.',
  },
  'a sentence without its stop for one marked without': {
    text: 'It rained. Nobody was hurt. It is calm.',
    corrections: [['Nobody was hurt', 'Two were hurt']],
    expected: 'It rained. Two were hurt. It is calm.',
  },
  'another stop than the printed one': {
    text: 'It rained. Nobody was hurt. It is calm.',
    corrections: [['Nobody was hurt', 'Was anybody hurt?']],
    expected: 'It rained. Nobody was hurt. It is calm.',
    left: { 0: 'whole_sentence' },
  },
  'a sentence for one with closing quotes behind it': {
    text: '“Nobody was hurt.” It is calm.',
    corrections: [['“Nobody was hurt', '“Two were hurt.”']],
    expected: '“Two were hurt.” It is calm.',
  },
  'two sentences for one': {
    text: 'It rained. Nobody was hurt. It is calm.',
    corrections: [['Nobody was hurt.', 'Two were hurt. Both live.']],
    expected: 'It rained. Two were hurt. Both live. It is calm.',
  },
  'the stop of the sentence would be lost': {
    text: 'It rained. Nobody was hurt. It is calm.',
    corrections: [['Nobody was hurt.', 'Two were hurt']],
    expected: 'It rained. Nobody was hurt. It is calm.',
    left: { 0: 'lost_stop' },
  },
  'an abbreviation is no sentence': {
    text: 'He left for Canada on Monday.',
    corrections: [['Canada', 'the U.S.']],
    expected: 'He left for the U.S. on Monday.',
  },
  'a title is no sentence': {
    text: 'The speaker was Moor on Monday.',
    corrections: [['Moor', 'Gen. Ada Strand']],
    expected: 'The speaker was Gen. Ada Strand on Monday.',
  },
  'an abbreviation before the stop ends with one': {
    text: 'He left for Canada.',
    corrections: [['Canada', 'the U.S.']],
    expected: 'He left for the U.S.',
  },
  'a headline without a stop': {
    text: 'Ferry sinks off Lindholm\n\nIt rained.',
    corrections: [['Ferry sinks off Lindholm', 'Ferry runs aground off Lindholm']],
    expected: 'Ferry runs aground off Lindholm\n\nIt rained.',
  },

  'two claims on the same words, one correction': {
    text: 'It took 41 people.',
    corrections: [
      ['41 people', '43 people'],
      ['41 people', '43 people'],
    ],
    expected: 'It took 43 people.',
  },
  'two claims on the same words, two corrections': {
    text: 'It took 41 people.',
    corrections: [
      ['41 people', '43 people'],
      ['41 people', '44 people'],
    ],
    expected: 'It took 41 people.',
    left: { 0: 'overlap', 1: 'overlap' },
  },
  'the outer one says what the inner one says': {
    text: 'On Monday 41 people died in Lindholm.',
    corrections: [
      ['41 people', '43 people'],
      ['41 people died in Lindholm', '43 people died in Marrow'],
    ],
    expected: 'On Monday 43 people died in Marrow.',
  },
  'the outer one keeps the inner one’s wrong words': {
    text: 'On Monday 41 people died in Lindholm.',
    corrections: [
      ['41 people', '43 people'],
      ['41 people died in Lindholm', '41 people died in Marrow'],
    ],
    expected: 'On Monday 41 people died in Lindholm.',
    left: { 0: 'overlap', 1: 'overlap' },
  },
  'the outer one says both': {
    text: 'On Monday 41 people died in Lindholm.',
    corrections: [
      ['41 people', '43 people'],
      ['41 people died in Lindholm', '43 people died in Marrow, not 41 people'],
    ],
    expected: 'On Monday 41 people died in Lindholm.',
    left: { 0: 'overlap', 1: 'overlap' },
  },
  'a figure inside another is none': {
    text: 'On Monday 41 people died.',
    corrections: [
      ['41', '4'],
      ['41 people', '14 people'],
    ],
    expected: 'On Monday 41 people died.',
    left: { 0: 'overlap', 1: 'overlap' },
  },
  'words that overlap in part': {
    text: 'On Monday 41 people died in Lindholm.',
    corrections: [
      ['41 people died', '43 people died'],
      ['died in Lindholm', 'died in Marrow'],
    ],
    expected: 'On Monday 41 people died in Lindholm.',
    left: { 0: 'overlap', 1: 'overlap' },
  },
  'three that hang together, and one that stands alone': {
    text: 'On Monday 41 people died in Lindholm. It took 3 dogs.',
    corrections: [
      ['41 people died', '43 people died'],
      ['died in Lindholm', 'died in Marrow'],
      ['Lindholm', 'Marrow'],
      ['3 dogs', '4 dogs'],
    ],
    expected: 'On Monday 41 people died in Lindholm. It took 4 dogs.',
    left: { 0: 'overlap', 1: 'overlap', 2: 'overlap' },
  },
  'one that is left anyway gets in nobody’s way': {
    text: 'On Monday 41 people died in Lindholm.',
    corrections: [
      ['41 people died', null],
      ['died in Lindholm', 'died in Marrow'],
    ],
    expected: 'On Monday 41 people died in Marrow.',
    left: { 0: 'no_wording' },
  },

  'emoji before and in it': {
    text: '🚒🚒 At least 12 were hurt 🚑 on Monday.',
    corrections: [
      ['12', '1🚒2'],
      ['🚑', '🚓🚓'],
    ],
    expected: '🚒🚒 At least 1🚒2 were hurt 🚓🚓 on Monday.',
  },
  'right to left': {
    text: 'قُتل 41 شخصا على الأقل في المدينة.',
    language: 'ar',
    corrections: [['41 شخصا', '43 شخصا']],
    expected: 'قُتل 43 شخصا على الأقل في المدينة.',
  },
  'right to left, a whole sentence for a part of one': {
    text: 'قُتل 41 شخصا على الأقل في المدينة.',
    language: 'ar',
    corrections: [['41 شخصا', 'قُتل 43 شخصا في المدينة.']],
    expected: 'قُتل 41 شخصا على الأقل في المدينة.',
    left: { 0: 'whole_sentence' },
  },
  'letters in parts are put together': {
    text: 'It was in Cafe Moor.',
    corrections: [['Cafe', 'Cafe\u0301']],
    expected: 'It was in Caf\u00e9 Moor.',
  },
  'a mark that would melt into the letter before': {
    text: 'It was e4.',
    corrections: [['4', '\u0301']],
    expected: 'It was e4.',
    left: { 0: 'joins_letters' },
  },
  'a claim at the very start and one at the very end': {
    text: '41 died, 9 hurt',
    corrections: [
      ['41', '43'],
      ['hurt', 'missing'],
    ],
    expected: '43 died, 9 missing',
  },
  'no correction': { text: 'It rained.', corrections: [], expected: 'It rained.' },
};

export const wordByWordCases: Readonly<Record<string, { older: string; newer: string; expected: string }>> = {
  'one figure': { older: '120 passengers', newer: '112 passengers', expected: '[-120][+112] passengers' },
  'nothing alike': { older: '41', newer: 'nine', expected: '[-41][+nine]' },
  'neighbouring words are one change': {
    older: '41 people died',
    newer: '43 children died',
    expected: '[-41 people][+43 children] died',
  },
  'a figure with separators is one word': {
    older: '1,500 men',
    newer: '1,600 men',
    expected: '[-1,500][+1,600] men',
  },
  'put in': { older: '41 people', newer: 'at least 41 people', expected: '[+at least ]41 people' },
  'taken out': { older: 'at least 41 people', newer: '41 people', expected: '[-at least ]41 people' },
  'a sign': { older: 'dead.', newer: 'dead?', expected: 'dead[-.][+?]' },
  alike: { older: 'It rained.', newer: 'It rained.', expected: 'It rained.' },
  'from nothing': { older: '', newer: 'It rained.', expected: '[+It rained.]' },
  emoji: { older: 'hurt 🚑 there', newer: 'hurt 🚓 there', expected: 'hurt [-🚑][+🚓] there' },
  'right to left': { older: '41 شخصا', newer: '43 شخصا', expected: '[-41][+43] شخصا' },
};
